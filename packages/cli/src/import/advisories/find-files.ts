import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readBytes, reasonOf } from 'iacs-language/read-text';
import { statOf } from '../../stat-of.ts';

/** A file that may be an advisory: its path, and how it is called in messages. */
export interface Candidate {
    readonly full: string;
    readonly shown: string;
}

/** Larger documents are not advisories of products in a plant. */
const largest = 64 * 1024 * 1024;
const mostFiles = 100_000;

/**
 * The JSON files of some folders and files, in the order of their paths. Links to folders are not followed.
 * @returns and what cannot be read, one sentence each
 */
export function candidatesIn(
    given: readonly string[],
    cwd: string,
): { readonly files: readonly Candidate[]; readonly unread: readonly string[] } {
    const [files, unread]: [Candidate[], string[]] = [[], []];
    const seen = new Set<string>();
    const add = (full: string): void => {
        if (seen.has(full)) return;
        seen.add(full);
        files.push({ full, shown: path.relative(cwd, full).split(path.sep).join('/') || path.basename(full) });
    };
    for (const each of given) {
        const start = path.resolve(cwd, each);
        const stats = statOf(start);
        if (!stats) unread.push(`There is no file or folder ${each}.`);
        else if (!stats.isDirectory()) add(start);
        else {
            const open = [start];
            for (let folder = open.pop(); folder !== undefined && files.length < mostFiles; folder = open.pop()) {
                try {
                    const entries = readdirSync(folder, { withFileTypes: true });
                    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
                        const full = path.join(folder, entry.name);
                        if (entry.isDirectory()) open.push(full);
                        else if (/\.json$/i.test(entry.name)) add(full);
                    }
                } catch (error) {
                    unread.push(`${folder} cannot be read: ${reasonOf(error)}`);
                }
            }
        }
    }
    if (files.length >= mostFiles) unread.push(`Only the first ${mostFiles} files are read.`);
    return { files: files.sort((a, b) => (a.full < b.full ? -1 : 1)), unread };
}

/** The bytes of a candidate, and whether a digest beside it holds. */
export type Opened =
    | { readonly bytes: Uint8Array; readonly checked: boolean }
    /** The end of a sentence. */
    | { readonly unreadable: string; readonly differs: boolean };

const kinds = [
    ['sha512', 128],
    ['sha256', 64],
] as const;

/** Reads a file, and compares it with `FILE.sha512` and `FILE.sha256` where they are beside it (CSAF 2.0, 7.1.18). */
export function openCandidate(full: string): Opened {
    const size = statOf(full)?.size ?? 0;
    if (size > largest) return { unreadable: 'it is larger than 64 MB.', differs: false };
    const bytes = readBytes(full);
    if (bytes === undefined) return { unreadable: 'it is not there any more.', differs: false };
    if (!(bytes instanceof Uint8Array)) return { unreadable: bytes.unreadable, differs: false };
    let checked = false;
    for (const [kind, length] of kinds) {
        const beside = readBytes(`${full}.${kind}`);
        if (beside === undefined) continue;
        const text = beside instanceof Uint8Array ? Buffer.from(beside.subarray(0, 4096)).toString('latin1') : '';
        const said = new RegExp(`^\\W*([0-9a-f]{${length}})\\b`, 'i').exec(text)?.[1];
        if (said === undefined) return { unreadable: `its .${kind} file holds no digest.`, differs: true };
        if (said.toLowerCase() !== createHash(kind).update(bytes).digest('hex'))
            return { unreadable: `it is not the file that its .${kind} file was made for.`, differs: true };
        checked = true;
    }
    return { bytes, checked };
}
