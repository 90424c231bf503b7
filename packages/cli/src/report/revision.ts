import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { runGit } from 'iacs-language/git';
import { Repository } from '../git.ts';

/** A file of a model as it is on the disk. */
export interface DiskFile {
    /** Absolute. */
    readonly file: string;
    readonly bytes: Uint8Array;
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
 * them differs from
 * it. Contents are compared here: git would run the filters that the repository sets up.
 * @param folder that the model is in
 * @returns `null` where there is no git, no repository and no commit
 */
export async function revisionOf(folder: string, files: readonly DiskFile[]): Promise<string | null> {
    try {
        const repository = await Repository.around(folder);
        if (!repository) return null;
        const named = (await runGit(['describe', '--always', '--tags'], repository.top)).toString('utf8').trim();
        const top = realpathSync(repository.top);
        const inside = new Map(
            files.map(({ file, bytes }) => [path.relative(top, realpathSync(file)).split(path.sep).join('/'), bytes]),
        );
        const { files: committed } = await repository.files('HEAD', name => inside.has(name));
        const same =
            committed.length === inside.size &&
            committed.every(({ path: name, oid }) => isContent(oid, inside.get(name)!));
        return named === '' ? null : `${named}${same ? '' : '-dirty'}`;
    } catch {
        return null;
    }
}
