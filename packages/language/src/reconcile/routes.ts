/** By which conduits in a row sessions come from one zone to another: their devices stand for the routing. */
import { directionOf } from '../assessment/passing.ts';
import type { Asset, Conduit, Lookup } from '../model/index.ts';
import type { End } from './rule-ends.ts';

/** So many conduits in a row are followed, so many routes between two zones, and so many ways to begin them. */
const mostConduits = 5;
const mostRoutes = 10;
const mostBegun = 300;

type Route = readonly Conduit[];

/** A conduit as it is passed, and the zone beyond it. */
interface Step {
    readonly conduit: Conduit;
    readonly beyond: string;
}

/** The conduits by which one comes out of a zone, or of a zone around it; not against a one-way. */
function stepsFrom(lookup: Lookup, zone: string): readonly Step[] {
    return lookup
        .chain(zone)
        .flatMap(({ id }) => lookup.conduitsOf(id).map(conduit => ({ conduit, near: id })))
        .flatMap(({ conduit, near }) => {
            const way = directionOf(lookup, conduit);
            return conduit.between
                .map(end => end.id)
                .filter(end => !lookup.within(end, near) && !lookup.within(near, end))
                .filter(end => !way || (lookup.within(near, way.from) && lookup.within(end, way.to)))
                .map(beyond => ({ conduit, beyond }));
        });
}

/** True for a device that is itself in a zone: it stands there, serves it, or its conduit joins it. */
function reachesInto(lookup: Lookup, device: Asset, zone: string): boolean {
    const own = [
        device.container,
        ...device.serves.map(({ id }) => id),
        ...lookup.boundariesOf(device.id).flatMap(({ between }) => between.map(({ id }) => id)),
    ];
    return lookup.chain(zone).some(({ id }) => own.includes(id));
}

/** All routes of several conduits between two zones, the shortest first; worked out once for each two. */
function routesBetween(lookup: Lookup): (from: string, to: string) => readonly Route[] {
    const steps = new Map<string, readonly Step[]>();
    const known = new Map<string, readonly Route[]>();
    const stepsOf = (zone: string): readonly Step[] => {
        const found = steps.get(zone) ?? stepsFrom(lookup, zone);
        steps.set(zone, found);
        return found;
    };
    const anew = (from: string, to: string): readonly Route[] => {
        const found: Route[] = [];
        const begun: { readonly route: Route; readonly zones: readonly string[] }[] = [{ route: [], zones: [from] }];
        for (const { route, zones } of begun) {
            if (lookup.within(to, zones.at(-1)!)) {
                if (route.length > 1) found.push(route);
                if (found.length >= mostRoutes) break;
            } else if (route.length < mostConduits)
                for (const { conduit, beyond } of stepsOf(zones.at(-1)!))
                    if (!route.includes(conduit) && !zones.includes(beyond) && begun.length < mostBegun)
                        begun.push({ route: [...route, conduit], zones: [...zones, beyond] });
        }
        return found;
    };
    return (from, to) => {
        const key = `${from} ${to}`;
        const found = known.get(key) ?? anew(from, to);
        known.set(key, found);
        return found;
    };
}

/** The routes of several conduits from one zone to another that pass a device. */
function routesOver(lookup: Lookup, device: Asset, from: string, to: string): readonly Route[] {
    return lookup
        .once(routesBetween)(from, to)
        .filter(route => route.some(({ via }) => via.some(({ id }) => id === device.id)));
}

/**
 * The conduits in a row by which sessions come from one end to the other over a device; one row without any where it
 * has an interface in both zones, or faces both and nothing says how.
 */
export function routesOnce(
    lookup: Lookup,
    device: Asset,
    zones: readonly string[],
): (from: End, to: End) => readonly Route[] {
    const known = new Map<string, readonly Route[]>();
    const isAt = (home: string): boolean => zones.some(zone => lookup.within(home, zone));
    const anew = (from: string, to: string): readonly Route[] => {
        const isBetween = reachesInto(lookup, device, from) && reachesInto(lookup, device, to);
        const found = isBetween ? [] : routesOver(lookup, device, from, to);
        return found.length === 0 && isAt(from) && isAt(to) ? [[]] : found;
    };
    return ({ home: from }, { home: to }) => {
        const key = `${from} ${to}`;
        const found = known.get(key) ?? anew(from, to);
        known.set(key, found);
        return found;
    };
}

/** The zones beyond those that a device joins, at the end of a row of conduits. */
export function zonesBeyond(lookup: Lookup, device: Asset, zones: readonly string[]): readonly string[] {
    if (lookup.boundariesOf(device.id).length === 0) return [];
    const reached = new Set(zones);
    let edge = zones;
    for (let at = 1; at < mostConduits && edge.length > 0; at++) {
        edge = edge.flatMap(zone =>
            lookup
                .chain(zone)
                .flatMap(({ id }) => lookup.conduitsOf(id))
                .flatMap(({ between }) => between.map(({ id }) => id).filter(id => !reached.has(id))),
        );
        for (const zone of edge) reached.add(zone);
    }
    return [...reached].filter(id => !zones.some(zone => lookup.within(id, zone) || lookup.within(zone, id)));
}
