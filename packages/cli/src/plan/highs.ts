import type { Cover, CoverProblem, CoverSolver } from 'iacs-language';
import { toLp } from 'iacs-language';
import { existsSync, readFileSync } from 'node:fs';
import type { Highs } from 'highs';
import highsModule from 'highs';

/** So long HiGHS may look for a better plan, in seconds. */
const timeLimit = 20;

/** Its types are those of a CommonJS module, and what is loaded is an ES module. */
const load = highsModule as unknown as (options: { readonly wasmBinary: Uint8Array }) => Promise<Highs>;

let loaded: Promise<Highs> | undefined;

/** The solver, from the file that is bundled beside the command line, or from its package. */
function highs(): Promise<Highs> {
    const beside = new URL('./highs.wasm', import.meta.url);
    const file = existsSync(beside) ? beside : new URL(import.meta.resolve('highs/runtime'));
    return (loaded ??= load({ wasmBinary: readFileSync(file) }));
}

/**
 * Finds the cheapest cover with HiGHS. Where the time is over first, the best one that was found is taken, and the
 * bound is that of the problem without whole numbers.
 */
export const solveWithHighs: CoverSolver = async (problem): Promise<Cover> => {
    if (problem.goals.length === 0) return { items: [], proved: true, bound: 0 };
    const solver = await highs();
    const lp = toLp(problem);
    const found = solver.solve(lp, { time_limit: timeLimit, output_flag: false });
    const items = problem.costs.flatMap((_, item) => {
        const column = found.Columns[`x${item}`];
        return column && 'Primal' in column && column.Primal > 0.5 ? [item] : [];
    });
    if (found.Status === 'Optimal') return { items, proved: true, bound: found.ObjectiveValue };
    const relaxed = solver.solve(relaxedLp(problem), { time_limit: timeLimit, output_flag: false });
    const all = problem.costs.map((_, item) => item);
    return {
        items: items.length > 0 || problem.budget !== null ? items : all,
        proved: false,
        bound: relaxed.Status === 'Optimal' ? relaxed.ObjectiveValue : 0,
    };
};

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
