import type { Model, Origin } from '../model/index.ts';
import { modelNames, placeOf } from './risk-from-model.ts';
import type { RiskMatrix } from './risk-matrix.ts';
import { defaultMatrix } from './risk-matrix.ts';
import type { MatrixProblem } from './risk-reader.ts';
import { Reader, readTolerable } from './risk-reader.ts';
import { readMatrix, readOverSettings } from './risk-written.ts';

/** A matrix, or what is wrong with the one that was given; where something is wrong no risk is assessed. */
export interface MatrixReading {
    readonly matrix: RiskMatrix | null;
    readonly problems: readonly (MatrixProblem & {
        /** Where it is in the model; `null` for the settings. */
        readonly at: Origin | null;
    })[];
    /**
     * What of an underlying matrix (of the settings, or a preset) does not fit what is said above it, and counts no
     * more; for a sentence.
     */
    readonly leftAside: readonly string[];
}

/** What counts where the settings give no matrix. */
export const defaultMatrixReading: MatrixReading = { matrix: defaultMatrix, problems: [], leftAside: [] };

/**
 * Reads the matrix of the settings.
 * @param value `null` or absent for the default, the name of a preset, or an object as docs/risk.md describes it;
 *     names, rows and cells in the order in which the site writes them, 1 being the first
 * @returns never throws; `matrix` is `null` exactly where `problems` says why
 */
export function readRiskMatrix(value: unknown): MatrixReading {
    if (value === null || value === undefined) return defaultMatrixReading;
    const reader = new Reader(key => `riskMatrix${key === '' ? '' : `.${key}`}`);
    const leftAside: string[] = [];
    const matrix = readMatrix(reader, value, leftAside);
    return {
        matrix: reader.problems.length > 0 || !matrix ? null : { ...matrix, origin: 'settings' },
        problems: reader.problems.map(problem => ({ ...problem, at: null })),
        leftAside,
    };
}

/**
 * The matrix that counts for a model: the one in its `system`, written over the one of the settings (or over a preset
 * that it names); what it does not say comes from there as far as it fits, and `leftAside` names the rest.
 * `tolerable-risk` of the system comes before that of the settings.
 * @param below the matrix of the settings
 * @returns never throws; `matrix` is `null` where none can be used, and `problems` says why
 */
export function matrixOf(model: Model, below: MatrixReading): MatrixReading {
    const { system } = model;
    if (!system || (!system.matrix && system.tolerableRisk === null)) return below;
    const reader = new Reader(modelNames);
    const leftAside = [...below.leftAside];
    const own = system.matrix;
    const matrix = own ? readOverSettings(reader, own, below.matrix, leftAside) : below.matrix;
    const broken = reader.problems.length > 0;
    const tolerable =
        matrix && system.tolerableRisk !== null
            ? readTolerable(reader, 'tolerable', system.tolerableRisk, matrix.bands, matrix.ordinal)
            : (matrix?.tolerable ?? null);
    return {
        matrix: matrix && !broken ? { ...matrix, origin: own ? 'model' : matrix.origin, tolerable } : null,
        problems: [
            ...below.problems,
            ...reader.problems.map(problem => ({ ...problem, at: placeOf(system, problem.key) })),
        ],
        leftAside,
    };
}
