import type { Countermeasure, Model, Window } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import type { ClosingFlows, HealedOn } from './closing.ts';
import { closingFlows, healedByDates } from './closing.ts';
import type { Cover, CoverSolver } from './cover.ts';
import { sooner } from './sooner.ts';
import { takes } from './takes.ts';
import { reaches, sumOf } from './cover.ts';
import { ordered } from './order.ts';
import type { Candidates, Goal } from './goals.ts';
import { candidatesOf, concerns } from './goals.ts';
import { Calendar } from './calendar.ts';

/** The limits of a plan. */
export interface PlanOptions {
    /** Not more than this may be spent; `null` for as much as it takes. */
    readonly budget: number | null;
    /** The last day, `YYYY-MM-DD`; `null` for any. */
    readonly until: string | null;
    /** Only this zone and those in it; `null` for all. */
    readonly zone: string | null;
}

/** One countermeasure of the plan. */
export interface PlanStep {
    readonly countermeasure: Countermeasure;
    /** Where it works: zones, conduits and assets that apply it or rest on it. */
    readonly subjects: readonly string[];
    /** What is reached with it and was not before. */
    readonly closes: readonly Goal[];
    readonly cost: number | null;
    /** When it can be done everywhere; `null` where nothing says it, or no window fits. */
    readonly date: string | null;
    /** The windows in which it is done and the day in each, by day; empty where it needs none. */
    readonly stops: readonly { readonly window: Window; readonly date: string }[];
    /** True where it needs the plant to stand still, and no window of one of its places has room for it. */
    readonly lacksWindow: boolean;
    /** The sum of the residual risks before and after it; `null` where the matrix has ranks alone. */
    readonly risk: { readonly before: number; readonly after: number } | null;
}

/** A goal that stays open, and what it would take. */
export interface Unreached {
    readonly goal: Goal | { readonly kind: 'invariant'; readonly invariant: string };
    readonly takes: string;
}

/** What to do next, what it closes, and what it leaves open. */
export interface Plan {
    readonly steps: readonly PlanStep[];
    /** The sum of the costs that are said. */
    readonly cost: number;
    /** Countermeasures of the plan of which no cost is said. */
    readonly withoutCost: readonly string[];
    /** False where no countermeasure at all has a cost: then the plan has the fewest countermeasures. */
    readonly costed: boolean;
    readonly proved: boolean;
    /** No plan that does it costs less, 0 where that is not known; with a budget, no plan closes more. */
    readonly bound: number;
    /** True where the budget is not enough for all that can be done in time. */
    readonly overBudget: boolean;
    /** True where the windows have no room for all of which each can be done in time. */
    readonly crowded: boolean;
    readonly goals: number;
    readonly unreachable: readonly Unreached[];
    /** Broken invariants that hold from a day on, as the text is. */
    readonly healed: readonly HealedOn[];
    /** How many zones and conduits state an SL-T, and how many risks are compared with a tolerable one. */
    readonly judged: { readonly targets: number; readonly risks: number };
    /** What is not judged, so that no plan can speak of it. */
    readonly notJudged: {
        /** Ids of threats without a risk. */
        readonly threats: readonly string[];
        /** Ids of zones and conduits of the system without an SL-T. */
        readonly targets: readonly string[];
    };
    /** Goals that a countermeasure reaches and the plan does not: for want of money, or of time. */
    readonly left: readonly Goal[];
}

/** Where a countermeasure works: what applies it, and what states that it meets something by it. */
function subjectsOf({ model }: Assessment, id: string): readonly string[] {
    return [...model.zones, ...model.conduits, ...model.assets]
        .filter(
            each =>
                each.applies.some(mention => mention.id === id) ||
                each.statements.some(statement => statement.by.some(mention => mention.id === id)),
        )
        .map(each => each.id);
}

/** What a plan takes, and what that closes. */
interface Choice {
    readonly cover: Cover;
    /** In ascending order. */
    readonly items: readonly number[];
    readonly closed: ReadonlySet<Goal>;
    readonly overBudget: boolean;
}

/**
 * @param inTime by the positions of the countermeasures: others are not taken
 * @param days by the same, when each can be done
 */
async function choice(
    { reachable, countermeasures }: Candidates,
    inTime: readonly boolean[],
    days: readonly (string | null)[],
    costed: boolean,
    budget: number | null,
    solve: CoverSolver,
): Promise<Choice> {
    const goals = reachable.flatMap(({ goal, alternatives }) => {
        const some = alternatives.filter(alternative => alternative.every(item => inTime[item]));
        return some.length > 0 ? [{ goal, alternatives: some }] : [];
    });
    const costs = countermeasures.map(({ cost }) => (costed ? (cost ?? 0) : 1));
    const problem = { costs, goals: goals.map(({ alternatives }) => alternatives), budget: null };
    const all = await solve(problem);
    const overBudget = budget !== null && sumOf(all.items.map(item => costs[item]!)) > budget;
    const cover = overBudget ? await solve({ ...problem, budget }) : all;
    const taken = new Set(cover.items);
    const closed = goals.filter(({ alternatives }) => reaches(alternatives, taken));
    // A countermeasure without a cost comes along for nothing: only what closes something is a step.
    const useful = new Set(cover.items);
    for (const item of cover.items.filter(each => costs[each] === 0)) {
        useful.delete(item);
        if (closed.some(({ alternatives }) => !reaches(alternatives, useful))) useful.add(item);
    }
    return {
        cover,
        items: sooner(
            [...useful].sort((a, b) => a - b),
            closed,
            costs,
            days,
            inTime,
        ),
        closed: new Set(closed.map(({ goal }) => goal)),
        overBudget,
    };
}

/**
 * The cheapest set of planned and proposed countermeasures that brings every SL-A to its SL-T, and every risk to what
 * is tolerable, as far as countermeasures can; and what ends the paths that break an invariant.
 * @param whole all that the text says, on whatever day
 * @param solve asked for the plan, and for the fewest flows of each broken invariant
 */
export async function planOf(
    assessment: Assessment,
    whole: Model,
    options: PlanOptions,
    solve: CoverSolver,
): Promise<Plan> {
    const found = candidatesOf(assessment, options.zone);
    const { countermeasures } = found;
    const { until } = options;
    const subjects = countermeasures.map(({ id }) => subjectsOf(assessment, id));
    const isLate = ({ date, lacksWindow }: Pick<PlanStep, 'date' | 'lacksWindow'>): boolean =>
        until !== null && (lacksWindow || (date !== null && date > until));
    const alone = countermeasures.map((countermeasure, item) =>
        new Calendar(assessment).place(countermeasure, subjects[item]!),
    );
    const inTime = alone.map(each => !isLate(each));
    const days = alone.map(({ date }) => date);
    const costed = countermeasures.some(({ cost }) => cost !== null);
    // Without any cost nothing says what the money is enough for.
    const budget = costed ? options.budget : null;
    let crowded = false;
    let chosen = await choice(found, inTime, days, costed, budget, solve);
    let steps: readonly PlanStep[];
    for (;;) {
        const calendar = new Calendar(assessment);
        steps = ordered(found, chosen.items, costed).map(({ item, closes, risk }): PlanStep => {
            const countermeasure = countermeasures[item]!;
            return {
                countermeasure,
                subjects: subjects[item]!,
                closes,
                cost: countermeasure.cost,
                risk,
                ...calendar.place(countermeasure, subjects[item]!),
            };
        });
        // Each is in time by itself; together they may be more than the windows hold.
        const late = steps.findLast(isLate);
        if (!late) break;
        crowded = true;
        inTime[countermeasures.indexOf(late.countermeasure)] = false;
        chosen = await choice(found, inTime, days, costed, budget, solve);
    }
    const { cover, closed, overBudget } = chosen;
    const withoutCost = steps.filter(({ cost }) => cost === null).map(({ countermeasure }) => countermeasure.id);
    const isKnown = found.complete && !crowded;
    const healed = healedByDates(assessment, whole).filter(({ date }) => until === null || date <= until);
    const healing = new Set(healed.map(({ invariant }) => invariant));
    return {
        steps,
        cost: sumOf(steps.map(({ cost }) => cost ?? 0)),
        withoutCost,
        costed,
        proved: cover.proved && isKnown && (withoutCost.length === 0 || !costed),
        bound: isKnown ? cover.bound : overBudget ? found.reachable.length : 0,
        overBudget,
        crowded,
        goals: found.reachable.length + found.open.length,
        unreachable: [
            ...found.open.map((goal): Unreached => ({ goal, takes: takes(assessment, goal) })),
            ...(await brokenInvariants(assessment, healing, solve)),
        ],
        healed,
        judged: judged(assessment, found),
        notJudged: notJudged(assessment, found),
        left: found.reachable.map(({ goal }) => goal).filter(goal => !closed.has(goal)),
    };
}

function judged({ risk, subjects }: Assessment, { isAsked }: Candidates): Plan['judged'] {
    return {
        targets: subjects.filter(({ id, slT }) => isAsked(id) && slT.some(level => level !== null)).length,
        risks: risk.threats.filter(
            ({ residual, tolerable, path }) =>
                residual !== null && tolerable !== null && concerns(path.subjects, isAsked),
        ).length,
    };
}

/** What no plan can speak of, because nothing is asked for there or nothing is known of it. */
function notJudged({ risk, model, subjects }: Assessment, { isAsked }: Candidates): Plan['notJudged'] {
    return {
        threats: risk.threats
            .filter(({ residual, path }) => residual === null && concerns(path.subjects, isAsked))
            .map(({ threat }) => threat.id),
        targets: [
            ...model.zones.filter(({ zoneKind }) => zoneKind !== 'external' && zoneKind !== 'enterprise'),
            ...model.conduits,
        ]
            .map(({ id }) => id)
            .filter(
                id =>
                    isAsked(id) &&
                    subjects.every(subject => subject.id !== id || subject.slTSource.every(source => source === null)),
            ),
    };
}

/** What ends the paths that break an invariant, where no day of the text does. */
async function brokenInvariants(
    assessment: Assessment,
    healing: ReadonlySet<string>,
    solve: CoverSolver,
): Promise<readonly Unreached[]> {
    const found: Unreached[] = [];
    for (const verdict of assessment.invariants) {
        if (verdict.holds || healing.has(verdict.invariant.id)) continue;
        found.push({
            goal: { kind: 'invariant', invariant: verdict.invariant.id },
            takes: healingText(await closingFlows(assessment, verdict, solve)),
        });
    }
    return found;
}

function healingText({ flows, proved, closes }: ClosingFlows): string {
    if (flows.length === 0) return 'no flow closes the path: an asset has an interface on both sides';
    if (!closes) return `more than ${flows.length} flows would have to go`;
    if (flows.length === 1)
        return (
            `no declared path breaks it without the flow ${flows[0]!.id}: take it away, write \`retired on\` a day, ` +
            'or except it'
        );
    return (
        `no declared path breaks it without these ${flows.length} flows` +
        `${proved ? ', and no smaller set does it' : ''}: ` +
        flows.map(({ id }) => id).join(', ')
    );
}
