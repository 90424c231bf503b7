import type { Analysis } from '../../analysis.ts';
import { library } from '../../analysis.ts';
import type { Assessment, Yardstick } from '../../assessment/index.ts';
import { assess } from '../../assessment/index.ts';
import type { Lookup, Model, Once, Problem } from '../../model/index.ts';
import { lookup, onceOf, onDay } from '../../model/index.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import { problemFindings } from '../../rules/engine/problem-rules.ts';
import { Hearing } from '../../rules/engine/understood.ts';
import type { Gathering, Importing, Lowered, LoweredFile } from '../../syntax/index.ts';
import { merge, Names } from '../../syntax/index.ts';
import type { Answers } from './answers.ts';
import { Loose } from './loose.ts';
import type { LoweredState } from './lowered.ts';
import type { FilePieces } from './pieces.ts';
import { findingNow, placeNow } from './placing.ts';
import type { Said } from './shown.ts';
import { compareShown, Shown } from './shown.ts';

/** What an analysis is made from. */
export interface LiveParts {
    readonly gathering: Gathering<Importing>;
    readonly files: readonly FilePieces[];
    /** What the pieces of each file say, in the order of the files. */
    readonly states: readonly LoweredState[];
    /** Of the present text. */
    readonly problems: readonly Problem[];
    readonly yardstick: Yardstick;
    /** The answers of the rules, of this text or of an earlier one. */
    readonly answers: Answers | null;
    /** What was assessed before, where the facts are still those of the text: its levels are good. */
    readonly levels: Assessment | null;
    /** See {@link Loose}; `null` where the rules were never asked. */
    readonly loose: (() => Loose) | null;
}

/**
 * What an editor works on: the analysis of one state of a model. Places in it are those of the text; they, the model,
 * the lookup and the assessment are made when somebody asks for them.
 */
export class LiveAnalysis implements Analysis {
    readonly root: string;
    readonly gathering: Gathering<Importing>;
    readonly files: readonly FilePieces[];
    readonly problems: readonly Problem[];
    /** For questions of this state that the editor asks more than once. */
    readonly once: Once<LiveAnalysis> = onceOf<LiveAnalysis>(this);
    private readonly parts: LiveParts;
    private readonly byUri: ReadonlyMap<string, FilePieces>;
    private readonly hearing: Hearing;
    private readonly shown = new Map<string, readonly Shown[]>();
    private madeLowered: Lowered | undefined;
    private madeModel: Model | undefined;
    private madeLookup: Lookup | undefined;
    private madeAssessment: Assessment | undefined;
    private madeFindings: readonly Finding[] | undefined;
    private madeLoose: Loose | undefined;
    private madeSaid: readonly Said[] | undefined;

    constructor(parts: LiveParts) {
        this.parts = parts;
        this.gathering = parts.gathering;
        this.files = parts.files;
        this.problems = parts.problems;
        this.root = parts.files[0]!.uri;
        this.hearing = new Hearing(parts.problems);
        this.byUri = new Map(parts.files.map(file => [file.uri, file]));
    }

    get lowered(): Lowered {
        return (this.madeLowered ??= this.merged());
    }

    private merged(): Lowered {
        const names = new Names(library().names);
        names.declare(
            this.files.flatMap(file => file.pieces.map((piece, index) => piece.parsedAt(file.starts[index]!))),
        );
        const files = this.parts.states.map(({ file, pieces }) =>
            joined(
                file.uri,
                pieces.map((piece, index) => piece.at(file.starts[index]!)),
            ),
        );
        const { model } = merge(files, names, library());
        return { model, problems: this.problems, names, files };
    }

    get model(): Model {
        return (this.madeModel ??= onDay(this.whole, this.parts.yardstick.today));
    }

    get whole(): Model {
        return this.lowered.model;
    }

    get lookup(): Lookup {
        return (this.madeLookup ??= lookup(this.model, this.whole));
    }

    get assessment(): Assessment {
        return (this.madeAssessment ??= assess(this.lookup, this.parts.yardstick, this.parts.levels ?? undefined));
    }

    /** Problems and the answers of the rules, in the order of the files and places. */
    get findings(): readonly Finding[] {
        return (this.madeFindings ??= [
            ...this.files.flatMap(({ uri }) => this.findingsIn(uri).map(shown => shown.whole)),
            ...(this.parts.answers?.outside ?? [])
                .filter(({ rule }) => this.hearing.hears(rule))
                .flatMap(finding => {
                    const now = findingNow(finding, this.byUri);
                    return now ? [this.hearing.safe(now)] : [];
                }),
        ]);
    }

    /** For whoever cannot wait and asks for no places. */
    get loose(): Loose {
        return (this.madeLoose ??= this.parts.loose?.() ?? new Loose(this, this.lowered.names, []));
    }

    /** What is found, in no order: for those who count. */
    get said(): readonly Said[] {
        return (this.madeSaid ??= [
            ...problemFindings(this.problems),
            ...(this.parts.answers?.all ?? []).filter(({ rule }) => this.hearing.hears(rule)),
        ]);
    }

    /**
     * What the statements of the top level around an offset of a file say: the one that the offset is in, and the one
     * that ends there. The rest of the model is not made for it.
     */
    around(uri: string, offset: number): readonly LoweredFile[] {
        const state = this.parts.states.find(({ file }) => file.uri === uri);
        if (!state) return [];
        const position = state.file.positionAt(offset);
        return [position - 1, position].flatMap(each => state.pieces[each]?.at(state.file.starts[each]!) ?? []);
    }

    /** The name of the system; empty where there is none. */
    get system(): string {
        return this.parts.states.find(({ shared }) => shared.systems.length > 0)?.shared.systems[0]!.name ?? '';
    }

    /** The findings that blame a file, in the order of the text. */
    findingsIn(uri: string): readonly Shown[] {
        const known = this.shown.get(uri);
        if (known) return known;
        const made = this.show(uri);
        this.shown.set(uri, made);
        return made;
    }

    /** The findings of several places of which one at least is in a file; in no order that an edit keeps. */
    sharedIn(uri: string): readonly Shown[] {
        return (this.parts.answers?.sharedIn(uri) ?? []).flatMap(finding => {
            const isShown = this.byUri.has(finding.at.file) && this.hearing.hears(finding.rule);
            const at = isShown ? placeNow(finding.at, this.byUri) : null;
            return at ? [new Shown(finding, at, this.byUri, this.hearing)] : [];
        });
    }

    private show(uri: string): readonly Shown[] {
        const file = this.byUri.get(uri);
        if (!file) return [];
        const problems = problemFindings(this.problems.filter(problem => problem.at.file === uri)).map(
            finding => new Shown(finding, finding.at, null, null),
        );
        const answers = (this.parts.answers?.in(file, this.byUri) ?? [])
            .filter(({ finding }) => this.hearing.hears(finding.rule))
            .map(({ finding, at }) => new Shown(finding, at, this.byUri, this.hearing));
        return problems.length === 0 ? answers : [...problems, ...answers].sort(compareShown);
    }
}

/** What the pieces of a file say, as if it were read as a whole. */
function joined(uri: string, pieces: readonly LoweredFile[]): LoweredFile {
    const whole: Record<string, unknown> = { ...pieces[0] };
    for (const key in whole)
        if (Array.isArray(whole[key]))
            whole[key] = pieces.flatMap(piece => piece[key as keyof LoweredFile] as readonly unknown[]);
    return { ...(whole as unknown as LoweredFile), uri };
}
