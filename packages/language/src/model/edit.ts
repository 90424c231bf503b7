import type { Origin, Place } from './place.ts';

/**
 * A change to the text, said without the text: whoever holds the files turns it into characters
 * (see `syntax/edits.ts`), with the indentation of the place where it lands.
 */
export type Edit =
    /** Put other characters in a place; an empty place inserts. */
    | { readonly kind: 'replace'; readonly at: Place; readonly text: string }
    /** Take a whole statement away, with its line when nothing else stands on it. */
    | { readonly kind: 'remove'; readonly at: Place }
    /** Add a statement to the block of an element; a block is made where there is none. Lines of `text` start at column 0. */
    | { readonly kind: 'add'; readonly into: Origin; readonly text: string; readonly where: 'first' | 'last' }
    /** Add a declaration behind another one, at the same depth. Lines of `text` start at column 0. */
    | { readonly kind: 'follow'; readonly after: Origin; readonly text: string }
    /** Add a declaration at the end of a file. Lines of `text` start at column 0. */
    | { readonly kind: 'append'; readonly file: string; readonly text: string }
    /** Move a statement, as it is written, into the block of an element. */
    | { readonly kind: 'move'; readonly at: Place; readonly into: Origin }
    /**
     * Put statements of one block, as they are written, into a new block where the first of them stands:
     * `head`, then one line for each of `facts`, then the statements.
     */
    | { readonly kind: 'enclose'; readonly statements: readonly Place[]; readonly head: string; readonly facts: readonly string[] };

/** A named cure. All its edits are made together, and undone together. */
export interface Fix {
    /** What it does, in the imperative: "Add SL-T 2". */
    readonly title: string;
    readonly edits: readonly Edit[];
    /** The one to offer first, where it is plainly the right one. */
    readonly preferred?: boolean;
}
