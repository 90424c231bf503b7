import type { Origin, Place } from './place.ts';

/**
 * A change to the text, said without the text: whoever holds the files turns it into characters (see
 * `syntax/edits.ts`), with the indentation of the place where it lands. Statements that move keep every character of
 * theirs, comments and mistakes among them, since the model does not know all that was written: nothing is written anew
 * from the model.
 */
export type Edit =
    /**
     * Put other characters in a place; an empty place inserts. Inside of a statement that moves by the same fix, it is
     * replaced on the way: that is how a mention gets the name that it needs in the new block.
     */
    | { readonly kind: 'replace'; readonly at: Place; readonly text: string }
    /** Take a whole statement away, with its line when nothing else is on it. */
    | { readonly kind: 'remove'; readonly at: Place }
    /**
     * Add a statement to the block of an element; a block is made where there is none. Lines of `text` start at column
     * 0.
     */
    | { readonly kind: 'add'; readonly into: Origin; readonly text: string; readonly where: 'first' | 'last' }
    /** Add a declaration after another one, at the same depth. Lines of `text` start at column 0. */
    | { readonly kind: 'follow'; readonly after: Origin; readonly text: string }
    /** Add a declaration at the end of a file. Lines of `text` start at column 0. */
    | { readonly kind: 'append'; readonly file: string; readonly text: string }
    /** Write the letters of a declaration, up to its block, in their composed form (NFC): the same text to a reader. */
    | { readonly kind: 'compose'; readonly at: Origin }
    /** Move a statement, as it is written, into the block of an element. */
    | { readonly kind: 'move'; readonly at: Place; readonly into: Origin }
    /**
     * Put statements, as they are written, into a new block: `head`, then one line for each of `facts`, then the
     * statements. The block is where the first of them was, or after a declaration, at the same depth.
     */
    | {
          readonly kind: 'enclose';
          readonly statements: readonly Place[];
          readonly head: string;
          readonly facts: readonly string[];
          readonly after?: Origin | undefined;
      };

/** What every fix has. */
interface NamedEdits {
    /** What it does, in the imperative: "Add SL-T 2". */
    readonly title: string;
    /** All made together, and undone together. */
    readonly edits: readonly Edit[];
    /** Of a finding that blames several places: the one for which it is; all of them, where nothing is given. */
    readonly at?: Place;
    /** True where elements get other ids by it: made only where all that may mention them is understood. */
    readonly renames?: boolean;
}

/**
 * A named change that makes a finding go away, by what it does to the model:
 * - `layout`: every fact stays, only where or how it is written changes;
 * - `fix`: the model changes, in nothing but what it shows already: a flow takes a protected protocol, an asset goes to
 * another zone;
 * - `claim`: something is said of the plant that only people know: who owns a zone, what is configured, what day was
 * agreed.
 * Fixes for many findings at once are made of the first two only.
 */
export type Fix = NamedEdits &
    (
        | {
              readonly kind: 'layout' | 'fix';
              /** The one to make when nobody chooses, where it is plainly the right one. */
              readonly preferred?: boolean;
          }
        | {
              readonly kind: 'claim';
              /**
               * The parts of the written text that somebody has to fill in, in their order: an editor puts the cursor
               * there. Empty where the choice between several such fixes is the answer.
               */
              readonly fill: readonly string[];
              readonly preferred?: undefined;
          }
    );
