import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten, widthOf, wrap } from '../measure/text.ts';
import { number, tag } from '../../text/xml.ts';
import { cellCloud } from './clouds.ts';
import type { Page } from './paper.ts';
import type { IndexZone } from './sheets.ts';

/** Widths and heights in pixels of the frame. */
const mostWords = 330;
const numbers = 34;
const heads = { level: 60, upright: 132, highest: 232 } as const;
/** By so much the head grows until names that are read from below are whole. */
const headStep = 20;
/** Rows that are this high are not made lower for it. */
const rowToKeep = 18;
/** Columns that are this wide have their names from left to right. */
const wideEnough = 92;
const least = 15;
const most = { row: 84, cell: 150 } as const;
/** A name of a conduit in a cell. */
const line = 12;

/** From one line of a name that is read from below to the next. */
const upright = 12.5;

interface Room {
    /** Width of the column with the names of the zones. */
    readonly words: number;
    readonly row: number;
    readonly cell: number;
    readonly head: number;
}

/** A name that is read from below, in as many lines as its column has room for. */
const uprightLines = (title: string, { cell, head }: Pick<Room, 'cell' | 'head'>): string[] =>
    wrap(title, faces.frame, head - 32, Math.max(1, Math.floor((cell - 4) / upright)));

/** The lowest head in which names that are read from below are whole, as far as the rows leave it room. */
function uprightHead(zones: readonly IndexZone[], cell: number, height: number): number {
    const letters = (words: string): string => words.replaceAll(' ', '');
    const isWhole = (head: number): boolean =>
        zones.every(({ title }) => letters(uprightLines(title, { cell, head }).join('')) === letters(title));
    for (let head: number = heads.upright; head <= heads.highest; head += headStep) {
        if ((height - head) / zones.length < rowToKeep) break;
        if (isWhole(head)) return head;
    }
    return heads.upright;
}

const nameWidth = ({ title, name }: IndexZone): number =>
    Math.max(widthOf(title, faces.frame), widthOf(name, faces.conduitMeta));

/** As large as a matrix can be: beside the title block, or above it. */
function roomFor(zones: readonly IndexZone[], { frame, drawing, title }: Page): Room | null {
    const count = zones.length;
    const words = Math.min(mostWords, numbers + 12 + Math.ceil(Math.max(...zones.map(nameWidth))));
    const [left, top] = [drawing.x / frame, drawing.y / frame];
    const fits = (right: number, bottom: number): Room => {
        const cell = Math.min(most.cell, (right - left - words) / count);
        const head = cell < wideEnough ? uprightHead(zones, cell, bottom - top) : heads.level;
        return { words, cell, head, row: Math.min(most.row, (bottom - top - head) / count) };
    };
    const rooms = [
        fits(title.x / frame - 12, (drawing.y + drawing.height) / frame),
        fits((title.x + title.width) / frame, title.y / frame - 8),
    ].filter(({ cell, row }) => cell >= least && row >= least);
    return rooms.sort((a, b) => b.cell * b.row - a.cell * a.row)[0] ?? null;
}

/** The names of conduits in a cell, in lines; how many there are where they find no room. */
function namesIn(joined: readonly string[], { cell, row }: Room): string[] {
    if (joined.length === 0) return [];
    const lines = wrap(joined.join(', '), faces.strip, cell - 8, Math.max(1, Math.floor((row - 4) / line)));
    const whole = lines.join('').replaceAll(' ', '') === joined.join(',').replaceAll(' ', '');
    return whole ? lines : [joined.length === 1 && cell > 40 ? (lines[0] ?? '') : String(joined.length)];
}

/** What is over the columns of a sheet: where that has no room, its number alone. */
function sheetWords(sheet: string, room: number): string {
    const words = `Sheet ${sheet}`;
    return widthOf(words, faces.frameStrong) <= room ? words : shorten(sheet, faces.frameStrong, room);
}

/** Around a cell of an index whose zones or sheets are connected in no conduit. */
export function bareFrame(x: number, y: number, width: number, height: number): string {
    return tag('rect', { class: 'wire stray', x: x + 2, y: y + 2, width: width - 4, height: height - 4 });
}

/**
 * All zones with the conduits that join each two of them, sheet by sheet. It has no crossings, however many conduits
 * there are.
 * @param changed ids of zones and conduits that clouds surround
 * @returns `null` where there are too many zones for the page
 */
export function matrixContent(
    zones: readonly IndexZone[],
    page: Page,
    changed: ReadonlySet<string> = new Set(),
): string | null {
    const room = zones.length < 2 ? null : roomFor(zones, page);
    if (!room) return null;
    const { words, cell, row, head } = room;
    const { frame, drawing } = page;
    const [left, top] = [drawing.x / frame, drawing.y / frame];
    const [across, down] = [left + words, top + head];
    const size = { width: cell * zones.length, height: row * zones.length };
    const starts = zones.flatMap(({ sheet }, index) => (sheet === zones[index - 1]?.sheet ? [] : [index]));
    const rule = (d: string): string => tag('path', { class: 'rule', d });
    const parts: string[] = [text('ls', left + 4, top + head - 8, 'Sheet')];

    starts.forEach((start, index) => {
        const count = (starts[index + 1] ?? zones.length) - start;
        const [x, y] = [across + start * cell, down + start * row];
        const sheet = zones[start]?.sheet ?? '';
        parts.push(
            tag('rect', { class: 'band', x, y, width: count * cell, height: count * row }),
            text('ls', left + 4, y + Math.min(row / 2 + 4, 20), sheet),
            text('ls', x + 4, top + 14, sheetWords(sheet, count * cell - 4)),
        );
    });
    zones.forEach((zone, index) => {
        const [x, y] = [across + index * cell, down + index * row];
        const two = row >= 34 && zone.name !== zone.title;
        const base = two ? y + row / 2 - 2 : y + row / 2 + 4;
        parts.push(
            text('lt', left + numbers, base, shorten(zone.title, faces.frame, words - numbers - 8)),
            two
                ? text('lm', left + numbers, base + 14, shorten(zone.name, faces.conduitMeta, words - numbers - 8))
                : '',
            cell < wideEnough
                ? tag(
                      'g',
                      { transform: `translate(${number(x + cell / 2 + 4)} ${number(down - 6)}) rotate(-90)` },
                      ...uprightLines(zone.title, room).map((words, at, all) =>
                          text('lt', 0, (at - (all.length - 1) / 2) * upright, words),
                      ),
                  )
                : wrap(zone.title, faces.frame, cell - 8, 2)
                      .map((words, at, all) => text('lt', x + 4, down - 8 - (all.length - 1 - at) * 13, words))
                      .join(''),
            rule(`M${number(x)} ${number(y)}l${number(cell)} ${number(row)}`),
        );
        zone.bare.forEach((bare, column) => {
            if (bare) parts.push(bareFrame(across + column * cell, y, cell, row));
        });
        if (changed.has(zone.id))
            parts.push(cellCloud({ x: left + numbers - 4, y, width: words - numbers + 4, height: row }));
        zone.conduits.forEach((conduits, column) => {
            if (conduits.some(id => changed.has(id)))
                parts.push(cellCloud({ x: across + column * cell, y, width: cell, height: row }));
        });
        zone.joined.forEach((joined, column) => {
            const lines = namesIn(joined, room);
            const middle = across + (column + 0.5) * cell;
            lines.forEach((words, at) => {
                parts.push(text('si', middle, y + row / 2 + 4 + (at - (lines.length - 1) / 2) * line, words));
            });
        });
    });
    for (let index = 0; index <= zones.length; index++) {
        const edge = index === zones.length || starts.includes(index);
        parts.push(
            rule(
                `M${number(edge ? left : left + numbers)} ${number(down + index * row)}H${number(across + size.width)}`,
            ),
            rule(`M${number(across + index * cell)} ${number(edge ? top : down)}V${number(down + size.height)}`),
        );
    }
    return tag('g', { transform: `scale(${frame})` }, ...parts);
}
