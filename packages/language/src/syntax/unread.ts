import type { Problem, Unread } from '../model/index.ts';
import type { Declaration, Names } from './names.ts';
import type { Statement } from './statement-heads.ts';
import { wordOf } from './statement-heads.ts';

/** The statements of a block; none of what has no block. */
function statementsOf(node: Statement): readonly Statement[] {
    return ('statements' in node ? node.statements : undefined) ?? [];
}

/** The word of the statement in the block of an element in which an offset is; that of the element in its head. */
function wordAt(node: Statement, offset: number, subject: string, names: Names): string {
    const inner = statementsOf(node).find(({ start, end }) => start <= offset && offset < end);
    if (!inner) return wordOf(node);
    return names.idOf(node as Declaration) === subject ? wordOf(inner) : wordAt(inner, offset, subject, names);
}

/** Where in a statement of the top level names stand that are not known. */
export function unreadIn(node: Statement, problems: readonly Problem[], names: Names): readonly Unread[] {
    return problems.flatMap(({ kind, at, subject }) =>
        kind === 'unresolved' && subject !== null ? [{ subject, word: wordAt(node, at.start, subject, names) }] : [],
    );
}
