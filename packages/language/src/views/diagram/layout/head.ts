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
    /** Left edges of the columns of levels: beside each other, or on both sides of a line. */
    readonly columns: readonly number[];
    /** There are so many lines that one runs under the words. */
    readonly crossed: boolean;
}

const clearance = 8;
/** Between a line and a column of levels, which has a border of its own. */
const columnClearance = 5;
/** Between a badge and what is beside it. */
const gap = 6;

/**
 * The first place for a length, not before `start` and not beyond `end`, that no line crosses; `null` when there is
 * none.
 */
function freeFrom(
    lines: readonly number[],
    start: number,
    length: number,
    end: number,
    apart = clearance,
): number | null {
    let at = start;
    for (const line of lines) {
        if (line < at - apart) continue;
        if (line > at + length + apart) break;
        at = line + apart;
    }
    return at + length <= end ? at : null;
}

/** The columns of levels beside each other. */
function columnsFrom(left: number, { header }: ZoneBox): number[] {
    const count = header.strip.length === 0 ? 0 : header.stripColumns;
    return Array.from({ length: count }, (_, column) => left + column * sizes.stripCell);
}

/** The columns of levels with gaps for the lines; `null` where they do not all have room. */
function columnsAround(lines: readonly number[], usual: HeadPlace): number[] | null {
    let at = usual.columns[0] ?? 0;
    const found: number[] = [];
    for (const _ of usual.columns) {
        const free = freeFrom(lines, at, sizes.stripCell, usual.right, columnClearance);
        if (free === null) return null;
        found.push(free);
        at = free + sizes.stripCell;
    }
    return found;
}

/** As there is place for everything: words at the left, chip and badge at the right. */
export function usualHead(box: ZoneBox, rect: Rect): HeadPlace {
    const { header } = box;
    const right = rect.x + rect.width - sizes.zonePadding;
    const left = rect.x + header.left;
    return {
        left,
        right,
        badge: right - header.chip.width - gap - sizes.badge,
        columns: columnsFrom(left, box),
        crossed: false,
    };
}

/** The words of a head in such a width, its chip and its badge where no line is; `null` where there is no place. */
function apart(
    { header }: ZoneBox,
    usual: HeadPlace,
    lines: readonly number[],
    hasBadge: boolean,
    wordsWidth: number,
): Omit<HeadPlace, 'columns'> | null {
    const mirrored = lines.map(x => -x).reverse();
    /** The place of a chip that is so wide, with the words to its left. */
    const both = (chip: number): { left: number; right: number } | null => {
        const right = freeFrom(mirrored, -usual.right, chip, -usual.left);
        if (right === null) return null;
        const left = freeFrom(lines, usual.left, wordsWidth, -right - chip);
        return left === null ? null : { left, right: -right };
    };
    const together = both(header.chip.width + (hasBadge ? sizes.badge + 2 * gap : 0));
    if (together) return { ...together, badge: together.right - header.chip.width - gap - sizes.badge, crossed: false };
    const parted = hasBadge ? both(header.chip.width) : null;
    const badge =
        parted &&
        freeFrom(
            mirrored,
            gap + header.chip.width - parted.right,
            sizes.badge,
            // Beside the title: the line below it may be longer.
            -parted.left - widest(header.titleLines, faces.zoneTitle) - gap,
        );
    return parted && badge !== null ? { ...parted, badge: -badge - sizes.badge, crossed: false } : null;
}

/** Chip and badge where no line is, as far as they have such a place beside words that a line crosses. */
function besideCrossed(
    { header }: ZoneBox,
    usual: HeadPlace,
    lines: readonly number[],
    hasBadge: boolean,
): Pick<HeadPlace, 'right' | 'badge'> {
    const mirrored = lines.map(x => -x).reverse();
    const end = -usual.left - widest(header.titleLines, faces.zoneTitle) - gap;
    const chip = freeFrom(mirrored, -usual.right, header.chip.width, end);
    for (const right of chip === null ? [-usual.right] : [chip, -usual.right]) {
        const start = right + header.chip.width + gap;
        const badge = hasBadge ? freeFrom(mirrored, start, sizes.badge, end) : start;
        if (badge !== null) return { right: -right, badge: -badge - sizes.badge };
    }
    return usual;
}

/**
 * The head of a zone that lines cross: its words, its chip and its badge stand where no line is. Its levels stand below
 * its words where both have room beside the lines, and else on both sides of these.
 * @param lines where they cross, from left to right
 */
export function headBeside(box: ZoneBox, rect: Rect, lines: readonly number[], hasBadge: boolean): HeadPlace {
    const usual = usualHead(box, rect);
    const { titleLines, metaLines, wordsWidth } = box.header;
    const whole = apart(box, usual, lines, hasBadge, wordsWidth);
    if (whole) return { ...whole, columns: columnsFrom(whole.left, box) };
    const columns = columnsAround(lines, usual);
    const words = Math.ceil(Math.max(widest(titleLines, faces.zoneTitle), widest(metaLines, faces.zoneMeta)));
    const alone = columns && words < wordsWidth ? apart(box, usual, lines, hasBadge, words) : null;
    if (alone && columns) return { ...alone, columns };
    return {
        ...usual,
        ...besideCrossed(box, usual, lines, hasBadge),
        columns: columns ?? usual.columns,
        crossed: true,
    };
}
