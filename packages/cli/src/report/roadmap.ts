import type { Analysis, Plan } from 'iacs-language';
import { planOf } from 'iacs-language';

/**
 * What to do next; `null` where no countermeasure is planned or proposed, so that nothing can be put into an order.
 * The solver is loaded only where there is something to solve.
 */
export async function roadmapFor({ assessment, model, whole }: Analysis): Promise<Plan | null> {
    if (!model.countermeasures.some(({ status }) => status === 'planned' || status === 'proposed')) return null;
    const { solveWithHighs } = await import('../plan/highs.ts');
    return planOf(assessment, whole, { budget: null, until: null, zone: null }, solveWithHighs);
}
