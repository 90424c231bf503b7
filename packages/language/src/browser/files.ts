import type { Entry, FileSystem } from '../project/index.ts';
import { entriesAmong, normalUri } from '../project/index.ts';
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
    private readonly asked = new Set<string>();
    private readonly ask: (uri: string) => void;
    private count = 0;

    /** @param ask is called once with the URI of each file that is read and was not handed over */
    constructor(ask: (uri: string) => void) {
        this.ask = ask;
    }

    /** Takes in what the client says of files. */
    take(changes: readonly FileChange[]): void {
        for (const [uri, text] of changes) {
            const key = normalUri(uri);
            if (this.known.get(key)?.text !== text) this.known.set(key, { text, stamp: String(++this.count) });
        }
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
        return typeof this.known.get(uri)?.text === 'string' || this.uris().some(each => each.startsWith(`${uri}/`));
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
        return Promise.resolve(entriesAmong(this.uris(), folder));
    }

    private uris(): readonly string[] {
        return [...this.known].filter(([, { text }]) => text !== null).map(([uri]) => uri);
    }
}
