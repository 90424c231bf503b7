import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten, widthOf, wrap } from '../measure/text.ts';
import { number, tag } from '../../text/xml.ts';
import type { Page } from '../sheet/paper.ts';
import type { TitleFields } from '../sheet/title-block.ts';

/** A line of the revision table of a cover. */
export interface RevisionLine {
    readonly revision: string;
    readonly date: string;
    readonly what: string;
    readonly drawn: string;
    readonly checked: string;
    readonly approved: string;
}

/** What is on a cover. */
export interface CoverFacts {
    readonly system: string;
    readonly owner: string | null;
    readonly description: string | null;
    readonly fields: TitleFields;
    readonly revisions: readonly RevisionLine[];
    readonly contents: readonly { readonly number: string; readonly title: string }[];
    /** What the reader of the set has to know. */
    readonly notes: readonly string[];
}

const heads = ['Revision', 'Date', 'What', 'Drawn', 'Checked', 'Approved'] as const;
const parts = [0.12, 0.11, 0.35, 0.14, 0.14, 0.14] as const;
const row = 18;
/** The line of a text in the revision table, the room beside it, and the lines that a text has at most. */
const cellLine = 13;
const pad = 5;
const mostLines = 8;
/** The sizes in which the name of the system may be set, as a part of that of a heading, and its line in pixels. */
const nameSizes = [1.8, 1.4, 1.1];
const nameLine = 42 / 1.8;

/** The widths of the columns: a day is never parted, and the others share the rest. */
function columnWidths(width: number): readonly number[] {
    const day = Math.max(width * parts[1], widthOf('2000-00-00', faces.frameStrong) + 2 * pad + 1);
    const rest = 1 - parts[1];
    return parts.map((part, index) => (index === 1 ? day : ((width - day) * part) / rest));
}

/** The revision table: newest first. Who drew, checked and approved is whole, in as many lines as it takes. */
function revisionTable(
    lines: readonly RevisionLine[],
    x: number,
    y: number,
    width: number,
): { readonly svg: string; readonly height: number } {
    const widths = columnWidths(width);
    const lefts = widths.map((_, index) => x + widths.slice(0, index).reduce((sum, each) => sum + each, 0));
    const rows = [
        heads,
        ...lines.map(line => [line.revision, line.date, line.what, line.drawn, line.checked, line.approved]),
    ].map(values =>
        values.map((value, index) => wrap(value, faces.frameStrong, (widths[index] ?? 0) - 2 * pad, mostLines)),
    );
    const drawn: string[] = [];
    let top = y;
    rows.forEach((cells, at) => {
        const height = row + (Math.max(1, ...cells.map(cell => cell.length)) - 1) * cellLine;
        if (at === 0) drawn.push(tag('rect', { class: 'band', x, y, width, height }));
        cells.forEach((cell, index) =>
            cell.forEach((words, line) =>
                drawn.push(text(at === 0 ? 'ls' : 'lt', (lefts[index] ?? x) + pad, top + 13 + line * cellLine, words)),
            ),
        );
        drawn.push(tag('path', { class: 'rule', d: `M${number(x)} ${number(top)}h${number(width)}` }));
        top += height;
    });
    drawn.push(tag('path', { class: 'rule', d: `M${number(x)} ${number(top)}h${number(width)}` }));
    for (const left of [...lefts, x + width])
        drawn.push(tag('path', { class: 'rule', d: `M${number(left)} ${number(y)}V${number(top)}` }));
    return { svg: tag('g', { class: 'revisions' }, ...drawn), height: top - y };
}

/** The cover: what it is a drawing set of, its revision table, and the list of its sheets. */
export function coverContent(facts: CoverFacts, page: Page): string {
    const { frame, rim, title } = page;
    const [left, top] = [(rim.x + 40) / frame, (rim.y + 90) / frame];
    const width = (rim.width - 80) / frame;
    const half = Math.min(640, width * 0.55);
    const drawn: string[] = [];
    const setAt = (size: number): string[] => wrap(facts.system, faces.heading, half / size, 6, 'with hyphens');
    // A long name is set smaller, and not cut.
    const scale = nameSizes.find(size => setAt(size).length <= 3) ?? nameSizes.at(-1)!;
    const name = setAt(scale);
    name.forEach((words, index) =>
        drawn.push(
            tag(
                'g',
                { transform: `translate(${number(left)} ${number(top + index * nameLine * scale)}) scale(${scale})` },
                text('heading', 0, 0, words),
            ),
        ),
    );
    let y = top + name.length * nameLine * scale;
    const line = (look: string, words: string, step = 16): void => {
        drawn.push(text(look, left, y, words));
        y += step;
    };
    line('zt', 'Zones and conduits: drawing set', 24);
    const said = [
        ['Classification', facts.fields.classification],
        ['Drawing number', facts.fields.number],
        ['Status', facts.fields.status],
        ['Owner', facts.owner],
    ] as const;
    for (const [label, value] of said)
        for (const words of wrap(`${label}: ${value ?? 'not stated'}`, faces.frame, half, 3)) line('lt', words);
    y += 6;
    for (const words of wrap(facts.description ?? '', faces.frame, half, 6)) line('lt', words);
    y += 18;
    const revisions = revisionTable(facts.revisions, left, y, half);
    drawn.push(revisions.svg);
    y += revisions.height + 26;
    for (const note of facts.notes) for (const words of wrap(note, faces.conduitMeta, half, 4)) line('lm', words, 14);

    const listLeft = left + half + 40;
    const room = left + width - listLeft;
    const bottom = title.y / frame - 24;
    const lines = Math.max(1, Math.floor((bottom - top) / 15));
    const columns = Math.max(1, Math.ceil(facts.contents.length / lines));
    const each = room / columns;
    drawn.push(text('zt', listLeft, top - 14, 'Sheets'));
    facts.contents.forEach((entry, index) => {
        const x = listLeft + Math.floor(index / lines) * each;
        const at = top + 8 + (index % lines) * 15;
        drawn.push(
            tag(
                'g',
                { 'data-sheet': entry.number },
                text('ls', x, at, entry.number),
                text('lt', x + 30, at, shorten(entry.title, faces.frame, each - 40)),
            ),
        );
    });
    return tag('g', { transform: `scale(${frame})` }, ...drawn);
}
