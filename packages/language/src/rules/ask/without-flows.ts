import type { Conduit, Lookup } from '../../model/index.ts';

/**
 * True for the way into a network that only carries others: what passes is stated by the conduits that are carried over
 * it from a zone of this one.
 */
function carriesOthers(lookup: Lookup, { between }: Conduit): boolean {
    const carried = lookup.once(endsOverCarriers);
    return between.some(carrier => between.some(({ id }) => carried.get(carrier.id)?.has(id)));
}

/** For each network that carries conduits with flows, the zones that these join. */
function endsOverCarriers({ model, flowsIn }: Lookup): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const { id, over, between } of model.conduits) {
        if (over.length === 0 || flowsIn(id).length === 0) continue;
        for (const carrier of over) {
            const ends = found.get(carrier.id) ?? new Set();
            found.set(carrier.id, ends);
            for (const end of between) ends.add(end.id);
        }
    }
    return found;
}

/** The conduits that join zones, and of which no flow states what passes, in the order of the text. */
export function withoutFlows(lookup: Lookup): readonly Conduit[] {
    return lookup.model.conduits.filter(
        conduit =>
            conduit.between.length > 0 &&
            lookup.flowsIn(conduit.id).length === 0 &&
            !lookup.isUnread(conduit.id, 'flow') &&
            !carriesOthers(lookup, conduit),
    );
}
