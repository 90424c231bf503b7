import type { Cuts, Parsed, StatementTree } from '../../syntax/index.ts';
import { cuts, isMerging, recut } from '../../syntax/index.ts';
import { shifted } from '../shift.ts';
import { differenceOf } from './difference.ts';
import { Piece } from './piece.ts';

/** The pieces of a file that are there or were, by their addresses. */
interface Ledger {
    /** In the order of their bases. */
    known: Piece[];
    next: number;
}

/** Addresses begin far from 0, so that one that is taken for an offset of the text is found out at once. */
const firstAddress = 1 << 24;
/** A number up to here is kept without an object of its own. */
const lastAddress = 2 ** 30;

/** One state of a file, cut into pieces. An edit makes another one, which shares the pieces that it leaves alone. */
export class FilePieces {
    readonly uri: string;
    readonly text: string;
    readonly pieces: readonly Piece[];
    /** Where each piece begins in the text. */
    readonly starts: readonly number[];
    /** How many states there were before. */
    readonly stamp: number;
    private readonly cuts: Cuts;
    private readonly ledger: Ledger;
    /** True where a merge was not finished in the text. */
    private readonly merging: boolean;
    private positions: ReadonlyMap<Piece, number> | undefined;
    private whole: Parsed | undefined;
    private root: boolean | undefined;
    private imported: readonly StatementTree[] | undefined;

    private constructor(
        uri: string,
        text: string,
        pieces: readonly Piece[],
        cutting: Cuts,
        ledger: Ledger,
        stamp: number,
        merging: boolean,
    ) {
        this.uri = uri;
        this.text = text;
        this.pieces = pieces;
        this.cuts = cutting;
        this.starts = cutting.starts;
        this.ledger = ledger;
        this.stamp = stamp;
        this.merging = merging;
    }

    /** Cuts a text and reads its pieces; those of an earlier state that are the same are kept. */
    static of(uri: string, text: string, before: FilePieces | null): FilePieces {
        if (!before || before.ledger.next + text.length > lastAddress)
            return fresh(uri, text, { ...cuts(text), merging: isMerging(text) });
        const difference = differenceOf(before.text, text);
        const cutting = recut(before.cuts, text, difference);
        const { starts } = cutting;
        const merging = isMerging(text);
        const shift = difference.newEnd - difference.oldEnd;
        const [count, countBefore] = [starts.length, before.pieces.length];
        const endOf = (index: number): number => starts[index + 1] ?? text.length;
        const isSame = (index: number, old: number, moved: number): boolean => {
            const piece = before.pieces[old]!;
            return (
                before.starts[old]! + moved === starts[index] &&
                piece.length === endOf(index) - starts[index]! &&
                (piece.isLast === (index === count - 1) || piece.parsed.mistakes.length === 0) &&
                (merging === before.merging || !piece.hasMarks)
            );
        };
        let head = 0;
        while (head < count && head < countBefore && endOf(head) <= difference.start && isSame(head, head, 0)) head++;
        let tail = 0;
        while (
            tail < count - head &&
            tail < countBefore - head &&
            starts[count - 1 - tail]! >= difference.newEnd &&
            isSame(count - 1 - tail, countBefore - 1 - tail, shift)
        )
            tail++;
        const { ledger } = before;
        const stamp = before.stamp + 1;
        const made = starts.slice(head, count - tail).map((start, index) => {
            const end = endOf(head + index);
            const piece = new Piece(
                uri,
                detached(text.slice(start, end)),
                ledger.next,
                head + index === count - 1,
                merging,
            );
            ledger.next += piece.length + 1;
            ledger.known.push(piece);
            return { piece, start };
        });
        before.pieces.slice(head, countBefore - tail).forEach((piece, index) => {
            piece.death = { start: before.starts[head + index]!, difference, heirs: made, stamp };
        });
        const pieces = [
            ...before.pieces.slice(0, head),
            ...made.map(({ piece }) => piece),
            ...before.pieces.slice(countBefore - tail),
        ];
        return new FilePieces(uri, text, pieces, cutting, ledger, stamp, merging);

        function fresh(file: string, whole: string, first: Cuts & { readonly merging: boolean }): FilePieces {
            const beginnings = first.starts;
            const own: Ledger = { known: [], next: firstAddress };
            own.known = beginnings.map((start, index) => {
                const piece = new Piece(
                    file,
                    whole.slice(start, beginnings[index + 1]),
                    own.next,
                    index === beginnings.length - 1,
                    first.merging,
                );
                own.next += piece.length + 1;
                return piece;
            });
            return new FilePieces(file, whole, own.known.slice(), first, own, (before?.stamp ?? -1) + 1, first.merging);
        }
    }

    /** True where the file declares a system, and so is the root of a model. */
    get isRoot(): boolean {
        return (this.root ??= this.pieces.some(piece => piece.hasSystem));
    }

    /** The imports that it declares, with the offsets of the text. */
    get imports(): readonly StatementTree[] {
        return (this.imported ??= this.pieces.flatMap((piece, index) => {
            const own = (piece.parsed.file.statements ?? []).filter(({ $type }) => $type === 'Import');
            return own.length === 0 ? [] : shifted(own, this.starts[index]! - piece.base);
        }));
    }

    /** Where a piece is among those of the file; `undefined` where it is there no more. */
    positionOf(piece: Piece): number | undefined {
        this.positions ??= new Map(this.pieces.map((each, index) => [each, index]));
        return this.positions.get(piece);
    }

    /** The position of the piece around an offset of the text. */
    positionAt(offset: number): number {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** The tree of the whole file, with its offsets. */
    get parsed(): Parsed {
        return (this.whole ??= this.joined());
    }

    private joined(): Parsed {
        const parts = this.pieces.map((piece, index) => piece.parsedAt(this.starts[index]!));
        const statements = parts.flatMap(part => part.file.statements ?? []);
        const [first] = statements;
        return {
            uri: this.uri,
            file: {
                ...parts[0]!.file,
                ...(first ? { start: first.start, end: statements.at(-1)!.end, statements } : {}),
            },
            mistakes: parts.flatMap(part => part.mistakes),
            comments: parts.flatMap(part => part.comments),
            docs: new Map(parts.flatMap(part => [...part.docs])),
        };
    }

    /** The address of an offset of the text. */
    addressOf(offset: number): number {
        const position = this.positionAt(offset);
        return this.pieces[position]!.base + offset - this.starts[position]!;
    }

    /**
     * Where an address is in this text.
     * @param isEnd for the end of a stretch: one that ends where something was put in ends before it
     * @returns `null` where it is in the midst of what has changed since, or of a piece that nobody remembers
     */
    offsetOf(address: number, isEnd: boolean): number | null {
        const piece = this.pieceWith(address);
        if (!piece) return null;
        const position = this.positionOf(piece);
        return position === undefined
            ? this.inherited(piece, address - piece.base, isEnd)
            : this.starts[position]! + address - piece.base;
    }

    /** Where what was in a piece that is gone is now: in the pieces in its place, and in those in theirs. */
    private inherited(gone: Piece, offset: number, isEnd: boolean): number | null {
        let piece = gone;
        let inside = offset;
        for (;;) {
            const position = this.positionOf(piece);
            if (position !== undefined) return this.starts[position]! + inside;
            if (!piece.death) return null;
            const { start, difference, heirs } = piece.death;
            const before: number = start + inside;
            const after: number | null =
                before < difference.start || (isEnd && before === difference.start)
                    ? before
                    : before >= difference.oldEnd
                      ? before + difference.newEnd - difference.oldEnd
                      : null;
            const heir: { readonly piece: Piece; readonly start: number } | undefined =
                after === null
                    ? undefined
                    : (heirs.find(
                          each =>
                              each.start <= after &&
                              (after < each.start + each.piece.length ||
                                  (isEnd && after === each.start + each.piece.length)),
                      ) ?? heirs.find(each => after === each.start + each.piece.length));
            if (after === null || !heir) return null;
            piece = heir.piece;
            inside = after - heir.start;
        }
    }

    /** The piece with an address, whether it is still there or not. */
    pieceWith(address: number): Piece | null {
        const { known } = this.ledger;
        let low = -1;
        let high = known.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (known[middle]!.base <= address) low = middle;
            else high = middle - 1;
        }
        const piece = known[low];
        return piece && address <= piece.base + piece.length ? piece : null;
    }

    /** Forgets the pieces that were gone before a state: nothing that is still of use speaks of them. */
    forgetBefore(stamp: number): void {
        const { ledger } = this;
        if (ledger.known.length > this.pieces.length)
            ledger.known = ledger.known.filter(piece => piece.death === null || piece.death.stamp > stamp);
    }

    /** How many pieces are remembered that are there no more. */
    get dead(): number {
        return this.ledger.known.length - this.pieces.length;
    }
}

/** A text of its own: a slice would keep the whole text alive that it was cut from, at every key another one. */
function detached(slice: string): string {
    return JSON.parse(JSON.stringify(slice)) as string;
}
