import type { AddressBook, Hiding, Whereabouts } from '../assessment/index.ts';
import { addressBook } from '../assessment/index.ts';
import type { Point, Ranges, Region } from '../filter/index.ts';
import {
    addressPoint,
    everyAddress,
    everyService,
    includes,
    meets,
    readAddresses,
    RegionIndex,
    readServices,
    serviceText,
} from '../filter/index.ts';
import type { Asset, Conversation, Flow, Lookup, Observation, Sight, Zone } from '../model/index.ts';
import type { Needs } from './needs.ts';
import type { Places } from './places.ts';
import { isEnd } from './places.ts';
import type { Located, LocatedEnd, ObservationCount } from './types.ts';

/** A conversation, where its ends belong, and as a region. */
export interface Placed extends Located {
    readonly region: Region;
}

/** All conversations of a model, each end where it belongs. */
export interface Sightings {
    /** Those between different zones, or with one end outside of the model. */
    readonly crossing: readonly Placed[];
    /** Those inside one zone. */
    readonly inside: readonly Placed[];
    /** Those with an end of which the model leaves open where it belongs. */
    readonly open: readonly OpenSight[];
    readonly counts: readonly ObservationCount[];
}

/** An end of which the model leaves open where it belongs, with all that it may be. */
interface OpenEnd {
    readonly kind: 'open';
    readonly places: readonly Whereabouts[];
    readonly hiding: readonly Hiding[];
}

/** A conversation, of which at least one end is not decided. */
export interface OpenSight {
    readonly conversation: Conversation;
    readonly from: LocatedEnd | OpenEnd;
    readonly to: LocatedEnd | OpenEnd;
    readonly region: Region;
}

const isOpen = (end: LocatedEnd | OpenEnd): end is OpenEnd => 'kind' in end;

/** Assets by all that they are called. */
const assetsByName = ({ model }: Lookup): ReadonlyMap<string, readonly Asset[]> => {
    const found = new Map<string, Asset[]>();
    for (const asset of model.assets) {
        for (const name of new Set([asset.name, asset.title, asset.id])) {
            if (name === null) continue;
            const same = found.get(name);
            if (same) same.push(asset);
            else found.set(name, [asset]);
        }
    }
    return found;
};

function byName(lookup: Lookup, name: string): Asset | null {
    const [first = null, ...others] = lookup.once(assetsByName).get(name) ?? [];
    return others.length === 0 ? first : null;
}

/**
 * Where an end belongs: by its address, then by its MAC address, then by its name where that is exact and unique.
 * @param seen the zones that its observation sees
 */
function locate(lookup: Lookup, places: Places, seen: readonly string[], sight: Sight): LocatedEnd | OpenEnd {
    const text = sight.address ?? sight.name ?? '';
    const point = sight.address === null ? null : addressPoint(sight.address);
    const home = (asset: Asset): Zone | null => lookup.zoneOf(asset.id) ?? places.book.zonesOf(asset)[0] ?? null;
    if (point !== null) {
        const found = places.book.where(point, seen);
        // Several hosts as one address: which one it was, and in which zone, is not to be seen from the outside.
        const hiding = found.some(place => place.translator) ? [] : places.book.hidingAs(point, seen);
        if (hiding.length === 0 && found.length === 1) {
            const [at] = found;
            return at!.kind === 'asset'
                ? { text, asset: at!.leg.asset, zone: at!.leg.zone ?? home(at!.leg.asset) }
                : { text, asset: null, zone: at!.network.zone };
        }
        if (hiding.length > 0 || found.length > 1) {
            const named = sight.name === null ? null : byName(lookup, sight.name);
            if (named) return { text, asset: named, zone: home(named) };
            // Of hosts in a network of the outer zone only the device itself has the address that it shows.
            const own = hiding.length === 0 ? found : found.filter(place => place.kind === 'asset');
            return { kind: 'open', places: own, hiding };
        }
    }
    if (sight.name !== null) {
        const mac = places.book.ofMac(sight.name.toLowerCase());
        const asset = mac.length === 1 ? mac[0]! : byName(lookup, sight.name);
        if (asset) return { text, asset, zone: home(asset) };
    }
    return { text, asset: null, zone: null };
}

/** The last address of a network of the model, which all of its hosts hear; there is none in the shortest networks. */
const broadcasts = (lookup: Lookup): ReadonlySet<Point> =>
    new Set(
        addressBook(lookup).networks.flatMap(({ ranges, length }) =>
            typeof ranges[1] === 'number' && length <= 30 ? [ranges[1]] : [],
        ),
    );

/** Groups of IPv4 and IPv6, and all hosts of the network in which a packet is sent (RFC 1112, RFC 4291). */
const groups: Ranges = [
    ...readAddresses('224.0.0.0/4')!,
    ...readAddresses('255.255.255.255')!,
    ...readAddresses('ff00::/8')!,
];

/** True for what is sent to a group or to all hosts of a network. */
function isToMany(lookup: Lookup, places: Places, address: string | null): boolean {
    const point = address === null || address === 'any' ? null : addressPoint(address);
    if (point === null) return false;
    return (
        meets(groups, [point, point]) ||
        (lookup.once(broadcasts).has(point) && !places.book.legs.some(leg => leg.point === point))
    );
}

/** What the text of an observation says by itself: its ends, each once, and the regions of its conversations. */
interface Read {
    readonly sights: readonly Sight[];
    /** The addresses to which something was sent, each once. */
    readonly targets: readonly (string | null)[];
    /** By the index of a conversation the indices of its ends in `sights`, and of its target in `targets`. */
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly target: Uint32Array;
    readonly regions: readonly Region[];
}

function readOf({ conversations }: Observation): Read {
    const sights: Sight[] = [];
    const targets: (string | null)[] = [];
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
        const index = knownTargets.get(address) ?? targets.push(address) - 1;
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
        targets,
    };
}

const reads = new WeakMap<Observation, Read>();

/** {@link readOf}, kept with the observation: an edit elsewhere leaves it as it is. */
function readOnce(observation: Observation): Read {
    const known = reads.get(observation) ?? readOf(observation);
    reads.set(observation, known);
    return known;
}

/** Finds where the ends of all conversations belong. */
export function sightingsOf(lookup: Lookup, places: Places, observations: readonly Observation[]): Sightings {
    const crossing: Placed[] = [];
    const inside: Placed[] = [];
    const open: OpenSight[] = [];
    const counts = observations.map(observation => {
        const count = { insideZone: 0, outsideModel: 0, multicast: 0, ambiguous: 0 };
        const seen = observation.sees.map(zone => zone.id);
        const read = readOnce(observation);
        const located = read.sights.map(sight => locate(lookup, places, seen, sight));
        const hearsMany = read.targets.map(address => isToMany(lookup, places, address));
        for (const [index, conversation] of observation.conversations.entries()) {
            if (hearsMany[read.target[index]!]) {
                count.multicast += 1;
                continue;
            }
            const [from, to] = [located[read.from[index]!]!, located[read.to[index]!]!];
            if (isOpen(from) || isOpen(to)) {
                count.ambiguous += 1;
                open.push({ conversation, from, to, region: read.regions[index]! });
                continue;
            }
            const scan = conversation.outcome === 'scanned';
            const placed: Placed = { conversation, observation, from, to, region: read.regions[index]! };
            if (!from.zone && !to.zone) count.outsideModel += 1;
            else if (!scan && from.zone && to.zone && from.zone.id === to.zone.id) {
                count.insideZone += 1;
                inside.push(placed);
            } else crossing.push(placed);
        }
        return { observation, ...count };
    });
    return { crossing, inside, open, counts };
}

/** Whether an end that is not decided, or one that is, may be what a flow names as its end. */
function mayBeEnd(lookup: Lookup, book: AddressBook, end: string, seen: LocatedEnd | OpenEnd): boolean {
    if (!isOpen(seen)) return isEnd(lookup, end, seen.asset, seen.zone);
    const asset = lookup.asset(end);
    return (
        seen.places.some(place =>
            place.kind === 'asset'
                ? isEnd(lookup, end, place.leg.asset, place.leg.zone)
                : isEnd(lookup, end, null, place.network.zone),
        ) ||
        seen.hiding.some(hiding =>
            asset
                ? book.mayHide(hiding, asset)
                : hiding.zones.length === 0 ||
                  hiding.zones.some(zone => lookup.within(zone.id, end) || lookup.within(end, zone.id)),
        )
    );
}

/** Whether a conversation with an open end may be one that a flow says, in one of its directions. */
export function mayBeOf(lookup: Lookup, book: AddressBook, flow: Flow, needs: Needs, sight: OpenSight): boolean {
    if (needs.kind === 'services' && !includes(needs.any, sight.region.services)) return false;
    const way = (source: string, target: string): boolean =>
        mayBeEnd(lookup, book, source, sight.from) && mayBeEnd(lookup, book, target, sight.to);
    if (way(flow.from.id, flow.to.id)) return true;
    return (flow.arrow !== '->' || sight.conversation.arrow !== '->') && way(flow.to.id, flow.from.id);
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
        const point = sight.address === null || sight.address === 'any' ? null : addressPoint(sight.address);
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
