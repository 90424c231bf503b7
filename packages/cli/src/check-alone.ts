/**
 * The most frequent call by itself: a check of what is there. It is built into one file, which Node compiles as a
 * whole and of which the compiled code is kept (`bin/kept-code.js`). What compares with an earlier state is not in it.
 */
import { runProcess } from './command-line.ts';
import check from './commands/check.ts';
import { exit } from './io.ts';
import { isWaiting } from './standard-streams.ts';

/**
 * Runs `iacs check …` of this process, and sets its exit code.
 * @param args the words after `iacs`
 * @param version of this command line
 * @param hasRead hears again and again of how many characters have been read
 * @returns `hasRun`: models were looked at, so all code has run that the command needs; `isDone`: nothing is left to do
 *   or to be written, and the process may be ended
 */
export async function main(
    args: readonly string[],
    version: string,
    hasRead: (characters: number) => void,
): Promise<{ readonly hasRun: boolean; readonly isDone: boolean }> {
    await runProcess({ check: async () => ({ default: check }) }, args, version, { hasRead });
    const hasRun = process.exitCode !== exit.failed && !args.some(word => word === '--help' || word === '-h');
    return { hasRun, isDone: !isWaiting() };
}
