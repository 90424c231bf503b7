import { assess } from '../../../assessment/index.ts';
import type { Lifetime } from '../../../model/index.ts';
import { lookup, onDay } from '../../../model/index.ts';
import type { DiffSide, Reason } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';

const daysOf = (each: Lifetime | undefined): readonly string[] =>
    [each?.planned?.date, each?.retired?.date].filter(day => day !== undefined);

/**
 * The days to come on which something begins or ends in one text and not in the other: what is planned changes nothing
 * today, and is decided with the change all the same.
 * @returns in order, none for two days of one text
 */
export function laterDays(first: DiffSide, second: DiffSide, pairing: Pairing): readonly string[] {
    if (first.today !== second.today || !first.whole.system || !second.whole.system) return [];
    const days = new Set<string>();
    const note = (old: Lifetime | undefined, now: Lifetime | undefined): void => {
        const [was, is] = [daysOf(old), daysOf(now)];
        for (const day of was) if (!is.includes(day)) days.add(day);
        for (const day of is) if (!was.includes(day)) days.add(day);
    };
    for (const list of ['zones', 'conduits', 'assets'] as const) {
        const known = new Map<string, Lifetime>(second.whole[list].map(each => [each.id, each]));
        for (const old of first.whole[list]) {
            const id = pairing.elements.get(old.id) ?? '';
            note(old, known.get(id));
            known.delete(id);
        }
        for (const now of known.values()) note(undefined, now);
    }
    const flows = new Set(second.whole.flows);
    for (const old of first.whole.flows) {
        const now = pairing.flows.get(old);
        note(old, now);
        if (now) flows.delete(now);
    }
    for (const now of flows) note(undefined, now);
    return [...days].filter(day => day > first.today).sort();
}

/**
 * A side as it stands on another day; no rule was asked of it yet. What is planned is taken as done then, so the rule
 * that asks whether it was is left out.
 */
export function onLaterDay(side: DiffSide, day: string): DiffSide {
    const settings = {
        ...side.settings,
        rules: new Map([...side.settings.rules, ['planned-past-due', 'off'] as const]),
    };
    const { answers: _answers, ...rest } = side;
    const model = onDay(side.whole, day);
    const questions = lookup(model);
    const assessment = assess(questions, { today: day, matrix: side.settings.riskMatrix });
    return { ...rest, model, lookup: questions, assessment, settings, today: day, findings: [], unasked: true };
}

/**
 * What is said of a later day and was not said before. A loss counts from today on, since it is decided now; what gets
 * better by a plan is only planned.
 */
export function laterReasons(day: string, found: readonly Reason[], known: Set<string>): readonly Reason[] {
    return found.flatMap((reason): readonly Reason[] => {
        const key = `${reason.kind} ${reason.text}`;
        if (reason.direction === 'neutral' || known.has(key)) return [];
        known.add(key);
        const direction = reason.direction === 'better' ? 'neutral' : 'worse';
        return [{ ...reason, direction, text: `from ${day} on: ${reason.text}` }];
    });
}
