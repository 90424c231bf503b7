import { withAnd } from '../model/index.ts';
import type { RequirementState } from './levels.ts';
import type { ThreatRisk } from './threat-risk.ts';

/** What is stated of a requirement and counts for nothing. */
export type Lapse =
    /** All that shows it, or one thing that it rests on, was good until this day. */
    | { readonly kind: 'expired'; readonly until: string }
    /** Its evidence is of a day to come or has none that can be read, or it rests on what is not said to work. */
    | { readonly kind: 'uncounted' };

/**
 * Tells a requirement of which something is stated that does not count from one of which nothing is said.
 * @param today `YYYY-MM-DD`
 * @returns `null` for the second kind, and for any state but `not-assessed`
 */
export function lapseOf(
    { state, origin, evidenceUntil }: Pick<RequirementState, 'state' | 'origin' | 'evidenceUntil'>,
    today: string,
): Lapse | null {
    if (state !== 'not-assessed' || origin === null) return null;
    return evidenceUntil !== null && evidenceUntil < today
        ? { kind: 'expired', until: evidenceUntil }
        : { kind: 'uncounted' };
}

/** Why what is stated does not count, as the end of a line: `evidence was good until 2026-10-01`. */
export function lapseText(lapse: Lapse): string {
    return lapse.kind === 'expired' ? `evidence was good until ${lapse.until}` : 'what is stated does not count';
}

/** Countermeasures that would lower a risk, and count for nothing. */
export interface Idle {
    /** Those that are said to work, and whose evidence does not count on this day. */
    readonly lapsed: readonly string[];
    /** Those of which nothing says whether they work. */
    readonly undecided: readonly string[];
}

/** The countermeasures of a threat that would lower its risk, and count for nothing wherever they are. */
export function idleOf({ mitigations }: Pick<ThreatRisk, 'mitigations'>): Idle {
    const reducing = mitigations.filter(each => each.reduces);
    return {
        lapsed: [...new Set(reducing.flatMap(each => each.lapsed))],
        undecided: [...new Set(reducing.flatMap(each => each.undecided))],
    };
}

/** Why countermeasures count for nothing: `the evidence of A does not count today; nothing says that B works`. */
export function idleText({ lapsed, undecided }: Idle): string {
    return [
        ...(lapsed.length > 0 ? [`the evidence of ${withAnd(lapsed)} does not count today`] : []),
        ...(undecided.length > 0
            ? [`nothing says that ${withAnd(undecided)} ${undecided.length === 1 ? 'works' : 'work'}`]
            : []),
    ].join('; ');
}
