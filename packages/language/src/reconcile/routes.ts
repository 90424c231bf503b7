/** By which conduits in a row sessions come from zone to zone: the devices after `via` are taken for the routing. */
import { directionOf } from '../assessment/passing.ts';
import type { Asset, Conduit, Lookup } from '../model/index.ts';
import type { End } from './rule-ends.ts';

/** So many conduits in a row are followed, so many ways from a zone, and so many routes between two zones. */
const mostConduits = 8;
const mostBegun = 2000;
const mostRoutes = 10;

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

/** True for a device that is itself in a zone: it is in it, serves it, or its conduit joins it. */
function reachesInto(lookup: Lookup, device: Asset, zone: string): boolean {
    const own = [
        device.container,
        ...device.serves.map(({ id }) => id),
        ...lookup.boundariesOf(device.id).flatMap(({ between }) => between.map(({ id }) => id)),
    ];
    return lookup.chain(zone).some(({ id }) => own.includes(id));
}

/** A way from a zone, with the zones that it comes through after that one. */
interface Way {
    readonly route: Route;
    readonly zones: readonly string[];
}

/** The ways from a zone, the shortest first, by the zone in which each ends. */
interface Ways {
    readonly to: ReadonlyMap<string, readonly Way[]>;
    /** False where there are more, or where one of them could go on: that may be another way to a zone. */
    readonly areAll: boolean;
}

/** Two zones: the routes of several conduits between them, and the devices after `via` on these. */
interface Between {
    readonly routes: readonly Route[];
    readonly devices: ReadonlySet<string>;
}

/** The routes of a model, worked out once for each two zones. */
class Routes {
    /** False where a question was asked of which not all routes were followed. */
    areAll = true;
    readonly #lookup: Lookup;
    readonly #steps = new Map<string, readonly Step[]>();
    readonly #ways = new Map<string, Ways>();
    readonly #between = new Map<string, Map<string, Between>>();

    constructor(lookup: Lookup) {
        this.#lookup = lookup;
    }

    from(from: string): (to: string) => Between {
        const some = this.#between.get(from) ?? new Map<string, Between>();
        this.#between.set(from, some);
        return to => {
            const known = some.get(to);
            if (known) return known;
            const found = this.#anew(from, to);
            some.set(to, found);
            return found;
        };
    }

    #anew(from: string, to: string): Between {
        const ways = this.#waysFrom(from);
        const around = new Set(this.#lookup.chain(to).map(({ id }) => id));
        if (!ways.areAll) this.areAll = false;
        const found = around.has(from)
            ? []
            : [...around]
                  .flatMap(zone => ways.to.get(zone) ?? [])
                  // A way that came there before is another one.
                  .filter(({ route, zones }) => route.length > 1 && !zones.slice(0, -1).some(zone => around.has(zone)))
                  .map(({ route }) => route)
                  .sort((a, b) => a.length - b.length);
        if (found.length > mostRoutes) this.areAll = false;
        const routes = found.slice(0, mostRoutes);
        return { routes, devices: new Set(routes.flat().flatMap(({ via }) => via.map(({ id }) => id))) };
    }

    #stepsFrom(zone: string): readonly Step[] {
        const found = this.#steps.get(zone) ?? stepsFrom(this.#lookup, zone);
        this.#steps.set(zone, found);
        return found;
    }

    #waysFrom(from: string): Ways {
        const known = this.#ways.get(from);
        if (known) return known;
        const begun: Way[] = [{ route: [], zones: [] }];
        const to = new Map<string, Way[]>();
        const ended: Way[] = [];
        let areAll = true;
        for (const way of begun) {
            const { route, zones } = way;
            const at = zones.at(-1) ?? from;
            if (route.length > 0) to.set(at, [...(to.get(at) ?? []), way]);
            if (route.length === mostConduits) {
                ended.push(way);
                continue;
            }
            for (const { conduit, beyond } of this.#stepsFrom(at)) {
                if (route.includes(conduit) || beyond === from || zones.includes(beyond)) continue;
                if (begun.length < mostBegun) begun.push({ route: [...route, conduit], zones: [...zones, beyond] });
                else areAll = false;
            }
        }
        const mayGoOn = ({ route, zones }: Way): boolean =>
            this.#stepsFrom(zones.at(-1)!).some(
                ({ conduit, beyond }) => beyond !== from && !zones.includes(beyond) && !route.includes(conduit),
            );
        const found = { to, areAll: areAll && !ended.some(mayGoOn) };
        this.#ways.set(from, found);
        return found;
    }
}

const routesIn = (lookup: Lookup): Routes => new Routes(lookup);

/** False where a question was asked about rows of conduits of which not all were followed. */
export const areAllRoutes = (lookup: Lookup): boolean => lookup.once(routesIn).areAll;

/** By which conduits in a row sessions come from one end to another over a device. */
export class DeviceRoutes {
    readonly #lookup: Lookup;
    readonly #device: Asset;
    readonly #zones: readonly string[];
    readonly #routes: Routes;
    readonly #known = new Map<string, readonly Route[]>();
    readonly #near = new Map<string, boolean>();

    /** @param zones those that the device joins or has addresses in */
    constructor(lookup: Lookup, device: Asset, zones: readonly string[]) {
        this.#lookup = lookup;
        this.#device = device;
        this.#zones = zones;
        this.#routes = lookup.once(routesIn);
    }

    /** The zones to which a session from a zone may come over the device, as a question; the others are not asked. */
    mayPassFrom(from: string): (to: string) => boolean {
        const isNear = this.#isNear(from);
        const between = this.#routes.from(from);
        return to => (isNear && this.#isNear(to)) || between(to).devices.has(this.#device.id);
    }

    /** One row without any conduit where the device has an interface in both zones, or faces both in a way not said. */
    between({ home: from }: End, { home: to }: End): readonly Route[] {
        const key = `${from} ${to}`;
        const found = this.#known.get(key) ?? this.#anew(from, to);
        this.#known.set(key, found);
        return found;
    }

    #isNear(home: string): boolean {
        const known = this.#near.get(home);
        if (known !== undefined) return known;
        const found = this.#zones.some(zone => this.#lookup.within(home, zone));
        this.#near.set(home, found);
        return found;
    }

    #anew(from: string, to: string): readonly Route[] {
        const [lookup, device] = [this.#lookup, this.#device];
        const isBetween = reachesInto(lookup, device, from) && reachesInto(lookup, device, to);
        const found = isBetween
            ? []
            : this.#routes
                  .from(from)(to)
                  .routes.filter(route => route.some(({ via }) => via.some(({ id }) => id === device.id)));
        return found.length === 0 && this.#isNear(from) && this.#isNear(to) ? [[]] : found;
    }
}

/** The zones beyond those that a device joins, at the end of a row of conduits. */
export function zonesBeyond(lookup: Lookup, device: Asset, zones: readonly string[]): readonly string[] {
    if (lookup.boundariesOf(device.id).length === 0) return [];
    const reached = new Set(zones);
    let edge: ReadonlySet<string> = reached;
    for (let at = 1; at < mostConduits && edge.size > 0; at++) {
        const next = [...edge]
            .flatMap(zone => lookup.chain(zone).flatMap(({ id }) => lookup.conduitsOf(id)))
            .flatMap(({ between }) => between.map(({ id }) => id));
        edge = new Set(next.filter(id => !reached.has(id)));
        for (const zone of edge) reached.add(zone);
    }
    return [...reached].filter(id => !zones.some(zone => lookup.within(id, zone) || lookup.within(zone, id)));
}
