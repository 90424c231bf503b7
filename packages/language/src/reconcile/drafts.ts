import { crosses } from '../assessment/index.ts';
import type { Flow, Lookup, Observation } from '../model/index.ts';
import type { Filters } from './configured.ts';
import { throughDevices } from './flow-devices.ts';
import type { Draft } from './nearly.ts';
import type { Needs } from './needs.ts';
import { hasRun, withUsed } from './needs.ts';
import { isSeen } from './observation-text.ts';
import { ByEnds, isOf, mayBeIts, Watch } from './observed.ts';
import type { Places } from './places.ts';
import type { Placed, Sightings } from './sightings.ts';
import { mayBeOf, sightsBetween } from './sightings.ts';
import type { Strangers } from './strangers.ts';
import type { Seen } from './types.ts';

/** A flow and the services that it needs. */
export type Needed = readonly [Flow, Needs];

/** What is known of a flow by itself. */
export interface Drafted {
    readonly needs: Needs;
    /** `null` for one inside a zone. */
    readonly draft: Draft | null;
    /** The conversations that it explains. */
    readonly own: readonly Placed[];
}

interface Evidence {
    readonly filters: Filters;
    readonly sightings: Sightings;
    readonly observations: readonly Observation[];
    readonly declared: readonly Needed[];
    readonly strangers: Strangers;
}

/**
 * What the devices of each declared flow do with it, and what was seen of it. Flows without ports are left out.
 * @param before what is known of a flow of which it is the same in another model
 */
export function draftsOf(
    lookup: Lookup,
    places: Places,
    { filters, sightings, observations, declared, strangers }: Evidence,
    before: (flow: Flow) => Drafted | undefined,
): ReadonlyMap<Flow, Drafted> {
    const known = new Map(declared.map(([flow]) => [flow, before(flow)]));
    const asked = declared.filter(([flow, needs]) => needs.kind !== 'none' && !known.get(flow));
    const byEnds = new ByEnds(lookup, conversationsOf(lookup, sightings, asked, declared.length));
    const watch = new Watch(lookup, observations);
    const isOpen = (flow: Flow, needs: Needs): boolean =>
        sightings.open.some(
            sight =>
                hasRun(lookup, flow, needs, sight.conversation.outcome) &&
                mayBeOf(lookup, places.book, flow, needs, sight),
        );
    /** What was seen of a flow; where none was, and other traffic may have been its own, that is not "never". */
    const seenOrOpen = (seen: Seen, flow: Flow, needs: Needs, near: readonly Placed[]): Seen =>
        !isSeen(seen.outcome) &&
        seen.visible &&
        (isOpen(flow, needs) ||
            strangers.mayBeOf(flow, needs) ||
            near.some(
                each => hasRun(lookup, flow, needs, each.conversation.outcome) && mayBeIts(lookup, flow, needs, each),
            ))
            ? { ...seen, visible: false }
            : seen;
    const drafted = ([flow, needs]: Needed): Drafted => {
        const near = byEnds.between(flow.from.id, flow.to.id);
        const own = near.filter(placed => isOf(lookup, flow, needs, placed));
        if (!crosses(lookup, flow)) return { needs, draft: null, own };
        const used = own.flatMap(({ conversation, region }) => (isSeen(conversation.outcome) ? [region.services] : []));
        const { devices, configured } = throughDevices(lookup, places, filters, flow, withUsed(needs, used));
        const observed = seenOrOpen(watch.seen(flow, needs, own), flow, needs, near);
        return { needs, draft: { flow, needs, devices, configured, observed }, own };
    };
    return new Map(
        declared
            .filter(([, needs]) => needs.kind !== 'none')
            .map(needed => [needed[0], known.get(needed[0]) ?? drafted(needed)]),
    );
}

/** The conversations that may be of some flows: of few flows between assets, those of these assets. */
function conversationsOf(
    lookup: Lookup,
    sightings: Sightings,
    asked: readonly Needed[],
    all: number,
): readonly Placed[] {
    const ends = new Set(asked.flatMap(([flow]) => [flow.from.id, flow.to.id]));
    return 4 * asked.length > all || [...ends].some(id => lookup.zone(id))
        ? [...sightings.crossing, ...sightings.inside]
        : sightsBetween(sightings, ({ asset }) => asset !== null && ends.has(asset.id));
}
