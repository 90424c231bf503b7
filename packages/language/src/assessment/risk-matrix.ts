/**
 * A risk matrix, brought into one form: both axes lowest first, numbers in the cells, bands where the site names them.
 * However a site writes its matrix, everything behind this module works on this form.
 */
export interface RiskMatrix {
    /** How it is called in a report. */
    readonly name: string;
    /** Where it is published; `null` for a site's own. */
    readonly source: string | null;
    readonly origin: 'default' | 'settings' | 'model';
    readonly likelihood: Axis;
    readonly consequence: Axis;
    /** The risk of each cell: one row a consequence, one number a likelihood, both lowest first. Higher is worse. */
    readonly cells: Cells;
    /** Named bands of risk, lowest first; empty where risk is a plain number. */
    readonly bands: readonly Band[];
    /** True where the cells name bands: their numbers are ranks then, of which no ratio makes sense. */
    readonly ordinal: boolean;
    /** The highest risk that is tolerated; `null` where nobody said. */
    readonly tolerable: number | null;
    readonly classes: readonly ConsequenceClass[];
    readonly targetRule: TargetRule;
}

/** The risks by likelihood and consequence. */
export type Cells = readonly (readonly number[])[];

/** The grades of likelihood or consequence, from 1. */
export interface Axis {
    /** The names of the levels, lowest first. */
    readonly levels: readonly string[];
    /** Which end of the axis the site numbers 1. */
    readonly first: 'lowest' | 'highest';
}

/** Risks that have a name together. */
export interface Band {
    readonly name: string;
    /** The highest risk that belongs to it. */
    readonly to: number;
}

/** What differs for one kind of consequence, such as safety or the environment. */
export interface ConsequenceClass {
    readonly name: string;
    /** The names of the consequence levels for this class, lowest first; `null`: those of the matrix. */
    readonly levels: readonly string[] | null;
    readonly cells: Cells | null;
    readonly tolerable: number | null;
    /** The foundational requirements (0 to 6) whose SL-T such a threat moves; `null`: all seven. */
    readonly targets: readonly number[] | null;
}

/**
 * How an SL-T is suggested from a risk (a convention: IEC 62443-3-2 leaves the method free). `factor`: unmitigated risk
 * divided by tolerable risk; the SL-T is the number of thresholds that the factor exceeds. `steps`: one level for each
 * band between the tolerable risk and the unmitigated one. `bands`: a level for each band of the unmitigated risk.
 */
export type TargetRule =
    | { readonly kind: 'factor'; readonly thresholds: readonly number[] }
    | { readonly kind: 'steps' }
    | { readonly kind: 'bands'; /** One level for each band of the matrix. */ readonly levels: readonly number[] };

/** Exceeded by factors above 1, 2, 3 and 4: SL 1, 2, 3 and 4. */
export const factorThresholds: readonly number[] = [1, 2, 3, 4];

/** Likelihood times consequence, counted from 1. */
export function productCells(consequences: number, likelihoods: number): Cells {
    return Array.from({ length: consequences }, (_, consequence) =>
        Array.from({ length: likelihoods }, (__, likelihood) => (consequence + 1) * (likelihood + 1)),
    );
}

const fiveLevels = ['1', '2', '3', '4', '5'];

/**
 * What counts where a site gives no matrix: five by five, likelihood times consequence. A convention, not of the
 * standard.
 */
export const defaultMatrix: RiskMatrix = {
    name: '5 × 5, likelihood times consequence',
    source: null,
    origin: 'default',
    likelihood: { levels: fiveLevels, first: 'lowest' },
    consequence: { levels: fiveLevels, first: 'lowest' },
    cells: productCells(5, 5),
    bands: [],
    ordinal: false,
    tolerable: null,
    classes: [],
    targetRule: { kind: 'factor', thresholds: factorThresholds },
};

/**
 * The position on an axis of a number as the site writes it.
 * @param written 1 for the first level as the site counts
 * @returns 0 for the lowest level; `null` outside of the axis
 */
export function positionOf(axis: Axis, written: number): number | null {
    if (!Number.isInteger(written) || written < 1 || written > axis.levels.length) return null;
    return axis.first === 'lowest' ? written - 1 : axis.levels.length - written;
}

/** The number that the site writes for a position; the inverse of {@link positionOf}. */
export function writtenOf(axis: Axis, position: number): number {
    return axis.first === 'lowest' ? position + 1 : axis.levels.length - position;
}

/** The band of a risk; `null` where the matrix names none. A risk above the last band belongs to the last one. */
export function bandOf(matrix: RiskMatrix, risk: number): Band | null {
    return matrix.bands.find(band => risk <= band.to) ?? matrix.bands.at(-1) ?? null;
}

/** A risk as it is printed: the band with its number, the band alone where numbers are only ranks, or the number. */
export function riskLabel(matrix: RiskMatrix, risk: number): string {
    const band = bandOf(matrix, risk);
    if (!band) return String(risk);
    return matrix.ordinal ? band.name : `${risk} (${band.name})`;
}

/** The class with a name, letter case aside. */
export function classOf(matrix: RiskMatrix, name: string | null): ConsequenceClass | null {
    if (name === null) return null;
    return matrix.classes.find(each => each.name.toLowerCase() === name.toLowerCase()) ?? null;
}
