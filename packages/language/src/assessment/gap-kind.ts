import { requirementById } from '../catalogue/index.ts';
import type { State, SubjectAssessment } from './levels.ts';

/** Why SL-A is below SL-T: a requirement is known not to be met, or nothing says whether it is. */
export type GapKind = 'short' | 'not-assessed';

/** True where nothing says whether a requirement is met: what a product could do is not said to be in place. */
export function isUnsaid(state: State): boolean {
    return state === 'not-assessed' || state === 'capable';
}

/**
 * Tells a gap that is known from one that only follows from what is not assessed.
 * @param fr 0 to 6
 * @returns `null` where there is no gap in that foundational requirement
 */
export function gapKindOf({ gap, limits, requirements }: SubjectAssessment, fr: number): GapKind | null {
    if (!gap[fr]) return null;
    const isOpen = (id: string): boolean => {
        const state = requirements[requirementById(id)?.index ?? -1]?.state;
        return state === undefined || isUnsaid(state);
    };
    return (limits[fr] ?? []).every(isOpen) ? 'not-assessed' : 'short';
}
