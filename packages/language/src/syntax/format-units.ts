import type { Statement } from './generated/ast.ts';
import type { Parsed } from './parse.ts';
import { lex } from './lex.ts';
import { indentOf, repaired } from './repaired.ts';
import { isTypographicQuote, readTypographic } from './literals.ts';
import type { Tree } from './tree.ts';

/**
 * What is in a text between white space: a word, a literal, a sign, a comment, or characters that no token begins
 * with.
 */
export interface Unit {
    readonly kind: 'word' | 'literal' | 'sign' | 'comment' | 'unreadable';
    readonly text: string;
    readonly start: number;
    readonly end: number;
    /** True when nothing may follow on its line: a line comment, or a string or comment that is not closed. */
    readonly endsLine: boolean;
    /** Line breaks between the unit before (or the start of the file) and this one. */
    readonly breaks: number;
    /** True when the unit before touches this one. */
    readonly touches: boolean;
    /** How many blocks the parser takes for closed before this unit, although their braces are missing. */
    readonly closes: number;
}

/** Where statements begin and how far their heads go, as far as the text was understood. */
export interface Heads {
    /** True when a statement begins at the offset. */
    begins(offset: number): boolean;
    /** True when the offset lies inside the head of a statement, behind its first word. */
    continues(offset: number): boolean;
    /** The braces of the blocks and of the level vectors. */
    readonly blocks: ReadonlySet<number>;
    readonly vectors: ReadonlySet<number>;
}

const wordShape = /^[\p{L}_]/u;

/** Cuts a text into units. All that is not white space is in one of them. */
export function unitsOf(text: string): Unit[] {
    const lexed = lex(text);
    const closed = new Map<number, number>();
    for (const { start, inserted } of repaired(lexed, text, true))
        if (inserted === 'block') closed.set(start, (closed.get(start) ?? 0) + 1);
    const known = [
        ...lexed.tokens.map(({ image, start, end }) => ({ start, end, kind: kindOf(image) })),
        ...lexed.comments.map(({ start, end }) => ({ start, end, kind: 'comment' as const })),
    ].sort((a, b) => a.start - b.start);
    const units: Unit[] = [];
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const push = (kind: Unit['kind'], start: number, end: number): void => {
        const gap = text.slice(at, start);
        const unit = text.slice(start, end);
        units.push({
            kind,
            text: unit,
            start,
            end,
            endsLine: mustEndLine(kind, unit),
            breaks: breaksIn(gap),
            touches: gap === '' && units.length > 0,
            closes: closed.get(start) ?? 0,
        });
        at = end;
    };
    const pushUnreadable = (until: number): void => {
        const from = at;
        for (const run of text.slice(from, until).matchAll(/\S+/g))
            push('unreadable', from + run.index, from + run.index + run[0].length);
    };
    for (const token of known) {
        pushUnreadable(token.start);
        push(token.kind, token.start, token.end);
    }
    pushUnreadable(text.length);
    return withComments(units, text);
}

/** Comments at the start of a line go with the declaration that they stand before. */
function withComments(units: Unit[], text: string): Unit[] {
    for (let index = units.length - 2; index >= 0; index--) {
        const unit = units[index]!;
        const next = units[index + 1]!;
        if (
            unit.kind !== 'comment' ||
            next.closes === 0 ||
            indentOf(text, unit.start) !== indentOf(text, next.start) ||
            unit.breaks === 0
        )
            continue;
        units[index] = { ...unit, closes: next.closes };
        units[index + 1] = { ...next, closes: 0 };
    }
    return units;
}

function kindOf(image: string): Unit['kind'] {
    if (wordShape.test(image)) return 'word';
    return /^["0-9:]./.test(image) || /^[0-9]$/.test(image) || image === '"' ? 'literal' : 'sign';
}

function mustEndLine(kind: Unit['kind'], text: string): boolean {
    if (kind === 'comment') return text.startsWith('//') || !text.endsWith('*/') || text.length < 4;
    if (isTypographicQuote(text)) return readTypographic(text).length === text.length - 1;
    return text.startsWith('"') && (text.length < 2 || !/^"(?:[^"\\]|\\.)*"$/.test(text));
}

function breaksIn(gap: string): number {
    return gap.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Reads from the tree where statements begin. */
export function headsOf(parsed: Parsed): Heads {
    const ends = new Map<number, number>();
    const starts: number[] = [];
    const blocks = new Set<number>();
    const vectors = new Set<number>();
    const visit = (statement: Tree<Statement>): void => {
        const open = 'open' in statement ? statement.open : undefined;
        starts.push(statement.start);
        ends.set(statement.start, open ? open.start : statement.end);
        if (open) blocks.add(open.start);
        if (statement.$type === 'LevelFact' && statement.vector?.open) vectors.add(statement.vector.open.start);
        if ('statements' in statement) statement.statements?.forEach(visit);
    };
    parsed.file.statements?.forEach(visit);
    starts.sort((a, b) => a - b);
    return {
        blocks,
        vectors,
        begins: offset => ends.has(offset),
        continues: offset => {
            let low = 0;
            let high = starts.length;
            while (low < high) {
                const middle = (low + high) >> 1;
                if (starts[middle]! < offset) low = middle + 1;
                else high = middle;
            }
            return low > 0 && starts[low] !== offset && offset < ends.get(starts[low - 1]!)!;
        },
    };
}
