import type { Entry, FileSystem } from '../project/index.ts';
import { normalUri } from '../project/index.ts';
import type { FileChange } from './messages.ts';

interface Known {
    readonly text: string | null;
    readonly stamp: string;
}

/**
 * The files that a client has handed over. A server in a browser cannot read files, and an analysis does not wait: what
 * is not known yet is asked for once, and is not there until the client has answered.
 */
export class ClientFiles implements FileSystem {
    private readonly known = new Map<string, Known>();
    /** Files that are there, and whose texts were not handed over. */
    private readonly unread = new Set<string>();
    private readonly asked = new Set<string>();
    /** What is in each folder, as long as no file comes or goes. */
    private folders: ReadonlyMap<string, readonly Entry[]> | null = null;
    private readonly ask: (uri: string) => void;
    private count = 0;

    /** @param ask is called once with the URI of each file that is read and was not handed over */
    constructor(ask: (uri: string) => void) {
        this.ask = ask;
    }

    /** Takes in what the client says of files. A folder that went takes the documents in it along. */
    take(changes: readonly FileChange[]): void {
        for (const [uri, text] of changes) {
            const key = normalUri(uri);
            const known = this.known.get(key);
            if (text === undefined) {
                if (typeof known?.text === 'string') continue;
                this.known.delete(key);
                this.asked.delete(key);
                this.unread.add(key);
                continue;
            }
            for (const each of [...this.unread]) if (`${each}/`.startsWith(`${key}/`)) this.unread.delete(each);
            if (known?.text !== text) this.known.set(key, { text, stamp: String(++this.count) });
        }
        this.folders = null;
    }

    read(uri: string): string | undefined {
        const known = this.known.get(uri);
        if (known === undefined && !this.asked.has(uri)) {
            this.asked.add(uri);
            this.ask(uri);
        }
        return known?.text ?? undefined;
    }

    exists(uri: string): boolean {
        return typeof this.known.get(uri)?.text === 'string' || this.unread.has(uri) || this.tree().has(uri);
    }

    stamp(uri: string): string | null {
        const known = this.known.get(uri);
        return known === undefined || known.text === null ? null : known.stamp;
    }

    alike(uri: string): string | null {
        const plain = (text: string): string => decodeURIComponent(text).normalize('NFC').toLowerCase();
        return this.uris().find(each => each !== uri && plain(each) === plain(uri)) ?? null;
    }

    entries(folder: string): Promise<readonly Entry[]> {
        return Promise.resolve(this.tree().get(folder) ?? []);
    }

    private uris(): readonly string[] {
        return [...[...this.known].filter(([, { text }]) => text !== null).map(([uri]) => uri), ...this.unread];
    }

    /** What is in each folder. Built once: a look through a workspace asks for all of them. */
    private tree(): ReadonlyMap<string, readonly Entry[]> {
        if (this.folders) return this.folders;
        const found = new Map<string, Map<string, Entry>>();
        for (const file of this.uris()) {
            let kind: Entry['kind'] = 'file';
            for (
                let uri = file, end = uri.lastIndexOf('/');
                end > 0;
                uri = uri.slice(0, end), end = uri.lastIndexOf('/')
            ) {
                const folder = uri.slice(0, end);
                const entries = found.get(folder) ?? new Map<string, Entry>();
                if (entries.has(uri)) break;
                found.set(folder, entries.set(uri, { name: decodeURIComponent(uri.slice(end + 1)), uri, kind }));
                kind = 'folder';
            }
        }
        return (this.folders = new Map([...found].map(([folder, entries]) => [folder, [...entries.values()]])));
    }
}
