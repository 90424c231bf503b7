import type { Statement } from './generated/ast.ts';

/** What every generated type has. */
interface AstNode {
    readonly $type: string;
}

/**
 * The syntax tree that the product works on: the shapes that the grammar generates (`generated/ast.ts`), with the place
 * of every word in the text instead of a concrete syntax tree beside it. A tree of a broken file lacks what was not
 * understood.
 */

/** A word or literal of the text. */
export interface Leaf {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** A node of the generated type `T`: its words are leaves, its flags are `true`, and it knows its own extent. */
export type Tree<T> = T extends AstNode ? TreeNode<T> : never;

type TreeNode<T extends AstNode> = {
    readonly $type: T['$type'];
    readonly start: number;
    readonly end: number;
    /** True where words of the statement could not be read: what is not in it may have been said. */
    readonly broken?: boolean;
} & {
    readonly [K in keyof T as K extends `$${string}` ? never : K]?: Branch<NonNullable<T[K]>>;
};

type Branch<V> = V extends readonly (infer E)[] ? readonly Branch<E>[] : V extends AstNode ? Tree<V> : Leaf;

/** A statement as it was read. */
export type StatementTree = Tree<Statement>;

/** The statements of a file, or in the block of a statement; empty where it has no block. */
export function statementsOf(node: object): readonly StatementTree[] {
    return 'statements' in node ? ((node.statements ?? []) as readonly StatementTree[]) : [];
}
