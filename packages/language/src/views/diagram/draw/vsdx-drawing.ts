import type { Point, Rect } from '../layout/positioned.ts';
import { escape, tag } from '../../text/xml.ts';
import { colour } from './theme.ts';
import { lineShape } from './vsdx-line.ts';
import { cell, geometry, inches, look, type Look, type Words } from './vsdx-shape.ts';
import { waveStrokes } from './vsdx-waves.ts';

/** What is known of an element, by what it is called. */
type Facts = Readonly<Record<string, string | null>>;

/** The facts of an element, as the data of its shape. */
function factsOf(values: Facts): string {
    const rows = Object.entries(values).flatMap(([name, value]) =>
        value === null || value === ''
            ? []
            : [
                  tag(
                      'Row',
                      { N: name.replace(/\W/gu, '_') },
                      cell('Label', name),
                      cell('Value', value),
                      cell('Type', 0),
                  ),
              ],
    );
    return rows.length === 0 ? '' : tag('Section', { N: 'Property' }, ...rows);
}

/** The font of words. */
const character = ({ size, bold = false, colour: name = colour('ink', 'light') }: Words): string =>
    tag(
        'Section',
        { N: 'Character' },
        tag(
            'Row',
            { IX: 0 },
            cell('Font', 'Arial'),
            cell('Color', name),
            cell('Style', bold ? 1 : 0),
            cell('Size', inches(size * 0.96)),
        ),
    );

/** The shapes of a page for Visio, and what is glued to what. */
export class VsdxDrawing {
    readonly shapes: string[] = [];
    readonly connects: string[] = [];
    private readonly page: Rect;
    private readonly ids = new Map<string, number>();
    private count = 0;

    /** @param page the part of the picture that is on the page */
    constructor(page: Rect) {
        this.page = page;
    }

    /** A point of the drawing on the page, whose origin is its lower left corner. */
    readonly at = ({ x, y }: Point): Point => ({ x: x - this.page.x, y: this.page.height - (y - this.page.y) });

    /** A rectangle with words. */
    shape(key: string, rect: Rect, style: Look, words: Words | null, values: Facts = {}): void {
        const id = ++this.count;
        this.ids.set(key, id);
        const { width, height } = rect;
        const pin = this.at({ x: rect.x + width / 2, y: rect.y + height / 2 });
        const corners = [
            { x: 0, y: 0 },
            { x: width, y: 0 },
            { x: width, y: height },
            { x: 0, y: height },
            { x: 0, y: 0 },
        ];
        const text = words && words.lines.length > 0 ? words : null;
        this.shapes.push(
            tag(
                'Shape',
                { ID: id, Name: key, NameU: key, Type: 'Shape', LineStyle: 0, FillStyle: 0, TextStyle: 0 },
                cell('PinX', inches(pin.x)),
                cell('PinY', inches(pin.y)),
                cell('Width', inches(width)),
                cell('Height', inches(height)),
                cell('LocPinX', inches(width / 2), 'Width*0.5'),
                cell('LocPinY', inches(height / 2), 'Height*0.5'),
                look(style),
                text
                    ? [
                          cell('LeftMargin', inches(text.left ?? 0)),
                          cell('RightMargin', 0),
                          cell('TopMargin', inches(text.top ? 3 : 0)),
                          cell('BottomMargin', 0),
                          cell('VerticalAlign', text.top ? 0 : 1),
                      ].join('')
                    : '',
                text ? character(text) : '',
                text
                    ? tag('Section', { N: 'Paragraph' }, tag('Row', { IX: 0 }, cell('HorzAlign', text.middle ? 1 : 0)))
                    : '',
                factsOf(values),
                geometry([corners], style.fill !== null),
                text ? tag('Text', {}, escape(text.lines.join('\n'))) : '',
            ),
        );
    }

    /** Lines on the page; gives the number of their shape. */
    stroke(key: string, strokes: readonly (readonly Point[])[], style: Look, arrow = false): number {
        const id = ++this.count;
        this.shapes.push(lineShape(id, key, strokes, style, arrow));
        return id;
    }

    /** The sign of what goes through the air. */
    waves(key: string, x: number, y: number): void {
        this.stroke(
            `wireless ${key}`,
            waveStrokes(x, y).map(points => points.map(this.at)),
            { fill: null, line: colour('ink', 'light'), weight: 1.5 },
        );
    }

    /** Glues an end of a line to a shape; one that is not on the page leaves it free. */
    glue(line: number, from: 'BeginX' | 'EndX', to: string | undefined): void {
        const target = this.ids.get(to ?? '');
        if (target === undefined) return;
        this.connects.push(
            tag('Connect', {
                FromSheet: line,
                FromCell: from,
                FromPart: from === 'BeginX' ? 9 : 12,
                ToSheet: target,
                ToCell: 'PinX',
                ToPart: 3,
            }),
        );
    }
}
