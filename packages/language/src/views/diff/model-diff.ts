import type { Assessment, State } from '../../assessment/index.ts';
import type { ElementKind, Lines, Lookup, Model, Problem } from '../../model/index.ts';
import type { RadiusChange } from './radius.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import type { ReasonKind, Settings } from '../../settings/index.ts';

export { reasonKinds, type ReasonKind } from '../../settings/index.ts';

/** One side of a comparison: a model and what is known of it. An analysis has all of this. */
export interface DiffSide {
    /** As it stands on the day. */
    readonly model: Model;
    /** What is compared as text: all that it says, on whatever day, or the same as `model` to compare two days. */
    readonly whole: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    /**
     * Accepted ones are among them. Of a side that was {@link unasked}, a comparison has only those of rules whose
     * answers may differ.
     */
    readonly findings: readonly Finding[];
    /** True where no rule was asked yet: the comparison asks those whose answers may differ. */
    readonly unasked?: boolean;
    /** What each rule answered, by its id, before anybody accepted any of it; where it is known. */
    readonly answers?: ReadonlyMap<string, readonly Finding[]>;
    readonly problems: readonly Problem[];
    readonly settings: Settings;
    /** The day on which expiries are judged, `YYYY-MM-DD`. */
    readonly today: string;
    /** The text of a file of the model by its URI; `undefined` where it is not known. */
    textOf(file: string): string | undefined;
    /** The lines of that text; one empty line where it is not known. */
    linesOf(file: string): Lines;
    /** How a file is called in what is printed, with `/`. */
    fileName(file: string): string;
}

/** What may become of an element. */
export const changeKinds = ['added', 'removed', 'changed', 'moved', 'renamed'] as const;
/** What became of an element. */
export type ChangeKind = (typeof changeKinds)[number];

/** What a change is about, in the words of the language. */
export type ChangedKind =
    | ElementKind
    /** Of `iacs.config.json`; not of the model, but of what is asked of it. */
    | 'settings';

/** The statement that a change is about, in the block of its element. */
export interface ChangedStatement {
    /** What it begins with: `meets`, `owner`. `type` is in no block, but in the first line of its element. */
    readonly word: string;
    /** What it names besides, as it is written: `SR 2.3`. */
    readonly items: readonly string[];
    /** True where the side after says nothing of it any more. */
    readonly gone: boolean;
}

/** One change of meaning. */
export interface Change {
    readonly kind: ChangeKind;
    readonly element: ChangedKind;
    /** The id after the change; before it for what was removed. */
    readonly id: string;
    /** The id before it; `null` for what was added. */
    readonly before: string | null;
    /** The change in words, without the id. */
    readonly what: string;
    /** Where it stands: after the change, or before it for what was removed. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** True where only who agreed to it has changed, and nothing in the plant. */
    readonly agreement?: true;
    /** Of an element that was changed: the statement; without it the element itself. */
    readonly statement?: ChangedStatement;
    /** The URI and the offset behind `file` and `line`. */
    readonly at: { readonly file: string; readonly start: number; readonly end: number };
}

/** Where an asset reaches another one now, and did not before, or the other way round. */
export interface ReachChange {
    readonly from: string;
    readonly to: string;
    /** The ids of a shortest path, both ends included. */
    readonly path: readonly string[];
    /** The ids of the flows along it, `null` for a hop without a flow. */
    readonly flows: readonly (string | null)[];
}

/** What a path means for whom it reaches, the gravest first. */
export type ReachKind =
    | 'path-into-safety'
    | 'path-into-higher-target'
    | 'path-from-outside'
    | 'path-to-essential'
    | 'path-between-zones';

/** Pairs between the same two zones (or the conduit that an asset is in). */
export interface ReachGroup {
    readonly fromZone: string;
    readonly toZone: string;
    /** How many pairs of assets. */
    readonly pairs: number;
    /** What it is, the gravest first: a path into a higher SL-T may come from outside as well. */
    readonly kinds: readonly ReachKind[];
    /** The higher the graver: what is reported first. */
    readonly gravity: number;
    /** The pair with the fewest hops, and its path. */
    readonly shortest: ReachChange;
}

/** Sessions that are possible on one side of the comparison and not on the other. */
export interface ReachDirection {
    readonly groups: readonly ReachGroup[];
    /** At most {@link mostPairs} of them, those of the shortest paths of the groups first. */
    readonly pairs: readonly ReachChange[];
    /** How many there are in all. */
    readonly total: number;
}

/** A session from one zone straight into another one; ids of the side on which it stands. */
export interface Crossing {
    readonly from: string;
    readonly to: string;
    readonly flow: string;
}

/** How many pairs of assets are reported one by one. */
export const mostPairs = 500;

/** A level before and after. */
export interface LevelChange {
    readonly subject: string;
    /** 0 to 6, in the order IAC UC SI DC RDF TRE RA. */
    readonly fr: number;
    readonly what: 'SL-T' | 'SL-A' | 'SL-C';
    readonly before: number | null;
    readonly after: number | null;
}

/** The state of a requirement before and after. */
export interface RequirementChange {
    readonly subject: string;
    readonly id: string;
    readonly before: State;
    readonly after: State;
    /** True when it is required on either side. */
    readonly required: boolean;
}

/** What became of an invariant. */
export interface InvariantChange {
    readonly id: string;
    /** The ids along a counterexample: after for a broken one, before for a healed one. */
    readonly counterexample: readonly string[];
    /** The ids of the flows that carry it. */
    readonly flows: readonly string[];
}

/** What became of an acceptance. */
export interface AcceptanceChange {
    readonly kind: 'added' | 'removed' | 'extended' | 'shortened' | 'expired' | 'renewed';
    readonly rule: string;
    /** The id of the element in whose block it stands; `null` for a flow at top level. */
    readonly holder: string | null;
    /** The flows that an invariant leaves out (rule `invariant-broken`); `null` for an `accept`. */
    readonly exception: string | null;
    readonly because: string | null;
    /** The last day before and after; `null` where none is given or nothing stands. */
    readonly before: string | null;
    readonly after: string | null;
    /** In whose block it stands, as a change names it. */
    readonly about: readonly string[];
    /** True for an exception to what was not asked before. */
    readonly ofNewQuestion?: true;
}

/** An `agreed` statement of HEAD that has to do with the change. */
export interface AgreementFact {
    /** The element beside which it is, as a change names it: `zone Control`. */
    readonly about: string;
    readonly what: string;
    readonly by: string;
    /** The last day; `null` where none is given. */
    readonly until: string | null;
    /**
     * `counts`: it came with this change. `lapsed`: it was there before, and what it speaks of has changed since.
     * `expired`: its day has passed.
     */
    readonly state: 'counts' | 'lapsed' | 'expired';
}

/** The risk of a threat before and after. */
export interface ThreatChange {
    readonly id: string;
    readonly before: number | null;
    readonly after: number | null;
    readonly tolerable: number;
    /** The same as people read them: the band where the matrix names one. */
    readonly labels: { readonly before: string; readonly after: string; readonly tolerable: string };
    readonly crossed: 'above' | 'below';
}

/** `incomplete`: a side was not understood as a whole, so that nobody can say. */
export const verdicts = ['better', 'worse', 'mixed', 'none', 'incomplete'] as const;
/** What a change is as a whole. */
export type Verdict = (typeof verdicts)[number];

/** `neutral`: what has to be known of a change, and makes nothing better or worse. */
export type Direction = 'worse' | 'better' | 'neutral';

/** Why a change is better or worse, in a sentence. */
export interface Reason {
    readonly kind: ReasonKind;
    readonly direction: Direction;
    readonly text: string;
    /** What it speaks of, as a change names it: `asset Control.Plc1`; those of a removed element under its old id. */
    readonly about: readonly string[];
    /** What a finding points at besides, as a change names it: where that was changed, it is the cause. */
    readonly besides?: readonly string[];
    /** True for new findings that are errors. */
    readonly isError?: true;
    /** What it is as well: a review may ask for one of these. */
    readonly alsoOf?: readonly ReasonKind[];
}

/** What follows from one change. */
export interface Cause {
    /** Its index among the changes. */
    readonly change: number;
    /** Indices of the reasons that it brings. */
    readonly effects: readonly number[];
}

/** A finding that was replaced by another one on the same element. */
export interface ReplacedFinding {
    readonly before: Finding;
    readonly after: Finding;
}

/**
 * What became of the findings; HEAD is judged with the questions of BASE (`added`, `fixed`, `replaced`, `gone`) and
 * with its own.
 */
export interface FindingChanges {
    readonly added: readonly Finding[];
    /** The element that was blamed still stands, and nothing is held against it any more. */
    readonly fixed: readonly Finding[];
    readonly replaced: readonly ReplacedFinding[];
    /** What was blamed is no longer in the model. */
    readonly gone: readonly Finding[];
    /** Nothing is held against it any more by what is claimed, and no evidence shows that. */
    readonly claimed: readonly Finding[];
    /** Open with the questions of HEAD alone: more is asked. */
    readonly asked: readonly Finding[];
    /** Open with the questions of BASE alone: less is asked. */
    readonly silenced: readonly Finding[];
}

/** What a change does to security. */
export interface Security {
    readonly verdict: Verdict;
    readonly reasons: readonly Reason[];
    readonly causes: readonly Cause[];
    readonly reachability: { readonly opened: ReachDirection; readonly closed: ReachDirection };
    readonly crossings: { readonly opened: readonly Crossing[]; readonly closed: readonly Crossing[] };
    /** How far those zones reach of which that has changed. */
    readonly radius: readonly RadiusChange[];
    readonly levels: readonly LevelChange[];
    readonly requirements: readonly RequirementChange[];
    readonly findings: FindingChanges;
    readonly invariants: { readonly broken: readonly InvariantChange[]; readonly healed: readonly InvariantChange[] };
    readonly acceptances: readonly AcceptanceChange[];
    readonly threats: readonly ThreatChange[];
    readonly agreements: readonly AgreementFact[];
}

/** What was not understood on a side, so that the comparison is one of the rest. */
export interface Doubt {
    readonly side: 'base' | 'head';
    readonly problems: readonly Problem[];
}

/** What changed in meaning between two models, and what follows from it. */
export interface ModelDiff {
    /** What is compared: a model, a file of settings by which models are judged, or files of which nothing is known. */
    readonly of: 'model' | 'settings' | 'files';
    /** The id of the system, after the change where there is one. */
    readonly system: string | null;
    readonly before: DiffSide;
    readonly after: DiffSide;
    readonly changes: readonly Change[];
    readonly security: Security;
    /** Who owns what was changed. */
    readonly owners: readonly string[];
    /** Who is reached by it besides. */
    readonly reached: readonly string[];
    readonly doubts: readonly Doubt[];
}
