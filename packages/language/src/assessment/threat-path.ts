import type { Lookup, Threat } from '../model/index.ts';
import { reachOf } from './reach.ts';
import { maskOf, search } from './reach-search.ts';

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
    /** Ids of the assets on the way, both ends included. */
    readonly assets: ReadonlySet<string>;
    /** Ids of the flows on the way. */
    readonly flows: ReadonlySet<string>;
}

/** The innermost zone of a zone or asset, or the conduit that an asset stands in. */
function subjectOf(lookup: Lookup, id: string): string | null {
    return lookup.zoneOf(id)?.id ?? lookup.asset(id)?.container ?? null;
}

/**
 * The path of a threat, in time linear in the model.
 * @param threat with ends that are ids of zones and assets
 */
export function pathOf(lookup: Lookup, threat: Threat): ThreatPath {
    const { graph } = reachOf(lookup);
    const targets = new Set<string>();
    for (const mention of threat.against) {
        const id = lookup.conduit(mention.id)?.id ?? subjectOf(lookup, mention.id);
        if (id !== null) targets.add(id);
    }
    const sources = threat.from.flatMap(mention => [...graph.membersOf(mention.id)]);
    const goals = threat.against.flatMap(mention => [...graph.membersOf(mention.id)]);
    const assets = new Set([...sources, ...goals].map(node => graph.ends[node]!));
    const flows = new Set<string>();
    const found = new Set<string>(targets);
    const asked = threat.from.length > 0 && threat.against.length > 0;
    if (!asked) return { exists: null, subjects: ordered(lookup, found), targets: ordered(lookup, targets), assets, flows };

    const name = (node: number): string => graph.ends[node]!;
    const options = { lateral: true };
    const forward = search(graph, graph.forward, sources, maskOf(graph, { ...options, without: new Set(goals.map(name)) })).distance;
    const backward = search(graph, graph.reverse, goals, maskOf(graph, { ...options, without: new Set(sources.map(name)) })).distance;
    const meeting = sources.some(node => goals.includes(node));
    let exists = meeting;
    const { row, target, carrier } = graph.forward;
    for (let node = 0; node < graph.nodes; node++) {
        if (forward[node]! < 0) continue;
        if (node < graph.ends.length && backward[node]! >= 0) {
            assets.add(name(node));
            const subject = subjectOf(lookup, name(node));
            if (subject !== null) found.add(subject);
        }
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            if (backward[target[edge]!]! < 0) continue;
            exists = true;
            const by = graph.carriers[carrier[edge]!];
            if (by?.kind !== 'flow') continue;
            flows.add(by.flow.id);
            if (by.flow.container !== null && lookup.conduit(by.flow.container)) found.add(by.flow.container);
        }
    }
    for (const node of threat.from.flatMap(mention => [...graph.locatedIn(mention.id)])) {
        const subject = subjectOf(lookup, name(node));
        if (subject !== null && !targets.has(subject)) found.delete(subject);
    }
    return { exists, subjects: ordered(lookup, found), targets: ordered(lookup, targets), assets, flows };
}

function ordered(lookup: Lookup, ids: ReadonlySet<string>): readonly string[] {
    return [...lookup.model.zones, ...lookup.model.conduits].map(each => each.id).filter(id => ids.has(id));
}
