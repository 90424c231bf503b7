import type { Difference, Parsed } from '../../syntax/index.ts';
import { hasMarks, mayBeRoot, parsePiece } from '../../syntax/index.ts';
import { shifted } from '../shift.ts';

/** What became of a piece that is there no more. */
interface Death {
    /** Where it began in its last text. */
    readonly start: number;
    readonly difference: Difference;
    /** The pieces in its place, and where each begins. */
    readonly heirs: readonly { readonly piece: Piece; readonly start: number }[];
    /** The first state of the file without it. */
    readonly stamp: number;
}

/**
 * A piece of a file (see `syntax/cut.ts`), read once. Its offsets are addresses of its own, which no other piece of the
 * file ever has: so they stay what they are when something before it grows or shrinks, and what is known of it can be
 * kept.
 */
export class Piece {
    readonly parsed: Parsed;
    /** The address of its first character. */
    readonly base: number;
    readonly length: number;
    /** True where the text ended with it: an open block is read in another way there. */
    readonly isLast: boolean;
    /** True where it declares a system. */
    readonly hasSystem: boolean;
    /** True where it has marks of a merge, which are read in another way in a file where one was not finished. */
    readonly hasMarks: boolean;
    death: Death | null = null;
    private placed: { readonly start: number; readonly parsed: Parsed } | null = null;

    constructor(uri: string, text: string, base: number, isLast: boolean, merging: boolean) {
        this.parsed = parsePiece(uri, text, base, isLast, merging);
        this.hasMarks = this.parsed.mistakes.length > 0 && hasMarks(text);
        this.hasSystem = (this.parsed.file.statements ?? []).some(({ $type }) => $type === 'System') && mayBeRoot(text);
        this.base = base;
        this.length = text.length;
        this.isLast = isLast;
    }

    /** Its tree with the offsets of the file, where it begins at one. */
    parsedAt(start: number): Parsed {
        if (this.placed?.start !== start) this.placed = { start, parsed: shifted(this.parsed, start - this.base) };
        return this.placed.parsed;
    }
}
