import { assess } from '../../../assessment/index.ts';
import { lookup } from '../../../model/index.ts';
import { drained } from '../../../model/index.ts';
import { check, checkSteps, type CheckOptions } from '../../../rules/engine/check.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import { isConcerned, type Fact } from '../../../rules/engine/reads.ts';
import { shownFindings } from '../../../rules/engine/understood.ts';
import { levelChanges, requirementChanges } from '../consequences.ts';
import type { DiffSide } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';
import { factsAsked, inCommon, type Alike } from './alike.ts';
import type { AskedModel } from './asked.ts';
import type { AnsweredAlike, Compared, LevelSteps } from './reason.ts';

const known =
    (alike: Alike | null): CheckOptions['known'] =>
    rule =>
        alike?.(rule) ? [] : undefined;

/** A side with the answers of the rules; itself where they were asked before. */
function withAnswers(side: DiffSide, alike: Alike | null): DiffSide {
    if (!side.unasked) return side;
    const { model, whole, lookup: questions, assessment, today, settings, problems } = side;
    const answers = new Map<string, readonly Finding[]>();
    const context = { model, whole, lookup: questions, assessment, today };
    const found = drained(checkSteps(context, settings, { answers, known: known(alike) }));
    return { ...side, answers, findings: shownFindings(problems, found, model.files) };
}

/**
 * HEAD with the questions of BASE, and what the rules answer then.
 * @param as the rules that answer what they answer of BASE
 */
function askedAgain(
    side: DiffSide,
    { model, restored }: AskedModel,
    apart: ReadonlySet<Fact>,
    as: Alike,
): Pick<Compared, 'asked' | 'alike'> {
    const { answers, settings, today } = side;
    const unchanged = (rule: Parameters<Alike>[0]): readonly Finding[] | undefined =>
        answers && !isConcerned(rule, apart) ? answers.get(rule.id) : undefined;
    const questions = lookup(model);
    const yardstick = { today, matrix: settings.riskMatrix };
    const levels = restored === model ? undefined : assess(lookup(restored), yardstick).levels;
    const assessment = assess(questions, yardstick, levels);
    const context = { model, whole: side.whole, lookup: questions, assessment, today };
    const alike = new Set<string>();
    const foundWith = (some: ReadonlySet<string>): readonly Finding[] =>
        check(context, settings, {
            known: rule => {
                const answered = unchanged(rule);
                if (answered || some.has(rule.id) || !as(rule)) return answered;
                alike.add(rule.id);
                return [];
            },
        });
    const asked = { ...side, model, lookup: questions, assessment, findings: foundWith(new Set()) };
    const unasked: AnsweredAlike = {
        has: rule => alike.has(rule),
        ask: some => ({ ...asked, findings: foundWith(some) }),
    };
    return { asked, alike: alike.size > 0 ? unasked : null };
}

const unchangedLevels: LevelSteps = { levels: [], requirements: [] };

function stepsBetween(before: DiffSide, after: DiffSide, pairing: Pairing): LevelSteps {
    return {
        levels: levelChanges(before, after, pairing),
        requirements: requirementChanges(before, after, pairing),
    };
}

/**
 * Both sides, and HEAD with the questions of BASE, with what the rules answer. Of two sides of which no rule was asked
 * yet only those are asked whose answers may differ: of all others there is nothing to compare.
 * @param asked see `askedAlike`
 */
export function judgedSides(
    before: DiffSide,
    after: DiffSide,
    asked: AskedModel | null,
    pairing: Pairing,
): Omit<Compared, 'pairing' | 'partners'> {
    const apart = factsAsked(after.model, asked);
    const common = inCommon(before, after, asked, apart, pairing);
    const [old, now] = [withAnswers(before, common.everywhere), withAnswers(after, common.everywhere)];
    const plant = asked ? askedAgain(now, asked, apart, common.plant) : { asked: now, alike: null };
    const ownSteps = common.levels ? unchangedLevels : stepsBetween(old, now, pairing);
    const plantSteps = !asked
        ? ownSteps
        : common.plantLevels
          ? unchangedLevels
          : stepsBetween(old, plant.asked, pairing);
    return { before: old, after: now, ...plant, ownSteps, plantSteps };
}
