import type { Grid } from './grid.ts';
import { cellText, MergedCells } from './grid.ts';

/**
 * Comma, semicolon, tab or bar: the one that stands equally often on most of the first lines, outside of quotes.
 * Counting alone would take the commas of a language that writes `0,5` for the separators of a file that has
 * semicolons.
 */
function separatorOf(text: string): string {
    const lines = text
        .slice(0, 20000)
        .replace(/"[^"]*"/g, '')
        .split(/\r\n|\r|\n/)
        .filter(line => line.trim() !== '')
        .slice(0, 50);
    const ranked = [',', ';', '\t', '|'].map(separator => {
        const counts = Map.groupBy(
            lines.map(line => line.split(separator).length - 1).filter(count => count > 0),
            count => count,
        );
        const [columns = 0, agreeing = []] =
            [...counts].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? [];
        return { separator, agreeing: agreeing.length, columns };
    });
    return ranked.reduce((best, each) =>
        each.agreeing > best.agreeing || (each.agreeing === best.agreeing && each.columns > best.columns) ? each : best,
    ).separator;
}

/** A table of text, and the rows in which a quote opens that nothing closes: it is a sign like any other there. */
export interface CsvGrid extends Grid {
    /** From 1. */
    readonly unclosed: readonly number[];
    /** False where no end of line follows the last row. */
    readonly ended: boolean;
}

/** A text without what keeps spreadsheets from reading it as a number or a formula: `="007"`, `'007`, `'=A1+K1`. */
function unguarded(text: string): string {
    const [, inner] = /^="((?:[^"]|"")*)"$/su.exec(text) ?? [];
    return inner?.replaceAll('""', '"') ?? text.replace(/^'(?=[\d=+@-][^']*$)/u, '');
}

/** So often a text is read again from a quote that was none; a file with more of them is not CSV. */
const mostAgain = 20;

/**
 * Reads CSV as spreadsheets write it: quotes doubled inside quotes, line ends inside quotes, any of the four
 * separators. A quote that nothing closes, or that only a quote within another cell some lines below closes, would
 * swallow these lines: it is taken as it is written. Nothing is dropped.
 */
export function readCsv(written: string, name: string): CsvGrid {
    const text = written.replace(/^\ufeff/, '');
    const declared = /^sep=(.)\r?\n/.exec(text);
    const separator = declared?.[1] ?? separatorOf(text);
    const rows: string[][] = [];
    let row: string[] = [];
    let cell = '';
    let quoted = false;
    /** Where the quote opens and its cell begins, and what was read before it. */
    let opened = { at: 0, from: 0, rows: 0, row: [] as string[] };
    /** Where the quotes of the cell close; `null` where it has none. */
    let closed: number | null = null;
    const unclosed: number[] = [];
    /** Reads on behind the quote, which is a sign of the cell. @returns the place of the quote */
    const again = (): number => {
        unclosed.push(opened.rows + 1);
        rows.length = opened.rows;
        row = opened.row;
        cell = text.slice(opened.from, opened.at + 1);
        quoted = false;
        return opened.at;
    };
    const closes = (sign: string | undefined): boolean => sign === undefined || sign === separator || /\s/u.test(sign);
    /** @param end the place after the last sign of the cell */
    const endCell = (end: number): void => {
        // Quotes with text after them are signs of the cell, as in `"5" disk`.
        const typed = closed !== null && text.slice(closed + 1, end).trim() !== '';
        row.push(unguarded(cellText(typed ? text.slice(opened.from, end) : cell)));
        cell = '';
        closed = null;
    };
    const endRow = (end: number): void => {
        endCell(end);
        rows.push(row);
        row = [];
    };
    for (let at = declared ? declared[0].length : 0; at < text.length; at++) {
        const sign = text[at]!;
        if (quoted) {
            if (sign !== '"') cell += sign;
            else if (text[at + 1] === '"') {
                cell += '"';
                at += 1;
            } else if (closes(text[at + 1]) || !/[\r\n]/u.test(cell) || unclosed.length >= mostAgain) {
                quoted = false;
                closed = at;
            } else at = again();
        } else if (sign === '"' && /^\s*=?$/u.test(cell) && closed === null) {
            quoted = true;
            // Before a text that a spreadsheet must not take for a number stands a sign: `="007"`.
            opened = { at, from: cell.endsWith('=') ? at - 1 : at, rows: rows.length, row: [...row] };
            cell = '';
        } else if (sign === separator) endCell(at);
        else if (sign === '\n') endRow(at);
        else if (sign === '\r') {
            if (text[at + 1] !== '\n') endRow(at);
        } else cell += sign;
        if (quoted && at === text.length - 1 && unclosed.length < mostAgain) at = again();
    }
    if (cell !== '' || row.length > 0) endRow(text.length);
    // A table of Markdown has a line of dashes below its heads, which is no row.
    const lines =
        separator === '|'
            ? rows.map(each =>
                  each.some(text => text !== '') && each.every(text => /^:?-*:?$/.test(text)) ? [] : each,
              )
            : rows;
    return { name, rows: lines, merged: new MergedCells(), unclosed, ended: /[\r\n]$/.test(text) };
}
