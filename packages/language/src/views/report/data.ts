import type { AdvisoryRows } from '../advisories/index.ts';
import type { CertificateRow, PartAssessment, RaciRow } from '../life-cycle/index.ts';
import type { ForecastRow, FoundPart, FunctionRow, IslandRow, LevelInTimeRow, Roadmap } from './data-course.ts';
import type { MeasureRow, PlanRow, RequirementRow, RiskPart, TargetRow } from './data-risk.ts';

export type * from './data-course.ts';
export type * from './data-risk.ts';

/**
 * The content of the cyber security requirements specification (IEC 62443-3-2, ZCR 6), as one plain, JSON-safe
 * structure. Every renderer reads this and nothing else; `schema/report.schema.json` describes it for other programs.
 * Vectors are in the order IAC UC SI DC RDF TRE RA; days are `YYYY-MM-DD`; arrays are in the order of the text.
 */
export interface ReportData {
    readonly schemaVersion: 1;
    readonly document: DocumentFacts;
    readonly summary: Summary;
    /** How many places of the text were not understood: what is written there is missing. */
    readonly notUnderstood: number;
    readonly notAssessed: readonly NotAssessed[];
    readonly system: SystemPart;
    readonly drawings: readonly Drawing[];
    readonly zones: readonly SubjectPart[];
    readonly conduits: readonly SubjectPart[];
    readonly assets: readonly AssetRow[];
    readonly flows: readonly FlowRow[];
    readonly risk: RiskPart;
    readonly targets: readonly TargetRow[];
    /** All 100 requirements of every zone and conduit: the statement of applicability. */
    readonly requirements: readonly RequirementRow[];
    readonly measures: readonly MeasureRow[];
    readonly plan: readonly PlanRow[];
    /** What to do in which order; `null` where no countermeasure is planned or proposed. */
    readonly roadmap: Roadmap | null;
    readonly assumptions: readonly NoteRow[];
    readonly policies: readonly NoteRow[];
    readonly findings: readonly FindingRow[];
    readonly accepted: readonly AcceptedRow[];
    readonly invariants: readonly InvariantRow[];
    /** What the plant must keep doing. */
    readonly functions: readonly FunctionRow[];
    /** Whether functions go on when connections are cut. */
    readonly islands: readonly IslandRow[];
    /** What security advisories mean for the assets; `null` for a model without any. */
    readonly advisories: AdvisoryRows | null;
    /** What the model says of days within a year, and the levels that follow. */
    readonly forecast: readonly ForecastRow[];
    /** SL-A today, as planned and as it will be in a year; empty where the model says nothing of any day. */
    readonly levelsInTime: readonly LevelInTimeRow[];
    /** Declared, configured and seen, side by side; `null` without a ruleset and an observation. */
    readonly found: FoundPart | null;
    /** Who has a part in the life of the plant. */
    readonly parties: readonly PartyRow[];
    /** Who is accountable and responsible for what; empty where no party is declared. */
    readonly raci: readonly RaciRow[];
    /** Requirements of IEC 62443-2-1, 2-4 and 4-1; without the parts of which nobody is asked. */
    readonly organisations: readonly PartAssessment[];
    readonly traceability: readonly TraceRow[];
    /** What no other part shows, so that nothing which the model says is left out. */
    readonly further: readonly FurtherRow[];
    readonly sources: readonly Source[];
}

/** An organisation or department with a part in the life of the plant. */
export interface PartyRow {
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly roles: readonly string[];
    readonly certificates: readonly CertificateRow[];
}

/** What the document is of: the model, its files and their hash, and the day. */
export interface DocumentFacts {
    readonly title: string;
    readonly system: string | null;
    readonly owner: string | null;
    /** The day on which due dates and expiries were judged. */
    readonly date: string;
    readonly revision: string | null;
    /** SHA-256 of the lines `hash  path` of the files, as `sha256sum` prints them; see docs/report.md. */
    readonly sha256: string;
    readonly files: readonly ModelFile[];
}

/** A file of the model, with the hash of its bytes. */
export interface ModelFile {
    readonly path: string;
    readonly sha256: string;
}

/** Counts over the whole model. */
export interface Summary {
    readonly zones: number;
    readonly conduits: number;
    readonly assets: number;
    readonly flows: number;
    readonly threats: number;
    readonly threatsAboveTolerable: number;
    /** Threats whose risk is compared with a tolerable one: of the others nothing is known. */
    readonly threatsCompared: number;
    /** Requirements that SL-T asks for, over all zones and conduits, by state. */
    readonly required: number;
    readonly states: Readonly<Record<StateName, number>>;
    /** Of these the ones whose state the model contradicts. */
    readonly contradicted: number;
    readonly subjectsWithGap: number;
    /** Of these the ones of which no gap is known: requirements are not assessed, and none is known to be open. */
    readonly subjectsOnlyUnassessed: number;
    /** Zones and conduits with an SL-T: of the others no gap is known. */
    readonly subjectsWithTarget: number;
    readonly findings: {
        readonly error: number;
        readonly warning: number;
        readonly info: number;
        readonly accepted: number;
    };
    readonly brokenInvariants: number;
}

/** How a requirement stands; what nobody has said is `not-assessed`. */
export type StateName = 'met' | 'compensated' | 'excluded' | 'planned' | 'capable' | 'missed' | 'not-assessed';

/** Something about which the model says nothing, so that nothing is claimed. */
export interface NotAssessed {
    readonly subject: string | null;
    readonly what: string;
}

/** The system under consideration, and where it begins (ZCR 1.1). */
export interface SystemPart {
    readonly id: string | null;
    readonly title: string | null;
    readonly owner: string | null;
    readonly description: string | null;
    readonly tolerableRisk: string | null;
    readonly locations: readonly string[];
    readonly regulations: readonly string[];
    readonly evidence: readonly string[];
    /** The conduits that lead out of the system: perimeter and access points (ZCR 1.1). */
    readonly accessPoints: readonly AccessPoint[];
}

/** A conduit that leads out of the system: the zones on both sides, and the devices of its boundary. */
export interface AccessPoint {
    readonly conduit: string;
    /** Empty where the conduit leads out only because a network outside carries it. */
    readonly outside: readonly string[];
    /** The networks outside of the system that carry it. */
    readonly over: readonly string[];
    readonly inside: readonly string[];
    readonly devices: readonly string[];
}

/** A picture of zones and conduits (ZCR 6.3). */
export interface Drawing {
    readonly title: string;
    /** What the picture shows, for whoever cannot see it. */
    readonly description: string;
    readonly svg: string;
    /** The same as a Mermaid diagram, for Markdown; `null` where there is none. */
    readonly mermaid: string | null;
}

/** A zone or conduit, with what is documented of it and its levels. */
export interface SubjectPart {
    readonly kind: 'zone' | 'conduit';
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    /** The zone around; `null` for a conduit and for a zone at top level. */
    readonly parent: string | null;
    readonly zoneKind: string | null;
    readonly purdue: string | null;
    readonly traits: readonly string[];
    /** Items a to n of ZCR 6.4, all of them. */
    readonly characteristics: readonly CharacteristicRow[];
    readonly levels: LevelsPart;
}

/** What ZCR 6.4 asks to be documented of a zone or conduit, one item of it. */
export interface CharacteristicRow {
    readonly item: string;
    readonly name: string;
    readonly values: readonly string[];
    /** `derived`: computed from the model; `missing`: the model does not say. */
    readonly source: 'stated' | 'derived' | 'missing';
}

/** SL-T, SL-C, SL-A and gap of a zone or conduit, in the order of the foundational requirements. */
export interface LevelsPart {
    readonly slT: readonly (number | null)[];
    readonly slTSource: readonly (string | null)[];
    readonly slTBecause: string | null;
    readonly slC: readonly (number | null)[];
    readonly slCLimit: readonly (string | null)[];
    readonly slA: readonly number[];
    readonly slAClaimed: readonly (number | null)[];
    /** For each FR, the requirements that SL-A counts and the model contradicts. */
    readonly contradicted: readonly (readonly string[])[];
    readonly gap: readonly (number | null)[];
    /** 7 entries: whether a gap is known, or only follows from what is not assessed; `null` where there is none. */
    readonly gapKinds: readonly ('short' | 'not-assessed' | null)[];
    /** For each FR with a gap, the requirements that stop the next level. */
    readonly limits: readonly (readonly string[])[];
}

/** An asset as the inventory lists it. Levels are in the order of the foundational requirements. */
export interface AssetRow {
    readonly id: string;
    readonly title: string | null;
    readonly container: string;
    readonly type: string | null;
    readonly componentType: string | null;
    readonly addresses: readonly string[];
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly location: string | null;
    readonly criticality: string | null;
    readonly traits: readonly string[];
    readonly slC: readonly (number | null)[];
    readonly needs: readonly string[];
    readonly serves: readonly string[];
}

/** A flow as the register lists it; an end is the id of an asset or a zone. */
export interface FlowRow {
    readonly id: string;
    readonly container: string | null;
    readonly from: string;
    readonly arrow: string;
    readonly to: string;
    readonly protocols: readonly string[];
    readonly ports: string;
    readonly purpose: string | null;
    /** True while it is proposed and nobody has decided. */
    readonly proposed: boolean;
    readonly access: string | null;
    readonly secured: readonly string[];
    readonly securedBy: readonly string[];
    readonly carries: string | null;
    readonly approvedBy: string | null;
    readonly until: string | null;
    /** `null` where the text has a day that cannot be read. */
    readonly expired: boolean | null;
    /** True when its ends lie in different zones. */
    readonly crosses: boolean;
}

/** A note that the model makes of a zone, a conduit or the whole. */
export interface NoteRow {
    /** `null` for the system as a whole. */
    readonly subject: string | null;
    readonly text: string;
}

/** A finding, with the clauses that it rests on and its place in the text. */
export interface FindingRow {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly subject: string | null;
    readonly message: string;
    readonly basis: readonly string[];
    readonly file: string | null;
    readonly line: number | null;
}

/** A finding that somebody accepted, with the reason and the last day; `null` where none is given. */
export interface AcceptedRow extends FindingRow {
    readonly because: string | null;
    readonly until: string | null;
}

/** An invariant, whether it holds, and a path that breaks it. */
export interface InvariantRow {
    readonly id: string;
    readonly title: string | null;
    readonly clauses: readonly string[];
    readonly holds: boolean;
    /** False where a piece of the text was not understood: then one that holds is not proved. */
    readonly understood: boolean;
    /** Connections that the model shows and does not describe, each in a sentence: one that holds may break there. */
    readonly leftOpen: readonly string[];
    /** True when it has no clause, or nothing leads where one of them looks: then it proves nothing. */
    readonly vacuous: boolean;
    /** Why its clauses prove nothing: one for each of these. */
    readonly vacuousBecause: readonly string[];
    readonly counterexample: readonly string[];
    readonly exceptions: readonly string[];
}

/** One line of the chain threat, SL-T, requirement, countermeasure, evidence; `null` where the chain breaks off. */
export interface TraceRow {
    readonly threat: string;
    readonly subject: string | null;
    readonly slT: readonly (number | null)[];
    readonly requirement: string | null;
    readonly state: StateName | null;
    /** What the model shows against the state. */
    readonly contradicted: readonly string[];
    readonly measure: string | null;
    /**
     * Where no requirement leads to the countermeasure: whether it is put to work on the path all the same; `null`
     * where the model has no path, and in all other rows.
     */
    readonly onPath: boolean | null;
    readonly status: string | null;
    readonly evidence: readonly string[];
}

/** Facts of one element, as they are written: `needs TimeServer`. */
export interface FurtherRow {
    /** The word that declares it. */
    readonly kind: string;
    readonly id: string;
    readonly facts: readonly string[];
}

/** Where something in the report comes from, and how far it may be relied on. */
export interface Source {
    readonly name: string;
    readonly text: string;
}
