import type { Flow, Lookup, Mention, Threat } from '../model/index.ts';
import { dominators, returning, Room } from './dominators.ts';
import { Marks } from './marks.ts';
import type { Reach } from './reach.ts';
import { endsOf } from './reach.ts';
import type { ReachGraph, Rows } from './reach-graph.ts';
import { Flood, meet } from './reach-flood.ts';
import { apart } from './reach-shortest.ts';

/**
 * What lies between where a threat comes from and what it is against: everything on some path over declared flows,
 * movement inside a zone counted (an attacker does move there). Paths through a target or back to a source are left
 * out.
 */
export interface ThreatPath {
    /** `null` where the threat names no origin, or nothing that it is against: there is no path to ask for then. */
    readonly exists: boolean | null;
    /**
     * The zones and conduits that the threat goes through or is against, in the order of the text; its origin left out.
     */
    readonly subjects: readonly string[];
    /** The subjects that the threat is against. */
    readonly targets: readonly string[];
}

/** What a threat passes, one by one. Large in a large model, so it is made when asked for. */
export interface ThreatWay {
    readonly exists: boolean | null;
    /** Ids of the assets on the path, both ends included. */
    readonly assets: ReadonlySet<string>;
    /** Ids of the flows on the path. */
    readonly flows: ReadonlySet<string>;
}

/** A conduit itself; of a zone or asset the innermost zone, or the conduit that an asset is in. */
export function subjectOf(lookup: Lookup, id: string): string | null {
    return lookup.conduit(id)?.id ?? lookup.zoneOf(id)?.id ?? lookup.asset(id)?.container ?? null;
}

/** What lies on a path from a source to a goal; without the ends that no path touches. In the order of the graph. */
interface Walk {
    readonly exists: boolean;
    /** Nodes that are ends, those at which paths begin and end among them. */
    readonly ends: ReadonlySet<number>;
    readonly flows: ReadonlySet<Flow>;
}

/** The graph, and room for searches in it, which every threat uses anew. */
interface Grounds {
    readonly graph: ReachGraph;
    readonly forward: Flood;
    readonly backward: Flood;
    readonly before: Room;
    readonly after: Room;
    /** What is between the sources and the goals of the search at hand. */
    readonly inside: Marks;
}

/**
 * Adds what lies between some sources and some goals, none of which is a source, to what is known. What can only be
 * entered and left through one and the same asset is a dead end, and on no path.
 * @returns true where a path leads from a source to a goal
 */
function between(
    { graph, forward, backward, before: roomBefore, after: roomAfter, inside }: Grounds,
    sources: readonly number[],
    goals: readonly number[],
    outer: ReadonlySet<number>,
    ends: Set<number>,
    flows: Set<Flow>,
): boolean {
    const [starts, last] = [new Set(sources), new Set(goals)];
    meet(
        forward,
        backward,
        { starts: sources, closed: [...outer].filter(end => !starts.has(end)) },
        { starts: goals, closed: [...outer].filter(end => !last.has(end)) },
    );
    const { row, target, carrier } = graph.forward;
    inside.clear();
    for (const start of sources) inside.add(start);
    for (const goal of goals) if (backward.has(goal)) inside.add(goal);
    const reached = forward.reached.filter(node => backward.has(node) || inside.has(node)).sort();
    for (let index = 0; index < reached.length; index++) inside.add(reached[index]!);
    const isBetween = (node: number): boolean => inside.has(node);
    const leads = (edge: number): boolean => inside.has(target[edge]!) && backward.has(target[edge]!);
    if (!sources.some(start => hasEdge(graph.forward, start, leads))) return false;
    const before = dominators(graph.forward, graph.reverse, sources, isBetween, roomBefore);
    const after = dominators(graph.reverse, graph.forward, goals, isBetween, roomAfter);
    const isDeadEnd = returning(graph.forward, before, after, node => node < graph.ends.length);
    for (let index = 0; index < reached.length; index++) {
        const node = reached[index]!;
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            if (!leads(edge) || isDeadEnd(edge)) continue;
            const next = target[edge]!;
            if (node < graph.ends.length) ends.add(node);
            if (next < graph.ends.length) ends.add(next);
            const by = graph.carriers[carrier[edge]!];
            if (by?.kind === 'flow') flows.add(by.flow);
        }
    }
    return true;
}

/** True where an edge that leaves a node is one that is asked for. */
function hasEdge({ row }: Rows, node: number, asked: (edge: number) => boolean): boolean {
    for (let edge = row[node]!; edge < row[node + 1]!; edge++) if (asked(edge)) return true;
    return false;
}

/**
 * The zones whose assets are ends of an element: of a conduit those that it joins, since whoever is in one of them is
 * at the conduit; of another element itself.
 */
export function endZones(lookup: Lookup, id: string): readonly string[] {
    return lookup.conduit(id)?.between.map(zone => zone.id) ?? [id];
}

/** The ends that lie in an element that a threat comes from or is against, or beside it. */
function standingAt(lookup: Lookup, graph: ReachGraph, id: string): ReadonlySet<number> {
    return new Set(endZones(lookup, id).flatMap(zone => graph.locatedIn(zone)));
}

/**
 * The paths of a threat, from each of its origins to each of its targets: with the ends and over the graph that a
 * question for a path has, so that the two cannot disagree. A threat that comes from where its target lies needs no
 * path, nor does one against a conduit that is beside its origin.
 */
function walk(lookup: Lookup, grounds: Grounds, threat: Threat): Walk {
    const { graph } = grounds;
    const ends = new Set<number>();
    const flows = new Set<Flow>();
    let exists = false;
    for (const from of threat.from) {
        for (const against of threat.against) {
            const there = standingAt(lookup, graph, from.id);
            const isBeside = [...standingAt(lookup, graph, against.id)].some(node => there.has(node));
            if (isBeside) exists = true;
            if (isBeside && lookup.conduit(against.id)) continue;
            const asked = endZones(lookup, from.id).flatMap(source =>
                endZones(lookup, against.id).map(target => endsOf(graph, lookup, source, target)),
            );
            const [starts, goals] = [
                [...new Set(asked.flatMap(each => each.starts))],
                [...new Set(asked.flatMap(each => each.goals))],
            ];
            const outer = new Set([...starts, ...goals]);
            for (const [sources, last] of apart(starts, goals)) {
                if (between(grounds, sources, last, outer, ends, flows)) exists = true;
            }
        }
    }
    return { exists, ends, flows };
}

/** True when the threat names both an origin and what it is against; without these there is no path to ask for. */
const hasPath = (threat: Threat): boolean => threat.from.length > 0 && threat.against.length > 0;

/** So many ends and flows of ways are kept: of most models all, of a large one a few megabytes. */
const mostKept = 200_000;

/** The paths of the threats of one model. */
export class ThreatPaths {
    readonly #lookup: Lookup;
    readonly #grounds: Grounds;
    #ranks: ReadonlyMap<string, number> | undefined;
    readonly #subjects: (string | null | undefined)[] = [];
    /** What was found, for whoever asks for the way of a threat after its path. */
    readonly #walks = new Map<Threat, Walk>();
    #kept = 0;

    constructor(lookup: Lookup, reach: Reach) {
        this.#lookup = lookup;
        const { graph } = reach;
        this.#grounds = {
            graph,
            forward: new Flood(graph.forward),
            backward: new Flood(graph.reverse),
            before: new Room(graph.nodes),
            after: new Room(graph.nodes),
            inside: new Marks(graph.nodes),
        };
    }

    /**
     * What a threat passes, in time linear in what lies around the smaller side of it.
     * @param threat with ends that are ids of zones and assets
     */
    passedBy(threat: Threat): ThreatWay {
        const { graph } = this.#grounds;
        const ends = [...threat.from, ...threat.against].flatMap(({ id }) =>
            Array.from(graph.membersOf(id), node => graph.ends[node]!),
        );
        if (!hasPath(threat)) return { exists: null, assets: new Set(ends), flows: new Set() };
        const passed = this.#walk(threat);
        return {
            exists: passed.exists,
            assets: new Set([...ends, ...Array.from(passed.ends, node => graph.ends[node]!)]),
            flows: new Set(Array.from(passed.flows, flow => flow.id)),
        };
    }

    /**
     * The path of a threat, in time linear in what lies around its ends.
     * @param threat with ends that are ids of zones and assets
     */
    of(threat: Threat): ThreatPath {
        const [lookup, { graph }] = [this.#lookup, this.#grounds];
        const targets = new Set(threat.against.flatMap(({ id }) => subjectOf(lookup, id) ?? []));
        if (!hasPath(threat))
            return { exists: null, subjects: this.#ordered(targets), targets: this.#ordered(targets) };
        const { exists, ends, flows } = this.#walk(threat);
        const locatedIn = (mentions: readonly Mention[]): readonly number[] =>
            mentions.flatMap(({ id }) => graph.locatedIn(id));
        const origin = new Set(locatedIn(threat.from).map(node => this.#subjectAt(node)));
        const within = new Set(locatedIn(threat.against));
        const passed = new Set<string | null>();
        for (const node of ends) if (!within.has(node)) passed.add(this.#subjectAt(node));
        for (const { container } of flows) if (container !== null && lookup.conduit(container)) passed.add(container);
        return {
            exists,
            subjects: this.#ordered([...targets, ...[...passed].filter(id => !origin.has(id))]),
            targets: this.#ordered(targets),
        };
    }

    /** The subject in which an end lies: many threats pass the same ones. */
    #subjectAt(node: number): string | null {
        return (this.#subjects[node] ??= subjectOf(this.#lookup, this.#grounds.graph.ends[node]!));
    }

    /** Whether a path leads to what the threat is against; `null` as in {@link ThreatPath}. */
    exists(threat: Threat): boolean | null {
        return hasPath(threat) ? this.#walk(threat).exists : null;
    }

    #walk(threat: Threat): Walk {
        const known = this.#walks.get(threat);
        if (known) return known;
        const found = walk(this.#lookup, this.#grounds, threat);
        const size = found.ends.size + found.flows.size;
        if (this.#kept + size <= mostKept) {
            this.#kept += size;
            this.#walks.set(threat, found);
        }
        return found;
    }

    /** The ids in the order of the text: zones, then conduits. */
    #ordered(ids: Iterable<string | null>): readonly string[] {
        const { zones, conduits } = this.#lookup.model;
        const rank = (this.#ranks ??= new Map([...zones, ...conduits].map((each, index) => [each.id, index])));
        const known = [...new Set(ids)].filter(id => id !== null).filter(id => rank.has(id));
        return known.sort((a, b) => rank.get(a)! - rank.get(b)!);
    }
}
