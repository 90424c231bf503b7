import type { Asset, Conduit, Flow, Lookup } from '../model/index.ts';
import { inTurns } from './in-turns.ts';

/**
 * How a flow lies towards the boundaries of the zones (language.md, "Crossing"). An end that is an asset of a zone lies
 * in that zone, an end that is a zone lies in itself. A device that is in a conduit lies in no zone: it is at home
 * at the edge of the zones that its conduit connects, and of those that it serves.
 */
export interface Crossing {
    readonly flow: Flow;
    /**
     * The ids of the zones in which, or at whose edge, the ends are at home; one for an asset of a zone and for a zone.
     */
    readonly from: readonly string[];
    readonly to: readonly string[];
    /** True when the ends lie in different innermost zones, a zone and one nested in it included. */
    readonly crosses: boolean;
    /** The conduit in whose block the flow stands, whether it fits or not. */
    readonly conduit: Conduit | null;
    /**
     * True when the flow is in a conduit that connects the zones of its ends, or zones around them that still lie
     * apart.
     */
    readonly fits: boolean;
}

/** A device that is in a conduit and in no zone, and that conduit. */
interface Between {
    readonly device: Asset;
    readonly conduit: Conduit;
}

function betweenZones(lookup: Lookup, id: string): Between | null {
    const device = lookup.asset(id);
    const conduit = device && lookup.conduit(device.container);
    return conduit ? { device, conduit } : null;
}

/**
 * The ids of the zones in which an end of a flow is at home.
 * @param end the id of an asset or of a zone
 * @returns its innermost zone; of a device in a conduit the zones that it serves and that its conduit connects
 */
export function homesOf(lookup: Lookup, end: string): readonly string[] {
    const zone = lookup.zoneOf(end);
    if (zone) return [zone.id];
    const between = betweenZones(lookup, end);
    return between
        ? [...new Set([...between.device.serves, ...between.conduit.between].map(mention => mention.id))]
        : [];
}

/** True unless a device between zones serves the zone of the other end. */
function isOutside(lookup: Lookup, { device }: Between, end: string): boolean {
    const zone = lookup.zoneOf(end)?.id;
    return !device.serves.some(served => served.id === zone);
}

function differ(lookup: Lookup, from: string, to: string): boolean {
    const [one, other] = [betweenZones(lookup, from), betweenZones(lookup, to)];
    if (one) return other ? one.conduit !== other.conduit : isOutside(lookup, one, to);
    if (other) return isOutside(lookup, other, from);
    return lookup.zoneOf(from) !== lookup.zoneOf(to);
}

/** True when a zone stands for one home and keeps the other one out: the home itself, or a zone around it alone. */
function standsFor(lookup: Lookup, zone: string, home: string, other: string): boolean {
    return zone === home || (lookup.within(home, zone) && !lookup.within(other, zone));
}

function connects(lookup: Lookup, conduit: Conduit, from: string, to: string): boolean {
    return conduit.between.some(
        one =>
            standsFor(lookup, one.id, from, to) &&
            conduit.between.some(two => two.id !== one.id && standsFor(lookup, two.id, to, from)),
    );
}

/** True when the conduit connects the zones of both ends, or zones around them that still lie apart. */
export function fitsConduit(lookup: Lookup, conduit: Conduit, from: string, to: string): boolean {
    return joins(lookup, conduit, homesOf(lookup, from), homesOf(lookup, to));
}

function joins(lookup: Lookup, conduit: Conduit, near: readonly string[], far: readonly string[]): boolean {
    return near.some(home => far.some(end => connects(lookup, conduit, home, end)));
}

type ByPair = ReadonlyMap<string, ReadonlyMap<string, readonly Conduit[]>>;

/** The conduits that join two zones, by the ids of both, in the order of the text. */
function joining({ model }: Lookup): ByPair {
    const found = new Map<string, Map<string, Conduit[]>>();
    for (const conduit of model.conduits) {
        const ends = new Set(conduit.between.map(end => end.id));
        for (const one of ends) {
            const others = found.get(one) ?? new Map<string, Conduit[]>();
            found.set(one, others);
            for (const other of ends) {
                const same = others.get(other);
                if (same) same.push(conduit);
                else others.set(other, [conduit]);
            }
        }
    }
    return found;
}

// A check has this module in its bundle, and once more in the one beside it that compares what was found.
const conduitsByPair = Object.assign((lookup: Lookup): ByPair => joining(lookup), { shared: 'conduits by pair' });

const ranksOf = ({ model }: Lookup): ReadonlyMap<Conduit, number> =>
    new Map(model.conduits.map((conduit, rank) => [conduit, rank]));

/** The conduits that join a zone at or around one side with a zone at or around the other, nearest to the first. */
function candidatesFor(lookup: Lookup, near: readonly string[], far: readonly string[]): readonly Conduit[] {
    const byPair = lookup.once(conduitsByPair);
    const found: Conduit[] = [];
    for (const home of near) {
        for (const zone of lookup.chain(home)) {
            const others = byPair.get(zone.id);
            if (!others) continue;
            const here = found.length;
            // Between most zones there is none, and of these no list is made.
            for (const end of far)
                for (const other of lookup.chain(end)) {
                    const some = others.get(other.id);
                    if (some) found.push(...some);
                }
            if (found.length < here + 2) continue;
            const ranks = lookup.once(ranksOf);
            found.push(...found.splice(here).sort((a, b) => ranks.get(a)! - ranks.get(b)!));
        }
    }
    return found.length < 2 ? found : [...new Set(found)];
}

/**
 * The conduits in which a flow between two ends would be at home, or that join two zones: those that name both
 * innermost zones first, otherwise in the order of the text.
 * @param from the id of an asset or of a zone
 */
export function fittingConduits(lookup: Lookup, from: string, to: string): readonly Conduit[] {
    const near = homesOf(lookup, from);
    const far = homesOf(lookup, to);
    const candidates = candidatesFor(lookup, near, far);
    const fitting = candidates.filter(conduit => joins(lookup, conduit, near, far));
    if (fitting.length < 2) return fitting;
    const names = (conduit: Conduit, homes: readonly string[]): number =>
        Number(conduit.between.some(end => homes.includes(end.id)));
    return fitting
        .map(conduit => ({ conduit, exact: names(conduit, near) + names(conduit, far) }))
        .sort((a, b) => b.exact - a.exact)
        .map(({ conduit }) => conduit);
}

function crossing(lookup: Lookup, flow: Flow): Crossing {
    const conduit = (flow.container === null ? undefined : lookup.conduit(flow.container)) ?? null;
    const from = homesOf(lookup, flow.from.id);
    const to = homesOf(lookup, flow.to.id);
    const fits = conduit !== null && joins(lookup, conduit, from, to);
    return { flow, from, to, crosses: differ(lookup, flow.from.id, flow.to.id), conduit, fits };
}

/** The crossing of every flow of a model, in the order of the text. */
export function* crossingSteps(lookup: Lookup): Generator<void, ReadonlyMap<Flow, Crossing>> {
    const found = new Map<Flow, Crossing>();
    yield* inTurns(lookup.model.flows, flow => {
        found.set(flow, crossing(lookup, flow));
    });
    return found;
}

/** True when the ends of the flow lie in different innermost zones. */
export function crosses(lookup: Lookup, flow: Flow): boolean {
    return differ(lookup, flow.from.id, flow.to.id);
}
