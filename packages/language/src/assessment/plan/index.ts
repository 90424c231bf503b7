/** What to do next: the cheapest countermeasures that reach the targets. */
export { type Cover, type CoverProblem, type CoverSolver, reaches, sumOf, toLp } from './cover.ts';
export { type Goal } from './goals.ts';
export { type Plan, planOf, type PlanOptions, type PlanStep, type Unreached } from './plan.ts';
