import type { AdvisoryRows } from '../advisories/index.ts';
import type { CertificateRow, PartAssessment, RaciRow } from '../life-cycle/index.ts';

/**
 * The content of the cyber security requirements specification (IEC 62443-3-2, ZCR 6), as one plain, JSON-safe
 * structure.
 * Every renderer reads this and nothing else; `schema/report.schema.json` describes it for other programs.
 * Vectors are in the order IAC UC SI DC RDF TRE RA; days are `YYYY-MM-DD`; arrays are in the order of the text.
 */
export interface ReportData {
    readonly schemaVersion: 1;
    readonly document: DocumentFacts;
    readonly summary: Summary;
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

/** The cheapest set of planned and proposed countermeasures, in the order in which they lower the risk. */
export interface Roadmap {
    readonly steps: readonly RoadmapStep[];
    /** The sum of the costs that are said. */
    readonly cost: number;
    /** True where no cheaper set does it. */
    readonly proved: boolean;
    /** What is known of how good the plan is; empty without steps. */
    readonly says: string;
    /** What no countermeasure closes, and what it would take. */
    readonly open: readonly string[];
    /** What the dates of the model close by themselves, and what the plan cannot speak of. */
    readonly notes: readonly string[];
}

export interface RoadmapStep {
    readonly id: string;
    readonly title: string | null;
    readonly status: string | null;
    readonly owner: string | null;
    readonly cost: number | null;
    readonly date: string | null;
    /** The day or the window, or what is missing for it. */
    readonly when: string;
    readonly subjects: readonly string[];
    /** Requirements by the place where they are met then, and risks: `Control: SR 1.1, SR 1.2`. */
    readonly closes: readonly string[];
    /** The sum of the residual risks; `null` where it is not a number. */
    readonly risk: { readonly before: number; readonly after: number } | null;
}

/** An organisation or department with a part in the life of the plant. */
export interface PartyRow {
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly roles: readonly string[];
    readonly certificates: readonly CertificateRow[];
}

/** A function that the plant must keep doing. */
export interface FunctionRow {
    readonly id: string;
    readonly title: string | null;
    readonly essential: boolean;
    readonly owner: string | null;
    /** All of these; `A or B` where one is enough. */
    readonly needs: readonly string[];
    readonly endures: readonly string[];
    readonly worksWithout: readonly string[];
    /** What is done by hand while it is lost. */
    readonly fallback: string | null;
}

/** A function that an island keeps, and what becomes of it. */
export interface IslandRow {
    readonly island: string;
    readonly title: string | null;
    readonly cut: readonly string[];
    readonly keeps: string;
    readonly for: string | null;
    readonly verdict: 'kept' | 'degraded' | 'lost' | 'not-said';
    /** `null` where the model does not say it. */
    readonly holds: boolean | null;
    readonly until: string | null;
    readonly because: readonly string[];
}

/** Something that the model says of a day, or a level that follows. */
export interface ForecastRow {
    /** Of an expiry the last good day. */
    readonly date: string;
    readonly last: string | null;
    readonly kind: string;
    readonly subject: string | null;
    readonly what: string;
}

/** SL-A of a zone or conduit at three times, in the order IAC UC SI DC RDF TRE RA; `null` where it is not there. */
export interface LevelInTimeRow {
    readonly subject: string;
    readonly slT: readonly (number | null)[];
    readonly today: readonly number[] | null;
    /** In a year, if everything that is planned is done by its day. */
    readonly planned: readonly number[] | null;
    /** In a year, as the text is. */
    readonly forecast: readonly number[] | null;
}

/** The plant as found: the evidence, and the three-way table. */
export interface FoundPart {
    readonly evidence: readonly EvidenceRow[];
    /** What was compared and what was left out, in sentences. */
    readonly notes: readonly string[];
    readonly rows: readonly FoundRow[];
}

/** A ruleset or an observation, and where it comes from. */
export interface EvidenceRow {
    readonly kind: 'ruleset' | 'observation';
    readonly id: string;
    readonly title: string | null;
    /** The devices that have the rules, or the zones that are seen. */
    readonly of: readonly string[];
    readonly first: string | null;
    /** The day of the export, or the last day of the observation. */
    readonly last: string | null;
    readonly source: string | null;
    /** SHA-256 of the files that were imported. */
    readonly sha256: readonly string[];
}

export interface FoundRow {
    /** The conduit, or another heading. */
    readonly group: string;
    readonly kind: 'flow' | 'rule' | 'traffic' | 'host';
    readonly what: string;
    readonly declared: string;
    readonly configured: string;
    readonly observed: string;
    readonly verdict: string;
    readonly file: string | null;
    readonly line: number | null;
}

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

export interface ModelFile {
    readonly path: string;
    readonly sha256: string;
}

export interface Summary {
    readonly zones: number;
    readonly conduits: number;
    readonly assets: number;
    readonly flows: number;
    readonly threats: number;
    readonly threatsAboveTolerable: number;
    /** Requirements that SL-T asks for, over all zones and conduits, by state. */
    readonly required: number;
    readonly states: Readonly<Record<StateName, number>>;
    readonly subjectsWithGap: number;
    readonly findings: {
        readonly error: number;
        readonly warning: number;
        readonly info: number;
        readonly accepted: number;
    };
    readonly brokenInvariants: number;
}

export type StateName = 'met' | 'compensated' | 'excluded' | 'planned' | 'capable' | 'missed' | 'not-assessed';

/** Something about which the model says nothing, so that nothing is claimed. */
export interface NotAssessed {
    readonly subject: string | null;
    readonly what: string;
}

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

export interface AccessPoint {
    readonly conduit: string;
    readonly outside: readonly string[];
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

export interface CharacteristicRow {
    readonly item: string;
    readonly name: string;
    readonly values: readonly string[];
    /** `derived`: computed from the model; `missing`: the model does not say. */
    readonly source: 'stated' | 'derived' | 'missing';
}

export interface LevelsPart {
    readonly slT: readonly (number | null)[];
    readonly slTSource: readonly (string | null)[];
    readonly slTBecause: string | null;
    readonly slC: readonly (number | null)[];
    readonly slCLimit: readonly (string | null)[];
    readonly slA: readonly number[];
    readonly slAClaimed: readonly (number | null)[];
    readonly gap: readonly (number | null)[];
    /** For each FR with a gap, the requirements that stop the next level. */
    readonly limits: readonly (readonly string[])[];
}

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

export interface FlowRow {
    readonly id: string;
    readonly container: string | null;
    readonly from: string;
    readonly arrow: string;
    readonly to: string;
    readonly protocols: readonly string[];
    readonly ports: string;
    readonly purpose: string | null;
    readonly access: string | null;
    readonly secured: readonly string[];
    readonly securedBy: readonly string[];
    readonly carries: string | null;
    readonly approvedBy: string | null;
    readonly until: string | null;
    readonly expired: boolean;
    /** True when its ends lie in different zones. */
    readonly crosses: boolean;
}

export interface RiskPart {
    /** `null` where the matrix that was given cannot be used. */
    readonly matrix: MatrixPart | null;
    /** What is wrong with the matrix or does not fit together: whole sentences. */
    readonly problems: readonly string[];
    readonly threats: readonly ThreatRow[];
}

export interface MatrixPart {
    readonly name: string;
    readonly source: string | null;
    /** Lowest first. */
    readonly likelihoods: readonly string[];
    readonly consequences: readonly string[];
    readonly cells: readonly (readonly MatrixCell[])[];
    readonly tolerable: string | null;
    /** How an SL-T is suggested from a risk, in one sentence. */
    readonly targetRule: string;
    /** The consequence classes that differ. */
    readonly classes: readonly MatrixClass[];
}

/**
 * What counts for the threats of one consequence class; `cells` is empty where the class is judged by the cells of the
 * matrix.
 */
export interface MatrixClass {
    readonly name: string;
    /** Lowest first. */
    readonly consequences: readonly string[];
    readonly cells: readonly (readonly MatrixCell[])[];
    readonly tolerable: string | null;
    /** Abbreviations of the foundational requirements whose SL-T such a threat moves; empty for all. */
    readonly targets: readonly string[];
}

export interface MatrixCell {
    readonly risk: number;
    readonly label: string;
    /** `null` where nobody said what is tolerable. */
    readonly tolerable: boolean | null;
    /** Ids of the threats that stand here without countermeasures, and with those of today. */
    readonly unmitigated: readonly string[];
    readonly residual: readonly string[];
}

export interface ThreatRow {
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly category: string | null;
    readonly from: readonly string[];
    readonly against: readonly string[];
    readonly likelihood: string | null;
    readonly consequence: string | null;
    readonly unmitigated: string | null;
    readonly residual: string | null;
    readonly planned: string | null;
    readonly tolerable: string | null;
    readonly verdict: 'tolerable' | 'tolerable-when-planned' | 'above' | 'not-compared' | 'not-assessed';
    readonly measures: readonly ThreatMeasure[];
    /** The zones and conduits that it goes through or is against. */
    readonly subjects: readonly string[];
    readonly pathExists: boolean | null;
    readonly suggests: number | null;
    readonly missing: readonly string[];
}

export interface ThreatMeasure {
    readonly measures: readonly string[];
    readonly to: string;
    readonly counts: 'today' | 'planned' | 'no';
}

/** SL-T of a zone or conduit, beside what the risk suggests. */
export interface TargetRow {
    readonly subject: string;
    readonly kind: 'zone' | 'conduit';
    readonly slT: readonly (number | null)[];
    readonly source: readonly (string | null)[];
    readonly because: string | null;
    readonly suggested: readonly (number | null)[];
    readonly threats: readonly string[];
    readonly verdict: 'as-suggested' | 'below' | 'above' | 'no-threat' | 'not-stated' | 'not-rated';
}

export interface RequirementRow {
    readonly subject: string;
    readonly id: string;
    readonly title: string;
    readonly fr: string;
    readonly level: number;
    readonly required: boolean;
    readonly state: StateName;
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    readonly owner: string | null;
    readonly due: string | null;
    readonly overdue: boolean;
    readonly inheritedFrom: string | null;
    /** See also: subcategories of NIST CSF 1.1, NERC CIP requirements, ATT&CK for ICS mitigations. */
    readonly csf: readonly string[];
    readonly nerc: readonly string[];
    readonly attack: readonly string[];
}

export interface MeasureRow {
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly status: string | null;
    readonly owner: string | null;
    readonly due: string | null;
    readonly overdue: boolean;
    readonly cost: number | null;
    readonly evidence: readonly string[];
    readonly requirements: readonly string[];
    /** Where it is applied, named by a statement, or secures a flow. */
    readonly worksAt: readonly string[];
    readonly threats: readonly string[];
}

/** One thing to do, by whom and by when. */
export interface PlanRow {
    readonly subject: string;
    readonly action: string;
    readonly kind: 'planned' | 'missed' | 'capable' | 'not-assessed' | 'risk';
    readonly requirements: readonly string[];
    readonly measures: readonly string[];
    readonly owner: string | null;
    readonly due: string | null;
    readonly overdue: boolean;
}

export interface NoteRow {
    /** `null` for the system as a whole. */
    readonly subject: string | null;
    readonly text: string;
}

export interface FindingRow {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly subject: string | null;
    readonly message: string;
    readonly basis: readonly string[];
    readonly file: string | null;
    readonly line: number | null;
}

export interface AcceptedRow extends FindingRow {
    readonly because: string | null;
    readonly until: string | null;
}

export interface InvariantRow {
    readonly id: string;
    readonly title: string | null;
    readonly clauses: readonly string[];
    readonly holds: boolean;
    /** True when nothing leads there at all, so that the invariant proves nothing. */
    readonly vacuous: boolean;
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
    readonly measure: string | null;
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
