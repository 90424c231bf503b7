import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { shorten } from '../measure/text.ts';
import { tag } from '../../text/xml.ts';
import { titleBlockHeight } from './paper.ts';

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

/**
 * The block in the lower right corner of a sheet. What nobody said is a stroke.
 * @param width in pixels of the frame; its height is {@link titleBlockHeight}
 */
export function titleBlockOf(sheet: SheetTitle, fields: TitleFields, x: number, y: number, width: number): string {
    const rows: readonly (readonly (readonly [label: string, value: string | null, part: number])[])[] = [
        [['System', sheet.system, 1]],
        [
            ['Drawing', sheet.title, 0.72],
            ['Sheet', `${sheet.sheet} of ${sheet.of}`, 0.28],
        ],
        [
            ['Drawing number', fields.number, 0.46],
            ['Status', fields.status, 0.26],
            ['Classification', fields.classification, 0.28],
        ],
        [
            ['Drawn', fields.drawn, 1 / 3],
            ['Checked', fields.checked, 1 / 3],
            ['Approved', fields.approved, 1 / 3],
        ],
        [
            ['Owner', sheet.owner, 0.32],
            ['Date', fields.date, 0.22],
            ['Revision', fields.revision, 0.22],
            ['Commit', fields.commit, 0.24],
        ],
    ];
    const height = titleBlockHeight / rows.length;
    const parts: string[] = [tag('rect', { class: 'rule', x, y, width, height: titleBlockHeight })];
    rows.forEach((cells, row) => {
        const top = y + row * height;
        if (row > 0) parts.push(tag('path', { class: 'rule', d: `M${x} ${top}h${width}` }));
        let left = x;
        cells.forEach(([label, value, part], index) => {
            const room = width * part;
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
