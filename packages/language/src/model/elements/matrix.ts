import type { Origin } from '../place.ts';
import type { Fact, Facts, FactsOf } from '../facts.ts';
import { many, one, ownNames, quoted, collectFacts } from '../facts.ts';
import { writeString } from '../written.ts';
import type { Text } from './common.ts';
import { place } from './common.ts';

/** A risk as it is written: a number, or the name of a band. */
export type Risk = number | string;

/**
 * A site's own risk matrix, as written in `system`, in the order in which it is written: level 1 first. What is `null`
 * or empty is not said there; see docs/risk.md for what counts then.
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

/** The grades of an axis: how many, or their names. */
export interface MatrixAxis {
    /** Their names, or how many there are. */
    readonly levels: readonly string[] | number;
    readonly origin: Origin;
}

/** A band of risks with its name. */
export interface MatrixBand {
    readonly name: string;
    /** The highest number that belongs to it; `null` where rows name the bands. */
    readonly to: number | null;
}

/** The risks of one likelihood. */
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

/** A risk as it is written: a number, or a word in quotes. */
export function riskText(risk: Risk): string {
    return typeof risk === 'number' ? String(risk) : quoted(risk);
}

const cellText = (risk: Risk): string => (typeof risk === 'number' ? String(risk) : writeString(risk));

function axis(label: string): FactsOf<MatrixAxis | null> {
    return of =>
        one(label, of && (typeof of.levels === 'number' ? String(of.levels) : of.levels.map(cellText).join(', ')));
}

/** One fact a row, so that a changed row is one change. */
function rows(label: string): FactsOf<readonly MatrixRow[]> {
    return of => of.flatMap((row, index) => one(`${label} row ${index + 1}`, row.cells.map(cellText).join(', ')));
}

function list(label: string): FactsOf<readonly string[]> {
    return values => one(label, values.length === 0 ? null : values.toSorted().join(', '));
}

function categoryFacts(label: string): Facts<MatrixCategory> {
    return {
        name: name => many('matrix category', [name]),
        consequence: axis(`${label} consequence`),
        rows: rows(label),
        tolerableRisk: risk => one(`${label} tolerable-risk`, risk === null ? null : cellText(risk)),
        targets: list(`${label} targets`),
        origin: place,
    };
}

const matrixFacts = {
    title: title => one('matrix title', title === null ? null : writeString(title)),
    preset: preset => one('matrix preset', preset && preset.text),
    likelihood: axis('matrix likelihood'),
    consequence: axis('matrix consequence'),
    highestFirst: list('matrix highest-first'),
    bands: of =>
        one(
            'matrix bands',
            of && of.bands.map(band => `${cellText(band.name)}${band.to === null ? '' : ` to ${band.to}`}`).join(', '),
        ),
    rows: rows('matrix'),
    categories: all =>
        all.flatMap((category): readonly Fact[] =>
            collectFacts(categoryFacts(`matrix category ${category.name}`), category, ownNames),
        ),
    targetRule: rule => one('matrix target-rule', rule && [rule.rule, rule.levels.join(', ')].join(' ').trim()),
    origin: place,
} satisfies Facts<Matrix>;

/** The facts of a risk matrix, in the words of the language. */
export const matrix: FactsOf<Matrix | null> = (of, names) => (of ? collectFacts(matrixFacts, of, names) : []);
