import type { Unreadable } from '../file-system.ts';
import type { Texts, TextState } from '../texts.ts';
import { FilePieces } from './pieces.ts';

/** The files of a project, cut into pieces: each state shares the pieces of the one before that an edit left alone. */
export class LiveFiles {
    private readonly texts: Texts;
    private readonly known = new Map<string, { readonly state: TextState; readonly pieces: FilePieces }>();

    constructor(texts: Texts) {
        this.texts = texts;
    }

    /** The present state of a file; see `Source.parse`. */
    of(uri: string): FilePieces | Unreadable | undefined {
        const content = this.texts.get(uri);
        if (content === undefined || 'unreadable' in content) {
            this.known.delete(uri);
            return content;
        }
        const before = this.known.get(uri);
        if (before?.state === content) return before.pieces;
        const pieces =
            before?.pieces.text === content.text
                ? before.pieces
                : FilePieces.of(uri, content.text, before?.pieces ?? null);
        this.known.set(uri, { state: content, pieces });
        return pieces;
    }

    /** The pieces of a text that can be read. */
    ofState(state: TextState): FilePieces {
        return this.of(state.uri) as FilePieces;
    }

    /** True for a file that declares a system, and so is the root of a model. */
    isRoot(uri: string): boolean {
        const state = this.texts.state(uri);
        // A file that is cut already is asked itself: the edit has to be taken in anyway.
        return state !== undefined && (this.known.has(uri) || state.mayBeRoot) && this.ofState(state).isRoot;
    }
}
