import type { Direction } from '../../../model/index.ts';
import { ownId } from '../layout/elk-graph.ts';
import type { Point, Positioned, PositionedZone, Rect } from '../layout/positioned.ts';

/** Where everything stood in an earlier picture. */
export interface Memory {
    readonly direction: Direction;
    /** By the keys of zones, of the frames of their own assets, and of conduits. Absolute, in pixels. */
    readonly boxes: ReadonlyMap<string, Rect>;
    /** Lines of conduits by {@link lineKey}, from the zone to the card. */
    readonly lines: ReadonlyMap<string, readonly Point[]>;
    /** Keys of zones and conduits that a person has put where they are: these never move so that lines cross less. */
    readonly byHand?: ReadonlySet<string>;
}

/** What sets the line of a conduit to one of its zones apart from all others. */
export const lineKey = (conduitKey: string, zoneId: string): string => `${conduitKey} > ${zoneId}`;

/** Where a zone stood when it was drawn closed: opened again, it has its room. */
export const closedKey = (zoneKey: string): string => `closed ${zoneKey}`;

/** What a picture leaves to the next one. */
export function remember({ graph, zones, conduits, byHand }: Positioned): Memory {
    const boxes = new Map<string, Rect>();
    const lines = new Map<string, readonly Point[]>();
    const add = (zone: PositionedZone): void => {
        boxes.set(zone.node.folded ? closedKey(zone.node.key) : zone.node.key, zone.rect);
        if (zone.own)
            boxes.set(ownId(zone.node.key), {
                x: zone.own.x,
                y: zone.own.y,
                width: zone.own.width,
                height: zone.own.height,
            });
        zone.zones.forEach(add);
    };
    zones.forEach(add);
    for (const { node, rect, lines: legs } of conduits) {
        boxes.set(node.key, rect);
        for (const { end, points } of legs) lines.set(lineKey(node.key, end), points);
    }
    return { direction: graph.direction, boxes, lines, ...(byHand && byHand.size > 0 ? { byHand } : {}) };
}

export const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: x });
export const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });

/** The same picture with its two axes exchanged: what ran to the right runs down. */
export function turnedMemory({ direction, boxes, lines, ...memory }: Memory): Memory {
    return {
        ...memory,
        direction: direction === 'down' ? 'right' : 'down',
        boxes: new Map([...boxes].map(([key, rect]) => [key, turnedRect(rect)])),
        lines: new Map([...lines].map(([key, points]) => [key, points.map(turnedPoint)])),
    };
}
