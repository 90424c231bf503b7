import type { Token } from './lex.ts';

/** The message of a block without its opening brace. */
export const notOpened = 'This block has no beginning: a { is missing.';

/** Something that no token can be made of, and what would be right in its place where that is plain. */
export interface Misread {
    readonly message: string;
    readonly start: number;
    readonly end: number;
    readonly write?: string;
}

/** A mistake at the place of a token. */
export function mistake({ start, end }: Token, message: string): Misread {
    return { message, start, end };
}
