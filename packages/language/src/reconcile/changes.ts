import type { AddressBook } from '../assessment/index.ts';
import { addressBook, translatorsOf } from '../assessment/index.ts';
import type { Point } from '../filter/index.ts';
import type { Asset, Flow, Lookup } from '../model/index.ts';

/**
 * In what a model differs from an earlier one, of which a comparison is kept. An element counts as another one when it
 * is another object: whatever was edited near it is taken as changed, so that what is kept never holds a place of
 * before.
 */
export interface Changes {
    /** The ids of elements that are not the same as before. */
    readonly assets: ReadonlySet<string>;
    readonly zones: ReadonlySet<string>;
    readonly conduits: ReadonlySet<string>;
    /** All addresses that those assets have or had. */
    readonly points: ReadonlySet<Point>;
    /** Zones that have or had one of those addresses, and those around them. */
    readonly around: ReadonlySet<string>;
    /** The flows that are the very same as before. */
    readonly flows: ReadonlySet<Flow>;
}

function others<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): ReadonlySet<string> {
    if (before === now) return new Set();
    // Nearly all are where they were: only the rest is looked for.
    const known = new Set(before.filter((each, index) => each !== now[index]));
    return new Set(now.filter((each, index) => each !== before[index] && !known.has(each)).map(each => each.id));
}

const carries = (lookup: Lookup): boolean => lookup.model.conduits.some(conduit => conduit.over.length > 0);
const isSameList = (before: readonly unknown[], now: readonly unknown[]): boolean =>
    before.length === now.length && before.every((each, index) => each === now[index]);

/**
 * In what two models differ whose facts are the same, but for the addresses of assets and all that is said of flows.
 * @returns `null` where what an address means rests on more than its own asset: with translations and tunnels; where
 *    rules or traffic were edited, and where flows have another order
 */
export function changesBetween(before: Lookup, now: Lookup): Changes | null {
    if (!isSameList(before.model.rulesets, now.model.rulesets)) return null;
    if (!isSameList(before.model.observations, now.model.observations)) return null;
    if (translatorsOf(now).length > 0 || carries(now)) return null;
    const assets = others(before.model.assets, now.model.assets);
    const zones = others(before.model.zones, now.model.zones);
    const points = new Set<Point>();
    const around = new Set<string>(zones);
    const addZone = (lookup: Lookup, id: string): void => {
        for (const zone of lookup.chain(id)) around.add(zone.id);
    };
    for (const id of zones) addZone(now, id);
    const add = (lookup: Lookup, book: AddressBook, asset: Asset | undefined): void => {
        if (!asset) return;
        for (const zone of book.zonesOf(asset)) addZone(lookup, zone.id);
        for (const { point, zone } of book.legsOf(asset.id)) {
            points.add(point);
            if (zone) addZone(lookup, zone.id);
        }
    };
    const [old, present] = [addressBook(before), addressBook(now)];
    for (const id of assets) {
        add(before, old, before.asset(id));
        add(now, present, now.asset(id));
    }
    const known = new Set(before.model.flows);
    const kept = new Set(now.model.flows.filter(flow => known.has(flow)));
    // Flows are named in the order of the text.
    if (
        !isSameList(
            before.model.flows.filter(flow => kept.has(flow)),
            [...kept],
        )
    )
        return null;
    return {
        assets,
        zones,
        conduits: others(before.model.conduits, now.model.conduits),
        points,
        around,
        flows: kept,
    };
}
