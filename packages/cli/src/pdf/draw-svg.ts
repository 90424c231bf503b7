import type { Style } from './svg-style.ts';
import { Styles } from './svg-style.ts';
import { readSvg, type SvgElement } from './svg-tree.ts';

/** What this asks of a document of pdfkit. */
export interface Canvas {
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(x: number, y?: number): this;
    rotate(angle: number, options?: { origin?: [number, number] }): this;
    path(d: string): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    ellipse(x: number, y: number, rx: number, ry?: number): this;
    clip(): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    fillColor(colour: string): this;
    lineWidth(width: number): this;
    lineJoin(style: string): this;
    lineCap(style: string): this;
    dash(length: number | number[], options?: { space?: number }): this;
    undash(): this;
    opacity(opacity: number): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string, options?: object): number;
    text(text: string, x: number, y: number, options?: object): this;
    goTo(x: number, y: number, width: number, height: number, name: string): this;
}

/** The name under which the document knows the font of a text. */
export type FontOf = (text: string, bold: boolean) => string;

const textOptions = { lineBreak: false, baseline: 'alphabetic', features: { kern: false, liga: false } };

const numberOf = (value: string | undefined, otherwise = 0): number => {
    const number = Number.parseFloat(value ?? '');
    return Number.isFinite(number) ? number : otherwise;
};

/** Draws the SVG of one page, as this product writes them: its elements, its style sheet, nothing else. */
export class SvgDrawing {
    private readonly canvas: Canvas;
    private readonly fontOf: FontOf;
    private readonly root: SvgElement;
    private readonly styles: Styles;
    private readonly symbols = new Map<string, SvgElement>();
    private readonly destinationOf: (sheet: string) => string | null;
    /** The sheet that what is drawn now leads to, where all of it does. */
    private sheet: string | null = null;

    /** @param destinationOf what a sheet is called as the end of a link; `null` where there is none */
    constructor(
        svg: string,
        canvas: Canvas,
        fontOf: FontOf,
        destinationOf: (sheet: string) => string | null = () => null,
    ) {
        this.destinationOf = destinationOf;
        this.canvas = canvas;
        this.fontOf = fontOf;
        this.root = readSvg(svg);
        const css = this.root.children.filter(child => child.name === 'style').map(child => child.text);
        this.styles = new Styles(css.join('\n'));
        for (const defs of this.root.children.filter(child => child.name === 'defs'))
            for (const symbol of defs.children) this.symbols.set(symbol.attributes['id'] ?? '', symbol);
    }

    draw(): void {
        for (const child of this.root.children) this.element(child, {});
    }

    private element(element: SvgElement, around: Style): void {
        if (['style', 'defs', 'title', 'desc'].includes(element.name)) return;
        const style = this.styles.of(element, around);
        const { canvas } = this;
        const opacity = style['opacity'];
        const transform = element.attributes['transform'];
        const apart = opacity !== undefined || transform !== undefined;
        if (apart) canvas.save();
        if (transform !== undefined) this.transform(transform);
        if (opacity !== undefined) canvas.opacity(numberOf(opacity, 1));
        if (element.name === 'g') {
            const before = this.sheet;
            this.sheet = element.attributes['data-sheet'] ?? before;
            for (const child of element.children) this.element(child, style);
            this.sheet = before;
        } else if (element.name === 'use') this.use(element, style);
        else if (element.name === 'text') this.text(element, style);
        else this.shape(element, style);
        if (apart) canvas.restore();
    }

    private transform(transform: string): void {
        for (const [, name, body = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/gu)) {
            const [a = 0, b, c] = body.split(/[\s,]+/u).map(Number);
            if (name === 'translate') this.canvas.translate(a, b ?? 0);
            else if (name === 'scale') this.canvas.scale(a, b ?? a);
            else if (name === 'rotate') this.canvas.rotate(a, { origin: [b ?? 0, c ?? 0] });
        }
    }

    /** A symbol has a field of 36 by 36. */
    private use({ attributes }: SvgElement, style: Style): void {
        const symbol = this.symbols.get((attributes['href'] ?? '').slice(1));
        if (!symbol) return;
        const size = numberOf(symbol.attributes['viewBox']?.split(' ')[2], 36);
        this.canvas.save();
        this.canvas.translate(numberOf(attributes['x']), numberOf(attributes['y']));
        this.canvas.scale(numberOf(attributes['width']) / size);
        for (const child of symbol.children) this.element(child, style);
        this.canvas.restore();
    }

    private text({ attributes, text }: SvgElement, style: Style): void {
        const { canvas } = this;
        const fill = style['fill'] ?? '#000000';
        if (text === '' || fill === 'none') return;
        canvas.font(this.fontOf(text, style['font-weight'] === '700')).fontSize(numberOf(style['font-size'], 11));
        const length = attributes['textLength'];
        const width = length === undefined ? canvas.widthOfString(text, textOptions) : numberOf(length);
        const x = numberOf(attributes['x']) - (style['text-anchor'] === 'middle' ? width / 2 : 0);
        canvas.fillColor(fill).text(text, x, numberOf(attributes['y']), textOptions);
        // What names another sheet leads to it: connectors, heads of zones, lists of sheets.
        const sheet = this.sheet ?? /\bsheet (\d+)\b/u.exec(text)?.[1];
        const destination = sheet === undefined ? null : this.destinationOf(sheet);
        if (destination === null) return;
        const size = numberOf(style['font-size'], 11);
        canvas.goTo(x, numberOf(attributes['y']) - size, width, size * 1.3, destination);
    }

    private outline({ name, attributes }: SvgElement): boolean {
        const at = (attribute: string): number => numberOf(attributes[attribute]);
        const { canvas } = this;
        if (name === 'path') canvas.path(attributes['d'] ?? '');
        else if (name === 'circle') canvas.circle(at('cx'), at('cy'), at('r'));
        else if (name === 'ellipse') canvas.ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
        else if (name === 'rect') {
            const [width, height] = [at('width'), at('height')];
            const radius = Math.min(at('rx'), width / 2, height / 2);
            if (width <= 0 || height <= 0) return false;
            if (radius > 0) canvas.roundedRect(at('x'), at('y'), width, height, radius);
            else canvas.rect(at('x'), at('y'), width, height);
        } else return false;
        return true;
    }

    private shape(element: SvgElement, style: Style): void {
        const { canvas } = this;
        const [fill, stroke] = [style['fill'] ?? '#000000', style['stroke'] ?? 'none'];
        if (fill.startsWith('url(')) return this.pattern(element, fill.slice(5, -1));
        if (fill === 'none' && stroke === 'none') return;
        canvas.lineWidth(numberOf(style['stroke-width'], 1));
        canvas.lineJoin(style['stroke-linejoin'] ?? 'miter').lineCap(style['stroke-linecap'] ?? 'butt');
        const dashes = (style['stroke-dasharray'] ?? '')
            .split(/[\s,]+/u)
            .map(Number)
            .filter(each => each > 0);
        if (stroke !== 'none' && dashes.length > 0) canvas.dash(dashes);
        else canvas.undash();
        if (!this.outline(element)) return;
        if (fill === 'none') canvas.stroke(stroke);
        else if (stroke === 'none') canvas.fill(fill);
        else canvas.fillAndStroke(fill, stroke);
    }

    /** Tiles of a pattern within a rectangle: the stripe of safety zones. */
    private pattern(element: SvgElement, id: string): void {
        const pattern = this.symbols.get(id);
        if (!pattern || element.name !== 'rect') return;
        const at = (attribute: string): number => numberOf(element.attributes[attribute]);
        const [width, height] = [numberOf(pattern.attributes['width'], 10), numberOf(pattern.attributes['height'], 10)];
        const { canvas } = this;
        canvas.save().rect(at('x'), at('y'), at('width'), at('height')).clip();
        for (let x = Math.floor(at('x') / width) * width; x < at('x') + at('width'); x += width)
            for (let y = Math.floor(at('y') / height) * height; y < at('y') + at('height'); y += height) {
                canvas.save().translate(x, y).rect(0, 0, width, height).clip();
                for (const child of pattern.children) this.element(child, {});
                canvas.restore();
            }
        canvas.restore();
    }
}
