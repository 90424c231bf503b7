import { flatten } from '../draw/svg-drawing.ts';
import type { Positioned, Rect } from '../layout/positioned.ts';
import { number, tag } from '../../text/xml.ts';

/** Length of one arc of a cloud, in pixels: in a drawing, and around a cell of a table. */
const arcs = { box: 18, cell: 8 } as const;
/** Distance of a cloud from what it surrounds; assets stand close to each other. */
const gaps = { box: 9, asset: -5 } as const;

/** The outline of a cloud around a box: arcs along its sides, as on drawings of plants. */
function cloudPath(rect: Rect, gap: number, arc: number): string {
    const [x, y] = [rect.x - gap, rect.y - gap];
    const [width, height] = [rect.width + 2 * gap, rect.height + 2 * gap];
    const steps = (length: number, dx: number, dy: number): string => {
        const count = Math.max(1, Math.round(length / arc));
        const step = length / count;
        const r = number(step * 0.56);
        return `a${r} ${r} 0 0 1 ${number(step * dx)} ${number(step * dy)}`.repeat(count);
    };
    return (
        `M${number(x)} ${number(y)}${steps(width, 1, 0)}${steps(height, 0, 1)}` +
        `${steps(width, -1, 0)}${steps(height, 0, -1)}z`
    );
}

/** Clouds around what has changed: zones, assets and conduits, by their ids; empty where nothing in it has. */
export function cloudsOf(positioned: Positioned, changed: ReadonlySet<string>): string {
    const zones = flatten(positioned.zones);
    const surround = (gap: number, rect: Rect): string =>
        tag('path', { class: 'cloud', d: cloudPath(rect, gap, arcs.box) });
    const has = (ids: readonly string[]): boolean => ids.some(id => changed.has(id));
    const clouds = [
        ...zones.filter(({ node }) => changed.has(node.id)).map(({ rect }) => surround(gaps.box, rect)),
        // A cloud around a zone is around its assets too.
        ...zones
            .filter(({ node }) => !changed.has(node.id))
            .flatMap(({ assets }) => assets)
            .filter(({ node }) => has([node.id, ...node.members]))
            .map(({ rect }) => surround(gaps.asset, rect)),
        ...positioned.conduits
            .filter(({ node }) => has([node.id, ...[...node.sharing, ...node.devices].map(({ id }) => id)]))
            .map(({ rect }) => surround(gaps.box, rect)),
    ];
    return clouds.length === 0 ? '' : tag('g', { class: 'clouds' }, ...clouds);
}

/** A cloud inside the borders of a cell. */
export function cellCloud(cell: Rect): string {
    return tag('path', { class: 'cloud', d: cloudPath(cell, -3, arcs.cell) });
}
