import type { Analysis, AnalysisOptions } from '../../analysis.ts';
import { judgeSteps, library } from '../../analysis.ts';
import type { Model, Problem } from '../../model/index.ts';
import { onDay } from '../../model/index.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import { changedFacts, comparesNearlyAlike, isConcerned } from '../../rules/engine/reads.ts';
import { goOnFrom } from '../../reconcile/index.ts';
import type { Settings } from '../../settings/index.ts';
import { defaultSettings } from '../../settings/index.ts';
import type { Gathering, Importing, NamesChange, Parsed, Source } from '../../syntax/index.ts';
import { gather, lackNow, merge, modelProblems, Names } from '../../syntax/index.ts';
import { LiveAnalysis } from './analysis.ts';
import { Answers } from './answers.ts';
import { differingIn, sameFacts } from './facts.ts';
import { Loose } from './loose.ts';
import type { LoweredState } from './lowered.ts';
import { relower, saidSince } from './lowered.ts';
import type { FilePieces } from './pieces.ts';
import { findingsRenewed, type FilesNow, problemNow } from './placing.ts';

/** What a model is made from at one moment. */
export interface ModelInput extends Omit<Source, 'parse' | 'expect'> {
    readonly root: FilePieces;
    /** The present state of another file; see `Source.parse`. */
    file(uri: string): FilePieces | { readonly unreadable: string } | undefined;
    /** Differs when a file may have been renamed that is found by both names; see `Source.foldsCase`. */
    readonly renames?: number;
    readonly settings: Settings;
    /** `YYYY-MM-DD`. */
    readonly today: string;
}

/** Where the imports of a model lead now. */
function sourceOf(input: ModelInput): Omit<Source<Head>, 'expect'> {
    return {
        parse: uri => {
            const file = input.file(uri);
            return file === undefined || 'unreadable' in file ? file : headOf(file);
        },
        resolve: (from, path) => input.resolve(from, path),
        refuses: (from, uri) => input.refuses?.(from, uri) ?? null,
        inOtherCase: (from, path) => input.inOtherCase?.(from, path) ?? null,
        foldsCase: input.foldsCase === true,
    };
}

/** What the rules were asked of, and what they said. */
interface Judged {
    readonly facts: number;
    readonly settings: Settings;
    readonly today: string;
    readonly analysis: Analysis;
    readonly answers: Answers;
    /** What each rule answered, by its id, before anybody accepted any of it. */
    readonly byRule: ReadonlyMap<string, readonly Finding[]>;
    /** The states of the files by their URIs. */
    readonly stamps: ReadonlyMap<string, number>;
    readonly states: readonly LoweredState[];
}

const nothing: NamesChange = { lastParts: new Set(), renumbered: new Set() };

/**
 * After so many edits that changed no fact the rules are asked all the same: places would be followed through all of
 * them.
 */
const mostDead = 100;

/**
 * One model that is kept up to date. {@link update} takes an edit in, and costs what the edit changes; {@link
 * judgeSteps} asks the rules anew, where a fact has changed since they were asked.
 */
export class LiveModel {
    private files: readonly FilePieces[] = [];
    private gathering: Gathering<Importing> = { files: [], problems: [], imports: new Map() };
    private readonly names = new Names(library().names);
    private states: readonly LoweredState[] = [];
    private problems: readonly Problem[] = [];
    private settings: Settings = defaultSettings;
    private today = '';
    private renames: number | undefined;
    private changes = 0;
    private judged: Judged | null = null;
    private present: LiveAnalysis | null = null;

    /** Differs when a fact has changed. */
    get facts(): number {
        return this.changes;
    }

    /** The analysis of the present text; its answers may be those of an earlier one. */
    get analysis(): LiveAnalysis | null {
        return this.present;
    }

    /** True where the model is that of these files, settings and day. */
    isUpToDate(input: ModelInput): boolean {
        const { root, file, settings, today } = input;
        if (this.present === null || this.settings !== settings || this.today !== today || this.files[0] !== root)
            return false;
        if (this.renames !== input.renames) return false;
        const source = sourceOf(input);
        return [...this.gathering.imports].every(([from, links]) =>
            links.every(link =>
                // What must not be read is not read to see whether it has changed.
                link.lack === null
                    ? this.files.includes(file(link.uri) as FilePieces)
                    : lackNow(source, from, link) === link.lack,
            ),
        );
    }

    /** True where the rules have to be asked for the present facts. */
    get isUnjudged(): boolean {
        const { judged } = this;
        return (
            judged === null ||
            judged.facts !== this.facts ||
            judged.settings !== this.settings ||
            judged.today !== this.today ||
            this.files.some(file => file.dead > mostDead && judged.stamps.get(file.uri) !== file.stamp)
        );
    }

    /**
     * The state of a file of which the answers speak; `null` where there are none, or the model does not have the file.
     */
    stampOf(uri: string): number | null {
        return this.judged?.stamps.get(uri) ?? null;
    }

    /** Takes the present texts in. */
    update(input: ModelInput): LiveAnalysis {
        const gathering = gather<Head>(headOf(input.root), sourceOf(input));
        const files = gathering.files.map(head => head.pieces);
        const known = new Map(this.states.map(state => [state.file.uri, state]));
        const { removed, added } = exchanged(known, files);
        const sameFiles =
            files.length === this.files.length && files.every((file, index) => file.uri === this.files[index]!.uri);
        const change =
            removed.length + added.length === 0 && sameFiles
                ? nothing
                : this.names.update(orderOf(files), removed, added, sameFiles);
        const relowered = relower(files, known, this.names, change);
        const byUri = new Map(files.map(file => [file.uri, file]));
        if (!sameFiles || !sameFacts(relowered.before, relowered.after, byUri)) this.changes++;
        this.files = files;
        this.gathering = gathering;
        this.states = relowered.states;
        this.settings = input.settings;
        this.today = input.today;
        this.renames = input.renames;
        this.problems = this.problemsNow();
        return (this.present = this.analysisNow());
    }

    private problemsNow(): readonly Problem[] {
        const byUri = new Map(this.files.map(file => [file.uri, file]));
        const said = this.states.map(state => state.shared);
        const shared = modelProblems(said, this.names, library()).map(problem => problemNow(problem, byUri));
        return [...this.gathering.problems, ...this.states.flatMap(({ problems }) => problems), ...shared];
    }

    private analysisNow(): LiveAnalysis {
        const { judged, names, states } = this;
        return new LiveAnalysis({
            gathering: this.gathering,
            files: this.files,
            states,
            problems: this.problems,
            yardstick: { today: this.today, matrix: this.settings.riskMatrix },
            answers: judged?.answers ?? null,
            levels: judged?.facts === this.facts && judged.today === this.today ? judged.analysis.assessment : null,
            loose: judged && (() => new Loose(judged.analysis, names, saidSince(judged.states, states))),
        });
    }

    /**
     * Asks the rules of the present facts, in steps. Meanwhile the model may be updated: the answers are followed to
     * where they belong then. Whoever leaves in the middle can begin anew at any time.
     */
    *judgeSteps(): Generator<void, LiveAnalysis> {
        const { files, facts, settings, today, states } = this;
        const { model } = merge(
            states.flatMap(({ pieces }) => pieces.map(({ lowered }) => lowered)),
            this.names,
            library(),
        );
        yield;
        const inFiles = { ...model, files: files.map(file => file.uri) };
        const now = new Map(files.map(file => [file.uri, file]));
        const byRule = new Map<string, readonly Finding[]>();
        const analysis = yield* judgeSteps(
            { root: files[0]!.uri, model: inFiles, problems: [] },
            { today, settings, answers: byRule, ...this.knownFor(inFiles, settings, today, now) },
        );
        this.judged = {
            facts,
            settings,
            today,
            analysis,
            states,
            byRule,
            answers: new Answers(analysis.findings, now),
            stamps: new Map(files.map(file => [file.uri, file.stamp])),
        };
        return (this.present = this.analysisNow());
    }

    /**
     * The answers of rules that read nothing that has changed since they were asked; the others are asked again, and
     * a comparison goes on from the one before where it can.
     */
    private knownFor(
        whole: Model,
        settings: Settings,
        today: string,
        files: FilesNow,
    ): Pick<AnalysisOptions, 'known' | 'begins'> {
        const { judged } = this;
        if (!judged || judged.settings !== settings || judged.today !== today) return {};
        const differing = differingIn(files);
        const { model: old, whole: oldWhole } = judged.analysis;
        const changed = new Set(changedFacts(oldWhole, whole, differing));
        const model = onDay(whole, today);
        if (old !== oldWhole || model !== whole)
            for (const fact of changedFacts(old, model, differing)) changed.add(fact);
        return {
            known: rule => {
                const before = isConcerned(rule, changed) ? undefined : judged.byRule.get(rule.id);
                return (before && findingsRenewed(before, files)) ?? undefined;
            },
            begins: comparesNearlyAlike(changed) ? lookup => goOnFrom(judged.analysis.lookup, lookup) : undefined,
        };
    }
}

/** The trees of all pieces, in the order of the model. */
function orderOf(files: readonly FilePieces[]): readonly Parsed[] {
    const order: Parsed[] = [];
    for (const { pieces } of files) for (const { parsed } of pieces) order.push(parsed);
    return order;
}

/** The pieces that are there no more, and those that have come. Files whose state is the same are not looked at. */
function exchanged(
    known: ReadonlyMap<string, LoweredState>,
    files: readonly FilePieces[],
): { readonly removed: readonly Parsed[]; readonly added: readonly Parsed[] } {
    const removed: Parsed[] = [];
    const added: Parsed[] = [];
    const uris = new Set(files.map(({ uri }) => uri));
    for (const [uri, { file }] of known) if (!uris.has(uri)) for (const { parsed } of file.pieces) removed.push(parsed);
    for (const file of files) {
        const before = known.get(file.uri)?.file;
        if (before === file) continue;
        for (const piece of before?.pieces ?? []) if (file.positionOf(piece) === undefined) removed.push(piece.parsed);
        for (const piece of file.pieces) if (before?.positionOf(piece) === undefined) added.push(piece.parsed);
    }
    return { removed, added };
}

/** As much of a file as says what it imports, with its offsets. */
interface Head extends Importing {
    readonly pieces: FilePieces;
}

function headOf(pieces: FilePieces): Head {
    const file = { $type: 'File', start: 0, end: pieces.text.length, statements: pieces.imports } as Parsed['file'];
    return { uri: pieces.uri, file, pieces };
}
