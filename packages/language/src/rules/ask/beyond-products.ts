import type { State, SubjectAssessment } from '../../assessment/index.ts';

/**
 * The highest level, for each FR, of what is required and what nothing but a product could bring.
 * @param settled the states in which a requirement is taken care of without the product
 * @returns 0 for an FR of which all is settled
 */
export function wantedOfProducts(assessed: SubjectAssessment, settled: readonly State[]): readonly number[] {
    const wanted = assessed.slT.map(() => 0);
    for (const each of assessed.requirements) {
        if (each.required && each.level > wanted[each.fr]! && !settled.includes(each.state))
            wanted[each.fr] = each.level;
    }
    return wanted;
}
