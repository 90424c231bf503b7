import type { ElementKind, Elements, Flow, Model, Origin } from '../../model/index.ts';
import type { Pairing } from './pairing.ts';

/** What has a name of its own; a model has one system, and flows are paired by what they say. */
export type NamedKind = Exclude<ElementKind, 'system' | 'flow'>;

/** Where the elements of a kind are found, and which of them are the same. */
export interface Listed<K extends NamedKind> {
    of(model: Model): readonly Elements[K][];
    pairs(pairing: Pairing): ReadonlyMap<string, string>;
    /** The id of what it is in. */
    home?(each: Elements[K]): string | null;
}

/** All kinds: a new one does not compile until it is named here, and then the whole comparison knows it. */
export const namedKinds: { readonly [K in NamedKind]: Listed<K> } = {
    zone: { of: model => model.zones, pairs: pairing => pairing.elements, home: zone => zone.parent },
    conduit: { of: model => model.conduits, pairs: pairing => pairing.elements },
    asset: { of: model => model.assets, pairs: pairing => pairing.elements, home: asset => asset.container },
    countermeasure: { of: model => model.countermeasures, pairs: pairing => pairing.countermeasures },
    type: { of: model => model.types.filter(type => !type.builtIn), pairs: pairing => pairing.types },
    protocol: { of: model => model.protocols.filter(each => !each.builtIn), pairs: pairing => pairing.protocols },
    threat: { of: model => model.threats, pairs: pairing => pairing.threats },
    invariant: { of: model => model.invariants, pairs: pairing => pairing.invariants },
    view: { of: model => model.views, pairs: pairing => pairing.views },
    ruleset: { of: model => model.rulesets, pairs: pairing => pairing.rulesets },
    observation: { of: model => model.observations, pairs: pairing => pairing.observations },
    function: { of: model => model.functions, pairs: pairing => pairing.functions },
    party: { of: model => model.parties, pairs: pairing => pairing.parties },
    programme: { of: model => model.programmes, pairs: pairing => pairing.programmes },
    island: { of: model => model.islands, pairs: pairing => pairing.islands },
    advisory: { of: model => model.advisories, pairs: pairing => pairing.advisories },
};

/** An element of a model, and its name on the other side of a comparison. */
export interface Standing {
    readonly element: ElementKind;
    readonly id: string;
    readonly origin: Origin;
    /** `null` where it is not there. */
    readonly other: string | null;
}

/**
 * All elements of a model: the system, what has a name, and the flows.
 * @param pairing for the side before; `null` for the one after, which goes by its own names
 */
export function* standings(model: Model, pairing: Pairing | null): Iterable<Standing> {
    if (model.system)
        yield { element: 'system', id: model.system.id, origin: model.system.origin, other: model.system.id };
    for (const element in namedKinds) {
        const { of, pairs } = namedKinds[element as NamedKind] as Listed<NamedKind>;
        const partners = pairing && pairs(pairing);
        for (const { id, origin } of of(model))
            yield { element: element as NamedKind, id, origin, other: partners ? (partners.get(id) ?? null) : id };
    }
    for (const flow of model.flows) {
        const other: Flow | undefined = pairing ? pairing.flows.get(flow) : flow;
        yield { element: 'flow', id: flow.id, origin: flow.origin, other: other?.id ?? null };
    }
}
