import type { State, SubjectAssessment } from '../../assessment/index.ts';

/**
 * The highest level, for each FR, of what is required and what nothing but a product could bring.
 * @param settled the states in which a requirement is taken care of without the product
 * @returns 0 for an FR of which all is settled
 */
export function wantedOfProducts(assessed: SubjectAssessment, settled: readonly State[]): readonly number[] {
    const wanted = assessed.slT.map(() => 0);
    assessed.requirements.forEach(({ required, fr, level, state }) => {
        if (required && level > wanted[fr]! && !settled.includes(state)) wanted[fr] = level;
    });
    return wanted;
}
