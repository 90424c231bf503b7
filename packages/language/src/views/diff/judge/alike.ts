import type { Model } from '../../../model/index.ts';
import { acceptsOf } from '../../../rules/engine/acceptance.ts';
import { changedFacts, concerns, isConcerned, type Fact } from '../../../rules/engine/reads.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import type { DiffSide } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';
import { namesStay, type Repeats } from '../same-said.ts';
import type { AskedModel } from './asked.ts';

/** True for a rule that answers the same of two models, in other places of the text at most. */
export type Alike = (rule: Pick<Rule, 'id'>) => boolean;

/** The fields in which two states of an element differ, of one text. */
function differing(old: object, now: object): readonly string[] {
    const [before, after] = [old as Record<string, unknown>, now as Record<string, unknown>];
    const words = (value: unknown): string => JSON.stringify(value);
    return Object.keys(now).filter(key => before[key] !== after[key] && words(before[key]) !== words(after[key]));
}

/** The facts in which a model differs from the same one with the questions of BASE. */
export function factsAsked(model: Model, asked: AskedModel | null): ReadonlySet<Fact> {
    if (!asked) return new Set();
    return new Set([
        ...changedFacts(model, asked.model, differing),
        ...(asked.restored === asked.model ? [] : changedFacts(asked.model, asked.restored, differing)),
    ]);
}

/** The facts in which two texts differ; where they are written, and what their files are called, is not one. */
function factsBetween(before: Model, after: Model, repeats: Repeats): readonly Fact[] {
    const found = changedFacts(before, after, (old, now) => repeats.fieldsApart(old, now));
    return [...found].filter(fact => fact !== 'files' || before.files.length !== after.files.length);
}

/** The rules that `accept` statements speak of: whether these are of use is seen from all that such a rule answers. */
function acceptedRules(...models: readonly Model[]): ReadonlySet<string> {
    return new Set(models.flatMap(model => acceptsOf(model).map(({ accept }) => accept.rule)));
}

/** What two sides of a comparison have in common, which is not looked at again. */
export interface InCommon {
    /** The rules that need not be asked of any side; `null` where all have to be. */
    readonly everywhere: Alike | null;
    /** The rules of which HEAD with the questions of BASE has the answers of BASE. */
    readonly plant: Alike;
    /** The levels of BASE and HEAD are the same. */
    readonly levels: boolean;
    /** The levels of BASE and of HEAD with the questions of BASE are the same. */
    readonly plantLevels: boolean;
    readonly same: Same;
}

/** What is the same in BASE, in HEAD and in HEAD with the questions of BASE. */
export interface Same {
    /** Who reaches whom, and between which zones sessions go. */
    readonly reach: boolean;
    /** What invariants ask for, and whether they hold. */
    readonly invariants: boolean;
    /** The threats with their risks, and what these are measured by. */
    readonly risks: boolean;
}

const nothingSame: Same = { reach: false, invariants: false, risks: false };

/**
 * What two sides have in common, from the facts in which they differ.
 * @param asked see `askedAlike`
 * @param apart the facts in which that differs from HEAD
 */
export function inCommon(
    before: DiffSide,
    after: DiffSide,
    asked: AskedModel | null,
    apart: ReadonlySet<Fact>,
    pairing: Pairing,
): InCommon {
    const nothing = {
        everywhere: null,
        plant: () => false,
        levels: false,
        plantLevels: false,
        same: nothingSame,
    };
    if (before.settings !== after.settings || before.today !== after.today) return nothing;
    const said = new Set(factsBetween(before.whole, after.whole, pairing.repeats));
    const isAsSaid = before.model === before.whole && after.model === after.whole;
    const now = isAsSaid ? said : new Set(factsBetween(before.model, after.model, pairing.repeats));
    const plant = new Set(asked ? factsBetween(before.model, asked.model, pairing.repeats) : now);
    if (asked && asked.restored !== asked.model)
        for (const fact of factsBetween(before.model, asked.restored, pairing.repeats)) plant.add(fact);
    const stays = namesStay(pairing);
    const levels = stays && !concerns('levels', now);
    const plantLevels = stays && !concerns('levels', plant);
    const isUnderstood = before.problems.length + after.problems.length === 0;
    // What is found in a plant contradicts its programmes, whichever rule finds it.
    const programmes = before.whole.programmes.length + after.whole.programmes.length;
    if (
        !before.unasked ||
        !after.unasked ||
        !isUnderstood ||
        programmes > 0 ||
        !before.model.system ||
        !after.model.system
    )
        return { ...nothing, levels, plantLevels };
    const accepted = acceptedRules(before.model, after.model, ...(asked ? [asked.model] : []));
    const alike =
        (changed: ReadonlySet<Fact>): Alike =>
        rule =>
            !isConcerned(rule, changed) && !accepted.has(rule.id);
    const all = new Set([...apart, ...now, ...plant]);
    if (said.size > 0) plant.add('whole');
    return {
        everywhere: alike(new Set([...apart, ...said, ...now])),
        plant: asked && stays ? alike(plant) : () => false,
        levels,
        plantLevels,
        same: {
            reach: stays && !concerns('reach', all),
            invariants: stays && !concerns('invariants', all),
            risks: stays && !concerns('risks', all),
        },
    };
}
