import type { Matrix, MatrixAxis, MatrixRow, Risk } from '../../model/index.ts';
import type { Fact } from './facts.ts';

const written = (risk: Risk): string => (typeof risk === 'number' ? String(risk) : `"${risk}"`);

function fact(label: string, value: string): Fact {
    return { key: label, label, value, weight: 1 };
}

function axis(label: string, of: MatrixAxis | null): Fact[] {
    if (!of) return [];
    return [fact(label, typeof of.levels === 'number' ? String(of.levels) : of.levels.map(written).join(', '))];
}

function rows(label: string, of: readonly MatrixRow[]): Fact[] {
    return of.map((row, index) => fact(`${label} row ${index + 1}`, row.cells.map(written).join(', ')));
}

/** The facts of a risk matrix, in the words of the language: one a statement, so that a changed row is one change. */
export function matrixFacts(matrix: Matrix): Fact[] {
    const { title, preset, bands, targetRule } = matrix;
    return [
        ...title === null ? [] : [fact('matrix title', written(title))],
        ...preset ? [fact('matrix preset', preset.text)] : [],
        ...axis('matrix likelihood', matrix.likelihood), ...axis('matrix consequence', matrix.consequence),
        ...matrix.highestFirst.length > 0 ? [fact('matrix highest-first', matrix.highestFirst.toSorted().join(', '))] : [],
        ...bands ? [fact('matrix bands', bands.bands.map(band => `${written(band.name)}${band.to === null ? '' : ` to ${band.to}`}`).join(', '))] : [],
        ...rows('matrix', matrix.rows),
        ...matrix.categories.flatMap(({ name, consequence, rows: cells, tolerableRisk, targets }) => {
            const label = `matrix category ${name}`;
            return [
                ...axis(`${label} consequence`, consequence), ...rows(label, cells),
                ...tolerableRisk === null ? [] : [fact(`${label} tolerable-risk`, written(tolerableRisk))],
                ...targets.length > 0 ? [fact(`${label} targets`, targets.toSorted().join(', '))] : [],
            ];
        }),
        ...targetRule ? [fact('matrix target-rule', [targetRule.rule, targetRule.levels.join(', ')].join(' ').trim())] : [],
    ];
}
