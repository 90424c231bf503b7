import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Io } from './io.ts';
import { Failure } from './io.ts';

/**
 * Writes a file that a user named.
 * @throws {@link Failure} where that cannot be done
 */
export function writeOutput(file: string, content: string | Uint8Array, io: Io): void {
    try {
        writeFileSync(path.resolve(io.cwd, file), content);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new Failure(code === 'ENOENT' ? `${file} cannot be written: its folder does not exist.` : `${file} cannot be written: ${code ?? 'unknown error'}.`);
    }
}
