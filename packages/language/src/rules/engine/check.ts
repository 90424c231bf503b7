import { nearest } from '../../model/nearest.ts';
import type { Fix, Lookup, Related } from '../../model/index.ts';
import { drained, nameOf, retiredOn } from '../../model/index.ts';
import type { PlacedAccept } from './acceptance.ts';
import { acceptsOf, speakingOf } from './acceptance.ts';
import type { Finding, Part } from './finding.ts';
import { differing, hasLaterFixes, withFixes } from './finding.ts';
import { withAbsent } from '../ask/uses.ts';
import { rules } from '../index.ts';
import { inOrder } from './order.ts';
import type { Acceptance, Answer, Context, Rule } from './rule.ts';
import type { Settings } from '../../settings/index.ts';
import { defaultSettings } from '../../settings/index.ts';

/** How a model is checked. */
export interface CheckOptions {
    /** The rules to ask; all of them when nothing is given. */
    readonly rules?: readonly Rule[];
    /** Lets a rule that throws end the check, which tests want. Otherwise it becomes a finding of that rule. */
    readonly strict?: boolean;
    /** Milliseconds since any moment. With it, `spent` gets the time that each rule took, by its id. */
    readonly clock?: () => number;
    readonly spent?: Map<string, number>;
    /** What a rule answered before, by the same settings, where it would answer the same; it is not asked then. */
    readonly known?: ((rule: Rule) => readonly Finding[] | undefined) | undefined;
    /** Gets what each rule answered, by its id, before anybody accepted any of it. */
    readonly answers?: Map<string, readonly Finding[]> | undefined;
}

const none: readonly never[] = [];

function partsOf({ subject, at, gathers = false }: Answer, related: readonly Related[]): readonly Part[] {
    const others = related.flatMap((each): readonly Part[] =>
        each.blamed ? [{ subject: each.blamed.subject, at: each.blamed.at ?? each.at }] : [],
    );
    return gathers && others.length > 0 ? others : [{ subject, at }, ...others];
}

/**
 * Makes one piece of a text that was put together: V8 keeps each step of that until somebody reads the text, which is
 * several times its length, and a large model has a hundred thousand of them.
 */
function settle(text: string): void {
    void Number(text);
}

/** A finding before anybody accepted it. */
function findingOf(rule: Rule, answer: Answer, settings: Settings, strict: boolean): Finding | null {
    const severity = settings.rules.get(rule.id) ?? answer.severity ?? rule.severity;
    if (severity === 'off') return null;
    const { related = none, fixes = none } = answer;
    settle(answer.message);
    for (const each of related) settle(each.message);
    const settled = (some: readonly Fix[]): readonly Fix[] => {
        for (const each of some) settle(each.title);
        return some;
    };
    const finding = {
        rule: rule.id,
        severity,
        message: answer.message,
        at: answer.at,
        subject: answer.subject,
        basis: answer.basis ?? rule.basis,
        fixes: typeof fixes === 'function' ? none : settled(fixes),
        related,
        parts: partsOf(answer, related),
        accepted: null,
    };
    if (typeof fixes !== 'function') return finding;
    const make = (): readonly Fix[] => {
        try {
            return settled(fixes());
        } catch (error) {
            if (strict) throw error;
            return none;
        }
    };
    return withFixes(finding, make, finding.message, answer.fixTitles);
}

/** What is reported of a rule that failed, so that the other rules are still heard. */
function failure(rule: Rule, context: Context, error: unknown): Answer {
    const { model } = context;
    return {
        at: model.system ? nameOf(model.system.origin) : { file: model.files[0] ?? '', start: 0, end: 0 },
        subject: model.system?.id ?? null,
        message:
            `The rule ${rule.id} failed on this model and checked nothing: ` +
            `${error instanceof Error ? error.message : String(error)}. Please report it with the model; until ` +
            `then set the rule to \`off\`.`,
    };
}

/**
 * True for what blames conduits alone that join fewer than two zones: a problem says so, and nothing about their
 * boundary means anything.
 */
function isUnfinished(finding: Finding, lookup: Lookup): boolean {
    return finding.parts.every(({ subject, at }) => {
        const conduit = subject === null ? undefined : lookup.conduit(subject);
        return (
            conduit !== undefined &&
            conduit.between.length < 2 &&
            at.start === conduit.origin.name.start &&
            at.file === conduit.origin.file
        );
    });
}

/** Asks a rule, in the steps that it has. */
function* askSteps(
    rule: Rule,
    context: Context,
    settings: Settings,
    options: CheckOptions,
): Generator<void, readonly Finding[]> {
    if (settings.rules.get(rule.id) === 'off') return [];
    const start = options.clock?.() ?? 0;
    if (rule.steps) {
        try {
            for (const _step of rule.steps(context)) yield;
        } catch {
            // It fails once more when it is asked, and is reported there.
        }
    }
    const found: Finding[] = [];
    const report = (answer: Answer): void => {
        const finding = findingOf(rule, answer, settings, options.strict ?? false);
        if (finding && !isUnfinished(finding, context.lookup)) found.push(finding);
    };
    try {
        const steps = rule.check(context, report);
        if (steps) for (const _step of steps) yield;
    } catch (error) {
        if (options.strict) throw error;
        report(failure(rule, context, error));
    }
    if (options.clock) options.spent?.set(rule.id, options.clock() - start);
    return found;
}

/** {@link askSteps} without a turn for others. */
function ask(rule: Rule, context: Context, settings: Settings, options: CheckOptions): readonly Finding[] {
    return drained(askSteps(rule, context, settings, options));
}

/**
 * What a rule answered before, where it would answer the same. Fixes that nobody has asked for are those that it gives
 * now: what makes them would keep the model of before alive.
 */
function known(answers: readonly Finding[], again: () => readonly Finding[]): readonly Finding[] {
    if (!answers.some(hasLaterFixes)) return answers;
    let asked: readonly Finding[] | undefined;
    return answers.map((finding, index) =>
        hasLaterFixes(finding) ? withFixes(finding, () => (asked ??= again())[index]?.fixes ?? none) : finding,
    );
}

interface Accepted {
    readonly findings: readonly Finding[];
    readonly acceptances: readonly Acceptance[];
}

/** A finding of which some parts are accepted: it stays for the others. */
function withoutParts(finding: Finding, parts: readonly Part[]): Finding {
    const gone = finding.parts.length - parts.length;
    if (gone === 0) return finding;
    const accepted = gone === 1 ? 'One of these is accepted.' : `${gone} of these are accepted.`;
    return differing(finding, { parts, message: `${finding.message} ${accepted}` });
}

/** Marks what is accepted, and says what became of every accept statement. */
function accept(findings: readonly Finding[], context: Context, settings: Settings, asked: readonly Rule[]): Accepted {
    const known = new Set(asked.map(rule => rule.id));
    const there = acceptsOf(context.model);
    // A rule that does not exist is a mistake of the text, also where something is planned for a later day.
    const all = withAbsent(context.model, context.whole);
    const gone = retiredOn(all, context.today);
    const isToCome = ({ accept: each, holder }: PlacedAccept): boolean =>
        !known.has(each.rule) && !gone.has(holder ?? '') && !there.some(({ accept: other }) => other === each);
    const placed = all === context.model ? there : [...there, ...acceptsOf(all).filter(isToCome)];
    if (placed.length === 0) return { findings, acceptances: [] };
    const byRule = new Map<string, PlacedAccept[]>();
    for (const each of placed) byRule.set(each.accept.rule, [...(byRule.get(each.accept.rule) ?? []), each]);
    const expired = ({ accept: { until } }: PlacedAccept): boolean => until !== null && until.date < context.today;
    const states = new Map<PlacedAccept, Acceptance['state']>();
    const seconds = new Set<PlacedAccept>();
    /** The statement in force that accepts a part; of those that speak of it, each is noted as used or as expired. */
    const acceptOf = (part: Part, candidates: readonly PlacedAccept[]): PlacedAccept | undefined => {
        const speaking = speakingOf(context.lookup, part, candidates);
        const valid = speaking.find(each => !expired(each));
        const needed = valid ?? speaking[0];
        for (const each of speaking) seconds.add(each);
        if (needed && states.get(needed) !== 'used') states.set(needed, valid ? 'used' : 'expired');
        return valid;
    };
    const marked = findings.map(finding => {
        const candidates = byRule.get(finding.rule);
        if (!candidates) return finding;
        // What is accepted where it is gathered, in a conduit for its flows, is accepted for all of them.
        const gathers = !finding.parts.some(({ at }) => at.start === finding.at.start && at.file === finding.at.file);
        const whole = gathers ? acceptOf(finding, candidates) : undefined;
        if (whole) return differing(finding, { accepted: whole.accept });
        const accepted = finding.parts.map(part => acceptOf(part, candidates));
        const [first] = accepted;
        if (first && accepted.every(each => each !== undefined)) return differing(finding, { accepted: first.accept });
        return withoutParts(
            finding,
            finding.parts.filter((_, index) => accepted[index] === undefined),
        );
    });
    const stateOf = (each: PlacedAccept): Acceptance['state'] => {
        if (!known.has(each.accept.rule)) return 'unknown-rule';
        if (settings.rules.get(each.accept.rule) === 'off') return 'idle';
        return states.get(each) ?? 'useless';
    };
    const acceptances = placed.map((each): Acceptance => {
        const state = stateOf(each);
        return {
            accept: each.accept,
            state,
            holder: each.holder,
            isSecond: seconds.has(each),
            nearest: state === 'unknown-rule' ? nearest(each.accept.rule, known) : null,
        };
    });
    return { findings: marked, acceptances };
}

/** When rules are asked. */
interface Turns {
    readonly first: readonly Rule[];
    /** Those that judge claims by what the others found. */
    readonly byFindings: readonly Rule[];
    /** Those that judge `accept` statements: they are asked when everything else has been said. */
    readonly ofAcceptances: readonly Rule[];
}

function turnsOf(asked: readonly Rule[]): Turns {
    const judgesByFindings = (rule: Rule): boolean => rule.id === 'programme-contradicted';
    const judgesAcceptances = (rule: Rule): boolean => rule.id.startsWith('accept-');
    return {
        first: asked.filter(rule => !judgesByFindings(rule) && !judgesAcceptances(rule)),
        byFindings: asked.filter(judgesByFindings),
        ofAcceptances: asked.filter(judgesAcceptances),
    };
}

const ofAllRules = turnsOf(rules);

/**
 * Asks every rule of a model. Never throws, unless `strict` asks for it.
 * @param context the model and what is known of it
 * @param settings the severities; a severity set there stands for every finding of that rule
 * @returns the findings in the order of the files, the places and the rules; accepted ones are among them
 */
export function check(
    context: Context,
    settings: Settings = defaultSettings,
    options: CheckOptions = {},
): readonly Finding[] {
    return inOrder(drained(checkSteps(context, settings, options)), context.model.files);
}

/**
 * {@link check} in steps of one rule each, or less, for whoever has something else to answer meanwhile, or may want to
 * give up. In no order.
 */
export function* checkSteps(
    context: Context,
    settings: Settings = defaultSettings,
    options: CheckOptions = {},
): Generator<void, readonly Finding[]> {
    const aged = { ...context, ages: settings.asFound };
    const asked = options.rules ?? rules;
    const turns = asked === rules ? ofAllRules : turnsOf(asked);
    const first: Finding[] = [];
    for (const rule of turns.first) {
        const before = options.known?.(rule);
        const answers = before
            ? known(before, () => ask(rule, aged, settings, options))
            : yield* askSteps(rule, aged, settings, options);
        options.answers?.set(rule.id, answers);
        for (const finding of answers) first.push(finding);
        yield;
    }
    const found = { ...aged, findings: [...first] };
    for (const rule of turns.byFindings) first.push(...ask(rule, found, settings, options));
    const { findings, acceptances } = accept(first, context, settings, asked);
    const last = turns.ofAcceptances.flatMap(rule =>
        ask(rule, { ...context, acceptances, findings }, settings, options),
    );
    return [...findings, ...last];
}
