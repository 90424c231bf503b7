import type { InvariantVerdict, Levels, RiskMatrix, ThreatRisk } from '../../assessment/index.ts';
import { isTolerable, pathText, riskLabel } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Dated, EventKind } from './events.ts';
import type { Outcome } from './outcomes.ts';

/** A level that becomes another one. */
export interface LevelStep {
    readonly what: 'SL-A';
    /** 0 to 6. */
    readonly fr: number;
    readonly before: number;
    readonly after: number;
}

/** A residual risk that becomes another one: as it is printed, a number or a band. */
export interface RiskStep {
    readonly before: string;
    readonly after: string;
    /** `null` where it is not said what is tolerable. */
    readonly tolerable: string | null;
    /** Whether the risk is above the tolerable one from then on; `null` also where that cannot be told. */
    readonly above: boolean | null;
}

/** One day on which something changes, and what. */
export interface ForecastEvent extends Dated {
    readonly levels: readonly LevelStep[];
    readonly risk: RiskStep | null;
    /** Its number among the events that say the same of the same element, from 1. */
    readonly nth?: number;
}

/** @param also foundational requirements of which it is said too that they stay */
function levelSteps(before: Levels, after: Levels, id: string, also: ReadonlySet<number>): readonly LevelStep[] {
    const [was, is] = [before.of(id), after.of(id)];
    // What comes or goes is an event of its own.
    if (!was || !is) return [];
    return frAbbreviations.flatMap((_, fr): readonly LevelStep[] => {
        const [old, now] = [was.slA[fr]!, is.slA[fr]!];
        return old === now && !also.has(fr) ? [] : [{ what: 'SL-A', fr, before: old, after: now }];
    });
}

const stepText = (before: number | string, after: number | string): string =>
    before === after ? `stays ${after}` : `${before} → ${after}`;

const none: ReadonlySet<number> = new Set();

function levelsText(steps: readonly LevelStep[]): string {
    return steps.map(({ fr, before, after }) => `${frAbbreviations[fr]} ${stepText(before, after)}`).join(', ');
}

/** A risk and how it lies to what is tolerable: `6 → 12, above the tolerable 6`, `stays 6, tolerable`. */
function riskText({ before, after, tolerable, above }: RiskStep): string {
    const step = stepText(before, after);
    if (tolerable === null) return step;
    if (above === null) return `${step}, of which it cannot be told whether it is above the tolerable ${tolerable}`;
    return above ? `${step}, above the tolerable ${tolerable}` : `${step}, tolerable`;
}

/** @param also whether it is said too that the risk stays */
function riskStep(
    matrix: RiskMatrix | null,
    before: ThreatRisk | undefined,
    after: ThreatRisk,
    also: boolean,
): RiskStep | null {
    const [old, now] = [before?.residual, after.residual];
    // A risk of which only the end is known may end at the number that was known before.
    if (!matrix || !old || !now || (old.risk === now.risk && old.label === now.label && !also)) return null;
    const { tolerable } = after;
    const fits = isTolerable(after, after.today);
    return {
        before: old.label,
        after: now.label,
        tolerable: tolerable === null ? null : riskLabel(matrix, tolerable),
        above: fits === null ? null : !fits,
    };
}

function invariantText({ invariant, holds, clauses }: InvariantVerdict): string {
    const path = clauses.find(({ counterexample }) => counterexample)?.counterexample;
    return holds
        ? `invariant ${invariant.id} is no longer broken`
        : `invariant ${invariant.id} is broken${path ? `: ${pathText(path)}` : ''}`;
}

/**
 * What becomes different from one day to a later one, on that later day: levels, risks and invariants. What changes the
 * same way whether or not the plan is done is said once; what the plan keeps from changing is said to stay.
 * @param ids of zones and conduits, in the order of the text
 */
export function following(
    before: Outcome,
    now: Outcome,
    ids: readonly string[],
    matrix: RiskMatrix | null,
): readonly ForecastEvent[] {
    const event = (kind: EventKind, subject: string, what: string, more: Partial<ForecastEvent>): ForecastEvent => ({
        date: now.date,
        last: null,
        kind,
        subject,
        what,
        levels: [],
        risk: null,
        ...more,
    });
    const done = ', if what is planned is done';
    const levels = ids.flatMap((id): readonly ForecastEvent[] => {
        const steps = levelSteps(before.levels, now.levels, id, none);
        return steps.length === 0 ? [] : [event('level', id, `SL-A of ${id}: ${levelsText(steps)}`, { levels: steps })];
    });
    const levelsIfDone = ids.flatMap((id): readonly ForecastEvent[] => {
        const same = levels.find(({ subject }) => subject === id)?.levels ?? [];
        const steps = levelSteps(before.ifDone, now.ifDone, id, new Set(same.map(({ fr }) => fr)));
        return levelsText(steps) === levelsText(same)
            ? []
            : [event('level-if-done', id, `SL-A of ${id}${done}: ${levelsText(steps)}`, { levels: steps })];
    });
    const risks = [...now.risks].flatMap(([id, after]): readonly ForecastEvent[] => {
        const risk = riskStep(matrix, before.risks.get(id), after, false);
        return risk === null ? [] : [event('risk', id, `risk of ${id}: ${riskText(risk)}`, { risk })];
    });
    const risksIfDone = [...now.risksIfDone].flatMap(([id, after]): readonly ForecastEvent[] => {
        const same = risks.find(({ subject }) => subject === id)?.risk;
        const risk = riskStep(matrix, before.risksIfDone.get(id), after, Boolean(same));
        return risk === null || (same && riskText(same) === riskText(risk))
            ? []
            : [event('risk-if-done', id, `risk of ${id}${done}: ${riskText(risk)}`, { risk })];
    });
    const invariants = now.invariants.flatMap((verdict, index): readonly ForecastEvent[] =>
        before.invariants[index]?.holds === verdict.holds
            ? []
            : [event('invariant', verdict.invariant.id, invariantText(verdict), {})],
    );
    return [...levels, ...levelsIfDone, ...risks, ...risksIfDone, ...invariants];
}
