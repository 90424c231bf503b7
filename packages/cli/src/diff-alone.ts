/**
 * `iacs diff` by itself, built into one file like a check (`check-alone.ts`): in a pull request most models are small,
 * and then starting is most of a comparison. What draws a picture is not in it.
 */
import { runProcess } from './command-line.ts';
import diff from './commands/diff.ts';
import { exit } from './io.ts';
import { isWaiting } from './standard-streams.ts';

/**
 * Runs `iacs diff …` of this process, and sets its exit code.
 * @param args the words after `iacs`
 * @param version of this command line
 * @param hasRead hears of how many characters are compared
 * @returns as `main` of `check-alone.ts`
 */
export async function main(
    args: readonly string[],
    version: string,
    hasRead: (characters: number) => void,
): Promise<{ readonly hasRun: boolean; readonly isDone: boolean }> {
    await runProcess({ diff: async () => ({ default: diff }) }, args, version, { hasRead });
    const hasRun = process.exitCode !== exit.failed && !args.some(word => word === '--help' || word === '-h');
    return { hasRun, isDone: !isWaiting() };
}
