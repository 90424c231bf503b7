import type { Parsed } from './parse.ts';
import type { StatementTree } from './tree.ts';
import { statementsOf } from './tree.ts';

/** A tree that may be taken apart. */
interface Open {
    statements?: readonly StatementTree[];
}

const blocks: ReadonlySet<string> = new Set(['Zone', 'Conduit', 'Asset', 'Within']);

/** What a suggestion asks of a declaration: by what other names it is called. */
function isAlias(statement: StatementTree): boolean {
    return statement.$type === 'TextFact' && statement.key?.text === 'alias';
}

function empty(node: StatementTree): void {
    if (!blocks.has(node.$type)) return;
    const inner = statementsOf(node);
    for (const each of inner) empty(each);
    if (inner.length > 0) (node as Open).statements = inner.filter(isAlias);
}

/**
 * Takes a statement of the top level apart that has been lowered. Its declarations keep their names and places, which
 * is what is asked of them from other statements; what is in them is as large as the model, and is let go.
 * @param index of the statement in the file; nobody may read the tree of the file afterwards
 */
export function emptyStatement({ file }: Parsed, index: number): void {
    const statements = file.statements as StatementTree[];
    const node = statements[index]!;
    if (node.$type === 'Flow') statements[index] = { $type: 'Flow', start: node.start, end: node.end };
    else empty(node);
}
