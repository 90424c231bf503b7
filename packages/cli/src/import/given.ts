import path from 'node:path';
import { readBytes, readText } from 'iacs-language/read-text';
import type { Io } from '../io.ts';
import { Failure } from '../io.ts';

/** What a user gives to an import, read or refused in one line. */

/** `--map FIELD=COLUMN`, by the field. */
export function columnsOf(given: readonly string[]): ReadonlyMap<string, string> {
    return new Map(
        given.map(each => {
            const at = each.indexOf('=');
            if (at < 1 || at === each.length - 1)
                throw new Failure(`--map expects FIELD=COLUMN, such as --map title="Threat scenario", not "${each}".`);
            return [each.slice(0, at), each.slice(at + 1)];
        }),
    );
}

/** @throws {@link Failure} for standard input: what is written names the file that it comes from, with its digest */
export function assertFile(file: string): void {
    if (file === '-')
        throw new Failure('Only a model is read from standard input: save this as a file, and name the file.');
}

export function bytesOf(file: string, io: Io): Uint8Array {
    assertFile(file);
    const bytes = readBytes(path.resolve(io.cwd, file));
    if (bytes === undefined) throw new Failure(`There is no file ${file}.`);
    if (!(bytes instanceof Uint8Array)) throw new Failure(`${file} cannot be read: ${bytes.unreadable}`);
    return bytes;
}

/** The text of the file that an earlier import wrote; `null` for none. */
export function existingText(output: string | undefined, io: Io): string | null {
    const text = output === undefined ? undefined : readText(path.resolve(io.cwd, output));
    if (text === undefined) return null;
    if (typeof text !== 'string') throw new Failure(`${output} cannot be read: ${text.unreadable}`);
    return text;
}
