import type { PartId, Shown, Sureness } from '../../catalogue/parts/index.ts';
import type { RegulationReference } from '../../catalogue/regulations.ts';
import type { PartyRole } from '../../model/index.ts';

/** How a requirement on an organisation stands; what nobody has said is `not-assessed`. */
export type PartState = 'met' | 'compensated' | 'excluded' | 'planned' | 'missed' | 'not-assessed';

/** A rule that judges a part of a requirement, and what it found. */
export interface Judge {
    readonly rule: string;
    /** Places that it blames as a warning or an error: these decide. */
    readonly found: number;
    /** Places that it notes as information, such as something undocumented or unknown: these decide nothing. */
    readonly noted: number;
    /** Of those that it blames, how many are accepted. */
    readonly accepted: number;
    /** True where the settings switch it off: it judged nothing. */
    readonly off: boolean;
}

/** A requirement on an organisation, and what is known of it. */
export interface PartRowState {
    readonly id: string;
    /** The element, area or practice. */
    readonly group: string;
    readonly title: string;
    readonly state: PartState;
    /** What a person says; `null` where nothing is said. Where rules find it unmet, it differs from the state. */
    readonly stated: PartState | null;
    /** Where the state comes from: rules that find it unmet, a person's word, or nothing. */
    readonly source: 'rules' | 'person' | 'nothing';
    /** True where a person says that it is met, and rules find it unmet. */
    readonly contradicted: boolean;
    /** 1 to 4, as stated. */
    readonly maturity: number | null;
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    readonly evidenceUntil: string | null;
    readonly due: string | null;
    /** Why what is stated does not count, as the end of a sentence; `null` where it counts, or nothing is stated. */
    readonly lapse: string | null;
    /** The rules that judge a part of it: in the whole model, or of a party in what it is responsible for. */
    readonly judgedBy: readonly Judge[];
    /** How much of it a model shows. */
    readonly shown: Shown;
    readonly why: string;
    readonly sureness: Sureness;
    readonly doubt: string | null;
    /** Related places in laws and frameworks, each with its source and how sure it is. */
    readonly seeAlso: readonly RegulationReference[];
}

/** Whose requirements these are: the programme of the owner, or a party. */
export interface PartHolder {
    readonly kind: 'programme' | 'party';
    readonly id: string;
    readonly title: string | null;
    readonly roles: readonly PartyRole[];
    readonly certificates: readonly CertificateRow[];
    readonly rows: readonly PartRowState[];
}

/** A certificate of a party or product. */
export interface CertificateRow {
    readonly text: string;
    readonly version: string | null;
    readonly dated: string | null;
    /** The last day; `null` where it is not said, or cannot be read. */
    readonly until: string | null;
    /** True where the text has a day or a time that cannot be read. */
    readonly unread: boolean;
    /** `null` where it is not known until when it is valid. */
    readonly expired: boolean | null;
}

/** A part of the standard as a model stands to it. */
export interface PartAssessment {
    readonly part: PartId;
    readonly standard: string;
    readonly on: string;
    /** How sure the list of requirements is. */
    readonly source: string;
    /** Empty where the model declares no programme, or no party of such a role. */
    readonly holders: readonly PartHolder[];
}
