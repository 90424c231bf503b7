import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { EarlierRevision } from 'iacs-language/diagram';
import { runGit } from 'iacs-language/git';
import { Repository } from '../git.ts';

/** A file of a model as it is on the disk. */
export interface DiskFile {
    /** Absolute. */
    readonly file: string;
    readonly bytes: Uint8Array;
}

/** Paths of files from the top of a repository. */
function pathsIn({ top }: Repository, files: readonly DiskFile[]): Map<string, Uint8Array> {
    // By the system: Node leaves the letters of a name as they were given, and drives that stand for folders.
    const real = realpathSync.native;
    return new Map(
        files.map(({ file, bytes }) => [path.relative(real(top), real(file)).split(path.sep).join('/'), bytes]),
    );
}

/** The name that git gives to a content; 40 digits are SHA-1, 64 are SHA-256. */
function blobName(bytes: Uint8Array, digits: number): string {
    return createHash(digits === 64 ? 'sha256' : 'sha1')
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
}

/** True for the content of a blob, also where git turned its line ends into CRLF when it was checked out. */
function isContent(oid: string, bytes: Uint8Array): boolean {
    if (blobName(bytes, oid.length) === oid) return true;
    const unix = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    return blobName(unix, oid.length) === oid;
}

/**
 * The revision that the files of a model are of, as git names it: a tag or a short commit, with `-dirty` when one of
 * them differs from it. Contents are compared here: git would run the filters that the repository sets up.
 * @param folder that the model is in
 * @returns `null` where there is no git, no repository and no commit
 */
export async function revisionOf(folder: string, files: readonly DiskFile[]): Promise<string | null> {
    try {
        const repository = await Repository.around(folder);
        if (!repository) return null;
        const named = (await runGit(['describe', '--always', '--tags'], repository.top)).toString('utf8').trim();
        const inside = pathsIn(repository, files);
        const { files: committed } = await repository.files('HEAD', name => inside.has(name));
        const same =
            committed.length === inside.size &&
            committed.every(({ path: name, oid }) => isContent(oid, inside.get(name)!));
        return named === '' ? null : `${named}${same ? '' : '-dirty'}`;
    } catch {
        return null;
    }
}

/** Revisions of a model that have a tag. */
export interface TaggedRevisions {
    /** Newest first. */
    readonly revisions: readonly EarlierRevision[];
    /** True where the clone has only the newest commits: there may be tags that it does not have. */
    readonly shallow: boolean;
}

/** More revisions than this find no room on a cover. */
const mostRevisions = 12;

/**
 * The tags before the commit that is checked out at which a file of a model is otherwise than at the tag before it,
 * each with its day and the first line of what it says (an annotated tag its own text, another that of its commit).
 * @param folder that the model is in
 * @returns none where there is no git and no repository
 */
export async function taggedRevisions(folder: string, files: readonly DiskFile[]): Promise<TaggedRevisions> {
    const none = { revisions: [], shallow: false };
    try {
        const repository = await Repository.around(folder);
        if (!repository) return none;
        const ask = async (...args: readonly string[]): Promise<string> =>
            (await runGit([...args], repository.top)).toString('utf8').trim();
        const shallow = (await ask('rev-parse', '--is-shallow-repository')) === 'true';
        const format = '%(refname)%00%(refname:short)%00%(creatordate:short)%00%(contents:subject)';
        const tags = await ask(
            'for-each-ref',
            'refs/tags',
            '--merged=HEAD',
            '--sort=-creatordate',
            `--format=${format}`,
        );
        const names = new Set(pathsIn(repository, files).keys());
        const revisions: EarlierRevision[] = [];
        let newer: { readonly line: EarlierRevision; readonly content: string } | null = null;
        for (const tag of tags === '' ? [] : tags.split('\n')) {
            const [ref, revision, date, what] = tag.split('\0');
            if (!ref || !revision || !date) continue;
            const { files: there } = await repository.files(ref, name => names.has(name));
            const content = there.map(({ path: name, oid }) => `${name} ${oid}`).join('\n');
            if (newer && newer.content !== content) revisions.push(newer.line);
            newer = content === '' ? null : { line: { revision, date, what: what ?? '' }, content };
            if (newer === null || revisions.length === mostRevisions) break;
        }
        if (newer && revisions.length < mostRevisions) revisions.push(newer.line);
        return { revisions, shallow };
    } catch {
        return none;
    }
}
