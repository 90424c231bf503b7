import { withStatementsAsWritten } from './as-written/index.ts';
import type { File } from './generated/ast.ts';
import type { Read } from './parse.ts';
import { TolerantParser } from './parser/tolerant-parser.ts';
import type { Tree } from './tree.ts';

/**
 * Parses any text: slower, and says what the mistakes are.
 * @param shift what is added to every offset
 * @param isLast false for a piece with something behind it, where all blocks have to be closed
 */
export function parseTolerantly(text: string, shift = 0, isLast = true): Read {
    const parser = new TolerantParser(text, shift, isLast);
    const file = parser.File() as unknown as Tree<File>;
    return { file, mistakes: withStatementsAsWritten(text, shift, parser.mistakes), comments: parser.comments };
}
