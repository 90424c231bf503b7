/** A sheet as texts: what a person sees in each cell, trimmed; empty where nothing stands. */
export interface Grid {
    /** The name of the sheet; of a CSV file the name of the file. */
    readonly name: string;
    readonly rows: readonly (readonly string[])[];
    /** Cells that belong to a merged area and are not its first one, as `row:column` from 0; each with the first cell of its area. */
    readonly merged: ReadonlyMap<string, Place>;
}

/** A row and a column from 0. */
export interface Place {
    readonly row: number;
    readonly column: number;
}

/** The letters of a column from 0, as spreadsheets write them: A, B … Z, AA. */
export function columnLetters(index: number): string {
    const rest = Math.floor(index / 26) - 1;
    return `${rest >= 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + index % 26)}`;
}

/** The index from 0 of a column written in letters; `null` for any other text. */
export function columnIndex(letters: string): number | null {
    if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
    return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What stands in a cell, with the odd blanks of office programs made plain. */
export function cellText(value: string): string {
    return value.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u200b\u200e\u200f\ufeff]/g, '').replace(/\r\n?/g, '\n').trim();
}
