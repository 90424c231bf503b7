import { writeString } from '../../model/index.ts';
import { innerWords, statementWords } from '../../statements/index.ts';
import type { Token } from '../lex.ts';
import type { MistakeKind } from '../misread.ts';
import { endOfText } from '../scanner.ts';
import { mayBeName } from '../token-stream.ts';
import type { Leaf } from '../tree.ts';
import { kinds } from './generated/kinds.ts';
import { IacsParser } from './generated/parser.ts';
import type { Place } from './messages.ts';
import { inQuotes, isTitleOfName, mismatch, noneOf } from './messages.ts';
import type { Extent } from './reader.ts';
import { membersOf } from './reader.ts';
import type { SyntaxMistake } from './stumbles.ts';
import { Stumbles } from './stumbles.ts';
import { isJunk, tokensOf } from './tokens-of.ts';

/** What the parser sees of the tokens while it is lost: nothing that any rule could take. */
const nothing = -2;

const statementNames = statementWords.map(({ word }) => word);

const withoutColon = { message: 'A value follows its word without `:`.', write: '' };

/**
 * Takes the tokens of a text one by one. At one that does not fit it stumbles: it says what is wrong, and is lost from
 * there on, so that every rule of the grammar finds nothing to read and ends. It goes on by itself where the statement
 * has a word of its form further on in the line; else whoever reads the statements decides where the next one begins.
 */
export abstract class StumblingParser extends IacsParser {
    readonly comments: readonly Leaf[];
    protected readonly text: string;
    protected readonly shift: number;
    protected readonly tokens: readonly Token[];
    protected readonly stumbles: Stumbles;
    protected at = 0;
    protected lost = false;
    /** While it is lost: where the statement may go on, at a word of its form further on in the line. */
    protected resumeAt = -1;
    /** The word of the statement that is being read. */
    protected word = '';
    /** True where the statement that is being read has its message. */
    protected muted = false;
    /** The types of the nodes that are being read, outermost first. */
    protected readonly rules: string[] = [];
    /** How many braces are open. */
    protected depth = 0;

    /**
     * @param text a whole file, or a piece of one
     * @param shift what is added to every offset
     * @param isLast false for a piece with something behind it, where all blocks have to be closed
     */
    constructor(text: string, shift = 0, isLast = true) {
        super();
        const { tokens, comments, errors } = tokensOf(text, shift, isLast);
        this.text = text;
        this.shift = shift;
        this.tokens = tokens;
        this.comments = comments;
        this.stumbles = new Stumbles(text, shift, errors);
    }

    /** What is wrong with the text, once it was read. */
    get mistakes(): readonly SyntaxMistake[] {
        return this.stumbles.mistakes;
    }

    protected get token(): Token {
        return this.tokens[this.at]!;
    }

    protected get previous(): Token | undefined {
        return this.tokens[this.at - 1];
    }

    protected get kind(): number {
        if (!this.lost) return this.token.kind;
        // The word itself, and never a name: what takes no token must not begin again.
        return this.resumeAt < 0 ? nothing : this.tokens[this.resumeAt]!.kind & ~1;
    }

    protected get isName(): boolean {
        return !this.lost && mayBeName(this.token.kind);
    }

    protected open<T extends Extent & { readonly $type: string }>(node: T): T {
        this.rules.push(node.$type);
        node.start = this.token.start + this.shift;
        node.end = -1;
        return node;
    }

    protected close<T extends Extent>(node: T): T {
        this.rules.pop();
        const end = (this.previous?.end ?? 0) + this.shift;
        // What took no token is not there.
        if (end <= node.start && this.rules.length > 0) return undefined as never;
        node.end = end;
        if (this.muted) node.broken = true;
        return node;
    }

    protected skip(kind: number): void {
        this.leaf(kind);
    }

    protected leaf(kind: number): Leaf {
        const { token, lost } = this;
        const fits = this.fits(
            each => (each.kind & ~1) === kind,
            place => mismatch(kind, place),
            kind === kinds['}'] ? 'no-statement' : undefined,
        );
        if (fits) return this.take();
        const mistake = this.stumbles.last;
        if (kind === kinds.STRING && !lost && mistake?.start === token.start)
            Object.assign(mistake, this.inQuotes(token));
        return undefined as never;
    }

    /**
     * Words in the place of a text, in the quotes that they lack: up to the end of the line, or to what else the
     * statement has. Where several statements are on the line, also up to the next one.
     */
    private inQuotes(first: Token): { readonly end: number; readonly write: string } | null {
        const start = this.tokens.indexOf(first, this.at);
        if (start < 0 || this.isFirstDay(start) || !/^[\p{L}\p{N}_]/u.test(first.image)) return null;
        const word = this.tokens.slice(0, start).findLastIndex(({ image }) => image === this.word);
        const fillsLine = word >= 0 && this.startsLine(word);
        const ends = new Set(fillsLine ? innerWords(this.word) : [...innerWords(this.word), ...statementNames]);
        let at = start + 1;
        const goesOn = ({ kind, image }: Token): boolean =>
            kind !== endOfText &&
            kind !== kinds['{'] &&
            kind !== kinds['}'] &&
            kind !== kinds.STRING &&
            !ends.has(image);
        while (!this.startsLine(at) && goesOn(this.tokens[at]!) && !this.isFirstDay(at)) at++;
        const { end } = this.tokens[at - 1]!;
        const said = this.text.slice(first.start, end);
        // In quotes it would be no name of a file either.
        if (this.word === 'import' && !said.endsWith('.iacs')) return null;
        return { end, write: writeString(said) };
    }

    /** True for the first of two days of a window: they are no part of the title that stands before them. */
    private isFirstDay(at: number): boolean {
        return this.word === 'window' && this.tokens[at]!.kind === kinds.DAY && this.tokens[at + 1]?.image === 'to';
    }

    protected leafOf(set: Uint8Array): Leaf {
        return this.fits(
            token => set[token.kind] === 1,
            place => noneOf(membersOf.get(set) ?? [], place),
        )
            ? this.take()
            : (undefined as never);
    }

    protected nameLeaf(): Leaf {
        // A title in the place of its name: where the name is looked up, the one that is meant is found by it.
        if (!this.lost && isTitleOfName({ rule: this.rules.at(-1) ?? '', previous: this.previous, actual: this.token }))
            return this.take();
        const wasLost = this.lost;
        const fits = this.fits(
            token => mayBeName(token.kind),
            place => mismatch(kinds.ID, place),
        );
        if (fits) return this.take();
        const { token, previous, stumbles } = this;
        if (!wasLost && stumbles.last?.start === token.start)
            Object.assign(stumbles.last, inQuotes({ rule: this.rules.at(-1) ?? '', previous, actual: token }));
        return undefined as never;
    }

    protected none(expected: readonly number[]): void {
        if (this.lost) return;
        const { token, previous } = this;
        this.stumble(place => noneOf(expected, place));
        const mistake = this.stumbles.last;
        if (token.kind === kinds[':'] && previous?.image === this.word && mistake?.start === token.start)
            Object.assign(mistake, withoutColon);
    }

    protected take(): Leaf {
        const { kind, image, start, end } = this.token;
        if (kind === kinds['{']) this.depth++;
        else if (kind === kinds['}']) this.depth--;
        this.at++;
        return { text: image, start: start + this.shift, end: end + this.shift };
    }

    /**
     * True where the next token is one that is wanted; one in the way is left out where the one behind it is wanted.
     */
    protected fits(
        wanted: (token: Token) => boolean,
        message: (place: Place) => string,
        mistake?: MistakeKind,
    ): boolean {
        if (this.lost) return this.resumes(wanted);
        if (wanted(this.token)) return true;
        const { token } = this;
        const next = this.tokens[this.at + 1];
        if (next && wanted(next) && token.kind === kinds[':'] && this.previous?.image === this.word) {
            this.stumbles.push({ ...withoutColon, start: token.start, end: token.end });
            this.at++;
            return true;
        }
        if (next && wanted(next) && isJunk(token.kind) && !this.startsLine(this.at) && !this.startsLine(this.at + 1)) {
            this.stumble(message, mistake);
            this.lost = false;
            this.at++;
            return true;
        }
        this.stumble(message, mistake);
        return false;
    }

    /** Goes on where what is wanted is the word at which the statement may go on. */
    protected resumes(wanted: (token: Token) => boolean): boolean {
        if (this.resumeAt < 0 || !wanted(this.tokens[this.resumeAt]!)) return false;
        this.at = this.resumeAt;
        this.lost = false;
        return true;
    }

    protected stumble(message: (place: Place) => string, kind?: MistakeKind): void {
        this.lost = true;
        this.resumeAt = this.wordOfForm();
        const { token: actual, previous } = this;
        // Where a block is not closed, nothing more is said of its last statement.
        if (this.muted || actual.inserted || (actual.kind === endOfText && this.depth > 0)) return;
        this.muted = true;
        const said = message({ rule: this.rules.at(-1) ?? '', previous, actual });
        // What is missing is missing behind the line before.
        const isEarly =
            actual.kind === endOfText || (this.startsLine(this.at) && actual.image !== '}' && kind !== 'no-statement');
        const { start, end } = isEarly && previous ? previous : actual;
        this.stumbles.push({ message: said, start, end, ...(kind && { kind }) });
    }

    /** Where a word or sign stands on this line that belongs to the form of the statement; -1 where none does. */
    protected wordOfForm(): number {
        const inner = innerWords(this.word);
        for (let at = this.at; inner.length > 0 && isJunk(this.tokens[at]!.kind) && !this.startsLine(at); at++) {
            if (inner.includes(this.tokens[at]!.image)) return at;
        }
        return -1;
    }

    /** True for a token with a line break before it. */
    protected startsLine(at: number): boolean {
        const before = this.tokens[at - 1];
        const token = this.tokens[at]!;
        return (
            token.kind === endOfText || before === undefined || /[\r\n]/.test(this.text.slice(before.end, token.start))
        );
    }
}
