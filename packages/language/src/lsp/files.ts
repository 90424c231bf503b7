import type { Parsed } from '../syntax/index.ts';
import { isRoot, mayBeRoot, parse } from '../syntax/index.ts';
import { librarySources } from '../library/index.ts';
import type { FileSystem } from './file-system.ts';
import { LineIndex } from './lines.ts';
import { normalUri } from './uri.ts';

/** One state of the text of one file. The tree and the lines are made when they are first asked for. */
export class FileState {
    readonly uri: string;
    readonly text: string;
    /** The version of the open buffer; `null` for a file on disk. */
    readonly version: number | null;
    private tree: Parsed | undefined;
    private index: LineIndex | undefined;
    private hasWord: boolean | undefined;

    constructor(uri: string, text: string, version: number | null) {
        this.uri = uri;
        this.text = text;
        this.version = version;
    }

    get parsed(): Parsed {
        return this.tree ??= parse(this.uri, this.text);
    }

    /** True where the text has a system; it is only parsed where it may have one. */
    get isRoot(): boolean {
        return (this.hasWord ??= mayBeRoot(this.text)) && isRoot(this.parsed);
    }

    get lines(): LineIndex {
        return this.index ??= new LineIndex(this.text);
    }
}

type OnDisk = { readonly stamp: string | null; readonly content: FileState | { readonly unreadable: string } | undefined };

/** The texts that the server works on: open buffers first, then what is on disk, then the built-in library. Keys are normal URIs. */
export class Files {
    private readonly disk: FileSystem;
    private readonly buffers = new Map<string, FileState>();
    /** How the editor spells the URIs of its buffers: answers use its spelling. */
    private readonly spellings = new Map<string, string>();
    private readonly onDisk = new Map<string, OnDisk>();
    private readonly library = new Map<string, FileState>();

    constructor(disk: FileSystem) {
        this.disk = disk;
        for (const { uri, text } of librarySources) this.library.set(normalUri(uri), new FileState(uri, text, null));
    }

    open(uri: string, text: string, version: number): void {
        const normal = normalUri(uri);
        this.spellings.set(normal, uri);
        const known = this.known(normal);
        // An editor opens what is on disk: its tree can stay.
        this.buffers.set(normal, known?.text === text ? reversioned(known, version) : new FileState(normal, text, version));
    }

    close(uri: string): void {
        const normal = normalUri(uri);
        this.buffers.delete(normal);
        this.spellings.delete(normal);
        this.onDisk.delete(normal);
    }

    isOpen(uri: string): boolean {
        return this.buffers.has(uri);
    }

    get openUris(): readonly string[] {
        return [...this.buffers.keys()];
    }

    /** The URI as the editor writes it. */
    spelled(uri: string): string {
        return this.spellings.get(uri) ?? uri;
    }

    private known(uri: string): FileState | undefined {
        const content = this.buffers.get(uri) ?? this.onDisk.get(uri)?.content;
        return content instanceof FileState ? content : undefined;
    }

    /** The present text of a file; see {@link FileSystem.read}. */
    get(uri: string): FileState | { readonly unreadable: string } | undefined {
        const held = this.buffers.get(uri) ?? this.library.get(uri);
        if (held) return held;
        const known = this.onDisk.get(uri);
        if (known) return known.content;
        const stamp = this.disk.stamp(uri);
        const text = this.disk.read(uri);
        const content = typeof text === 'string' ? new FileState(uri, text, null) : text;
        this.onDisk.set(uri, { stamp, content });
        return content;
    }

    /** The text of a file that can be read. */
    state(uri: string): FileState | undefined {
        const content = this.get(uri);
        return content instanceof FileState ? content : undefined;
    }

    exists(uri: string): boolean {
        return this.buffers.has(uri) || this.disk.exists(uri);
    }

    /** Forgets what was read of a file. */
    forget(uri: string): void {
        this.onDisk.delete(uri);
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
}

function reversioned(state: FileState, version: number): FileState {
    const copy = new FileState(state.uri, state.text, version);
    Object.assign(copy, { tree: state.parsed });
    return copy;
}
