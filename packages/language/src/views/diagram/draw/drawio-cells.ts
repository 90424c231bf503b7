import type { Point, Rect } from '../layout/positioned.ts';
import { tag, type Attributes } from '../../text/xml.ts';

/** A style in the notation of diagrams.net; later values go before earlier ones. */
export const style = (...parts: readonly Readonly<Record<string, string | number>>[]): string =>
    Object.entries(Object.assign({}, ...parts) as Record<string, string | number>)
        .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
        .join(';') + ';';

/** Where a cell is: the cell that holds it, and the corner of that one, from which its place counts. */
export interface Inside {
    readonly parent: string;
    readonly origin: Point;
}

/** What a cell is called and looks like. */
export interface CellLook {
    readonly key: string;
    /** HTML, or nothing. */
    readonly label: string;
    readonly style: string;
}

const geometry = (rect: Rect, { x, y }: Point): string =>
    tag('mxGeometry', { x: rect.x - x, y: rect.y - y, width: rect.width, height: rect.height, as: 'geometry' });

const point = (to: Point, { x, y }: Point, as?: string): string => tag('mxPoint', { x: to.x - x, y: to.y - y, as });

/** A shape with properties, which a reader of the drawing sees in diagrams.net. */
export function shapeCell(
    { key, label, style: look }: CellLook,
    { parent, origin }: Inside,
    rect: Rect,
    facts: Attributes,
): string {
    return tag(
        'object',
        { label, ...facts, id: key },
        tag('mxCell', { style: look, vertex: 1, parent }, geometry(rect, origin)),
    );
}

/** A mark on a shape, which moves with it: no line leads to it, and a click on it means the shape. */
export function partCell({ key, label, style: look }: CellLook, { parent, origin }: Inside, rect: Rect): string {
    return tag(
        'mxCell',
        { id: key, value: label, style: `${look}${style({ part: 1 })}`, vertex: 1, parent, connectable: 0 },
        geometry(rect, origin),
    );
}

/** A line that belongs to a shape: it ends at points and not at shapes. */
export function partLine(key: string, look: string, { parent, origin }: Inside, points: readonly Point[]): string {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return '';
    return tag(
        'mxCell',
        { id: key, style: `${look}${style({ endArrow: 'none', part: 1 })}`, edge: 1, parent },
        tag(
            'mxGeometry',
            { relative: 1, as: 'geometry' },
            point(first, origin, 'sourcePoint'),
            point(last, origin, 'targetPoint'),
            ...(points.length > 2
                ? [tag('Array', { as: 'points' }, ...points.slice(1, -1).map(each => point(each, origin)))]
                : []),
        ),
    );
}

/** A line between two shapes, which follows when they are moved. */
export function lineCell(
    key: string,
    look: string,
    { parent, origin }: Inside,
    ends: { readonly source: string; readonly target: string | null },
    points: readonly Point[],
): string {
    return tag(
        'mxCell',
        { id: key, style: look, edge: 1, parent, ...ends },
        tag(
            'mxGeometry',
            { relative: 1, as: 'geometry' },
            points.length === 0 ? '' : tag('Array', { as: 'points' }, ...points.map(each => point(each, origin))),
        ),
    );
}
