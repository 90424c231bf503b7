/** Costs and a budget as whole numbers of one unit, such as thousands or cents. */
export interface WholeNumbers {
    readonly costs: readonly number[];
    readonly budget: number | null;
    /** False where the arithmetic of a solver cannot tell one unit in the sum of all. */
    readonly isExact: boolean;
}

/** Amounts have at most so many decimals. */
const mostDecimals = 6;
/** A solver counts to some nine digits. */
const mostUnits = 1e9;

const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));

/** The same problem of whole numbers: what is spent is not above the budget either way. */
export function wholeNumbers(costs: readonly number[], budget: number | null): WholeNumbers {
    for (let decimals = 0; decimals <= mostDecimals; decimals++) {
        const factor = 10 ** decimals;
        const parts = costs.map(cost => Math.round(cost * factor));
        if (!costs.every((cost, item) => parts[item]! / factor === cost)) continue;
        const unit = parts.reduce(common, 0) || 1;
        return {
            costs: parts.map(part => part / unit),
            budget: budget === null ? null : Math.floor(Number((budget * factor).toFixed(mostDecimals)) / unit),
            isExact: parts.reduce((sum, part) => sum + part, 0) / unit < mostUnits,
        };
    }
    return { costs, budget, isExact: false };
}
