import { levelWords, topLevelWords } from '../statements/index.ts';
import type { Lexed, Token } from './lex.ts';
import type { Misread } from './misread.ts';
import { mistake, unclosed } from './misread.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';
import { beginsStatement, deepestNesting } from './token-stream.ts';

const topLevel: ReadonlySet<string> = new Set(topLevelWords);

/**
 * Makes tokens fit for a parser that recurses and that reads unfinished text: what is nested too deep is left out, and
 * blocks that are never closed are closed. Both are added to the errors.
 */
export function repaired({ tokens, errors }: Lexed, text: string, isLast: boolean): readonly Token[] {
    return closeBlocks(closeVectors(cutDepth(tokens, errors), errors), text, isLast, errors);
}

const levelKinds: ReadonlySet<number> = new Set(levelWords.map(word => wordKinds.get(word)!));

/** The levels in braces that somebody is still writing end where the next statement begins. */
function closeVectors(tokens: readonly Token[], errors: Misread[]): readonly Token[] {
    const closed: Token[] = [];
    let open: Token | null = null;
    for (const token of tokens) {
        const [before, last] = closed.slice(-2);
        if (
            token.kind === kinds['{'] &&
            last &&
            levelKinds.has((last.kind === kinds.NUMBER && before ? before : last).kind & ~1)
        )
            open = token;
        else if (open && (token.kind === kinds['{'] || beginsStatement(token.kind))) {
            errors.push(unclosed(open));
            closed.push({ kind: kinds['}'], image: '', start: token.start, end: token.start, inserted: 'vector' });
            open = null;
        } else if (token.kind === kinds['}']) open = null;
        closed.push(token);
    }
    return closed;
}

/** A block that is open, and how the text is set in there. */
interface Opening {
    readonly brace: Token;
    /** The column of the line on which it opens. */
    readonly column: number;
    /** True where its statements are set in further than that; unknown before the first one. */
    isSetIn: boolean | null;
}

/**
 * A block that somebody is still writing would swallow the rest of the file. Where braces are missing, a declaration at
 * the very start of a line ends the blocks around it: that is where the formatter puts those of the top level, and
 * nothing else. Inside, a statement that is set in no further than the line on which a block opens stands behind that
 * block, where its own statements are.
 */
function closeBlocks(tokens: readonly Token[], text: string, isLast: boolean, errors: Misread[]): readonly Token[] {
    const balance = tokens.reduce((sum, { kind }) => sum + (kind === kinds['{'] ? 1 : kind === kinds['}'] ? -1 : 0), 0);
    if (balance <= 0) return tokens;
    const closed: Token[] = [];
    const open: Opening[] = [];
    let missing = balance;
    const close = (at: number): void => {
        errors.push(unclosed(open.pop()!.brace));
        closed.push({ kind: kinds['}'], image: '', start: at, end: at, inserted: 'block' });
        missing--;
    };
    for (const token of tokens) {
        // What begins a statement stands first on its line.
        const begins = open.length > 0 && beginsStatement(token.kind);
        const column = begins ? indentOf(text, token.start) : 0;
        const before = text.charCodeAt(token.start - 1);
        if ((before === 10 || before === 13) && token.kind !== kinds.ID && topLevel.has(token.image))
            while (open.length > 0) close(token.start);
        else if (begins) {
            while (missing > 0 && open.length > 0 && isBehind(column, open.at(-1)!)) close(token.start);
            const around = open.at(-1);
            if (around) around.isSetIn ??= column > around.column;
        }
        if (token.kind === kinds['{']) open.push({ brace: token, column: indentOf(text, token.start), isSetIn: null });
        else if (token.kind === kinds['}']) open.pop();
        closed.push(token);
    }
    // Behind a piece of a text there is a declaration, which does the same.
    if (!isLast) while (open.length > 0) close(text.length);
    return closed;
}

/**
 * True for a statement that is set in no further than a block that opens before it; where nobody sets in, that says
 * nothing.
 */
function isBehind(column: number, around: Opening): boolean {
    return column <= around.column && (around.isSetIn === true || around.column > 0);
}

/** No line that people set in is longer. */
const longestLine = 1000;

/** How far the line of an offset is set in; 0 for a line without end. */
export function indentOf(text: string, offset: number): number {
    const before = text.slice(Math.max(0, offset - longestLine), offset);
    const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    return start === 0 && offset > longestLine ? 0 : /^[ \t]*/.exec(before.slice(start))![0].length;
}

function cutDepth(tokens: readonly Token[], errors: Misread[]): readonly Token[] {
    let depth = 0;
    let deepest = 0;
    for (const { kind } of tokens) {
        if (kind === kinds['{']) deepest = Math.max(deepest, ++depth);
        else if (kind === kinds['}']) depth = Math.max(0, depth - 1);
    }
    if (deepest <= deepestNesting) return tokens;
    depth = 0;
    let reported = false;
    return tokens.filter(token => {
        if (token.kind === kinds['{']) depth++;
        const keep = depth <= deepestNesting;
        if (!keep && !reported) {
            errors.push(mistake(token, `Blocks are nested deeper than ${deepestNesting}; deeper blocks are not read.`));
            reported = true;
        }
        if (token.kind === kinds['}']) depth = Math.max(0, depth - 1);
        return keep;
    });
}
