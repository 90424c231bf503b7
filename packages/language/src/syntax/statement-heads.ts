import type { Origin, Span } from '../model/index.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import { wordsOfRule } from './parser/generated/kinds.ts';
import type { Leaf, Tree } from './tree.ts';

/** A statement as it is in the tree. */
export type Statement = Tree<Ast.Statement>;

/** The word that a statement begins with. */
export function wordOf(statement: Statement): string {
    return (statement as { readonly key?: Leaf }).key?.text ?? wordOfType(statement.$type);
}

/** The word of all statements of a generated type; empty where they begin with several. */
export function wordOfType(type: string): string {
    const words = wordsOfRule.get(type) ?? [];
    return words.length === 1 ? words[0]! : '';
}

/** The place of a statement's first word, or of its name where it declares one. */
export function keyOf(statement: Statement): Span {
    const { key, name } = statement as { readonly key?: Leaf; readonly name?: Leaf };
    return (
        key ??
        name ?? { start: statement.start, end: Math.min(statement.end, statement.start + wordOf(statement).length) }
    );
}

/** The origin of a declared element: its name is its first place. */
export function declaredOrigin(lowering: Lowering, node: Statement): Origin {
    return lowering.origin(node, keyOf(node));
}
