import type { Place } from '../../model/index.ts';
import type { DiffSide } from './model-diff.ts';

/** The line of a place, from 1; 1 where the text is not known. */
export function lineOf(side: DiffSide, at: Place): number {
    return side.linesOf(at.file).at(at.start).line;
}
