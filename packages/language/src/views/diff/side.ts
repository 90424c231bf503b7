import { riskOf } from '../../assessment/index.ts';
import type { DiffSide } from './model-diff.ts';

/** What a comparison needs besides an analysis. */
export interface SideOptions extends Pick<DiffSide, 'today' | 'textOf' | 'fileName'> {
    /** The value of `riskMatrix` in the settings. */
    readonly riskMatrix?: unknown;
}

/** One side of a comparison, from an analysis. */
export function sideOf(
    { model, lookup, assessment, findings, problems }: Pick<DiffSide, 'model' | 'lookup' | 'assessment' | 'findings' | 'problems'>,
    { riskMatrix = null, today, textOf, fileName }: SideOptions,
): DiffSide {
    return { model, lookup, assessment, findings, problems, risk: riskOf(lookup, riskMatrix), today, textOf, fileName };
}
