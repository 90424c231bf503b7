import { library } from '../analysis.ts';
import { assess } from '../assessment/index.ts';
import type { Problem } from '../model/index.ts';
import { lookup } from '../model/index.ts';
import { checkSteps } from '../rules/engine/check.ts';
import { inOrder } from '../rules/engine/order.ts';
import type { Finding } from '../rules/engine/finding.ts';
import { shownFindings } from '../rules/engine/understood.ts';
import type { Settings } from '../settings/index.ts';
import type { Gathering, Lowered, Parsed, Source } from '../syntax/index.ts';
import { gather, merge, Names } from '../syntax/index.ts';
import { LiveAnalysis } from './live-analysis.ts';
import { ModelFile } from './model-file.ts';
import { differenceOf, movedFinding, touches } from './moved.ts';
import type { Retold } from './same-facts.ts';
import { sameFacts } from './same-facts.ts';
import { sameTree } from './same-tree.ts';

/** What a model is made from at one moment. */
export interface ModelInput {
    readonly root: Parsed;
    readonly source: Source;
    textOf(uri: string): string;
    readonly settings: Settings;
    readonly today: string;
}

/** The answers of the last analysis at their present places. */
interface Moved {
    readonly answers: readonly Finding[];
    /** The rules that have to be asked again: their messages repeat a text that has changed. */
    readonly again: ReadonlySet<string>;
}

/** What the last finished analysis was made from. */
interface Finished {
    readonly analysis: LiveAnalysis;
    readonly names: Names;
    readonly files: readonly ModelFile[];
    readonly texts: ReadonlyMap<string, string>;
    /** The answers of the rules, without problems of the text. */
    readonly answers: readonly Finding[];
    readonly settings: Settings;
    readonly today: string;
}

/**
 * One model of the workspace, kept up to date: files that have not changed are lowered once, and an edit that changes no fact
 * (comments, layout, titles) moves the findings instead of asking the rules again.
 */
export class LiveModel {
    private names = new Names(null);
    private declared: readonly Parsed[] = [];
    private states = new Map<string, ModelFile>();
    private finished: Finished | null = null;
    /** All that messages and fixes say, rule by rule, once somebody has looked for a word in it. */
    private readonly said = new Map<string, string>();
    private readonly touched = new Map<string, readonly number[]>();
    private byRule: ReadonlyMap<string, readonly number[]> | null = null;

    get analysis(): LiveAnalysis | null {
        return this.finished?.analysis ?? null;
    }

    /** The settings and the day of the last analysis. */
    get settings(): Settings | null {
        return this.finished?.settings ?? null;
    }

    get today(): string | null {
        return this.finished?.today ?? null;
    }

    /** Analyses in steps. Whoever leaves in the middle can begin anew at any time. */
    *update(input: ModelInput): Generator<void, LiveAnalysis> {
        const gathering = gather(input.root, input.source);
        yield;
        this.redeclare(gathering.files);
        const files: ModelFile[] = [];
        for (const [index, parsed] of gathering.files.entries()) {
            const known = this.states.get(parsed.uri);
            if (known?.parsed === parsed) files.push(known);
            else {
                const state = this.read(parsed, this.finished?.files[index]);
                this.states.set(parsed.uri, state);
                files.push(state);
                yield;
            }
        }
        const names = this.names;
        const moved = this.moved(files, input);
        const make = (): Lowered => merge(files.map(file => file.lowered), names, library());
        if (moved && moved.again.size === 0) {
            const problems = [...gathering.problems, ...files.flatMap(file => file.problems), ...this.modelProblems(names, files)];
            return this.finish(input, gathering, files, problems, moved.answers, make);
        }
        const lowered = make();
        yield;
        const questions = lookup(lowered.model);
        yield;
        const assessment = assess(questions);
        yield;
        const context = { model: lowered.model, lookup: questions, assessment, today: input.today, riskMatrix: input.settings.riskMatrix };
        const steps = checkSteps(context, input.settings, moved ? { known: knownAnswers(moved) } : {});
        const answers = inOrder(yield* steps, gathering.files.map(file => file.uri));
        if (moved) for (const rule of moved.again) this.said.delete(rule);
        else this.said.clear();
        this.touched.clear();
        this.byRule = null;
        const problems = [...gathering.problems, ...lowered.problems];
        const done = this.finish(input, gathering, files, problems, answers, () => lowered);
        Object.assign(done, { madeLookup: questions, madeAssessment: assessment });
        return done;
    }

    /** A file that has changed. Where the last analysis knew the same tree without a fault, nothing new has to be understood. */
    private read(parsed: Parsed, last: ModelFile | undefined): ModelFile {
        const faultless = last?.uri === parsed.uri && last.problems.length === 0 && parsed.mistakes.length === 0 && this.finished?.names === this.names;
        return new ModelFile(parsed, this.names, faultless ? { state: last, retold: sameTree(last.parsed, parsed) } : null);
    }

    /** Problems that no file has alone, of a model whose names are unchanged: few, and found without merging all files. */
    private modelProblems(names: Names, files: readonly ModelFile[]): readonly Problem[] {
        const systems = files.reduce((sum, file) => sum + file.systems, 0);
        if (names.duplicates.length === 0 && systems < 2) return [];
        const own = new Set(files.flatMap(file => file.problems));
        return merge(files.map(file => file.lowered), names, library()).problems.filter(problem => !own.has(problem));
    }

    private finish(
        input: ModelInput, gathering: Gathering, files: readonly ModelFile[], problems: readonly Problem[], answers: readonly Finding[], make: () => Lowered,
    ): LiveAnalysis {
        const order = gathering.files.map(file => file.uri);
        const findings = problems.length === 0 ? answers : shownFindings(problems, answers, order);
        const analysis = new LiveAnalysis(input.root.uri, gathering, problems, findings, input.settings.riskMatrix, make);
        const texts = new Map(order.map(uri => [uri, input.textOf(uri)]));
        this.finished = { analysis, names: this.names, files, texts, answers, settings: input.settings, today: input.today };
        for (const file of files) file.forget();
        for (const uri of this.states.keys()) if (!texts.has(uri)) this.states.delete(uri);
        return analysis;
    }

    /** Brings the names up to the present trees; where that changes what others may mention, every file is lowered anew. */
    private redeclare(files: readonly Parsed[]): void {
        const sameFiles = files.length === this.declared.length && files.every((file, index) => file.uri === this.declared[index]!.uri);
        const isSame = (): boolean => {
            const changed = files.flatMap((file, index) => (file === this.declared[index] ? [] : [index]));
            const { lastParts, renumbered } = this.names.update(files, changed.map(index => this.declared[index]!), changed.map(index => files[index]!));
            return lastParts.size === 0 && renumbered.size === 0;
        };
        if (!sameFiles || !isSame()) {
            this.names = new Names(library().names);
            this.names.declare(...files);
            this.states = new Map();
        }
        this.declared = files;
    }

    /** What is left of the last analysis; `null` where a fact has changed and all rules must be asked. */
    private moved(files: readonly ModelFile[], input: ModelInput): Moved | null {
        const last = this.finished;
        if (!last || last.names !== this.names || last.settings !== input.settings || last.today !== input.today) return null;
        if (files.length !== last.files.length || files.some((file, index) => file.uri !== last.files[index]!.uri)) return null;
        let answers = last.answers;
        const changed = files.filter((file, index) => file !== last.files[index]);
        const retold = changed.map(file => retoldSince(last.files.find(other => other.uri === file.uri)!, file));
        if (retold.some(words => words === null)) return null;
        const again = this.rulesThatSay(retold.flatMap(words => words!), answers);
        for (const { uri } of changed) {
            const difference = differenceOf(last.texts.get(uri)!, input.textOf(uri));
            const there = [...answers];
            for (const index of this.touching(answers, uri)) {
                const before = answers[index]!;
                if (again.has(before.rule)) continue;
                const finding = movedFinding(before, uri, difference);
                if (!finding) return null;
                there[index] = finding;
            }
            answers = there;
        }
        return { answers, again };
    }

    /** The positions of the answers that speak of a file; moving them changes neither their order nor their number. */
    private touching(answers: readonly Finding[], file: string): readonly number[] {
        const known = this.touched.get(file);
        if (known) return known;
        const found = answers.flatMap((finding, index) => (touches(finding, file) ? [index] : []));
        this.touched.set(file, found);
        return found;
    }

    /** The rules whose messages, related places or fixes repeat one of these words. */
    private rulesThatSay(words: readonly string[], answers: readonly Finding[]): ReadonlySet<string> {
        if (words.length === 0) return new Set();
        this.byRule ??= Map.groupBy(answers.keys(), index => answers[index]!.rule);
        const wanted = words.flatMap(word => [word, word.replace(/["\\]/g, '\\$&')]);
        return new Set([...this.byRule].filter(([rule, indexes]) => {
            const text = this.said.get(rule) ?? textOf(indexes.map(index => answers[index]!));
            this.said.set(rule, text);
            return wanted.some(word => text.includes(word));
        }).map(([rule]) => rule));
    }
}

/** The texts in which two states of a file differ; `null` where they differ in a fact. */
function retoldSince(before: ModelFile, after: ModelFile): readonly Retold[] | null {
    if (after.compared?.state === before) return after.compared.retold;
    return sameFacts(before.lowered, after.lowered);
}

function textOf(findings: readonly Finding[]): string {
    const parts: string[] = [];
    const collect = (value: unknown): void => {
        if (typeof value === 'string') parts.push(value);
        else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each);
    };
    for (const finding of findings) {
        parts.push(finding.message);
        collect(finding.related);
        collect(finding.fixes);
    }
    return parts.join('\n');
}

/** What the rules that are not asked again answer; who accepts it is found out anew. */
function knownAnswers({ answers, again }: Moved): (rule: string) => readonly Finding[] | undefined {
    const byRule = new Map<string, Finding[]>();
    for (const finding of answers) {
        if (again.has(finding.rule)) continue;
        const plain = finding.whole ?? (finding.accepted === null ? finding : { ...finding, accepted: null });
        const others = byRule.get(finding.rule);
        if (others) others.push(plain);
        else byRule.set(finding.rule, [plain]);
    }
    return rule => (again.has(rule) ? undefined : byRule.get(rule) ?? []);
}
