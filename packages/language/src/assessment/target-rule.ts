import type { RiskMatrix } from './risk-matrix.ts';

/**
 * The SL-T that a risk suggests by the rule of the matrix; docs/risk.md describes the three rules.
 * @param risk unmitigated
 * @param tolerable in the same units
 * @returns 0 to 4: 0 where the risk is tolerable as it is; `null` where the rule needs a tolerable risk and nobody said
 *    it
 */
export function suggestedLevel(matrix: RiskMatrix, risk: number, tolerable: number | null): number | null {
    const rule = matrix.targetRule;
    const rank = (value: number): number => {
        const band = matrix.bands.findIndex(each => value <= each.to);
        return band < 0 ? matrix.bands.length - 1 : band;
    };
    if (rule.kind === 'bands') return rule.levels[rank(risk)] ?? null;
    if (tolerable === null) return null;
    if (risk <= tolerable) return 0;
    if (rule.kind === 'steps') return Math.min(4, Math.max(1, rank(risk) - rank(tolerable)));
    const factor = tolerable > 0 ? risk / tolerable : Infinity;
    return rule.thresholds.filter(threshold => factor > threshold).length;
}
