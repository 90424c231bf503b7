import path from 'node:path';
import { Repository, whyNoRepository } from '../git.ts';
import type { Io } from '../io.ts';
import { Failure } from '../io.ts';
import { candidatesOf, diskSide, noCommit, revisionSide, type Side } from '../sides.ts';
import { placesIn } from './places-in.ts';
import { statOf } from '../stat-of.ts';

const exists = (file: string): boolean => statOf(file) !== undefined;

/** What to say of a side that is not there. */
async function missing(repository: Repository | null, given: string, otherwise: string, cwd: string): Promise<Failure> {
    const what = `There is no ${repository ? `revision${otherwise === '' ? ' ' : ', '}` : ''}${otherwise}${given}.`;
    if (!repository) return new Failure(`${what} ${await whyNoRepository(cwd)}`);
    if (await repository.unborn()) return new Failure(`${what} Nothing has been committed yet.`);
    return new Failure(
        (await repository.shallow()) ? `${what} This clone is shallow: fetch more of it, git fetch --unshallow.` : what,
    );
}

/** `A..B` and `A...B` are the two sides at once, as git reads them. */
async function sidesOf(
    words: readonly string[],
    repository: Repository | null,
    cwd: string,
): Promise<readonly [string, string | undefined]> {
    const [base, head, ...more] = words;
    if (base === undefined) throw new Failure('Name what to compare with: iacs diff BASE [HEAD].');
    if (more.length > 0) throw new Failure('Two sides are compared, not more: iacs diff BASE [HEAD].');
    const [, first = '', dots, second = ''] = /^(.*?)(\.\.\.?)(.*)$/.exec(base) ?? [];
    if (
        dots === undefined ||
        head !== undefined ||
        !repository ||
        exists(path.resolve(cwd, base)) ||
        /[\\/]/.test(dots + first.slice(-1))
    )
        return [base, head];
    const [from, to] = [first || 'HEAD', second || 'HEAD'];
    if (dots === '..') return [from, to];
    const [left, right] = [await repository.commit(from), await repository.commit(to)];
    if (left === null) throw await missing(repository, from, '', cwd);
    if (right === null) throw await missing(repository, to, '', cwd);
    const common = await repository.mergeBase(left, right);
    if (common === null)
        throw new Failure(
            `${from} and ${to} have no common commit` +
                ((await repository.shallow())
                    ? ' in this shallow clone: fetch more of it, git fetch --unshallow'
                    : '') +
                '.',
        );
    return [common, to];
}

interface Asked {
    readonly repository: Repository | null;
    readonly io: Io;
    /** Absolute. */
    readonly paths: readonly string[];
}

/** One side: a revision where there is one of that name, else a file or folder. */
async function sideNamed(
    given: string,
    { repository, io, paths }: Asked,
    twin?: Side,
): Promise<{ readonly side: Side; readonly revision: boolean }> {
    const commit = repository && !/^\.{1,2}([\\/]|$)/.test(given) ? await repository.commit(given) : null;
    if (repository && commit !== null) {
        return {
            side: await revisionSide(given, repository, commit, paths.length > 0 ? paths : [repository.top], twin),
            revision: true,
        };
    }
    const full = path.resolve(io.cwd, given);
    if (!exists(full)) {
        if (repository && given === 'HEAD' && (await repository.unborn()))
            return { side: noCommit('HEAD (no commit yet)'), revision: true };
        throw await missing(repository, given, 'file or folder ', io.cwd);
    }
    return { side: diskSide(given, [full], io.within, twin), revision: false };
}

/**
 * The earlier state that one word names: a revision, `REVISION...` for the commit where it went apart from HEAD, or a
 * file or folder.
 * @param places absolute files and folders of the repository in which its models are looked for
 * @param within a folder outside of which a file or folder reads nothing
 * @throws {@link Failure} where there is none
 */
export async function namedSide(base: string, places: readonly string[], io: Io, within?: string): Promise<Side> {
    const repository = await Repository.around(io.cwd);
    const [named] = /\.\.\.$/.test(base) ? await sidesOf([base], repository, io.cwd) : [base];
    const { side, revision } = await sideNamed(named, { repository, io, paths: placesIn(repository, places) });
    return revision || within === undefined ? side : diskSide(base, side.places, within);
}

const absolute = (paths: readonly string[], repository: Repository | null, { cwd }: Io): readonly string[] =>
    placesIn(
        repository,
        paths.map(each => path.resolve(cwd, each)),
    );

/** Both sides of a comparison, and the repository around the working directory. */
export interface BothSides {
    readonly before: Side;
    readonly after: Side;
    readonly repository: Repository | null;
}

/**
 * One text as both sides of a comparison, for two days.
 * @param given a revision, a file or a folder; the working tree without it
 */
export async function oneSideTwice(
    given: string | undefined,
    days: readonly [string, string],
    paths: readonly string[],
    io: Io,
): Promise<BothSides> {
    const repository = await Repository.around(io.cwd);
    const asked: Asked = { repository, io, paths: absolute(paths, repository, io) };
    const { side } = await sideNamed(given ?? '.', asked);
    return { before: { ...side, name: days[0] }, after: { ...side, name: days[1] }, repository };
}

/**
 * The sides that the words of a command line name: revisions, files or folders; the working tree where only one
 * revision is named.
 * @param paths only these files or folders of the repository; all of it without them
 * @throws {@link Failure} for a side that is not there
 */
export async function bothSides(words: readonly string[], paths: readonly string[], io: Io): Promise<BothSides> {
    const repository = await Repository.around(io.cwd);
    const [base, head] = await sidesOf(words, repository, io.cwd);
    const asked: Asked = { repository, io, paths: absolute(paths, repository, io) };
    const before = await sideNamed(base, asked);
    if (head !== undefined)
        return { before: before.side, after: (await sideNamed(head, asked, before.side)).side, repository };
    if (before.revision && repository?.bare)
        throw new Failure(
            'This repository is bare: there is no working tree to compare with. Name the other revision too, ' +
                'iacs diff BASE HEAD.',
        );
    if (!before.revision || !repository)
        throw new Failure(`${base} is a path: name the other one too, iacs diff ${base} OTHER.`);
    const missing = asked.paths.filter(file => !exists(file));
    const there = asked.paths.length > 0 ? asked.paths.filter(exists) : [repository.top];
    if (missing.length > 0 && there.length === 0 && (await candidatesOf(before.side, () => false)).length === 0)
        throw new Failure(`There is no file or folder ${paths[0]}.`);
    return { before: before.side, after: diskSide('working tree', there, io.within, before.side), repository };
}
