import { statSync } from 'node:fs';
import path from 'node:path';
import { problemFindings } from 'iacs-language';
import { diffJson, diffMarkdown, diffSvg, diffText, forTerminal, lineOf, overall, type ModelDiff } from 'iacs-language/diff';
import { elkEngine } from 'iacs-language/node';
import { compare, type Comparison } from '../compare.ts';
import { printedName } from '../files.ts';
import { GitError, Repository } from '../git.ts';
import { driverText } from '../git-driver.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { candidatesOf, diskSide, noCommit, revisionSide, type Side } from '../sides.ts';

const formats = ['text', 'markdown', 'json', 'svg'] as const;
const thresholds = ['never', 'worse', 'path', 'finding', 'change'] as const;
const themes = ['light', 'dark', 'contrast'] as const;

const usage = `Usage: iacs diff BASE [HEAD]

What changed in meaning, and what it does to security. BASE and HEAD are git revisions (A..B and A...B as well), files or folders;
without HEAD, a revision is compared with the working tree. Every model of the repository is compared, from anywhere in it.

  --format FORMAT      ${formats.join(', ')} (default text)
  -o, --output FILE    writes to a file
  --path PATH          only this file or folder of the repository; may be given several times
  --fail-on WHAT       exit code 1: ${thresholds.join(', ')} (default never)
                       worse: something got worse · path: an asset has come to reach another zone, or an invariant is broken ·
                       finding: a new error that nobody accepts · change: anything changed in meaning
  --theme THEME        ${themes.join(', ')}, for svg
  --today DATE         judges due dates and expiries on this day
  --driver             for git itself; see iacs init --git

A side that cannot be understood as a whole is compared as far as it was, says so, and means exit code 2.`;

const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;

/** What to say of a side that is not there. */
async function missing(repository: Repository | null, given: string, otherwise: string): Promise<Failure> {
    const what = `There is no ${repository ? `revision${otherwise === '' ? ' ' : ', '}` : ''}${otherwise}${given}.`;
    if (!repository) return new Failure(`${what} This is no git repository.`);
    if (await repository.unborn()) return new Failure(`${what} Nothing has been committed yet.`);
    return new Failure(await repository.shallow() ? `${what} This clone is shallow: fetch more of it, git fetch --unshallow.` : what);
}

/** `A..B` and `A...B` are the two sides at once, as git reads them. */
async function sidesOf(words: readonly string[], repository: Repository | null, cwd: string): Promise<readonly [string, string | undefined]> {
    const [base, head, ...more] = words;
    if (base === undefined) throw new Failure('Name what to compare with: iacs diff BASE [HEAD].');
    if (more.length > 0) throw new Failure('Two sides are compared, not more: iacs diff BASE [HEAD].');
    const [, first = '', dots, second = ''] = /^(.*?)(\.\.\.?)(.*)$/.exec(base) ?? [];
    if (dots === undefined || head !== undefined || !repository || exists(path.resolve(cwd, base)) || /[\\/]/.test(dots + first.slice(-1))) return [base, head];
    const [from, to] = [first || 'HEAD', second || 'HEAD'];
    if (dots === '..') return [from, to];
    const [left, right] = [await repository.commit(from), await repository.commit(to)];
    if (left === null) throw await missing(repository, from, '');
    if (right === null) throw await missing(repository, to, '');
    const common = await repository.mergeBase(left, right);
    if (common === null) throw new Failure(`${from} and ${to} have no common commit${await repository.shallow() ? ' in this shallow clone: fetch more of it, git fetch --unshallow' : ''}.`);
    return [common, to];
}

interface Asked {
    readonly repository: Repository | null;
    readonly io: Io;
    /** Absolute. */
    readonly paths: readonly string[];
}

/** One side: a revision where there is one of that name, else a file or folder. */
async function sideNamed(given: string, { repository, io, paths }: Asked): Promise<{ readonly side: Side; readonly revision: boolean }> {
    const commit = repository && !/^\.{1,2}([\\/]|$)/.test(given) ? await repository.commit(given) : null;
    if (repository && commit !== null) {
        return { side: await revisionSide(given, repository, commit, paths.length > 0 ? paths : [repository.top]), revision: true };
    }
    const full = path.resolve(io.cwd, given);
    if (!exists(full)) {
        if (repository && given === 'HEAD' && await repository.unborn()) return { side: noCommit('HEAD (no commit yet)'), revision: true };
        throw await missing(repository, given, 'file or folder ');
    }
    return { side: diskSide(given, [full]), revision: false };
}

async function bothSides(words: readonly string[], paths: readonly string[], io: Io): Promise<readonly [Side, Side]> {
    const repository = await Repository.around(io.cwd);
    const [base, head] = await sidesOf(words, repository, io.cwd);
    const asked: Asked = { repository, io, paths: paths.map(given => path.resolve(io.cwd, given)) };
    const before = await sideNamed(base, asked);
    if (head !== undefined) return [before.side, (await sideNamed(head, asked)).side];
    if (!before.revision || !repository) throw new Failure(`${base} is a path: name the other one too, iacs diff ${base} OTHER.`);
    const missing = asked.paths.filter(file => !exists(file));
    const there = asked.paths.length > 0 ? asked.paths.filter(exists) : [repository.top];
    if (missing.length > 0 && there.length === 0 && (await candidatesOf(before.side, () => false)).length === 0) throw new Failure(`There is no file or folder ${paths[0]}.`);
    return [before.side, diskSide('working tree', there)];
}

async function render(diffs: readonly ModelDiff[], format: (typeof formats)[number], sides: { base: string; head: string }, theme: (typeof themes)[number]): Promise<string> {
    switch (format) {
        case 'json': return `${JSON.stringify(diffJson(diffs, sides), null, 2)}\n`;
        case 'markdown': return diffMarkdown(diffs, sides);
        case 'text': {
            const touched = diffs.filter(diff => diff.changes.length + diff.security.reasons.length + diff.doubts.length > 0);
            return touched.length > 0 ? touched.map(diff => diffText(diff)).join('\n') : 'Nothing changes in meaning.\n';
        }
        case 'svg': {
            const changed = diffs.filter(diff => diff.changes.length > 0);
            if (changed.length > 1) throw new Failure(`A picture shows one model, and ${changed.map(({ system }) => system).join(', ')} have changed: name one with --path.`);
            const engine = elkEngine();
            try {
                return await diffSvg((changed[0] ?? diffs[0])!, engine, theme);
            } finally {
                await engine.close();
            }
        }
    }
}

/** True when a comparison reaches what the user set as too much. */
function fails(diffs: readonly ModelDiff[], threshold: (typeof thresholds)[number]): boolean {
    switch (threshold) {
        case 'never': return false;
        case 'worse': return ['worse', 'mixed'].includes(overall(diffs.map(diff => diff.security.verdict)));
        case 'path': return diffs.some(({ security }) => security.invariants.broken.length > 0 || security.crossings.opened.length > 0
            || security.reachability.opened.groups.some(group => group.fromZone !== group.toZone));
        case 'finding': return diffs.some(({ security }) => security.findings.added.some(each => each.severity === 'error' && each.accepted === null));
        case 'change': return diffs.some(diff => diff.changes.length > 0);
    }
}

/** Tells what was not read or not understood, a line each. */
function tellDoubts({ diffs, unread: files }: Comparison, io: Io): boolean {
    const unread = files.map(({ side, uri, reason }) => `${side} ${printedName(uri, io.cwd)} cannot be read: ${reason}`);
    const misread = diffs.flatMap(diff => diff.doubts.flatMap(({ side, problems }) => {
        const shown = side === 'base' ? diff.before : diff.after;
        return problemFindings(problems).map(({ at, message }) => `${side} ${shown.fileName(at.file)}:${lineOf(shown, at)} ${message}`);
    }));
    const lines = [...unread, ...misread];
    for (const line of lines.slice(0, 10)) io.err(`iacs: ${forTerminal(line)}\n`);
    if (lines.length > 10) io.err(`iacs: and ${lines.length - 10} more\n`);
    return lines.length > 0;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string', output: 'string', path: 'list', 'fail-on': 'string', theme: 'string', today: 'string', driver: 'flag',
    });
    const today = dayOption('today', values.today, io.today);
    const format = oneOf('format', values.format, formats);
    const threshold = oneOf('fail-on', values['fail-on'], thresholds);
    const theme = oneOf('theme', values.theme, themes);
    try {
        if (values.driver) {
            io.out(await driverText(words, io, today));
            return exit.fine;
        }
        const [before, after] = await bothSides(words, values.path, io);
        const comparison = await compare(before, after, { cwd: io.cwd, today, whole: format === 'svg' });
        const { diffs } = comparison;
        if (diffs.length === 0) throw new Failure('There is no model on either side: no .iacs file there has a system.');
        const content = await render(diffs, format, { base: before.name, head: after.name }, theme);
        if (values.output === undefined) io.out(content);
        else writeOutput(values.output, content, io);
        if (tellDoubts(comparison, io)) return exit.failed;
        return fails(diffs, threshold) ? exit.no : exit.fine;
    } catch (error) {
        if (error instanceof GitError) throw new Failure(`git: ${error.message}`);
        throw error;
    }
}

const command: Command = { name: 'diff', summary: 'what a change does to security, between revisions, files or folders', usage, run };
export default command;
