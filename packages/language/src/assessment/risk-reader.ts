import { frAbbreviations } from '../catalogue/index.ts';
import type { Axis, Band, Cells, ConsequenceClass, TargetRule } from './risk-matrix.ts';
import { factorThresholds } from './risk-matrix.ts';

/** What is wrong with a matrix. */
export interface MatrixProblem {
    /** A whole sentence that names what it speaks of as the author wrote it. */
    readonly message: string;
    /** The key of the settings, or what corresponds to it in a model: `cells[1]`. */
    readonly key: string;
}

/** An object of unknown content: any of the keys that are read here may be in it. */
export type Json = {
    readonly [
        key in
            | 'preset'
            | 'name'
            | 'likelihood'
            | 'consequence'
            | 'cells'
            | 'bands'
            | 'tolerable'
            | 'classes'
            | 'slT'
            | 'levels'
            | 'first'
            | 'to'
            | 'targets'
            | 'rule'
            | 'thresholds'
    ]?: unknown;
};

/** Gathers problems while it reads; never throws. */
export class Reader {
    readonly problems: MatrixProblem[] = [];
    private readonly names: (key: string) => string;

    /** @param names what a key is called where the author wrote it */
    constructor(names: (key: string) => string) {
        this.names = names;
    }

    wrong(key: string, what: string): null {
        this.problems.push({ message: `${this.names(key)} ${what}.`, key });
        return null;
    }
}

export function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string' && each !== '');
}

function isSize(value: unknown): value is number {
    return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= 20;
}

/** Names, a number of levels, or `{ "levels": …, "first": "highest" }`; as the site writes them, first one first. */
export function readAxis(reader: Reader, key: string, value: unknown, fallback: Axis): Axis | null {
    if (value === undefined) return fallback;
    const written = isObject(value) ? value.levels : value;
    const first = isObject(value) ? (value.first ?? 'lowest') : 'lowest';
    if (first !== 'lowest' && first !== 'highest')
        return reader.wrong(`${key}.first`, 'has to be "lowest" or "highest"');
    const levels = isSize(written) ? Array.from({ length: written }, (_, index) => String(index + 1)) : written;
    if (!isTexts(levels) || !isSize(levels.length))
        return reader.wrong(key, 'has to be 2 to 20 names, or their number');
    return { levels: first === 'lowest' ? levels : [...levels].reverse(), first };
}

/** Bands: names, lowest first, or names with the highest number that belongs to each. */
export function readBands(reader: Reader, value: unknown, fallback: readonly Band[]): readonly Band[] | null {
    if (value === undefined) return fallback;
    const bands = isTexts(value)
        ? value.map((name, index) => ({ name, to: index + 1 }))
        : Array.isArray(value) && value.every(isBand)
          ? value.map(({ name, to }) => ({ name, to }))
          : [];
    if (bands.length === 0 || bands.some((band, index) => index > 0 && band.to <= bands[index - 1]!.to)) {
        return reader.wrong(
            'bands',
            'has to be names, lowest first, or names that each have the highest number ("to") of the band, rising',
        );
    }
    const twice = bands.find((band, index) => bands.findIndex(({ name }) => name === band.name) < index);
    return twice ? reader.wrong('bands', `names ${JSON.stringify(twice.name)} twice`) : bands;
}

function isBand(value: unknown): value is Band {
    return (
        isObject(value) &&
        'name' in value &&
        typeof value.name === 'string' &&
        value.name !== '' &&
        Number.isFinite(value.to)
    );
}

/** Turns rows as written, first level first, into rows lowest first. */
function lowestFirst<T>(axis: Axis, written: readonly T[]): readonly T[] {
    return axis.first === 'lowest' ? written : [...written].reverse();
}

export interface ReadCells {
    readonly cells: Cells;
    /** True where they name bands. */
    readonly named: boolean;
}

/** Rows of numbers or of bands, as written; `null` and a problem for each row that is wrong. */
export function readCells(
    reader: Reader,
    key: string,
    value: unknown,
    likelihood: Axis,
    consequence: Axis,
    bands: readonly Band[],
): ReadCells | null {
    const height = consequence.levels.length;
    const width = likelihood.levels.length;
    if (!Array.isArray(value) || value.length !== height || !value.every(Array.isArray)) {
        return reader.wrong(
            key,
            `has to hold ${height} rows, one for each consequence, of ${width} cells, one for each likelihood`,
        );
    }
    const rows = value as readonly (readonly unknown[])[];
    const numbers = rows.map((row, index) => readRow(reader, `${key}[${index}]`, row, width, bands));
    if (numbers.includes(null)) return null;
    return {
        cells: lowestFirst(
            consequence,
            numbers.map(row => lowestFirst(likelihood, row!)),
        ),
        named: rows.flat().some(cell => typeof cell === 'string'),
    };
}

function readRow(
    reader: Reader,
    key: string,
    row: readonly unknown[],
    width: number,
    bands: readonly Band[],
): readonly number[] | null {
    if (row.length !== width)
        return reader.wrong(key, `has to hold ${width} cells, one for each likelihood; it holds ${row.length}`);
    const numbers = row.map(cell => readRisk(cell, bands));
    const bad = numbers.indexOf(null);
    if (bad < 0) return numbers as number[];
    return reader.wrong(
        key,
        `holds ${JSON.stringify(row[bad])}, which is neither a number from 0 nor one of the bands${bandList(bands)}`,
    );
}

function bandList(bands: readonly Band[]): string {
    return bands.length === 0 ? '' : ` (${bands.map(band => JSON.stringify(band.name)).join(', ')})`;
}

/** A number, or the name of a band, whose upper end is meant; `null` for anything else. */
function readRisk(value: unknown, bands: readonly Band[]): number | null {
    if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
    return bands.find(band => band.name === value)?.to ?? null;
}

/**
 * A tolerable risk.
 * @param ordinal true where cells name bands: a number is the rank of one then, and has to be one
 */
export function readTolerable(
    reader: Reader,
    key: string,
    value: unknown,
    bands: readonly Band[],
    ordinal: boolean,
): number | null {
    if (value === undefined) return null;
    const number = readRisk(value, bands);
    if (number !== null && (!ordinal || bands.some(band => band.to === number))) return number;
    return reader.wrong(
        key,
        ordinal
            ? `is ${JSON.stringify(value)}, which is not one of the bands${bandList(bands)}`
            : `has to be a number from 0 or the name of a band${bandList(bands)}`,
    );
}

function readTargets(reader: Reader, key: string, value: unknown): readonly number[] | null {
    if (value === undefined) return null;
    const indices = isTexts(value) ? value.map(abbr => frAbbreviations.indexOf(abbr)) : [-1];
    if (indices.includes(-1)) return reader.wrong(key, `has to name some of ${frAbbreviations.join(' ')}`);
    return indices;
}

const classKeys = ['consequence', 'cells', 'tolerable', 'targets'];

/** What differs for each consequence class; what a class does not say comes from the class of that name in `base`. */
export function readClasses(
    reader: Reader,
    value: unknown,
    axes: { readonly likelihood: Axis; readonly consequence: Axis },
    bands: readonly Band[],
    ordinal: boolean,
    base: readonly ConsequenceClass[],
): readonly ConsequenceClass[] {
    if (value === undefined) return base;
    if (!isObject(value)) {
        reader.wrong('classes', 'has to hold one object for each class, such as "safety": { … }');
        return base;
    }
    const { likelihood, consequence } = axes;
    const read = Object.entries(value).flatMap(([name, entry]): ConsequenceClass[] => {
        const key = `classes.${name}`;
        if (!isObject(entry)) {
            reader.wrong(key, 'has to be an object');
            return [];
        }
        const strange = Object.keys(entry).find(each => !classKeys.includes(each));
        if (strange !== undefined) reader.wrong(`${key}.${strange}`, `is unknown: a class has ${classKeys.join(', ')}`);
        const levels = entry.consequence;
        const fits = levels === undefined || (isTexts(levels) && levels.length === consequence.levels.length);
        if (!fits)
            reader.wrong(`${key}.consequence`, `has to name ${consequence.levels.length} levels, as the matrix has`);
        const cells =
            entry.cells === undefined
                ? null
                : readCells(reader, `${key}.cells`, entry.cells, likelihood, consequence, bands);
        if (cells && cells.named !== ordinal) {
            reader.wrong(
                `${key}.cells`,
                ordinal ? 'has to name bands, as the matrix does' : 'has to hold numbers, as the matrix does',
            );
        }
        const before = base.find(each => each.name.toLowerCase() === name.toLowerCase());
        return [
            {
                name,
                levels: isTexts(levels) ? lowestFirst(consequence, levels) : (before?.levels ?? null),
                cells: cells?.cells ?? before?.cells ?? null,
                tolerable:
                    readTolerable(reader, `${key}.tolerable`, entry.tolerable, bands, ordinal) ??
                    before?.tolerable ??
                    null,
                targets: readTargets(reader, `${key}.targets`, entry.targets) ?? before?.targets ?? null,
            },
        ];
    });
    const named = new Set(read.map(each => each.name.toLowerCase()));
    return [...base.filter(each => !named.has(each.name.toLowerCase())), ...read];
}

function isLevels(value: unknown): value is readonly number[] {
    return Array.isArray(value) && value.every(each => Number.isInteger(each) && each >= 0 && each <= 4);
}

/** How a risk suggests an SL-T; `usual` where nothing is said. */
export function readTargetRule(
    reader: Reader,
    value: unknown,
    ordinal: boolean,
    bands: readonly Band[],
    usual: TargetRule,
): TargetRule {
    if (value === undefined) return usual;
    if (isObject(value)) {
        if (value.rule === 'steps' && bands.length > 0 && value.levels === undefined) return { kind: 'steps' };
        if (
            value.rule === 'bands' &&
            isLevels(value.levels) &&
            value.levels.length === bands.length &&
            bands.length > 0
        ) {
            return { kind: 'bands', levels: value.levels };
        }
        if (value.rule === 'factor' && !ordinal) {
            const thresholds = value.thresholds ?? factorThresholds;
            const rising =
                Array.isArray(thresholds) &&
                thresholds.length === 4 &&
                thresholds.every(
                    (each, index) => Number.isFinite(each) && (index === 0 || each > thresholds[index - 1]),
                );
            if (rising) return { kind: 'factor', thresholds };
        }
    }
    reader.wrong(
        'slT',
        'has to be factor with four rising thresholds, steps, or bands with one SL, 0 to 4, a band; ' +
            'factor needs numbers in the cells, the others need bands',
    );
    return usual;
}
