import type { Flow, Lookup, Naming } from '../../../model/index.ts';
import { lookup as lookupOf } from '../../../model/index.ts';
import { goOnFrom, hasEvidence, isSeen, reconciliation, type FlowReading } from '../../../reconcile/index.ts';

/** What was found of flows that say something else, by what they say: it takes a comparison with all rules. */
const readings = (): WeakMap<Flow, Map<string, FlowReading | undefined>> => new WeakMap();

/** What rules and traffic show of a flow of a model if it were another one; nothing where none are known. */
export function readingOf(lookup: Lookup, flow: Flow, other: Flow): FlowReading | undefined {
    const { model } = lookup;
    if (!hasEvidence(lookup)) return undefined;
    const all = lookup.once(readings);
    const known = all.get(flow) ?? new Map<string, FlowReading | undefined>();
    all.set(flow, known);
    const key = JSON.stringify([other.protocols.map(({ id }) => id), other.ports]);
    if (!known.has(key)) {
        reconciliation(lookup);
        const turned = lookupOf({ ...model, flows: model.flows.map(each => (each === flow ? other : each)) });
        goOnFrom(lookup, turned);
        known.set(
            key,
            reconciliation(turned).flows.find(each => each.flow === other),
        );
    }
    return known.get(key);
}

/** True where rules let some of it through, or it was seen and they do not stop it. */
export function isGoingOn(reading: FlowReading | undefined): boolean {
    if (!reading || reading.configured === 'no') return false;
    return ['yes', 'partly'].includes(reading.configured) || isSeen(reading.observed.outcome);
}

/** A flow with other protocols, which HEAD calls so. */
export const speaking = (flow: Flow, protocols: readonly string[]): Flow => ({
    ...flow,
    protocols: protocols.map(id => ({ id, at: flow.origin.name })),
});

/** The protocols that a flow of HEAD no longer names, where it names no other, and rules or traffic still show. */
export function stillSpoken(after: Lookup, old: Flow, now: Flow, names: Naming): readonly string[] {
    const [was, is] = [old.protocols.map(({ id }) => names.protocol(id)), now.protocols.map(({ id }) => id)];
    if (is.length === 0 || is.some(id => !was.includes(id)) || !hasEvidence(after)) return [];
    return was.filter(id => {
        if (is.includes(id) || !after.protocol(id)) return false;
        return isGoingOn(readingOf(after, now, speaking(now, [id])));
    });
}
