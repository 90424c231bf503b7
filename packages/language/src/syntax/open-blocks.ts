import { namingWords } from '../statements/index.ts';
import { indentOf } from './repaired.ts';
import type { Token } from './lex.ts';
import type { Misread } from './misread.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';

const declares: ReadonlySet<number> = new Set(namingWords.map(word => wordKinds.get(word)!));

/** True for a token with a line break before it, or nothing. */
function startsLine(text: string, before: Token | undefined, token: Token): boolean {
    return before === undefined || /[\r\n]/.test(text.slice(before.end, token.start));
}

/** True for a name, a word or a title; a number or a day ends a statement that stands behind a head. */
const mayEndHead = ({ kind }: Token): boolean => kind === kinds.STRING || kind >= kinds.ID;

/**
 * The last token of the line of a declaration without its brace, whose block a brace closes; -1 where there is none: a
 * declaration in the column of that brace, with statements behind it that are set in further.
 */
function headOf(tokens: readonly Token[], text: string, column: number): number {
    for (let at = tokens.length - 1; at >= 0; at--) {
        const token = tokens[at]!;
        if (!startsLine(text, tokens[at - 1], token)) continue;
        const own = indentOf(text, token.start);
        if (own > column) continue;
        if (own < column || !declares.has(token.kind & ~1)) return -1;
        let last = at;
        while (tokens[last + 1] && !startsLine(text, tokens[last], tokens[last + 1]!)) last++;
        const isOpen = tokens.slice(at, last + 1).some(({ kind }) => kind === kinds['{']);
        return isOpen || last === tokens.length - 1 || !mayEndHead(tokens[last]!) ? -1 : last;
    }
    return -1;
}

/**
 * True for a brace behind which statements of the block go on that it would close: they are set in further than it. One
 * on the line of its opening brace is that one's, and where a line opens several, the columns do not say which one is
 * meant.
 */
function isTooMany(text: string, open: readonly Token[], brace: Token, next: Token | undefined): boolean {
    const [around, opening] = [open.at(-2), open.at(-1)];
    if (opening === undefined || next === undefined || next.kind === kinds['}']) return false;
    return (
        startsLine(text, around, opening) &&
        startsLine(text, opening, brace) &&
        startsLine(text, brace, next) &&
        indentOf(text, next.start) > indentOf(text, opening.start)
    );
}

const notOpened = 'This block has no beginning: a { is missing.';

/** The message of a brace that closes nothing. */
export const closesNothing = 'This `}` has no matching `{`.';

/**
 * Adds the opening braces that a text lacks, and leaves out closing ones that it has too many, where its columns say
 * which: otherwise each statement of such a block has a message of its own. All of them are in the errors.
 */
export function openBlocks(tokens: readonly Token[], text: string, errors: Misread[]): readonly Token[] {
    let missing = tokens.reduce((sum, { kind }) => sum + (kind === kinds['}'] ? 1 : kind === kinds['{'] ? -1 : 0), 0);
    if (missing <= 0) return tokens;
    const opened: Token[] = [];
    /** The braces of the blocks that are open. */
    const open: Token[] = [];
    const columnOf = (brace: Token | undefined): number => (brace ? indentOf(text, brace.start) : -1);
    for (const [index, token] of tokens.entries()) {
        if (token.kind === kinds['{']) open.push(token);
        else if (token.kind === kinds['}']) {
            const column = indentOf(text, token.start);
            const closesNone = missing > 0 && startsLine(text, opened.at(-1), token) && columnOf(open.at(-1)) < column;
            const last = closesNone ? headOf(opened, text, column) : -1;
            if (last < 0 && missing > 0 && isTooMany(text, open, token, tokens[index + 1])) {
                errors.push({ message: closesNothing, start: token.start, end: token.end, write: '' });
                missing--;
                continue;
            }
            if (last < 0) open.pop();
            else {
                const { start, end } = opened[last]!;
                errors.push({ message: notOpened, start, end, write: `${text.slice(start, end)} {`, kind: 'unopened' });
                opened.splice(last + 1, 0, { kind: kinds['{'], image: '{', start: end, end });
                missing--;
            }
        }
        opened.push(token);
    }
    return opened;
}
