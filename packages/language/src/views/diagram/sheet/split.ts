import type { Lookup, Zone } from '../../../model/index.ts';

/** A zone with all that it holds, or the own assets of one that is cut up further: what a sheet is made of. */
export interface Unit {
    readonly zone: Zone;
    /** Ids of the zones that are drawn with what they hold. */
    readonly zones: readonly string[];
    /** Roughly the room that it takes, in square pixels. */
    readonly weight: number;
    /** Its place in the text. */
    readonly order: number;
}

/** Units of one sheet. */
export interface Group {
    readonly units: readonly Unit[];
    readonly weight: number;
}

const headRoom = 196 * 70;
const assetRoom = 104 * 92;
/** Half of the room of a tag and its lines. */
const endRoom = 6_500;

const roomOf = (assets: number): number => Math.max(headRoom, headRoom * 0.7 + assets * assetRoom);

function inside(zone: Zone, lookup: Lookup): string[] {
    return [zone.id, ...lookup.zonesIn(zone.id).flatMap(inner => inside(inner, lookup))];
}

/**
 * The units of a model, or of a zone that is too large for one sheet: its nested zones, and its own assets where it has
 * some.
 * @param shown true for the zones that the picture shows
 * @param withAssets they are drawn
 */
export function unitsOf(lookup: Lookup, shown: (zone: string) => boolean, withAssets: boolean, around?: Zone): Unit[] {
    const room = (zone: string): number =>
        roomOf(withAssets ? lookup.assetsIn(zone).length : 0) + lookup.conduitsOf(zone).length * endRoom;
    const units = lookup
        .zonesIn(around?.id)
        .filter(zone => shown(zone.id))
        .map((zone, order): Unit => {
            const zones = inside(zone, lookup).filter(shown);
            const weight = zones.reduce((sum, id) => sum + room(id), 0);
            return { zone, zones, weight, order: order + 1 };
        });
    if (!around) return units;
    // A mere frame is drawn around what it holds; with assets or conduits of its own it needs a place for these.
    const bare = lookup.assetsIn(around.id).length === 0 && lookup.conduitsOf(around.id).length === 0;
    if (bare && units.length > 0) return units;
    const own: Unit = { zone: around, zones: [around.id], weight: room(around.id), order: 0 };
    return [own, ...units];
}

/** The units that each conduit joins, and each flow that is in none, where these are two or more. */
export function joinsOf(units: readonly Unit[], lookup: Lookup): Unit[][] {
    const unitOf = new Map(units.flatMap(unit => unit.zones.map(zone => [zone, unit] as const)));
    const joined = (ends: readonly string[]): Unit[] => [
        ...new Set(ends.flatMap(end => unitOf.get(lookup.zoneOf(end)?.id ?? '') ?? [])),
    ];
    return [
        ...lookup.model.conduits.map(({ between }) => joined(between.map(end => end.id))),
        ...lookup.model.flows
            .filter(({ container }) => container === null || !lookup.conduit(container))
            .map(({ from, to }) => joined([from.id, to.id])),
    ].filter(join => join.length > 1);
}

/** How many conduits and flows join two units, for each pair. */
function linksOf(units: readonly Unit[], lookup: Lookup): number[][] {
    const places = new Map(units.map((unit, index) => [unit, index]));
    const links = units.map(() => units.map(() => 0));
    for (const join of joinsOf(units, lookup))
        for (const a of join)
            for (const b of join) {
                const [row, column] = [links[places.get(a) ?? -1], places.get(b)];
                if (row && column !== undefined && a !== b) row[column] = (row[column] ?? 0) + 1;
            }
    return links;
}

/**
 * Puts units that are joined by many conduits on one sheet, none of which holds more than the capacity. Deterministic:
 * of two equal choices the one that comes first in the text is taken.
 * @param filled a sheet may hold what nothing joins, where there is room
 */
export function grouped(units: readonly Unit[], lookup: Lookup, capacity: number, filled = true): Group[] {
    const links = linksOf(units, lookup);
    const groups = units.map((unit, index) => ({ members: [index], weight: unit.weight, index }));
    for (;;) {
        let best: { a: (typeof groups)[number]; b: (typeof groups)[number]; worth: number } | null = null;
        for (const [position, a] of groups.entries()) {
            for (const b of groups.slice(position + 1)) {
                if (a.weight + b.weight > capacity) continue;
                const joined = links[a.index]?.[b.index] ?? 0;
                if (joined === 0 && !filled) continue;
                // Small ones first, so that sheets fill evenly; what nothing joins comes last, neighbours in the text.
                const far = Math.abs((b.members[0] ?? 0) - (a.members[0] ?? 0));
                const worth = joined > 0 ? joined / (a.weight + b.weight) : 1e-12 / (1 + far);
                if (!best || worth > best.worth) best = { a, b, worth };
            }
        }
        if (!best) break;
        const { a, b } = best;
        links.forEach((row, index) => {
            row[a.index] = (row[a.index] ?? 0) + (row[b.index] ?? 0);
            const [into, from] = [links[a.index], links[b.index]];
            if (into) into[index] = (into[index] ?? 0) + (from?.[index] ?? 0);
        });
        a.members = [...a.members, ...b.members].sort((i, j) => i - j);
        a.weight += b.weight;
        groups.splice(groups.indexOf(b), 1);
    }
    return groups.map(({ members, weight }) => ({
        units: members.map(index => units[index]).filter(unit => unit !== undefined),
        weight,
    }));
}
