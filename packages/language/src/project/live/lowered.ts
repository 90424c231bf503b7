import { knowledge } from '../../analysis.ts';
import type { Problem } from '../../model/index.ts';
import type { LoweredFile, Names, NamesChange } from '../../syntax/index.ts';
import { lowerFile, mostSuggestions } from '../../syntax/index.ts';
import type { FilePieces } from './pieces.ts';
import type { Piece } from './piece.ts';
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

/** What the pieces of one state of a file say. What an edit elsewhere leaves alone is kept as a whole. */
export class LoweredState {
    readonly file: FilePieces;
    /** In the order of the pieces of the file. */
    readonly pieces: readonly LoweredPiece[];
    private placed: readonly Problem[] | undefined;
    private asOne: Pick<LoweredFile, 'types' | 'systems'> | undefined;

    constructor(file: FilePieces, pieces: readonly LoweredPiece[]) {
        this.file = file;
        this.pieces = pieces;
    }

    /** What is wrong in it, at its places in the text. */
    get problems(): readonly Problem[] {
        return (this.placed ??= this.pieces.flatMap(({ lowered, piece }, index) =>
            shifted(lowered.problems, this.file.starts[index]! - piece.base),
        ));
    }

    /** What may contradict other files. */
    get shared(): Pick<LoweredFile, 'types' | 'systems'> {
        return (this.asOne ??= {
            types: this.pieces.flatMap(({ lowered }) => lowered.types),
            systems: this.pieces.flatMap(({ lowered }) => lowered.systems),
        });
    }
}

/** What came of a change of pieces. */
export interface Relowered {
    /** In the order of the files. */
    readonly states: readonly LoweredState[];
    /** What was said before in the places where something may be said anew, and what is said there now. */
    readonly before: readonly LoweredFile[];
    readonly after: readonly LoweredFile[];
}

/**
 * Lowers the pieces of a model that are new, or rest on names that have changed; the others keep what they said.
 * @param known the states before, by the URIs of the files
 */
export function relower(
    files: readonly FilePieces[],
    known: ReadonlyMap<string, LoweredState>,
    names: Names,
    change: NamesChange,
): Relowered {
    const before: LoweredFile[] = [];
    const after: LoweredFile[] = [];
    const uris = new Set(files.map(({ uri }) => uri));
    for (const [uri, { pieces }] of known) if (!uris.has(uri)) before.push(...pieces.map(({ lowered }) => lowered));
    const states = files.map(file => {
        const state = known.get(file.uri);
        const olds = state?.file === file ? state.pieces : oldsOf(file, state, before);
        let unresolved = 0;
        let changed = state?.file !== file;
        const pieces = file.pieces.map((piece, index) => {
            const old = olds[index];
            const keeps = old !== undefined && !old.isTouchedBy(change) && old.holdsBehind(unresolved);
            const lowered = keeps ? old : new LoweredPiece(piece, names, unresolved);
            unresolved += lowered.lowered.unresolved - lowered.unresolvedBefore;
            if (keeps) return lowered;
            changed = true;
            if (old) before.push(old.lowered);
            after.push(lowered.lowered);
            return lowered;
        });
        return changed ? new LoweredState(file, pieces) : state!;
    });
    return { states, before, after };
}

/** What was said before by the pieces of a file; what those said that are there no more is put aside. */
function oldsOf(
    file: FilePieces,
    state: LoweredState | undefined,
    gone: LoweredFile[],
): readonly (LoweredPiece | undefined)[] {
    if (!state) return [];
    for (const { piece, lowered } of state.pieces) if (file.positionOf(piece) === undefined) gone.push(lowered);
    const known = new Map(state.pieces.map(each => [each.piece, each]));
    return file.pieces.map(piece => known.get(piece));
}

/** What has been said since earlier states. */
export function saidSince(before: readonly LoweredState[], now: readonly LoweredState[]): readonly LoweredFile[] {
    const known = new Map(before.map(state => [state.file.uri, state]));
    return now.flatMap(state => {
        const old = known.get(state.file.uri);
        if (old === state) return [];
        const said = new Set(old?.pieces);
        return state.pieces.flatMap(piece => (said.has(piece) ? [] : [piece.lowered]));
    });
}
