import type { File } from './generated/ast.ts';
import { StrictParser } from './strict/generated/strict-parser.ts';
import { orNullAtMistakes } from './strict/strict-reader.ts';
import type { SyntaxMistake } from './tolerant-parser.ts';
import { tolerantParser } from './tolerant.ts';
import type { Leaf, Tree } from './tree.ts';

/** One file after parsing. Holds no text beyond the words in its tree. */
export interface Parsed {
    readonly uri: string;
    readonly file: Tree<File>;
    readonly mistakes: readonly SyntaxMistake[];
    /** Documentation comments, by the offset of the statement that they stand before. */
    readonly docs: ReadonlyMap<number, string>;
    /** All comments, in the order of the text. */
    readonly comments: readonly Leaf[];
}

/**
 * Parses one file. Never throws on what a user typed: what could not be read is in `mistakes`, the rest in `file`.
 * @param uri names the file in origins and problems
 * @param text the whole file; a byte order mark at its start counts as white space
 */
export function parse(uri: string, text: string): Parsed {
    const { file, mistakes, comments } = parseStrictly(text) ?? parseTolerantly(text);
    return { uri, file, mistakes, docs: documentation(text, comments), comments };
}

type Read = Pick<Parsed, 'file' | 'mistakes' | 'comments'>;

/** Parses a text without a mistake; `null` for any other. */
export function parseStrictly(text: string): Read | null {
    return orNullAtMistakes(() => {
        const strict = new StrictParser(text);
        return { file: strict.File() as unknown as Tree<File>, mistakes: [], comments: strict.comments };
    });
}

/** Parses any text: slower, and says what the mistakes are. */
export function parseTolerantly(text: string): Read {
    return tolerantParser().parse(text);
}

function documentation(text: string, comments: readonly Leaf[]): Map<number, string> {
    const docs = new Map<number, string>();
    comments.forEach((comment, index) => {
        if (!comment.text.startsWith('/**') || comment.text.length < 5) return;
        let at = skipBlank(text, comment.end);
        for (let next = index + 1; comments[next]?.start === at; next++) at = skipBlank(text, comments[next]!.end);
        docs.set(at, cleanComment(comment.text));
    });
    return docs;
}

function skipBlank(text: string, from: number): number {
    let at = from;
    // Everything up to the space is white space or a control character, and none of those begins a statement.
    while (text.charCodeAt(at) <= 32) at++;
    return at;
}

function cleanComment(comment: string): string {
    return comment
        .slice(3, comment.endsWith('*/') ? -2 : undefined)
        .split(/\r\n|\r|\n/)
        .map(line => line.replace(/^\s*\*? ?/, '').trimEnd())
        .join('\n')
        .trim();
}
