import { headingOf } from '../content/notes.ts';
import type { DiagramContext, DiagramOptions } from '../content/options.ts';
import { toGraph } from '../content/to-graph.ts';
import type { PlacesFile } from '../keep/places-text.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { pageOf, type Page, type PaperName } from '../sheet/paper.ts';
import { sheetsOf } from '../sheet/set.ts';
import type { SheetSet } from '../sheet/sheets.ts';
import { cutOn, pageSvg, sheetPictures, type SheetPlace } from '../sheet/sheet-svg.ts';
import { cutTexts, type TitleFields } from '../sheet/title-block.ts';
import { coverContent } from './cover.ts';
import { revisionsOf, type EarlierRevision } from './revisions.ts';
import { changeColumns, conduitColumns, conduitRows, levelsNote, zoneColumns, zoneRows } from './registers.ts';
import { tablePages, type Column, type Row } from './tables.ts';

/** A page of a binder. */
export interface BinderPage {
    readonly number: string;
    readonly title: string;
    /** The part of the binder that it is in; `null` where it is one by itself. */
    readonly part: string | null;
    readonly svg: string;
    /** In points. */
    readonly width: number;
    readonly height: number;
}

/** What has changed since an earlier state of the model. */
export interface BinderChanges {
    /** The earlier state, as it was named. */
    readonly since: string;
    readonly rows: readonly Row[];
    /** Ids of zones, assets and conduits, which clouds surround. */
    readonly ids: ReadonlySet<string>;
}

/** What a drawing set is made with. `least` is the smallest print, in points. */
export interface BinderRequest {
    readonly paper: PaperName;
    readonly least?: number | undefined;
    readonly fields: TitleFields;
    readonly changes: BinderChanges | null;
    /** Revisions before this one, newest first; none where they are not known. */
    readonly earlier?: readonly EarlierRevision[];
    /** Places of an earlier picture of the whole, which the overview keeps where it can be read with them. */
    readonly places?: PlacesFile | null;
}

/** The drawing set of a model, page by page. */
export interface Binder {
    readonly pages: readonly BinderPage[];
    /** What falls short, one sentence each. */
    readonly problems: readonly string[];
    /** What is otherwise than somebody might expect, one sentence each. */
    readonly remarks: readonly string[];
}

/** The sheet on which a zone is drawn in full. */
function sheetsByZone({ sheets }: SheetSet): Map<string, string> {
    return new Map(
        sheets.flatMap(sheet =>
            sheet.kind === 'detail' || sheet.kind === 'whole'
                ? sheet.zones.map(zone => [zone, sheet.number] as const)
                : [],
        ),
    );
}

/**
 * The drawing set of a model: cover, overview, a sheet for each area and zone, registers of zones and conduits; with
 * changes, their list and clouds around them. Pure but for the engine: the same input gives the same pages.
 */
export async function binderOf(
    context: DiagramContext,
    options: DiagramOptions,
    engine: LayoutEngine,
    request: BinderRequest,
): Promise<Binder> {
    const { paper, least, fields, changes, places } = request;
    const set = await sheetsOf(context, options, engine, {
        paper,
        least,
        areas: true,
        first: 2,
        places: places ?? null,
    });
    const byZone = sheetsByZone(set);
    const sheetOf = (zone: string): string | null => byZone.get(zone) ?? null;
    const graph = toGraph(context, { ...options, detail: 'assets', conduits: 'cards', assetLimit: Infinity });
    const { system } = graph;
    // Its sheets have tags.
    const { notes } = toGraph(context, { ...options, detail: 'assets', conduits: 'tags', assetLimit: Infinity });

    const registers: { part: string; title: string; columns: readonly Column[]; rows: readonly Row[] }[] = [
        ...(changes === null
            ? []
            : [
                  {
                      part: 'Changes',
                      title: `Changes since ${changes.since}`,
                      columns: changeColumns,
                      rows: changes.rows,
                  },
              ]),
        { part: 'Registers', title: 'Zone register', columns: zoneColumns, rows: zoneRows(graph, sheetOf) },
        { part: 'Registers', title: 'Conduit register', columns: conduitColumns, rows: conduitRows(graph, sheetOf) },
    ];
    const tables = registers.map(register => ({ ...register, ...tablePages(paper, register.columns, register.rows) }));
    const of = 1 + set.sheets.length + tables.reduce((sum, { contents }) => sum + contents.length, 0);
    const place: SheetPlace = {
        fields,
        of,
        system: headingOf(graph),
        owner: system?.owner ?? null,
        changed: changes?.ids ?? new Set(),
    };

    const parts = {
        whole: 'Overview',
        overview: 'Overview',
        index: 'Overview',
        detail: 'Areas and zones',
        register: null,
    };
    const pictures = sheetPictures(set, { fields, changed: place.changed, of });
    const sheets = pictures.map(({ number, title, kind, page, svg }): BinderPage => ({
        number,
        title,
        part: parts[kind],
        svg,
        width: page.width,
        height: page.height,
    }));
    let next = 1 + set.sheets.length;
    const tablesDrawn = tables.flatMap(({ part, title, page, contents, rows }) =>
        contents.map((content, index): BinderPage => {
            const number = String(++next);
            const whole = contents.length === 1 ? title : `${title} (${index + 1} of ${contents.length})`;
            const note = part === 'Registers' ? levelsNote(rows) : null;
            const svg = pageSvg(page, { sheet: number, title: whole, note }, place, content);
            return { number, title: whole, part, svg, width: page.width, height: page.height };
        }),
    );
    const page: Page = pageOf(paper, false, 'right');
    const cover = coverContent(
        {
            system: place.system,
            owner: place.owner,
            description: context.model.system?.description ?? null,
            fields,
            revisions: revisionsOf(fields, changes, request.earlier ?? []),
            contents: [{ number: '1', title: 'Cover' }, ...sheets, ...tablesDrawn],
            notes: [
                ...notes,
                'Boundary devices are drawn once on each sheet, with a line to each zone that they serve.',
                ...(changes === null ? [] : ['Clouds surround what has changed.']),
            ],
        },
        page,
    );
    const cut = [
        ...pictures,
        { cut: cutOn(page, '1', 'Cover', place) },
        ...tablesDrawn.map(({ number, title }) => ({ cut: cutOn(page, number, title, place) })),
    ];
    return {
        pages: [
            {
                number: '1',
                title: 'Cover',
                part: null,
                svg: pageSvg(page, { sheet: '1', title: 'Cover', note: null }, place, cover),
                width: page.width,
                height: page.height,
            },
            ...sheets,
            ...tablesDrawn,
        ],
        problems: set.problems,
        remarks: [...set.remarks, ...cutTexts(cut)],
    };
}
