import type { Column, Table } from './document.ts';
import { cellText } from './document.ts';

/** Of the width of a printed page of A4: what a bold letter of a head takes in the widest of the usual fonts. */
const letter = 0.01;
/** The room beside the words of a cell. */
const padding = 0.024;

/** The same of a letter in a cell. */
const cellLetter = 0.0092;
/** Longer words are names, which have places to break them. */
const longestWord = 15;

/** The words of everyday speech in the cells of a column, such as states: no names, paths or requirements. */
function plainWords(rows: Table['rows'], column: number): readonly number[] {
    return rows.flatMap(row =>
        (cellText(row[column] ?? '').match(/(?<![^\s;:(])[a-z]+(?![^\s;:,.)])/gu) ?? [])
            .map(word => word.length)
            .filter(length => length <= longestWord),
    );
}

/** What the longest word of a title, or of what people read in the cells, takes: a broken word cannot be read. */
function leastShare({ title }: Column, rows: Table['rows'], column: number): number {
    const head = letter * Math.max(0, ...title.split(/\s+/u).map(word => word.length));
    const longest = plainWords(rows, column).reduce((most, length) => Math.max(most, length), 0);
    return padding + Math.max(head, cellLetter * longest);
}

/**
 * How a table is divided among its columns: by their weights, but no column gets less than the longest word of its
 * title and of its cells takes on paper, as far as all of them have room.
 * @returns a part of the whole for each column, all together 1
 */
export function columnShares({ columns, rows }: Pick<Table, 'columns' | 'rows'>): readonly number[] {
    const weights = columns.map(({ weight = 1 }) => weight);
    const least = columns.map((column, index) => leastShare(column, rows, index));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    if (least.reduce((sum, share) => sum + share, 0) >= 1) return weights.map(weight => weight / whole);
    /** The columns whose weight is too little. */
    const narrow = new Set<number>();
    for (;;) {
        const left = 1 - [...narrow].reduce((sum, index) => sum + least[index]!, 0);
        const rest = weights.reduce((sum, weight, index) => (narrow.has(index) ? sum : sum + weight), 0);
        const shares = weights.map((weight, index) => (narrow.has(index) ? least[index]! : (weight / rest) * left));
        const tooNarrow = shares.findIndex((share, index) => !narrow.has(index) && share < least[index]!);
        if (tooNarrow < 0) return shares;
        narrow.add(tooNarrow);
    }
}
