import type { Position } from 'vscode-languageserver';
import type { FileSystem, SettingsFile, TextState } from '../project/index.ts';
import { normalUri, Project, settingsFileName, Texts, writtenUri } from '../project/index.ts';
import type { Span } from '../model/index.ts';
import type { FilePieces, KeeperHost, LiveAnalysis, ModelInput } from '../project/live/index.ts';
import { Keeper, LiveFiles } from '../project/live/index.ts';
import type { Parsed } from '../syntax/index.ts';
import { isDocument, mostDocuments } from './evidence-names.ts';
import type { DocumentView } from './feature.ts';
import { LineIndex } from './lines.ts';
import { TypingPlace } from './typing.ts';

/** A folder as the project names it. */
const folderUri = (uri: string): string => normalUri(uri).replace(/\/$/, '');

/** What the workspace tells the server. */
export interface Listener extends Pick<KeeperHost, 'analysed' | 'settled' | 'failed' | 'turn'> {
    /** The cursor has moved in a file: what waited for that can be shown. */
    uncovered(uri: string): void;
}

/**
 * A view of one state of a file. A class, and not an object with closures: those would keep all that the method which
 * makes them sees, the view before among it, and so every text and tree of the day.
 */
class StateView implements DocumentView {
    readonly analyses: readonly LiveAnalysis[];
    readonly pieces: FilePieces;
    private readonly state: TextState;

    constructor(state: TextState, pieces: FilePieces, analyses: readonly LiveAnalysis[]) {
        this.state = state;
        this.pieces = pieces;
        this.analyses = analyses;
    }

    get uri(): string {
        return this.state.uri;
    }

    get version(): number | null {
        return this.state.version;
    }

    get text(): string {
        return this.state.text;
    }

    get lines(): LineIndex {
        return new LineIndex(this.state.lines);
    }

    get parsed(): Parsed {
        return this.pieces.parsed;
    }
}

/** All files and models of a workspace: says what belongs together, and keeps the analyses up to date. */
export class Workspace {
    readonly texts: Texts;
    private readonly project: Project;
    private readonly today: () => string;
    private readonly disk: FileSystem;
    private readonly live: LiveFiles;
    private readonly listener: Listener;
    private readonly keeper: Keeper;
    private readonly folders = new Set<string>();
    private readonly found = new Set<string>();
    /** Documents that may be evidence, by folder. */
    private readonly beside = new Map<string, readonly string[]>();
    /** How the editor spells the URIs of its buffers: answers use its spelling. */
    private readonly spellings = new Map<string, string>();
    private readonly views = new Map<
        string,
        { readonly state: TextState; readonly analyses: readonly (LiveAnalysis | null)[]; readonly view: DocumentView }
    >();
    private edited: string | null = null;
    /** How often a file changed that is called otherwise than the name by which it was found. */
    private renames = 0;
    readonly typing = new TypingPlace();

    constructor(disk: FileSystem, today: () => string, listener: Listener) {
        this.disk = disk;
        this.listener = listener;
        this.today = today;
        this.texts = new Texts(disk);
        this.project = new Project(this.texts);
        this.live = new LiveFiles(this.texts);
        this.keeper = new Keeper({
            roots: () => this.rootsNow(),
            input: root => this.inputOf(root),
            analysed: (root, analysis) => listener.analysed(root, analysis),
            settled: () => listener.settled(),
            failed: error => listener.failed(error),
            ...(listener.turn ? { turn: () => listener.turn!() } : {}),
        });
    }

    open(uri: string, text: string, version: number): void {
        const normal = normalUri(uri);
        this.spellings.set(normal, uri);
        const before = this.texts.isOpen(normal) ? this.texts.state(normal)?.text : undefined;
        if (before !== undefined) this.typing.edited(normal, before, text);
        this.texts.open(normal, text, version);
        this.changed(normal);
    }

    close(uri: string): void {
        const normal = normalUri(uri);
        this.texts.close(normal);
        this.spellings.delete(normal);
        this.views.delete(normal);
        this.changed(normal);
    }

    /** Looks for models in folders; their findings follow. */
    async scan(folders: readonly string[]): Promise<void> {
        for (const folder of folders.map(folderUri)) {
            this.folders.add(folder);
            for (const uri of await this.modelsIn(folder)) this.found.add(uri);
        }
        this.changed(null);
    }

    /** The models in a folder; the documents beside them are remembered. */
    private async modelsIn(folder: string): Promise<readonly string[]> {
        const documents: string[] = [];
        const models = await this.project.modelFiles(folder, undefined, undefined, uri => {
            if (documents.length < mostDocuments && isDocument(uri)) documents.push(uri);
        });
        this.beside.set(folder, documents);
        return models;
    }

    /**
     * The URIs of documents in the folders, as they were at the last look. Another look begins, for the next question.
     */
    documents(): readonly string[] {
        void this.search();
        return [...this.beside.values()].flat();
    }

    /** Looks for files that have come into the folders. */
    async search(): Promise<void> {
        const before = this.found.size;
        for (const folder of this.folders) for (const uri of await this.modelsIn(folder)) this.found.add(uri);
        if (this.found.size > before) this.changed(null);
    }

    leave(folders: readonly string[]): void {
        for (const folder of folders.map(folderUri)) {
            this.folders.delete(folder);
            this.beside.delete(folder);
            for (const uri of this.found) if (uri.startsWith(`${folder}/`)) this.found.delete(uri);
        }
        this.changed(null);
    }

    /** Files that came, changed or went on disk. */
    changedOnDisk(uris: readonly string[]): void {
        for (const uri of uris.map(normalUri)) {
            this.texts.forget(uri);
            if (!uri.endsWith('.iacs')) continue;
            // How the file is called, where this name finds it and is not its own.
            const there = writtenUri(this.disk, uri);
            if (there !== uri) this.renames++;
            // The folders above may be written in any letters.
            const isRenamed = there.split('/').at(-1) !== uri.split('/').at(-1);
            if (isRenamed || this.disk.stamp(uri) === null) this.found.delete(uri);
            else this.found.add(uri);
        }
        // What the settings left out may be a model now.
        if (uris.some(uri => uri.endsWith(`/${settingsFileName}`))) void this.search();
        this.changed(null);
    }

    /** Something has changed: the analyses follow, newest edit first. */
    changed(uri: string | null): void {
        this.edited = uri ?? this.edited;
        this.keeper.changed();
    }

    /** Resolves when the analyses are those of the present texts. */
    settled(): Promise<void> {
        return this.keeper.settled();
    }

    private inputOf(root: string): ModelInput | null {
        const pieces = this.live.of(root);
        return pieces === undefined || 'unreadable' in pieces
            ? null
            : {
                  root: pieces,
                  file: uri => this.live.of(uri),
                  resolve: (from, path) => this.project.resolve(from, path),
                  refuses: (from, target) => this.project.refuses(from, target),
                  inOtherCase: (from, path) => this.project.inOtherCase(from, path),
                  foldsCase: this.project.foldsCase,
                  renames: this.renames,
                  settings: this.project.settingsFor(root),
                  today: this.today(),
              };
    }

    /** The roots of the workspace, those with the newest edit first. */
    private rootsNow(): string[] {
        const roots = this.candidates().filter(uri => this.live.isRoot(uri));
        const { edited } = this;
        const near = (root: string): boolean =>
            root === edited ||
            (edited !== null && this.keeper.analysisOf(root)?.gathering.imports.has(edited) === true);
        return [...roots.filter(near), ...roots.filter(root => !near(root))];
    }

    private candidates(): readonly string[] {
        const found = [...this.found].filter(uri => !this.project.settings.excludes(uri));
        return [
            ...new Set([
                ...found,
                ...this.texts.openUris.filter(uri => !uri.startsWith('iacs-library:') && !uri.endsWith('.json')),
            ]),
        ].sort();
    }

    /** True for a file that the settings exclude. */
    leavesOut(uri: string): boolean {
        return this.project.settings.excludes(uri);
    }

    settingsOf(root: string): SettingsFile | null {
        return this.project.settings.of(root);
    }

    /** The URI as the editor writes it. */
    spelled(uri: string): string {
        return this.spellings.get(uri) ?? uri;
    }

    /** The lines of a file that can be read. */
    linesOf(uri: string): LineIndex | undefined {
        const state = this.texts.state(uri);
        return state && new LineIndex(state.lines);
    }

    /** The analyses of all models that have been analysed, in the order of their roots. */
    analyses(): readonly LiveAnalysis[] {
        return this.keeper.analyses;
    }

    /** The analyses of the models that a file belongs to. */
    analysesWith(uri: string): readonly LiveAnalysis[] {
        return this.analyses().filter(({ gathering }) => gathering.imports.has(uri) || uri.startsWith('iacs-library:'));
    }

    /** An editor has asked for something at its cursor: what waited for it to leave an element may be shown. */
    cursorAt(given: string, position: Position): void {
        const uri = normalUri(given);
        const typedIn = this.texts.openUris.find(each => this.typing.isIn(each));
        if (typedIn === undefined) return;
        const unfinished = this.unfinishedIn(typedIn);
        const lines = this.linesOf(typedIn);
        const offset = uri === typedIn ? lines?.offsetAt(position) : undefined;
        const inside = (span: Span | null, at: number): boolean =>
            span !== null && span.start <= at && at <= span.end + 1;
        // On its line somebody is still typing, also while the model of that text is not there yet.
        const onLine = lines?.rangeOf({ start: this.typing.offset, end: this.typing.offset }).start.line;
        if (offset !== undefined && (position.line === onLine || inside(unfinished, offset)))
            return this.typing.moved(offset);
        this.typing.left();
        if (unfinished !== null) this.listener.uncovered(typedIn);
    }

    /** The element of a file that is being typed and has nothing in it yet; see {@link TypingPlace.unfinished}. */
    unfinishedIn(uri: string): Span | null {
        const state = this.typing.isIn(uri) ? this.texts.state(uri) : undefined;
        return state ? this.typing.unfinished(uri, state.text, this.analysesWith(uri)) : null;
    }

    /** The `.iacs` files that are open or on disk, sorted. */
    files(): readonly string[] {
        return this.candidates().filter(uri => uri.endsWith('.iacs') && this.texts.state(uri) !== undefined);
    }

    view(given: string): DocumentView | undefined {
        const uri = normalUri(given);
        const state = this.texts.state(uri);
        if (!state) return undefined;
        const analyses = this.analysesWith(uri);
        const known = this.views.get(uri);
        if (
            known?.state === state &&
            known.analyses.length === analyses.length &&
            analyses.every((each, index) => each === known.analyses[index])
        )
            return known.view;
        const view = new StateView(state, this.live.ofState(state), analyses);
        this.views.set(uri, { state, analyses, view });
        return view;
    }

    textOf(uri: string): string | undefined {
        return this.texts.state(normalUri(uri))?.text;
    }

    exists(uri: string): boolean {
        return this.texts.exists(normalUri(uri));
    }
}
