import type { Assessment } from '../../../assessment/index.ts';
import type { Flow } from '../../../model/index.ts';
import type { Crossing } from '../model-diff.ts';

/**
 * Zones between which a session goes without a stop, with the first flow that does.
 * @param name says how the other side calls a zone
 * @param counts which flows count
 */
function crossingsOf(
    { lookup, reach }: Assessment,
    name: (zone: string) => string | undefined,
    counts: (flow: Flow) => boolean = () => true,
): Map<string, Crossing> {
    const found = new Map<string, Crossing>();
    for (const carrier of reach.graph.carriers) {
        if (carrier.kind !== 'flow' || !counts(carrier.flow)) continue;
        const { flow, backward } = carrier;
        // A broker that speaks to its subscriber opens no session of its own.
        if (backward && flow.arrow === '->') continue;
        const [opener, answerer] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
        const [from, to] = [lookup.zoneOf(opener)?.id, lookup.zoneOf(answerer)?.id];
        if (from === undefined || to === undefined || from === to) continue;
        const [first, second] = [name(from), name(to)];
        if (first === undefined || second === undefined) continue;
        const key = `${first} ${second}`;
        if (!found.has(key)) found.set(key, { from, to, flow: flow.id });
    }
    return found;
}

/**
 * Between which zones, that are there before and after, sessions go directly now and did not before, and the other way
 * round. A path that was there over a jump host says nothing of it: it is the stop on the way that is gone. Nothing is
 * closed where an end of the session was taken out of the model, or carried into the zone of the other end, or into a
 * new zone from which it goes on.
 */
export function crossingChanges(
    before: Assessment,
    after: Assessment,
    elements: ReadonlyMap<string, string>,
): { readonly opened: readonly Crossing[]; readonly closed: readonly Crossing[] } {
    const kept = new Set(elements.values());
    const isThere = (end: string): boolean => after.lookup.element(elements.get(end) ?? '') !== undefined;
    const zoneNow = (end: string): string | undefined => after.lookup.zoneOf(elements.get(end) ?? '')?.id;
    const old = crossingsOf(before, zone => elements.get(zone));
    const all = crossingsOf(after, zone => zone);
    /** True for a session that goes on from a zone, or into one, that is new. */
    const goesOn = ({ from, to, arrow }: Flow): boolean => {
        const ends = [zoneNow(from.id) ?? '', zoneNow(to.id) ?? ''];
        if (ends.every(zone => kept.has(zone))) return false;
        return all.has(ends.join(' ')) || (arrow !== '->' && all.has(ends.toReversed().join(' ')));
    };
    const standing = crossingsOf(
        before,
        zone => elements.get(zone),
        flow => {
            const { from, to } = flow;
            return isThere(from.id) && isThere(to.id) && zoneNow(from.id) !== zoneNow(to.id) && !goesOn(flow);
        },
    );
    const now = crossingsOf(after, zone => (kept.has(zone) ? zone : undefined));
    return {
        opened: [...now].filter(([key]) => !old.has(key)).map(([, crossing]) => crossing),
        closed: [...standing].filter(([key]) => !now.has(key)).map(([, crossing]) => crossing),
    };
}
