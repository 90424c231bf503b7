import type { Area } from '../workbook/workbook.ts';

/** A sheet as texts: what a person sees in each cell, trimmed; empty where nothing stands. */
export interface Grid {
    /** The name of the sheet; of a CSV file the name of the file. */
    readonly name: string;
    readonly rows: readonly (readonly string[])[];
    readonly merged: MergedCells;
}

/** A row and a column from 0. */
export interface Place {
    readonly row: number;
    readonly column: number;
}

/** The cells that belong to a merged area and are not its first one. */
export class MergedCells {
    readonly #byRow = new Map<number, Area[]>();

    constructor(areas: readonly Area[] = []) {
        for (const area of areas) {
            for (let row = area.row; row <= area.lastRow; row++) {
                const others = this.#byRow.get(row);
                if (others) others.push(area);
                else this.#byRow.set(row, [area]);
            }
        }
    }

    get none(): boolean {
        return this.#byRow.size === 0;
    }

    /** The first cell of the area that a cell belongs to; `undefined` for a cell that stands for itself. */
    masterOf(row: number, column: number): Place | undefined {
        return this.#byRow
            .get(row)
            ?.find(
                area => column >= area.column && column <= area.lastColumn && (row > area.row || column > area.column),
            );
    }

    /** The areas that begin in some columns. */
    where(keeps: (column: number) => boolean): MergedCells {
        return new MergedCells([...new Set([...this.#byRow.values()].flat())].filter(area => keeps(area.column)));
    }
}

/** A sheet of a workbook with its texts made plain, its rows as long as the merged areas in them. */
export function gridOf(name: string, rows: readonly (readonly string[])[], areas: readonly Area[]): Grid {
    const plain: (readonly string[])[] = rows.map(row => row.map(cellText));
    for (const area of areas) {
        for (let row = area.row; row <= area.lastRow; row++) {
            const cells = plain[row] ?? [];
            if (cells.length <= area.lastColumn)
                plain[row] = [...cells, ...Array.from({ length: area.lastColumn + 1 - cells.length }, () => '')];
        }
    }
    return { name, rows: plain, merged: new MergedCells(areas) };
}

/** The letters of a column from 0, as spreadsheets write them: A, B … Z, AA. */
export function columnLetters(index: number): string {
    const rest = Math.floor(index / 26) - 1;
    return `${rest >= 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** The index from 0 of a column written in letters; `null` for any other text. */
export function columnIndex(letters: string): number | null {
    if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
    return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A text of ASCII alone without a blank at its ends: most cells are one, and nothing has to be made plain in it. */
const isPlain = /^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/;

/** What is in a cell, with the odd blanks of office programs made plain. */
export function cellText(value: string): string {
    if (isPlain.test(value)) return value;
    return (
        value
            .replace(/[\u00a0\u2007\u202f]/g, ' ')
            .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
            // What the language cannot hold: kept until later, it would be another cell to the next import.
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
            .toWellFormed()
            .replace(/\r\n?/g, '\n')
            .trim()
    );
}
