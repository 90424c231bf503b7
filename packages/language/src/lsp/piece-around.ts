import type { Parsed } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';

/** The statement of the top level around an offset. */
export interface PieceAround {
    readonly parsed: Parsed;
    /** What is added to an offset in the file to get one in the parsed text. */
    readonly base: number;
    /** Where it begins in the file. */
    readonly start: number;
    /** True where one of its blocks is not closed. */
    readonly unclosed: boolean;
}

/** Finds the statement of the top level around an offset: all of the text that a proposal or a hover needs. */
export function pieceAround({ pieces, text }: DocumentView, offset: number): PieceAround {
    const isOpen = (position: number): boolean =>
        pieces.pieces[position]!.parsed.mistakes.some(({ kind }) => kind === 'unclosed');
    let position = pieces.positionAt(offset);
    const { parsed, base } = pieces.pieces[position]!;
    // What is before the first word belongs to the statement before, where that is still open or on the same line.
    const start = pieces.starts[position]!;
    const isBefore = base + offset - start <= (parsed.file.statements?.[0]?.start ?? Infinity);
    const goesOn = (): boolean => isOpen(position - 1) || !/[\r\n]/.test(text.slice(start, offset));
    if (isBefore && position > 0 && goesOn()) position--;
    const piece = pieces.pieces[position]!;
    return { parsed: piece.parsed, base: piece.base, start: pieces.starts[position]!, unclosed: isOpen(position) };
}
