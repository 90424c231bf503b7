import type { AddressBook, Hiding, Whereabouts } from '../assessment/index.ts';
import { addressBook } from '../assessment/index.ts';
import type { Point, Ranges, Region } from '../filter/index.ts';
import { includes, meets, readAddresses } from '../filter/index.ts';
import type { Asset, Conversation, Flow, Lookup, Observation, Sight, Zone } from '../model/index.ts';
import type { Changes } from './changes.ts';
import type { Needs } from './needs.ts';
import { readOnce } from './observation-text.ts';
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
    /** All of them, by their observations. */
    readonly of: ReadonlyMap<Observation, SeenBy>;
    /** What became another sight than in an earlier model: as it was, and as it is. */
    readonly moved: readonly (Placed | OpenSight)[];
}

/** An end of which the model leaves open where it belongs, with all that it may be. */
export interface OpenEnd {
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

export const isOpen = (end: LocatedEnd | OpenEnd): end is OpenEnd => 'kind' in end;

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

const nothing: readonly never[] = [];

/**
 * Where an end belongs: by its address, then by its MAC address, then by its name where that is exact and unique.
 * @param seen the zones that its observation sees
 */
function locate(
    lookup: Lookup,
    places: Places,
    seen: readonly string[],
    sight: Sight,
    point: Point | null,
): LocatedEnd | OpenEnd {
    const text = sight.address ?? sight.name ?? '';
    const home = (asset: Asset): Zone | null => lookup.zoneOf(asset.id) ?? places.book.zonesOf(asset)[0] ?? null;
    if (point !== null) {
        const found = places.book.where(point, seen);
        // Several hosts as one address: which one it was, and in which zone, is not to be seen from the outside.
        const hiding = found.some(place => place.translator) ? nothing : places.book.hidingAs(point, seen);
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
function isToMany(lookup: Lookup, places: Places, point: Point | null): boolean {
    if (point === null) return false;
    return (
        meets(groups, [point, point]) ||
        (lookup.once(broadcasts).has(point) && !places.book.legs.some(leg => leg.point === point))
    );
}

/** A conversation where its ends belong; `null` for one with many hosts. */
type Sighted = Placed | OpenSight | null;

/** True for one inside one zone; a scan is never. */
const isInside = ({ from, to, conversation }: Placed): boolean =>
    conversation.outcome !== 'scanned' && from.zone !== null && from.zone.id === to.zone?.id;

/** True for one between different zones, or with one end outside of the model. */
export const isCrossing = (sight: Sighted): boolean =>
    sight !== null && isDecided(sight) && !isInside(sight) && (sight.from.zone ?? sight.to.zone) !== null;

export const isDecided = (sight: Placed | OpenSight): sight is Placed => 'observation' in sight;

/** Where the ends of one observation belong: by the indices of what its text says by itself. */
interface SeenBy {
    readonly located: readonly (LocatedEnd | OpenEnd)[];
    readonly hearsMany: readonly boolean[];
    readonly sights: readonly Sighted[];
}

/** What is known of another model, and in what that differs. */
export interface Earlier {
    readonly sightings: Sightings;
    readonly changes: Changes;
}

/** True for an end that is where it was, and what it was. */
function isStill({ assets, zones, points }: Changes, point: Point | null, end: LocatedEnd | OpenEnd): boolean {
    if (point !== null && points.has(point)) return false;
    if (isOpen(end)) return true;
    return !(end.asset && assets.has(end.asset.id)) && !(end.zone && zones.has(end.zone.id));
}

/** True where each end of the same observations is where it was, and what it was. */
function isUnmoved(
    observations: readonly Observation[],
    { sightings: { of }, changes: { assets, zones, points } }: Earlier,
): boolean {
    return (
        assets.size + zones.size + points.size === 0 &&
        of.size === observations.length &&
        observations.every(observation => of.has(observation))
    );
}

/** @param moved gets what becomes another sight than in the earlier model */
function seenBy(
    lookup: Lookup,
    places: Places,
    observation: Observation,
    earlier: Earlier | null,
    moved: (Placed | OpenSight)[],
): SeenBy {
    const read = readOnce(observation);
    const before = earlier?.sightings.of.get(observation);
    const changes = before && earlier!.changes;
    const seen = observation.sees.map(zone => zone.id);
    const located = read.sights.map((sight, index) => {
        const known = before?.located[index];
        const point = read.points[index]!;
        return known && isStill(changes!, point, known) ? known : locate(lookup, places, seen, sight, point);
    });
    const hearsMany = read.targets.map((point, index) =>
        before && !(point !== null && changes!.points.has(point))
            ? before.hearsMany[index]!
            : isToMany(lookup, places, point),
    );
    const sightOf = (index: number, known: Sighted): Sighted => {
        if (hearsMany[read.target[index]!]) return null;
        const from = located[read.from[index]!]!;
        const to = located[read.to[index]!]!;
        if (known && known.from === from && known.to === to) return known;
        const conversation = observation.conversations[index]!;
        const region = read.regions[index]!;
        return isOpen(from) || isOpen(to)
            ? { conversation, from, to, region }
            : { conversation, observation, from, to, region };
    };
    const sights = observation.conversations.map((_, index): Sighted => {
        const known = before?.sights[index] ?? null;
        const sight = sightOf(index, known);
        if (earlier && sight !== known) for (const each of [sight, known]) if (each) moved.push(each);
        return sight;
    });
    return { located, hearsMany, sights };
}

/**
 * Finds where the ends of all conversations belong.
 * @param earlier what is the same there is kept, the very same objects
 */
export function sightingsOf(
    lookup: Lookup,
    places: Places,
    observations: readonly Observation[],
    earlier: Earlier | null = null,
): Sightings {
    if (earlier && isUnmoved(observations, earlier)) return { ...earlier.sightings, moved: nothing };
    const crossing: Placed[] = [];
    const inside: Placed[] = [];
    const open: OpenSight[] = [];
    const of = new Map<Observation, SeenBy>();
    const moved: (Placed | OpenSight)[] = [];
    const counts = observations.map(observation => {
        const count = { insideZone: 0, outsideModel: 0, multicast: 0, ambiguous: 0 };
        const found = seenBy(lookup, places, observation, earlier, moved);
        of.set(observation, found);
        for (const sight of found.sights) {
            if (sight === null) count.multicast += 1;
            else if (!isDecided(sight)) {
                count.ambiguous += 1;
                open.push(sight);
            } else {
                if (isInside(sight)) {
                    count.insideZone += 1;
                    inside.push(sight);
                } else if (sight.from.zone ?? sight.to.zone) crossing.push(sight);
                else count.outsideModel += 1;
            }
        }
        return { observation, ...count };
    });
    return { crossing, inside, open, counts, of, moved };
}

/**
 * The conversations that belong somewhere and of which both ends satisfy a condition: those between zones, then those
 * inside of one. Each end is asked once, and a conversation is looked at only where both satisfy it.
 */
export function sightsBetween({ of }: Sightings, fits: (end: LocatedEnd) => boolean): readonly Placed[] {
    const crossing: Placed[] = [];
    const inside: Placed[] = [];
    for (const [observation, { located, sights }] of of) {
        const fit = located.map(end => !isOpen(end) && fits(end));
        const { from, to } = readOnce(observation);
        for (let index = 0; index < sights.length; index++) {
            if (!fit[from[index]!] || !fit[to[index]!]) continue;
            const sight = sights[index]!;
            if (sight === null || !isDecided(sight)) continue;
            if (isInside(sight)) inside.push(sight);
            else if (sight.from.zone ?? sight.to.zone) crossing.push(sight);
        }
    }
    return [...crossing, ...inside];
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
