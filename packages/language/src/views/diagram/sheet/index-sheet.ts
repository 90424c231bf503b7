import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten } from '../measure/text.ts';
import { number, tag } from '../../text/xml.ts';
import { bareFrame } from './matrix.ts';
import type { Page } from './paper.ts';
import type { IndexSheet } from './sheets.ts';

/** The largest height of a row, and of one that names its zones; pixels of the frame. */
const tallest = 22;
const tallestWithZones = 40;
/** With more rows than this, zones are not named: each sheet names its own. */
const mostWithZones = 24;
const narrow = 330;
const wide = 700;

/**
 * The list of the detail sheets with a matrix: how many conduits join each two of them. It has no crossings, however
 * many sheets there are.
 */
export function indexContent({ rows, joined, bare }: IndexSheet, page: Page): string {
    const { frame, drawing, title } = page;
    const head = 26;
    const high = (drawing.height / frame - head) / Math.max(1, rows.length);
    const named = rows.length <= mostWithZones && high >= tallestWithZones;
    const row = named ? tallestWithZones : Math.min(tallest, high);
    const words = named ? wide : narrow;
    const [left, top] = [drawing.x / frame, drawing.y / frame];
    // Beside the title block where the rows reach down to it.
    const beside = top + head + rows.length * row > title.y / frame - 8;
    const room = (beside ? title.x / frame - 12 : (title.x + title.width) / frame) - left;
    const cell = Math.min(tallest, (room - words) / Math.max(1, rows.length));
    const scale = Math.min(1, row / 13, cell / 13);
    const parts: string[] = [text('ls', left, top + 16, 'Sheet')];
    const label = (look: string, x: number, y: number, content: string): string =>
        scale === 1
            ? text(look, x, y, content)
            : tag(
                  'g',
                  { transform: `translate(${number(x)} ${number(y)}) scale(${number(scale)})` },
                  text(look, 0, 0, content),
              );
    rows.forEach((entry, index) => {
        const y = top + head + index * row;
        const base = named ? y + 15 : y + row / 2 + 4 * scale;
        const zones = entry.zones.length > 1 && !named ? `${entry.title} (${entry.zones.length} zones)` : entry.title;
        parts.push(
            tag('path', { class: 'rule', d: `M${number(left)} ${number(y)}h${number(words + cell * rows.length)}` }),
            label('ls', left + 4, base, entry.number),
            label('lt', left + 34, base, shorten(zones, faces.frame, (words - 44) / scale)),
            named
                ? text('lm', left + 34, base + 15, shorten(entry.zones.join(', '), faces.conduitMeta, words - 44))
                : '',
            label('sn', left + words + (index + 0.5) * cell, top + 16, entry.number),
        );
        joined[index]?.forEach((count, column) => {
            const x = left + words + column * cell;
            if (column === index) parts.push(tag('rect', { class: 'band', x, y, width: cell, height: row }));
            if (bare[index]?.[column]) parts.push(bareFrame(x, y, cell, row));
            if (count > 0) parts.push(label('sv', x + cell / 2, base, String(count)));
        });
    });
    const bottom = top + head + rows.length * row;
    for (let column = 0; column <= rows.length; column++)
        parts.push(
            tag('path', {
                class: 'rule',
                d: `M${number(left + words + column * cell)} ${number(top + head)}V${number(bottom)}`,
            }),
        );
    parts.push(
        tag('path', { class: 'rule', d: `M${number(left)} ${number(bottom)}h${number(words + cell * rows.length)}` }),
    );
    return tag('g', { transform: `scale(${frame})` }, ...parts);
}
