import type { Mitigation, Repeat, Threat } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import { anyElement, outermost } from './resolve.ts';
import type { Leaf, Tree } from './tree.ts';
import { spanOf } from './values.ts';

/** A threat; grades that are not whole numbers from 1 are reported. */
export function lowerThreat(lowering: Lowering, node: Tree<Ast.Threat>, id: string, repeats: Repeat[]): Threat {
    const block = new Block(lowering, node.statements, 'threat', id, repeats);
    const grade = (leaf: Leaf | undefined, what: string): number | null => {
        if (!leaf) return null;
        if (/^[1-9]\d?$/.test(leaf.text)) return Number(leaf.text);
        lowering.problem('invalid-value', leaf, `${leaf.text} is not a ${what}: grades are whole numbers from 1.`, id);
        return null;
    };
    // Names of levels are for a matrix: here they are no grade.
    const [likely] = block.of('LikelihoodFact', 'likelihood');
    const [severe] = block.of('ConsequenceFact', 'consequence');
    const likelihood = likely?.value ?? likely?.values?.[0];
    const consequence = severe?.value ?? severe?.values?.[0];
    const mitigations = block.of('MitigatedFact', 'mitigated').flatMap((fact): Mitigation[] => {
        const by = lowering.countermeasures(fact, id);
        const toLikelihood = grade(fact.likelihood, 'likelihood');
        const toConsequence = grade(fact.consequence, 'consequence');
        return by ? [{ by, toLikelihood, toConsequence, origin: lowering.origin(fact) }] : [];
    });
    return {
        ...named(lowering, node, id, block),
        from: block.mentions('from', outermost, anyElement),
        against: block.mentions('against', outermost, anyElement),
        likelihood: grade(likelihood, 'likelihood'),
        consequence: grade(consequence, 'consequence'),
        likelihoodAt: likelihood ? spanOf(likelihood) : null,
        consequenceAt: consequence ? spanOf(consequence) : null,
        mitigations,
        description: block.string('description'),
        category: lowerCategory(lowering, block, id),
    };
}

/** In a threat `category` names a class; what differs for it is in the matrix. */
function lowerCategory(lowering: Lowering, block: Block, threat: string): string | null {
    const fact = block.of('CategoryFact', 'category')[0];
    if (fact?.open)
        lowering.problem(
            'syntax',
            fact.open,
            "In a threat, 'category' names a consequence class; write what differs for it in the matrix of the system.",
            threat,
        );
    return fact?.value?.text ?? null;
}
