import type { Analysis, Plan, PlanOptions } from 'iacs-language';
import { planOf } from 'iacs-language';

/** The plan of a whole model, whatever it costs and however long it takes. */
export const unlimited: PlanOptions = { budget: null, until: null, zone: null };

/**
 * What to do next; `null` where no countermeasure is planned or proposed, so that nothing can be put into an order.
 * The solver is loaded only where there is something to solve.
 */
export async function roadmapFor({ assessment, model, whole }: Analysis): Promise<Plan | null> {
    if (!model.countermeasures.some(({ status }) => status === 'planned' || status === 'proposed')) return null;
    const { solveWithHighs } = await import('./highs.ts');
    return planOf(assessment, whole, unlimited, solveWithHighs);
}
