import type { Positioned, PositionedZone, Rect } from '../layout/positioned.ts';
import type { Area } from './paper.ts';

const areaOf = ({ width, height }: Pick<Rect, 'width' | 'height'>): number => width * height;

/** What of a zone is drawn: all of one that holds no zones, else its head, its own assets and what is in it. */
function boxesOf({ rect, box, own, zones }: PositionedZone): number {
    if (zones.length === 0) return areaOf(rect);
    const head = rect.width * box.header.height;
    return head + (own ? areaOf(own) : 0) + zones.reduce((sum, zone) => sum + boxesOf(zone), 0);
}

/**
 * How much of the room for a drawing is covered by its boxes: zones, and the cards or tags of conduits. The floor of a
 * zone between its nested zones does not count, nor do lines, bands, legend, register and title block.
 * @param room the area of the page that is for the drawing, in points
 * @param scale points for a pixel of the drawing
 * @returns a share, 0 to 1
 */
export function inkOf({ zones, conduits }: Positioned, room: Area, scale: number): number {
    const boxes =
        zones.reduce((sum, zone) => sum + boxesOf(zone), 0) + conduits.reduce((sum, { rect }) => sum + areaOf(rect), 0);
    return (boxes * scale ** 2) / areaOf(room);
}
