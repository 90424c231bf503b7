import type { Lookup } from '../../model/index.ts';
import type { Change, DiffSide, Security } from './model-diff.ts';

/** Collects owners in the order in which they are met. */
class Owners {
    readonly found = new Set<string>();

    zone(lookup: Lookup, id: string): void {
        const asset = lookup.asset(id);
        const home = asset ? asset.container : id;
        for (const owner of [asset?.owner ?? null, lookup.ownerOf(home)]) if (owner !== null) this.found.add(owner);
        if (lookup.conduit(home)) this.conduit(lookup, home);
    }

    /** Its own owner, and those of both zones that it joins. */
    conduit(lookup: Lookup, id: string): void {
        const owner = lookup.ownerOf(id);
        if (owner !== null) this.found.add(owner);
        for (const end of lookup.conduit(id)?.between ?? []) this.zone(lookup, end.id);
    }

    measure(lookup: Lookup, id: string): void {
        const owner = lookup.measure(id)?.owner ?? null;
        if (owner !== null) this.found.add(owner);
        for (const each of [...lookup.model.zones, ...lookup.model.conduits, ...lookup.model.assets]) {
            if (each.applies.some(mention => mention.id === id)) this.element(lookup, each.id);
        }
    }

    element(lookup: Lookup, id: string): void {
        if (lookup.conduit(id)) this.conduit(lookup, id);
        else if (lookup.element(id)) this.zone(lookup, id);
    }

    flow(lookup: Lookup, id: string): void {
        const flow = lookup.model.flows.find(each => each.id === id);
        if (!flow) return;
        if (flow.owner !== null) this.found.add(flow.owner);
        if (flow.container !== null) this.element(lookup, flow.container);
        this.element(lookup, flow.from.id);
        this.element(lookup, flow.to.id);
    }

    change(lookup: Lookup, change: Change, id: string): void {
        switch (change.element) {
            case 'zone': case 'conduit': case 'asset': return this.element(lookup, id);
            case 'flow': return this.flow(lookup, id);
            case 'countermeasure': return this.measure(lookup, id);
            case 'threat': {
                const threat = lookup.model.threats.find(each => each.id === id);
                for (const mention of [...(threat?.from ?? []), ...(threat?.against ?? [])]) this.element(lookup, mention.id);
                return;
            }
            case 'invariant': {
                const invariant = lookup.model.invariants.find(each => each.id === id);
                for (const { from, to } of invariant?.clauses ?? []) for (const end of [from, to]) this.element(lookup, end.id);
                return;
            }
            case 'system': {
                if (lookup.model.system?.owner) this.found.add(lookup.model.system.owner);
                return;
            }
            default:
        }
    }
}

/** Whom a change concerns: the owners of what was touched, on both sides, and of what is reached now or no longer. */
export function ownersOf(before: DiffSide, after: DiffSide, changes: readonly Change[], security: Security): readonly string[] {
    const owners = new Owners();
    for (const change of changes) {
        if (change.kind !== 'removed') owners.change(after.lookup, change, change.id);
        if (change.before !== null) owners.change(before.lookup, change, change.before);
    }
    for (const [{ groups }, { lookup }] of [[security.reachability.opened, after], [security.reachability.closed, before]] as const) {
        for (const group of groups) for (const id of [group.fromZone, group.toZone]) owners.element(lookup, id);
    }
    for (const { subject } of [...security.levels, ...security.requirements]) owners.element(after.lookup, subject);
    return [...owners.found];
}
