/**
 * `iacs diagram` by itself, built into one file like a check (`check-alone.ts`): of a small plant, starting is most of
 * what a picture costs beside its layout. Pictures of pixels, sheets and archives are not in it.
 */
import { alone } from './alone.ts';
import diagram from './commands/diagram.ts';

export const main = alone({ diagram: async () => ({ default: diagram }) });
