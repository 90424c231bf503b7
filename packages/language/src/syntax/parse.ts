import { cut } from './cut.ts';
import type { File } from './generated/ast.ts';
import { isMerging, withMergeMarks } from './merge-marks.ts';
import { orNullAtMistakes, StrictParser } from './parser/strict-parser.ts';
import type { SyntaxMistake } from './parser/stumbles.ts';
import { parseTolerantly } from './parse-tolerantly.ts';
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
    const { file, mistakes, comments } = parseStrictly(text) ?? parsePieces(text);
    return { uri, file, mistakes, docs: documentation(text, comments, 0), comments };
}

/**
 * Parses a piece of a file that {@link cut} has found.
 * @param shift what is added to every offset
 * @param isLast whether the text ends with it
 * @param merging whether the file is one in which a merge was not finished
 */
export function parsePiece(uri: string, text: string, shift: number, isLast: boolean, merging: boolean): Parsed {
    const { file, mistakes, comments } = readPiece(text, shift, isLast, merging);
    return { uri, file, mistakes, docs: documentation(text, comments, shift), comments };
}

/**
 * Parses a text with a mistake piece by piece, so that each mistake costs no more than its piece, and hides nothing
 * behind it.
 */
export function parsePieces(text: string): Read {
    const starts = cut(text);
    const merging = isMerging(text);
    const pieces = starts.map((start, index) =>
        readPiece(text.slice(start, starts[index + 1]), start, index === starts.length - 1, merging),
    );
    const statements = pieces.flatMap(({ file }) => file.statements ?? []);
    const [first] = statements;
    return {
        file: Object.assign(
            pieces[0]!.file,
            first ? { start: first.start, end: statements.at(-1)!.end, statements } : {},
        ),
        mistakes: pieces.flatMap(piece => piece.mistakes),
        comments: pieces.flatMap(piece => piece.comments),
    };
}

/**
 * Reads a piece that {@link cut} has found.
 * @param shift what is added to every offset
 * @param isLast whether the text ends with it
 * @param merging whether the file is one in which a merge was not finished
 */
export function readPiece(text: string, shift: number, isLast: boolean, merging: boolean): Read {
    const strict = parseStrictly(text, shift);
    if (strict) return strict;
    const read = parseTolerantly(text, shift, isLast);
    return merging ? { ...read, mistakes: withMergeMarks(text, shift, read.mistakes) } : read;
}

/** What reading a text comes to. */
export type Read = Pick<Parsed, 'file' | 'mistakes' | 'comments'>;

/**
 * Parses a text without a mistake; `null` for any other.
 * @param shift what is added to every offset
 */
export function parseStrictly(text: string, shift = 0): Read | null {
    return orNullAtMistakes(() => {
        const strict = new StrictParser(text, shift);
        return { file: strict.File() as unknown as Tree<File>, mistakes: [], comments: strict.comments };
    });
}

function documentation(text: string, comments: readonly Leaf[], shift: number): Map<number, string> {
    const docs = new Map<number, string>();
    let later: { readonly start: number; readonly before: number } | null = null;
    // From behind, so that where a run of comments ends is found once for all of them: the last one before a statement
    // is its own.
    for (let index = comments.length - 1; index >= 0; index--) {
        const comment = comments[index]!;
        const end = skipBlank(text, comment.end - shift) + shift;
        const before: number = later?.start === end ? later.before : end;
        later = { start: comment.start, before };
        if (comment.text.startsWith('/**') && comment.text.length >= 5 && !docs.has(before))
            docs.set(before, cleanComment(comment.text));
    }
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
