import type { Flow, Lookup } from '../model/index.ts';
import { speaksBack, type SpeakingBack } from './passing.ts';
import { reachGraphSteps, type ReachGraph } from './reach-graph.ts';
import { maskOf, search, stepsBack, stepsTo } from './reach-search.ts';
import type { Mask, Search, SearchOptions, Step } from './reach-search.ts';
import { PathRoom, shortestSteps } from './reach-shortest.ts';
import { mayWrite, shortestWritingSteps } from './reach-writing.ts';
import { simplePaths } from './reach-simple.ts';

export type { SearchOptions } from './reach-search.ts';

/** One step of a path, from one asset to the next. An end without assets of its own is a zone that holds none. */
export interface Hop {
    readonly from: string;
    readonly to: string;
    /** By a declared flow, by serving a zone, or (on request) by movement inside a zone. */
    readonly kind: 'flow' | 'presence' | 'lateral';
    readonly flow: Flow | null;
    /**
     * Along the flow's arrow, against it (`<->`, and a broker that speaks to its subscriber), or `unknown` where the
     * arrow is `--`. A hop without a flow goes along.
     */
    readonly direction: 'forward' | 'backward' | 'unknown';
    /** True when the session goes from the second end of the flow to the first. */
    readonly backward: boolean;
    /** Why the far end of a session speaks, where the hop runs against a `->`; else `null`. */
    readonly speaking: SpeakingBack | null;
    /** The conduit in which the flow stands. */
    readonly conduit: string | null;
    /** Ids of the protocols of the flow. */
    readonly protocols: readonly string[];
    /** Ids of the boundary devices (`via`) of the conduit. */
    readonly devices: readonly string[];
    /** The zone in which the hop happens, where it has no flow. */
    readonly zone: string | null;
    /** The asset that serves this zone, where that carries the hop. */
    readonly server: string | null;
}

/** A path from one asset to another over declared flows, at least one hop long. */
export interface Path {
    readonly from: string;
    readonly to: string;
    readonly hops: readonly Hop[];
    /**
     * A zone that the first asset serves, where it stands for the zone that was asked for and does not lie in it; else
     * `null`.
     */
    readonly fromServes: string | null;
    /** The same for the last asset. */
    readonly toServes: string | null;
}

/** Paths in the order of their length, and whether these are all of them. */
export interface Paths {
    readonly paths: readonly Path[];
    readonly complete: boolean;
}

/**
 * Questions of who reaches whom (language.md, "Path"). Ends are ids of assets and zones; an id that names neither
 * reaches nothing.
 */
export interface Reach {
    readonly graph: ReachGraph;
    /** The assets that are reached from any of the ends by at least one hop. */
    reachableFrom(sources: readonly string[], options?: SearchOptions): ReadonlySet<string>;
    /** The assets that reach any of the ends by at least one hop. */
    reaching(targets: readonly string[], options?: SearchOptions): ReadonlySet<string>;
    /**
     * True where a walk from one end to the other uses something that the options leave out: what is there without it
     * may be another walk.
     */
    dependsOn(from: string, to: string, without: SearchOptions): boolean;
    /**
     * A shortest path to each asset that is reached from any of the ends: also to a host that a zone stands for and
     * that lies elsewhere, from what else is in the zone.
     */
    spread(sources: readonly string[], options?: SearchOptions): ReadonlyMap<string, Path>;
    /** The same against the arrows: each asset that reaches any of the ends, with a shortest path from it. */
    spreadInto(targets: readonly string[], options?: SearchOptions): ReadonlyMap<string, Path>;
    /**
     * A path with the fewest hops that does not end where it begins, the same one for the same model; `null` when there
     * is none.
     */
    shortestPath(from: string, to: string, options?: SearchOptions): Path | null;
    /**
     * A shortest path whose last session may write or program: a flow that does not say that it only reads, or presence
     * in a zone.
     */
    shortestWritePath(from: string, to: string, options?: SearchOptions): Path | null;
    /** A shortest path whose last session is a flow over one of some protocols. */
    shortestPathOver(from: string, to: string, protocols: ReadonlySet<string>): Path | null;
    /**
     * Every path that meets no asset twice and touches the two ends only where it begins and ends, shortest first.
     * @param maxLength in hops, both counted
     * @param limit how many paths at most
     */
    allSimplePaths(from: string, to: string, maxLength: number, limit: number, options?: SearchOptions): Paths;
    /** The assets that an asset or a zone stands for as an end. */
    membersOf(id: string): readonly string[];
    /** The assets that lie in a zone, nested ones too; of an asset itself. */
    locatedIn(id: string): readonly string[];
}

function directionOf(flow: Flow, backward: boolean): Hop['direction'] {
    if (flow.arrow === '--') return 'unknown';
    return backward ? 'backward' : 'forward';
}

interface Ends {
    readonly starts: readonly number[];
    readonly goals: readonly number[];
}

/**
 * The ends at which a path between two ends may begin and end: where one lies in the other, only what lies outside it.
 */
export function endsOf(
    graph: ReachGraph,
    lookup: Lookup,
    from: string,
    to: string,
    members: (id: string) => readonly number[] = graph.membersOf,
): Ends {
    const inside = (inner: string, outer: string): boolean => {
        const zone = lookup.zoneOf(inner)?.id;
        return inner !== outer && zone !== undefined && lookup.within(zone, outer);
    };
    const less = (ends: readonly number[], id: string): readonly number[] => {
        const left = new Set(graph.locatedIn(id));
        return ends.filter(end => !left.has(end));
    };
    const [starts, goals] = [members(from), members(to)];
    if (inside(to, from)) return { starts: less(starts, to), goals };
    if (inside(from, to)) return { starts, goals: less(goals, from) };
    return { starts, goals };
}

/** The reachability of a model, in time linear in the model; the graph is built in steps. */
export function* reachSteps(lookup: Lookup): Generator<void, Reach> {
    const graph = yield* reachGraphSteps(lookup);
    let room: PathRoom | undefined;
    /** One question after another may be asked with the same options. */
    const masks = new WeakMap<SearchOptions, Mask>();
    const name = (node: number): string => graph.ends[node]!;

    function hop(step: Step): Hop {
        const carrier = graph.carriers[step.carrier]!;
        const ends = { from: name(step.from), to: name(step.to) };
        if (carrier.kind !== 'flow') {
            return {
                ...ends,
                kind: carrier.kind,
                flow: null,
                direction: 'forward',
                backward: false,
                speaking: null,
                conduit: null,
                protocols: [],
                devices: [],
                zone: carrier.zone,
                server: carrier.kind === 'presence' ? carrier.server : null,
            };
        }
        const { flow, backward } = carrier;
        const conduit = flow.container === null ? undefined : lookup.conduit(flow.container);
        return {
            ...ends,
            kind: 'flow',
            flow,
            direction: directionOf(flow, backward),
            backward,
            speaking: backward && flow.arrow === '->' ? speaksBack(lookup, flow) : null,
            conduit: conduit?.id ?? null,
            protocols: flow.protocols.map(protocol => protocol.id),
            devices: conduit?.via.map(device => device.id) ?? [],
            zone: null,
            server: null,
        };
    }

    /** The zone within the one that was asked for in which an end is present without lying there. */
    function servedBy(end: string, asked: string): string | null {
        const zone = lookup.zoneOf(end)?.id;
        if (end === asked || (zone !== undefined && lookup.within(zone, asked))) return null;
        return lookup.asset(end)?.serves.find(served => lookup.within(served.id, asked))?.id ?? null;
    }

    function path(steps: readonly Step[], askedFrom: string, askedTo: string): Path {
        const [from, to] = [name(steps[0]!.from), name(steps.at(-1)!.to)];
        return {
            from,
            to,
            hops: steps.map(hop),
            fromServes: servedBy(from, askedFrom),
            toServes: servedBy(to, askedTo),
        };
    }

    function everyoneAround(ids: readonly string[], turned: boolean, options: SearchOptions): ReadonlySet<string> {
        const starts = new Set(ids.flatMap(id => [...graph.membersOf(id)]));
        const found = search(turned ? graph.reverse : graph.forward, starts, maskOf(graph, options));
        const reached = new Set<string>();
        for (let node = 0; node < graph.ends.length; node++) if (found.distance[node]! > 0) reached.add(name(node));
        return reached;
    }

    const shortestPath: Reach['shortestPath'] = (from, to, options = {}) => {
        const mask = masks.get(options) ?? maskOf(graph, options);
        masks.set(options, mask);
        const steps = ({ starts, goals }: Ends): readonly Step[] | null =>
            shortestSteps(graph, starts, goals, mask, (room ??= new PathRoom(graph)));
        const all = endsOf(graph, lookup, from, to, graph.membersOf);
        const located = endsOf(graph, lookup, from, to, graph.locatedIn);
        const isServed = located.starts.length < all.starts.length || located.goals.length < all.goals.length;
        const anyhow = isServed ? steps(all) : null;
        if (isServed && !anyhow) return null;
        // Of paths of one length, one between what lies in the zones says more than one from a device that serves them.
        const proper = steps(located);
        const found = proper && (!anyhow || proper.length <= anyhow.length) ? proper : anyhow;
        return found && path(found, from, to);
    };

    /**
     * Paths by asset, in the order of the model; to hosts that zones stand for and that lie elsewhere, those asked for.
     */
    function pathsAround(
        ids: readonly string[],
        found: Search,
        pathAt: (node: number) => Path,
        between: (zone: string, host: string) => Path | null,
    ): ReadonlyMap<string, Path> {
        const located = new Set(ids.flatMap(id => graph.locatedIn(id)));
        const paths = new Map<string, Path>();
        for (let node = 0; node < graph.ends.length; node++) {
            const distance = found.distance[node]!;
            const nearest =
                distance > 0
                    ? pathAt(node)
                    : distance === 0 && !located.has(node)
                      ? ids
                            .filter(id => graph.membersOf(id).includes(node))
                            .flatMap(id => between(id, name(node)) ?? [])
                            .sort((a, b) => a.hops.length - b.hops.length)[0]
                      : undefined;
            if (nearest) paths.set(name(node), nearest);
        }
        return paths;
    }

    return {
        graph,
        reachableFrom: (sources, options = {}) => everyoneAround(sources, false, options),
        reaching: (targets, options = {}) => everyoneAround(targets, true, options),
        dependsOn: (from, to, without) => {
            const all = maskOf(graph, {});
            const left = maskOf(graph, without);
            const { starts, goals } = endsOf(graph, lookup, from, to);
            const there = search(graph.forward, starts, all).distance;
            const onward = search(graph.reverse, goals, all).distance;
            const { row, target, carrier } = graph.forward;
            for (let node = 0; node < graph.nodes; node++) {
                if (there[node]! < 0) continue;
                if (left.closed(node) && onward[node]! >= 0) return true;
                for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
                    const by = carrier[edge]!;
                    if (by >= 0 && all.counts(by) && !left.counts(by) && onward[target[edge]!]! >= 0) return true;
                }
            }
            return false;
        },
        spread: (sources, options = {}) => {
            const starts = new Set(sources.flatMap(id => [...graph.membersOf(id)]));
            const found = search(graph.forward, starts, maskOf(graph, options));
            const pathTo = (node: number): Path => {
                const [last, by] = [found.before[node]!, found.carrier[node]!];
                const steps = stepsTo(graph, { ...found, goal: node, last, by });
                return path(steps, sources.length === 1 ? sources[0]! : name(steps[0]!.from), name(node));
            };
            return pathsAround(sources, found, pathTo, (zone, host) => shortestPath(zone, host, options));
        },
        spreadInto: (targets, options = {}) => {
            const goals = new Set(targets.flatMap(id => [...graph.membersOf(id)]));
            const found = search(graph.reverse, goals, maskOf(graph, options));
            const pathFrom = (node: number): Path => {
                const steps = stepsBack(graph, found, node);
                return path(steps, name(node), targets.length === 1 ? targets[0]! : name(steps.at(-1)!.to));
            };
            return pathsAround(targets, found, pathFrom, (zone, host) => shortestPath(host, zone, options));
        },
        shortestPath,
        shortestWritePath: (from, to, options = {}) => {
            const { starts, goals } = endsOf(graph, lookup, from, to);
            const steps = shortestWritingSteps(graph, starts, goals, maskOf(graph, options), mayWrite(lookup));
            return steps && path(steps, from, to);
        },
        shortestPathOver: (from, to, protocols) => {
            const { starts, goals } = endsOf(graph, lookup, from, to);
            const steps = shortestWritingSteps(graph, starts, goals, maskOf(graph, {}), (_, carrier) => {
                const by = graph.carriers[carrier]!;
                return by.kind === 'flow' && by.flow.protocols.some(({ id }) => protocols.has(id));
            });
            return steps && path(steps, from, to);
        },
        allSimplePaths: (from, to, maxLength, limit, options = {}) => {
            const { starts, goals } = endsOf(graph, lookup, from, to, graph.membersOf);
            const { paths, complete } = simplePaths(
                graph,
                starts,
                new Set(goals),
                maskOf(graph, options),
                maxLength,
                limit,
            );
            return { paths: paths.map(steps => path(steps, from, to)), complete };
        },
        membersOf: id => graph.membersOf(id).map(name),
        locatedIn: id => graph.locatedIn(id).map(name),
    };
}
