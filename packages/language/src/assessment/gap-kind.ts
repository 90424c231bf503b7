import type { RequirementState, State, SubjectAssessment } from './levels.ts';

/** Why SL-A is below SL-T: a requirement is known not to be met, or nothing says whether it is. */
export type GapKind = 'short' | 'not-assessed';

/** True where nothing says whether a requirement is met: what a product could do is not said to be in place. */
export function isUnsaid(state: State): boolean {
    return state === 'not-assessed' || state === 'capable';
}

/** True where it is known that a requirement is not met: somebody misses it, or only plans it. */
export function isKnownOpen({ state }: Pick<RequirementState, 'state'>): boolean {
    return state === 'missed' || state === 'planned';
}

/**
 * Tells a gap that is known from one that only follows from what is not assessed. A requirement of any level up to SL-T
 * counts, also above the level that is blocked first: the target is out of reach while it is missed.
 * @param fr 0 to 6
 * @returns `null` where there is no gap in that foundational requirement
 */
export function gapKindOf({ gap, requirements }: SubjectAssessment, fr: number): GapKind | null {
    if (!gap[fr]) return null;
    return requirements.some(each => each.fr === fr && each.required && isKnownOpen(each)) ? 'short' : 'not-assessed';
}

/** {@link gapKindOf} of each foundational requirement. */
export function gapKindsOf(assessed: SubjectAssessment): readonly (GapKind | null)[] {
    return assessed.gap.map((_, fr) => gapKindOf(assessed, fr));
}

/** A gap as it is printed, `null` for none that is stated: `2`, and `2?` where it is not assessed. */
export function gapText(gap: number | null, kind: GapKind | null | undefined): string | null {
    return gap === null ? null : `${gap}${kind === 'not-assessed' ? '?' : ''}`;
}
