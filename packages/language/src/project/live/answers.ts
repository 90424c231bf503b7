import type { Place } from '../../model/index.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import { compareInFile } from '../../rules/engine/order.ts';
import type { FilesNow } from './placing.ts';
import { placeNow } from './placing.ts';
import { compareShown } from './shown.ts';
import type { FilePieces } from './pieces.ts';
import type { Piece } from './piece.ts';

/** A finding as its rule said it, and where it is now. */
export interface Answer {
    readonly finding: Finding;
    readonly at: Place;
}

/** The answers of the rules, by the pieces that they blame: where a piece is, its answers are. */
export class Answers {
    private readonly byPiece = new Map<string, Map<Piece, Finding[]>>();
    /** What blames no file of the model: the built-in library. */
    private readonly elsewhere: Finding[] = [];
    readonly all: readonly Finding[];
    private sharing: ReadonlyMap<string, readonly Finding[]> | undefined;

    /** @param files in the states for which the rules were asked */
    constructor(findings: readonly Finding[], files: FilesNow) {
        this.all = findings;
        for (const finding of findings) {
            const file = files.get(finding.at.file);
            const piece = file?.pieceWith(finding.at.start);
            if (!piece) {
                this.elsewhere.push(finding);
                continue;
            }
            const known = this.byPiece.get(finding.at.file) ?? new Map<Piece, Finding[]>();
            this.byPiece.set(finding.at.file, known);
            const same = known.get(piece);
            if (same) same.push(finding);
            else known.set(piece, [finding]);
        }
        for (const pieces of this.byPiece.values()) for (const list of pieces.values()) list.sort(compareInFile);
    }

    /** The answers that blame a file of the model, in the order of the text. */
    in(file: FilePieces, files: FilesNow): readonly Answer[] {
        const pieces = this.byPiece.get(file.uri);
        if (!pieces) return [];
        const found: Answer[] = [];
        const moved: Answer[] = [];
        for (const [piece, findings] of pieces) {
            if (file.positionOf(piece) !== undefined) continue;
            for (const finding of findings) {
                const at = placeNow(finding.at, files);
                if (at) moved.push({ finding, at });
            }
        }
        file.pieces.forEach((piece, position) => {
            const by = file.starts[position]! - piece.base;
            for (const finding of pieces.get(piece) ?? []) {
                found.push({ finding, at: { file: file.uri, start: finding.at.start + by, end: finding.at.end + by } });
            }
        });
        return moved.length === 0
            ? found
            : [...found, ...moved].sort((a, b) =>
                  compareShown({ said: a.finding, at: a.at }, { said: b.finding, at: b.at }),
              );
    }

    /** The answers that blame several places, one of them at least in a file, in the order in which they were given. */
    sharedIn(uri: string): readonly Finding[] {
        return (this.sharing ??= byFileOfParts(this.all)).get(uri) ?? [];
    }

    /** The answers that blame the built-in library. */
    get outside(): readonly Finding[] {
        return this.elsewhere;
    }
}

function byFileOfParts(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
    const found = new Map<string, Finding[]>();
    for (const finding of findings) {
        if (finding.parts.length < 2) continue;
        for (const file of new Set(finding.parts.map(part => part.at.file))) {
            const known = found.get(file);
            if (known) known.push(finding);
            else found.set(file, [finding]);
        }
    }
    return found;
}
