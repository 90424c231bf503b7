import type { Place } from '../../model/index.ts';
import type { DiffSide, ModelDiff } from './model-diff.ts';

/** The line of a place, from 1; 1 where the text is not known. */
export function lineOf(side: DiffSide, at: Place): number {
    return side.linesOf(at.file).at(at.start).line;
}

const mark = '#base';

/** What a file of BASE is called where HEAD is asked what BASE asked: nothing stands at its places in HEAD. */
export function inBase(file: string): string {
    return `${file}${mark}`;
}

/** True for what stands in BASE alone. */
export function isInBase(file: string): boolean {
    return file.endsWith(mark);
}

/** The texts of HEAD, and under their marked names those of BASE. */
export function textsOf(before: Pick<DiffSide, 'textOf'>, after: Pick<DiffSide, 'textOf'>): DiffSide['textOf'] {
    return file => (isInBase(file) ? before.textOf(file.slice(0, -mark.length)) : after.textOf(file));
}

/** Where a finding is, for a reader: what is held against HEAD by what BASE asked may be in a text of BASE. */
export function placeOf(
    { before }: Pick<ModelDiff, 'before'>,
    side: DiffSide,
    { at }: { readonly at: Place },
): { readonly file: string; readonly line: number } {
    const isOld = isInBase(at.file);
    const [shown, place] = isOld ? [before, { ...at, file: at.file.slice(0, -mark.length) }] : [side, at];
    return { file: shown.fileName(place.file), line: lineOf(shown, place) };
}
