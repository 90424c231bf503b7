import { runProcess, type Commands } from './command-line.ts';
import type { Io } from './io.ts';
import { exit } from './io.ts';
import { isWaiting } from './standard-streams.ts';

/** The entry of a command that is built into one file. */
export type Main = (
    args: readonly string[],
    version: string,
    hasRead: (characters: number) => void,
    asFirst: NonNullable<Io['asFirst']>,
) => Promise<{ readonly hasRun: boolean; readonly isDone: boolean }>;

/**
 * Makes the entry of a command by itself: it runs the command in this process, and sets the exit code. It takes the
 * words after `iacs`, the version of this command line, what hears again and again of how many characters have been
 * read, and what does something with the first settings of V8.
 * @returns `hasRun`: models were looked at, so all code has run that the command needs; `isDone`: nothing is left to do
 *   or to be written, and the process may be ended
 */
export function alone(commands: Commands): Main {
    return async (args, version, hasRead, asFirst) => {
        await runProcess(commands, args, version, { hasRead, asFirst });
        const hasRun = process.exitCode !== exit.failed && !args.some(word => word === '--help' || word === '-h');
        return { hasRun, isDone: !isWaiting() };
    };
}
