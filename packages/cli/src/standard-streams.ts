/**
 * Standard output and standard error without Node's streams where the system does without them: loading those takes a
 * tenth of a short check.
 */
import { fstatSync, writeSync } from 'node:fs';
import { exit } from './io.ts';

type Stream = 'stdout' | 'stderr';

const numbers: Readonly<Record<Stream, number>> = { stdout: 1, stderr: 2 };

/** True where a stream is a terminal. */
export function isTerminal(name: Stream): boolean {
    try {
        // A file or a pipe is none. Node knows the rest, and loads its streams for that.
        if (!fstatSync(numbers[name]).isCharacterDevice()) return false;
    } catch {
        return false;
    }
    return process[name].isTTY === true;
}

/**
 * Writes to standard output or standard error, in the order of the calls. A reader that stops early, such as `head`,
 * ends the process without an error.
 */
export function writerTo(name: Stream): (content: string | Uint8Array) => void {
    // A terminal of Windows wants characters and not bytes.
    let direct = process.platform !== 'win32';
    let listens = false;
    const failed = (error: unknown): void => {
        const isOver = (error as NodeJS.ErrnoException).code === 'EPIPE';
        // What failed is in the exit code; that nobody reads the complaints is not an error of their cause.
        if (name === 'stdout') process.exit(isOver ? exit.fine : exit.failed);
        if (!isOver) throw error;
    };
    return content => {
        let rest = typeof content === 'string' ? Buffer.from(content) : content;
        try {
            while (direct && rest.length > 0) rest = rest.subarray(writeSync(numbers[name], rest));
        } catch (error) {
            // A pipe that does not wait is full.
            if ((error as NodeJS.ErrnoException).code === 'EAGAIN') direct = false;
            else {
                failed(error);
                return;
            }
        }
        if (rest.length === 0) return;
        const stream = process[name];
        if (!listens) stream.on('error', failed);
        listens = true;
        stream.write(rest);
    };
}
