import type { Lookup } from '../../model/index.ts';
import type { Change, DiffSide, Security } from './model-diff.ts';

/** Who owns what, on one side. */
class Owners {
    private readonly lookup: Lookup;

    constructor(lookup: Lookup) {
        this.lookup = lookup;
    }

    private system(): readonly string[] {
        return (this.lookup.model.system?.owner ?? null) ? [this.lookup.model.system!.owner!] : [];
    }

    /** Its own owner, or that of what it is in, or that of the system: somebody answers for all of a plant. */
    element(id: string): readonly string[] {
        const asset = this.lookup.asset(id);
        if (asset) return asset.owner === null ? this.element(asset.container) : [asset.owner];
        if (!this.lookup.element(id)) return [];
        const owner = this.lookup.ownerOf(id);
        if (owner !== null) return [owner];
        const joined = (this.lookup.conduit(id)?.between ?? []).flatMap(end => this.lookup.ownerOf(end.id) ?? []);
        return joined.length > 0 ? joined : this.system();
    }

    private elements(ids: readonly string[]): readonly string[] {
        return ids.flatMap(id => this.element(id));
    }

    private flow(id: string): readonly string[] {
        const flow = this.lookup.model.flows.find(each => each.id === id);
        if (!flow) return [];
        if (flow.owner !== null) return [flow.owner];
        return flow.container === null ? this.elements([flow.from.id, flow.to.id]) : this.element(flow.container);
    }

    private ofFunctions(ids: readonly string[]): readonly string[] {
        return this.lookup.model.functions.flatMap(each => (ids.includes(each.id) ? (each.owner ?? []) : []));
    }

    /** Who owns what an element was moved out of, or into. */
    around(id: string): readonly string[] {
        const home = this.lookup.asset(id)?.container ?? this.lookup.zone(id)?.parent ?? null;
        return home === null ? [] : this.element(home);
    }

    /** The other parties of a flow or conduit: the zones that it joins. */
    ends({ element }: Change, id: string): readonly string[] {
        const flow = element === 'flow' ? this.lookup.model.flows.find(each => each.id === id) : undefined;
        if (flow) return this.elements([flow.from.id, flow.to.id]);
        return element === 'conduit' ? this.elements((this.lookup.conduit(id)?.between ?? []).map(end => end.id)) : [];
    }

    of({ element }: Change, id: string): readonly string[] {
        const { model } = this.lookup;
        const own = (list: readonly string[]): readonly string[] => (list.length > 0 ? list : this.system());
        switch (element) {
            case 'zone':
            case 'conduit':
            case 'asset':
                return this.element(id);
            case 'flow':
                return this.flow(id);
            case 'countermeasure': {
                const owner = this.lookup.countermeasure(id)?.owner ?? null;
                if (owner !== null) return [owner];
                return own(
                    [...model.zones, ...model.conduits, ...model.assets]
                        .filter(each => each.applies.some(mention => mention.id === id))
                        .flatMap(each => this.element(each.id)),
                );
            }
            case 'threat':
                return own(
                    this.elements(model.threats.find(each => each.id === id)?.against.map(mention => mention.id) ?? []),
                );
            case 'invariant':
                return own(
                    this.elements(
                        model.invariants.find(each => each.id === id)?.clauses.map(clause => clause.to.id) ?? [],
                    ),
                );
            case 'type':
                return own(
                    this.elements(
                        model.assets
                            .filter(asset => asset.type !== null && this.lookup.typeIsA(asset.type.id, id))
                            .map(asset => asset.id),
                    ),
                );
            case 'protocol':
                return own(
                    model.flows
                        .filter(flow => flow.protocols.some(each => each.id === id))
                        .flatMap(flow => this.flow(flow.id)),
                );
            case 'function':
                return own(this.ofFunctions([id]));
            case 'island':
                return own(
                    this.ofFunctions(model.islands.find(each => each.id === id)?.keeps.map(k => k.function.id) ?? []),
                );
            case 'programme':
                return own(model.programmes.flatMap(each => (each.id === id ? (each.owner ?? []) : [])));
            case 'ruleset':
                return own(
                    this.elements(model.rulesets.find(each => each.id === id)?.devices.map(device => device.id) ?? []),
                );
            default:
                return this.system();
        }
    }
}

/** Whom a change concerns. */
export interface Concerned {
    /** Who owns what was changed, on either side. */
    readonly owners: readonly string[];
    /** Who is at the other end of it, is reached by it or no longer, or has other levels by it; without those. */
    readonly reached: readonly string[];
}

export function concernedBy(
    before: DiffSide,
    after: DiffSide,
    changes: readonly Change[],
    security: Pick<Security, 'reachability' | 'levels' | 'requirements'>,
): Concerned {
    const [old, now] = [new Owners(before.lookup), new Owners(after.lookup)];
    const owners = new Set<string>();
    const reached = new Set<string>();
    const note = (into: Set<string>, names: readonly string[]): void => {
        for (const name of names) into.add(name);
    };
    for (const change of changes) {
        if (change.kind !== 'removed') {
            note(owners, now.of(change, change.id));
            if (change.kind === 'moved') note(owners, now.around(change.id));
            note(reached, now.ends(change, change.id));
        }
        if (change.before !== null) {
            note(owners, old.of(change, change.before));
            if (change.kind === 'moved') note(owners, old.around(change.before));
            note(reached, old.ends(change, change.before));
        }
    }
    for (const [{ groups }, side] of [
        [security.reachability.opened, now],
        [security.reachability.closed, old],
    ] as const) {
        for (const { fromZone, toZone } of groups) note(reached, [...side.element(fromZone), ...side.element(toZone)]);
    }
    for (const { subject } of [...security.levels, ...security.requirements]) note(reached, now.element(subject));
    return { owners: [...owners], reached: [...reached].filter(name => !owners.has(name)) };
}
