// The parts of a report about what changes and what runs: the roadmap, days to come, functions, and what was found.

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
    readonly open: readonly { readonly what: string; readonly takes: string }[];
    /** What the dates of the model close by themselves, and what the plan cannot speak of. */
    readonly notes: readonly string[];
}

/** A countermeasure of the plan: when, by whom, and what it closes. */
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

/** One thing as declared, as configured in firewalls and as observed, and what follows from the comparison. */
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
