import type { Asset, Flow, Lookup } from '../model/index.ts';
import { passing } from './passing.ts';

/** What carries one hop of a path. */
export type Carrier =
    /** A declared flow; `backward` when the session is opened against its arrow (`<->` and `--`). */
    | { readonly kind: 'flow'; readonly flow: Flow; readonly backward: boolean }
    /** An asset that serves a zone is present there and needs no flow. */
    | { readonly kind: 'presence'; readonly zone: string }
    /** Movement inside one zone without a flow; only on request. */
    | { readonly kind: 'lateral'; readonly zone: string };

/** Edges in compressed rows: those of node `n` are `row[n]` to `row[n + 1]` in `target` and `carrier`. */
export interface Rows {
    readonly row: Int32Array;
    readonly target: Int32Array;
    /** Index into {@link ReachGraph.carriers}, or -1 for belonging, which is no hop. */
    readonly carrier: Int32Array;
}

/**
 * The graph of language.md, "Path". Its nodes are the ends (`0` to `ends.length - 1`): assets, and zones that hold none,
 * which stand for whoever is in them. Further nodes gather the members of zones, so that a flow between two whole
 * zones is one edge and not the product of their assets.
 */
export interface ReachGraph {
    readonly ends: readonly string[];
    readonly nodes: number;
    readonly carriers: readonly Carrier[];
    readonly forward: Rows;
    /** The same edges turned round; made on first use. */
    readonly reverse: Rows;
    nodeOf(id: string): number | undefined;
    /** The ends that an asset or a zone stands for in a question: nested assets and the assets that serve it included. */
    membersOf(id: string): readonly number[];
    /** The ends that lie in a zone, nested ones too, without those that only serve it; of an asset itself. */
    locatedIn(id: string): readonly number[];
}

/** The four gathering nodes of a zone: who is present there, and who its name as an end stands for, each arriving and leaving. */
const gatherings = 4;

class Edges {
    readonly from: number[] = [];
    readonly to: number[] = [];
    readonly carrier: number[] = [];

    add(from: number, to: number, carrier = -1): void {
        this.from.push(from);
        this.to.push(to);
        this.carrier.push(carrier);
    }

    rows(nodes: number): Rows {
        return compress(nodes, this.from, this.to, this.carrier);
    }

    turned(nodes: number): Rows {
        return compress(nodes, this.to, this.from, this.carrier);
    }
}

/** Sorts edges by their first node, keeping their order otherwise. */
function compress(nodes: number, from: readonly number[], to: readonly number[], carriers: readonly number[]): Rows {
    const row = new Int32Array(nodes + 1);
    for (const node of from) row[node + 1]! += 1;
    for (let node = 0; node < nodes; node++) row[node + 1]! += row[node]!;
    const next = row.slice(0, nodes);
    const target = new Int32Array(from.length);
    const carrier = new Int32Array(from.length);
    for (let edge = 0; edge < from.length; edge++) {
        const at = next[from[edge]!]!++;
        target[at] = to[edge]!;
        carrier[at] = carriers[edge]!;
    }
    return { row, target, carrier };
}

/** True for an asset that only carries what is declared: a network device. An asset of unknown type is not one. */
export function carriesOnly(lookup: Lookup, asset: Asset): boolean {
    return lookup.componentTypeOf(asset) === 'network-device';
}

/** Builds the graph in time linear in the model. */
export function buildReachGraph(lookup: Lookup): ReachGraph {
    const { model } = lookup;
    const holding = new Set<string>();
    for (const asset of model.assets) for (const zone of lookup.chain(asset.container)) holding.add(zone.id);
    const ends = [...model.assets.map(asset => asset.id), ...model.zones.filter(zone => !holding.has(zone.id)).map(zone => zone.id)];
    const endOf = new Map(ends.map((id, node) => [id, node]));
    const gatherOf = new Map(model.zones.map((zone, index) => [zone.id, ends.length + index * gatherings]));
    const presentIn = (zone: string): number => gatherOf.get(zone)!;
    const presentOut = (zone: string): number => gatherOf.get(zone)! + 1;
    const meantIn = (zone: string): number => gatherOf.get(zone)! + 2;
    const meantOut = (zone: string): number => gatherOf.get(zone)! + 3;
    const laterals = ends.length + model.zones.length * gatherings;
    const nodes = laterals + model.zones.length;

    const edges = new Edges();
    const carriers: Carrier[] = [];
    const carry = (from: number, to: number, carrier: Carrier): void => edges.add(from, to, carriers.push(carrier) - 1);

    function join(end: number, zone: string): void {
        edges.add(presentIn(zone), end);
        edges.add(end, presentOut(zone));
    }

    const arriving = (id: string): number | undefined => (gatherOf.has(id) ? meantIn(id) : endOf.get(id));
    const leaving = (id: string): number | undefined => (gatherOf.has(id) ? meantOut(id) : endOf.get(id));
    const passes = passing(lookup);
    for (const flow of model.flows) {
        const { forward, backward } = passes(flow);
        for (const [from, to, back] of [[flow.from.id, flow.to.id, false], [flow.to.id, flow.from.id, true]] as const) {
            const start = leaving(from);
            const end = arriving(to);
            if (start === undefined || end === undefined || !(back ? backward : forward)) continue;
            carry(start, end, { kind: 'flow', flow, backward: back });
        }
    }

    model.zones.forEach((zone, index) => {
        const end = endOf.get(zone.id);
        if (end !== undefined) join(end, zone.id);
        edges.add(meantIn(zone.id), presentIn(zone.id));
        edges.add(presentOut(zone.id), meantOut(zone.id));
        const around = zone.parent !== null && gatherOf.has(zone.parent) ? zone.parent : null;
        if (around !== null) {
            edges.add(presentIn(around), presentIn(zone.id));
            edges.add(presentOut(zone.id), presentOut(around));
            edges.add(meantIn(around), meantIn(zone.id));
            edges.add(meantOut(zone.id), meantOut(around));
        }
        const assets = lookup.assetsIn(zone.id);
        const moving: Carrier = { kind: 'lateral', zone: zone.id };
        for (const asset of assets) {
            const node = endOf.get(asset.id)!;
            join(node, zone.id);
            if (assets.length < 2) continue;
            carry(node, laterals + index, moving);
            edges.add(laterals + index, node);
        }
        for (const asset of lookup.serving(zone.id)) {
            const node = endOf.get(asset.id)!;
            if (carriesOnly(lookup, asset)) {
                edges.add(meantIn(zone.id), node);
                edges.add(node, meantOut(zone.id));
                continue;
            }
            join(node, zone.id);
            const presence: Carrier = { kind: 'presence', zone: zone.id };
            carry(node, presentIn(zone.id), presence);
            carry(presentOut(zone.id), node, presence);
        }
    });

    function gather(id: string, pick: (zone: string) => Iterable<string>): readonly number[] {
        const single = endOf.get(id);
        if (!gatherOf.has(id)) return single === undefined ? [] : [single];
        const found = new Set<number>();
        const walk = (zone: string): void => {
            for (const end of pick(zone)) if (endOf.has(end)) found.add(endOf.get(end)!);
            for (const inner of lookup.zonesIn(zone)) walk(inner.id);
        };
        walk(id);
        return [...found];
    }

    let reverse: Rows | undefined;
    return {
        ends,
        nodes,
        carriers,
        forward: edges.rows(nodes),
        get reverse() {
            return reverse ??= edges.turned(nodes);
        },
        nodeOf: id => endOf.get(id),
        membersOf: id => gather(id, zone => [zone, ...lookup.assetsIn(zone).map(asset => asset.id), ...lookup.serving(zone).map(asset => asset.id)]),
        locatedIn: id => gather(id, zone => [zone, ...lookup.assetsIn(zone).map(asset => asset.id)]),
    };
}
