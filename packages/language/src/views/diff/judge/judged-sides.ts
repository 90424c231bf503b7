import { assess, usualTime } from '../../../assessment/index.ts';
import type { Model } from '../../../model/index.ts';
import { lookup } from '../../../model/index.ts';
import { drained } from '../../../model/index.ts';
import { check, checkSteps, type CheckOptions } from '../../../rules/engine/check.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import { isConcerned, type Fact } from '../../../rules/engine/reads.ts';
import { shownFindings } from '../../../rules/engine/understood.ts';
import { levelChanges, requirementChanges } from '../consequences.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { isInBase, textsOf } from '../places.ts';
import { factsAsked, inCommon, type Alike } from './alike.ts';
import type { AskedModel } from './asked.ts';
import { withExclusions } from './exclusions.ts';
import { withoutNewPlaces } from './moved-zones.ts';
import type { AnsweredAlike, Compared, LevelSteps, Shown, Variant } from './reason.ts';
import { Proof, withoutClaims } from './shown.ts';

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
    before: DiffSide,
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
    const textOf = textsOf(before, side);
    const asked = { ...side, textOf, model, lookup: questions, assessment, findings: foundWith(new Set()) };
    const unasked: AnsweredAlike = {
        has: rule => alike.has(rule),
        ask: some => ({ ...asked, findings: foundWith(some) }),
    };
    return { asked, alike: alike.size > 0 ? unasked : null };
}

/** HEAD as another model, with what BASE excluded and admitted. */
function variantOf(before: DiffSide, side: DiffSide, model: Model, pairing: Pairing): Variant {
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    const restored = withExclusions(model, before, partners, namesFrom(pairing).countermeasure);
    const yardstick = { today: side.today, matrix: side.settings.riskMatrix };
    const questions = lookup(model);
    const levels = restored === model ? undefined : assess(lookup(restored), yardstick).levels;
    const assessment = assess(questions, yardstick, levels);
    const varied = { ...side, textOf: textsOf(before, side), model, lookup: questions, assessment, findings: [] };
    const context = { model, whole: side.whole, lookup: questions, assessment, today: side.today };
    return {
        side: varied,
        ask: some => ({
            ...varied,
            findings: check(context, side.settings, { known: rule => (some.has(rule.id) ? undefined : []) }),
        }),
    };
}

/** HEAD as {@link Shown}; `null` where it shows all that it claims newly. */
function shownSide(before: DiffSide, side: DiffSide, asked: AskedModel | null, pairing: Pairing): Shown | null {
    const said = asked?.model ?? side.model;
    const proof = new Proof(before, side, pairing, { usual: usualTime(before.lookup), today: side.today });
    const model = withoutClaims(said, before, pairing, proof);
    if (model === said) return null;
    const flows = new Map(model.flows.map(flow => [flow.origin, flow]));
    return { ...variantOf(before, side, model, pairing), flows };
}

/** HEAD with the questions of BASE, without the flows of BASE; `null` where it has none of them. */
function declaredSide(before: DiffSide, side: DiffSide, asked: AskedModel | null, pairing: Pairing): Variant | null {
    const flows = asked?.model.flows.filter(({ origin }) => !isInBase(origin.file));
    if (!asked || flows!.length === asked.model.flows.length) return null;
    return variantOf(before, side, { ...asked.model, flows: flows! }, pairing);
}

/** HEAD with the questions of BASE, without what zones have from a new place; `null` where none has one. */
function placedSide(before: DiffSide, side: DiffSide, asked: AskedModel | null, pairing: Pairing): Variant | null {
    const said = asked?.model ?? side.model;
    const model = withoutNewPlaces(said, before.lookup, pairing);
    return model === said ? null : variantOf(before, side, model, pairing);
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
): Omit<Compared, 'pairing' | 'partners' | 'cutOut'> {
    const apart = factsAsked(after.model, asked);
    const common = inCommon(before, after, asked, apart, pairing);
    const [old, now] = [withAnswers(before, common.everywhere), withAnswers(after, common.everywhere)];
    const plant = asked ? askedAgain(old, now, asked, apart, common.plant) : { asked: now, alike: null };
    const ownSteps = common.levels ? unchangedLevels : stepsBetween(old, now, pairing);
    const plantSteps = !asked
        ? ownSteps
        : common.plantLevels
          ? unchangedLevels
          : stepsBetween(old, plant.asked, pairing);
    const shown = shownSide(old, now, asked, pairing);
    const declared = declaredSide(old, now, asked, pairing);
    const placed = placedSide(old, now, asked, pairing);
    return { before: old, after: now, ...plant, shown, declared, placed, ownSteps, plantSteps, same: common.same };
}
