import { assess } from '../../../assessment/index.ts';
import { lookup, type Model } from '../../../model/index.ts';
import { acceptsOf } from '../../../rules/engine/acceptance.ts';
import { check, checkSteps, drained, type CheckOptions } from '../../../rules/engine/check.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import { changedFacts, isConcerned, type Fact } from '../../../rules/engine/reads.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { shownFindings } from '../../../rules/engine/understood.ts';
import type { DiffSide } from '../model-diff.ts';
import { fieldsApart } from '../same-said.ts';
import type { AskedModel } from './asked.ts';
import type { Compared } from './reason.ts';

/** True for a rule that answers the same on both sides, so that there is nothing to compare. */
type Alike = (rule: Rule) => boolean;

/** The fields in which two states of an element differ, of one text. */
function differing(old: object, now: object): readonly string[] {
    const [before, after] = [old as Record<string, unknown>, now as Record<string, unknown>];
    const words = (value: unknown): string => JSON.stringify(value);
    return Object.keys(now).filter(key => before[key] !== after[key] && words(before[key]) !== words(after[key]));
}

/** The facts in which a model differs from the same one with the questions of BASE. */
function factsAsked(model: Model, asked: AskedModel | null): ReadonlySet<Fact> {
    if (!asked) return new Set();
    return new Set([
        ...changedFacts(model, asked.model, differing),
        ...(asked.restored === asked.model ? [] : changedFacts(asked.model, asked.restored, differing)),
    ]);
}

/** The facts in which two texts differ; where they are written, and what their files are called, is not one. */
function factsBetween(before: Model, after: Model): readonly Fact[] {
    const found = changedFacts(before, after, fieldsApart);
    return [...found].filter(fact => fact !== 'files' || before.files.length !== after.files.length);
}

/** The rules that `accept` statements speak of: whether these are of use is seen from all that such a rule answers. */
function acceptedRules(...models: readonly Model[]): ReadonlySet<string> {
    return new Set(models.flatMap(model => acceptsOf(model).map(({ accept }) => accept.rule)));
}

/**
 * The rules that need not be asked, because they read nothing that differs: their answers are the same on both sides,
 * in other places of the text at most. `null` where all have to be asked.
 */
function alikeOn(before: DiffSide, after: DiffSide, asked: AskedModel | null, apart: ReadonlySet<Fact>): Alike | null {
    const [old, now] = [before, after];
    if (!old.unasked || !now.unasked || old.settings !== now.settings || old.today !== now.today) return null;
    if (old.problems.length + now.problems.length > 0 || !old.model.system || !now.model.system) return null;
    // What is found in a plant contradicts its programmes, whichever rule finds it.
    if (old.whole.programmes.length + now.whole.programmes.length > 0) return null;
    const changed = new Set([...apart, ...factsBetween(old.whole, now.whole)]);
    if (old.model !== old.whole || now.model !== now.whole)
        for (const fact of factsBetween(old.model, now.model)) changed.add(fact);
    const accepted = acceptedRules(old.model, now.model, ...(asked ? [asked.model] : []));
    return rule => !isConcerned(rule, changed) && !accepted.has(rule.id);
}

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

/** HEAD with the questions of BASE, and what the rules answer then. */
function askedAgain(side: DiffSide, { model, restored }: AskedModel, apart: ReadonlySet<Fact>): DiffSide {
    const { answers, settings, today } = side;
    const unchanged: CheckOptions['known'] =
        answers && (rule => (isConcerned(rule, apart) ? undefined : answers.get(rule.id)));
    const questions = lookup(model);
    const yardstick = { today, matrix: settings.riskMatrix };
    const levels = restored === model ? undefined : assess(lookup(restored), yardstick).levels;
    const assessment = assess(questions, yardstick, levels);
    const context = { model, whole: side.whole, lookup: questions, assessment, today };
    return { ...side, model, lookup: questions, assessment, findings: check(context, settings, { known: unchanged }) };
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
): Pick<Compared, 'before' | 'after' | 'asked'> {
    const apart = factsAsked(after.model, asked);
    const alike = alikeOn(before, after, asked, apart);
    const [old, now] = [withAnswers(before, alike), withAnswers(after, alike)];
    return { before: old, after: now, asked: asked ? askedAgain(now, asked, apart) : now };
}
