import path from 'node:path';
import type { Io } from './io.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a file that a user named, whole or not at all.
 * @throws {@link Failure} where that cannot be done
 */
export function writeOutput(file: string, content: string | Uint8Array, io: Io): void {
    writeWhole(path.resolve(io.cwd, file), content, file);
}
