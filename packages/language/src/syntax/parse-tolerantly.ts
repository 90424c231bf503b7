import { withStatementsAsWritten } from './as-written/index.ts';
import type { File } from './generated/ast.ts';
import { isClosedComment } from './literals.ts';
import type { Read } from './parse.ts';
import { TolerantParser } from './parser/tolerant-parser.ts';
import type { Leaf, Tree } from './tree.ts';

/** True where a comment that is not closed takes braces along: then it is what is missing. */
function takesBraces(comments: readonly Leaf[]): boolean {
    const last = comments.at(-1)?.text ?? '';
    return last.startsWith('/*') && last.includes('}') && !isClosedComment(last);
}

/**
 * Parses any text: slower, and says what the mistakes are.
 * @param shift what is added to every offset
 * @param isLast false for a piece with something behind it, where all blocks have to be closed
 */
export function parseTolerantly(text: string, shift = 0, isLast = true): Read {
    const parser = new TolerantParser(text, shift, isLast);
    const file = parser.File() as unknown as Tree<File>;
    const mistakes = parser.mistakes.filter(({ kind }) => kind !== 'unclosed' || !takesBraces(parser.comments));
    return { file, mistakes: withStatementsAsWritten(text, shift, mistakes), comments: parser.comments };
}
