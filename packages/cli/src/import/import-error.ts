import type { UnreadColumns } from './unknown-heads.ts';

/** Something that keeps an import from being done, in one line that says what to do. */
export class ImportError extends Error {
    /** Where no head is known: the columns that somebody may name instead. */
    readonly unread: UnreadColumns | null;

    constructor(message: string, unread: UnreadColumns | null = null) {
        super(message);
        this.unread = unread;
    }
}
