import type { Understood } from '../analysis.ts';
import { knowledge, library } from '../analysis.ts';
import type { Importing, LoweredFile, Parsed } from '../syntax/index.ts';
import { gather, isMerging, lowerFile, merge, Names, parsePiece } from '../syntax/index.ts';
import type { Project } from './project.ts';
import { shifted } from './shift.ts';

/** A state of a model: its root, and where its texts come from. */
export interface ModelState {
    readonly root: Importing;
    readonly project: Project;
}

/** A piece of a file (see `syntax/cut.ts`), where it is. */
interface Piece {
    readonly uri: string;
    readonly start: number;
    readonly text: string;
    readonly isLast: boolean;
}

/** A piece that was parsed, maybe at another place: its tree has the offsets of that place. */
interface ReadPiece {
    readonly at: Piece;
    readonly parsed: Parsed;
}

/** Thrown where a state is not understood as a whole. */
class NotUnderstood extends Error {}

/** The pieces of all files of a state, in the order of the model. */
function piecesOf({ root, project }: ModelState): { readonly files: readonly string[]; readonly pieces: Piece[] } {
    const { files, problems } = gather(root, project.heads);
    if (problems.length > 0) throw new NotUnderstood();
    const pieces = files.flatMap(({ uri }) => {
        const state = project.texts.state(uri);
        if (!state || isMerging(state.text)) throw new NotUnderstood();
        const { text } = state;
        return state.starts.map((start, index, starts): Piece => {
            const isLast = index === starts.length - 1;
            return { uri, start, text: text.slice(start, starts[index + 1]), isLast };
        });
    });
    return { files: files.map(({ uri }) => uri), pieces };
}

function read(at: Piece): ReadPiece {
    const parsed = parsePiece(at.uri, at.text, at.start, at.isLast, false);
    if (parsed.mistakes.length > 0) throw new NotUnderstood();
    return { at, parsed };
}

function lowered(parsed: Parsed, names: Names): LoweredFile {
    const found = lowerFile(parsed, names, knowledge, { links: true });
    if (found.problems.length > 0 || found.unresolved > 0) throw new NotUnderstood();
    return found;
}

function understood(files: readonly string[], pieces: readonly LoweredFile[], names: Names): Understood {
    const { model, problems } = merge(pieces, names, library());
    if (problems.length > 0) throw new NotUnderstood();
    return { root: files[0]!, model: { ...model, files }, problems };
}

/** What a piece says, as if it were at another place. Links and the words that it mentions are left where they were. */
function moved(piece: LoweredFile, from: Piece, to: Piece): LoweredFile {
    if (to.start === from.start && from.uri === to.uri) return piece;
    const { links, mentioned, problems, ...said } = piece;
    return { ...shifted(said, to.start - from.start, { from: from.uri, to: to.uri }), links, mentioned, problems };
}

/** Pieces by their text, each given out once. */
class Shelf {
    private readonly byText = new Map<string, ReadPiece[]>();

    constructor(pieces: readonly ReadPiece[]) {
        for (const piece of pieces.toReversed()) {
            const known = this.byText.get(piece.at.text);
            if (known) known.push(piece);
            else this.byText.set(piece.at.text, [piece]);
        }
    }

    take(text: string): ReadPiece | undefined {
        return this.byText.get(text)?.pop();
    }
}

/**
 * Reads two states of a model. What is the same in both texts is parsed and lowered once, and moved to its place in the
 * second one: the models are those that {@link Project.understand} gives.
 * @returns `null` where one of the states is not understood as a whole: then they are read one by one
 */
export function understandBoth(before: ModelState, after: ModelState): readonly [Understood, Understood] | null {
    try {
        return readBoth(before, after);
    } catch (error) {
        if (error instanceof NotUnderstood) return null;
        throw error;
    }
}

function readBoth(before: ModelState, after: ModelState): readonly [Understood, Understood] {
    const [old, now] = [piecesOf(before), piecesOf(after)];
    const names = new Names(library().names);
    const first = old.pieces.map(read);
    const firstTrees = first.map(({ parsed }) => parsed);
    names.declare(firstTrees);
    const said = new Map(first.map(each => [each, lowered(each.parsed, names)]));
    const older = understood(old.files, [...said.values()], names);
    const shelf = new Shelf(first);
    const second = now.pieces.map(at => ({ at, piece: shelf.take(at.text) ?? read(at) }));
    const stays = new Set(second.map(({ piece }) => piece));
    const change = names.update(
        second.map(({ piece }) => piece.parsed),
        first.filter(piece => !stays.has(piece)).map(({ parsed }) => parsed),
        second.filter(({ piece }) => !said.has(piece)).map(({ piece }) => piece.parsed),
    );
    const lastParts = [...change.lastParts];
    const isTouched = ({ parsed }: ReadPiece, { mentioned }: LoweredFile): boolean =>
        change.renumbered.has(parsed) || lastParts.some(part => mentioned.has(part));
    const pieces = second.map(({ at, piece }) => {
        const known = said.get(piece);
        const own = known && !isTouched(piece, known) ? known : lowered(piece.parsed, names);
        return moved(own, piece.at, at);
    });
    return [older, understood(now.files, pieces, names)];
}
