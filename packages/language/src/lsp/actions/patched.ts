import type { Span } from '../../model/index.ts';
import type { TextEdit } from '../../syntax/index.ts';

type Piece = Span | { readonly text: string };

const isKept = (piece: Piece): piece is Span => 'start' in piece;
const lengthOf = (piece: Piece): number => (isKept(piece) ? piece.end - piece.start : piece.text.length);

/** A text that is changed again and again, and knows at each moment what it takes to get there from the first one. */
export class Patched {
    private readonly file: string;
    private readonly before: string;
    /** What is kept of the first text, by its places there, and what has been written between. */
    private pieces: Piece[];

    constructor(file: string, before: string) {
        this.file = file;
        this.before = before;
        this.pieces = [{ start: 0, end: before.length }];
    }

    get text(): string {
        return this.pieces
            .map(piece => (isKept(piece) ? this.before.slice(piece.start, piece.end) : piece.text))
            .join('');
    }

    /** Makes changes that do not overlap, to the text as it is now. */
    apply(edits: readonly TextEdit[]): void {
        for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
            const first = this.cut(edit.start);
            const last = this.cut(edit.end);
            this.pieces.splice(first, last - first, ...(edit.text === '' ? [] : [{ text: edit.text }]));
        }
    }

    /** The index of the piece that begins at an offset of the present text, made where there is none. */
    private cut(offset: number): number {
        let at = 0;
        for (let index = 0; index < this.pieces.length; index++) {
            if (at >= offset) return index;
            const piece = this.pieces[index]!;
            const length = lengthOf(piece);
            if (offset < at + length) {
                const middle = offset - at;
                this.pieces.splice(
                    index,
                    1,
                    ...(isKept(piece)
                        ? [
                              { start: piece.start, end: piece.start + middle },
                              { start: piece.start + middle, end: piece.end },
                          ]
                        : [{ text: piece.text.slice(0, middle) }, { text: piece.text.slice(middle) }]),
                );
                return index + 1;
            }
            at += length;
        }
        return this.pieces.length;
    }

    /** The changes from the first text to the present one, in the order of the text. */
    changes(): readonly TextEdit[] {
        const changes: TextEdit[] = [];
        let at = 0;
        let written = '';
        const flush = (until: number): void => {
            if (until > at || written !== '') changes.push(this.smallest(at, until, written));
            written = '';
        };
        for (const piece of this.pieces) {
            if (!isKept(piece)) written += piece.text;
            else if (piece.end > piece.start) {
                flush(piece.start);
                at = piece.end;
            }
        }
        flush(this.before.length);
        return changes.filter(({ start, end, text }) => text !== this.before.slice(start, end));
    }

    private smallest(start: number, end: number, text: string): TextEdit {
        const old = this.before.slice(start, end);
        const shorter = Math.min(old.length, text.length);
        let head = 0;
        while (head < shorter && old[head] === text[head]) head++;
        let tail = 0;
        while (tail < shorter - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
        return { file: this.file, start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
    }
}
