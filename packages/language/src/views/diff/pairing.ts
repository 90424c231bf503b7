import type {
    Advisory,
    AssetType,
    Countermeasure,
    EssentialFunction,
    Flow,
    Invariant,
    Island,
    Lookup,
    Naming,
    Observation,
    Party,
    Programme,
    Protocol,
    Ruleset,
    Threat,
    View,
} from '../../model/index.ts';
import { factsOf, ownNames } from '../../model/index.ts';
import { ElementPairing } from './pair-elements.ts';
import { pairFlows } from './pair-flows.ts';
import { mentionsIn, type Mentionable } from './mentioned.ts';
import { marksOf, pairNamed } from './pair-named.ts';
import { namesStay, Repeats } from './same-said.ts';

/** Which elements of two models are the same ones. An id that has no partner is missing from its map. */
export interface Pairing {
    /** Zones, conduits and assets: ids before to ids after. */
    readonly elements: ReadonlyMap<string, string>;
    readonly flows: ReadonlyMap<Flow, Flow>;
    readonly types: ReadonlyMap<string, string>;
    readonly protocols: ReadonlyMap<string, string>;
    readonly countermeasures: ReadonlyMap<string, string>;
    readonly threats: ReadonlyMap<string, string>;
    readonly invariants: ReadonlyMap<string, string>;
    readonly views: ReadonlyMap<string, string>;
    readonly rulesets: ReadonlyMap<string, string>;
    readonly observations: ReadonlyMap<string, string>;
    readonly functions: ReadonlyMap<string, string>;
    readonly islands: ReadonlyMap<string, string>;
    readonly advisories: ReadonlyMap<string, string>;
    readonly parties: ReadonlyMap<string, string>;
    readonly programmes: ReadonlyMap<string, string>;
    /** What is known to say the same on both sides. */
    readonly repeats: Repeats;
}

/** Ids of one side as the other one calls them; an id without a partner stays as it is. */
export function namesFrom(
    pairing: Omit<
        Pairing,
        | 'flows'
        | 'invariants'
        | 'views'
        | 'rulesets'
        | 'observations'
        | 'islands'
        | 'advisories'
        | 'programmes'
        | 'repeats'
    >,
): Naming {
    return {
        element: id => pairing.elements.get(id) ?? id,
        type: id => pairing.types.get(id) ?? id,
        protocol: id => pairing.protocols.get(id) ?? id,
        countermeasure: id => pairing.countermeasures.get(id) ?? id,
        threat: id => pairing.threats.get(id) ?? id,
        function: id => pairing.functions.get(id) ?? id,
        party: id => pairing.parties.get(id) ?? id,
    };
}

/** Finds which elements of two models are the same: by their names, and where those differ by content and position. */
export function pairModels(before: Lookup, after: Lookup): Pairing {
    const own = <T extends { readonly builtIn: boolean }>(elements: readonly T[]): T[] =>
        elements.filter(element => !element.builtIn);
    const mentions = (of: Mentionable) => (side: 'before' | 'after') =>
        mentionsIn((side === 'before' ? before : after).model, of);
    const protocols = pairNamed<Protocol>(
        own(before.model.protocols),
        own(after.model.protocols),
        protocol => marksOf(factsOf('protocol', protocol)),
        mentions('protocol'),
    );
    const countermeasures = pairNamed<Countermeasure>(
        before.model.countermeasures,
        after.model.countermeasures,
        countermeasure => marksOf(factsOf('countermeasure', countermeasure)),
        mentions('countermeasure'),
    );
    const parties = pairNamed<Party>(
        before.model.parties,
        after.model.parties,
        party => marksOf(factsOf('party', party)),
        mentions('party'),
    );
    const types = pairNamed<AssetType>(
        own(before.model.types),
        own(after.model.types),
        type => marksOf(factsOf('type', type, ownNames)),
        mentions('type'),
    );
    const settled = {
        elements: new Map<string, string>(),
        types,
        protocols,
        countermeasures,
        threats: new Map<string, string>(),
        functions: new Map<string, string>(),
        parties,
    };
    const pairing = new ElementPairing(before, after, namesFrom(settled));
    pairing.run();
    const { pairs: elements } = pairing;
    const named = (side: 'before' | 'after', more: object = {}): Naming =>
        side === 'before' ? namesFrom({ ...settled, elements, ...more }) : ownNames;
    const threats = pairNamed<Threat>(
        before.model.threats,
        after.model.threats,
        (threat, side) => marksOf(factsOf('threat', threat, named(side))),
        mentions('threat'),
    );
    const functions = pairNamed<EssentialFunction>(
        before.model.functions,
        after.model.functions,
        (each, side) => marksOf(factsOf('function', each, named(side))),
        mentions('function'),
    );
    const stay = namesStay({ ...settled, elements, threats, functions });
    const repeats = new Repeats();
    return {
        elements,
        flows: pairFlows(before.model, after.model, named('before'), stay ? repeats : null),
        repeats,
        types,
        protocols,
        countermeasures,
        threats,
        functions,
        parties,
        programmes: pairNamed<Programme>(before.model.programmes, after.model.programmes, (programme, side) =>
            marksOf(factsOf('programme', programme, named(side))),
        ),
        islands: pairNamed<Island>(before.model.islands, after.model.islands, (island, side) =>
            marksOf(factsOf('island', island, named(side, { functions }))),
        ),
        advisories: pairNamed<Advisory>(before.model.advisories, after.model.advisories, advisory =>
            marksOf(factsOf('advisory', advisory)),
        ),
        invariants: pairNamed<Invariant>(before.model.invariants, after.model.invariants, (invariant, side) =>
            marksOf(factsOf('invariant', invariant, named(side))),
        ),
        rulesets: pairNamed<Ruleset>(before.model.rulesets, after.model.rulesets, (ruleset, side) =>
            marksOf(factsOf('ruleset', ruleset, named(side))),
        ),
        observations: pairNamed<Observation>(before.model.observations, after.model.observations, (observation, side) =>
            marksOf(factsOf('observation', observation, named(side))),
        ),
        views: pairNamed<View>(before.model.views, after.model.views, (view, side) =>
            marksOf(factsOf('view', view, named(side, { threats }))),
        ),
    };
}
