import type { Lookup } from '../model/index.ts';
import { reconcile } from './reconcile.ts';
import type { Reconciliation } from './types.ts';

export const defaultStaleAfter = 90;

/** One question for each age, so that a lookup remembers its answer. */
const questions = new Map<number, (lookup: Lookup) => Reconciliation>();

/**
 * {@link reconcile} with what the model itself says, worked out once for a lookup.
 * @param staleAfter so many days without a gap make "never seen"
 */
export function reconciliation(lookup: Lookup, staleAfter = defaultStaleAfter): Reconciliation {
    const question = questions.get(staleAfter) ?? (some => reconcile(some, { staleAfter }));
    questions.set(staleAfter, question);
    return lookup.once(question);
}
