import type { Dirent } from 'node:fs';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** Files that are larger are no models; reading one by mistake should not take the machine down. */
const largestFile = 256 * 1024 * 1024;

/** Why something on a disk gives no text: the end of a sentence. */
export interface Unreadable {
    readonly unreadable: string;
}

const reasons = new Map([
    ['EACCES', 'permission is denied.'],
    ['EPERM', 'permission is denied.'],
    ['ELOOP', 'its links lead in a circle.'],
    ['ENAMETOOLONG', 'its name is too long.'],
    ['EISDIR', 'it is a folder.'],
    ['ENOSPC', 'the disk is full.'],
]);

/** The reason behind an error of the file system, as the end of a sentence. */
export function reasonOf(error: unknown): string {
    const { code } = error as NodeJS.ErrnoException;
    return reasons.get(code ?? '') ?? `${code ?? 'unknown error'}.`;
}

/**
 * The bytes of a regular file. Pipes and devices are not read: nobody knows when they end.
 * @returns the bytes, or why they cannot be read; `undefined` where there is no file
 */
export function readBytes(file: string): Uint8Array | Unreadable | undefined {
    if (file.includes('\0')) return undefined;
    try {
        // Most folders have no settings, and an error takes longer to make than a file to read.
        const stats = statSync(file, { throwIfNoEntry: false });
        if (!stats) return undefined;
        if (stats.isDirectory()) return { unreadable: 'it is a folder.' };
        if (!stats.isFile()) return { unreadable: 'it is not a regular file.' };
        if (stats.size > largestFile) return { unreadable: 'it is larger than 256 MB.' };
        return bytesOf(file, stats.size);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { unreadable: reasonOf(error) };
    }
}

/**
 * The bytes of a file of a known size. Those that `readFileSync` gives are still in memory after V8 has collected young
 * objects, so that each of a thousand models would stay there.
 */
function bytesOf(file: string, size: number): Uint8Array {
    if (size === 0) return readFileSync(file);
    const bytes = Buffer.allocUnsafeSlow(size);
    const handle = openSync(file, 'r');
    try {
        let read = 0;
        for (let more = -1; more !== 0 && read < size; read += more)
            more = readSync(handle, bytes, read, size - read, null);
        return read === size ? bytes : bytes.subarray(0, read);
    } finally {
        closeSync(handle);
    }
}

/**
 * The text of a file. UTF-8, or UTF-16 with a byte order mark; the mark itself is left out. See {@link readBytes}.
 * @returns the text, or why it cannot be read; `undefined` where there is no file
 */
export function readText(file: string): string | Unreadable | undefined {
    const bytes = readBytes(file);
    return bytes instanceof Uint8Array ? decode(bytes) : bytes;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Text from bytes; see {@link readText}. */
export function decode(bytes: Uint8Array): string | Unreadable {
    const encoding = encodingOf(bytes);
    const wide = encoding === 'utf-16le' && bytes[2] === 0 && bytes[3] === 0;
    // The first character of a model is ASCII, so one zero byte beside it means two bytes a character.
    const unmarked = encoding === 'utf-8' && bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0);
    if (wide || unmarked)
        return {
            unreadable: `it looks like ${wide ? 'UTF-32' : 'UTF-16 without a byte order mark'}. Save it as UTF-8.`,
        };
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return { unreadable: `it is not ${encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'} text. Save it as UTF-8.` };
    }
}

/**
 * True for a file in a folder that is being listed, and for a symbolic link to one. Links to folders are not followed:
 * they may lead in a circle. A link to nothing is no file.
 * @param full the path of the entry
 */
export function isFile(entry: Dirent, full: string): boolean {
    if (!entry.isSymbolicLink()) return entry.isFile();
    try {
        return statSync(full).isFile();
    } catch {
        return false;
    }
}
