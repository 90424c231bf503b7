import type { ReportBlock as Block, ReportCell as Cell, ReportDocument as Document, ReportTable as TableBlock, ReportTone as Tone } from 'iacs-language/report';
import { reportCellText as cellText } from 'iacs-language/report';
import type { FileChild, Paragraph, Table } from 'docx';

/** A drawing as pixels. */
export interface Pixels {
    readonly png: Uint8Array;
    readonly width: number;
    readonly height: number;
}

type Docx = typeof import('docx');

const toneColours: Readonly<Record<Tone, string>> = { good: '17652F', fair: '7A4B00', bad: 'A3161F', quiet: '57606A' };

/** The width between the margins of an A4 page, in twentieths of a point. */
const pageWidth = 9638;

/** A text without the characters that XML cannot hold. */
function clean(text: string): string {
    return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

/** Turns blocks into paragraphs and tables of the library. */
class Writer {
    readonly docx: Docx;
    readonly pictures: ReadonlyMap<string, Pixels>;

    constructor(docx: Docx, pictures: ReadonlyMap<string, Pixels>) {
        this.docx = docx;
        this.pictures = pictures;
    }

    runs(cell: Cell, options: { readonly bold?: boolean; readonly size?: number } = {}) {
        const colour = typeof cell === 'string' || !cell.tone ? {} : { color: toneColours[cell.tone] };
        return cellText(cell).split(/\r\n|\r|\n/).map((line, index) =>
            new this.docx.TextRun({ text: clean(line), ...(index > 0 ? { break: 1 } : {}), ...colour, ...options }));
    }

    paragraph(cell: Cell, options: { readonly bold?: boolean; readonly size?: number; readonly keepNext?: boolean; readonly style?: string } = {}): Paragraph {
        const { keepNext = false, style, ...run } = options;
        return new this.docx.Paragraph({ children: this.runs(cell, run), keepNext, ...(style ? { style } : {}) });
    }

    table(block: TableBlock): Table {
        const { Table: DocxTable, TableRow, TableCell, WidthType, ShadingType, TableLayoutType, BorderStyle } = this.docx;
        const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D7' };
        const whole = block.columns.reduce((sum, column) => sum + (column.weight ?? 1), 0);
        const widths = block.columns.map(column => Math.round((column.weight ?? 1) / whole * pageWidth));
        const cell = (content: Cell, index: number, head: boolean) => new TableCell({
            children: [this.paragraph(content, { bold: head, size: 15, style: 'InTable' })],
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 30, bottom: 30, left: 60, right: 60 },
            ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'F0F2F4', color: 'auto' } } : {}),
        });
        return new DocxTable({
            width: { size: pageWidth, type: WidthType.DXA },
            columnWidths: widths,
            layout: TableLayoutType.FIXED,
            borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
            rows: [
                ...(block.columns.every(column => column.title === '') ? [] : [
                    new TableRow({ tableHeader: true, cantSplit: true, children: block.columns.map((column, index) => cell(column.title, index, true)) }),
                ]),
                ...block.rows.map(row => new TableRow({
                    cantSplit: true,
                    children: row.map((content, index) => cell(content, index, index === 0 && block.rowHeads === true)),
                })),
            ],
        });
    }

    picture(svg: string, description: string): Paragraph {
        const pixels = this.pictures.get(svg);
        if (!pixels) return this.paragraph(description);
        const scale = Math.min(640 / pixels.width, 850 / pixels.height, 1);
        return new this.docx.Paragraph({
            children: [new this.docx.ImageRun({
                type: 'png',
                data: pixels.png,
                transformation: { width: Math.round(pixels.width * scale), height: Math.round(pixels.height * scale) },
                altText: { name: 'Drawing', title: 'Drawing', description: clean(description) },
            })],
        });
    }

    block(block: Block): readonly FileChild[] {
        const { Paragraph: DocxParagraph, HeadingLevel } = this.docx;
        switch (block.kind) {
            case 'heading': {
                const level = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1] ?? HeadingLevel.HEADING_3;
                return [new DocxParagraph({ heading: level, keepNext: true, text: clean(`${block.text}${block.basis ? ` (${block.basis})` : ''}`) })];
            }
            case 'paragraph': return [this.paragraph(block.text)];
            case 'list': return block.items.map(item => new DocxParagraph({ children: this.runs(item), bullet: { level: 0 } }));
            case 'facts': return [this.table({
                kind: 'table', caption: '', rowHeads: true, columns: [{ title: '', weight: 1 }, { title: '', weight: 3 }],
                rows: block.rows.map(row => [row.name, { text: row.values.map(cellText).join('\n'), ...toneOf(row.values) }]),
            }), this.paragraph('')];
            case 'table': return [this.paragraph(block.caption, { keepNext: true, style: 'Caption' }), this.table(block), this.paragraph('')];
            case 'picture': return [this.picture(block.svg, block.description), this.paragraph(block.title, { style: 'Caption' })];
            case 'note': return [this.paragraph(`${block.title}. ${block.text}`)];
            case 'sign-off': return [this.table({
                kind: 'table', caption: '', rowHeads: true, columns: [{ title: 'Role', weight: 1.4 }, { title: 'Name', weight: 1.4 }, { title: 'Date' }, { title: 'Signature', weight: 1.4 }],
                rows: block.roles.map(role => [role, '\n', '\n', '\n']),
            })];
        }
    }
}

function toneOf(values: readonly Cell[]): { readonly tone?: Tone } {
    const only = values.length === 1 ? values[0] : undefined;
    return only !== undefined && typeof only !== 'string' && only.tone ? { tone: only.tone } : {};
}

/**
 * A report as an editable text document.
 * @param pictures the drawings of the document as pixels, by their SVG; a drawing without pixels is left as its description
 * @returns the bytes of the `.docx`
 */
export async function toDocx(document: Document, pictures: ReadonlyMap<string, Pixels> = new Map()): Promise<Uint8Array> {
    const docx = await import('docx');
    const writer = new Writer(docx, pictures);
    const { Document: DocxDocument, Packer, Header, Footer, Paragraph: DocxParagraph, TextRun, PageNumber, TableOfContents, HeadingLevel, AlignmentType } = docx;
    const small = (text: string) => new TextRun({ text: clean(text), size: 15, color: '57606A' });
    const file = new DocxDocument({
        title: clean(document.running.head),
        creator: 'iacs',
        styles: {
            default: { document: { run: { font: 'Arial', size: 20 }, paragraph: { spacing: { after: 100 } } } },
            paragraphStyles: [
                { id: 'InTable', name: 'In table', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
                { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { size: 17, bold: true, color: '57606A' }, paragraph: { spacing: { before: 160, after: 60 } } },
            ],
        },
        sections: [{
            properties: { titlePage: true, page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
            headers: { default: new Header({ children: [new DocxParagraph({ children: [small(document.running.head)] })] }), first: new Header({ children: [] }) },
            footers: {
                default: new Footer({ children: [new DocxParagraph({
                    alignment: AlignmentType.RIGHT,
                    children: [small(`${document.running.foot}   `), new TextRun({ size: 15, color: '57606A', children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
                })] }),
                first: new Footer({ children: [] }),
            },
            children: [
                new DocxParagraph({ text: clean(document.subtitle), spacing: { before: 2400 } }),
                new DocxParagraph({ heading: HeadingLevel.TITLE, text: clean(document.title) }),
                ...writer.block(document.facts),
                new DocxParagraph({ text: 'Contents', pageBreakBefore: true, style: 'Caption' }),
                new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
                ...document.sections.flatMap(section => [section.heading, ...section.blocks]).flatMap((block, index) =>
                    [...(index === 0 ? [new DocxParagraph({ pageBreakBefore: true, children: [] })] : []), ...writer.block(block)]),
            ],
        }],
    });
    return new Uint8Array(await Packer.toBuffer(file));
}
