import { includes, meets, readServices } from '../filter/index.ts';
import type { Flow, Lookup, Observation, Outcome } from '../model/index.ts';
import { accesses } from '../model/index.ts';
import type { Needs } from './needs.ts';
import { needsNoAnswer, needsOf } from './needs.ts';
import { isEnd, nested } from './places.ts';
import type { Placed } from './sightings.ts';
import type { Located, LocatedEnd, Seen } from './types.ts';

/** True where a conversation is one that a flow says, in one of its directions. */
export function isOf(lookup: Lookup, flow: Flow, needs: Needs, placed: Placed): boolean {
    if (needs.kind === 'services' && !includes(needs.any, placed.region.services)) return false;
    return isBetween(lookup, flow, placed);
}

/** True where the port of a conversation is not said, or not exactly, and one of those that it may be is a flow's. */
export function mayBeIts(lookup: Lookup, flow: Flow, needs: Needs, placed: Placed): boolean {
    if (needs.kind !== 'services' || includes(needs.any, placed.region.services)) return false;
    return meets(needs.any, placed.region.services) && isBetween(lookup, flow, placed);
}

/**
 * True for a flow in a tunnel and an observation of nothing but the zones that carry it: what is in the tunnel is not
 * visible there, so what was seen of its ends was not in it.
 */
function isBesideTunnel(lookup: Lookup, flow: Flow, { sees }: Observation): boolean {
    const over = lookup.conduit(flow.container ?? '')?.over ?? [];
    const isCarrier = (zone: string): boolean => over.some(({ id }) => lookup.within(zone, id));
    const ends = [flow.from, flow.to].map(end => lookup.zoneOf(end.id)?.id);
    return (
        over.length > 0 &&
        sees.length > 0 &&
        sees.every(({ id }) => isCarrier(id)) &&
        ends.every(zone => zone !== undefined && !isCarrier(zone))
    );
}

/** The flow in a tunnel that a conversation would be of, had it not been seen outside of that tunnel. */
export function leftTunnel(lookup: Lookup, located: Located): Flow | null {
    const { conversation, observation } = located;
    const isIts = (flow: Flow): boolean => {
        const [needs, services] = [needsOf(lookup, flow), readServices(conversation.services)];
        return needs.kind !== 'services' || services === null || includes(needs.any, services);
    };
    const found = lookup.model.flows.find(
        flow => isBesideTunnel(lookup, flow, observation) && isAtEnds(lookup, flow, located) && isIts(flow),
    );
    return found ?? null;
}

/** True where a conversation is between the ends of a flow, and opened as it says. */
function isBetween(lookup: Lookup, flow: Flow, located: Located): boolean {
    return isAtEnds(lookup, flow, located) && !isBesideTunnel(lookup, flow, located.observation);
}

function isAtEnds(lookup: Lookup, flow: Flow, { conversation, from, to }: Located): boolean {
    const [source, target] = [flow.from.id, flow.to.id];
    if (isEnd(lookup, source, from.asset, from.zone) && isEnd(lookup, target, to.asset, to.zone)) return true;
    if (flow.arrow === '->' && conversation.arrow === '->') return false;
    return isEnd(lookup, target, from.asset, from.zone) && isEnd(lookup, source, to.asset, to.zone);
}

export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

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

/** Stretches without a gap between those that touch or overlap, in order. */
function joined(stretches: readonly Days[]): readonly Days[] {
    const found: [number, number][] = [];
    for (const [since, until] of [...stretches].sort((a, b) => a[0] - b[0])) {
        const last = found.at(-1);
        if (last && since <= last[1] + 1) last[1] = Math.max(last[1], until);
        else found.push([since, until]);
    }
    return found;
}

/** The days that are in both. */
function common(some: readonly Days[], others: readonly Days[]): readonly Days[] {
    return some.flatMap(([since, until]) =>
        others.flatMap(([from, to]): readonly Days[] =>
            from <= until && to >= since ? [[Math.max(since, from), Math.min(until, to)]] : [],
        ),
    );
}

/** What looks at a zone: whether all of it is seen, and for how many days without a gap. */
interface Watched {
    readonly visible: boolean;
    readonly days: number;
}

/** How far sessions come. Who scans asks of many hosts what they answer to: that is no session of a flow. */
const order: readonly Outcome[] = ['scanned', 'tried', 'answered', 'used'];

const unwatched: Watched = { visible: false, days: 0 };

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

    /** @param whole whether the zones nested in it belong to it, as they do where the zone is an end itself */
    #at(zone: string, whole: boolean): Watched {
        const key = whole ? `${zone} and all in it` : zone;
        const known = this.#zones.get(key);
        if (known) return known;
        const around = whole ? nested(this.#lookup, zone).filter(each => this.#isPeopled(each)) : [zone];
        const zones = around.length > 0 ? around : [zone];
        const stretches = zones.map(each => joined(this.#seen.get(each) ?? [])).reduce(common);
        const found = {
            visible: zones.every(each => this.#seen.has(each)),
            days: Math.max(0, ...stretches.map(([since, until]) => until - since + 1)),
        };
        this.#zones.set(key, found);
        return found;
    }

    /** What looks at the zone of an end of a flow. */
    #around(end: string): Watched {
        const zone = this.#lookup.zoneOf(end)?.id;
        return zone === undefined ? unwatched : this.#at(zone, this.#lookup.zone(end) !== undefined);
    }

    /** True for a zone with hosts of its own. */
    #isPeopled(zone: string): boolean {
        return (this.#lookup.zone(zone)?.networks.length ?? 0) > 0 || this.#lookup.assetsIn(zone).length > 0;
    }

    /** What was seen of a flow, of conversations that are its own. */
    seen(flow: Flow, needs: Needs, own: readonly Placed[]): Seen {
        const near = this.#around(flow.from.id);
        const far = this.#around(flow.to.id);
        let furthest = -1;
        let access = -1;
        for (const { conversation } of own) {
            furthest = Math.max(furthest, order.indexOf(conversation.outcome));
            if (conversation.access !== null) access = Math.max(access, accesses.indexOf(conversation.access));
        }
        let days = 0;
        let first: string | null = null;
        let last: string | null = null;
        for (const { conversation } of own) {
            if (order.indexOf(conversation.outcome) < furthest) continue;
            days = Math.max(days, conversation.days ?? 0);
            if (conversation.first && (first === null || conversation.first.date < first))
                first = conversation.first.date;
            if (conversation.last && (last === null || conversation.last.date > last)) last = conversation.last.date;
        }
        const reached = order[furthest] ?? null;
        const silent = needs.kind === 'services' && needsNoAnswer(this.#lookup, flow, needs.all);
        const outcome = reached === 'tried' && silent ? ('used' as const) : reached;
        return {
            visible: near.visible || far.visible,
            outcome,
            days,
            first,
            last,
            access: accesses[access] ?? null,
            conversations: own,
            watched: Math.max(0, near.days, far.days),
        };
    }
}
