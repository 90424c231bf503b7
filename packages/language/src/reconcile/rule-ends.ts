/** Between which ends of the model a rule permits something. */
import { carriesOnly, fittingConduits } from '../assessment/index.ts';
import type { Ranges } from '../filter/index.ts';
import { includes, meets } from '../filter/index.ts';
import type { Asset, Conduit, Lookup } from '../model/index.ts';
import type { Places } from './places.ts';

/** An end of what a rule permits, and the zone in which it has the address that the rule names. */
export interface End {
    readonly id: string;
    readonly home: string;
}

/**
 * The zones and hosts of one side of a rule: a zone where the rule has all of its addresses, else its hosts one by one.
 */
export function endsIn(lookup: Lookup, places: Places, set: Ranges, zones: readonly string[]): readonly End[] {
    const whole = zones.filter(zone => places.spaceOf(zone).length > 0 && includes(set, places.spaceOf(zone)));
    const isIn = (zone: string, some: ReadonlySet<string>): boolean =>
        some.size > 0 && lookup.chain(zone).some(({ id }) => some.has(id));
    const all = new Set(whole);
    const outermost = whole.filter(zone => !lookup.chain(zone).some(({ id }) => id !== zone && all.has(id)));
    const asked = new Set(zones);
    const covered = new Set(outermost);
    const hosts = places.book.legs.flatMap(({ asset, point, zone }): readonly End[] => {
        if (!meets(set, [point, point])) return [];
        // A device between zones only carries what passes.
        if (lookup.zoneOf(asset.id) === undefined && carriesOnly(lookup, asset)) return [];
        // Of an address of which it is not said where it is, it may be each zone of its host.
        const homes = zone ? [zone.id] : places.book.zonesOf(asset).map(({ id }) => id);
        return homes.filter(home => isIn(home, asked) && !isIn(home, covered)).map(home => ({ id: asset.id, home }));
    });
    return [...outermost.map(id => ({ id, home: id })), ...hosts];
}

export function zonesBehind(lookup: Lookup, places: Places, device: Asset): readonly string[] {
    const joined = lookup.boundariesOf(device.id).flatMap(conduit => conduit.between.map(end => end.id));
    return [...new Set([...joined, ...places.book.zonesOf(device).map(zone => zone.id)])];
}

/** An end and the zones around it: a flow of one of these is a flow of it too. */
export function around(lookup: Lookup, end: string): readonly string[] {
    const zones = lookup.chain(lookup.zoneOf(end)?.id ?? '').map(({ id }) => id);
    return zones.includes(end) ? zones : [end, ...zones];
}

/** The conduit over a device by which one end comes to the other: of these, or of the zones of their addresses. */
export function conduitOf(lookup: Lookup, device: Asset, from: End, to: End): Conduit | undefined {
    return [...fittingConduits(lookup, from.id, to.id), ...fittingConduits(lookup, from.home, to.home)].find(each =>
        each.via.some(via => via.id === device.id),
    );
}
