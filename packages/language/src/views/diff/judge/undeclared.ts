import type { Flow, Lookup, Mention } from '../../../model/index.ts';
import { lookup as lookupOf } from '../../../model/index.ts';
import { hasEvidence, isSeen, reconciliation, type FlowReading } from '../../../reconcile/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { inBase } from '../places.ts';

/** True where the rules of firewalls let something through, or traffic of it was seen that they do not stop. */
const isShown = ({ configured, observed }: FlowReading): boolean =>
    configured !== 'no' && (['yes', 'partly'].includes(configured) || isSeen(observed.outcome));

/** The zone in which both ends of a flow lie; `null` where a boundary is between them. */
export function zoneAround({ zoneOf }: Lookup, { from, to }: Pick<Flow, 'from' | 'to'>): string | null {
    const zone = zoneOf(from.id);
    return zone !== undefined && zone === zoneOf(to.id) ? zone.id : null;
}

/**
 * Flows of BASE that HEAD does not declare any more, though nothing is closed by that: its rules or its traffic still
 * show them, or their ends lie in one zone now, where no boundary stops anything. HEAD is asked as if they were still
 * written. They have the names of HEAD, and places of BASE.
 */
export function undeclaredFlows(before: DiffSide, after: DiffSide, pairing: Pairing): readonly Flow[] {
    const names = namesFrom(pairing);
    const { model, lookup } = after;
    const [there, ids] = [new Set(model.flows), new Set(model.flows.map(({ id }) => id))];
    const named = (mention: Mention, name: (id: string) => string): Mention => ({ ...mention, id: name(mention.id) });
    /** The protocols as far as HEAD has them; the ports of the others say what is left of them. */
    const spoken = (old: Flow): Pick<Flow, 'protocols' | 'ports'> => {
        const protocols = old.protocols.map(each => named(each, names.protocol));
        const known = protocols.filter(({ id }) => lookup.protocol(id) !== undefined);
        if (known.length === protocols.length || old.ports.length > 0) return { protocols: known, ports: old.ports };
        return { protocols: known, ports: old.protocols.flatMap(({ id }) => before.lookup.protocol(id)?.ports ?? []) };
    };
    const joined = new Set<Flow>();
    const gone = before.model.flows.flatMap((old): readonly Flow[] => {
        const partner = pairing.flows.get(old);
        if (partner && there.has(partner)) return [];
        const container = old.container === null ? null : names.element(old.container);
        const ends = { from: named(old.from, names.element), to: named(old.to, names.element) };
        const zone = zoneAround(before.lookup, old) === null ? zoneAround(lookup, ends) : null;
        const place = zone ?? (container !== null && lookup.element(container) ? container : null);
        const flow: Flow = {
            ...old,
            ...ends,
            id: ids.has(old.id) ? `${old.id} (before)` : old.id,
            container: place,
            ...spoken(old),
            secured: old.secured && {
                ...old.secured,
                by: old.secured.by.map(each => named(each, names.countermeasure)),
            },
            origin: { ...old.origin, file: inBase(old.origin.file) },
        };
        if (zone !== null) joined.add(flow);
        return [flow.from, flow.to].every(({ id }) => lookup.element(id) !== undefined) ? [flow] : [];
    });
    if (gone.length === joined.size || !hasEvidence(lookup)) return [...joined];
    const all = new Set(gone);
    return reconciliation(lookupOf({ ...model, flows: [...model.flows, ...gone] })).flows.flatMap(reading =>
        all.has(reading.flow) && (joined.has(reading.flow) || isShown(reading)) ? [reading.flow] : [],
    );
}
