import { Lines, type Place } from '../../model/index.ts';
import type { DiffSide } from './model-diff.ts';

const linesOf = new WeakMap<DiffSide, Map<string, Lines>>();

/** The line of a place, from 1; 1 where the text is not known. */
export function lineOf(side: DiffSide, at: Place): number {
    const files = linesOf.get(side) ?? new Map<string, Lines>();
    linesOf.set(side, files);
    const lines = files.get(at.file) ?? new Lines(side.textOf(at.file) ?? '');
    files.set(at.file, lines);
    return lines.at(at.start).line;
}
