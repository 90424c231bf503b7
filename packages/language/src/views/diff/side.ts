import { Lines } from '../../model/index.ts';
import type { Settings } from '../../settings/index.ts';
import { defaultSettings } from '../../settings/index.ts';
import type { DiffSide } from './model-diff.ts';

/** What a comparison needs besides an analysis. */
export interface SideOptions extends Pick<DiffSide, 'today' | 'textOf' | 'fileName' | 'answers' | 'unasked'> {
    /** The settings that the model was judged by; the defaults without them. */
    readonly settings?: Settings;
}

/** One side of a comparison, from an analysis. */
export function sideOf(
    {
        model,
        whole = model,
        lookup,
        assessment,
        findings,
        problems,
    }: Pick<DiffSide, 'model' | 'lookup' | 'assessment' | 'findings' | 'problems'> & Partial<Pick<DiffSide, 'whole'>>,
    { settings = defaultSettings, today, textOf, fileName, answers, unasked = false }: SideOptions,
): DiffSide {
    const lines = new Map<string, Lines>();
    return {
        model,
        whole,
        lookup,
        assessment,
        findings,
        ...(answers ? { answers } : {}),
        unasked,
        problems,
        settings,
        today,
        textOf,
        linesOf: file => {
            const known = lines.get(file) ?? new Lines(textOf(file) ?? '');
            lines.set(file, known);
            return known;
        },
        fileName,
    };
}
