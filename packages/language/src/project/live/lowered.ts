import { knowledge } from '../../analysis.ts';
import type { LoweredFile, Names, NamesChange } from '../../syntax/index.ts';
import { lowerFile, mostSuggestions } from '../../syntax/index.ts';
import type { FilePieces, Piece } from './pieces.ts';
import { shifted } from '../shift.ts';

/** What a piece of a file says, against the names of one model. */
export class LoweredPiece {
    readonly piece: Piece;
    /** With addresses; see {@link Piece}. */
    readonly lowered: LoweredFile;
    /** How many names were not resolved in the pieces of the file before it. */
    readonly unresolvedBefore: number;
    private placed: { readonly start: number; readonly lowered: LoweredFile } | null = null;

    constructor(piece: Piece, names: Names, unresolvedBefore: number) {
        this.piece = piece;
        this.unresolvedBefore = unresolvedBefore;
        this.lowered = lowerFile(piece.parsed, names, knowledge, { links: true, unresolvedBefore });
    }

    /** The same with the offsets of the file, where the piece begins at one. */
    at(start: number): LoweredFile {
        if (this.placed?.start !== start)
            this.placed = { start, lowered: shifted(this.lowered, start - this.piece.base) };
        return this.placed.lowered;
    }

    /** True where it rests on names that are others now. */
    isTouchedBy({ lastParts, renumbered }: NamesChange): boolean {
        if (renumbered.has(this.piece.parsed)) return true;
        if (lastParts.size === 0) return false;
        // A nearest name is looked for among all names.
        if (this.unresolvedBefore < Math.min(this.lowered.unresolved, mostSuggestions)) return true;
        for (const lastPart of lastParts) if (this.lowered.mentioned.has(lastPart)) return true;
        return false;
    }

    /**
     * True where it says the same behind another number of unresolved names: only for the first few a nearest one is
     * looked for.
     */
    holdsBehind(unresolved: number): boolean {
        const looked = (before: number): number =>
            Math.max(0, Math.min(this.lowered.unresolved - this.unresolvedBefore, mostSuggestions - before));
        return looked(unresolved) === looked(this.unresolvedBefore);
    }
}

/** What came of a change of pieces. */
export interface Relowered {
    readonly pieces: ReadonlyMap<Piece, LoweredPiece>;
    /** What was said before in the places where something may be said anew, and what is said there now. */
    readonly before: readonly LoweredFile[];
    readonly after: readonly LoweredFile[];
}

/** Lowers the pieces of a model that are new, or rest on names that have changed; the others keep what they said. */
export function relower(
    files: readonly FilePieces[],
    known: ReadonlyMap<Piece, LoweredPiece>,
    names: Names,
    change: NamesChange,
    removed: readonly Piece[],
): Relowered {
    const pieces = new Map<Piece, LoweredPiece>();
    const before: LoweredFile[] = [];
    const after: LoweredFile[] = [];
    for (const piece of removed) {
        const gone = known.get(piece);
        if (gone) before.push(gone.lowered);
    }
    for (const file of files) {
        let unresolved = 0;
        for (const piece of file.pieces) {
            const old = known.get(piece);
            const keeps = old !== undefined && !old.isTouchedBy(change) && old.holdsBehind(unresolved);
            const lowered = keeps ? old : new LoweredPiece(piece, names, unresolved);
            pieces.set(piece, lowered);
            unresolved += lowered.lowered.unresolved - lowered.unresolvedBefore;
            if (keeps) continue;
            if (old) before.push(old.lowered);
            after.push(lowered.lowered);
        }
    }
    return { pieces, before, after };
}
