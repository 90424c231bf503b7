import type { Level, Origin, Vector } from '../model/index.ts';

/** The states of a requirement; language.md, "State". */
export const states = ['met', 'compensated', 'excluded', 'planned', 'capable', 'missed', 'not-assessed'] as const;
export type State = (typeof states)[number];

/** What is known of one requirement of IEC 62443-3-3 at one zone or conduit. */
export interface RequirementState {
    /** `SR 1.1` or `SR 1.1 RE 2`. */
    readonly id: string;
    /** Position in the catalogue, 0 to 99. */
    readonly index: number;
    /** 0 to 6, in the order IAC UC SI DC RDF TRE RA. */
    readonly fr: number;
    /** Lowest security level that asks for it, 1 to 4. */
    readonly level: number;
    /** True when SL-T of its foundational requirement is at or above its level. */
    readonly required: boolean;
    readonly state: State;
    /** Ids of the countermeasures that speak. */
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    /** `YYYY-MM-DD`. */
    readonly due: string | null;
    /** The id of the zone around that said it; `null` when it was said here or nowhere. */
    readonly inheritedFrom: string | null;
    /** The statement, or the countermeasure, that decided; `null` for `capable` and `not-assessed`. */
    readonly origin: Origin | null;
}

/** Where a target level comes from. */
export type TargetSource = 'stated' | 'inherited' | 'derived';

/** What a zone or conduit achieves. Vectors are in the order IAC UC SI DC RDF TRE RA. */
export interface SubjectAssessment {
    readonly kind: 'zone' | 'conduit';
    readonly id: string;
    readonly slT: Vector;
    /** For each FR: stated here, inherited from a zone around, derived from the connected zones, or `null`. */
    readonly slTSource: readonly (TargetSource | null)[];
    readonly slC: Vector;
    /** For each FR the asset that limits SL-C: the lowest one, or the first that says nothing. */
    readonly slCLimit: readonly (string | null)[];
    readonly slA: readonly Level[];
    readonly slAClaimed: Vector;
    /** SL-T minus SL-A, never below 0; `null` where SL-T says nothing. */
    readonly gap: readonly (number | null)[];
    /** For each FR with a gap, the ids of the requirements that stop the next level; empty elsewhere. */
    readonly limits: readonly (readonly string[])[];
    /** All 100 requirements, in the order of the catalogue. Computed on first use. */
    readonly requirements: readonly RequirementState[];
}

/** What a model achieves against the catalogue, for every zone, then every conduit, in the order of the text. */
export interface Assessment {
    readonly subjects: readonly SubjectAssessment[];
    of(id: string): SubjectAssessment | undefined;
}
