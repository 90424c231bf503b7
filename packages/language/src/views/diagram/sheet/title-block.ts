import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten, widthOf, wrap } from '../measure/text.ts';
import { number as written, tag } from '../../text/xml.ts';
import { titleBlocks } from './paper.ts';

/** What a title block says beside the title of its sheet, as given; `null` for what nobody said. */
export interface TitleFields {
    /** Of the drawing set; the sheet is counted beside it. */
    readonly number: string | null;
    /** A name, and a day where one is given. */
    readonly drawn: string | null;
    readonly checked: string | null;
    readonly approved: string | null;
    /** Who may see it. */
    readonly classification: string | null;
    /** As designed, or as found. */
    readonly status: string | null;
    readonly date: string | null;
    readonly revision: string | null;
    /** The commit that the model is of. */
    readonly commit: string | null;
}

/** A title block in which nothing is said. */
export const noFields: TitleFields = {
    number: null,
    drawn: null,
    checked: null,
    approved: null,
    classification: null,
    status: null,
    date: null,
    revision: null,
    commit: null,
};

/** Which sheet it is. */
export interface SheetTitle {
    readonly system: string;
    readonly owner: string | null;
    readonly title: string;
    readonly sheet: string;
    readonly of: number;
}

/** A cell of the block: what it says, and its part of the width. */
type Cell = readonly [label: string, value: string | null, part: number];

/** What is beside the words of a cell, in pixels. */
const cellSides = 11;

const neededFor = ([label, value]: Cell): number =>
    Math.max(widthOf(label, faces.bandNote), widthOf(value ?? '–', faces.frameStrong)) + cellSides;

/** The room that the title of a sheet has in the block in a corner, at the least. */
export const drawingRoom = titleBlocks.corner.width - neededFor(['Sheet', '100 of 100', 1]) - cellSides;

const fitsIn = (cells: readonly Cell[], width: number): boolean =>
    cells.reduce((sum, cell) => sum + neededFor(cell), 0) <= width;

function rowsOf(sheet: SheetTitle, fields: TitleFields, flat: boolean): readonly (readonly Cell[])[] {
    const [number, status, classification] = [fields.number, fields.status, fields.classification];
    const count = `${sheet.sheet} of ${sheet.of}`;
    if (flat)
        return [
            [
                ['System', sheet.system, 0.46],
                ['Drawing', sheet.title, 0.42],
                ['Sheet', count, 0.12],
            ],
            [
                ['Drawing number', number, 0.26],
                ['Owner', sheet.owner, 0.34],
                ['Status', status, 0.18],
                ['Classification', classification, 0.22],
            ],
            [
                ['Drawn', fields.drawn, 0.2],
                ['Checked', fields.checked, 0.2],
                ['Approved', fields.approved, 0.2],
                ['Date', fields.date, 0.13],
                ['Revision', fields.revision, 0.13],
                ['Commit', fields.commit, 0.14],
            ],
        ];
    const date: Cell = ['Date', fields.date, 0.22];
    const last: readonly Cell[] = [
        ['Owner', sheet.owner, 0.32],
        date,
        ['Revision', fields.revision, 0.22],
        ['Commit', fields.commit, 0.24],
    ];
    // A long owner has the room of the date, which is then beside the system, if there is room.
    const beside: readonly Cell[] = [['System', sheet.system, 0.78], date];
    const isMoved = !fitsIn(last, titleBlocks.corner.width) && fitsIn(beside, titleBlocks.corner.width);
    return [
        isMoved ? beside : [['System', sheet.system, 1]],
        [
            ['Drawing', sheet.title, 0.72],
            ['Sheet', count, 0.28],
        ],
        [
            ['Drawing number', number, 0.46],
            ['Status', status, 0.26],
            ['Classification', classification, 0.28],
        ],
        [
            ['Drawn', fields.drawn, 1 / 3],
            ['Checked', fields.checked, 1 / 3],
            ['Approved', fields.approved, 1 / 3],
        ],
        isMoved ? last.filter(cell => cell !== date) : last,
    ];
}

/** Widths of the cells of a row: the usual ones, and where words need more, what the others do not need. */
function widthsOf(cells: readonly Cell[], width: number): readonly number[] {
    const whole = cells.reduce((sum, [, , part]) => sum + part, 0);
    const usual = cells.map(([, , part]) => (width * part) / whole);
    const needed = cells.map(neededFor);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    const lack = sum(usual.map((room, cell) => Math.max(0, (needed[cell] ?? 0) - room)));
    const spare = sum(usual.map((room, cell) => Math.max(0, room - (needed[cell] ?? 0))));
    if (lack === 0) return usual;
    const moved = Math.min(lack, spare);
    return usual.map((room, cell) => {
        const more = (needed[cell] ?? 0) - room;
        return room + (more > 0 ? (more / lack) * moved : spare === 0 ? 0 : (more / spare) * moved);
    });
}

/** How much smaller than usual a long value is set, at the least: some 6 points on A4. */
const smallest = 0.86;
/** Where the label of a value in two lines is, where its lines are, and the one of a value in one line. */
const places = { label: 8.8, lines: [18.6, 28], alone: 25 } as const;

/** A value as it is set in its cell: in one line, in a smaller one, or in two of these. */
interface SetValue {
    readonly lines: readonly string[];
    readonly scale: number;
    /** True where not all of it has room. */
    readonly cut: boolean;
}

function setIn(value: string, room: number): SetValue {
    const width = widthOf(value, faces.frameStrong);
    if (width * smallest <= room) return { lines: [value], scale: Math.min(1, room / width), cut: false };
    const lines = wrap(value, faces.frameStrong, room / smallest, 2, 'with hyphens');
    return { lines, scale: smallest, cut: lines.at(-1)!.endsWith('…') && !value.endsWith('…') };
}

/** A cell where it is in the block, and what is written there. */
interface PlacedCell extends SetValue {
    readonly label: string;
    readonly left: number;
    readonly room: number;
}

function placed(cells: readonly Cell[], width: number): readonly PlacedCell[] {
    let left = 0;
    return widthsOf(cells, width).map((room, index): PlacedCell => {
        const [label, value] = cells[index]!;
        const cell = { label, left, room, ...setIn(value ?? '–', room - 10) };
        left += room;
        return cell;
    });
}

const isFlat = (width: number): boolean => width > (titleBlocks.corner.width + titleBlocks.flat.width) / 2;

/**
 * The labels of what has not enough room in the block of a sheet.
 * @param width in pixels of the frame, of one of {@link titleBlocks}
 */
export function cutIn(sheet: SheetTitle, fields: TitleFields, width: number): readonly string[] {
    return rowsOf(sheet, fields, isFlat(width)).flatMap(cells =>
        placed(cells, width).flatMap(({ label, cut }) => (cut ? [label] : [])),
    );
}

/** What has not enough room in the title blocks of some pages, in a sentence; none where all of it has. */
export function cutTexts(pages: readonly { readonly cut: readonly string[] }[]): readonly string[] {
    const labels = [...new Set(pages.flatMap(({ cut }) => cut))];
    return labels.length === 0 ? [] : [`The title block has no room for all of: ${labels.join(', ')}.`];
}

/**
 * The block in the lower right corner of a sheet. What nobody said is a stroke.
 * @param width in pixels of the frame, of one of {@link titleBlocks}
 */
export function titleBlockOf(sheet: SheetTitle, fields: TitleFields, x: number, y: number, width: number): string {
    const flat = isFlat(width);
    const rows = rowsOf(sheet, fields, flat);
    const whole = titleBlocks[flat ? 'flat' : 'corner'].height;
    const height = whole / rows.length;
    const parts: string[] = [tag('rect', { class: 'rule', x, y, width, height: whole })];
    rows.forEach((cells, row) => {
        const top = y + row * height;
        if (row > 0) parts.push(tag('path', { class: 'rule', d: `M${x} ${top}h${width}` }));
        placed(cells, width).forEach((cell, index) => {
            const { label, room, lines, scale } = cell;
            const left = x + cell.left;
            if (index > 0) parts.push(tag('path', { class: 'rule', d: `M${left} ${top}v${height}` }));
            const below = top + (lines.length > 1 ? places.label : 11.5);
            parts.push(text('bn', left + 6, below, shorten(label, faces.bandNote, room - 10)));
            lines.forEach((words, line) => {
                const at = top + (lines.length > 1 ? (places.lines[line] ?? 0) : places.alone);
                if (scale === 1) parts.push(text('ls', left + 6, at, words));
                else {
                    const transform = `translate(${written(left + 6)} ${written(at)}) scale(${written(scale)})`;
                    parts.push(tag('g', { transform }, text('ls', 0, 0, words)));
                }
            });
        });
    });
    return tag('g', { class: 'titleblock' }, ...parts);
}
