import type { Model } from '../model/index.ts';
import { dayAfter, daysOfChange, onDay } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { assess } from './assessment.ts';
import { Day } from './day.ts';
import { goodUntil, usualTime } from './evidence-time.ts';
import type { ThreatRisk } from './threat-risk.ts';
import { assessThreat } from './threat-risk.ts';

/** The risks of the threats that something mitigates, by the ids of the threats. */
export type Risks = ReadonlyMap<string, ThreatRisk>;

/** The risks on the days of one state of the model: worked out anew only where another countermeasure counts. */
export class RisksByDay {
    private readonly paths: Assessment;
    private standings = '';
    private risks: Risks = new Map();

    /** @param paths knows where the threats lead, which is searched for once */
    constructor(paths: Assessment) {
        this.paths = paths;
    }

    on(day: Day): Risks {
        const { risk, lookup, matrix } = this.paths;
        const standings = lookup.model.countermeasures.map(each => day.standingOf(each)).join();
        if (standings === this.standings) return this.risks;
        this.standings = standings;
        this.risks = new Map(
            risk.threats
                .filter(({ threat }) => threat.mitigations.length > 0)
                .map(each => [each.threat.id, assessThreat({ lookup, day }, matrix.matrix, each.threat, each)]),
        );
        return this.risks;
    }
}

/** The risks from a day on, until the next one. */
export interface RisksFrom {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    readonly risks: Risks;
}

/**
 * The days on which a risk may be another one than on the day before: evidence of a countermeasure that mitigates is
 * good no more, or something comes or goes. In order, without today.
 * @param last `YYYY-MM-DD`, the last one that is looked at
 */
export function daysOfRisk({ lookup, model, today }: Assessment, whole: Model, last: string): readonly string[] {
    const usual = usualTime(lookup);
    const named = new Set(model.threats.flatMap(each => each.mitigations.flatMap(({ by }) => by.map(({ id }) => id))));
    if (named.size === 0) return [];
    const expiries = [...named]
        .flatMap(id => lookup.countermeasure(id)?.evidence ?? [])
        .flatMap(({ time }) => goodUntil(time, usual) ?? [])
        .map(until => dayAfter(until, { amount: 1, unit: 'days' }));
    return [...new Set([...expiries, ...daysOfChange(whole)])].filter(day => day > today && day <= last).sort();
}

/**
 * The risks on some days to come, each worked out when it is asked for.
 * @param whole all that the text says, on whatever day
 * @param days in their order, all that something comes or goes on among them: {@link daysOfRisk}
 */
export function* risksOn(now: Assessment, whole: Model, days: readonly string[]): Generator<RisksFrom, undefined> {
    const changes = new Set(daysOfChange(whole));
    let paths = now;
    let risks = new RisksByDay(paths);
    for (const date of days) {
        if (changes.has(date)) {
            paths = assess(now.lookup.of(onDay(whole, date)), { ...now.yardstick, today: date });
            risks = new RisksByDay(paths);
        }
        yield { date, risks: risks.on(new Day(paths.lookup, date)) };
    }
}

/** A threat against what is not there today, with its risk on the first day on which it is. */
export interface RiskToCome {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    readonly risk: ThreatRisk;
}

/**
 * The threats of which nothing that they are against is there today, as they are when it comes.
 * @param whole all that the text says, on whatever day
 * @param last `YYYY-MM-DD`, the last day that is looked at
 */
export function* risksToCome(now: Assessment, whole: Model, last: string): Generator<RiskToCome, undefined> {
    const known = new Set(now.lookup.model.threats.map(({ id }) => id));
    const left = new Set(whole.threats.flatMap(({ id }) => (known.has(id) ? [] : id)));
    for (const date of left.size === 0 ? [] : daysOfChange(whole)) {
        if (date <= now.today || date > last) continue;
        const then = onDay(whole, date);
        if (!then.threats.some(({ id }) => left.has(id))) continue;
        const { threats } = assess(now.lookup.of(then), { ...now.yardstick, today: date }).risk;
        for (const risk of threats) if (left.delete(risk.threat.id)) yield { date, risk };
    }
}
