import path from 'node:path';
import { readBytes } from 'iacs-language/read-text';
import { encodedAs } from './encoded-as.ts';
import type { Io } from './io.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a part of a model that a user named, whole or not at all, with the characters and the byte order mark of the
 * file that is there.
 * @throws Failure where that cannot be done
 */
export function writePart(file: string, text: string, io: Io): void {
    const full = path.resolve(io.cwd, file);
    const before = readBytes(full);
    writeWhole(full, before instanceof Uint8Array ? encodedAs(before, text) : text, file);
}
