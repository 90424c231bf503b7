import { readFileSync } from 'node:fs';
import { isCovered } from 'iacs-language/diagram';
import { fontFiles } from 'iacs-language/node';
import PDFDocument from 'pdfkit';
import { SvgDrawing, type Canvas } from './draw-svg.ts';

/** A page of a document. */
export interface PdfPage {
    /** The number of its sheet, to which links lead. */
    readonly number: string;
    readonly svg: string;
    /** In points. */
    readonly width: number;
    readonly height: number;
    /** Its bookmark, and the one that this is under. */
    readonly bookmark: string;
    readonly under: string | null;
}

/** What is said of a document apart from its pages. */
export interface PdfFacts {
    readonly title: string;
    readonly author: string | null;
    readonly subject: string;
    /** The day that it bears, `YYYY-MM-DD`: no clock is read, so that the same input gives the same bytes. */
    readonly day: string;
    /** Fonts with scripts that the bundled one lacks. */
    readonly fonts: readonly string[];
}

interface Outline {
    addItem(title: string, options?: { expanded?: boolean }): Outline;
}

/**
 * Makes one PDF of pages that are drawn as SVG: vectors, text that can be found and copied, fonts embedded as far as
 * they are used, bookmarks, and links from what names a sheet.
 * @returns the bytes, and how many texts have letters that none of the fonts has
 */
export async function toPdf(
    pages: readonly PdfPage[],
    { title, author, subject, day, fonts }: PdfFacts,
): Promise<{ readonly bytes: Uint8Array; readonly uncovered: number }> {
    const document = new PDFDocument({
        autoFirstPage: false,
        font: null as unknown as string,
        lang: 'en',
        displayTitle: true,
        margin: 0,
        info: {
            Title: title,
            ...(author === null ? {} : { Author: author }),
            Subject: subject,
            Producer: 'iacs',
            Creator: 'iacs binder',
            CreationDate: new Date(`${day}T00:00:00Z`),
            ModDate: new Date(`${day}T00:00:00Z`),
        },
    });
    const chunks: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
        document.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
        document.on('end', resolve);
        document.on('error', reject);
    });
    const { regular, bold } = fontFiles();
    document.registerFont('regular', readFileSync(regular) as unknown as ArrayBuffer);
    document.registerFont('bold', readFileSync(bold) as unknown as ArrayBuffer);
    const others = fonts.map((file, index) => {
        const name = `other ${index}`;
        document.registerFont(name, readFileSync(file) as unknown as ArrayBuffer);
        return name;
    });
    let uncovered = 0;
    const fontOf = (text: string, isBold: boolean): string => {
        const usual = isBold ? 'bold' : 'regular';
        if (isCovered(text)) return usual;
        const other = others.find(name => hasGlyphs(document, name, text));
        if (other === undefined) uncovered++;
        return other ?? usual;
    };
    const groups = new Map<string, Outline>();
    const outline = document.outline as unknown as Outline;
    const numbers = new Set(pages.map(page => page.number));
    const destinationOf = (sheet: string): string | null => (numbers.has(sheet) ? `sheet ${sheet}` : null);
    for (const { number, svg, width, height, bookmark, under } of pages) {
        document.addPage({ size: [width, height], margin: 0 });
        document.addNamedDestination(`sheet ${number}`);
        let place = outline;
        if (under !== null) {
            place = groups.get(under) ?? outline.addItem(under, { expanded: true });
            groups.set(under, place);
        }
        place.addItem(bookmark);
        new SvgDrawing(svg, document as unknown as Canvas, fontOf, destinationOf).draw();
    }
    document.end();
    await ended;
    return { bytes: new Uint8Array(Buffer.concat(chunks)), uncovered };
}

/** True where a font of the document has a glyph for every character. */
function hasGlyphs(document: InstanceType<typeof PDFDocument>, name: string, text: string): boolean {
    document.font(name);
    const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
        ._font;
    return [...text].every(character => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
