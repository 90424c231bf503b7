import type { Settings } from '../../settings/index.ts';
import { defaultSettings } from '../../settings/index.ts';
import type { DiffSide } from './model-diff.ts';

/** What a comparison needs besides an analysis. */
export interface SideOptions extends Pick<DiffSide, 'today' | 'textOf' | 'fileName'> {
    /** The settings that the model was judged by; the defaults without them. */
    readonly settings?: Settings;
}

/** One side of a comparison, from an analysis. */
export function sideOf(
    {
        model,
        lookup,
        assessment,
        findings,
        problems,
    }: Pick<DiffSide, 'model' | 'lookup' | 'assessment' | 'findings' | 'problems'>,
    { settings = defaultSettings, today, textOf, fileName }: SideOptions,
): DiffSide {
    return {
        model,
        lookup,
        assessment,
        findings,
        problems,
        settings,
        today,
        textOf,
        fileName,
    };
}
