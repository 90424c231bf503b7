import type { Assessment } from './assessment/index.ts';
import { assess } from './assessment/index.ts';
import { library } from './built-in.ts';
import { knowledge } from './knowledge.ts';
import type { Lookup, Model, Problem } from './model/index.ts';
import { drained, lookupSteps, onDay } from './model/index.ts';
import type { CheckOptions } from './rules/engine/check.ts';
import { checkSteps } from './rules/engine/check.ts';
import type { Finding } from './rules/engine/finding.ts';
import { shownFindings } from './rules/engine/understood.ts';
import type { Settings } from './settings/index.ts';
import { defaultSettings } from './settings/index.ts';
import type { Parsed, Source } from './syntax/index.ts';
import { gather, lower } from './syntax/index.ts';

/** One model and what is found in it. Everything in it is readonly and can be kept; it holds no text and no tree. */
export interface Analysis {
    readonly root: string;
    /** As it stands on the day: without what is planned for a later one, and what is retired. */
    readonly model: Model;
    /** All that the text says, on whatever day. */
    readonly whole: Model;
    readonly lookup: Lookup;
    readonly problems: readonly Problem[];
    readonly assessment: Assessment;
    /** Problems and the answers of the rules, in the order of the files and places. */
    readonly findings: readonly Finding[];
}

/** On which day a text is analysed, and what else is known. */
export interface AnalysisOptions extends CheckOptions {
    /** The day on which due dates and expiries are judged, `YYYY-MM-DD`. */
    readonly today: string;
    readonly settings?: Settings;
    /** Gets the questions of the model before any rule asks one. */
    readonly begins?: ((lookup: Lookup) => void) | undefined;
    /** Leaves the rules unasked: for commands that only want the model. */
    readonly withoutRules?: boolean;
}

export { knowledge, library };

/** A model as its text says it, before anybody judges it. It holds no tree. */
export interface Understood {
    readonly root: string;
    readonly model: Model;
    readonly problems: readonly Problem[];
}

/**
 * Reads the model of a root file.
 * @param root the parsed root
 * @param source where its imports come from
 * @param empties true for a file whose tree nobody needs afterwards: it is taken apart while the model is made
 */
export function understand(root: Parsed, source: Source, empties?: (file: Parsed) => boolean): Understood {
    const gathering = gather(root, source);
    const { model, problems } = lower(gathering.files, library(), knowledge, {}, empties);
    return { root: root.uri, model, problems: [...gathering.problems, ...problems] };
}

/** Assesses a model and asks the rules. */
export function judge(understood: Understood, options: AnalysisOptions): Analysis {
    return drained(judgeSteps(understood, options));
}

/** {@link judge} in steps, for whoever has something else to answer meanwhile, or may want to give up. */
export function* judgeSteps(
    { root, model: whole, problems }: Understood,
    options: AnalysisOptions,
): Generator<void, Analysis> {
    const model = onDay(whole, options.today);
    const questions = yield* lookupSteps(model, library().apart, whole);
    options.begins?.(questions);
    yield;
    const { riskMatrix } = options.settings ?? defaultSettings;
    const assessment = assess(questions, { today: options.today, matrix: riskMatrix });
    const unjudged = {
        root,
        model,
        whole,
        lookup: questions,
        problems,
        assessment,
        findings: shownFindings(problems, [], model.files),
    };
    return options.withoutRules ? unjudged : yield* ruledSteps(unjudged, options);
}

/**
 * An analysis with the answers of the rules, for whoever has something to start before they are asked.
 * @param unjudged one whose rules were left unasked
 */
export function judged(unjudged: Analysis, options: AnalysisOptions): Analysis {
    return drained(ruledSteps(unjudged, options));
}

function* ruledSteps(unjudged: Analysis, options: AnalysisOptions): Generator<void, Analysis> {
    const { model, whole, lookup, assessment, problems } = unjudged;
    // Nearly every rule asks for the levels: they are a step of their own.
    yield* assessment.levelSteps();
    yield;
    const answers = yield* checkSteps(
        { model, whole, lookup, assessment, today: options.today },
        options.settings ?? defaultSettings,
        options,
    );
    return { ...unjudged, findings: shownFindings(problems, answers, model.files) };
}

/** {@link understand} and {@link judge} in one. */
export function analyse(root: Parsed, source: Source, options: AnalysisOptions): Analysis {
    return judge(understand(root, source), options);
}
