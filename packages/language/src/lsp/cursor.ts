import type { BlockKind } from '../statements/index.ts';
import {
    follow,
    formOf,
    innerWords,
    leadingWords,
    levelWords,
    openingWords,
    statementIn,
} from '../statements/index.ts';
import type { Token } from '../syntax/index.ts';
import { beginsStatement, isClosedComment, isClosedString, lex, repaired } from '../syntax/index.ts';

/** A word, literal or sign of the text. */
export interface Word {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** The head of a block around the cursor. */
export interface Head {
    readonly kind: BlockKind;
    readonly words: readonly Word[];
    /** The name that it declares, or of the zone that it adds to; empty for a flow and a matrix. */
    readonly name: string;
}

/** Where in the text the cursor is, read from the tokens before it alone, so that half-written text is no obstacle. */
export interface Cursor {
    readonly offset: number;
    /** The block in which the cursor stands. */
    readonly block: BlockKind;
    /** The heads of the blocks around, outermost first. */
    readonly heads: readonly Head[];
    /**
     * The words of the statement before the cursor, the one that is being typed left aside. Empty where a statement
     * begins.
     */
    readonly statement: readonly Word[];
    /**
     * What is typed of the present word, dots of a qualified name included; where it begins is `offset -
     * prefix.length`.
     */
    readonly prefix: string;
    readonly place: 'text' | 'vector' | 'string' | 'comment';
    /** In a string: where its opening quote stands. */
    readonly quote: number;
}

const openings: ReadonlyMap<string, BlockKind> = new Map(openingWords.map(word => [word, word]));
const goingOn: ReadonlySet<string> = new Set([',', '.', ...leadingWords]);

/**
 * Reads where an offset stands, from the tokens before it.
 * @param unclosed true when the text has blocks that are not closed: then they end where the parser ends them
 * @param from where no block, text or comment is open
 */
export function cursorAt(text: string, offset: number, unclosed = false, from = 0): Cursor {
    const before = text.slice(from, offset);
    const lexed = lex(before);
    const reading = new Reading(from);
    const comment = lexed.comments.at(-1);
    const isComment =
        comment?.end === before.length && !(comment.text.startsWith('/*') && isClosedComment(comment.text));
    const quote = isComment ? -1 : openQuote(lexed.tokens, before);
    const prefix = isComment ? '' : quote < 0 ? prefixOf(before.slice(-200)) : before.slice(quote + 1);
    const end = quote < 0 ? before.length - prefix.length : quote;
    for (const token of unclosed ? repaired(lexed, before, true) : lexed.tokens)
        if (token.start < end || token.inserted) reading.take(token);
    const isText = !isComment && quote < 0;
    if (isText && standsFirst(before, end)) reading.endLine();
    return {
        offset,
        block: reading.block,
        heads: reading.heads,
        statement: reading.statement,
        prefix,
        place: isComment ? 'comment' : quote >= 0 ? 'string' : reading.inVector ? 'vector' : 'text',
        quote: quote < 0 ? -1 : from + quote,
    };
}

/**
 * Where the text in quotes begins that an offset is in; -1 for none. A brace at the end of a title that is not closed
 * is in it.
 */
function openQuote(tokens: readonly Token[], before: string): number {
    const last = tokens.at(-1);
    const string = last?.image === '{' && tokens.at(-2)?.image.startsWith('"') ? tokens.at(-2)! : last;
    if (!string?.image.startsWith('"') || isClosedString(string.image)) return -1;
    return /[\r\n]/.test(before.slice(string.start)) ? -1 : string.start;
}

/**
 * What is typed of a word: dots of a qualified name are in it, the arrow before a name is not. An arrow that is begun
 * is one too.
 */
function prefixOf(before: string): string {
    const begun = /<-?$/.exec(before);
    if (begun) return begun[0];
    const found = /[\p{L}\p{N}\p{M}_.-]*$/u.exec(before)![0];
    const arrow = found.lastIndexOf('--');
    return arrow < 0 ? found : found.slice(arrow + 2);
}

function standsFirst(text: string, offset: number): boolean {
    return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}

/** Follows the tokens into blocks, and from statement to statement. */
class Reading {
    readonly heads: Head[] = [];
    statement: Word[] = [];
    inVector = false;
    private readonly shift: number;

    /** @param shift what is added to every offset */
    constructor(shift: number) {
        this.shift = shift;
    }

    get block(): BlockKind {
        return this.heads.at(-1)?.kind ?? 'file';
    }

    take(token: Token): void {
        const word: Word = { text: token.image, start: token.start + this.shift, end: token.end + this.shift };
        if (this.inVector || (token.image === '{' && this.opensVector())) {
            this.inVector = token.image !== '}';
            this.statement.push(word);
        } else if (token.image === '{') {
            this.heads.push(headOf(this.statement));
            this.statement = [];
        } else if (token.image === '}' || token.inserted) {
            this.heads.pop();
            this.statement = [];
        } else if (this.begins(token)) this.statement = [word];
        else this.statement.push(word);
    }

    /** At the beginning of a line a statement begins, unless the one before goes on. */
    endLine(): void {
        const last = this.statement.at(-1)?.text ?? '';
        if (!this.inVector && !goingOn.has(last) && last !== ':') this.statement = [];
    }

    /** True for a word first on its line, or one behind a statement that says all that it has to. */
    private begins({ image, kind }: Token): boolean {
        if (this.statement.length === 0 || beginsStatement(kind)) return true;
        const first = this.statement[0]!.text;
        if (!statementIn(this.block, image) || innerWords(first).includes(image)) return false;
        const entry = statementIn(this.block, first);
        return (
            entry === undefined ||
            follow(
                formOf(entry),
                this.statement.map(({ text }) => text),
            ).ends
        );
    }

    private opensVector(): boolean {
        const [before, last] = this.statement.slice(-2).map(({ text }) => text);
        return (
            levelWords.includes(last ?? before ?? '') || (levelWords.includes(before ?? '') && /^\d/.test(last ?? ''))
        );
    }
}

function headOf(words: readonly Word[]): Head {
    const kind = openings.get(words[0]?.text ?? '') ?? 'file';
    // A zone is added to by its qualified name.
    if (kind === 'within')
        return {
            kind,
            words,
            name: words
                .slice(1)
                .map(word => word.text)
                .join(''),
        };
    return { kind, words, name: kind === 'flow' || kind === 'matrix' ? '' : (words[1]?.text ?? '') };
}
