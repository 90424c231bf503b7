import type { Conduit, Flow, Lookup } from '../../model/index.ts';
import { carriesOnly } from '../reach-graph.ts';
import type { SearchOptions } from '../reach-search.ts';
import { legsOf, partsOf } from './parts.ts';
import { doubtfulTunnels } from './tunnels.ts';

/** Whether a cut stops something: `partly` where it stops some of it, or where the model does not show which. */
export type Stopped = 'yes' | 'partly' | 'no';

/** Where a connection is to be cut. */
export interface CutPoint {
    readonly conduit: string;
    /** The devices that can do it; none where the conduit cannot be cut cleanly. */
    readonly devices: readonly string[];
}

/** What keeps a cut from being clean: a connection without a device at which it can be closed. */
export interface Unclean {
    readonly kind: 'conduit' | 'flow' | 'leg';
    /** The conduit, the flow that is in no conduit, or the asset with a leg on both sides. */
    readonly id: string;
    /** The zone of the leg; `null` for the others. */
    readonly zone: string | null;
}

/** A cut: conduits that are severed, zones whose boundary is closed, assets that are taken away. */
export interface Severed {
    readonly asked: readonly string[];
    readonly stopped: readonly Flow[];
    readonly where: readonly CutPoint[];
    readonly unclean: readonly Unclean[];
    /** The assets that are taken away. */
    readonly gone: ReadonlySet<string>;
    /** What a search in the graph of reach has to leave out. */
    readonly searching: SearchOptions;
    stops(flow: Flow): Stopped;
    /** True for a flow of a tunnel that may run over what is cut. */
    mayStop(flow: Flow): boolean;
    /** Whether a conduit as a whole is stopped. */
    stopsConduit(conduit: Conduit): Stopped;
    /** True where a closed boundary lies between two assets or zones. */
    closedBetween(a: string, b: string): boolean;
    /** True for a zone of which a part is cut off from the rest. */
    splits(zone: string): boolean;
    /** True where two assets or zones were joined before the cut, and are not after it. */
    separates(a: string, b: string): boolean;
    /** True where a connection that is stopped may be the one by which two assets or zones have reached each other. */
    mayJoin(a: string, b: string): boolean;
    /** Numbers of the parts in which an asset or zone lies before and after the cut; `null` for what is in no zone. */
    partOf(id: string): { readonly before: number; readonly after: number } | null;
}

function lazily<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}

/** On which side of the boundary of a zone something lies. */
type Side = 'inside' | 'outside' | 'both';

/** The zones beyond the plant: those of others, and the office. */
export function outerZones(lookup: Lookup): readonly string[] {
    return lookup.model.zones
        .filter(({ id }) => {
            const kind = lookup.kindOf(id);
            return kind === 'external' || kind === 'enterprise' || lookup.traitsOf(id).has('untrusted');
        })
        .filter(({ parent }, _index, all) => !all.some(other => other.id === parent))
        .map(zone => zone.id);
}

/**
 * Works out what a cut stops.
 * @param asked ids of conduits, zones and assets; others are left aside
 */
export function sever(lookup: Lookup, asked: readonly string[]): Severed {
    const { model } = lookup;
    const zones = asked.filter(id => lookup.zone(id));
    const conduits = new Set(asked.filter(id => lookup.conduit(id)));
    const gone = new Set(asked.filter(id => lookup.asset(id)));

    function sideOfZone(zone: string, boundary: string): Side {
        if (lookup.within(zone, boundary)) return 'inside';
        return 'outside';
    }

    /** Of an end of a flow: a zone around the boundary stands for assets on both sides of it. */
    function sideOf(id: string, boundary: string): Side {
        if (lookup.zone(id)) return lookup.within(boundary, id) && id !== boundary ? 'both' : sideOfZone(id, boundary);
        const asset = lookup.asset(id);
        if (!asset) return 'outside';
        if (lookup.zone(asset.container)) return sideOfZone(asset.container, boundary);
        const legs = legsOf(lookup, asset).map(zone => sideOfZone(zone, boundary));
        return legs.length > 0 && legs.every(leg => leg === legs[0])
            ? legs[0]!
            : legs.length === 0
              ? 'outside'
              : 'both';
    }

    const closedBetween = (a: string, b: string): boolean =>
        zones.some(zone => {
            const sides = [sideOf(a, zone), sideOf(b, zone)];
            return sides.includes('inside') && sides.includes('outside');
        });

    /** A tunnel through a zone whose boundary is closed. */
    const carried = (conduit: Conduit): boolean =>
        conduit.over.some(carrier => conduit.between.some(end => closedBetween(carrier.id, end.id)));

    /** A redundant pair goes on with the other device. */
    const pairs = model.rulesets.map(ruleset => ruleset.devices.map(device => device.id));
    const isDead = (device: string): boolean =>
        gone.has(device) && !pairs.some(pair => pair.includes(device) && pair.some(other => !gone.has(other)));

    const severedConduit = (conduit: Conduit): boolean =>
        conduits.has(conduit.id) || conduit.via.some(device => isDead(device.id));

    const doubtful = lazily(() =>
        doubtfulTunnels(lookup, {
            severed: severedConduit,
            carried,
            closedBetween,
            gone: new Set([...gone].filter(isDead)),
        }),
    );

    const mayStop = ({ container }: Flow): boolean => container !== null && doubtful().has(container);

    function stops(flow: Flow): Stopped {
        const ends = [flow.from.id, flow.to.id];
        if (ends.some(end => gone.has(end))) return 'yes';
        const conduit = flow.container === null ? undefined : lookup.conduit(flow.container);
        if (conduit && severedConduit(conduit)) return 'yes';
        let partly = mayStop(flow);
        partly ||= ends.some(end => lookup.zone(end) && [...gone].some(each => lookup.within(homeOf(each), end)));
        for (const zone of zones) {
            const sides = [
                ...ends.map(end => sideOf(end, zone)),
                ...(conduit?.over.map(carrier => sideOfZone(carrier.id, zone)) ?? []),
            ];
            if (sides.includes('inside') && sides.includes('outside')) return 'yes';
            if (sides.includes('both')) partly = true;
        }
        return partly ? 'partly' : 'no';
    }

    function homeOf(asset: string): string {
        return lookup.asset(asset)?.container ?? '';
    }

    const known = new Map<Flow, Stopped>();
    const stopped: Flow[] = [];
    for (const flow of model.flows) {
        const state = asked.length === 0 ? 'no' : stops(flow);
        known.set(flow, state);
        if (state !== 'no') stopped.push(flow);
    }

    const crosses = (conduit: Conduit): boolean =>
        conduit.between.some((a, at) => conduit.between.slice(at + 1).some(b => closedBetween(a.id, b.id)));

    function stopsConduit(conduit: Conduit): Stopped {
        if (severedConduit(conduit)) return 'yes';
        const states = lookup.flowsIn(conduit.id).map(flow => known.get(flow)!);
        if (states.length > 0 && states.every(state => state === 'yes')) return 'yes';
        if (states.some(state => state !== 'no') || doubtful().has(conduit.id)) return 'partly';
        return crosses(conduit) ? (conduit.between.length === 2 ? 'yes' : 'partly') : 'no';
    }

    function legsAcross(): readonly Unclean[] {
        return model.assets.flatMap((asset): readonly Unclean[] => {
            if (carriesOnly(lookup, asset) || gone.has(asset.id)) return [];
            const legs = legsOf(lookup, asset);
            return legs
                .slice(1)
                .filter(leg => closedBetween(legs[0]!, leg))
                .map(leg => ({ kind: 'leg', id: asset.id, zone: leg }));
        });
    }

    const pointsOf = (): readonly CutPoint[] =>
        model.conduits
            .filter(conduit => conduits.has(conduit.id) || crosses(conduit) || carried(conduit))
            .map(conduit => ({ conduit: conduit.id, devices: conduit.via.map(device => device.id) }));

    const where = pointsOf();
    const unclean: readonly Unclean[] = [
        ...where
            .filter(({ devices }) => devices.length === 0)
            .map(({ conduit }): Unclean => ({ kind: 'conduit', id: conduit, zone: null })),
        ...stopped
            .filter(flow => lookup.conduit(flow.container ?? '') === undefined)
            .filter(flow => closedBetween(flow.from.id, flow.to.id))
            .map((flow): Unclean => ({ kind: 'flow', id: flow.id, zone: null })),
        ...legsAcross(),
    ];

    let numbers: { readonly before: ReadonlyMap<string, number>; readonly after: ReadonlyMap<string, number> } | null =
        null;
    function parts() {
        return (numbers ??= {
            before: partsOf(
                lookup,
                () => true,
                () => true,
                () => true,
            ),
            after: partsOf(
                lookup,
                conduit => !severedConduit(conduit) && !carried(conduit),
                flow => known.get(flow) === 'no',
                (a, b) => !closedBetween(a, b),
                gone,
            ),
        });
    }

    function partOf(id: string): { readonly before: number; readonly after: number } | null {
        const zone = lookup.zoneOf(id)?.id;
        if (zone === undefined) return null;
        const { before, after } = parts();
        return { before: before.get(zone)!, after: after.get(zone)! };
    }

    return {
        asked,
        stopped,
        where,
        unclean,
        gone,
        searching: {
            without: gone,
            except: flow => known.get(flow) === 'yes',
            unplugged: (server, zone) => {
                const asset = lookup.asset(server);
                return asset !== undefined && closedBetween(legsOf(lookup, asset)[0] ?? '', zone);
            },
        },
        stops: flow => known.get(flow) ?? stops(flow),
        mayStop,
        stopsConduit,
        closedBetween,
        splits: zone => zones.some(boundary => boundary !== zone && lookup.within(boundary, zone)),
        separates: (a, b) => {
            const [first, second] = [partOf(a), partOf(b)];
            return first !== null && second !== null && first.before === second.before && first.after !== second.after;
        },
        mayJoin: (a, b) => {
            const [first, second] = [lookup.zoneOf(a)?.id, lookup.zoneOf(b)?.id];
            if (first === undefined || second === undefined) return false;
            return model.conduits.some(conduit => {
                if (!severedConduit(conduit) && !carried(conduit) && !crosses(conduit)) return false;
                const beside = partsOf(
                    lookup,
                    other => other !== conduit,
                    flow => flow.container !== conduit.id,
                    () => true,
                );
                const isAt = (one: string, other: string): boolean => beside.get(one) === beside.get(other);
                return conduit.between.some(one =>
                    conduit.between.some(other => one.id !== other.id && isAt(first, one.id) && isAt(second, other.id)),
                );
            });
        },
        partOf,
    };
}
