import type { Flow, Lookup, Mention, Threat } from '../model/index.ts';
import { reachOf } from './reach.ts';
import type { ReachGraph } from './reach-graph.ts';
import { Flood } from './reach-search.ts';

/**
 * What lies between where a threat comes from and what it is against: everything on some way over declared flows,
 * movement inside a zone counted (an attacker does move there). Ways through a target or back to a source are left out.
 */
export interface ThreatPath {
    /** `null` where the threat names no origin, or nothing that it is against: there is no path to ask for then. */
    readonly exists: boolean | null;
    /** The zones and conduits that the threat goes through or is against, in the order of the text; its origin left out. */
    readonly subjects: readonly string[];
    /** The subjects that the threat is against. */
    readonly targets: readonly string[];
}

/** What a threat passes, one by one. Large in a large model, so it is made when asked for and not kept. */
export interface ThreatWay {
    readonly exists: boolean | null;
    /** Ids of the assets on the way, both ends included. */
    readonly assets: ReadonlySet<string>;
    /** Ids of the flows on the way. */
    readonly flows: ReadonlySet<string>;
}

/** The innermost zone of a zone or asset, or the conduit that an asset stands in. */
function subjectOf(lookup: Lookup, id: string): string | null {
    return lookup.zoneOf(id)?.id ?? lookup.asset(id)?.container ?? null;
}

/** What lies on a way from a source to a goal; without the ends that no way touches. In the order of the graph. */
interface Walk {
    readonly exists: boolean;
    /** Nodes that are ends. */
    readonly ends: readonly number[];
    readonly flows: ReadonlySet<Flow>;
}

const floods = new WeakMap<ReachGraph, { readonly forward: Flood; readonly backward: Flood }>();

function floodsOf(graph: ReachGraph): { readonly forward: Flood; readonly backward: Flood } {
    const known = floods.get(graph) ?? { forward: new Flood(graph.forward), backward: new Flood(graph.reverse) };
    floods.set(graph, known);
    return known;
}

function walk(lookup: Lookup, sources: readonly number[], goals: readonly number[]): Walk {
    const { graph } = reachOf(lookup);
    const [starts, closed] = [new Set(sources), new Set(goals)];
    const { forward, backward } = floodsOf(graph);
    forward.from(sources, closed);
    backward.from(goals, starts);
    const { row, target, carrier } = graph.forward;
    const ends: number[] = [];
    const flows = new Set<Flow>();
    let exists = sources.some(node => closed.has(node));
    const between = forward.reached.filter(node => backward.has(node) || starts.has(node));
    for (const node of Int32Array.from(between).sort()) {
        if (node < graph.ends.length && backward.has(node)) ends.push(node);
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            if (!backward.has(target[edge]!)) continue;
            exists = true;
            const by = graph.carriers[carrier[edge]!];
            if (by?.kind === 'flow') flows.add(by.flow);
        }
    }
    return { exists, ends, flows };
}

const membersOf = (lookup: Lookup, mentions: readonly Mention[]): readonly number[] => {
    const { graph } = reachOf(lookup);
    return mentions.flatMap(({ id }) => [...graph.membersOf(id)]);
};

/** True when the threat names both an origin and what it is against; without these there is no way to ask for. */
const hasWay = (threat: Threat): boolean => threat.from.length > 0 && threat.against.length > 0;

/**
 * What a threat passes, in time linear in what lies around its ends.
 * @param threat with ends that are ids of zones and assets
 */
export function wayOf(lookup: Lookup, threat: Threat): ThreatWay {
    const { graph } = reachOf(lookup);
    const [sources, goals] = [membersOf(lookup, threat.from), membersOf(lookup, threat.against)];
    const ends = [...sources, ...goals].map(node => graph.ends[node]!);
    if (!hasWay(threat)) return { exists: null, assets: new Set(ends), flows: new Set() };
    const way = walk(lookup, sources, goals);
    return {
        exists: way.exists,
        assets: new Set([...ends, ...way.ends.map(node => graph.ends[node]!)]),
        flows: new Set(Array.from(way.flows, flow => flow.id)),
    };
}

/**
 * The path of a threat, in time linear in what lies around its ends.
 * @param threat with ends that are ids of zones and assets
 */
export function pathOf(lookup: Lookup, threat: Threat): ThreatPath {
    const targets = new Set(threat.against.flatMap(({ id }) => lookup.conduit(id)?.id ?? subjectOf(lookup, id) ?? []));
    if (!hasWay(threat)) return { exists: null, subjects: ordered(lookup, targets), targets: ordered(lookup, targets) };
    const { exists, ends, flows } = walk(lookup, membersOf(lookup, threat.from), membersOf(lookup, threat.against));
    const { graph, locatedIn } = reachOf(lookup);
    const origin = new Set(threat.from.flatMap(({ id }) => locatedIn(id)).map(id => subjectOf(lookup, id)));
    const passed = new Set<string | null>();
    for (const node of ends) passed.add(subjectOf(lookup, graph.ends[node]!));
    for (const { container } of flows) if (container !== null && lookup.conduit(container)) passed.add(container);
    return { exists, subjects: ordered(lookup, [...targets, ...[...passed].filter(id => !origin.has(id))]), targets: ordered(lookup, targets) };
}

const ranks = new WeakMap<Lookup, ReadonlyMap<string, number>>();

/** The ids in the order of the text: zones, then conduits. */
function ordered(lookup: Lookup, ids: Iterable<string | null>): readonly string[] {
    const rank = ranks.get(lookup) ?? new Map([...lookup.model.zones, ...lookup.model.conduits].map((each, index) => [each.id, index]));
    ranks.set(lookup, rank);
    const known = [...new Set(ids)].filter(id => id !== null).filter(id => rank.has(id));
    return known.sort((a, b) => rank.get(a)! - rank.get(b)!);
}
