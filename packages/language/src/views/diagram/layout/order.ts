import { orderOf, type Arranged } from '../content/arranged.ts';
import type { Rect } from './positioned.ts';
import type { Frame } from './frame.ts';

const idOf = ({ zone }: Frame): string => zone?.id ?? '';

/** What of an arrangement concerns the zones directly in one frame. */
function within(frames: readonly Frame[], arranged: readonly Arranged[]): readonly Arranged[] {
    const here = new Set(frames.map(idOf));
    return arranged.filter(({ zones }) => zones.every(id => here.has(id)));
}

/**
 * Zones that stay in one row, as units in the order of the text; each zone that nothing is said of is a unit of its
 * own. Units of several zones are in the order that was asked for.
 */
export function unitsOf(group: readonly Frame[], arranged: readonly Arranged[]): Frame[][] {
    const units = group.map(frame => [frame]);
    for (const { word, zones } of within(group, arranged)) {
        if (word === 'left-to-right') continue;
        const [first, ...more] = units.filter(unit => unit.some(frame => zones.includes(idOf(frame))));
        if (!first) continue;
        for (const unit of more) {
            first.push(...unit);
            units.splice(units.indexOf(unit), 1);
        }
    }
    return units.map(unit => ordered(unit, arranged));
}

/** Zones in the order that was asked for, and else in that of the text. */
export function ordered(frames: readonly Frame[], arranged: readonly Arranged[]): Frame[] {
    const order = orderOf(frames.map(idOf), within(frames, arranged));
    return order.flatMap(id => frames.find(frame => idOf(frame) === id) ?? []);
}

/** Ids of the zones whose place in their row is said. */
export function placedBy(frames: readonly Frame[], arranged: readonly Arranged[]): ReadonlySet<string> {
    return new Set(within(frames, arranged).flatMap(({ zones }) => zones));
}

/**
 * True where boxes are as their author wants them. What has no box is not asked.
 * @param down levels run down, so a row runs to the right
 */
export function honours(
    arranged: readonly Arranged[],
    boxOf: (id: string) => Rect | undefined,
    down: boolean,
    others: readonly Rect[],
): boolean {
    const start = (rect: Rect): number => (down ? rect.x : rect.y);
    const across = (rect: Rect): readonly [number, number] =>
        down ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width];
    const inRow = (a: Rect, b: Rect): boolean => across(a)[0] < across(b)[1] && across(b)[0] < across(a)[1];
    return arranged.every(({ word, zones }) => {
        const boxes = zones.flatMap(id => boxOf(id) ?? []);
        return boxes.slice(1).every((box, index) => {
            const before = boxes[index]!;
            if (!inRow(before, box)) return word === 'left-to-right';
            if (start(box) < start(before)) return false;
            if (word !== 'beside') return true;
            return !others.some(
                other =>
                    other !== box &&
                    other !== before &&
                    inRow(other, box) &&
                    inRow(other, before) &&
                    start(other) > start(before) &&
                    start(other) < start(box),
            );
        });
    });
}
