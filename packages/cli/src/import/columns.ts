import type { Field } from './fields.ts';
import { meaningOf, plainHead } from './fields.ts';
import type { Grid } from './grid.ts';

/** A column of a table: where it stands, what its head says, what it means. */
export interface TableColumn {
    readonly index: number;
    readonly head: string;
    /** The key of a field; `null`: kept as text. */
    readonly field: string | null;
    /** How much it counts among the columns of that field: 0 is the most. */
    readonly rank: number;
}

function filled(row: readonly string[]): readonly number[] {
    return row.flatMap((cell, index) => (cell === '' ? [] : [index]));
}

/**
 * True where the row above says what several equal heads below it belong to: "Residual" over "Likelihood" and "Impact".
 */
function groupsAbove(above: readonly string[], heads: readonly string[]): boolean {
    const plain = heads.filter(head => head !== '').map(plainHead);
    const at = filled(above);
    return (
        new Set(plain).size < plain.length &&
        at.length > 0 &&
        at.length < plain.length &&
        at.every(index => (heads[index] ?? '') !== '')
    );
}

/**
 * The heads of a row, each with the head above it where one spans several: in a merged cell, or because the heads below
 * it are equal without it.
 */
export function headsOf(grid: Grid, at: number): readonly string[] {
    const above = grid.rows[at - 1] ?? [];
    const row = grid.rows[at] ?? [];
    if (above.some((_, index) => grid.merged.masterOf(at - 1, index)) && filled(above).length >= 2)
        return mergedHeads(grid, at);
    if (fillsGaps(grid, at)) return joinedHeads(above, row);
    if (!groupsAbove(above, row)) return row;
    const times = new Map<string, number>();
    for (const head of row) times.set(plainHead(head), (times.get(plainHead(head)) ?? 0) + 1);
    let over = '';
    return row.map((head, index) => {
        over = above[index] || over;
        return head === '' || over === '' || times.get(plainHead(head)) === 1 ? head : `${over} ${head}`;
    });
}

/** So many rows below the heads show which columns hold something. */
const looked = 20;

/**
 * True where the row above has heads for columns that have none in this row and hold something below it: heads of two
 * rows in a file that has no merged cells.
 */
function fillsGaps(grid: Grid, at: number): boolean {
    const above = grid.rows[at - 1] ?? [];
    const row = grid.rows[at] ?? [];
    const below = grid.rows.slice(at + 1, at + 1 + looked);
    const gaps = filled(above).filter(
        index => (row[index] ?? '') === '' && below.some(each => (each[index] ?? '') !== ''),
    );
    return gaps.length >= 2 && above.every(cell => cell.length <= 60 && !/[:=]\s/u.test(cell));
}

/**
 * True for a row below one of heads that says for each group of it what its columns are, `Name` and `IP` below `Source`
 * and again below `Destination`, in a file that has no merged cells.
 * @param at the row below the heads
 */
export function isUnderHeads(grid: Grid, at: number): boolean {
    const above = grid.rows[at - 1] ?? [];
    const row = grid.rows[at] ?? [];
    const columns = filled(row);
    const texts = columns.map(index => row[index]!);
    return (
        columns.filter(index => (above[index] ?? '') === '').length >= 2 &&
        new Set(texts.map(plainHead)).size < texts.length &&
        texts.every(text => text.length <= 25 && !/\d/u.test(text)) &&
        fillsGaps(grid, at)
    );
}

/** Heads of two rows: those of the lower one, else of the upper one; equal ones with the group above them. */
function joinedHeads(above: readonly string[], row: readonly string[]): readonly string[] {
    const times = new Map<string, number>();
    for (const head of row) times.set(plainHead(head), (times.get(plainHead(head)) ?? 0) + 1);
    let over = '';
    return Array.from({ length: Math.max(above.length, row.length) }, (_, index) => {
        const head = row[index] ?? '';
        over = above[index] || over;
        if (head === '') return above[index] ?? '';
        return times.get(plainHead(head)) === 1 || over === '' ? head : `${over} ${head}`;
    });
}

function mergedHeads(grid: Grid, at: number): readonly string[] {
    const above = grid.rows[at - 1] ?? [];
    let over = '';
    return Array.from({ length: Math.max(grid.rows[at]?.length ?? 0, above.length) }, (_, index) => {
        const head = grid.rows[at]?.[index] ?? '';
        if (!grid.merged.masterOf(at - 1, index)) over = above[index] ?? '';
        if (head === '') return over;
        return over === '' || over === head ? head : `${over} ${head}`;
    });
}

/** The rank of columns that count where the first one of their field is empty. */
const afterFirst = 10_000;

/**
 * Gives columns to fields. Of several columns of one meaning the first one counts and the others are kept as text, but
 * for fields that say what is done with several. A column that the user named counts before all others.
 */
export function columnsOf(
    heads: readonly string[],
    fields: readonly Field[],
    given: ReadonlyMap<string, string>,
): readonly TableColumn[] {
    const asked = new Map([...given].map(([key, column]) => [column, key]));
    const named = heads.map((head, index) => asked.get(`#${index}`) ?? asked.get(head) ?? null);
    const taken = new Set(given.keys());
    const meanings = heads.map((head, index) =>
        named[index] !== null || head === '' ? null : meaningOf(head, fields),
    );
    // A whole head counts before one of which only the last words are known, wherever the two stand.
    const first = new Map<string, number>();
    meanings.forEach((meaning, index) => {
        if (!meaning || (meaning.field.several ?? 'else') !== 'else') return;
        const before = first.get(meaning.field.key);
        if (before === undefined || (meanings[before]!.rank >= 1000 && meaning.rank < 1000))
            first.set(meaning.field.key, index);
    });
    return heads.flatMap((head, index): readonly TableColumn[] => {
        const key = named[index];
        if (key) return [{ index, head, field: key, rank: -1 }];
        if (head === '') return [];
        const meaning = meanings[index];
        const counts =
            meaning &&
            !taken.has(meaning.field.key) &&
            (meaning.field.several !== undefined || first.get(meaning.field.key) === index);
        const rank = meaning?.rank ?? 0;
        const isNext = counts && meaning.field.several === 'else' && first.get(meaning.field.key) !== index;
        return [{ index, head, field: counts ? meaning.field.key : null, rank: isNext ? afterFirst + index : rank }];
    });
}
