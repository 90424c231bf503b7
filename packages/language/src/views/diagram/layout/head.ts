import { faces, sizes } from '../measure/measures.ts';
import { widest } from '../measure/text.ts';
import type { ZoneBox } from '../measure/zone-box.ts';
import type { Rect } from './positioned.ts';

/** Where what is in the head of a zone has its place: clear of the lines that cross the head. */
export interface HeadPlace {
    /** Left edge of the words. */
    readonly left: number;
    /** Right edge of the chip. */
    readonly right: number;
    /** Left edge of the badge: beside the chip, or on the other side of a line. */
    readonly badge: number;
    /** There are so many lines that one runs under the words. */
    readonly crossed: boolean;
}

const clearance = 8;
/** Between a badge and what is beside it. */
const gap = 6;

/**
 * The first place for a length, not before `start` and not beyond `end`, that no line crosses; `null` when there is
 * none.
 */
function freeFrom(lines: readonly number[], start: number, length: number, end: number): number | null {
    let at = start;
    for (const line of lines) {
        if (line < at - clearance) continue;
        if (line > at + length + clearance) break;
        at = line + clearance;
    }
    return at + length <= end ? at : null;
}

/** As there is place for everything: words at the left, chip and badge at the right. */
export function usualHead({ header }: ZoneBox, rect: Rect): HeadPlace {
    const right = rect.x + rect.width - sizes.zonePadding;
    return {
        left: rect.x + header.left,
        right,
        badge: right - header.chip.width - gap - sizes.badge,
        crossed: false,
    };
}

/**
 * The head of a zone that lines cross: its words, its chip and its badge stand where no line is.
 * @param lines where they cross, from left to right
 */
export function headBeside(box: ZoneBox, rect: Rect, lines: readonly number[], hasBadge: boolean): HeadPlace {
    const usual = usualHead(box, rect);
    const { header } = box;
    const mirrored = lines.map(x => -x).reverse();
    /** The place of a chip that is so wide, with the words to its left. */
    const both = (chip: number): { left: number; right: number } | null => {
        const right = freeFrom(mirrored, -usual.right, chip, -usual.left);
        if (right === null) return null;
        const left = freeFrom(lines, usual.left, header.wordsWidth, -right - chip);
        return left === null ? null : { left, right: -right };
    };
    const together = both(header.chip.width + (hasBadge ? sizes.badge + 2 * gap : 0));
    if (together) return { ...together, badge: together.right - header.chip.width - gap - sizes.badge, crossed: false };
    const apart = hasBadge ? both(header.chip.width) : null;
    const badge =
        apart &&
        freeFrom(
            mirrored,
            gap + header.chip.width - apart.right,
            sizes.badge,
            // Beside the title: the line below it may be longer.
            -apart.left - widest(header.titleLines, faces.zoneTitle) - gap,
        );
    return apart && badge !== null
        ? { ...apart, badge: -badge - sizes.badge, crossed: false }
        : { ...usual, crossed: true };
}
