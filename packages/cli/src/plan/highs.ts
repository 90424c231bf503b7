import type { Cover, CoverProblem, CoverSolver } from 'iacs-language';
import { reaches, sumOf, toLp } from 'iacs-language';
import { existsSync, readFileSync } from 'node:fs';
import type { Highs } from 'highs';
import highsModule from 'highs';
import { wholeNumbers } from './whole-numbers.ts';

/** So long HiGHS may look for a better plan, in seconds. */
const timeLimit = 20;

/**
 * As HiGHS is set by itself, it ends one part in ten thousand from the best plan, calls that the best one, and takes
 * 0.999999 of a countermeasure for a whole one, which overspends a budget.
 */
const exactly = { mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-10 };

/** Its types are those of a CommonJS module, and what is loaded is an ES module. */
const load = highsModule as unknown as (options: { readonly wasmBinary: Uint8Array }) => Promise<Highs>;

let loaded: Promise<Highs> | undefined;

/** The solver, from the file that is bundled beside the command line, or from its package. */
function highs(): Promise<Highs> {
    const beside = new URL('./highs.wasm', import.meta.url);
    const file = existsSync(beside) ? beside : new URL(import.meta.resolve('highs/runtime'));
    return (loaded ??= load({ wasmBinary: readFileSync(file) }));
}

/** An answer in whole numbers. */
interface Found {
    readonly items: readonly number[];
    /** The sum of its costs, and how many goals it reaches, counted again. */
    readonly cost: number;
    readonly reached: number;
    /** True where HiGHS ended, and what it says of the answer is so. */
    readonly isBest: boolean;
}

/** @param wanted so many goals at the lowest cost; `null` for what the problem asks */
function solved(solver: Highs, problem: CoverProblem, wanted: number | null = null): Found {
    const found = solver.solve(toLp(problem, wanted), { time_limit: timeLimit, output_flag: false, ...exactly });
    const items = problem.costs.flatMap((_, item) => {
        const column = found.Columns[`x${item}`];
        return column && 'Primal' in column && column.Primal > 0.5 ? [item] : [];
    });
    const chosen = new Set(items);
    const cost = items.reduce((sum, item) => sum + problem.costs[item]!, 0);
    const reached = problem.goals.filter(ways => reaches(ways, chosen)).length;
    const says = wanted === null && problem.budget !== null ? reached : cost;
    const isBest =
        found.Status === 'Optimal' &&
        Math.abs(found.ObjectiveValue - says) < 0.5 &&
        reached >= (wanted ?? (problem.budget === null ? problem.goals.length : 0));
    return { items, cost, reached, isBest };
}

/**
 * Finds the cheapest cover with HiGHS. Where the time is over first, or the costs are too far apart for its arithmetic,
 * the best one that was found is taken, and the bound is that of the problem without whole numbers.
 */
export const solveWithHighs: CoverSolver = async (problem): Promise<Cover> => {
    if (problem.goals.length === 0) return { items: [], proved: true, bound: 0 };
    const solver = await highs();
    const { costs, budget, isExact } = wholeNumbers(problem.costs, problem.budget);
    const whole = { costs, goals: problem.goals, budget };
    const found = budget === null ? solved(solver, whole) : withinBudget(solver, whole, budget);
    if (isExact && found.isBest) {
        const bound = budget === null ? sumOf(found.items.map(item => problem.costs[item]!)) : found.reached;
        return { items: found.items, proved: true, bound };
    }
    const relaxed = solver.solve(relaxedLp(problem), { time_limit: timeLimit, output_flag: false });
    const limit = relaxed.Status === 'Optimal' ? relaxed.ObjectiveValue : budget === null ? 0 : problem.goals.length;
    // Rounded to the safe side: no set costs less, and none reaches more.
    const bound = budget === null ? Math.floor(limit * (1 - 1e-9) * 100) / 100 : Math.floor(limit + 1e-6);
    const all = problem.costs.map((_, item) => item);
    return {
        items: budget === null && found.reached < problem.goals.length ? all : found.items,
        proved: false,
        bound,
    };
};

/**
 * As many goals as the money reaches, at the lowest cost. How many that is, is counted by what the cheapest set costs
 * that reaches one more.
 */
function withinBudget(solver: Highs, problem: CoverProblem, budget: number): Found {
    const most = solved(solver, problem);
    let best: Found = { items: [], cost: 0, reached: 0, isBest: true };
    let isBest = most.isBest || most.cost > budget;
    for (let wanted = Math.max(most.cost > budget ? most.reached - 1 : most.reached, 1); wanted > 0; wanted--) {
        const cheapest = solved(solver, problem, wanted);
        isBest &&= cheapest.isBest;
        if (cheapest.cost > budget || cheapest.reached < wanted) continue;
        best = cheapest;
        break;
    }
    while (isBest && best.reached < problem.goals.length) {
        const next = solved(solver, problem, best.reached + 1);
        isBest = next.isBest;
        if (next.cost > budget || next.reached <= best.reached) break;
        best = next;
    }
    const fallback = !isBest && most.cost <= budget && most.reached > best.reached;
    return { ...(fallback ? most : best), isBest };
}

/** The problem in which a countermeasure may be done in part: no plan is better than its answer. */
function relaxedLp(problem: CoverProblem): string {
    const [before, names] = toLp(problem).split('Binary\n') as [string, string];
    const bounds = names
        .split('\n')
        .map(name => name.trim())
        .filter(name => name !== '' && name !== 'End')
        .map(name => ` 0 <= ${name} <= 1`);
    return `${before}Bounds\n${bounds.join('\n')}\nEnd\n`;
}
