import type { Advisory } from './elements/advisory.ts';
import type { Asset } from './elements/asset.ts';
import type { Conduit } from './elements/conduit.ts';
import type { Countermeasure } from './elements/countermeasure.ts';
import type { Flow } from './elements/flow.ts';
import type { EssentialFunction } from './elements/function.ts';
import type { Invariant } from './elements/invariant.ts';
import type { Island } from './elements/island.ts';
import type { Observation } from './elements/observation.ts';
import type { Party, Programme } from './elements/party.ts';
import type { Protocol } from './elements/protocol.ts';
import type { Ruleset } from './elements/ruleset.ts';
import type { System } from './elements/system.ts';
import type { Threat } from './elements/threat.ts';
import type { AssetType } from './elements/type.ts';
import type { View } from './elements/view.ts';
import type { Zone } from './elements/zone.ts';
import type { Origin } from './place.ts';

export type * from './elements/addresses.ts';
export type * from './elements/advisory.ts';
export type * from './elements/asset.ts';
export type * from './elements/common.ts';
export type * from './elements/conduit.ts';
export type * from './elements/countermeasure.ts';
export type * from './elements/dependency.ts';
export type * from './elements/flow.ts';
export type * from './elements/function.ts';
export type * from './elements/invariant.ts';
export type * from './elements/island.ts';
export type * from './elements/matrix.ts';
export type * from './elements/observation.ts';
export type * from './elements/party.ts';
export type * from './elements/ports.ts';
export type * from './elements/protocol.ts';
export type * from './elements/requirement-statements.ts';
export type * from './elements/ruleset.ts';
export type * from './elements/system.ts';
export type * from './elements/threat.ts';
export type * from './elements/time.ts';
export type * from './elements/type.ts';
export type * from './elements/view.ts';
export type * from './elements/zone.ts';

/**
 * A model: what the author said, resolved and otherwise untouched. Plain, readonly, JSON-safe data. Elements refer to
 * each other by id, the qualified name. A reference that could not be resolved is left out here and is a problem of the
 * lowering, so an id in a model always names an element of the model. Arrays are in the order of the text: the root
 * file first, then its imports in the order in which they are met.
 */
export interface Model {
    /** URIs of the files, root first; the built-in library is not among them. */
    readonly files: readonly string[];
    readonly system: System | null;
    readonly zones: readonly Zone[];
    readonly conduits: readonly Conduit[];
    readonly assets: readonly Asset[];
    readonly flows: readonly Flow[];
    /** Here and in `protocols` the built-in ones are first, but for `check`, which looks them up (`Apart`). */
    readonly types: readonly AssetType[];
    readonly protocols: readonly Protocol[];
    readonly countermeasures: readonly Countermeasure[];
    readonly threats: readonly Threat[];
    readonly invariants: readonly Invariant[];
    /** What the plant must keep doing. */
    readonly functions: readonly EssentialFunction[];
    /** What has to go on when connections are cut. */
    readonly islands: readonly Island[];
    /** Who has a part in the life of the plant. */
    readonly parties: readonly Party[];
    /** The security programme of the asset owner; what several state adds up. */
    readonly programmes: readonly Programme[];
    readonly views: readonly View[];
    /** What firewalls are configured to do. */
    readonly rulesets: readonly Ruleset[];
    /** What was seen on the wire. */
    readonly observations: readonly Observation[];
    /** What publishers say of the weaknesses of products. */
    readonly advisories: readonly Advisory[];
    /** Facts given a second time where one can stand: the first one counts (language.md, "Ids"). */
    readonly repeats: readonly Repeat[];
    /** Where names stand that are not known: what is said with them is left out, and is not nothing. */
    readonly unread: readonly Unread[];
}

/** A statement with a name that is not known. */
export interface Unread {
    /** The id of the element in whose block it is, or whose own head has the name. */
    readonly subject: string;
    /** The word of the statement; that of the element for its head. */
    readonly word: string;
}

/** A property that stands twice where one can stand. */
export interface Repeat {
    /** The id of the element, or `null` for a flow at top level. */
    readonly subject: string | null;
    readonly property: string;
    readonly origin: Origin;
    readonly first: Origin;
}
