import type { Model } from '../model/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Axis, Band, Cells, ConsequenceClass, RiskMatrix, TargetRule } from './risk-matrix.ts';
import { defaultMatrix, factorThresholds, productCells } from './risk-matrix.ts';
import { riskPresets } from './risk-presets.ts';

/** A matrix, or what is wrong with the one that was given; where something is wrong no risk is assessed. */
export interface MatrixReading {
    readonly matrix: RiskMatrix | null;
    /** Whole sentences, each with the key that it speaks of. */
    readonly problems: readonly string[];
    /** Where the wrong one stands: in the settings or in the `system` of the model. */
    readonly from: 'default' | 'settings' | 'model';
}

const keys = ['preset', 'name', 'likelihood', 'consequence', 'cells', 'bands', 'tolerable', 'classes', 'slT'];

/** An object of unknown content: any of the keys that are read here may stand in it. */
type Json = {
    readonly [key in 'preset' | 'name' | 'likelihood' | 'consequence' | 'cells' | 'bands' | 'tolerable' | 'classes' | 'slT'
        | 'levels' | 'first' | 'to' | 'targets' | 'rule' | 'thresholds']?: unknown;
};

/** Gathers problems while it reads; never throws. */
class Reader {
    readonly problems: string[] = [];

    wrong(key: string, what: string): null {
        this.problems.push(`riskMatrix${key === '' ? '' : `.${key}`} ${what}.`);
        return null;
    }
}

function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string' && each !== '');
}

/** Names, a number of levels, or `{ "levels": …, "first": "highest" }`; as the site writes them, first one first. */
function readAxis(reader: Reader, key: string, value: unknown, fallback: Axis): Axis | null {
    if (value === undefined) return fallback;
    const written = isObject(value) ? value.levels : value;
    const first = isObject(value) ? value.first ?? 'lowest' : 'lowest';
    if (first !== 'lowest' && first !== 'highest') return reader.wrong(`${key}.first`, 'has to be "lowest" or "highest"');
    if (typeof written === 'number' && Number.isInteger(written) && written >= 2 && written <= 20) {
        const levels = Array.from({ length: written }, (_, index) => String(index + 1));
        return { levels: first === 'lowest' ? levels : levels.reverse(), first };
    }
    if (isTexts(written) && written.length >= 2 && written.length <= 20) {
        return { levels: first === 'lowest' ? written : [...written].reverse(), first };
    }
    return reader.wrong(key, 'has to be 2 to 20 names, or how many levels there are');
}

/** Bands: names, lowest first, or names with the highest number that belongs to each. */
function readBands(reader: Reader, value: unknown, fallback: readonly Band[]): readonly Band[] | null {
    if (value === undefined) return fallback;
    if (isTexts(value)) return value.map((name, index) => ({ name, to: index + 1 }));
    if (Array.isArray(value) && value.length > 0 && value.every(isBand)) {
        const bands = value.map(each => ({ name: each.name, to: each.to }));
        if (bands.every((band, index) => index === 0 || band.to > bands[index - 1]!.to)) return bands;
    }
    return reader.wrong('bands', 'has to be names, lowest first, or { "name", "to" } with rising numbers');
}

function isBand(value: unknown): value is Band {
    return isObject(value) && typeof value.name === 'string' && Number.isFinite(value.to);
}

/** Turns rows as written, first level first, into rows lowest first. */
function lowestFirst<T>(axis: Axis, written: readonly T[]): readonly T[] {
    return axis.first === 'lowest' ? written : [...written].reverse();
}

interface ReadCells {
    readonly cells: Cells;
    readonly named: boolean;
}

function readCells(
    reader: Reader, key: string, value: unknown, likelihood: Axis, consequence: Axis, bands: readonly Band[],
): ReadCells | null {
    const height = consequence.levels.length;
    const width = likelihood.levels.length;
    if (!Array.isArray(value) || value.length !== height || !value.every(row => Array.isArray(row) && row.length === width)) {
        return reader.wrong(key, `has to hold ${height} rows, one a consequence, of ${width} cells, one a likelihood`);
    }
    const rows: readonly (readonly unknown[])[] = value;
    const named = rows.flat().some(cell => typeof cell === 'string');
    const numbers = rows.map(row => row.map(cell => cellNumber(cell, bands)));
    const bad = rows.flat().find((_, index) => numbers.flat()[index] === null);
    if (bad !== undefined || numbers.flat().includes(null)) {
        return reader.wrong(key, `holds ${JSON.stringify(bad)}, which is neither a number from 0 nor one of the bands`);
    }
    return { cells: lowestFirst(consequence, numbers.map(row => lowestFirst(likelihood, row as number[]))), named };
}

function cellNumber(cell: unknown, bands: readonly Band[]): number | null {
    if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? cell : null;
    const rank = bands.findIndex(band => band.name === cell);
    return rank < 0 ? null : bands[rank]!.to;
}

/** A number, or the name of a band, whose upper end is meant. */
function readTolerable(reader: Reader, key: string, value: unknown, bands: readonly Band[]): number | null {
    if (value === undefined) return null;
    const number = cellNumber(value, bands);
    return number === null ? reader.wrong(key, 'has to be a number from 0 or the name of a band') : number;
}

function readTargets(reader: Reader, key: string, value: unknown): readonly number[] | null {
    if (value === undefined) return null;
    const indices = isTexts(value) ? value.map(abbr => frAbbreviations.indexOf(abbr)) : [-1];
    if (indices.includes(-1)) return reader.wrong(key, `has to name some of ${frAbbreviations.join(' ')}`);
    return indices;
}

function readClasses(
    reader: Reader, value: unknown, likelihood: Axis, consequence: Axis, bands: readonly Band[],
): readonly ConsequenceClass[] {
    if (value === undefined) return [];
    if (!isObject(value)) {
        reader.wrong('classes', 'has to hold one object a class, such as "safety": { … }');
        return [];
    }
    return Object.entries(value).flatMap(([name, entry]): ConsequenceClass[] => {
        const key = `classes.${name}`;
        if (!isObject(entry)) {
            reader.wrong(key, 'has to be an object');
            return [];
        }
        const strange = Object.keys(entry).find(each => !['consequence', 'cells', 'tolerable', 'targets'].includes(each));
        if (strange !== undefined) reader.wrong(`${key}.${strange}`, 'is unknown: a class has consequence, cells, tolerable and targets');
        const levels = entry.consequence;
        const fits = levels === undefined || (isTexts(levels) && levels.length === consequence.levels.length);
        if (!fits) reader.wrong(`${key}.consequence`, `has to name ${consequence.levels.length} levels, as the matrix has`);
        const cells = entry.cells === undefined ? null : readCells(reader, `${key}.cells`, entry.cells, likelihood, consequence, bands);
        return [{
            name,
            levels: isTexts(levels) ? lowestFirst(consequence, levels) : null,
            cells: cells?.cells ?? null,
            tolerable: readTolerable(reader, `${key}.tolerable`, entry.tolerable, bands),
            targets: readTargets(reader, `${key}.targets`, entry.targets),
        }];
    });
}

function isLevels(value: unknown): value is readonly number[] {
    return Array.isArray(value) && value.every(each => Number.isInteger(each) && each >= 0 && each <= 4);
}

function readTargetRule(reader: Reader, value: unknown, ordinal: boolean, bands: readonly Band[], fallback: TargetRule | null): TargetRule {
    const usual: TargetRule = fallback ?? (ordinal ? { kind: 'steps' } : { kind: 'factor', thresholds: factorThresholds });
    if (value === undefined) return usual;
    if (isObject(value)) {
        if (value.rule === 'steps' && bands.length > 0) return { kind: 'steps' };
        if (value.rule === 'bands' && isLevels(value.levels) && value.levels.length === bands.length && bands.length > 0) {
            return { kind: 'bands', levels: value.levels };
        }
        if (value.rule === 'factor' && !ordinal) {
            const thresholds = value.thresholds ?? factorThresholds;
            const rising = Array.isArray(thresholds) && thresholds.length === 4
                && thresholds.every((each, index) => Number.isFinite(each) && (index === 0 || each > thresholds[index - 1]));
            if (rising) return { kind: 'factor', thresholds };
        }
    }
    reader.wrong('slT', 'has to be { "rule": "factor", "thresholds": four rising numbers }, { "rule": "steps" } or '
        + '{ "rule": "bands", "levels": one SL a band }; "factor" needs numbers in the cells, the others need bands');
    return usual;
}

/**
 * Reads the matrix of the settings.
 * @param value `null` or absent for the default, the name of a preset, or an object as docs/risk.md describes it;
 *     names, rows and cells in the order in which the site writes them, 1 being the first
 * @returns never throws; `matrix` is `null` exactly where `problems` says why
 */
export function readRiskMatrix(value: unknown): MatrixReading {
    if (value === null || value === undefined) return { matrix: defaultMatrix, problems: [], from: 'default' };
    const reader = new Reader();
    const matrix = readMatrix(reader, typeof value === 'string' ? { preset: value } : value);
    return { matrix: reader.problems.length > 0 ? null : matrix, problems: reader.problems, from: 'settings' };
}

function readMatrix(reader: Reader, value: unknown): RiskMatrix | null {
    if (!isObject(value)) return reader.wrong('', `has to be an object or one of the presets ${[...riskPresets.keys()].join(', ')}`);
    const strange = Object.keys(value).filter(key => !keys.includes(key));
    for (const key of strange) reader.wrong(key, `is unknown: the keys are ${keys.join(', ')}`);
    const preset = value.preset === undefined ? null : riskPresets.get(String(value.preset));
    if (preset === undefined) return reader.wrong('preset', `has to be one of ${[...riskPresets.keys()].join(', ')}`);
    const base = preset ?? defaultMatrix;
    const likelihood = readAxis(reader, 'likelihood', value.likelihood, base.likelihood);
    const consequence = readAxis(reader, 'consequence', value.consequence, base.consequence);
    const bands = readBands(reader, value.bands, base.bands);
    if (!likelihood || !consequence || !bands) return null;
    const sameSize = likelihood.levels.length === base.likelihood.levels.length
        && consequence.levels.length === base.consequence.levels.length;
    const read = value.cells === undefined ? null : readCells(reader, 'cells', value.cells, likelihood, consequence, bands);
    if (value.cells !== undefined && !read) return null;
    if (preset && !read && !sameSize) return reader.wrong('cells', 'is needed where the axes differ in size from the preset');
    const cells = read?.cells ?? (preset ? preset.cells : productCells(consequence.levels.length, likelihood.levels.length));
    const ordinal = read ? read.named : preset?.ordinal ?? false;
    return {
        name: typeof value.name === 'string' ? value.name : preset?.name ?? "the site's own matrix",
        source: read ? null : preset?.source ?? null,
        origin: 'settings',
        likelihood,
        consequence,
        cells,
        bands,
        ordinal,
        tolerable: readTolerable(reader, 'tolerable', value.tolerable, bands),
        classes: readClasses(reader, value.classes, likelihood, consequence, bands),
        targetRule: readTargetRule(reader, value.slT, ordinal, bands, read ? null : preset?.targetRule ?? null),
    };
}

/**
 * The matrix that counts for a model: the one in its `system`, else the one of the settings, else the default.
 * What `system` does not say (classes, bands, the SL-T rule) comes from the settings where the axes are of equal size.
 * @param settings the value of `riskMatrix` in the settings, unchecked
 */
export function matrixOf(model: Model, settings: unknown): MatrixReading {
    const read = readRiskMatrix(settings);
    const own = model.system?.matrix;
    const tolerable = model.system?.tolerableRisk ?? null;
    if (!own) return read.matrix ? { ...read, matrix: { ...read.matrix, tolerable: tolerable ?? read.matrix.tolerable } } : read;
    const problems: string[] = [];
    if (own.likelihoods.length < 2) problems.push('The matrix names fewer than two likelihoods.');
    if (own.consequences.length < 2) problems.push('The matrix names fewer than two consequences.');
    if (own.cells.length !== own.consequences.length) {
        problems.push(`The matrix has ${own.cells.length} rows for ${own.consequences.length} consequences: one row a consequence, lowest first.`);
    }
    own.cells.forEach((row, index) => {
        if (row.length !== own.likelihoods.length) {
            problems.push(`Row ${index + 1} of the matrix has ${row.length} cells for ${own.likelihoods.length} likelihoods.`);
        }
    });
    if (problems.length > 0) return { matrix: null, problems, from: 'model' };
    const base = read.matrix ?? defaultMatrix;
    const sameSize = base.likelihood.levels.length === own.likelihoods.length && base.consequence.levels.length === own.consequences.length;
    return {
        matrix: {
            name: "the site's own matrix",
            source: null,
            origin: 'model',
            likelihood: { levels: own.likelihoods, first: 'lowest' },
            consequence: { levels: own.consequences, first: 'lowest' },
            cells: own.cells,
            bands: base.ordinal ? [] : base.bands,
            ordinal: false,
            tolerable: tolerable ?? base.tolerable,
            classes: sameSize && !base.ordinal ? base.classes : [],
            targetRule: base.ordinal ? { kind: 'factor', thresholds: factorThresholds } : base.targetRule,
        },
        problems: read.problems,
        from: read.problems.length > 0 ? 'settings' : 'model',
    };
}
