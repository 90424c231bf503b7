import type { CellFormat } from './cell-formats.ts';
import { shownNumber } from './cell-formats.ts';
import { withoutEmptyCells } from './empty-cells.ts';
import { Counted, notesOf } from './sheet-notes.ts';
import type { Area, Sheet } from './workbook.ts';
import { WorkbookError } from './workbook.ts';
import type { Attributes, XmlScanner } from './xml.ts';
import { xmlScanner } from './xml.ts';

/**
 * Columns beyond this one (ALL) are not read, which is reported: a table of a person is narrower, and a stray cell may
 * stand in XFD.
 */
const widest = 1000;
/** Rows that a sheet can have (ECMA-376). */
const tallest = 1_048_576;
/**
 * Cells in which something stands. Thirty columns of a million rows are within it; what is beyond it is not a table
 * that people keep.
 */
const mostCells = 40_000_000;
/**
 * Cells of a workbook in which nothing is: a million rows with formats in 40 columns are within it. They are passed
 * over, but each of them costs time, and a packed file of a few hundred kilobytes may hold any number.
 */
const mostEmpty = 40_000_000;
/** Cells under merged areas, added up. */
const mostMerged = 10_000_000;

const nothing: readonly string[] = [];

/** What the sheets of a workbook share. */
export interface SharedParts {
    readonly strings: readonly string[];
    readonly formats: readonly CellFormat[];
    readonly from1904: boolean;
    /** More rows in which something is are refused while they are read. */
    readonly mostRows?: number;
    /** Cells in which nothing is, of all sheets that were read. */
    empty?: number;
}

/** A reference such as `B12` as a row and a column from 0; `null` where it is none. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at++) {
        const letter = reference.charCodeAt(at) | 0x20;
        if (letter < 0x61 || letter > 0x7a) break;
        column = column * 26 + letter - 0x60;
    }
    const row = Number(reference.slice(at));
    return at > 0 && at <= 3 && Number.isInteger(row) && row >= 1 && row <= tallest
        ? { row: row - 1, column: column - 1 }
        : null;
}

/** Characters that XML cannot hold are written `_x000D_` by spreadsheet programs (ECMA-376 part 1, 22.9.2.19). */
export function withoutEscapes(text: string): string {
    return text.includes('_x')
        ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : text;
}

/** Reads the cells and the merged areas of a sheet, and passes over everything else. */
class SheetReader {
    readonly rows: (readonly string[])[] = [];
    readonly merged: Area[] = [];
    readonly formulas = new Counted();
    readonly unknown = new Counted();
    readonly errors = new Counted();
    readonly beyond = new Counted();
    readonly hiddenRows = new Counted();
    readonly #shared: SharedParts;
    #cells = 0;
    #filledRows = 0;
    #row = -1;
    #column = -1;
    #current: string[] = [];
    #type = '';
    #style = 0;
    #formula = false;
    #value = '';
    #collects = false;
    #inPhonetic = false;
    /** Empty cells after the last one that was opened, as written: they count where a cell does not say its place. */
    #passed = '';

    constructor(shared: SharedParts) {
        this.#shared = shared;
    }

    open(name: string, attributes: Attributes): void {
        switch (name) {
            case 'row':
                return this.#openRow(attributes['r'], attributes['hidden']);
            case 'c':
                return this.#openCell(attributes);
            case 'f':
                this.#formula = true;
                return;
            case 'v':
            case 't':
                this.#collects = !this.#inPhonetic;
                return;
            case 'rPh':
                this.#inPhonetic = true;
                return;
            case 'mergeCell':
                return this.#merge(attributes['ref'] ?? '');
        }
    }

    /** A row of empty cells alone. */
    passRow(written: string): void {
        this.#openRow(placeWritten.exec(written)?.[1], hiddenWritten.exec(written)?.[1]);
    }

    /** Cells of the current row in which nothing is. */
    passCells(cells: string): void {
        this.#passed += cells;
    }

    passed(count: number): void {
        this.#shared.empty = (this.#shared.empty ?? 0) + count;
        if (this.#shared.empty > mostEmpty)
            throw new WorkbookError(
                `has more than ${mostEmpty / 1e6} million empty cells: save the table that is wanted as CSV.`,
            );
    }

    text(text: string): void {
        if (this.#collects) this.#value += text;
    }

    close(name: string): void {
        switch (name) {
            case 'v':
            case 't':
                this.#collects = false;
                return;
            case 'rPh':
                this.#inPhonetic = false;
                return;
            case 'c':
                return this.#closeCell();
        }
    }

    #openRow(place: string | undefined, hidden: string | undefined): void {
        const number = Number(place ?? this.#row + 2);
        this.#row =
            Number.isInteger(number) && number >= 1 && number <= tallest
                ? number - 1
                : Math.min(this.#row + 1, tallest - 1);
        this.#column = -1;
        this.#current = [];
        this.#passed = '';
        if (hidden === '1' || hidden === 'true') this.hiddenRows.add(this.#row + 1, String(this.#row + 1));
    }

    #openCell(attributes: Attributes): void {
        const place = placeOf(attributes['r'] ?? '');
        if (this.#passed !== '') {
            const passed = place ? [] : this.#passed.matchAll(/<(?:[\w.-]+:)?c(?:\s[^<]*)?\/?>/g);
            this.#passed = '';
            for (const [written] of passed) this.#goTo(placeOf(placeWritten.exec(written)?.[1] ?? ''));
        }
        this.#goTo(place);
        this.#type = attributes['t'] ?? '';
        this.#style = Number(attributes['s'] ?? '-1');
        this.#formula = false;
        this.#value = '';
    }

    /** To the place of a cell; to the next column where it does not say one. */
    #goTo(place: ReturnType<typeof placeOf>): void {
        this.#column = place ? place.column : this.#column + 1;
        if (place && place.row !== this.#row) this.#turnTo(place.row);
    }

    /** Cells say their row themselves, and some programs write them in any order. */
    #turnTo(row: number): void {
        this.#row = row;
        this.#current = [...(this.rows[row] ?? [])];
    }

    #closeCell(): void {
        const text = this.#text();
        if (this.#formula) {
            this.formulas.add(this.#row + 1, this.#place());
            if (this.#value === '' && this.#type !== 'str') this.unknown.add(this.#row + 1, this.#place());
        }
        if (this.#type === 'e' && text !== '') this.errors.add(this.#row + 1, `${text} in ${this.#place()}`);
        if (text === '') return;
        if (this.#column >= widest) {
            this.beyond.add(this.#row + 1, this.#place());
            return;
        }
        this.#cells += 1;
        if (this.#cells > mostCells)
            throw new WorkbookError(
                `has a sheet of more than ${mostCells / 1e6} million cells: save the table that is wanted as CSV.`,
            );
        if (this.rows[this.#row] === undefined && text.trim() !== '') this.#countRow();
        if (this.#current.length === 0) this.#current = [...(this.rows[this.#row] ?? [])];
        while (this.#current.length < this.#column) this.#current.push('');
        this.#current[this.#column] = text;
        this.rows[this.#row] = this.#current;
    }

    #countRow(): void {
        const most = this.#shared.mostRows ?? Infinity;
        this.#filledRows += 1;
        if (this.#filledRows > most)
            throw new WorkbookError(
                `has more than ${most.toLocaleString('en')} rows, and no more are read ` +
                    'at once. Split it, for instance by site.',
            );
    }

    #place(): string {
        let letters = '';
        for (let rest = this.#column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
            letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
        return `${letters}${this.#row + 1}`;
    }

    #text(): string {
        const value = this.#value;
        if (value === '') return '';
        switch (this.#type) {
            case 's':
                return this.#shared.strings[Number(value)] ?? '';
            case 'b':
                return value === '1' || value === 'true' ? 'yes' : 'no';
            case 'str':
            case 'inlineStr':
                return withoutEscapes(value);
            case 'e':
                return value;
            case 'd':
                return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace(/T(\d\d:\d\d).*$/, ' $1');
        }
        const number = Number(value);
        return Number.isNaN(number)
            ? value
            : shownNumber(number, this.#shared.formats[this.#style], this.#shared.from1904);
    }

    #merge(reference: string): void {
        const [from, to] = reference.split(':').map(placeOf);
        if (from && to) {
            this.merged.push({
                row: Math.min(from.row, to.row),
                column: Math.min(from.column, to.column),
                lastRow: Math.max(from.row, to.row),
                lastColumn: Math.max(from.column, to.column),
            });
        }
    }
}

/** The merged areas as far as they reach into rows and columns in which something can stand. */
function within(areas: readonly Area[], rows: number): readonly Area[] {
    let total = 0;
    return areas.flatMap(area => {
        if (area.row >= rows || area.column >= widest) return [];
        const [lastRow, lastColumn] = [Math.min(area.lastRow, rows - 1), Math.min(area.lastColumn, widest - 1)];
        total += (lastRow - area.row + 1) * (lastColumn - area.column + 1);
        if (total > mostMerged)
            throw new WorkbookError(
                'has more merged cells than can be read: take the merging away, or save the sheet as CSV.',
            );
        return [{ ...area, lastRow, lastColumn }];
    });
}

/** The place and the state of a row or cell, of its attributes as they are written. */
const placeWritten = /\sr\s*=\s*["']([^"']*)/;
const hiddenWritten = /\shidden\s*=\s*["']([^"']*)/;

/**
 * Reads one sheet: its cells as a person sees them, and its merged areas. Formats, drop-downs, pictures, filters and
 * names cost nothing.
 * @param read hands the part of the workbook that holds the sheet over in pieces
 * @throws WorkbookError for more cells or merged areas than can be read
 */
export function readSheet(
    name: string,
    hidden: boolean,
    read: (take: (xml: string) => void) => void,
    shared: SharedParts,
): Sheet {
    const reader = new SheetReader(shared);
    const scanner: XmlScanner = xmlScanner({
        open: (tag, attributes) => reader.open(tag, attributes),
        text: text => reader.text(text),
        close: tag => reader.close(tag),
    });
    const sieve = withoutEmptyCells({
        write: xml => scanner.write(xml),
        passCells: cells => reader.passCells(cells),
        passRow: attributes => reader.passRow(attributes),
        passed: count => reader.passed(count),
    });
    read(xml => sieve.write(xml));
    sieve.close();
    scanner.close();
    const rows = Array.from(reader.rows, row => row ?? nothing);
    return { name, rows, merged: within(reader.merged, rows.length), hidden, notes: notesOf(reader) };
}
