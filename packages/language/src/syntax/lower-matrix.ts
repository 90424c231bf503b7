import type { Matrix, MatrixAxis, MatrixCategory, MatrixRow, Origin, Repeat, Risk } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import type { Leaf, Tree } from './tree.ts';
import { readString } from './values.ts';

const axes = ['likelihood', 'consequence'] as const;

function risk(leaf: Leaf): Risk {
    return leaf.text.startsWith('"') ? readString(leaf.text) : Number(leaf.text);
}

/** The tolerable risk of a system or a consequence class. */
export function tolerated(block: Block): Risk | null {
    const value = block.of('ToleranceFact', 'tolerable-risk')[0]?.value;
    return value ? risk(value) : null;
}

function axis(
    lowering: Lowering,
    fact: Tree<Ast.LikelihoodFact> | Tree<Ast.ConsequenceFact> | undefined,
): MatrixAxis | null {
    if (!fact) return null;
    const levels = fact.value ? Number(fact.value.text) : (fact.values ?? []).map(leaf => readString(leaf.text));
    return { levels, origin: lowering.origin(fact, fact.key) };
}

function rows(lowering: Lowering, block: Block): readonly MatrixRow[] {
    return block.of('RowFact', 'row').map(fact => ({
        cells: (fact.values ?? []).flatMap(({ value }) => (value ? [risk(value)] : [])),
        origin: lowering.origin(fact, fact.key),
    }));
}

function category(lowering: Lowering, fact: Tree<Ast.CategoryFact>, system: string, repeats: Repeat[]): MatrixCategory {
    const block = new Block(lowering, fact.statements, 'category', system, repeats);
    return {
        name: fact.value?.text ?? '',
        consequence: axis(lowering, block.of('ConsequenceFact', 'consequence')[0]),
        rows: rows(lowering, block),
        tolerableRisk: tolerated(block),
        targets: block.anyWords('targets'),
        origin: lowering.origin(fact, fact.value ?? fact.key),
    };
}

/**
 * The `matrix` of a system as it is written; whether it makes a matrix is judged where it is read
 * (`assessment/risk-settings.ts`).
 */
export function lowerMatrix(lowering: Lowering, systemBlock: Block, system: string, repeats: Repeat[]): Matrix | null {
    const node = systemBlock.of('Matrix')[0];
    if (!node) return null;
    const block = new Block(lowering, node.statements, 'matrix', system, repeats);
    const origin = (fact: { readonly key?: Leaf; readonly start: number; readonly end: number }): Origin =>
        lowering.origin(fact, fact.key);
    const preset = block.of('WordFact', 'preset')[0];
    const bands = block.of('BandsFact', 'bands')[0];
    const rule = block.of('TargetRuleFact', 'target-rule')[0];
    return {
        title: node.title ? readString(node.title.text) : null,
        preset: preset?.value ? { text: preset.value.text, origin: lowering.origin(preset, preset.value) } : null,
        likelihood: axis(lowering, block.of('LikelihoodFact', 'likelihood')[0]),
        consequence: axis(lowering, block.of('ConsequenceFact', 'consequence')[0]),
        highestFirst: block.words('highest-first', axes, 'an axis'),
        bands: bands
            ? {
                  bands: (bands.values ?? []).map(({ name, to }) => ({
                      name: name ? readString(name.text) : '',
                      to: to ? Number(to.text) : null,
                  })),
                  origin: origin(bands),
              }
            : null,
        rows: rows(lowering, block),
        categories: block.of('CategoryFact', 'category').map(fact => category(lowering, fact, system, repeats)),
        targetRule: rule
            ? {
                  rule: rule.value?.text ?? '',
                  levels: (rule.values ?? []).map(leaf => Number(leaf.text)),
                  origin: origin(rule),
              }
            : null,
        origin: lowering.origin(node, { start: node.start, end: node.start + 'matrix'.length }),
    };
}
