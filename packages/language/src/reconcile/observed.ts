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
import { accesses, outcomes } from '../model/index.ts';
import type { Needs } from './needs.ts';
import { needsNoAnswer } from './needs.ts';
import type { Places } from './places.ts';
import { isEnd, nested } from './places.ts';
import type { Located, LocatedEnd, ObservationCount, Seen } from './types.ts';

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
    readonly counts: readonly ObservationCount[];
}

/** The model leaves open where it belongs. */
const ambiguous = 'ambiguous';

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
function locate(lookup: Lookup, places: Places, seen: readonly string[], sight: Sight): LocatedEnd | typeof ambiguous {
    const text = sight.address ?? sight.name ?? '';
    const point = sight.address === null ? null : addressPoint(sight.address);
    const home = (asset: Asset): Zone | null => lookup.zoneOf(asset.id) ?? places.book.zonesOf(asset)[0] ?? null;
    if (point !== null) {
        const found = places.book.where(point, seen);
        if (found.length === 1) {
            const [at] = found;
            return at!.kind === 'asset'
                ? { text, asset: at!.leg.asset, zone: at!.leg.zone ?? home(at!.leg.asset) }
                : { text, asset: null, zone: at!.network.zone };
        }
        if (found.length > 1) {
            const named = sight.name === null ? null : byName(lookup, sight.name);
            return named ? { text, asset: named, zone: home(named) } : ambiguous;
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

/** Finds where the ends of all conversations belong. */
export function sightingsOf(lookup: Lookup, places: Places, observations: readonly Observation[]): Sightings {
    const crossing: Placed[] = [];
    const inside: Placed[] = [];
    const toMany = new Map<string | null, boolean>();
    const hearsMany = (address: string | null): boolean => {
        const found = toMany.get(address) ?? isToMany(lookup, places, address);
        toMany.set(address, found);
        return found;
    };
    const counts = observations.map(observation => {
        const count = { insideZone: 0, outsideModel: 0, multicast: 0, ambiguous: 0 };
        const known = new Map<string, LocatedEnd | typeof ambiguous>();
        const seen = observation.sees.map(zone => zone.id);
        const services = new Map<string, Region['services']>();
        const servicesOf = (some: Conversation['services']): Region['services'] => {
            const key = some.map(serviceText).join(', ');
            const ranges = services.get(key) ?? readServices(some) ?? everyService;
            services.set(key, ranges);
            return ranges;
        };
        const place = (sight: Sight): LocatedEnd | typeof ambiguous => {
            const key = `${sight.address ?? ''} ${sight.name ?? ''}`;
            const found = known.get(key) ?? locate(lookup, places, seen, sight);
            known.set(key, found);
            return found;
        };
        for (const conversation of observation.conversations) {
            if (hearsMany(conversation.to.address)) {
                count.multicast += 1;
                continue;
            }
            const [from, to] = [place(conversation.from), place(conversation.to)];
            if (from === ambiguous || to === ambiguous) {
                count.ambiguous += 1;
                continue;
            }
            const scan = conversation.outcome === 'scanned';
            const placed: Placed = {
                conversation,
                observation,
                from,
                to,
                region: regionOf(conversation, servicesOf),
            };
            if (!from.zone && !to.zone) count.outsideModel += 1;
            else if (!scan && from.zone && to.zone && from.zone.id === to.zone.id) {
                count.insideZone += 1;
                inside.push(placed);
            } else crossing.push(placed);
        }
        return { observation, ...count };
    });
    return { crossing, inside, counts };
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

/** True where a conversation is one that a flow says, in one of its directions. */
export function isOf(lookup: Lookup, flow: Flow, needs: Needs, { conversation, from, to, region }: Placed): boolean {
    if (needs.kind === 'services' && !includes(needs.any, region.services)) return false;
    const way = (source: string, target: string): boolean =>
        isEnd(lookup, source, from.asset, from.zone) && isEnd(lookup, target, to.asset, to.zone);
    if (way(flow.from.id, flow.to.id)) return true;
    return (flow.arrow !== '->' || conversation.arrow !== '->') && way(flow.to.id, flow.from.id);
}

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

function put(map: Map<string, Placed[]>, key: string, placed: Placed): void {
    const some = map.get(key);
    if (some) some.push(placed);
    else map.set(key, [placed]);
}

/** Conversations by the elements that their ends are or lie in, so that a flow asks few of them. */
export class ByEnds {
    #byElement: ReadonlyMap<string, readonly Placed[]> | undefined;
    /** Of two assets, whichever opened. */
    readonly #byPair = new Map<string, Placed[]>();
    readonly #lookup: Lookup;
    readonly #all: readonly Placed[];

    constructor(lookup: Lookup, all: readonly Placed[]) {
        this.#lookup = lookup;
        this.#all = all;
        for (const placed of all) {
            const { asset: near } = placed.from;
            const { asset: far } = placed.to;
            if (near && far) put(this.#byPair, pairKey(near.id, far.id), placed);
        }
    }

    /** Only flows of zones ask for it, which few plants have. */
    #madeByElement(): ReadonlyMap<string, readonly Placed[]> {
        const found = new Map<string, Placed[]>();
        const names = ({ asset, zone }: LocatedEnd, into: Set<string>): void => {
            if (asset) into.add(asset.id);
            for (const served of asset?.serves ?? [])
                for (const each of this.#lookup.chain(served.id)) into.add(each.id);
            if (zone) for (const each of this.#lookup.chain(zone.id)) into.add(each.id);
        };
        for (const placed of this.#all) {
            const ids = new Set<string>();
            names(placed.from, ids);
            names(placed.to, ids);
            for (const id of ids) put(found, id, placed);
        }
        return found;
    }

    /** Those that may run between two elements: of a zone all that one of the two has a part in. */
    between(from: string, to: string): readonly Placed[] {
        if (!this.#lookup.zone(from) && !this.#lookup.zone(to)) return this.#byPair.get(pairKey(from, to)) ?? [];
        this.#byElement ??= this.#madeByElement();
        const [near, far] = [this.#byElement.get(from) ?? [], this.#byElement.get(to) ?? []];
        return near.length < far.length ? near : far;
    }
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** First and last day on which something was looked at, both included. */
type Days = readonly [number, number];

/** The longest run of days without a gap in some stretches. */
function longestRun(stretches: readonly Days[]): number {
    const spans = [...stretches].sort((a, b) => a[0] - b[0]);
    let longest = 0;
    let start = 0;
    let end = -Infinity;
    for (const [since, until] of spans) {
        if (since > end + 1) start = since;
        end = Math.max(end, until);
        longest = Math.max(longest, end - start + 1);
    }
    return longest;
}

/** What looks at a zone: the observations that see it or something nested in it, and for how long without a gap. */
interface Watched {
    readonly visible: boolean;
    readonly days: number;
}

/** What observations saw of flows; what looks at each zone is worked out once. */
export class Watch {
    readonly #lookup: Lookup;
    /** The stretches in which each zone that an observation sees was looked at; none where it says no days. */
    readonly #seen = new Map<string, Days[]>();
    readonly #zones = new Map<string, Watched>();

    constructor(lookup: Lookup, observations: readonly Observation[]) {
        this.#lookup = lookup;
        for (const { sees, since, until } of observations) {
            const days = since && until ? ([dayNumber(since.date), dayNumber(until.date)] as const) : null;
            for (const id of new Set(sees.map(seen => seen.id))) {
                const known = this.#seen.get(id) ?? [];
                this.#seen.set(id, known);
                if (days && days[0] <= days[1]) known.push(days);
            }
        }
    }

    #at(zone: string): Watched {
        const known = this.#zones.get(zone);
        if (known) return known;
        const zones = nested(this.#lookup, zone);
        const found = {
            visible: zones.some(each => this.#seen.has(each)),
            days: Math.max(...zones.map(each => longestRun(this.#seen.get(each) ?? []))),
        };
        this.#zones.set(zone, found);
        return found;
    }

    /** What was seen of a flow, of conversations that are its own. */
    seen(flow: Flow, needs: Needs, own: readonly Placed[]): Seen {
        const watched = [flow.from.id, flow.to.id].flatMap(id => {
            const zone = this.#lookup.zoneOf(id)?.id;
            return zone === undefined ? [] : [this.#at(zone)];
        });
        let [furthest, access, days] = [-1, -1, 0];
        let [first, last]: [string | null, string | null] = [null, null];
        for (const { conversation } of own) {
            furthest = Math.max(furthest, outcomes.indexOf(conversation.outcome));
            if (conversation.access !== null) access = Math.max(access, accesses.indexOf(conversation.access));
            days = Math.max(days, conversation.days ?? 0);
            if (conversation.first && (first === null || conversation.first.date < first))
                first = conversation.first.date;
            if (conversation.last && (last === null || conversation.last.date > last)) last = conversation.last.date;
        }
        const silent = furthest >= 0 && needs.kind === 'services' && needsNoAnswer(this.#lookup, flow, needs.all);
        const outcome =
            furthest < 0 ? null : silent && outcomes[furthest] === 'tried' ? ('used' as const) : outcomes[furthest]!;
        return {
            visible: watched.some(each => each.visible),
            outcome,
            days,
            first,
            last,
            access: access < 0 ? null : accesses[access]!,
            conversations: own,
            watched: Math.max(0, ...watched.map(each => each.days)),
        };
    }
}

export const isSeen = (outcome: Conversation['outcome'] | null): boolean =>
    outcome === 'answered' || outcome === 'used';
