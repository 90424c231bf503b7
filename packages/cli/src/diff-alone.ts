/**
 * `iacs diff` by itself, built into one file like a check (`check-alone.ts`): in a pull request most models are small,
 * and then starting is most of a comparison. What draws a picture is not in it.
 */
import { alone } from './alone.ts';
import diff from './commands/diff.ts';

export const main = alone({ diff: async () => ({ default: diff }) });
