/**
 * `iacs diagram` by itself, built into one file like a check (`check-alone.ts`): of a small plant, starting is most of
 * what a picture costs beside its layout. Pictures of pixels, sheets and archives are not in it.
 */
import { runProcess } from './command-line.ts';
import diagram from './commands/diagram.ts';
import { exit } from './io.ts';
import { isWaiting } from './standard-streams.ts';

/**
 * Runs `iacs diagram …` of this process, and sets its exit code.
 * @param args the words after `iacs`
 * @param version of this command line
 * @param hasRead hears again and again of how many characters have been read
 * @returns as `main` of `check-alone.ts`
 */
export async function main(
    args: readonly string[],
    version: string,
    hasRead: (characters: number) => void,
): Promise<{ readonly hasRun: boolean; readonly isDone: boolean }> {
    await runProcess({ diagram: async () => ({ default: diagram }) }, args, version, { hasRead });
    const hasRun = process.exitCode !== exit.failed && !args.some(word => word === '--help' || word === '-h');
    return { hasRun, isDone: !isWaiting() };
}
