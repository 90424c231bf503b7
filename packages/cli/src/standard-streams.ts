/**
 * Standard output and standard error without Node's streams where the system does without them: loading those takes a
 * tenth of a short check.
 */
import type { Stats } from 'node:fs';
import { fstatSync, statSync, writeSync } from 'node:fs';
import { reasonOf } from 'iacs-language/read-text';
import { exit } from './io.ts';

type Stream = 'stdout' | 'stderr';

let waits = false;

/** True where something that was written may wait in a stream of Node: the process must not be ended yet. */
export function isWaiting(): boolean {
    return waits;
}

const numbers: Readonly<Record<Stream, number>> = { stdout: 1, stderr: 2 };

/** True for the device that throws everything away. */
const isNull = ({ rdev }: Stats): boolean =>
    process.platform !== 'win32' && rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;

/** True where a stream is a terminal. */
export function isTerminal(name: Stream): boolean {
    try {
        // A file or a pipe is none, nor is /dev/null. Node knows the rest, and loads its streams for that.
        const stats = fstatSync(numbers[name]);
        if (!stats.isCharacterDevice() || isNull(stats)) return false;
    } catch {
        return false;
    }
    return process[name].isTTY === true;
}

/** What goes on until its reader is gone, and has no other answer than what it prints. */
function isEndless([command, ...words]: readonly string[]): boolean {
    return command === 'mcp' || command === 'lsp' || words.includes('--watch');
}

function sayWhy(error: unknown): void {
    try {
        writeSync(numbers.stderr, `iacs: Standard output cannot be written: ${reasonOf(error)}\n`);
    } catch {
        // It is in the exit code.
    }
}

/**
 * Writes to standard output or standard error, in the order of the calls. A reader that stops early, such as `head`,
 * is not an error, and does not make a failed check a good one: the command goes on to its exit code without it.
 */
export function writerTo(name: Stream): (content: string | Uint8Array) => void {
    // A terminal of Windows wants characters and not bytes.
    let direct = process.platform !== 'win32';
    let listens = false;
    let isUnread = false;
    const failed = (error: unknown): void => {
        isUnread = (error as NodeJS.ErrnoException).code === 'EPIPE';
        if (!isUnread && name === 'stderr') throw error;
        if (!isUnread) sayWhy(error);
        if (!isUnread) process.exit(exit.failed);
        if (name === 'stdout' && isEndless(process.argv.slice(2))) process.exit(exit.fine);
    };
    return content => {
        if (isUnread) return;
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
        waits = true;
        const stream = process[name];
        if (!listens) stream.on('error', failed);
        listens = true;
        // The bytes belong to the caller, who may put others in their place.
        stream.write(Buffer.from(rest));
    };
}
