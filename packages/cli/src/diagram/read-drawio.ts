import { inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { Memory, Point, Rect } from 'iacs-language/diagram';
import { lineKey } from 'iacs-language/diagram';

/** A shape or line of a drawing, as its file has it. */
interface Cell {
    readonly id: string;
    readonly parent: string;
    readonly source: string;
    readonly target: string;
    readonly style: ReadonlyMap<string, string>;
    geometry: Rect | null;
    readonly corners: Point[];
    /** The element of the model that it is. */
    readonly element: string | null;
    /** How far the corner of the page is from that of the drawing, for the root of the page. */
    readonly corner: Point;
}

/** Keys of what a picture remembers; other shapes are of those who drew them. */
const known = /^(?:own )?(?:zone|conduit|flows|link|shared|seen|connector):/u;

const isZone = /^(?:own )?zone:/u;

const numberOf = (text: string | undefined): number => Number(text ?? 0) || 0;

function styleOf(text: string): Map<string, string> {
    return new Map(
        text.split(';').map(part => {
            const at = part.indexOf('=');
            return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
        }),
    );
}

/** The shapes and lines of one page. Reads `object` and `UserObject` around a cell, as diagrams.net writes them. */
function cellsOf(xml: string): Cell[] {
    const cells: Cell[] = [];
    let around: Readonly<Record<string, string>> | null = null;
    let cell: Cell | null = null;
    let listing = false;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
        const all = attributes as Readonly<Record<string, string>>;
        if (name === 'object' || name === 'UserObject') around = all;
        else if (name === 'mxCell') {
            cell = {
                id: around?.['id'] ?? all['id'] ?? '',
                parent: all['parent'] ?? '',
                source: all['source'] ?? '',
                target: all['target'] ?? '',
                style: styleOf(all['style'] ?? ''),
                geometry: null,
                corners: [],
                element: around?.['element'] ?? null,
                corner: { x: numberOf(around?.['origin-x']), y: numberOf(around?.['origin-y']) },
            };
            cells.push(cell);
        } else if (name === 'mxGeometry' && cell) {
            const { x, y, width, height } = all;
            cell.geometry = { x: numberOf(x), y: numberOf(y), width: numberOf(width), height: numberOf(height) };
        } else if (name === 'Array') listing = true;
        else if (name === 'mxPoint' && listing) cell?.corners.push({ x: numberOf(all['x']), y: numberOf(all['y']) });
    });
    parser.on('closetag', ({ name }) => {
        if (name === 'object' || name === 'UserObject') around = null;
        else if (name === 'mxCell') cell = null;
        else if (name === 'Array') listing = false;
    });
    parser.on('error', error => {
        throw error;
    });
    parser.write(xml).close();
    return cells;
}

/** The text of a page: as it is, or packed as diagrams.net packs it on demand. The first one where none has the id. */
function pageText(text: string, id: string): string {
    const pages = [...text.matchAll(/<diagram\b([^>]*)>([\s\S]*?)<\/diagram>/gu)];
    const [, , page = text] = pages.find(([, head = '']) => / id="([^"]*)"/u.exec(head)?.[1] === id) ?? pages[0] ?? [];
    const inner = page.trim();
    return inner.startsWith('<')
        ? inner
        : decodeURIComponent(inflateRawSync(Buffer.from(inner, 'base64')).toString('utf8'));
}

/** Where a line meets a shape, as the parts of its width and height that the style says. */
function portOn(rect: Rect, style: ReadonlyMap<string, string>, name: 'exit' | 'entry'): Point | null {
    const [x, y] = [style.get(`${name}X`), style.get(`${name}Y`)];
    return x === undefined || y === undefined
        ? null
        : { x: rect.x + Number(x) * rect.width, y: rect.y + Number(y) * rect.height };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const rounded = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) });

/**
 * The places of a drawing for diagrams.net that began as one of ours, by the ids of its shapes. Shapes that somebody
 * has moved are where they were moved to; a line that no longer fits is left out, and found anew.
 * @param page its id, in a file of several pages
 * @returns `null` for text that is not such a drawing
 */
export function placesOfDrawio(text: string, page = 'zones'): Memory | null {
    let cells: Cell[];
    try {
        cells = cellsOf(pageText(text, page));
    } catch {
        return null;
    }
    const byId = new Map(cells.map(cell => [cell.id, cell]));
    const { corner = { x: 0, y: 0 } } = byId.get('0') ?? {};
    const originOf = (id: string, depth = 0): Point => {
        const cell = byId.get(id);
        if (!cell?.geometry || depth > 50) return { x: -corner.x, y: -corner.y };
        const around = originOf(cell.parent, depth + 1);
        return { x: around.x + cell.geometry.x, y: around.y + cell.geometry.y };
    };
    const boxes = new Map<string, Rect>();
    for (const { id, geometry } of cells) {
        if (!geometry || !known.test(id)) continue;
        const { x, y } = rounded(originOf(id));
        boxes.set(id, { x, y, width: round(geometry.width), height: round(geometry.height) });
    }
    if (boxes.size === 0) return null;
    const lines = new Map<string, readonly Point[]>();
    let [upright, level] = [0, 0];
    for (const { id, source, target, style, corners, parent } of cells) {
        const [first, last] = [boxes.get(source), boxes.get(target)];
        if (!/^line \d+ /u.test(id) || !first || !last) continue;
        const [exit, entry] = [portOn(first, style, 'exit'), portOn(last, style, 'entry')];
        if (!exit || !entry) continue;
        const origin = originOf(parent);
        const along = [exit, ...corners.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })), entry].map(rounded);
        // A line begins at its conduit; in drawings of earlier versions at the zone.
        const isEarlier = isZone.test(source);
        const [card, zone] = isEarlier ? [target, source] : [source, target];
        const points = isEarlier ? along : along.toReversed();
        const [from, next] = points;
        if (from && next && Math.abs(from.x - next.x) < 1) upright++;
        else level++;
        lines.set(lineKey(card, zone.replace(isZone, '')), withoutMiddles(points));
    }
    // A drawing is edited by people: what they have not moved, they have left where it is.
    return { direction: level > upright ? 'right' : 'down', boxes, lines, byHand: new Set(boxes.keys()) };
}

/** A straight line was given its middle to pass, so that diagrams.net keeps it straight. */
function withoutMiddles(points: readonly Point[]): Point[] {
    return points.filter((point, index) => {
        const [before, after] = [points[index - 1], points[index + 1]];
        if (!before || !after) return true;
        const along = (a: number, b: number, c: number): boolean => Math.abs(a - b) < 1 && Math.abs(b - c) < 1;
        return !along(before.x, point.x, after.x) && !along(before.y, point.y, after.y);
    });
}
