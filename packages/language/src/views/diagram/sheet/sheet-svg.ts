import { headingOf } from '../content/notes.ts';
import { defsSvg, drawingSvg } from '../draw/svg-drawing.ts';
import { showsOf } from '../draw/legend-cases.ts';
import { styledTones } from '../draw/svg-legend.ts';
import { text } from '../draw/svg-marks.ts';
import { styleSheet, type Shows } from '../draw/svg-style.ts';
import { colourNote } from '../draw/svg-title.ts';
import type { Theme } from '../draw/theme.ts';
import { description } from '../draw/to-svg.ts';
import { faces, sizes } from '../measure/measures.ts';
import { shorten, widthOf } from '../measure/text.ts';
import { escape, number, tag } from '../../text/xml.ts';
import { blocksBeside, columnWidth, intoColumns } from './beside.ts';
import { cloudsOf } from './clouds.ts';
import { extentOf, type Fitted } from './fit.ts';
import { indexContent } from './index-sheet.ts';
import { matrixContent } from './matrix.ts';
import { pageOf, type Page } from './paper.ts';
import { linesBlock, type Block } from './register.ts';
import type { DrawnSheet, IndexSheet, Sheet, SheetSet } from './sheets.ts';
import { cutIn, noFields, titleBlockOf, type TitleFields } from './title-block.ts';

/** A sheet among others. */
export interface SheetPlace {
    readonly fields: TitleFields;
    /** How many sheets there are. */
    readonly of: number;
    readonly system: string;
    readonly owner: string | null;
    /** Ids of what has changed since an earlier set, which clouds surround. */
    readonly changed: ReadonlySet<string>;
}

/** True where a register is beside the drawing of a sheet. */
const hasRegister = ({ drawing }: DrawnSheet): boolean => drawing.manner.conduits === 'tags';

/** How a drawing is moved into its area: points from the left upper corner, then pixels by the scale. */
export function shiftOf({ positioned, page, scale }: Fitted): { readonly x: number; readonly y: number } {
    const down = positioned.graph.direction === 'down';
    const gutter = positioned.bands.length > 0 ? sizes.sheetGutter[positioned.graph.direction] : 0;
    const { drawing } = page;
    const { wide, tall } = extentOf(positioned);
    return {
        x: drawing.x + Math.max(0, (drawing.width - wide * scale) / 2) + (down ? gutter : 13) * scale,
        y: drawing.y + Math.max(0, (drawing.height - tall * scale) / 2) + (down ? 13 : gutter) * scale,
    };
}

/** Blocks for which a sheet has no room, for columns of a width in pixels of the frame. */
type Left = (width: number) => readonly Block[];

function drawnContent(sheet: DrawnSheet, place: SheetPlace): { svg: string; left: Left | null; clouded: boolean } {
    const { drawing } = sheet;
    const { page, scale, positioned } = drawing;
    const shift = shiftOf(drawing);
    const clouds = cloudsOf(positioned, place.changed);
    const facts = hasRegister(sheet) ? sheet.facts : null;
    const blocks = (width: number): readonly Block[] => blocksBeside(positioned, width, facts);
    const columns = intoColumns(blocks(columnWidth(page)), page.columns, page.frame);
    const count = columns.left.length;
    const drawn = tag(
        'g',
        {
            class: 'drawing',
            transform:
                `translate(${number(shift.x)} ${number(shift.y)}) ` + `scale(${String(Math.round(scale * 1e5) / 1e5)})`,
        },
        drawingSvg(positioned, (page.drawing.x - shift.x) / scale, page.drawing.width / scale, 'upwards'),
        clouds,
    );
    const left = count === 0 ? null : (width: number) => blocks(width).slice(-count);
    return { svg: drawn + columns.svg, left, clouded: clouds !== '' };
}

/** What stands at the top of a sheet. Where it is too long, the name of the plant is cut and not that of the sheet. */
export function sheetHeading(system: string, title: string, room: number): string {
    const whole = `${system} · ${title}`;
    const rest = room - widthOf(` · ${title}`, faces.heading);
    if (widthOf(whole, faces.heading) <= room || rest < room / 4) return shorten(whole, faces.heading, room);
    return `${shorten(system, faces.heading, rest)} · ${title}`;
}

/**
 * One sheet of a set as an SVG that is as large as its paper and prints on it without a margin.
 * @param content what is on it besides frame, heading and title block; points
 */
export function pageSvg(
    page: Page,
    title: { readonly sheet: string; readonly title: string; readonly note: string | null },
    place: SheetPlace,
    content: string,
    theme: Theme = 'light',
    more: {
        readonly defs?: string;
        readonly tones?: Parameters<typeof styleSheet>[1];
        readonly words?: string;
        readonly shows?: Shows;
    } = {},
): string {
    const { rim, frame } = page;
    const [width, height] = page.css;
    const room = (rim.width - 20) / frame;
    const heading = sheetHeading(place.system, title.title, room);
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ` +
            `${number(page.width)} ${number(page.height)}" role="img" aria-labelledby="iacs-title iacs-desc">`,
        tag('title', { id: 'iacs-title' }, escape(`${place.system}: ${title.title}, sheet ${title.sheet}`)),
        tag('desc', { id: 'iacs-desc' }, escape(more.words ?? title.title)),
        tag(
            'style',
            {},
            styleSheet(theme, more.tones ?? [], `${width} ${height}`, { margin: '0', shows: more.shows ?? {} }),
        ),
        more.defs ?? '',
        tag('rect', { class: 'canvas', width: page.width, height: page.height }),
        tag('rect', { class: 'rim', ...rim }),
        tag(
            'g',
            { class: 'headline', transform: `translate(${number(rim.x + 10)} ${number(rim.y + 6)}) scale(${frame})` },
            text('heading', 0, 17, heading),
            title.note === null ? '' : text('lm', 0, 32, shorten(title.note, faces.conduitMeta, room)),
        ),
        content,
        tag(
            'g',
            { transform: `scale(${frame})` },
            titleBlockOf(
                { system: place.system, owner: place.owner, title: title.title, sheet: title.sheet, of: place.of },
                place.fields,
                page.title.x / frame,
                page.title.y / frame,
                page.title.width / frame,
            ),
        ),
        '</svg>\n',
    ].join('\n');
}

/** What the reader of a sheet sees below its title. */
const noteOf = ({ drawing }: DrawnSheet): string => `coloured ${colourNote(drawing.positioned.graph)}`;

function drawnSvg(
    sheet: DrawnSheet,
    place: SheetPlace,
    theme: Theme,
    rest: string,
): { svg: string; left: Left | null } {
    const { positioned, page } = sheet.drawing;
    const content = drawnContent(sheet, place);
    const more =
        (content.left ? ` · what finds no room beside the drawing is ${rest}` : '') +
        (content.clouded ? ' · Clouds surround what has changed.' : '');
    const svg = pageSvg(
        page,
        { sheet: sheet.number, title: sheet.title, note: noteOf(sheet) + more },
        place,
        content.svg,
        theme,
        {
            defs: defsSvg([positioned]),
            tones: styledTones(positioned.graph),
            words: description(positioned.graph, positioned.zones),
            shows: showsOf(positioned.graph),
        },
    );
    return { svg, left: content.left };
}

/** A finished page of a set. */
export interface SheetPicture {
    readonly number: string;
    readonly title: string;
    readonly kind: Sheet['kind'] | 'register';
    readonly page: Page;
    readonly svg: string;
    /** The sheet that it is made from; `null` for a page of a register. */
    readonly sheet: Sheet | null;
    /** The labels of what its title block has no room for. */
    readonly cut: readonly string[];
}

/** What the title block of a page has no room for. */
export const cutOn = (page: Page, sheet: string, title: string, { fields, ...place }: SheetPlace): readonly string[] =>
    cutIn({ ...place, sheet, title }, fields, page.title.width / page.frame);

/** Pages of a paper that hold blocks in columns. */
export function columnPages(
    set: SheetSet,
    blocks: (width: number) => readonly Block[],
): {
    readonly page: Page;
    readonly contents: readonly string[];
} {
    const page = pageOf(set.paper, false, 'right');
    const inner = { ...page.drawing, width: page.rim.width - 20 };
    const width = page.title.width;
    const count = Math.max(1, Math.floor((inner.width + 10) / (width + 10)));
    const columns = Array.from({ length: count }, (_, index) => ({
        x: inner.x + index * (width + 10),
        y: inner.y,
        width,
        height: index === count - 1 ? page.title.y - inner.y - 10 : inner.height,
    }));
    const contents: string[] = [];
    let left: readonly Block[] = blocks(width / page.frame);
    while (left.length > 0) {
        const done = intoColumns(left, columns, page.frame);
        // A block that is taller than a column is cut by the rim rather than lost.
        if (done.left.length === left.length) {
            const [first, ...others] = left;
            const alone = first ? intoColumns([{ ...first, height: 0 }], columns, page.frame).svg : '';
            contents.push(alone);
            left = others;
            continue;
        }
        contents.push(done.svg);
        left = done.left;
    }
    return { page, contents };
}

/** How the pages of a set are made. */
export interface PictureOptions {
    /** What the title blocks say. */
    readonly fields?: TitleFields;
    readonly theme?: Theme;
    /** Ids of what clouds surround. */
    readonly changed?: ReadonlySet<string>;
    /** How many sheets there are with those of a binder around them, whose registers list every conduit. */
    readonly of?: number | null;
}

/**
 * The pages of a set: its sheets, and where a register found no room beside its drawing, pages with the rest of it.
 */
export function sheetPictures(
    set: SheetSet,
    { fields = noFields, theme = 'light', changed = new Set(), of: all = null }: PictureOptions = {},
): SheetPicture[] {
    const [first] = set.sheets.filter(sheet => sheet.kind !== 'index');
    const graph = first?.drawing.positioned.graph ?? null;
    const system = graph ? headingOf(graph) : 'Zones and conduits';
    const placeOf = (of: number): SheetPlace => ({ fields, of, system, owner: graph?.system?.owner ?? null, changed });
    const drawn = (of: number, rest: string): { pictures: SheetPicture[]; left: (readonly [DrawnSheet, Left])[] } => {
        const left: (readonly [DrawnSheet, Left])[] = [];
        const pictures = set.sheets.map((sheet): SheetPicture => {
            const [place, { number, title, kind }] = [placeOf(of), sheet];
            const base = { number, title, kind, sheet };
            if (sheet.kind === 'index') {
                const index = indexSvg(sheet, set, place, theme);
                return { ...base, ...index, cut: cutOn(index.page, number, title, place) };
            }
            const { svg, left: blocks } = drawnSvg(sheet, place, theme, rest);
            if (blocks) left.push([sheet, blocks]);
            const { page } = sheet.drawing;
            return { ...base, page, svg, cut: cutOn(page, number, title, place) };
        });
        return { pictures, left };
    };
    const once = drawn(all ?? set.sheets.length, 'in the register');
    if (once.left.length === 0 || all !== null) return once.pictures;
    const { page, contents } = columnPages(set, width =>
        once.left.flatMap(([{ number, title }, left]) => [
            linesBlock([['ls', `Sheet ${number}: ${title}`]], 6),
            ...left(width),
        ]),
    );
    const of = set.sheets.length + contents.length;
    const next = set.sheets.length + 1;
    const rest = contents.length > 1 ? `on sheets ${next} to ${of}` : `on sheet ${next}`;
    const title = 'Conduits, continued';
    return [
        ...drawn(of, rest).pictures,
        ...contents.map((content, index): SheetPicture => {
            const sheet = String(set.sheets.length + index + 1);
            const note = 'for which there is no room beside the drawings';
            const svg = pageSvg(page, { sheet, title, note }, placeOf(of), content, theme);
            const cut = cutOn(page, sheet, title, placeOf(of));
            return { number: sheet, title, kind: 'register', page, svg, sheet: null, cut };
        }),
    ];
}

function indexSvg(sheet: IndexSheet, set: SheetSet, place: SheetPlace, theme: Theme): { page: Page; svg: string } {
    const page = pageOf(set.paper, false, 'right');
    const matrix = matrixContent(sheet.crossed, page, place.changed);
    const isBare = sheet.bare.some(row => row.includes(true));
    const note =
        (matrix === null
            ? 'Conduits between the sheets; in the diagonal those within one.'
            : 'Conduits that join each two zones; those within one sheet are on a ground of their own.') +
        (isBare ? ' A dotted red frame: connected in no conduit.' : '') +
        (matrix?.includes('class="cloud"') ? ' Clouds surround what has changed.' : '');
    const svg = pageSvg(
        page,
        { sheet: sheet.number, title: sheet.title, note },
        place,
        matrix ?? indexContent(sheet, page),
        theme,
        { words: sheet.rows.map(row => `Sheet ${row.number}: ${row.title} (${row.zones.join(', ')}).`).join(' ') },
    );
    return { page, svg };
}
