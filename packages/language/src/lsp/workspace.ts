import type { LiveAnalysis } from './live-analysis.ts';
import type { Parsed } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { LineIndex } from './lines.ts';
import { LiveModel } from './live-model.ts';
import { type FileSystem, normalUri, Project, type SettingsFile, settingsFileName, Texts, type TextState } from '../project/index.ts';

/** How long, in milliseconds, the server works before it looks for requests. */
const slice = 10;

/** A folder as the project names it. */
const folderUri = (uri: string): string => normalUri(uri).replace(/\/$/, '');

const turn = (): Promise<void> => new Promise(resolve => { setImmediate(resolve); });

const lineIndexes = new WeakMap<TextState, LineIndex>();

function lineIndexOf(state: TextState): LineIndex {
    const known = lineIndexes.get(state);
    if (known) return known;
    const made = new LineIndex(state.lines);
    lineIndexes.set(state, made);
    return made;
}

/** What the workspace tells the server. */
export interface Listener {
    /** A model has been analysed anew, or is gone (`null`). */
    analysed(root: string, analysis: LiveAnalysis | null): void;
    /** Everything is up to date. */
    settled(): void;
    failed(error: unknown): void;
}

/**
 * A view of one state of a file. A class, and not an object with closures: those would keep all that the method which makes them sees,
 * the view before among it, and so every text and tree of the day.
 */
class StateView implements DocumentView {
    readonly analyses: readonly LiveAnalysis[];
    private readonly state: TextState;

    constructor(state: TextState, analyses: readonly LiveAnalysis[]) {
        this.state = state;
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
        return lineIndexOf(this.state);
    }

    get parsed(): Parsed {
        return this.state.parsed;
    }
}

/** All files and models of a workspace: says what belongs together, and keeps the analyses up to date. */
export class Workspace {
    readonly texts: Texts;
    private readonly project: Project;
    private readonly today: () => string;
    private readonly disk: FileSystem;
    private readonly listener: Listener;
    private readonly folders = new Set<string>();
    private readonly found = new Set<string>();
    private readonly models = new Map<string, LiveModel>();
    /** How the editor spells the URIs of its buffers: answers use its spelling. */
    private readonly spellings = new Map<string, string>();
    private readonly views = new Map<string, { readonly state: TextState; readonly analyses: readonly (LiveAnalysis | null)[]; readonly view: DocumentView }>();
    private edited: string | null = null;
    private generation = 0;
    private running = false;
    private done = 0;
    private waiting: (() => void)[] = [];

    constructor(disk: FileSystem, today: () => string, listener: Listener) {
        this.disk = disk;
        this.today = today;
        this.listener = listener;
        this.texts = new Texts(disk);
        this.project = new Project(this.texts);
    }

    open(uri: string, text: string, version: number): void {
        const normal = normalUri(uri);
        this.spellings.set(normal, uri);
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
            for (const uri of await this.project.modelFiles(folder)) this.found.add(uri);
        }
        this.changed(null);
    }

    /** Looks for files that have come into the folders. */
    async search(): Promise<void> {
        const before = this.found.size;
        for (const folder of this.folders) for (const uri of await this.project.modelFiles(folder)) this.found.add(uri);
        if (this.found.size > before) this.changed(null);
    }

    leave(folders: readonly string[]): void {
        for (const folder of folders.map(folderUri)) {
            this.folders.delete(folder);
            for (const uri of this.found) if (uri.startsWith(`${folder}/`)) this.found.delete(uri);
        }
        this.changed(null);
    }

    /** Files that came, changed or went on disk. */
    changedOnDisk(uris: readonly string[]): void {
        for (const uri of uris.map(normalUri)) {
            this.texts.forget(uri);
            if (!uri.endsWith('.iacs')) continue;
            if (this.disk.stamp(uri) === null) this.found.delete(uri);
            else this.found.add(uri);
        }
        // What the settings left out may be a model now.
        if (uris.some(uri => uri.endsWith(`/${settingsFileName}`))) void this.search();
        this.changed(null);
    }

    /** Something has changed: the analyses follow, newest edit first. */
    changed(uri: string | null): void {
        this.edited = uri ?? this.edited;
        this.generation++;
        if (this.running) return;
        this.running = true;
        void this.run();
    }

    /** Resolves when the analyses are those of the present texts. */
    settled(): Promise<void> {
        if (this.done === this.generation) return Promise.resolve();
        return new Promise(resolve => { this.waiting.push(resolve); });
    }

    private async run(): Promise<void> {
        try {
            while (this.done !== this.generation) {
                await turn();
                const generation = this.generation;
                if (await this.pass(generation)) this.done = generation;
            }
        } catch (error) {
            this.done = this.generation;
            this.listener.failed(error);
        }
        this.running = false;
        const waiting = this.waiting;
        this.waiting = [];
        for (const resolve of waiting) resolve();
        this.listener.settled();
    }

    /** Analyses what is out of date; false when a newer edit came in between. */
    private async pass(generation: number): Promise<boolean> {
        const roots = this.rootsNow();
        for (const root of [...this.models.keys()]) {
            if (roots.includes(root)) continue;
            this.models.delete(root);
            this.listener.analysed(root, null);
        }
        for (const root of roots) {
            const model = this.models.get(root) ?? new LiveModel();
            this.models.set(root, model);
            if (!this.isStale(root, model)) continue;
            const before = model.analysis;
            const steps = model.update({
                root: this.texts.state(root)!.parsed,
                source: this.project,
                textOf: uri => this.texts.state(uri)?.text ?? '',
                settings: this.project.settingsFor(root),
                today: this.today(),
            });
            let began = performance.now();
            let step = steps.next();
            while (!step.done) {
                if (performance.now() - began > slice) {
                    await turn();
                    if (generation !== this.generation) return false;
                    began = performance.now();
                }
                step = steps.next();
            }
            if (model.analysis !== before) this.listener.analysed(root, model.analysis);
        }
        return generation === this.generation;
    }

    /** The roots of the workspace, those with the newest edit first. */
    private rootsNow(): string[] {
        const roots = this.candidates().filter(uri => this.project.isRoot(uri));
        const { edited } = this;
        const near = (root: string): boolean => root === edited || (edited !== null && this.models.get(root)?.analysis?.gathering.imports.has(edited) === true);
        return [...roots.filter(near), ...roots.filter(root => !near(root))];
    }

    private candidates(): readonly string[] {
        const found = [...this.found].filter(uri => !this.project.settings.excludes(uri));
        return [...new Set([...found, ...this.texts.openUris.filter(uri => !uri.startsWith('iacs-library:') && !uri.endsWith('.json'))])].sort();
    }

    private isStale(root: string, model: LiveModel): boolean {
        const { analysis } = model;
        if (!analysis || model.today !== this.today() || model.settings !== this.project.settingsFor(root)) return true;
        const { files, imports } = analysis.gathering;
        if (files.some(parsed => this.texts.state(parsed.uri)?.parsed !== parsed)) return true;
        return [...imports.values()].flat().some(link => link.exists !== (this.texts.state(link.uri) !== undefined));
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
        return state && lineIndexOf(state);
    }

    /** The analyses of all models that have been analysed, in the order of their roots. */
    analyses(): readonly LiveAnalysis[] {
        return [...this.models.keys()].sort().map(root => this.models.get(root)!.analysis).filter(analysis => analysis !== null);
    }

    /** The analyses of the models that a file belongs to. */
    analysesWith(uri: string): readonly LiveAnalysis[] {
        return this.analyses().filter(({ gathering }) => gathering.imports.has(uri) || uri.startsWith('iacs-library:'));
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
        if (known?.state === state && known.analyses.length === analyses.length && analyses.every((each, index) => each === known.analyses[index])) return known.view;
        const view = new StateView(state, analyses);
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
