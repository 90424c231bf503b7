import type { Asset, Flow, Lookup } from '../model/index.ts';
import { WhenAsked } from '../model/index.ts';
import { inTurns } from './in-turns.ts';
import type { Sessions } from './passing.ts';
import { sessionsOf } from './passing.ts';

/** What carries one hop of a path. */
export type Carrier =
    /** A declared flow; `backward` when the session is opened, or a broker speaks, against its arrow. */
    | { readonly kind: 'flow'; readonly flow: Flow; readonly backward: boolean }
    /** An asset that serves a zone, the server, is present there and needs no flow. */
    | { readonly kind: 'presence'; readonly zone: string; readonly server: string }
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
 * The graph of docs/language.md, "Paths". Its nodes are the ends (`0` to `ends.length - 1`): assets, and zones that
 * hold none, which stand for whoever is in them. Further nodes gather the members of zones, so that a flow between two
 * whole zones is one edge and not the product of their assets.
 */
export interface ReachGraph {
    readonly ends: readonly string[];
    readonly nodes: number;
    readonly carriers: readonly Carrier[];
    readonly forward: Rows;
    /** The same edges turned round; made on first use. */
    readonly reverse: Rows;
    nodeOf(id: string): number | undefined;
    /** Where whatever arrives at an asset, or in a zone as a whole, comes in. */
    arriving(id: string): number | undefined;
    /** Where whatever leaves an asset, or a zone as a whole, goes out. */
    leaving(id: string): number | undefined;
    /**
     * The ends that an asset or a zone stands for in a question: of a zone its assets, nested ones too, and the hosts
     * that serve it.
     */
    membersOf(id: string): readonly number[];
    /** The ends that lie in a zone, nested ones too, without those that only serve it; of an asset itself. */
    locatedIn(id: string): readonly number[];
}

/** The two gathering nodes of a zone: for what arrives at its members, and for what leaves them. */
const gatherings = 2;

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

    /** The rows of the edges turned round. The edges are let go: all is in rows now. */
    turned(nodes: number): Rows {
        const rows = compress(nodes, this.to, this.from, this.carrier);
        for (const list of [this.from, this.to, this.carrier]) list.length = 0;
        return rows;
    }
}

const reverseWhenAsked = new WhenAsked<'reverse', Rows>('reverse');

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

/**
 * Builds the graph in time linear in the model, and in the assets of zones that are ends of flows in one-way conduits;
 * in steps.
 */
export function* reachGraphSteps(lookup: Lookup): Generator<void, ReachGraph> {
    const { model } = lookup;
    const holding = new Set<string>();
    for (const asset of model.assets) for (const zone of lookup.chain(asset.container)) holding.add(zone.id);
    const ends = [
        ...model.assets.map(asset => asset.id),
        ...model.zones.filter(zone => !holding.has(zone.id)).map(zone => zone.id),
    ];
    yield;
    const endOf = new Map(ends.map((id, node) => [id, node]));
    yield;
    const gatherOf = new Map(model.zones.map((zone, index) => [zone.id, ends.length + index * gatherings]));
    const into = (zone: string): number => gatherOf.get(zone)!;
    const outOf = (zone: string): number => gatherOf.get(zone)! + 1;
    const laterals = ends.length + model.zones.length * gatherings;
    let nodes = laterals + model.zones.length;

    const edges = new Edges();
    const carriers: Carrier[] = [];
    const carry = (from: number, to: number, carrier: number): void => edges.add(from, to, carrier);
    const by = (carrier: Carrier): number => carriers.push(carrier) - 1;

    function join(end: number, zone: string): void {
        edges.add(into(zone), end);
        edges.add(end, outOf(zone));
    }

    /** A device that serves a zone only carries what is declared; any other asset is in both zones at once. */
    const isPresent = (asset: Asset): boolean => !carriesOnly(lookup, asset);

    function gather(id: string, pick: (zone: string) => Iterable<string>): readonly number[] {
        const found = new Set<number>();
        const walk = (zone: string): void => {
            for (const end of pick(zone)) if (endOf.has(end)) found.add(endOf.get(end)!);
            for (const inner of lookup.zonesIn(zone)) walk(inner.id);
        };
        walk(id);
        return [...found];
    }

    /** What {@link gather} finds, once for each zone: the ends of a threat are asked for ten times. */
    function gathering(pick: (zone: string) => Iterable<string>): (id: string) => readonly number[] {
        const known = new Map<string, readonly number[]>();
        return id => {
            const single = endOf.get(id);
            if (!gatherOf.has(id)) return single === undefined ? [] : [single];
            const found = known.get(id) ?? gather(id, pick);
            known.set(id, found);
            return found;
        };
    }

    const standing = (zone: string): readonly string[] => [zone, ...lookup.assetsIn(zone).map(asset => asset.id)];
    const present = (zone: string): readonly string[] => [
        ...standing(zone),
        ...lookup
            .serving(zone)
            .filter(isPresent)
            .map(asset => asset.id),
    ];
    const membersOf = gathering(present);

    function addSessions(from: string, to: string, sessions: Sessions, carrier: Carrier): void {
        const start = gatherOf.has(from) ? outOf(from) : endOf.get(from);
        const goal = gatherOf.has(to) ? into(to) : endOf.get(to);
        if (start === undefined || goal === undefined || sessions === 'never') return;
        if (sessions === 'always') return carry(start, goal, by(carrier));
        const [openers, answerers] = [membersOf(from), membersOf(to)];
        const late = openers.filter(end => sessions.late(ends[end]!));
        const early = answerers.filter(end => sessions.early(ends[end]!));
        if (late.length === 0 || early.length === 0) return carry(start, goal, by(carrier));
        // Whoever is late reaches those alone who are not early: a gathering node of its own for each of the two kinds.
        const index = by(carrier);
        const spread = (some: readonly number[], others: readonly number[]): void => {
            if (some.length === 0 || others.length === 0) return;
            const hub = nodes++;
            for (const end of some) carry(end, hub, index);
            for (const end of others) edges.add(hub, end);
        };
        const [lateOnes, earlyOnes] = [new Set(late), new Set(early)];
        spread(
            openers.filter(end => !lateOnes.has(end)),
            answerers,
        );
        spread(
            late,
            answerers.filter(end => !earlyOnes.has(end)),
        );
    }

    const sessions = sessionsOf(lookup);
    yield* inTurns(model.flows, flow => {
        const { forward, backward } = sessions(flow);
        addSessions(flow.from.id, flow.to.id, forward, { kind: 'flow', flow, backward: false });
        addSessions(flow.to.id, flow.from.id, backward, { kind: 'flow', flow, backward: true });
    });
    yield;
    yield* inTurns(model.zones, (zone, index) => {
        const end = endOf.get(zone.id);
        if (end !== undefined) join(end, zone.id);
        const around = zone.parent !== null && gatherOf.has(zone.parent) ? zone.parent : null;
        if (around !== null) {
            edges.add(into(around), into(zone.id));
            edges.add(outOf(zone.id), outOf(around));
        }
        const assets = lookup.assetsIn(zone.id);
        for (const asset of assets) join(endOf.get(asset.id)!, zone.id);
        if (assets.length > 1) {
            const moving = by({ kind: 'lateral', zone: zone.id });
            for (const asset of assets) {
                carry(endOf.get(asset.id)!, laterals + index, moving);
                edges.add(laterals + index, endOf.get(asset.id)!);
            }
        }
        for (const asset of lookup.serving(zone.id).filter(isPresent)) {
            const node = endOf.get(asset.id)!;
            join(node, zone.id);
            const presence = by({ kind: 'presence', zone: zone.id, server: asset.id });
            carry(node, into(zone.id), presence);
            carry(outOf(zone.id), node, presence);
        }
    });

    yield;
    const forward = edges.rows(nodes);
    yield;
    const graph = {
        ends,
        nodes,
        carriers,
        forward,
        nodeOf: (id: string) => endOf.get(id),
        arriving: (id: string) => gatherOf.get(id) ?? endOf.get(id),
        leaving: (id: string) => (gatherOf.has(id) ? outOf(id) : endOf.get(id)),
        membersOf,
        locatedIn: gathering(standing),
    };
    return reverseWhenAsked.give(graph, () => edges.turned(nodes));
}
