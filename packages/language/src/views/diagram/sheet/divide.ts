import type { Lookup } from '../../../model/index.ts';
import { grouped, joinsOf, type Group, type Unit } from './split.ts';

/** A way to put units on sheets. */
export interface Division {
    readonly groups: readonly Group[];
    /** What it costs before anything is drawn, in conduits that lead to another sheet. */
    readonly cost: number;
}

/** What a sheet costs. */
const sheetCost = 2;
/** What it costs that units of a sheet are joined to nothing else there. */
const strayCost = 3;
/** What a sheet of one unit costs that takes less than a share of its room. */
const lonelyCost = 2;
const lonely = 0.35;

/** Shares of the whole that one sheet may hold. */
const shares = [0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25];
/** More units than this are divided step by step: to draw them in several ways takes too long. */
const mostUnits = 24;

/** How many parts of a sheet nothing on it joins. */
function partsIn(members: ReadonlySet<Unit>, joins: readonly (readonly Unit[])[]): number {
    const leads = new Map([...members].map(unit => [unit, unit]));
    const leadOf = (unit: Unit): Unit => {
        const lead = leads.get(unit) ?? unit;
        return lead === unit ? unit : leadOf(lead);
    };
    for (const join of joins) {
        const [first, ...others] = join.filter(unit => members.has(unit));
        if (first) for (const other of others) leads.set(leadOf(other), leadOf(first));
    }
    return [...members].filter(unit => leadOf(unit) === unit).length;
}

function costOf(groups: readonly Group[], joins: readonly (readonly Unit[])[], capacity: number): number {
    let cost = 0;
    for (const { units, weight } of groups) {
        const members = new Set(units);
        const alone = units.length === 1 && weight < lonely * capacity;
        cost += sheetCost + (alone ? lonelyCost : 0) + (partsIn(members, joins) - 1) * strayCost;
        cost += joins.filter(join => join.some(unit => members.has(unit))).length;
    }
    return cost - joins.length;
}

/**
 * Ways to put the units of a picture on sheets, those first that separate the fewest conduits, with the fewest sheets,
 * and without a small zone alone on one; none where there are too many units to try several.
 * @param capacity of a sheet, in square pixels of zones
 */
export function divisionsOf(units: readonly Unit[], lookup: Lookup, capacity: number): readonly Division[] {
    if (units.length > mostUnits) return [];
    const joins = joinsOf(units, lookup);
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    const found = new Map<string, Division>();
    for (const share of shares) {
        if (share * total > capacity) continue;
        for (const filled of [true, false]) {
            const groups = grouped(units, lookup, share * total, filled);
            const key = groups.map(group => group.units.map(unit => unit.zone.id).join(' ')).join('\n');
            if (groups.length > 1 && !found.has(key)) found.set(key, { groups, cost: costOf(groups, joins, capacity) });
        }
    }
    return [...found.values()].sort((a, b) => a.cost - b.cost);
}
