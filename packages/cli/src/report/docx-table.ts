import type { ReportCell as Cell, ReportTable as TableBlock, ReportTone as Tone } from 'iacs-language/report';
import { isShortTable, isTallRow, reportCellText as cellText } from 'iacs-language/report';
import type { IContext, IXmlableObject, Table } from 'docx';

type Docx = typeof import('docx');

/** An element of a document as the library hands it to its writer: the name, and its attributes and children. */
type Plain = IXmlableObject;

export const toneColours: Readonly<Record<Tone, string>> = {
    good: '17652F',
    fair: '7A4B00',
    bad: 'A3161F',
    quiet: '57606A',
};

/** The width between the margins of an A4 page, in twentieths of a point. */
const pageWidth = 9638;

/** A text without the characters that XML cannot hold. */
export function clean(text: string): string {
    return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

const keepNext: Plain = { 'w:keepNext': {} };
const lineBreak: Plain = { 'w:br': {} };
const preserved: Plain = { _attr: { 'xml:space': 'preserve' } };
const cantSplit: Plain = { 'w:cantSplit': {} };
const shaded: Plain = { 'w:shd': { _attr: { 'w:fill': 'F0F2F4', 'w:color': 'auto', 'w:val': 'clear' } } };

/** The two looks of a cell, each with and without a row that follows on the same page. */
function paragraphProperties(style: string): { readonly apart: Plain; readonly kept: Plain } {
    const named = { 'w:pStyle': { _attr: { 'w:val': style } } };
    return { apart: { 'w:pPr': [named] }, kept: { 'w:pPr': [named, keepNext] } };
}

const inCell = paragraphProperties('InTable');
const inHead = paragraphProperties('TableHead');

const coloured = new Map(
    Object.entries(toneColours).map(([tone, colour]): [string, Plain] => [
        tone,
        { 'w:rPr': [{ 'w:color': { _attr: { 'w:val': colour } } }] },
    ]),
);

function runsOf(cell: Cell): Plain[] {
    const look = typeof cell === 'string' || !cell.tone ? undefined : coloured.get(cell.tone);
    return cellText(cell)
        .split(/\r\n|\r|\n/)
        .map((line, index) => ({
            'w:r': [...(look ? [look] : []), ...(index > 0 ? [lineBreak] : []), { 'w:t': [preserved, clean(line)] }],
        }));
}

/** Rows of one table. What their cells have in common is one object, and is made once. */
class Rows {
    private readonly cellProperties: readonly Plain[];
    private readonly headProperties: readonly Plain[];

    constructor(widths: readonly number[]) {
        const width = (each: number): Plain => ({ 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': each } } });
        this.cellProperties = widths.map(each => ({ 'w:tcPr': [width(each)] }));
        this.headProperties = widths.map(each => ({ 'w:tcPr': [width(each), shaded] }));
    }

    private cell(content: Cell, index: number, head: boolean, kept: boolean): Plain {
        const look = head ? inHead : inCell;
        return {
            'w:tc': [
                (head ? this.headProperties : this.cellProperties)[index],
                { 'w:p': [kept ? look.kept : look.apart, ...runsOf(content)] },
            ],
        };
    }

    head(titles: readonly string[]): Plain {
        return {
            'w:tr': [
                { 'w:trPr': [cantSplit, { 'w:tblHeader': {} }] },
                ...titles.map((title, index) => this.cell(title, index, true, true)),
            ],
        };
    }

    row(
        cells: readonly Cell[],
        options: { readonly head: boolean; readonly kept: boolean; readonly splits: boolean },
    ): Plain {
        return {
            'w:tr': [
                ...(options.splits ? [] : [{ 'w:trPr': [cantSplit] }]),
                ...cells.map((content, index) => this.cell(content, index, index === 0 && options.head, options.kept)),
            ],
        };
    }
}

function* rowsOf(block: TableBlock, widths: readonly number[]): Generator<Plain> {
    const rows = new Rows(widths);
    if (block.columns.some(column => column.title !== '')) yield rows.head(block.columns.map(column => column.title));
    const short = isShortTable(block);
    const last = block.rows.length - 1;
    for (const [at, row] of block.rows.entries()) {
        yield rows.row(row, { head: block.rowHeads === true, kept: short && at < last, splits: isTallRow(row) });
    }
}

/**
 * A table of the library whose rows are made when the document is written, as plain elements: a report has a hundred
 * cells an asset, and
 * the library's own objects for one cell take more room than a page of text.
 */
export function tableOf(docx: Docx, block: TableBlock): Table {
    const { Table: LibraryTable, WidthType, TableLayoutType, BorderStyle } = docx;
    const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D7' };
    const whole = block.columns.reduce((sum, column) => sum + (column.weight ?? 1), 0);
    const widths = block.columns.map(column => Math.round(((column.weight ?? 1) / whole) * pageWidth));
    class PlainTable extends LibraryTable {
        override prepForXml(context: IContext): IXmlableObject | undefined {
            const frame = super.prepForXml(context);
            (frame?.['w:tbl'] as Plain[] | undefined)?.push(...rowsOf(block, widths));
            return frame;
        }
    }
    return new PlainTable({
        rows: [],
        width: { size: pageWidth, type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        margins: { top: 30, bottom: 30, left: 60, right: 60 },
        borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    });
}
