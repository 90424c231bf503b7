import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { withoutHidden } from 'iacs-language/text';

/** The longest text that a cell of a workbook holds. */
const longest = 32767;
/** The tallest row, in points. */
const highest = 405;

/** What a cell holds. A `Date` is a day in UTC; `null` is an empty cell. */
export type CellContent = string | number | Date | null;

export interface SheetColumn {
    readonly title: string;
    /** In characters of the standard font. */
    readonly width: number;
    /** Texts that are longer than the column is wide go on in the next line. */
    readonly wraps: boolean;
}

/** A sheet to write. */
export interface SheetContent {
    readonly name: string;
    /**
     * True: the columns have heads, stay in view, and can be filtered. False: the first cell of each row is the head of
     * the row.
     */
    readonly table: boolean;
    readonly columns: readonly SheetColumn[];
    readonly rows: readonly (readonly CellContent[])[];
}

/**
 * A text without the characters that XML cannot hold or that nobody sees, cut with a visible mark where a cell could
 * not hold it.
 */
export function cellString(text: string): string {
    const plain = withoutHidden(text.toWellFormed()).replace(/\r\n?/g, '\n');
    // What looks like the escape of a character (`_x000D_`) is written so that it stays what it is.
    const escaped = plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
    return escaped.length <= longest ? escaped : `${escaped.slice(0, longest - 16)} … (cut off)`;
}

const headStyle: CellStyle = {
    font: { name: 'Calibri', size: 11, bold: true },
    alignment: { vertical: 'top', wrapText: true },
};

function styleOf(content: CellContent, wraps: boolean): CellStyle {
    return {
        alignment: { vertical: 'top', wrapText: wraps },
        ...(content instanceof Date ? { numFmt: 'yyyy-mm-dd' } : {}),
    };
}

/** Points that a row needs for its wrapped texts: programs do not work it out by themselves when they open a file. */
function heightOf(row: readonly CellContent[], columns: readonly SheetColumn[]): number {
    const lines = row.map((content, index) => {
        const column = columns[index]!;
        if (typeof content !== 'string' || !column.wraps) return 1;
        const width = Math.max(8, column.width);
        return content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
    });
    return Math.min(highest, 15 * Math.max(1, ...lines));
}

/** Characters that a landscape page holds in the size of the screen, and the least part of it that can be read. */
const pageWidths = { a4: 150, a3: 215 } as const;
const leastScale = 0.6;

/** How a sheet is printed: at 6 points or more, on a larger page or several where it is wide, heads on each. */
function onPaper(table: boolean, columns: readonly SheetColumn[]): NonNullable<WriteSheet['pageSetup']> {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const paperSize = width * leastScale <= pageWidths.a4 ? 'a4' : 'a3';
    return {
        orientation: table ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: Math.ceil((width * leastScale) / pageWidths[paperSize]),
        fitToHeight: 0,
        paperSize,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
        ...(table ? { printTitlesRow: '$1:$1', printTitlesColumn: '$A:$A' } : {}),
    };
}

function sheetOf({ name, table, columns, rows }: SheetContent): WriteSheet {
    const cells: WriteSheet['cells'] = new Map();
    const shown = table ? [columns.map(column => column.title), ...rows] : rows;
    shown.forEach((row, number) =>
        row.forEach((content, index) => {
            if (content === null) return;
            const isHead = table ? number === 0 : index === 0;
            cells.set(`${number},${index}`, {
                value: typeof content === 'string' ? cellString(content) : content,
                // The library writes `#N/A` as an error; as a run of text it stays a text.
                ...(typeof content === 'string' && content.startsWith('#')
                    ? { richText: [{ text: cellString(content) }] }
                    : {}),
                style: isHead ? headStyle : styleOf(content, columns[index]!.wraps),
            });
        }),
    );
    const filled = table && rows.length > 0;
    return {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: shown.map(row => row.map(() => null)),
        cells,
        rowDefs: new Map(
            shown.map((row, number) => [number, table && number === 0 ? {} : { height: heightOf(row, columns) }]),
        ),
        ...(table ? { freezePane: { rows: 1, columns: 1 } } : {}),
        pageSetup: onPaper(table, columns),
        // The name of the sheet, and which page of how many.
        headerFooter: { oddFooter: '&L&A&R&P / &N' },
        // A table without rows is one that programs refuse to open.
        ...(filled
            ? {
                  tables: [
                      {
                          name: tableName(name),
                          columns: columns.map(({ title }) => ({ name: title })),
                          style: 'TableStyleLight9',
                          range: `A1:${lastCell(columns.length, rows.length + 1)}`,
                      },
                  ],
              }
            : {}),
    };
}

function lastCell(columns: number, rows: number): string {
    let letters = '';
    for (let rest = columns; rest > 0; rest = Math.floor((rest - 1) / 26))
        letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return `${letters}${rows}`;
}

/** The name of a table in a workbook: letters, digits and underscores. */
function tableName(name: string): string {
    return `T_${name.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/**
 * Writes a workbook, the same bytes for the same content.
 * @param title of the document, and the day on which it was made
 * @returns the bytes of the `.xlsx`
 */
export async function writeWorkbook(title: string, day: Date, sheets: readonly SheetContent[]): Promise<Uint8Array> {
    const { writeXlsx } = await import('hucre/xlsx');
    return writeXlsx({
        sheets: sheets.map(sheetOf),
        properties: { title: cellString(title), created: day, modified: day },
    });
}
