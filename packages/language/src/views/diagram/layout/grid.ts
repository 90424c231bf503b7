import type { Direction } from '../../../model/index.ts';
import { lineId, ownId } from './elk-graph.ts';
import { paddingOf } from './elk-options.ts';
import type { ConduitBox } from '../measure/conduit-box.ts';
import type { Frame } from './frame.ts';
import { legsOf } from '../content/graph.ts';
import type { Places } from './position.ts';
import type { Point, Rect } from './positioned.ts';

const between = 30;
const besides = 26;

interface Block {
    readonly width: number;
    readonly height: number;
    /** Puts the block, and what it holds, with its left upper corner here. */
    put(x: number, y: number): void;
}

/** Where a straight line from the middle of a box towards a point leaves the box. */
function edgePoint(rect: Rect, towards: Point): Point {
    const x = rect.x + rect.width / 2;
    const y = rect.y + rect.height / 2;
    const [dx, dy] = [towards.x - x, towards.y - y];
    const scale = Math.min(
        dx === 0 ? Infinity : rect.width / 2 / Math.abs(dx),
        dy === 0 ? Infinity : rect.height / 2 / Math.abs(dy),
    );
    return Number.isFinite(scale) ? { x: Math.round(x + dx * scale), y: Math.round(y + dy * scale) } : { x, y };
}

/**
 * Places everything without ELK: layer by layer, in the order of the text, lines straight from box to box. Linear in
 * the number of boxes. Lines may pass under other boxes.
 */
export function gridPlaces(root: Frame, direction: Direction): Places {
    const rects = new Map<string, Rect>();
    const lines = new Map<string, readonly Point[]>();
    const down = direction === 'down';

    const leaf = (id: string, width: number, height: number): Block => ({
        width,
        height,
        put: (x, y) => rects.set(id, { x: Math.round(x), y: Math.round(y), width, height }),
    });

    function rowsIn(frame: Frame): Block[][] {
        const rows = new Map<number, Block[]>();
        const add = (layer: number, block: Block): void => {
            const row = rows.get(layer);
            if (row) row.push(block);
            else rows.set(layer, [block]);
        };
        if (frame.own && frame.zone) add(0, leaf(ownId(frame.zone.key), frame.own.width, frame.own.height));
        for (const inner of frame.frames) add(frame.layers.get(inner.zone?.key ?? '') ?? 0, zoneBlock(inner));
        for (const box of frame.conduits) {
            const layer = frame.layers.get(box.node.key);
            if (layer !== undefined) add(layer, leaf(box.node.key, box.width, box.height));
        }
        return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
    }

    function stack(frame: Frame): Block {
        const rows = rowsIn(frame);
        const along = (block: Block): number => (down ? block.width : block.height);
        const across = (block: Block): number => (down ? block.height : block.width);
        const lengths = rows.map(row => row.reduce((sum, block) => sum + along(block) + besides, -besides));
        const depths = rows.map(row => Math.max(...row.map(across)));
        const length = Math.max(0, ...lengths);
        const depth = depths.reduce((sum, each) => sum + each + between, -between);
        return {
            width: down ? length : Math.max(0, depth),
            height: down ? Math.max(0, depth) : length,
            put: (x, y) => {
                let offset = 0;
                rows.forEach((row, index) => {
                    let at = (length - (lengths[index] ?? 0)) / 2;
                    for (const block of row) {
                        if (down) block.put(x + at, y + offset);
                        else block.put(x + offset, y + at);
                        at += along(block) + besides;
                    }
                    offset += (depths[index] ?? 0) + between;
                });
            },
        };
    }

    function zoneBlock(frame: Frame): Block {
        const key = frame.zone?.key ?? '';
        if (frame.frames.length === 0) return leaf(key, frame.box?.width ?? 0, frame.box?.height ?? 0);
        const inside = stack(frame);
        const pad = paddingOf(frame, direction);
        const width = Math.max(frame.box?.width ?? 0, inside.width + pad.left + pad.right);
        const height = inside.height + pad.top + pad.bottom;
        const own = leaf(key, width, height);
        return {
            width,
            height,
            put: (x, y) => {
                own.put(x, y);
                inside.put(x + pad.left + (width - pad.left - pad.right - inside.width) / 2, y + pad.top);
            },
        };
    }

    function connect(frame: Frame, keys: ReadonlyMap<string, string>): void {
        const draw = (box: ConduitBox): void => {
            const card = rects.get(box.node.key);
            if (!card) {
                const [a, b] = box.node.ends.map(end =>
                    rects.get(end === frame.zone?.id ? ownId(frame.zone.key) : (keys.get(end) ?? '')),
                );
                const middle = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
                if (a && b) lines.set(lineId(box.node.key, 0), [edgePoint(a, middle(b)), edgePoint(b, middle(a))]);
                return;
            }
            legsOf(box.node).forEach((end, index) => {
                const own = end === frame.zone?.id;
                const rect = rects.get(own ? ownId(frame.zone?.key ?? '') : (keys.get(end) ?? ''));
                if (!rect) return;
                const side = box.sides[index] ?? 'before';
                const places = box.ports[side];
                const at =
                    index >= box.node.ends.length
                        ? (box.docks[index - box.node.ends.length] ?? 0)
                        : (places[
                              Math.min(
                                  places.length - 1,
                                  box.sides.slice(0, index).filter(each => each === side).length,
                              )
                          ] ?? 0);
                const port = down
                    ? { x: card.x + at, y: side === 'before' ? card.y : card.y + card.height }
                    : { x: side === 'before' ? card.x : card.x + card.width, y: card.y + at };
                lines.set(lineId(box.node.key, index), [edgePoint(rect, port), port]);
            });
        };
        frame.conduits.forEach(draw);
        for (const inner of frame.frames) connect(inner, keys);
    }

    const keys = new Map<string, string>();
    const collect = (frame: Frame): void => {
        if (frame.zone) keys.set(frame.zone.id, frame.zone.key);
        frame.frames.forEach(collect);
    };
    collect(root);
    stack(root).put(0, 0);
    connect(root, keys);
    return {
        rect: id => rects.get(id) ?? { x: 0, y: 0, width: 0, height: 0 },
        line: id => lines.get(id) ?? [],
    };
}
