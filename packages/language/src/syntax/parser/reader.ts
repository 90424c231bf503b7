import type { Leaf } from '../tree.ts';
import { kinds, wordKinds } from './generated/kinds.ts';

export interface Extent {
    start: number;
    end: number;
    /** True where words of a statement could not be read. */
    broken?: boolean;
}

/** A node with a block, while it grows. */
export interface Blocked {
    open: unknown;
    statements: unknown;
    close: unknown;
}

/** What the sets were made of, in the order of the grammar. */
export const membersOf = new Map<Uint8Array, readonly number[]>();

const lastKind = Math.max(...wordKinds.values()) + 1;

/**
 * A set of kinds as a table: 1 for those in it. A word stands for itself where it may be a name as well, and may be one
 * where a name is wanted.
 */
export function kindSet(members: readonly number[]): Uint8Array {
    const table = new Uint8Array(lastKind + 1);
    membersOf.set(table, members);
    for (const kind of members) {
        table[kind] = 1;
        if (kind > kinds.ID) table[kind + 1] = 1;
        if (kind === kinds.ID) for (let word = kind + 3; word <= lastKind; word += 2) table[word] = 1;
    }
    return table;
}

/**
 * What the generated parser stands on: the tokens, one by one, and what becomes of one that does not fit. One
 * implementation gives up (`strict-parser.ts`), the other says what is wrong and goes on (`tolerant-parser.ts`); both
 * grow the same trees.
 */
export abstract class Reader {
    /** The kind of the next token. */
    protected abstract get kind(): number;
    /** True for a name, or a word that may be one here. */
    protected abstract get isName(): boolean;
    /** True where the block of a statement begins. */
    protected abstract get opensBlock(): boolean;

    protected abstract open<T extends Extent & { readonly $type: string }>(node: T): T;
    protected abstract close<T extends Extent>(node: T): T;
    /** Passes over a word or sign. */
    protected abstract skip(kind: number): void;
    protected abstract leaf(kind: number): Leaf;
    protected abstract leafOf(set: Uint8Array): Leaf;
    protected abstract nameLeaf(): Leaf;
    /** Where one of several has to follow, and none does: the kinds that each begins with. */
    protected abstract none(expected: readonly number[]): void;
    /** Ends the reading: there must be nothing left. */
    protected abstract finish(): void;

    /** The statement that begins with the next token; generated. */
    protected abstract Statement(): object;

    /** Statements, as long as one begins. */
    protected statements(first: Uint8Array): unknown {
        let list: unknown;
        while (first[this.kind] === 1) list = this.append(list, this.Statement());
        return list;
    }

    /** The block of a statement, from brace to brace. */
    protected block(node: Blocked, first: Uint8Array): void {
        node.open = this.leaf(kinds['{']);
        node.statements = this.statements(first);
        node.close = this.leaf(kinds['}']);
    }

    protected append(list: unknown, item: unknown): unknown {
        // A list of one is made to measure: the first push to an empty one makes room for seventeen.
        if (list === undefined) return [item];
        (list as unknown[]).push(item);
        return list;
    }
}
