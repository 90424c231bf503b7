import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { number, tag } from '../../text/xml.ts';
import { pageOf, type Page, type PaperName } from '../sheet/paper.ts';

/** A column of a register: its head, and its part of the width of the page. */
export interface Column {
    readonly head: string;
    readonly part: number;
}

/** A row of a register: a text for each column; `id` is that of the element that it is about. */
export interface Row {
    readonly id: string;
    readonly cells: readonly string[];
}

const line = 13.5;
const pad = 5;

/** How much larger than usual a short register is set, the largest first. */
const sizes = [1.5, 1.25] as const;

interface Pages {
    readonly page: Page;
    readonly contents: readonly string[];
}

/**
 * A register on as many pages as it takes, and in print that is larger where it takes no more of them. Long texts are
 * wrapped, and none is cut.
 * @returns what is on each page, in points from its left upper corner; one page that says so where there is no row
 */
export function tablePages(paper: PaperName, columns: readonly Column[], rows: readonly Row[]): Pages {
    const usual = pagesIn(paper, columns, rows, 1);
    for (const size of sizes) {
        const larger = pagesIn(paper, columns, rows, size);
        if (larger.contents.length <= usual.contents.length && larger.broken <= usual.broken) return larger;
    }
    return usual;
}

/** The same in a size; `broken` counts the lines that levels and names take beyond their first. */
function pagesIn(
    paper: PaperName,
    columns: readonly Column[],
    rows: readonly Row[],
    size: number,
): Pages & { readonly broken: number } {
    const page = pageOf(paper, false, 'right');
    const { drawing, rim, title } = page;
    const frame = page.frame * size;
    let broken = 0;
    const [left, top] = [drawing.x / frame, drawing.y / frame];
    const width = (rim.width - 20) / frame;
    const height = title.y / frame - top - 10;
    const sum = columns.reduce((all, column) => all + column.part, 0);
    const widths = columns.map(column => (width * column.part) / sum);
    const lefts = widths.map((_, index) => left + widths.slice(0, index).reduce((all, each) => all + each, 0));

    const head = (): string =>
        tag('rect', { class: 'band', x: left, y: top, width, height: line + 2 * pad }) +
        columns.map((column, index) => text('ls', (lefts[index] ?? 0) + pad, top + pad + 10, column.head)).join('');
    const finished: string[] = [];
    let parts: string[] = [];
    let y = top + line + 2 * pad;
    const finish = (): void => {
        const frames = [...lefts, left + width].map(x =>
            tag('path', { class: 'rule', d: `M${number(x)} ${number(top)}V${number(y)}` }),
        );
        finished.push(tag('g', { class: 'register', transform: `scale(${frame})` }, head(), ...parts, ...frames));
        parts = [];
        y = top + line + 2 * pad;
    };
    const most = Math.max(1, Math.floor((height - line - 4 * pad) / line));
    for (const { id, cells } of rows) {
        const set = cells.map((cell, index) =>
            cell
                .split('\n')
                .flatMap(each =>
                    wrap(
                        each,
                        index === 0 ? faces.frameStrong : faces.conduitMeta,
                        (widths[index] ?? 0) - 2 * pad,
                        most,
                    ),
                ),
        );
        set.forEach((lines, index) => {
            const whole = index === 0 || /^(?:SL-|Gap|Sheet)/u.test(columns[index]?.head ?? '');
            if (whole) broken += lines.length - (cells[index] ?? '').split('\n').length;
        });
        // A row that is taller than a page goes on on the next one.
        for (let from = 0; from === 0 || set.some(lines => lines.length > from); from += most) {
            const shown = set.map(lines => lines.slice(from, from + most));
            const tall = Math.max(1, ...shown.map(lines => lines.length)) * line + 2 * pad - 3;
            if (y + tall > top + height && parts.length > 0) finish();
            const texts = shown.flatMap((lines, column) =>
                lines.map((words, row) => {
                    const look = column === 0 ? 'ls' : 'cf';
                    const cell = text(look, (lefts[column] ?? 0) + pad, y + pad + 8 + row * line, words);
                    const isSheet = columns[column]?.head.startsWith('Sheet') && /^\d+$/u.test(words);
                    return isSheet ? tag('g', { 'data-sheet': words }, cell) : cell;
                }),
            );
            y += tall;
            parts.push(
                tag(
                    'g',
                    { class: 'row', 'data-id': id },
                    ...texts,
                    tag('path', { class: 'rule', d: `M${number(left)} ${number(y)}h${number(width)}` }),
                ),
            );
        }
    }
    if (rows.length === 0) {
        parts.push(text('lm', left + pad, y + pad + 8, 'none'));
        y += line + 2 * pad;
    }
    finish();
    return { page, contents: finished, broken };
}
