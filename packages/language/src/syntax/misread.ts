import type { Token } from './lex.ts';

/** What a later step treats in a way of its own: a block that lacks a brace, and a place where no statement begins. */
export type MistakeKind = 'unclosed' | 'unopened' | 'no-statement';

/** Something that no token can be made of, and what would be right in its place where that is plain. */
export interface Misread {
    readonly message: string;
    readonly start: number;
    readonly end: number;
    readonly write?: string;
    /** Missing for all that is treated alike. */
    readonly kind?: MistakeKind;
}

/** A mistake at the place of a token. */
export function mistake({ start, end }: Token, message: string): Misread {
    return { message, start, end };
}

/** The mistake of a block without its closing brace, at its opening one. */
export function unclosed({ start, end }: Token): Misread {
    return { message: 'This block is not closed: a } is missing.', start, end, kind: 'unclosed' };
}
