import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hold } from 'iacs-language/findings';

/**
 * Holds bytes in a file that this user alone can read, in the folder for temporary files. Where the system allows it,
 * the file loses its name at once, so that nothing is left of it however the process ends.
 *
 * All that is read is read into the same bytes: a thousand pieces would take their length in memory until V8 collects.
 * @returns `null` where no such file can be made
 */
export function aside(): Hold | null {
    let folder: string | undefined;
    let file: number;
    const withoutName = (): void => {
        if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    };
    try {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs-'));
        file = openSync(path.join(folder, 'findings'), 'wx+', 0o600);
    } catch {
        withoutName();
        return null;
    }
    if (process.platform === 'win32')
        process.once('exit', () => {
            closeSync(file);
            withoutName();
        });
    else withoutName();
    let end = 0;
    let room = new Uint8Array(0);
    const roomFor = (length: number): Uint8Array => {
        if (room.length < length) room = new Uint8Array(length);
        return room.subarray(0, length);
    };
    return bytes => {
        const from = end;
        // A full disk: memory is left.
        if (!written(file, bytes, from)) return inMemory(bytes);
        end += bytes.length;
        return inFile(file, from, bytes.length, roomFor);
    };
}

/** @returns false where the system does not take it all */
function written(file: number, bytes: Uint8Array, from: number): boolean {
    try {
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, from + done);
        return true;
    } catch {
        return false;
    }
}

// Each in a function of its own: functions of one scope keep all that any of them uses, and the bytes that are in the
// file would stay in memory too.
const inMemory = (bytes: Uint8Array) => () => bytes;
const inFile = (file: number, from: number, length: number, roomFor: (length: number) => Uint8Array) => () => {
    const read = roomFor(length);
    for (let done = 0; done < length;) {
        const more = readSync(file, read, done, length - done, from + done);
        if (more === 0) throw new Error('a temporary file became shorter while it was in use');
        done += more;
    }
    return read;
};
