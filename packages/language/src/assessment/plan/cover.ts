/**
 * What a plan has to find: some items, so that of each goal one of its alternatives is among them as a whole, at the
 * lowest cost. Items and goals are numbers, so that any solver can be asked.
 */
export interface CoverProblem {
    /** The cost of each item, 0 or more. */
    readonly costs: readonly number[];
    /** Each goal with the alternatives to reach it: the items that it takes together. */
    readonly goals: readonly (readonly (readonly number[])[])[];
    /**
     * Not more than this may be spent: then as many goals as possible are reached, at the lowest cost of all sets that
     * reach as many. `null` reaches all goals.
     */
    readonly budget: number | null;
}

/** An answer of a solver. */
export interface Cover {
    /** In ascending order. */
    readonly items: readonly number[];
    /** True where no set is better. */
    readonly proved: boolean;
    /** No set that does it costs less; with a budget, no set reaches more goals. */
    readonly bound: number;
}

/** Solves a problem, as well as the time allows. */
export type CoverSolver = (problem: CoverProblem) => Promise<Cover>;

/** True where a set of items reaches a goal. */
export function reaches(alternatives: readonly (readonly number[])[], items: ReadonlySet<number>): boolean {
    return alternatives.some(alternative => alternative.every(item => items.has(item)));
}

/** A sum of amounts as people add them: 0.1 and 0.2 are 0.3. */
export function sumOf(amounts: readonly number[]): number {
    return Number(amounts.reduce((sum, each) => sum + each, 0).toFixed(6));
}

/**
 * A problem in the LP format that solvers read: `x` for items, `z` for goals, `y` for alternatives of several items.
 * @param wanted so many goals are to be reached at the lowest cost, whatever the budget; `null` for what is asked
 */
export function toLp({ costs, goals, budget }: CoverProblem, wanted: number | null = null): string {
    const counts = budget !== null || wanted !== null;
    const rows: string[] = [];
    const choices: string[] = [];
    goals.forEach((alternatives, goal) => {
        const terms = alternatives.map((alternative, at) => {
            if (alternative.length === 1) return `x${alternative[0]}`;
            const name = `y${goal}_${at}`;
            choices.push(name);
            for (const item of alternative) rows.push(`${name} - x${item} <= 0`);
            return name;
        });
        rows.push(`${terms.join(' + ')}${counts ? ` - z${goal} >= 0` : ' >= 1'}`);
    });
    const spent = costs.map((cost, item) => `${cost} x${item}`).join(' + ');
    const reached = goals.map((_, goal) => `z${goal}`).join(' + ');
    if (wanted !== null) rows.push(`${reached} >= ${wanted}`);
    else if (budget !== null) rows.push(`${spent} <= ${budget}`);
    const most = counts && wanted === null;
    const binaries = [
        ...costs.map((_, item) => `x${item}`),
        ...choices,
        ...(counts ? goals.map((_, goal) => `z${goal}`) : []),
    ];
    return [
        most ? 'Maximize' : 'Minimize',
        ` obj: ${most ? reached : spent}`,
        'Subject To',
        ...rows.map((row, index) => ` r${index}: ${row}`),
        'Binary',
        ...binaries.map(name => ` ${name}`),
        'End',
        '',
    ].join('\n');
}
