import { writeString } from '../../model/index.ts';
import type { BlockKind } from '../../statements/index.ts';
import { innerWords, statementIn } from '../../statements/index.ts';
import { code } from '../code-marks.ts';
import { meant, wordFor } from '../hints.ts';
import type { Token } from '../lex.ts';
import { closesNothing } from '../open-blocks.ts';
import { unclosed } from '../misread.ts';
import { endOfText } from '../scanner.ts';
import { commas } from '../as-written/commas.ts';
import { beginsStatement, goesOnAfter, mayBeName } from '../token-stream.ts';
import { kinds } from './generated/kinds.ts';
import { misplaced } from './messages.ts';
import type { Blocked, Extent } from './reader.ts';
import { StumblingParser } from './stumbling-parser.ts';
import { blockOf, hasList, isJunk, sameClass } from './tokens-of.ts';

/** No type or protocol has more words behind its first one. */
const mostWords = 2;
/** Words behind a protocol that belong to what follows. */
const notInNames: ReadonlySet<string> = new Set('port ports ip at in on is with and or from to via over'.split(' '));

const isCapital = ({ image }: Token): boolean => /^\p{Lu}/u.test(image);
/** Signs at which a purpose without quotes ends at the latest. */
const endsPurpose: ReadonlySet<string> = new Set(['{', '}', ',']);

/** Statements with a reason behind them. */
const withReason: ReadonlySet<string> = new Set('meets misses excludes compensates SL-T SL-C SL-A'.split(' '));
const transports: ReadonlySet<string> = new Set(['tcp', 'udp']);

/** As much of a line as is read again for the sake of a hint. */
const longestLine = 300;

/** Marks the last statement of a list: words are left over behind it. */
function blame(list: unknown): void {
    const last: unknown = Array.isArray(list) ? list.at(-1) : undefined;
    if (last) (last as Extent).broken = true;
}

/**
 * Reads any text, says what is wrong with it, and goes on: the language recovers by line. From a mistake to the end of
 * its statement the parser is lost: every rule finds nothing to read and ends, so that what was read before is in the
 * tree. Then tokens are left out up to where the next statement begins: at the latest that is the next line, and
 * earlier the block of the statement, the brace that closes the one around, or a word that begins a statement here.
 */
export class TolerantParser extends StumblingParser {
    /** The blocks that are being read. */
    private readonly blocks: BlockKind[] = ['file'];

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
            // Whatever is wrong with its last statement: that is mended, and the brace is missing all the same.
            this.muted = true;
            this.stumbles.push(unclosed(open));
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
                this.stumble(() => closesNothing);
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
                if (!this.startsLine(this.at)) blame(list);
                this.misplaced();
                this.blameComma(last);
                this.blameTitle();
                this.blameReason(last);
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
        this.blameWords(this.word);
        if (!this.opensBlock) {
            (statement as unknown as Extent).broken = true;
            return;
        }
        this.rules.push((statement as unknown as { readonly $type: string }).$type);
        this.block(statement as Blocked, first);
        this.rules.pop();
        (statement as unknown as Extent).end = this.previous!.end + this.shift;
    }

    /** Says what stands here in the place of a statement, and what it may have been meant for. */
    private misplaced(): void {
        const { token, previous } = this;
        const block = this.blocks.at(-1)!;
        this.stumble(({ actual }) => misplaced(actual, block, previous), 'no-statement');
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

    /** A text behind levels or requirements is their reason, and a number close to RE is apart from it. */
    private blameReason(statement: string): void {
        const { token, stumbles } = this;
        const mistake = stumbles.last;
        if (!withReason.has(statement) || this.startsLine(this.at) || mistake?.start !== token.start) return;
        const enhancement = /^RE(\d)$/.exec(token.image)?.[1];
        if (enhancement !== undefined) Object.assign(mistake, { write: `RE ${enhancement}` });
        if (token.kind !== kinds.STRING) return;
        const write = `because ${token.image}`;
        Object.assign(mistake, { message: `A reason follows \`because\`: write ${code(write)}.`, write });
    }

    /** Where a further value stands behind a list, only its comma is missing. */
    private blameComma(word: string): void {
        const { token, previous } = this;
        const entry = statementIn(this.blocks.at(-1)!, word);
        if (!entry || !previous || this.startsLine(this.at) || !sameClass(previous.kind, token.kind) || !hasList(entry))
            return;
        // In `secured by Tunnel` what is protected is missing, and no comma.
        if (word === 'secured' && previous.image === 'by') return;
        // `from Office target Plc`: the next statement, by a word of everyday speech.
        if (wordFor(token.image, this.blocks.at(-1)!) !== null) return;
        const next = this.tokens[this.at + 1]!;
        const joins = commas.has(token.image) && sameClass(previous.kind, next.kind) && !this.startsLine(this.at + 1);
        const value = joins ? next : token;
        const write = `, ${value.image}`;
        Object.assign(this.stumbles.last!, {
            message: `The values of a list are separated by commas: write ${previous.image}${write}.`,
            start: previous.end,
            end: value.end,
            write,
        });
    }

    /** A type or protocol of several words is one word here: `asset Erp : application server`. */
    private blameWords(statement: string): void {
        const [colon, first] = this.tokens.slice(Math.max(0, this.at - 2), this.at);
        const mistake = this.stumbles.last;
        if (!first || (colon?.kind !== kinds[':'] && colon?.image !== ',') || mistake?.start !== this.token.start)
            return;
        const what = { asset: 'An asset type', type: 'An asset type', flow: 'A protocol' }[statement];
        if (!what || !mayBeName(first.kind)) return;
        let { at } = this;
        const isNumber = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.image);
        const isTransport = ({ image }: Token): boolean => transports.has(image.toLowerCase());
        // `modbus tcp` is a name; `https tcp 443`, and a number behind a protocol, are ports.
        const isPart = (token: Token, next: Token | undefined): boolean =>
            /^[\p{L}\p{N}_][^.]*$/u.test(token.image) &&
            !notInNames.has(token.image.toLowerCase()) &&
            /^[ \t]*[ \t/][ \t]*$/.test(this.text.slice(this.tokens[at - 1]!.end, token.start)) &&
            !(statement === 'flow' && (isNumber(token) || (isTransport(token) && isNumber(next))));
        if (isTransport(first)) return;
        while (at - this.at < mostWords && !this.startsLine(at) && isPart(this.tokens[at]!, this.tokens[at + 1])) at++;
        const words = this.tokens.slice(this.at - 1, at);
        // `https Web traffic`: what begins with a capital behind a small word is a purpose without its quotes.
        if (statement === 'flow' && words.length > 1 && isCapital(words[1]!) && !isCapital(first)) {
            while (!this.startsLine(at) && !endsPurpose.has(this.tokens[at]!.image)) at++;
            const [start, { end }] = [words[1]!.start, this.tokens[at - 1]!];
            const write = writeString(this.text.slice(start, end));
            const message = `A purpose is written in quotes: write ${code(write)}.`;
            Object.assign(mistake, { message, start, end, write });
            return;
        }
        // More words are a purpose or a title without its quotes.
        const goesOn =
            !this.startsLine(at) && mayBeName(this.tokens[at]!.kind) && !notInNames.has(this.tokens[at]!.image);
        if (words.length < 2 || goesOn) return;
        const write = words.map(({ image }) => image.toLowerCase()).join('-');
        const [start, end] = [first.start, words.at(-1)!.end];
        const line = { start: start + this.shift, end: end + this.shift };
        Object.assign(mistake, { message: `${what} is one word: write ${code(write)}.`, start, end, write, line });
    }

    /**
     * Leaves out what belongs to no statement. A brace in there that is not closed is said all the same: a fix of what
     * is wrong before it would uncover it.
     */
    private recover(depth: number, word: string, first: Uint8Array): void {
        this.lost = false;
        const open: Token[] = [];
        const { previous } = this;
        if (previous?.kind === kinds['{'] && this.depth > depth) open.push(previous);
        for (; this.token.kind !== endOfText; this.at++) {
            const { kind, image } = this.token;
            if (kind === kinds['{']) {
                this.depth++;
                open.push(this.token);
            } else if (kind === kinds['}']) {
                if (this.depth === depth) return;
                this.depth--;
                open.pop();
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
        const said = this.stumbles.last?.start;
        for (const brace of open) if (brace.start !== said) this.stumbles.push(unclosed(brace));
    }
}
