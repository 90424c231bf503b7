import type { ReportCell as Cell, ReportTable as TableBlock, ReportTone as Tone } from 'iacs-language/report';
import { columnShares, isShortTable, isTallRow, reportCellText as cellText } from 'iacs-language/report';
import { pieces, withoutHidden } from 'iacs-language/text';
import type { IContext, IXmlableObject, Table } from 'docx';

type Docx = typeof import('docx');

export const toneColours: Readonly<Record<Tone, string>> = {
    good: '17652F',
    fair: '7A4B00',
    bad: 'A3161F',
    quiet: '57606A',
};

/** The width between the margins of an A4 page, in twentieths of a point. */
const pageWidth = 9638;

/** A text without the characters that XML cannot hold, and without those that nobody sees. */
export function clean(text: string): string {
    return withoutHidden(text.toWellFormed());
}

const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};

function escaped(text: string): string {
    const cleaned = clean(text);
    return /[&<>"']/.test(cleaned) ? cleaned.replace(/[&<>"']/g, sign => entities[sign]!) : cleaned;
}

const keepNext = '<w:keepNext/>';
const cantSplit = '<w:cantSplit/>';
const shaded = '<w:shd w:fill="F0F2F4" w:color="auto" w:val="clear"/>';

/** The two looks of a cell, each with and without a row that follows on the same page. */
function paragraphProperties(style: string): { readonly apart: string; readonly kept: string } {
    const named = `<w:pStyle w:val="${style}"/>`;
    return { apart: `<w:pPr>${named}</w:pPr>`, kept: `<w:pPr>${named}${keepNext}</w:pPr>` };
}

const inCell = paragraphProperties('InTable');
const inHead = paragraphProperties('TableHead');

const coloured = new Map(
    Object.entries(toneColours).map(([tone, colour]) => [tone, `<w:rPr><w:color w:val="${colour}"/></w:rPr>`]),
);

/** What a message marks as code is in the letters of code, and not between backticks. */
const codeLook = '<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr>';

function runsOf(cell: Cell): string {
    const plain = typeof cell === 'string' || !cell.tone ? '' : (coloured.get(cell.tone) ?? '');
    const marked = typeof cell !== 'string' && cell.marked;
    const run = (text: string, look: string, breaks: boolean): string =>
        `<w:r>${look}${breaks ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
    return cellText(cell)
        .split(/\r\n|\r|\n/)
        .map((line, index) => {
            const parts = marked ? pieces(line) : [];
            if (!parts.some(({ code }) => code)) return run(line, plain, index > 0);
            return parts
                .map(({ text, code }, at) => run(text, code ? codeLook : plain, index > 0 && at === 0))
                .join('');
        })
        .join('');
}

/** Rows of one table as XML. */
class Rows {
    private readonly cellProperties: readonly string[];
    private readonly headProperties: readonly string[];

    constructor(widths: readonly number[]) {
        const width = (each: number): string => `<w:tcW w:type="dxa" w:w="${each}"/>`;
        this.cellProperties = widths.map(each => `<w:tcPr>${width(each)}</w:tcPr>`);
        this.headProperties = widths.map(each => `<w:tcPr>${width(each)}${shaded}</w:tcPr>`);
    }

    private cell(content: Cell, index: number, head: boolean, kept: boolean): string {
        const look = head ? inHead : inCell;
        const properties = (head ? this.headProperties : this.cellProperties)[index] ?? '';
        return `<w:tc>${properties}<w:p>${kept ? look.kept : look.apart}${runsOf(content)}</w:p></w:tc>`;
    }

    head(titles: readonly string[]): string {
        const cells = titles.map((title, index) => this.cell(title, index, true, true)).join('');
        return `<w:tr><w:trPr>${cantSplit}<w:tblHeader/></w:trPr>${cells}</w:tr>`;
    }

    row(
        cells: readonly Cell[],
        options: { readonly head: boolean; readonly kept: boolean; readonly splits: boolean },
    ): string {
        const written = cells
            .map((content, index) => this.cell(content, index, index === 0 && options.head, options.kept))
            .join('');
        return `<w:tr>${options.splits ? '' : `<w:trPr>${cantSplit}</w:trPr>`}${written}</w:tr>`;
    }
}

function* rowsOf(block: TableBlock, widths: readonly number[]): Generator<string> {
    const rows = new Rows(widths);
    if (block.columns.some(column => column.title !== '')) yield rows.head(block.columns.map(column => column.title));
    const short = isShortTable(block);
    const last = block.rows.length - 1;
    for (const [at, row] of block.rows.entries()) {
        yield rows.row(row, { head: block.rowHeads === true, kept: short && at < last, splits: isTallRow(row) });
    }
}

/** What the library writes in the place of the rows of a table: an element of a name that no document has. */
const place = 'iacs:rows';

/**
 * The tables of a document. The library writes their frames, with a place for the rows, and the rows are put there when
 * the file is written: a report has a hundred cells an asset, and as objects of the library, or all in one text, they
 * would take half a gigabyte.
 */
export class Tables {
    private readonly docx: Docx;
    private readonly rows: (() => Iterable<string>)[] = [];

    constructor(docx: Docx) {
        this.docx = docx;
    }

    /** A table for the library. */
    table(block: TableBlock): Table {
        const { Table: LibraryTable, WidthType, TableLayoutType, BorderStyle } = this.docx;
        const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D7' };
        const widths = columnShares(block).map(share => Math.round(share * pageWidth));
        const number = this.rows.push(() => rowsOf(block, widths)) - 1;
        class PlainTable extends LibraryTable {
            override prepForXml(context: IContext): IXmlableObject | undefined {
                const frame = super.prepForXml(context);
                (frame?.['w:tbl'] as IXmlableObject[] | undefined)?.push({ [place]: { _attr: { number } } });
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

    /** The text of the document with the rows of its tables, in pieces. */
    *complete(xml: string): Generator<string> {
        // Text cannot look like the place: its signs are escaped.
        for (const [index, piece] of xml.split(new RegExp(`<${place} number="(\\d+)"/>`)).entries())
            if (index % 2 === 0) yield piece;
            else yield* this.rows[Number(piece)]!();
    }
}
