import type { Analysis } from '../analysis.ts';
import { librarySources } from '../library/index.ts';
import type { Settings } from '../rules/settings.ts';
import { defaultSettings, readSettings } from '../rules/settings.ts';
import type { Parsed, Source } from '../syntax/index.ts';
import { isRoot, parse } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import type { FileSystem } from './file-system.ts';
import { LineIndex } from './lines.ts';
import { ModelCache } from './model-cache.ts';
import { normalUri, resolvePath } from './uri.ts';

interface Known {
    readonly text: string;
    readonly version: number | null;
    readonly parsed: Parsed;
    readonly lines: LineIndex;
}

interface Model {
    readonly cache: ModelCache;
    analysis: Analysis | null;
    dirty: boolean;
}

const settingsName = 'iacs.config.json';

/**
 * All files and models of an editor's workspace. Open buffers win over the disk. A model is analysed again when one of its files, a file that
 * it would import if it existed, or its settings changed.
 */
export class Workspace implements Source {
    private readonly disk: FileSystem;
    private readonly today: () => string;
    private readonly buffers = new Map<string, { readonly text: string; readonly version: number }>();
    private readonly known = new Map<string, Known | { readonly unreadable: string } | null>();
    private readonly listed = new Set<string>();
    private readonly models = new Map<string, Model>();
    /** A mistake in a settings file, by its URI. */
    readonly settingsErrors = new Map<string, string>();

    constructor(disk: FileSystem, today: () => string) {
        this.disk = disk;
        this.today = today;
        for (const { uri, text } of librarySources) this.known.set(uri, this.make(uri, text, null));
    }

    /** Looks for the files of the workspace's folders. */
    async scan(folders: readonly string[]): Promise<void> {
        for (const folder of folders) for (const uri of await this.disk.find(folder)) this.listed.add(normalUri(uri));
        for (const uri of this.listed) this.consider(uri);
    }

    open(uri: string, text: string, version: number): void {
        const file = normalUri(uri);
        this.buffers.set(file, { text, version });
        this.touch(file);
    }

    close(uri: string): void {
        const file = normalUri(uri);
        this.buffers.delete(file);
        this.touch(file);
    }

    /** A file came, changed or went on disk. An open buffer is not concerned. */
    changedOnDisk(uri: string): void {
        const file = normalUri(uri);
        if (file.endsWith(`/${settingsName}`)) {
            for (const model of this.models.values()) model.dirty = true;
            return;
        }
        if (this.disk.exists(file)) this.listed.add(file);
        else this.listed.delete(file);
        if (!this.buffers.has(file)) this.touch(file);
    }

    isOpen(uri: string): boolean {
        return this.buffers.has(uri);
    }

    /** Files that are open or on disk, sorted. */
    files(): readonly string[] {
        return [...new Set([...this.listed, ...this.buffers.keys()])].sort();
    }

    exists(uri: string): boolean {
        return this.buffers.has(normalUri(uri)) || this.disk.exists(normalUri(uri));
    }

    parse(uri: string): Parsed | { readonly unreadable: string } | undefined {
        const known = this.file(uri);
        return known === null ? undefined : 'unreadable' in known ? known : known.parsed;
    }

    resolve(from: string, path: string): string | null {
        return normalUri(resolvePath(from, path));
    }

    textOf(uri: string): string | undefined {
        const known = this.file(normalUri(uri));
        return known === null || 'unreadable' in known ? undefined : known.text;
    }

    /** Analyses what is not up to date, and gives all models in the order of their roots. */
    analyses(): readonly Analysis[] {
        return [...this.models.keys()].sort().flatMap(root => {
            const analysis = this.analysisOf(root);
            return analysis ? [analysis] : [];
        });
    }

    /** The models of which a file is part. */
    analysesWith(uri: string): readonly Analysis[] {
        return this.analyses().filter(analysis => analysis.model.files.includes(uri) || uri.startsWith('iacs-library:'));
    }

    view(uri: string): DocumentView | undefined {
        const file = normalUri(uri);
        const known = this.file(file);
        if (known === null || 'unreadable' in known) return undefined;
        const workspace = this;
        return {
            uri: file, version: known.version, text: known.text, lines: known.lines, parsed: known.parsed,
            get analyses() { return workspace.analysesWith(file); },
        };
    }

    private analysisOf(root: string): Analysis | null {
        const model = this.models.get(root)!;
        if (!model.dirty) return model.analysis;
        model.dirty = false;
        const parsed = this.parse(root);
        model.analysis = parsed && !('unreadable' in parsed) ? model.cache.analyse(parsed, this, this.today(), this.settingsOf(root)) : null;
        return model.analysis;
    }

    private file(uri: string): Known | { readonly unreadable: string } | null {
        const ready = this.known.get(uri);
        if (ready !== undefined) return ready;
        const buffer = this.buffers.get(uri);
        const text = buffer?.text ?? this.disk.read(uri);
        const made = typeof text === 'string' ? this.make(uri, text, buffer?.version ?? null) : text ?? null;
        this.known.set(uri, made);
        return made;
    }

    private make(uri: string, text: string, version: number | null): Known {
        return { text, version, parsed: parse(uri, text), lines: new LineIndex(text) };
    }

    /** Forgets what is known of a file, and marks the models that it is or may be part of. */
    private touch(uri: string): void {
        this.known.delete(uri);
        for (const model of this.models.values()) {
            const imports = model.analysis?.gathering.imports;
            const concerned = model.analysis === null || model.analysis.model.files.includes(uri)
                || [...imports?.values() ?? []].some(links => links.some(link => link.uri === uri));
            if (concerned) model.dirty = true;
        }
        this.consider(uri);
    }

    /** Keeps the list of models: a file with a system is a root. */
    private consider(uri: string): void {
        const text = this.textOf(uri);
        const root = text !== undefined && /(^|[\s{}/"])system\s/.test(text) && isRoot(this.parse(uri) as Parsed);
        if (root && !this.models.has(uri)) this.models.set(uri, { cache: new ModelCache(), analysis: null, dirty: true });
        else if (!root) this.models.delete(uri);
    }

    private settingsOf(root: string): Settings {
        for (let folder = root.slice(0, root.lastIndexOf('/')); folder.includes('/'); folder = folder.slice(0, folder.lastIndexOf('/'))) {
            if (/^[a-z]+:\/*$/.test(folder)) break;
            const uri = `${folder}/${settingsName}`;
            const text = this.disk.read(uri);
            if (typeof text !== 'string') continue;
            this.settingsErrors.delete(uri);
            try {
                const { settings, errors } = readSettings(JSON.parse(text));
                if (errors.length > 0) this.settingsErrors.set(uri, errors.map(({ message }) => message).join(' '));
                return settings;
            } catch (error) {
                this.settingsErrors.set(uri, (error as Error).message);
                return defaultSettings;
            }
        }
        return defaultSettings;
    }
}
