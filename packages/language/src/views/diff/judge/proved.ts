import { unprovedBy } from '../../../rules/index.ts';
import { some, type Compared, type Reasons } from './reason.ts';

/**
 * Invariants that hold on both sides and could not be proved before, because a device leads out and nothing said where
 * to. That it is not in the model any more does not show that it is gone.
 */
export function judgeProved({ before, asked, pairing }: Compared, reasons: Reasons): void {
    const partners = new Map(asked.assessment.invariants.map(verdict => [verdict.invariant.id, verdict]));
    for (const was of before.assessment.invariants) {
        const is = partners.get(pairing.invariants.get(was.invariant.id) ?? '');
        if (!is || !was.holds || !is.holds || unprovedBy(asked.assessment, is.clauses).length > 0) continue;
        const open = unprovedBy(before.assessment, was.clauses).map(({ asset }) => asset);
        const gone = [...new Set(open)].filter(asset => !pairing.elements.has(asset));
        if (gone.length === 0) continue;
        reasons.neutral(
            'finding-silenced',
            `invariant ${is.invariant.id} counts as proved, because ${some(gone)} ` +
                `${gone.length === 1 ? 'is' : 'are'} no longer in the model`,
            gone.map(asset => `asset ${asset}`),
        );
    }
}
