import type { Matrix } from '../model/index.ts';
import { modelMatrix } from './risk-from-model.ts';
import type { Band, RiskMatrix, TargetRule } from './risk-matrix.ts';
import { defaultMatrix, factorThresholds, productCells } from './risk-matrix.ts';
import { riskPresets } from './risk-presets.ts';
import type { Json, Reader } from './risk-reader.ts';
import { isObject, readAxis, readBands, readCells, readClasses, readTargetRule, readTolerable } from './risk-reader.ts';

const keys = ['preset', 'name', 'likelihood', 'consequence', 'cells', 'bands', 'tolerable', 'classes', 'slT'];

/** What a matrix is written over: what it does not say comes from there. */
interface Base {
    readonly matrix: RiskMatrix;
    readonly kind: 'default' | 'preset' | 'settings';
}

const nothing: Base = { matrix: defaultMatrix, kind: 'default' };

/** What counts where nobody says how a risk suggests an SL-T. */
function usualRule(ordinal: boolean): TargetRule {
    return ordinal ? { kind: 'steps' } : { kind: 'factor', thresholds: factorThresholds };
}

/** The rule of an underlying matrix where somebody chose it and it fits; `null` where it does not fit. */
function fittingRule(
    { targetRule: rule, ordinal, bands: before }: RiskMatrix,
    bands: readonly Band[],
    sameUnits: boolean,
    ordinalNow: boolean,
): TargetRule | null {
    const chosen = JSON.stringify(rule) !== JSON.stringify(usualRule(ordinal));
    if (!chosen) return usualRule(ordinalNow);
    const fits =
        rule.kind === 'factor'
            ? !ordinalNow
            : bands.length > 0 && (rule.kind === 'steps' || (sameUnits && bands.length === before.length));
    return fits ? rule : null;
}

/** Reads one matrix over another; `null` where axes, bands or cells cannot be read. */
function readOver(reader: Reader, value: Json, below: Base, leftAside: string[]): RiskMatrix | null {
    for (const key of Object.keys(value))
        if (!keys.includes(key)) reader.wrong(key, `is unknown: the keys are ${keys.join(', ')}`);
    const preset = value.preset === undefined ? null : riskPresets.get(String(value.preset));
    if (preset === undefined) return reader.wrong('preset', `has to be one of ${[...riskPresets.keys()].join(', ')}`);
    const { matrix: base, kind }: Base = preset ? { matrix: preset, kind: 'preset' } : below;
    const likelihood = readAxis(reader, 'likelihood', value.likelihood, base.likelihood);
    const consequence = readAxis(reader, 'consequence', value.consequence, base.consequence);
    const given = readBands(reader, value.bands, base.bands);
    if (!likelihood || !consequence || !given) return null;
    const read =
        value.cells === undefined ? null : readCells(reader, 'cells', value.cells, likelihood, consequence, given);
    if (value.cells !== undefined && !read) return null;
    const ordinal = read?.named ?? base.ordinal;
    const sameSize =
        likelihood.levels.length === base.likelihood.levels.length &&
        consequence.levels.length === base.consequence.levels.length;
    if (!read && !sameSize && kind !== 'default') {
        return reader.wrong(
            'cells',
            'needs rows of its own where the axes differ in size from ' +
                `${kind === 'preset' ? 'the preset' : 'riskMatrix in the settings'}`,
        );
    }
    if (!read && ordinal && given.length !== base.bands.length)
        return reader.wrong('bands', `has to name ${base.bands.length}, as many as ${base.name} has`);
    if (!ordinal && value.bands !== undefined && given.every((band, index) => band.to === index + 1)) {
        reader.wrong('bands', 'needs the highest number of each band ("to") where the cells are numbers');
    }
    // Ranks of bands and numbers are different units: what is counted in the one says nothing in the other.
    const sameUnits = ordinal === base.ordinal && (!ordinal || value.bands === undefined || !read);
    const left = (what: string): void =>
        void leftAside.push(`${what} of ${kind === 'preset' ? 'the preset' : 'riskMatrix in the settings'}`);
    const strayBands = !ordinal && base.ordinal && value.bands === undefined;
    if (strayBands) left('the bands');
    const bands = strayBands ? [] : given;
    if (!sameUnits && base.tolerable !== null && value.tolerable === undefined) left('the tolerable risk');
    const keptRule = fittingRule(base, bands, sameUnits, ordinal);
    if (!keptRule && value.slT === undefined) left('the rule for the SL-T');
    const classes =
        sameSize && sameUnits
            ? base.classes
            : base.classes.map(each => {
                  if (each.levels || each.cells || each.tolerable !== null)
                      left(`what differs for consequence class ${each.name}`);
                  return { ...each, levels: null, cells: null, tolerable: null };
              });
    const matrix: RiskMatrix = {
        name: typeof value.name === 'string' ? value.name : read || !sameSize ? "the site's own matrix" : base.name,
        source: read ? null : base.source,
        origin: base.origin,
        likelihood,
        consequence,
        cells:
            read?.cells ?? (sameSize ? base.cells : productCells(consequence.levels.length, likelihood.levels.length)),
        bands,
        ordinal,
        tolerable:
            readTolerable(reader, 'tolerable', value.tolerable, bands, ordinal) ?? (sameUnits ? base.tolerable : null),
        classes: readClasses(reader, value.classes, { likelihood, consequence }, bands, ordinal, classes),
        targetRule: readTargetRule(reader, value.slT, ordinal, bands, keptRule ?? usualRule(ordinal)),
    };
    if (value.bands !== undefined) checkEnd(reader, matrix);
    return matrix;
}

/** The last band has to hold the highest risk: what is above it would be counted to it, whatever its number says. */
function checkEnd(reader: Reader, { bands, ordinal, cells, classes }: RiskMatrix): void {
    const last = bands.at(-1);
    const highest = Math.max(...cells.flat(), ...classes.flatMap(each => each.cells?.flat() ?? []));
    if (last && !ordinal && last.to < highest)
        reader.wrong(
            'bands',
            `ends with ${JSON.stringify(last.name)} at ${last.to}, but the cells go up to ${highest}`,
        );
}

/**
 * Reads the matrix of the settings.
 * @param value the name of a preset, or an object
 * @param leftAside gets what of a preset does not fit
 * @returns `null` where it cannot be read; the reader has the problems
 */
export function readMatrix(reader: Reader, value: unknown, leftAside: string[]): RiskMatrix | null {
    const given = typeof value === 'string' ? { preset: value } : value;
    return isObject(given)
        ? readOver(reader, given, nothing, leftAside)
        : reader.wrong('', `has to be an object or one of the presets ${[...riskPresets.keys()].join(', ')}`);
}

/**
 * Reads the matrix of a model, written over the one of the settings unless it names a preset.
 * @param settled the matrix of the settings
 * @param leftAside gets what of an underlying matrix does not fit
 * @returns `null` where it cannot be read; the reader has the problems
 */
export function readOverSettings(
    reader: Reader,
    own: Matrix,
    settled: RiskMatrix | null,
    leftAside: string[],
): RiskMatrix | null {
    const given = settled?.origin === 'settings';
    if (own.preset && given) leftAside.push('all of riskMatrix in the settings');
    const value = modelMatrix(reader, own);
    return readOver(reader, value, given ? { matrix: settled, kind: 'settings' } : nothing, leftAside);
}
