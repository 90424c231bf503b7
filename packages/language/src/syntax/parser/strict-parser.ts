import { badEscape } from '../escapes.ts';
import { isClosedComment, isClosedString, isTypographicQuote } from '../literals.ts';
import { endOfText } from '../scanner.ts';
import { deepestNesting, mayBeName, TokenStream } from '../token-stream.ts';
import type { Leaf } from '../tree.ts';
import { kinds } from './generated/kinds.ts';
import { IacsParser } from './generated/parser.ts';
import type { Extent } from './reader.ts';

/** Thrown where a text has a mistake: another parser says which one. */
class NotStrict extends Error {}

/** Reads a text without a mistake: takes tokens in turn, and gives up at the first one that does not fit. */
export class StrictParser extends IacsParser {
    readonly comments: Leaf[] = [];
    private readonly tokens: TokenStream;
    private readonly shift: number;
    private depth = 0;

    /** @param shift what is added to every offset of the tree */
    constructor(text: string, shift = 0) {
        super();
        this.shift = shift;
        this.tokens = new TokenStream(text, {
            comment: (start, end) => {
                const comment = text.slice(start, end);
                if (!isClosedComment(comment)) this.fail();
                this.comments.push({ text: comment, start: start + shift, end: end + shift });
            },
            unreadable: () => this.fail(),
        });
        this.tokens.advance();
    }

    protected get kind(): number {
        return this.tokens.kind;
    }

    protected get isName(): boolean {
        return mayBeName(this.tokens.kind);
    }

    protected get opensBlock(): boolean {
        return this.tokens.kind === kinds['{'];
    }

    protected open<T extends Extent>(node: T): T {
        if (this.tokens.kind !== endOfText) node.start = this.tokens.start + this.shift;
        return node;
    }

    protected close<T extends Extent>(node: T): T {
        if (node.start >= 0) node.end = this.tokens.previousEnd + this.shift;
        return node;
    }

    protected skip(kind: number): void {
        if ((this.tokens.kind & ~1) !== kind) this.fail();
        this.tokens.advance();
    }

    protected leaf(kind: number): Leaf {
        if ((this.tokens.kind & ~1) !== kind) this.fail();
        return this.take();
    }

    protected leafOf(set: Uint8Array): Leaf {
        if (set[this.tokens.kind] !== 1) this.fail();
        return this.take();
    }

    protected nameLeaf(): Leaf {
        if (!this.isName) this.fail();
        return this.take();
    }

    protected none(): never {
        this.fail();
    }

    protected finish(): void {
        if (this.tokens.kind !== endOfText) this.fail();
    }

    private fail(): never {
        throw new NotStrict();
    }

    private take(): Leaf {
        const { tokens } = this;
        const { kind, start, end } = tokens;
        const text = kind >= kinds.ID ? tokens.name : tokens.text.slice(start, end);
        if (kind === kinds.STRING && (isTypographicQuote(text) || !isClosedString(text) || badEscape(text) !== null))
            this.fail();
        if (kind === kinds['{'] && ++this.depth > deepestNesting) this.fail();
        if (kind === kinds['}']) this.depth--;
        tokens.advance();
        return { text, start: start + this.shift, end: end + this.shift };
    }
}

/** What `read` gives, or `null` where the text has a mistake. */
export function orNullAtMistakes<T>(read: () => T): T | null {
    try {
        return read();
    } catch (error) {
        if (error instanceof NotStrict) return null;
        throw error;
    }
}
