import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten, widthOf } from '../measure/text.ts';
import { tag } from '../../text/xml.ts';
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

/**
 * The block in the lower right corner of a sheet. What nobody said is a stroke.
 * @param width in pixels of the frame, of one of {@link titleBlocks}
 */
export function titleBlockOf(sheet: SheetTitle, fields: TitleFields, x: number, y: number, width: number): string {
    const flat = width > (titleBlocks.corner.width + titleBlocks.flat.width) / 2;
    const rows = rowsOf(sheet, fields, flat);
    const whole = titleBlocks[flat ? 'flat' : 'corner'].height;
    const height = whole / rows.length;
    const parts: string[] = [tag('rect', { class: 'rule', x, y, width, height: whole })];
    rows.forEach((cells, row) => {
        const top = y + row * height;
        if (row > 0) parts.push(tag('path', { class: 'rule', d: `M${x} ${top}h${width}` }));
        let left = x;
        const widths = widthsOf(cells, width);
        cells.forEach(([label, value], index) => {
            const room = widths[index] ?? 0;
            if (index > 0) parts.push(tag('path', { class: 'rule', d: `M${left} ${top}v${height}` }));
            parts.push(
                text('bn', left + 6, top + 11.5, shorten(label, faces.bandNote, room - 10)),
                text('ls', left + 6, top + 25, shorten(value ?? '–', faces.frameStrong, room - 10)),
            );
            left += room;
        });
    });
    return tag('g', { class: 'titleblock' }, ...parts);
}
