import { SaxesParser } from 'saxes';

/** An element of an SVG. */
export interface SvgElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly classes: readonly string[];
    readonly children: SvgElement[];
    readonly parent: SvgElement | null;
    text: string;
}

/**
 * Reads an SVG that this product has drawn.
 * @throws Error for what is not well-formed, which would be a fault of the drawing
 */
export function readSvg(svg: string): SvgElement {
    const parser = new SaxesParser();
    let root: SvgElement | null = null;
    let current: SvgElement | null = null;
    parser.on('opentag', ({ name, attributes }) => {
        const element: SvgElement = {
            name,
            attributes: attributes as Record<string, string>,
            classes: (attributes['class'] as string | undefined)?.split(' ') ?? [],
            children: [],
            parent: current,
            text: '',
        };
        if (current) current.children.push(element);
        else root = element;
        current = element;
    });
    parser.on('text', text => {
        if (current) current.text += text;
    });
    parser.on('closetag', () => {
        current = current?.parent ?? null;
    });
    parser.on('error', error => {
        throw error;
    });
    parser.write(svg).close();
    if (!root) throw new Error('An SVG without an element.');
    return root;
}
