import type { Point, Region } from '../filter/index.ts';
import { addressPoint, everyAddress, everyService, readServices, RegionIndex, serviceText } from '../filter/index.ts';
import type { Conversation, Observation, Sight } from '../model/index.ts';

/** What the text of an observation says by itself: its ends, each once, and the regions of its conversations. */
export interface Read {
    readonly sights: readonly Sight[];
    /** Their addresses; `null` where a sight has none that is one host. */
    readonly points: readonly (Point | null)[];
    /** The addresses to which something was sent, each once; `null` for what is not the address of one host. */
    readonly targets: readonly (Point | null)[];
    /** By the index of a conversation the indices of its ends in `sights`, and of its target in `targets`. */
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly target: Uint32Array;
    readonly regions: readonly Region[];
}

/** The one host that an address is; `null` for none, and for `any`. */
const pointOf = (address: string | null): Point | null =>
    address === null || address === 'any' ? null : addressPoint(address);

function readOf({ conversations }: Observation): Read {
    const sights: Sight[] = [];
    const targets: (Point | null)[] = [];
    const known = new Map<string, number>();
    const knownTargets = new Map<string | null, number>();
    const services = new Map<string, Region['services']>();
    const indexOf = (sight: Sight): number => {
        const key = `${sight.address ?? ''} ${sight.name ?? ''}`;
        const index = known.get(key) ?? sights.push(sight) - 1;
        known.set(key, index);
        return index;
    };
    const targetOf = (address: string | null): number => {
        const index = knownTargets.get(address) ?? targets.push(pointOf(address)) - 1;
        knownTargets.set(address, index);
        return index;
    };
    const servicesOf = (some: Conversation['services']): Region['services'] => {
        const key = some.map(serviceText).join(', ');
        const ranges = services.get(key) ?? readServices(some) ?? everyService;
        services.set(key, ranges);
        return ranges;
    };
    return {
        from: Uint32Array.from(conversations, each => indexOf(each.from)),
        to: Uint32Array.from(conversations, each => indexOf(each.to)),
        target: Uint32Array.from(conversations, each => targetOf(each.to.address)),
        regions: conversations.map(each => regionOf(each, servicesOf)),
        sights,
        points: sights.map(sight => pointOf(sight.address)),
        targets,
    };
}

const reads = new WeakMap<Observation, Read>();

/** {@link readOf}, kept with the observation: an edit elsewhere leaves it as it is. */
export function readOnce(observation: Observation): Read {
    const known = reads.get(observation) ?? readOf(observation);
    reads.set(observation, known);
    return known;
}

const regions = new WeakMap<Conversation, Region>();

function regionOf(
    conversation: Conversation,
    servicesOf: (some: Conversation['services']) => Region['services'] = some => readServices(some) ?? everyService,
): Region {
    const before = regions.get(conversation);
    if (before) return before;
    const { from, to } = conversation;
    const points = (sight: Sight): Region['from'] => {
        const point = pointOf(sight.address);
        return point === null ? everyAddress : [point, point];
    };
    const region = { from: points(from), to: points(to), services: servicesOf(conversation.services) };
    regions.set(conversation, region);
    return region;
}

const seenRegions = new WeakMap<Observation, RegionIndex<Region>>();

/** What an observation saw with an answer, wherever it ran; only the text of the observation says it. */
export function seenIn(observation: Observation): RegionIndex<Region> {
    const known = seenRegions.get(observation);
    if (known) return known;
    const found = new RegionIndex(
        observation.conversations.filter(each => isSeen(each.outcome)).map(each => regionOf(each)),
    );
    seenRegions.set(observation, found);
    return found;
}

export const isSeen = (outcome: Conversation['outcome'] | null): boolean =>
    outcome === 'answered' || outcome === 'used';
