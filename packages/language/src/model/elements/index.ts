import type { Facts } from '../facts.ts';
import { ownNames, collectFacts, type Fact, type Naming } from '../facts.ts';
import type { Advisory } from './advisory.ts';
import { advisoryFacts } from './advisory.ts';
import type { Asset } from './asset.ts';
import { assetFacts } from './asset.ts';
import type { Conduit } from './conduit.ts';
import { conduitFacts } from './conduit.ts';
import type { Countermeasure } from './countermeasure.ts';
import { countermeasureFacts } from './countermeasure.ts';
import type { Flow } from './flow.ts';
import { flowFacts } from './flow.ts';
import type { EssentialFunction } from './function.ts';
import { functionFacts } from './function.ts';
import type { Invariant } from './invariant.ts';
import { invariantFacts } from './invariant.ts';
import type { Island } from './island.ts';
import { islandFacts } from './island.ts';
import type { Observation } from './observation.ts';
import { observationFacts } from './observation.ts';
import type { Party, Programme } from './party.ts';
import { partyFacts, programmeFacts } from './party.ts';
import type { Protocol } from './protocol.ts';
import { protocolFacts } from './protocol.ts';
import type { Ruleset } from './ruleset.ts';
import { rulesetFacts } from './ruleset.ts';
import type { System } from './system.ts';
import { systemFacts } from './system.ts';
import type { Threat } from './threat.ts';
import { threatFacts } from './threat.ts';
import type { AssetType } from './type.ts';
import { typeFacts } from './type.ts';
import type { View } from './view.ts';
import { viewFacts } from './view.ts';
import type { Zone } from './zone.ts';
import { zoneFacts } from './zone.ts';

/** What a model consists of, by the word that declares it. */
export interface Elements {
    readonly system: System;
    readonly zone: Zone;
    readonly conduit: Conduit;
    readonly asset: Asset;
    readonly flow: Flow;
    readonly countermeasure: Countermeasure;
    readonly type: AssetType;
    readonly protocol: Protocol;
    readonly threat: Threat;
    readonly invariant: Invariant;
    readonly view: View;
    readonly ruleset: Ruleset;
    readonly observation: Observation;
    readonly function: EssentialFunction;
    readonly island: Island;
    readonly advisory: Advisory;
    readonly party: Party;
    readonly programme: Programme;
}

/** The kinds of elements that have facts. */
export type ElementKind = keyof Elements;

/** What each field of each element says: the one list of all facts. */
export const elementFacts: { readonly [K in ElementKind]: Facts<Elements[K]> } = {
    system: systemFacts,
    zone: zoneFacts,
    conduit: conduitFacts,
    asset: assetFacts,
    flow: flowFacts,
    countermeasure: countermeasureFacts,
    type: typeFacts,
    protocol: protocolFacts,
    threat: threatFacts,
    invariant: invariantFacts,
    view: viewFacts,
    ruleset: rulesetFacts,
    observation: observationFacts,
    function: functionFacts,
    island: islandFacts,
    advisory: advisoryFacts,
    party: partyFacts,
    programme: programmeFacts,
};

/** All that is said of an element, one fact each, in the words of the language. */
export function factsOf<K extends ElementKind>(
    kind: K,
    element: Elements[K],
    names: Naming = ownNames,
    leftOut: readonly (keyof Elements[K])[] = [],
): readonly Fact[] {
    return collectFacts(elementFacts[kind], element, names, leftOut);
}
