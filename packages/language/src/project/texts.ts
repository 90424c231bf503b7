import type { LibrarySource } from '../library/index.ts';
import { librarySources } from '../library/index.ts';
import { Lines } from '../model/index.ts';
import type { Importing, Parsed } from '../syntax/index.ts';
import { cut, headOf, isRoot, mayBeRoot, parse } from '../syntax/index.ts';
import type { FileSystem, Unreadable } from './file-system.ts';
import { normalUri } from './uri.ts';

/** One state of the text of one file. The tree and the lines are made when they are first asked for. */
export class TextState {
    readonly uri: string;
    readonly text: string;
    /** The version of the open buffer; `null` for a file on disk. */
    readonly version: number | null;
    private tree: Parsed | undefined;
    private top: Importing | undefined;
    private index: Lines | undefined;
    private hasWord: boolean | undefined;
    private cutAt: readonly number[] | undefined;

    constructor(uri: string, text: string, version: number | null) {
        this.uri = uri;
        this.text = text;
        this.version = version;
    }

    get parsed(): Parsed {
        return (this.tree ??= parse(this.uri, this.text));
    }

    /**
     * As much of the tree as says whether the text has a system and what it imports, for whoever may need no more of
     * it: made in a tenth of the time.
     */
    get head(): Importing {
        return this.tree ?? (this.top ??= headOf(this.uri, this.text, this.starts));
    }

    /** Where its pieces begin, see {@link cut}. */
    get starts(): readonly number[] {
        return (this.cutAt ??= cut(this.text));
    }

    /** A cheap look: false where the text has no system for sure. */
    get mayBeRoot(): boolean {
        return (this.hasWord ??= mayBeRoot(this.text));
    }

    /** True where the text has a system; it is only parsed where it may have one. */
    get isRoot(): boolean {
        return this.mayBeRoot && isRoot(this.parsed);
    }

    get lines(): Lines {
        return (this.index ??= new Lines(this.text));
    }

    /** Lets the tree go, and keeps the text. */
    forgetTree(): void {
        this.tree = undefined;
    }

    /** The same text as another version of a buffer: an editor opens what is on disk, and its tree can stay. */
    reversioned(version: number): TextState {
        const copy = new TextState(this.uri, this.text, version);
        copy.tree = this.tree;
        copy.index = this.index;
        return copy;
    }
}

type Content = TextState | Unreadable | undefined;

interface OnDisk {
    readonly stamp: string | null;
    readonly content: Content;
}

/** The state of a file of the library, made when somebody asks for it. */
function libraryState(source: LibrarySource): () => TextState {
    let made: TextState | undefined;
    return () => (made ??= new TextState(source.uri, source.text, null));
}

/**
 * The texts of a project, each read and parsed once: open buffers first, then what is on disk, then the built-in
 * library. Keys are normal URIs.
 */
export class Texts {
    readonly disk: FileSystem;
    private readonly twin: Texts | undefined;
    private readonly buffers = new Map<string, TextState>();
    private readonly onDisk = new Map<string, OnDisk>();
    private readonly library: ReadonlyMap<string, () => TextState>;

    /** @param twin texts of another state of the same files: what is equal is read there, and parsed once for both */
    constructor(disk: FileSystem, twin?: Texts) {
        this.disk = disk;
        this.twin = twin;
        this.library = new Map(librarySources.map(source => [normalUri(source.uri), libraryState(source)]));
    }

    /** Puts a text in the place of what is on disk. */
    open(uri: string, text: string, version: number): void {
        const content = this.buffers.get(uri) ?? this.onDisk.get(uri)?.content;
        const known = content instanceof TextState && content.text === text ? content : null;
        this.buffers.set(uri, known?.reversioned(version) ?? new TextState(uri, text, version));
    }

    close(uri: string): void {
        this.buffers.delete(uri);
        this.onDisk.delete(uri);
    }

    isOpen(uri: string): boolean {
        return this.buffers.has(uri);
    }

    get openUris(): readonly string[] {
        return [...this.buffers.keys()];
    }

    /** The present text of a file; see {@link FileSystem.read}. */
    get(uri: string): Content {
        const held = this.buffers.get(uri) ?? this.library.get(uri)?.();
        if (held) return held;
        const known = this.onDisk.get(uri);
        if (known) return known.content;
        const stamp = this.disk.stamp(uri);
        const text = this.disk.read(uri);
        const content = typeof text === 'string' ? this.stateOf(uri, text) : text;
        this.onDisk.set(uri, { stamp, content });
        return content;
    }

    private stateOf(uri: string, text: string): TextState {
        const other = this.twin?.state(uri);
        return other?.text === text ? other : new TextState(uri, text, null);
    }

    /** The text of a file that can be read. */
    state(uri: string): TextState | undefined {
        const content = this.get(uri);
        return content instanceof TextState ? content : undefined;
    }

    exists(uri: string): boolean {
        return this.buffers.has(uri) || this.disk.exists(uri);
    }

    /** Forgets what was read of a file, also by a name in other letters where these find it. */
    forget(uri: string): void {
        this.onDisk.delete(uri);
        if (this.disk.foldsCase !== true) return;
        const name = uri.toLowerCase();
        for (const each of this.onDisk.keys()) if (each.toLowerCase() === name) this.onDisk.delete(each);
    }

    /** Forgets the files that have changed on disk since they were read; true when there are some. */
    forgetChanged(): boolean {
        let changed = false;
        for (const [uri, { stamp }] of this.onDisk) {
            if (this.disk.stamp(uri) === stamp) continue;
            this.onDisk.delete(uri);
            changed = true;
        }
        return changed;
    }

    /**
     * Forgets the texts on disk that a search through many models needs no more: all `.iacs` files but these. What is
     * asked for again is read again.
     */
    keepOnly(uris: ReadonlySet<string>): void {
        for (const uri of this.onDisk.keys()) if (uri.endsWith('.iacs') && !uris.has(uri)) this.onDisk.delete(uri);
    }

    /** Lets all trees go: they are as large as the models. A file that is asked for again is parsed again. */
    forgetTrees(): void {
        for (const state of this.buffers.values()) state.forgetTree();
        for (const { content } of this.onDisk.values()) if (content instanceof TextState) content.forgetTree();
    }
}

/**
 * The texts of another project with one file in the place of another; everything else is read and parsed there, once
 * for both.
 */
export class ChangedTexts extends Texts {
    private readonly others: Texts;
    private readonly changed: string;
    private readonly content: TextState | undefined;

    /** @param text `null` takes the file away */
    constructor(others: Texts, changed: string, text: string | null) {
        super(others.disk);
        this.others = others;
        this.changed = changed;
        this.content = text === null ? undefined : new TextState(changed, text, null);
    }

    override get(uri: string): Content {
        return uri === this.changed ? this.content : this.others.get(uri);
    }

    override exists(uri: string): boolean {
        return uri === this.changed ? this.content !== undefined : this.others.exists(uri);
    }
}
