import { leadingWords, trailingWords } from '../statements/index.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';
import type { Asides } from './scanner.ts';
import { endOfText, Scanner } from './scanner.ts';

function kindsOf(signsAndWords: readonly string[]): ReadonlySet<number> {
    return new Set(signsAndWords.map(each => wordKinds.get(each) ?? kinds[each as keyof typeof kinds]));
}

/** What a list, a path or a question goes on with, so that a name may follow on the next line. */
const continuing = kindsOf([',', '.', ...leadingWords]);

/**
 * What may follow a name that is written like a declaration: `mitigated by`, then a countermeasure called `flow`, then
 * `to`.
 */
const clauses = kindsOf(trailingWords);

/** What a statement has behind its first word, and a list of names has not. */
const literals = kindsOf(['STRING', 'DAY', 'RANGE', 'ADDRESS', 'NUMBER']);

/** True for a word that stands first on its line and begins a statement there. */
export function beginsStatement(kind: number): boolean {
    return kind > kinds.ID && (kind & 1) === 0;
}

/** True for what may be a name: no word is reserved. */
export function mayBeName(kind: number): boolean {
    return kind === kinds.ID || (kind & 1) === 1;
}

/** True for a token behind which a list, a path or a question goes on. */
export function goesOnAfter(kind: number): boolean {
    return continuing.has(kind & ~1);
}

/** No file of a plant nests deeper; a parser that recurses would run out of stack long after. */
export const deepestNesting = 64;

/**
 * The tokens of a text, one at a time. The words of the language are not reserved: a word that stands first on a line
 * begins a statement, unless the line before goes on; anywhere else it may be a name, and its kind is one more than
 * that of the word.
 */
export class TokenStream {
    /** The kind of the token that it stands on; {@link endOfText} behind the last one. */
    kind: number = endOfText;
    start = 0;
    end = 0;
    /** The text of a name or word. */
    name = '';
    /** The kind and the end of the token before. */
    previousKind: number = endOfText;
    previousEnd = 0;
    readonly text: string;
    private readonly following: Scanner;

    constructor(text: string, asides: Asides) {
        this.text = text;
        this.following = new Scanner(text, asides);
        this.following.next();
    }

    /** Goes to the next token; behind the last one it stays. */
    advance(): void {
        const { following } = this;
        this.previousKind = this.kind;
        this.previousEnd = this.end;
        const { kind } = following;
        this.start = following.start;
        this.end = following.end;
        this.name = following.name;
        if (kind !== endOfText) following.next();
        this.kind = kind > kinds.ID ? this.sorted(kind) : kind;
    }

    /** True where the token stands first on its line. */
    get standsFirst(): boolean {
        return standsFirst(this.text, this.start);
    }

    /** True where the token before says that its list, path or question goes on. */
    get goesOn(): boolean {
        return goesOnAfter(this.previousKind);
    }

    /** True where the next token is a text on the same line. */
    get textNext(): boolean {
        const { following } = this;
        return following.kind === kinds.STRING && isOneLine(this.text, this.end, following.start);
    }

    /** True where the next token is a name, or a word that may be one, on the same line, and goes on with nothing. */
    get namesNext(): boolean {
        const { following } = this;
        return (
            following.kind >= kinds.ID &&
            !clauses.has(following.kind) &&
            isOneLine(this.text, this.end, following.start)
        );
    }

    /** True where a literal follows on the same line, as it does in a statement. */
    private get valueNext(): boolean {
        const { following } = this;
        return literals.has(following.kind) && isOneLine(this.text, this.end, following.start);
    }

    /**
     * Behind a comma or an arrow that somebody left at the end of a line, a statement is still distinguished from a
     * name: by what stands behind it.
     */
    private sorted(word: number): number {
        const begins = this.standsFirst && (!this.goesOn || this.namesNext || this.valueNext);
        return begins ? word : word + 1;
    }
}

function standsFirst(text: string, offset: number): boolean {
    for (let at = offset - 1; at >= 0; at--) {
        const code = text.charCodeAt(at);
        if (code === 10 || code === 13) return true;
        if (code !== 32 && code !== 9) return false;
    }
    return true;
}

function isOneLine(text: string, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || code === 13) return false;
    }
    return true;
}
