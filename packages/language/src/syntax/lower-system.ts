import type { Repeat, System } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerNotes } from './lower-notes.ts';
import { lowerMatrix, tolerated } from './lower-matrix.ts';
import { lowerEvidenceValid } from './lower-time.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import type { Tree } from './tree.ts';

/** The system under consideration. */
export function lowerSystem(lowering: Lowering, node: Tree<Ast.System>, id: string, repeats: Repeat[]): System {
    const block = new Block(lowering, node.statements, 'system', id, repeats);
    return {
        ...named(lowering, node, id, block),
        owner: block.string('owner'),
        description: block.string('description'),
        tolerableRisk: tolerated(block),
        evidenceValid: lowerEvidenceValid(lowering, block, id),
        notes: lowerNotes(lowering, block),
        matrix: lowerMatrix(lowering, block, id, repeats),
    };
}
