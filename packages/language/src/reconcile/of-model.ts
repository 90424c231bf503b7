import type { Lookup } from '../model/index.ts';
import type { Comparison } from './reconcile.ts';
import { compare } from './reconcile.ts';
import type { Reconciliation } from './types.ts';

export const defaultStaleAfter = 90;

/** One question for each age, so that a lookup remembers its answer. */
const questions = new Map<number, (lookup: Lookup) => Reconciliation>();

/** What was worked out for a model, and from what it may go on. */
const made = new WeakMap<Lookup, Comparison>();
const earlier = new WeakMap<Lookup, Comparison>();

/**
 * {@link reconcile} with what the model itself says, worked out once for a lookup.
 * @param staleAfter so many days without a gap make "never seen"
 */
export function reconciliation(lookup: Lookup, staleAfter = defaultStaleAfter): Reconciliation {
    const question =
        questions.get(staleAfter) ??
        (some => {
            const comparison = compare(some, { staleAfter }, earlier.get(some) ?? null);
            // Else each model would hold the one before it.
            earlier.delete(some);
            made.set(some, comparison);
            return comparison.found;
        });
    questions.set(staleAfter, question);
    return lookup.once(question);
}

/**
 * Lets the comparison of a model go on from that of another one.
 * @param before a model that differs in the addresses of assets, in what is said of flows, and else in nothing that a
 *    comparison looks at
 */
export function goOnFrom(before: Lookup, now: Lookup): void {
    const known = made.get(before) ?? earlier.get(before);
    if (known) earlier.set(now, known);
}
