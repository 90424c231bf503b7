import type { BlockKind } from '../../statements/index.ts';
import { innerWords, statementIn } from '../../statements/index.ts';
import { code } from '../code-marks.ts';
import { meant } from '../hints.ts';
import type { Token } from '../lex.ts';
import { notClosed } from '../repaired.ts';
import { endOfText } from '../scanner.ts';
import { beginsStatement, goesOnAfter, mayBeName } from '../token-stream.ts';
import type { Leaf } from '../tree.ts';
import { kinds } from './generated/kinds.ts';
import { IacsParser } from './generated/parser.ts';
import type { Place } from './messages.ts';
import { inQuotes, isTitleOfName, mismatch, misplaced, noneOf } from './messages.ts';
import type { Blocked, Extent } from './reader.ts';
import { membersOf } from './reader.ts';
import type { SyntaxMistake } from './stumbles.ts';
import { Stumbles } from './stumbles.ts';
import { blockOf, hasList, isJunk, sameClass, tokensOf } from './tokens-of.ts';

/** What the parser sees of the tokens while it is lost: nothing that any rule could take. */
const nothing = -2;

const withoutColon = { message: 'A value follows its word without `:`.', write: '' };

/** As much of a line as is read again for the sake of a hint. */
const longestLine = 300;

/**
 * Reads any text, says what is wrong with it, and goes on: the language recovers by line. From a mistake to the end of
 * its statement the parser is lost: every rule finds nothing to read and ends, so that what was read before is in the
 * tree. Then tokens are left out up to where the next statement begins: at the latest that is the next line, and
 * earlier the block of the statement, the brace that closes the one around, or a word that begins a statement here.
 */
export class TolerantParser extends IacsParser {
    readonly comments: readonly Leaf[];
    private readonly text: string;
    private readonly shift: number;
    private readonly tokens: readonly Token[];
    private readonly stumbles: Stumbles;
    private at = 0;
    private lost = false;
    /** While it is lost: where the statement may go on, at a word of its form further on in the line. */
    private resumeAt = -1;
    /** The word of the statement that is being read. */
    private word = '';
    /** True where the statement that is being read has its message. */
    private muted = false;
    /** The types of the nodes that are being read, outermost first. */
    private readonly rules: string[] = [];
    /** The blocks that are being read. */
    private readonly blocks: BlockKind[] = ['file'];
    /** How many braces are open. */
    private depth = 0;
    /** True where nothing more was read behind the last mistake. */
    private endsLost = false;

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

    private get token(): Token {
        return this.tokens[this.at]!;
    }

    private get previous(): Token | undefined {
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
        return node;
    }

    protected skip(kind: number): void {
        this.leaf(kind);
    }

    protected leaf(kind: number): Leaf {
        return this.fits(
            token => (token.kind & ~1) === kind,
            place => mismatch(kind, place),
        )
            ? this.take()
            : (undefined as never);
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

    protected finish(): void {
        // The statements of a file end where it ends.
    }

    protected override append(list: unknown, item: unknown): unknown {
        return item === undefined ? list : super.append(list, item);
    }

    /** Where the parser is lost, the block may stand further on in the line. */
    protected get opensBlock(): boolean {
        if (!this.lost) return this.token.kind === kinds['{'];
        let at = this.at;
        while (!this.startsLine(at) && isJunk(this.tokens[at]!.kind)) at++;
        if (this.startsLine(at) || this.tokens[at]!.kind !== kinds['{']) return false;
        this.at = at;
        this.lost = false;
        return true;
    }

    protected override block(node: Blocked, first: Uint8Array): void {
        const open = this.token;
        node.open = this.leaf(kinds['{']);
        if (this.lost) return;
        const word = this.rules.at(-1)!;
        this.blocks.push(blockOf(word));
        node.statements = this.statements(first);
        this.blocks.pop();
        if (this.token.kind === endOfText) {
            // Of several that are not closed the innermost is blamed, and none where the last statement is one that
            // somebody is typing.
            this.muted = true;
            if (!this.endsLost && this.stumbles.last?.message !== notClosed)
                this.stumbles.push({ message: notClosed, start: open.start, end: open.end });
            return;
        }
        const { inserted } = this.token;
        const close = this.take();
        if (!inserted) node.close = close;
    }

    protected override statements(first: Uint8Array): unknown {
        let list: unknown;
        /** The word of the statement before. */
        let last = '';
        const inBlock = this.blocks.length > 1;
        for (let { kind } = this.token; kind !== endOfText; { kind } = this.token) {
            this.word = '';
            this.muted = false;
            if (kind === kinds['}']) {
                if (inBlock) break;
                this.stumble(() => 'This `}` has no matching `{`.');
                while (this.token.kind === kinds['}']) this.at++;
                this.lost = false;
            } else if (first[kind] === 1) {
                const { depth, token } = this;
                this.word = last = token.image;
                const statement = this.Statement();
                list = this.append(list, statement);
                this.resumeBlock(statement, first);
                if (this.lost) this.recover(depth, token.image, first);
            } else {
                const { depth } = this;
                this.misplaced();
                this.blameComma(last);
                this.blameTitle();
                if (kind === kinds['{']) this.depth++;
                this.at++;
                this.recover(depth, '', first);
            }
        }
        return list;
    }

    /**
     * Where words are left over behind the head of a declaration, its block follows all the same: `zone Control Room
     * {`.
     */
    private resumeBlock(statement: object, first: Uint8Array): void {
        const { kind } = this.token;
        if (
            this.lost ||
            !('open' in statement) ||
            statement.open !== undefined ||
            first[kind] === 1 ||
            !isJunk(kind) ||
            this.startsLine(this.at)
        )
            return;
        this.misplaced();
        this.blameTitle();
        if (!this.opensBlock) return;
        this.rules.push((statement as unknown as { readonly $type: string }).$type);
        this.block(statement as Blocked, first);
        this.rules.pop();
        (statement as unknown as Extent).end = this.previous!.end + this.shift;
    }

    /** Says what stands here in the place of a statement, and what it may have been meant for. */
    private misplaced(): void {
        const { token, previous } = this;
        const block = this.blocks.at(-1)!;
        this.stumble(({ actual }) => misplaced(actual, block, previous));
        const mistake = this.stumbles.last;
        const { write } = meant(token, previous, block);
        if (write !== undefined && mistake?.start === token.start && this.isReadWith(write))
            Object.assign(mistake, { write });
    }

    /** True where the line is a statement with this in the place of the token. */
    private isReadWith(write: string): boolean {
        const { end } = this.token;
        const rest = /^[^\r\n{}]*/.exec(this.text.slice(end, end + longestLine))![0];
        const parser = new TolerantParser(write + rest);
        parser.File();
        return parser.mistakes.length === 0;
    }

    /** A title that stands behind the type belongs before it: `asset Plc : plc "Line PLC"`. */
    private blameTitle(): void {
        const { token, stumbles } = this;
        const [word, , colon, type] = this.tokens.slice(Math.max(0, this.at - 4), this.at);
        const mistake = stumbles.last;
        if (token.kind !== kinds.STRING || colon?.kind !== kinds[':'] || mistake?.start !== token.start) return;
        if (word!.image !== 'asset' && word!.image !== 'type') return;
        const write = `${token.image} : ${type!.image}`;
        const message = `A title is written right after the name: ${code(write)}.`;
        Object.assign(mistake, { message, start: colon.start, write });
    }

    /** Where a further value stands behind a list, only its comma is missing. */
    private blameComma(word: string): void {
        const { token, previous } = this;
        const entry = statementIn(this.blocks.at(-1)!, word);
        if (!entry || !previous || this.startsLine(this.at) || !sameClass(previous.kind, token.kind) || !hasList(entry))
            return;
        const write = `, ${token.image}`;
        Object.assign(this.stumbles.last!, {
            message: `The values of a list are separated by commas: write ${previous.image}${write}.`,
            start: previous.end,
            write,
        });
    }

    /** Leaves out what belongs to no statement. */
    private recover(depth: number, word: string, first: Uint8Array): void {
        this.lost = false;
        for (; this.token.kind !== endOfText; this.at++) {
            const { kind, image } = this.token;
            if (kind === kinds['{']) this.depth++;
            else if (kind === kinds['}']) {
                if (this.depth === depth) return;
                this.depth--;
            } else if (this.depth === depth) {
                if (
                    this.startsLine(this.at) &&
                    ((first[kind] === 1 && beginsStatement(kind)) || !goesOnAfter(this.previous!.kind))
                )
                    return;
                if (kind > kinds.ID && statementIn(this.blocks.at(-1)!, image) && !innerWords(word).includes(image))
                    return;
            }
        }
        this.endsLost = this.muted;
    }

    private take(): Leaf {
        const { kind, image, start, end } = this.token;
        if (kind === kinds['{']) this.depth++;
        else if (kind === kinds['}']) this.depth--;
        this.at++;
        return { text: image, start: start + this.shift, end: end + this.shift };
    }

    /**
     * True where the next token is one that is wanted; one in the way is left out where the one behind it is wanted.
     */
    private fits(wanted: (token: Token) => boolean, message: (place: Place) => string): boolean {
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
            this.stumble(message);
            this.lost = false;
            this.at++;
            return true;
        }
        this.stumble(message);
        return false;
    }

    /** Finds its way again where what is wanted is the word at which the statement may go on. */
    private resumes(wanted: (token: Token) => boolean): boolean {
        if (this.resumeAt < 0 || !wanted(this.tokens[this.resumeAt]!)) return false;
        this.at = this.resumeAt;
        this.lost = false;
        return true;
    }

    private stumble(message: (place: Place) => string): void {
        this.lost = true;
        this.resumeAt = this.wordOfForm();
        const { token: actual, previous } = this;
        // Where a block is not closed, nothing more is said of its last statement.
        if (this.muted || actual.inserted || (actual.kind === endOfText && this.depth > 0)) return;
        this.muted = true;
        const said = message({ rule: this.rules.at(-1) ?? '', previous, actual });
        const isEarly =
            actual.kind === endOfText ||
            (this.startsLine(this.at) && actual.image !== '}' && /^Expected (?!a statement)/.test(said));
        if (isEarly && previous) this.stumbles.push({ message: said, start: previous.start, end: previous.end });
        else this.stumbles.push({ message: said, start: actual.start, end: actual.end });
    }

    /** Where a word or sign stands on this line that belongs to the form of the statement; -1 where none does. */
    private wordOfForm(): number {
        const inner = innerWords(this.word);
        for (let at = this.at; inner.length > 0 && isJunk(this.tokens[at]!.kind) && !this.startsLine(at); at++) {
            if (inner.includes(this.tokens[at]!.image)) return at;
        }
        return -1;
    }

    /** True for a token with a line break before it. */
    private startsLine(at: number): boolean {
        const before = this.tokens[at - 1];
        const token = this.tokens[at]!;
        return (
            token.kind === endOfText || before === undefined || /[\r\n]/.test(this.text.slice(before.end, token.start))
        );
    }
}
