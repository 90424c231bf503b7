import type {
    ReportBlock as Block,
    ReportCell as Cell,
    ReportDocument as Document,
    ReportTone as Tone,
    Sheet,
} from 'iacs-language/report';
import { pageStarts, reportCellText as cellText, sheetFor, sizeOn } from 'iacs-language/report';
import type { FileChild, Paragraph } from 'docx';
import { pieces } from 'iacs-language/text';
import { completed } from './docx-package.ts';
import { clean, Tables, toneColours } from './docx-table.ts';

/** A drawing as pixels. */
export interface Pixels {
    readonly png: Uint8Array;
    readonly width: number;
    readonly height: number;
}

type Docx = typeof import('docx');

/** Turns blocks into paragraphs and tables of the library. */
class Writer {
    readonly docx: Docx;
    readonly tables: Tables;
    /** The bytes of the pictures, by what the library gets in their place. */
    readonly images = new Map<string, Uint8Array>();
    private readonly pictures: ReadonlyMap<string, Pixels>;

    constructor(docx: Docx, pictures: ReadonlyMap<string, Pixels>) {
        this.docx = docx;
        this.tables = new Tables(docx);
        this.pictures = pictures;
    }

    runs(cell: Cell) {
        const colour = typeof cell === 'string' || !cell.tone ? {} : { color: toneColours[cell.tone] };
        const marked = typeof cell !== 'string' && cell.marked;
        return cellText(cell)
            .split(/\r\n|\r|\n/)
            .flatMap((line, index) =>
                (marked ? pieces(line) : [{ text: line, code: false }]).map(
                    ({ text, code }, at) =>
                        new this.docx.TextRun({
                            text: clean(text),
                            ...(index > 0 && at === 0 ? { break: 1 } : {}),
                            ...(code ? { font: 'Consolas' } : colour),
                        }),
                ),
            );
    }

    paragraph(
        cell: Cell,
        { keepNext, style }: { readonly keepNext?: boolean; readonly style?: string } = {},
    ): Paragraph {
        return new this.docx.Paragraph({
            children: this.runs(cell),
            ...(keepNext ? { keepNext } : {}),
            ...(style ? { style } : {}),
        });
    }

    picture(svg: string, description: string): Paragraph {
        const pixels = this.pictures.get(svg);
        if (!pixels) return this.paragraph(description);
        const size = sizeOn(sheetFor(svg), pixels);
        const image = `picture ${this.images.size}`;
        this.images.set(image, pixels.png);
        return new this.docx.Paragraph({
            children: [
                new this.docx.ImageRun({
                    type: 'png',
                    data: Buffer.from(image),
                    transformation: { width: size.width, height: size.height },
                    altText: { name: 'Drawing', title: 'Drawing', description: clean(description) },
                }),
            ],
        });
    }

    /** @param pageBreak whether a heading begins a page */
    block(block: Block, pageBreak = false): readonly FileChild[] {
        const { Paragraph: DocxParagraph, HeadingLevel } = this.docx;
        switch (block.kind) {
            case 'heading': {
                const level =
                    [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1] ??
                    HeadingLevel.HEADING_3;
                return [
                    new DocxParagraph({
                        heading: level,
                        keepNext: true,
                        pageBreakBefore: pageBreak,
                        text: clean(`${block.text}${block.basis ? ` (${block.basis})` : ''}`),
                    }),
                ];
            }
            case 'paragraph':
                return [this.paragraph(block, { keepNext: block.text.endsWith(':') })];
            case 'list':
                return block.items.map(item => new DocxParagraph({ children: this.runs(item), bullet: { level: 0 } }));
            case 'facts':
                return [
                    this.tables.table({
                        kind: 'table',
                        caption: '',
                        rowHeads: true,
                        columns: [
                            { title: '', weight: 1 },
                            { title: '', weight: 3 },
                        ],
                        rows: block.rows.map(row => [
                            row.name,
                            { text: row.values.map(cellText).join('\n'), ...toneOf(row.values) },
                        ]),
                    }),
                    this.paragraph(''),
                ];
            case 'table':
                return [
                    this.paragraph(block.caption, { keepNext: true, style: 'Caption' }),
                    this.tables.table(block),
                    this.paragraph(''),
                ];
            case 'picture':
                return [
                    this.picture(block.svg, block.description),
                    this.paragraph(block.description, { style: 'Caption' }),
                ];
            case 'note':
                return [this.paragraph(`${block.title}. ${block.text}`)];
            case 'sign-off':
                return [
                    this.tables.table({
                        kind: 'table',
                        caption: '',
                        rowHeads: true,
                        columns: [
                            { title: 'Role', weight: 1.4 },
                            { title: 'Name', weight: 1.4 },
                            { title: 'Date' },
                            { title: 'Signature', weight: 1.4 },
                        ],
                        rows: block.roles.map(role => [role, '\n', '\n', '\n']),
                    }),
                ];
        }
    }
}

function toneOf(values: readonly Cell[]): { readonly tone?: Tone } {
    const only = values.length === 1 ? values[0] : undefined;
    return only !== undefined && typeof only !== 'string' && only.tone ? { tone: only.tone } : {};
}

/** What stands on pages of one size. */
interface Part {
    readonly sheet: Sheet | null;
    readonly children: FileChild[];
}

/** The sections of a document, cut where a drawing with its heading gets a sheet of its own. */
function partsOf(document: Document, writer: Writer): readonly Part[] {
    const parts: Part[] = [{ sheet: null, children: [] }];
    for (const { heading, blocks } of document.sections) {
        const all = [heading, ...blocks];
        all.forEach((block, index) => {
            const next = all[index + 1];
            const before = all[index - 1];
            if (block.kind === 'heading' && next?.kind === 'picture')
                parts.push({ sheet: sheetFor(next.svg), children: [] });
            else if (before?.kind === 'picture' || (index === 0 && parts.at(-1)!.sheet !== null))
                parts.push({ sheet: null, children: [] });
            const onNewPage = index === 0 && pageStarts.includes(heading.id) && parts.at(-1)!.children.length > 0;
            parts.at(-1)!.children.push(...writer.block(block, onNewPage));
        });
    }
    return parts;
}

/** The margins of a page, in twentieths of a point: 20 mm. */
const margin = 1134;

/** Millimetres in twentieths of a point. */
function twips(millimetres: number): number {
    return Math.round((millimetres / 25.4) * 1440);
}

/**
 * A report as an editable text document; each drawing stands on a sheet on which it can be read.
 * @param day on which it is made, as `YYYY-MM-DD`
 * @param pictures the drawings of the document as pixels, by their SVG; a drawing without pixels is left as its
 *    description
 * @returns the bytes of the `.docx`
 */
export async function toDocx(
    document: Document,
    day: string,
    pictures: ReadonlyMap<string, Pixels> = new Map(),
): Promise<Uint8Array> {
    const docx = await import('docx');
    const writer = new Writer(docx, pictures);
    const {
        Document: DocxDocument,
        Packer,
        Header,
        Footer,
        Paragraph: DocxParagraph,
        TextRun,
        PageNumber,
        TableOfContents,
        HeadingLevel,
        AlignmentType,
        PageOrientation,
    } = docx;
    const small = (text: string) => new TextRun({ text: clean(text), size: 15, color: '57606A' });
    const running = () => ({
        headers: {
            default: new Header({ children: [new DocxParagraph({ children: [small(document.running.head)] })] }),
            first: new Header({ children: [] }),
        },
        footers: {
            default: new Footer({
                children: [
                    new DocxParagraph({
                        alignment: AlignmentType.RIGHT,
                        children: [
                            small(`${document.running.foot}   `),
                            new TextRun({
                                size: 15,
                                color: '57606A',
                                children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                            }),
                        ],
                    }),
                ],
            }),
            first: new Footer({ children: [] }),
        },
    });
    const page = (sheet: Sheet | null) => {
        const wide = sheet !== null && sheet.width > sheet.height;
        const [short, long] =
            sheet === null
                ? [11906, 16838]
                : [twips(Math.min(sheet.width, sheet.height)), twips(Math.max(sheet.width, sheet.height))];
        return {
            // The library swaps the sides of a landscape page by itself.
            size: {
                width: short,
                height: long,
                orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
        };
    };
    const title: readonly FileChild[] = [
        new DocxParagraph({ text: clean(document.subtitle), spacing: { before: 2400 } }),
        new DocxParagraph({ heading: HeadingLevel.TITLE, text: clean(document.title) }),
        ...writer.block(document.facts),
        new DocxParagraph({ text: 'Contents', pageBreakBefore: true, style: 'Caption' }),
        new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
        new DocxParagraph({ pageBreakBefore: true, children: [] }),
    ];
    const file = new DocxDocument({
        title: clean(document.running.head),
        creator: 'iacs',
        lastModifiedBy: 'iacs',
        styles: {
            default: {
                document: {
                    // Readers of the screen speak it; names of a model may be in another language.
                    run: { font: 'Arial', size: 20, language: { value: 'en-GB' } },
                    paragraph: { spacing: { after: 100 } },
                },
            },
            paragraphStyles: [
                {
                    id: 'InTable',
                    name: 'In table',
                    basedOn: 'Normal',
                    run: { size: 15 },
                    paragraph: { spacing: { after: 0 } },
                },
                { id: 'TableHead', name: 'Table head', basedOn: 'InTable', run: { bold: true } },
                {
                    id: 'Caption',
                    name: 'caption',
                    basedOn: 'Normal',
                    run: { size: 17, bold: true, color: '57606A' },
                    paragraph: { spacing: { before: 160, after: 60 } },
                },
            ],
        },
        sections: partsOf(document, writer)
            .filter(part => part.children.length > 0)
            .map((part, index) => ({
                ...running(),
                properties: { titlePage: index === 0, page: page(part.sheet) },
                children: index === 0 ? [...title, ...part.children] : part.children,
            })),
    });
    return completed(await Packer.toBuffer(file), day, xml => writer.tables.complete(xml), writer.images);
}
