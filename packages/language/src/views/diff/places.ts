import type { Place } from '../../model/index.ts';
import type { DiffSide } from './model-diff.ts';

const startsOf = new WeakMap<DiffSide, Map<string, readonly number[]>>();

function lineStarts(text: string): readonly number[] {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
}

/** The line of a place, from 1; 1 where the text is not known. */
export function lineOf(side: DiffSide, at: Place): number {
    const files = startsOf.get(side) ?? new Map<string, readonly number[]>();
    startsOf.set(side, files);
    const starts = files.get(at.file) ?? lineStarts(side.textOf(at.file) ?? '');
    files.set(at.file, starts);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= at.start) low = middle;
        else high = middle;
    }
    return low + 1;
}
