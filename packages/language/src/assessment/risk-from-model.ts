import type { Matrix, MatrixAxis, MatrixCategory, MatrixRow, Origin, System } from '../model/index.ts';
import type { Json, Reader } from './risk-reader.ts';

/** What the keys of the settings are called in the text of a model, as the beginning of a sentence. */
export function modelNames(key: string): string {
    const [, group, inner] = /^classes\.([^.]+)(?:\.(.+))?$/.exec(key) ?? [];
    const of = group === undefined ? '' : ` of category ${group}`;
    const own = group === undefined ? key : (inner ?? '');
    const row = /^cells\[(\d+)\]$/.exec(own)?.[1];
    if (row !== undefined) return `Row ${Number(row) + 1}${of || ' of the matrix'}`;
    if (own === '' || own === 'cells') return group === undefined ? 'The matrix' : `Category ${group}`;
    const word = own === 'tolerable' ? 'tolerable-risk' : own === 'slT' ? 'target-rule' : own;
    return `'${word}'${of}`;
}

function axisValue(reader: Reader, own: Matrix, key: 'likelihood' | 'consequence'): unknown {
    const first = own.highestFirst.includes(key) ? 'highest' : 'lowest';
    if (own[key]) return { levels: own[key].levels, first };
    if (first === 'highest')
        reader.wrong(
            key,
            'has its highest level first, but the matrix does not name its levels: add their names or their number',
        );
    return undefined;
}

const cellsOf = (rows: readonly MatrixRow[]): unknown => (rows.length === 0 ? undefined : rows.map(row => row.cells));
const levelsOf = (axis: MatrixAxis | null): unknown => axis?.levels;

function classValue({ consequence, rows, tolerableRisk, targets }: MatrixCategory): object {
    return {
        ...(consequence && { consequence: levelsOf(consequence) }),
        ...(rows.length > 0 && { cells: cellsOf(rows) }),
        ...(tolerableRisk !== null && { tolerable: tolerableRisk }),
        ...(targets.length > 0 && { targets }),
    };
}

/**
 * The matrix of a model as the settings would say it: with one reader for both, neither can say more than the other.
 */
export function modelMatrix(reader: Reader, own: Matrix): Json {
    own.categories.forEach((each, index) => {
        const first = own.categories.findIndex(({ name }) => name.toLowerCase() === each.name.toLowerCase());
        if (first < index)
            reader.wrong(
                `classes.${each.name}`,
                'is in the matrix twice: write what differs for a consequence class in one block',
            );
    });
    const { bands, targetRule } = own;
    return {
        preset: own.preset?.text,
        name: own.title ?? undefined,
        likelihood: axisValue(reader, own, 'likelihood'),
        consequence: axisValue(reader, own, 'consequence'),
        bands: bands?.bands.every(band => band.to === null) ? bands.bands.map(band => band.name) : bands?.bands,
        cells: cellsOf(own.rows),
        classes:
            own.categories.length === 0
                ? undefined
                : Object.fromEntries(own.categories.map(each => [each.name, classValue(each)])),
        slT: targetRule
            ? {
                  rule: targetRule.rule,
                  ...(targetRule.levels.length > 0 && {
                      [targetRule.rule === 'factor' ? 'thresholds' : 'levels']: targetRule.levels,
                  }),
              }
            : undefined,
    };
}

/** Where in the text of a model stands what a key speaks of. */
export function placeOf(system: System, key: string): Origin {
    const own = system.matrix;
    if (!own || key === 'tolerable') return system.origin;
    const [, group, inner] = /^classes\.([^.]+)(?:\.(.+))?$/.exec(key) ?? [];
    const category = own.categories.findLast(each => each.name === group);
    const row = /^cells\[(\d+)\]$/.exec(group === undefined ? key : (inner ?? ''))?.[1];
    const inside = category ?? own;
    const fact = category
        ? inner === 'consequence'
            ? category.consequence
            : null
        : key === 'likelihood' || key === 'consequence' || key === 'bands' || key === 'preset'
          ? own[key]
          : key === 'slT'
            ? own.targetRule
            : null;
    return (row === undefined ? fact : inside.rows[Number(row)])?.origin ?? inside.origin;
}
