import type { Lookup } from '../model/index.ts';
import type { Comparison } from './reconcile.ts';
import { compare } from './reconcile.ts';
import type { Reconciliation } from './types.ts';

/** After so many days without a gap a flow counts as never seen, where no settings say it. */
export const defaultStaleAfter = 90;

/** The comparisons of one model, by the days without a gap that make "never seen"; each is worked out once. */
class Comparisons {
    readonly #lookup: Lookup;
    readonly #made = new Map<number, Comparison>();
    /** Of another model: the first one that is made goes on from it. */
    #before: Comparison | null = null;

    constructor(lookup: Lookup) {
        this.#lookup = lookup;
    }

    of(staleAfter: number): Reconciliation {
        let known = this.#made.get(staleAfter);
        if (!known) {
            known = compare(this.#lookup, { staleAfter }, this.#before);
            this.#made.set(staleAfter, known);
            // Else each model would hold the one before it.
            this.#before = null;
        }
        return known.found;
    }

    /** One that is made already, whatever it calls never seen. */
    get any(): Reconciliation {
        return [...this.#made.values()][0]?.found ?? this.of(defaultStaleAfter);
    }

    goOnFrom(other: Comparisons): void {
        this.#before = [...other.#made.values()].at(-1) ?? other.#before;
    }
}

const comparisons = (lookup: Lookup): Comparisons => new Comparisons(lookup);

/**
 * {@link reconcile} with what the model itself says, worked out once for a lookup.
 * @param staleAfter so many days without a gap make "never seen"
 */
export function reconciliation(lookup: Lookup, staleAfter = defaultStaleAfter): Reconciliation {
    return lookup.once(comparisons).of(staleAfter);
}

/** {@link reconciliation} for questions that no flow "never seen" has a part in. */
export function anyReconciliation(lookup: Lookup): Reconciliation {
    return lookup.once(comparisons).any;
}

/**
 * Lets the comparison of a model go on from that of another one.
 * @param before a model that differs in the addresses of assets, in what is said of flows, and else in nothing that a
 *    comparison looks at
 */
export function goOnFrom(before: Lookup, now: Lookup): void {
    now.once(comparisons).goOnFrom(before.once(comparisons));
}
