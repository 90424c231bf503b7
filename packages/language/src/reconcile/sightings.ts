import type { AddressBook } from '../assessment/index.ts';
import type { Point, Region } from '../filter/index.ts';
import { includes } from '../filter/index.ts';
import type { Conversation, Flow, Lookup, Observation } from '../model/index.ts';
import type { Changes } from './changes.ts';
import type { Needs } from './needs.ts';
import { readOnce } from './observation-text.ts';
import type { Places } from './places.ts';
import { isEnd } from './places.ts';
import type { Located, LocatedEnd, ObservationCount } from './types.ts';
import type { OpenEnd } from './locate.ts';
import { isOpen, locate } from './locate.ts';
import { isToMany } from './to-many.ts';

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

/** A conversation, of which at least one end is not decided. */
export interface OpenSight {
    readonly conversation: Conversation;
    readonly from: LocatedEnd | OpenEnd;
    readonly to: LocatedEnd | OpenEnd;
    readonly region: Region;
}

const nothing: readonly never[] = [];

/** A conversation where its ends belong; `null` for one with many hosts. */
type Sighted = Placed | OpenSight | null;

/** True for one inside one zone; a scan is never. */
const isInside = ({ from, to, conversation }: Placed): boolean =>
    conversation.outcome !== 'scanned' && from.zone !== null && from.zone.id === to.zone?.id;

/** True for one with an end in the model. Whoever scans does so where the sensor is, also without an address of it. */
const isOfModel = ({ from, to, conversation }: Placed): boolean =>
    (from.zone ?? to.zone) !== null || conversation.outcome === 'scanned';

/** True for one between different zones, or with one end outside of the model. */
export const isCrossing = (sight: Sighted): boolean =>
    sight !== null && isDecided(sight) && !isInside(sight) && isOfModel(sight);

export const isDecided = (sight: Placed | OpenSight): sight is Placed => 'observation' in sight;

/** Where the ends of one observation belong: by the indices of what its text says by itself. */
interface SeenBy {
    readonly located: readonly (LocatedEnd | OpenEnd)[];
    /** True for a group, and for all hosts of a network: a sensor that saw the answer first has it as the sender. */
    readonly isMany: readonly boolean[];
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
    const isMany = read.points.map((point, index) =>
        before && !(point !== null && changes!.points.has(point))
            ? before.isMany[index]!
            : isToMany(lookup, places, point),
    );
    const sightOf = (index: number, known: Sighted): Sighted => {
        if (isMany[read.from[index]!] || isMany[read.to[index]!]) return null;
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
    return { located, isMany, sights };
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
                } else if (isOfModel(sight)) crossing.push(sight);
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
            else if (isOfModel(sight)) crossing.push(sight);
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
    const mayGo = (source: string, target: string): boolean =>
        mayBeEnd(lookup, book, source, sight.from) && mayBeEnd(lookup, book, target, sight.to);
    if (mayGo(flow.from.id, flow.to.id)) return true;
    return (flow.arrow !== '->' || sight.conversation.arrow !== '->') && mayGo(flow.to.id, flow.from.id);
}
