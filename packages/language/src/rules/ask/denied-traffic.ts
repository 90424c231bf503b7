import type { Invariant, Lookup } from '../../model/index.ts';
import type { LocatedEnd, TrafficReading } from '../../reconcile/index.ts';
import { isEnd } from '../../reconcile/index.ts';
import { listed } from '../say/wording.ts';

/** True where traffic runs between two ends of the model, or what they hold. */
function runs(lookup: Lookup, from: string, to: string, opener: LocatedEnd, answerer: LocatedEnd): boolean {
    return isEnd(lookup, from, opener.asset, opener.zone) && isEnd(lookup, to, answerer.asset, answerer.zone);
}

/**
 * The invariants that deny what was seen, by its two ends alone: not one whose exceptions may take it in, or that asks
 * who writes, or by where a path leads.
 */
function denying(lookup: Lookup, { from, to, conversation }: TrafficReading): readonly Invariant[] {
    const sessions =
        conversation.arrow === '->'
            ? ([[from, to]] as const)
            : ([
                  [from, to],
                  [to, from],
              ] as const);
    return lookup.model.invariants.filter(({ clauses, exceptions }) =>
        sessions.some(
            ([opener, answerer]) =>
                clauses.some(
                    ({ verb, through, access, ...clause }) =>
                        verb === 'deny' &&
                        through === null &&
                        access === null &&
                        runs(lookup, clause.from.id, clause.to.id, opener, answerer),
                ) &&
                !exceptions.some(
                    exception =>
                        runs(lookup, exception.from.id, exception.to.id, opener, answerer) ||
                        runs(lookup, exception.from.id, exception.to.id, answerer, opener),
                ),
        ),
    );
}

/**
 * A sentence about invariants that deny traffic which was seen; empty where none does.
 * @param some traffic between the same two ends
 */
export function deniedText(lookup: Lookup, some: readonly TrafficReading[]): string {
    const [first] = some;
    const ids = first && first.conversation.arrow !== '--' ? denying(lookup, first).map(({ id }) => id) : [];
    if (ids.length === 0) return '';
    return `${listed(ids)} ${ids.length === 1 ? 'denies' : 'deny'} it, and the declared flows do not show it. `;
}
