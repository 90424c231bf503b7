import type { Asset, Conduit, Flow, Lookup } from '../../model/index.ts';
import { carriesOnly } from '../reach-graph.ts';

/** Zones that hang together, by union and find. */
class Parts {
    private readonly parent: Map<string, string>;

    constructor(zones: Iterable<string>) {
        this.parent = new Map(Array.from(zones, zone => [zone, zone]));
    }

    find(zone: string): string {
        let root = zone;
        while (this.parent.get(root) !== root) root = this.parent.get(root)!;
        for (let at = zone; at !== root;) {
            const next = this.parent.get(at)!;
            this.parent.set(at, root);
            at = next;
        }
        return root;
    }

    join(a: string, b: string): void {
        if (this.parent.has(a) && this.parent.has(b)) this.parent.set(this.find(a), this.find(b));
    }

    numbers(): ReadonlyMap<string, number> {
        const ofRoot = new Map<string, number>();
        return new Map(
            [...this.parent.keys()].map(zone => {
                const root = this.find(zone);
                if (!ofRoot.has(root)) ofRoot.set(root, ofRoot.size);
                return [zone, ofRoot.get(root)!];
            }),
        );
    }
}

/** The zones in which an asset has a leg: where it is, and those that it serves. */
export function legsOf(lookup: Lookup, asset: Asset): readonly string[] {
    const home = lookup.zone(asset.container)?.id;
    const served = asset.serves.map(zone => zone.id);
    if (home !== undefined) return [home, ...served];
    return served.length > 0 ? served : (lookup.conduit(asset.container)?.between.map(zone => zone.id) ?? []);
}

/** The parts in which zones hang together: by nesting, conduits, flows, and assets that are in several of them. */
export function partsOf(
    lookup: Lookup,
    conduitCounts: (conduit: Conduit) => boolean,
    flowCounts: (flow: Flow) => boolean,
    joins: (a: string, b: string) => boolean,
    gone: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, number> {
    const { model } = lookup;
    const parts = new Parts(model.zones.map(zone => zone.id));
    const join = (a: string, b: string): void => {
        if (joins(a, b)) parts.join(a, b);
    };
    for (const zone of model.zones) if (zone.parent !== null) join(zone.id, zone.parent);
    for (const conduit of model.conduits) {
        if (!conduitCounts(conduit)) continue;
        conduit.between.forEach((a, at) => {
            for (const b of conduit.between.slice(at + 1)) join(a.id, b.id);
        });
    }
    for (const flow of model.flows) {
        const [from, to] = [lookup.zoneOf(flow.from.id)?.id, lookup.zoneOf(flow.to.id)?.id];
        if (from !== undefined && to !== undefined && flowCounts(flow)) join(from, to);
    }
    for (const asset of model.assets) {
        if (carriesOnly(lookup, asset) || gone.has(asset.id)) continue;
        const [home, ...others] = legsOf(lookup, asset);
        for (const other of others) join(home!, other);
    }
    return parts.numbers();
}
