// The parts of a report about risk, levels that are wanted, requirements and countermeasures.
import type { StateName } from './data.ts';

/** The risk assessment: the matrix and every threat. */
export interface RiskPart {
    /** `null` where the matrix that was given cannot be used. */
    readonly matrix: MatrixPart | null;
    /** What is wrong with the matrix or does not fit together: whole sentences. */
    readonly problems: readonly string[];
    readonly threats: readonly ThreatRow[];
}

/** The risk matrix that the threats are rated by. */
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

/** A field of the risk matrix: likelihood by consequence. */
export interface MatrixCell {
    readonly risk: number;
    readonly label: string;
    /** `null` where nobody said what is tolerable. */
    readonly tolerable: boolean | null;
    /** Ids of the threats that stand here without countermeasures, and with those of today. */
    readonly unmitigated: readonly string[];
    readonly residual: readonly string[];
}

/** A threat with its ratings; `null` where nobody rated it. */
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
    /** `undecided`: it is not known which path is the worst, and the residual risk is between two risks. */
    readonly verdict: 'tolerable' | 'tolerable-when-planned' | 'above' | 'undecided' | 'not-compared' | 'not-assessed';
    readonly measures: readonly ThreatMeasure[];
    /** The zones and conduits that it goes through or is against. */
    readonly subjects: readonly string[];
    readonly pathExists: boolean | null;
    readonly suggests: number | null;
    readonly missing: readonly string[];
}

/** A mitigation of a threat, the rating that it leads to, and whether it counts. */
export interface ThreatMeasure {
    readonly measures: readonly string[];
    readonly to: string;
    /** `no` also where a path of the threat goes round them. */
    readonly counts: 'today' | 'planned' | 'no';
    /** Why they do not count; `null` where they do. */
    readonly why: string | null;
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

/** A requirement at a zone or conduit: whether SL-T asks for it, how it stands, and by what. */
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
    /** Why what is stated does not count; `null` where it counts, or nothing is stated. */
    readonly lapse: string | null;
    /** What the model shows against the state, as clauses; a claim silences no fact. */
    readonly contradicted: readonly string[];
    readonly inheritedFrom: string | null;
    /** See also: subcategories of NIST CSF 1.1, NERC CIP requirements, ATT&CK for ICS mitigations. */
    readonly csf: readonly string[];
    readonly nerc: readonly string[];
    readonly attack: readonly string[];
}

/** A countermeasure, where it works and what it is for. */
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
    readonly kind: 'planned' | 'missed' | 'contradicted' | 'capable' | 'not-assessed' | 'risk';
    readonly requirements: readonly string[];
    readonly measures: readonly string[];
    readonly owner: string | null;
    readonly due: string | null;
    readonly overdue: boolean;
}
