import type { LevelStatement } from './level.ts';
import type { Origin, Span } from './place.ts';
import type {
    Access, AssetTrait, Colouring, ConduitTrait, Criticality, Detail, Direction, MeasureStatus, Protection, PurdueLevel,
    SecurityMode, Verb, ZoneKind, ZoneTrait,
} from './words.ts';

/**
 * A model: what the author said, resolved and otherwise untouched. Plain, readonly, JSON-safe data.
 * Elements refer to each other by id, the qualified name. A reference that could not be resolved is left out here
 * and is a problem of the lowering, so an id in a model always names an element of the model.
 * Arrays are in the order of the text: the root file first, then its imports in the order in which they are met.
 */
export interface Model {
    /** URIs of the files, root first; the built-in library is not among them. */
    readonly files: readonly string[];
    readonly system: System | null;
    readonly zones: readonly Zone[];
    readonly conduits: readonly Conduit[];
    readonly assets: readonly Asset[];
    readonly flows: readonly Flow[];
    readonly types: readonly AssetType[];
    readonly protocols: readonly Protocol[];
    readonly measures: readonly Countermeasure[];
    readonly threats: readonly Threat[];
    readonly invariants: readonly Invariant[];
    readonly views: readonly View[];
    /** Facts given a second time where one can stand: the first one counts (language.md, "Ids"). */
    readonly repeats: readonly Repeat[];
}

/** A text that was written, with its place. */
export interface Text {
    readonly text: string;
    readonly origin: Origin;
}

/** A mention of another element: its id, and the span of the name in the file of the statement that mentions it. */
export interface Mention {
    readonly id: string;
    readonly at: Span;
}

interface Named {
    /** The qualified name. */
    readonly id: string;
    /** The last part of the id. */
    readonly name: string;
    readonly title: string | null;
    /** The text of the documentation comment before the declaration, without stars. */
    readonly doc: string | null;
    readonly origin: Origin;
    /** `accept` statements in the block of this element. */
    readonly accepts: readonly Accept[];
}

/** The system under consideration (IEC 62443-3-2, ZCR 1). */
export interface System extends Named {
    readonly owner: string | null;
    readonly description: string | null;
    /** The highest risk that the owner tolerates: a number, or the name of a band of the risk matrix. */
    readonly tolerableRisk: Risk | null;
    readonly notes: Notes;
    readonly matrix: Matrix | null;
}

/** The characteristics that ZCR 6 wants documented, as free text; each may stand several times. */
export interface Notes {
    readonly location: readonly Text[];
    readonly evidence: readonly Text[];
    readonly logicalBoundary: readonly Text[];
    readonly physicalBoundary: readonly Text[];
    readonly logicalAccess: readonly Text[];
    readonly physicalAccess: readonly Text[];
    readonly assumption: readonly Text[];
    readonly policy: readonly Text[];
    readonly regulation: readonly Text[];
}

/** A risk as it is written: a number, or the name of a band. */
export type Risk = number | string;

/**
 * A site's own risk matrix, as written in `system`, in the order in which it is written: level 1 first. What is `null` or empty is
 * not said there; see docs/risk.md for what counts then.
 */
export interface Matrix {
    readonly title: string | null;
    /** The name of a published matrix to start from. */
    readonly preset: Text | null;
    readonly likelihood: MatrixAxis | null;
    readonly consequence: MatrixAxis | null;
    /** The axes whose level 1 is the worst. */
    readonly highestFirst: readonly ('likelihood' | 'consequence')[];
    readonly bands: { readonly bands: readonly MatrixBand[]; readonly origin: Origin } | null;
    /** One row a consequence, one cell a likelihood. */
    readonly rows: readonly MatrixRow[];
    readonly categories: readonly MatrixCategory[];
    readonly targetRule: { readonly rule: string; readonly levels: readonly number[]; readonly origin: Origin } | null;
    readonly origin: Origin;
}

export interface MatrixAxis {
    /** Their names, or how many there are. */
    readonly levels: readonly string[] | number;
    readonly origin: Origin;
}

export interface MatrixBand {
    readonly name: string;
    /** The highest number that belongs to it; `null` where rows name the bands. */
    readonly to: number | null;
}

export interface MatrixRow {
    readonly cells: readonly Risk[];
    readonly origin: Origin;
}

/** What differs for one consequence class. */
export interface MatrixCategory {
    readonly name: string;
    readonly consequence: MatrixAxis | null;
    readonly rows: readonly MatrixRow[];
    readonly tolerableRisk: Risk | null;
    /** Abbreviations of foundational requirements. */
    readonly targets: readonly string[];
    readonly origin: Origin;
}

/** What speaks of requirements: a zone, a conduit or an asset. */
interface Subject extends Named {
    readonly owner: string | null;
    readonly description: string | null;
    readonly notes: Notes;
    readonly applies: readonly Mention[];
    readonly statements: readonly Statement[];
}

export interface Zone extends Subject {
    readonly kind: 'zone';
    /** The id of the zone around it. */
    readonly parent: string | null;
    /** As written here; see `index.ts` for what is inherited. */
    readonly zoneKind: ZoneKind | null;
    readonly purdue: PurdueLevel | null;
    readonly traits: readonly ZoneTrait[];
    readonly networks: readonly Address[];
    readonly slT: LevelStatement | null;
    /** An assessor's value, shown beside the computed one. */
    readonly slA: LevelStatement | null;
}

export interface Conduit extends Subject {
    readonly kind: 'conduit';
    readonly between: readonly Mention[];
    /** The devices that enforce the boundary. */
    readonly via: readonly Mention[];
    /** The zones whose network carries the conduit. */
    readonly over: readonly Mention[];
    readonly oneWay: OneWay | null;
    readonly monitoredBy: string | null;
    readonly traits: readonly ConduitTrait[];
    readonly slT: LevelStatement | null;
    readonly slA: LevelStatement | null;
}

/** Data and sessions go from one connected zone to another only. */
export interface OneWay {
    readonly from: Mention;
    readonly to: Mention;
    readonly origin: Origin;
}

export interface Asset extends Subject {
    readonly kind: 'asset';
    /** The id of the zone or conduit whose block it stands in. */
    readonly container: string;
    readonly type: Mention | null;
    readonly addresses: readonly Address[];
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly criticality: Criticality | null;
    readonly traits: readonly AssetTrait[];
    readonly serves: readonly Mention[];
    readonly needs: readonly Mention[];
    readonly slC: LevelStatement | null;
}

/** An IPv4 or IPv6 address or prefix, as written. */
export interface Address {
    readonly text: string;
    readonly at: Span;
}

export interface AssetType extends Named {
    /** The id of the type it rests on; `null` for the four component types. */
    readonly base: Mention | null;
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly description: string | null;
    readonly certificates: readonly Text[];
    readonly slC: LevelStatement | null;
    /** Capabilities: `meets` in a type. */
    readonly statements: readonly Statement[];
    readonly builtIn: boolean;
}

/** `->` from the side that opens the session; `<->` both may; `--` nobody has found out yet. */
export type Arrow = '->' | '<->' | '--';

export interface Flow {
    readonly kind: 'flow';
    /** Derived from where it stands, its ends and its protocols, with a number where two are alike. */
    readonly id: string;
    /** The zone or conduit whose block it stands in; `null` at top level. */
    readonly container: string | null;
    /** An asset or a zone. */
    readonly from: Mention;
    readonly to: Mention;
    readonly arrow: Arrow;
    readonly arrowAt: Span;
    readonly protocols: readonly Mention[];
    readonly purpose: string | null;
    readonly doc: string | null;
    readonly ports: readonly Ports[];
    readonly access: Access | null;
    readonly secured: Secured | null;
    readonly carries: string | null;
    readonly approvedBy: string | null;
    readonly until: DateFact | null;
    readonly description: string | null;
    readonly owner: string | null;
    readonly origin: Origin;
    readonly accepts: readonly Accept[];
}

/** What a flow protects, and the countermeasures that do it. */
export interface Secured {
    readonly protections: readonly Protection[];
    readonly by: readonly Mention[];
    readonly origin: Origin;
}

/** Ports of one transport; a single port is a range of one. */
export interface Ports {
    /** `tcp`, `udp`, `sctp`, or another word where no port numbers exist. */
    readonly transport: string;
    readonly ranges: readonly PortRange[];
    readonly origin: Origin;
}

/** 0 to 65535, both ends included. */
export interface PortRange {
    readonly from: number;
    readonly to: number;
}

/** A calendar day, `YYYY-MM-DD`, that exists. */
export interface DateFact {
    readonly date: string;
    readonly at: Span;
}

export interface Protocol extends Named {
    readonly ports: readonly Ports[];
    readonly provides: readonly Protection[];
    readonly security: SecurityMode | null;
    /** What the protocol is fit for or known for: `engineering`, `remote-access`, `cleartext-credentials` … */
    readonly traits: readonly string[];
    readonly protocolClass: string | null;
    readonly description: string | null;
    readonly builtIn: boolean;
}

export interface Countermeasure extends Named {
    readonly meets: readonly RequirementMention[];
    readonly status: MeasureStatus | null;
    readonly due: DateFact | null;
    readonly cost: number | null;
    readonly owner: string | null;
    readonly evidence: readonly Text[];
    readonly description: string | null;
}

/** `meets`, `misses`, `excludes` or `compensates`. */
export interface Statement {
    readonly verb: Verb;
    readonly requirements: readonly RequirementMention[];
    readonly by: readonly Mention[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    readonly due: DateFact | null;
    /** `name` spans the verb and the requirements. */
    readonly origin: Origin;
}

/** One requirement, or all of a foundational requirement up to a level. */
export type RequirementMention =
    | { readonly kind: 'requirement'; readonly id: string; readonly at: Span }
    | { readonly kind: 'fr'; /** 0 to 6 */ readonly fr: number; readonly level: number; readonly at: Span };

export interface Accept {
    readonly rule: string;
    readonly ruleAt: Span;
    readonly because: string | null;
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** One row of the detailed risk assessment (IEC 62443-3-2, ZCR 5). */
export interface Threat extends Named {
    readonly from: readonly Mention[];
    readonly against: readonly Mention[];
    /** 1 to the size of the risk matrix, 5 where no matrix is given. */
    readonly likelihood: number | null;
    readonly consequence: number | null;
    readonly mitigations: readonly Mitigation[];
    readonly description: string | null;
    /** A consequence class of the risk matrix, such as `safety`. */
    readonly category: string | null;
}

export interface Mitigation {
    readonly by: readonly Mention[];
    readonly toLikelihood: number | null;
    readonly toConsequence: number | null;
    readonly origin: Origin;
}

/** A promise about reachability. */
export interface Invariant extends Named {
    readonly clauses: readonly Clause[];
    readonly exceptions: readonly Exception[];
}

export interface Clause {
    readonly verb: 'deny' | 'require';
    readonly from: Mention;
    readonly to: Mention;
    /** Only with `require`. */
    readonly through: Mention | null;
    readonly origin: Origin;
}

/** `except flow A -> B : protocol because "…" until date`. */
export interface Exception {
    readonly from: Mention;
    readonly to: Mention;
    readonly arrow: Arrow;
    readonly protocols: readonly Mention[];
    readonly because: string | null;
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** What one diagram shows. Ids are those of zones, conduits and assets. */
export interface View extends Named {
    readonly include: readonly Mention[];
    readonly exclude: readonly Mention[];
    readonly focus: readonly Mention[];
    readonly hide: readonly Mention[];
    readonly highlight: readonly Mention[];
    readonly direction: Direction | null;
    readonly detail: Detail | null;
    readonly colour: Colouring | null;
    readonly path: { readonly from: Mention; readonly to: Mention } | null;
    readonly threat: Mention | null;
    readonly description: string | null;
}

/** A property that stands twice where one can stand. */
export interface Repeat {
    /** The id of the element, or `null` for a flow at top level. */
    readonly subject: string | null;
    readonly property: string;
    readonly origin: Origin;
    readonly first: Origin;
}
