import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
    sheetPictures,
    sheetsOf,
    type DrawnSheet,
    type IndexSheet,
    type LayoutEngine,
    type SheetRequest,
    type SheetSet,
} from '../src/views/diagram/index.ts';
import { indexContent } from '../src/views/diagram/sheet/index-sheet.ts';
import { matrixContent } from '../src/views/diagram/sheet/matrix.ts';
import { sizes } from '../src/views/diagram/measure/measures.ts';
import { pageOf } from '../src/views/diagram/sheet/paper.ts';
import { drawing } from './support/drawing.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { faultsOf } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { cutOn, meanInk } from './support/sheets.ts';

/** A chain of six levels, a hub whose conduits share one firewall, and a zone that is too deep for one sheet. */
const hub = [
    'system Hub "One firewall" {}',
    'zone Core "Core" { kind operations purdue 3 SL-T 2\nasset Srv : server\n}',
    'conduit C0 "Link 0" between Core and Seg0 {\n  via Fw\n  asset Fw : firewall\n  flow Core.Srv -> Seg0.Plc : opc-ua\n}',
    ...Array.from({ length: 12 }, (_, n) => [
        `zone Seg${n} "Segment ${n}" { kind control purdue 2 SL-T 2\nasset Plc : plc\n}`,
        n === 0
            ? ''
            : `conduit C${n} "Link ${n}" between Core and Seg${n} {\n  via C0.Fw\n  flow Core.Srv -> Seg${n}.Plc : opc-ua\n}`,
    ]).flat(),
].join('\n');

const drawnOf = ({ sheets }: SheetSet): DrawnSheet[] => sheets.filter(sheet => sheet.kind !== 'index');

describe('diagram: sheets', function () {
    const { engine, sheets: drawn } = drawing();
    const sheets = (text: string, request: Partial<SheetRequest> = {}): Promise<SheetSet> =>
        drawn(text, { paper: 'a3', ...request });

    it('an upright sheet is taken where its print is clearly larger, and a slide never is upright', async () => {
        const upright = async (text: string, paper: 'a3' | '16:9'): Promise<boolean> => {
            const [sheet] = drawnOf(await sheets(text, { paper }));
            return sheet?.drawing.manner.portrait ?? false;
        };
        const tall = plant(1, { zones: 5, conduits: 7, nested: false });
        deepEqual([await upright(tall, 'a3'), await upright(tall, '16:9')], [true, false]);
        deepEqual([await upright(exampleText('as-found'), 'a3')], [false]);
    });

    it('the tip of a connector lies on no line', async () => {
        const near: string[] = [];
        for (const sheet of drawnOf(await sheets(exampleText('ship'), { paper: '16:9' }))) {
            const { conduits, graph } = sheet.drawing.positioned;
            const pieces = conduits.flatMap(({ node, lines }) =>
                lines.flatMap(({ points }) =>
                    points.slice(1).map((to, at) => ({ id: node.id, from: points[at] ?? to, to })),
                ),
            );
            for (const { node, box, rect } of conduits) {
                if (node.ends.length > 1) continue;
                const late = box.sides[0] === 'before';
                const at = box.ports[late ? 'after' : 'before'][0] ?? 0;
                const [x, y] =
                    graph.direction === 'down'
                        ? [rect.x + at, late ? rect.y + rect.height + sizes.tip : rect.y - sizes.tip]
                        : [late ? rect.x + rect.width + sizes.tip : rect.x - sizes.tip, rect.y + at];
                for (const { id, from, to } of pieces)
                    if (
                        x > Math.min(from.x, to.x) - 4 &&
                        x < Math.max(from.x, to.x) + 4 &&
                        y > Math.min(from.y, to.y) - 4 &&
                        y < Math.max(from.y, to.y) + 4
                    )
                        near.push(`sheet ${sheet.number}: the tip of ${node.id} on ${id}`);
            }
        }
        deepEqual(near, []);
    });

    /** How much of its sheets an example covers at least. */
    const shares = { 'broken-plant': 0.35, grfics: 0.37, ship: 0.38, substations: 0.45 };
    const models: readonly (readonly [name: string, text: string, share: number | null])[] = [
        ...Object.entries(shares).map(([folder, share]) => [`examples/${folder}`, exampleText(folder), share] as const),
        ['a hub', hub, null],
        ['nested zones', plant(3, { zones: 12, conduits: 15, nested: true }), null],
    ];

    for (const [name, text, share] of models) {
        describe(name, () => {
            let set: SheetSet;
            before(async () => void (set = await sheets(text)));

            it('every text of every sheet is 6 points or larger, inside its area', () => {
                deepEqual(set.problems, []);
                for (const sheet of drawnOf(set)) {
                    ok(sheet.drawing.print >= 6, `sheet ${sheet.number}: ${sheet.drawing.print} pt`);
                    deepEqual([sheet.number, cutOn(sheet)], [sheet.number, []]);
                }
            });

            if (share !== null)
                it('its boxes cover a good part of the sheets', () => {
                    const mean = meanInk(set);
                    ok(mean >= share, `${mean.toFixed(3)} of the room for the drawing`);
                });

            it('no sheet has a fault of places', () => {
                for (const { drawing: fitted, number } of drawnOf(set))
                    deepEqual([number, faultsOf(fitted.positioned)], [number, []]);
            });

            it('every zone and every conduit is on a sheet, and each connector names the sheet of its zone', () => {
                const { model } = load(text);
                const full = drawnOf(set).filter(sheet => sheet.kind !== 'overview');
                const zones = full.flatMap(sheet => sheet.zones);
                equal(new Set(zones).size, zones.length);
                // A mere frame is drawn around what it holds, and needs no sheet of its own.
                const frame = (id: string): boolean =>
                    model.zones.some(inner => inner.id.startsWith(`${id}.`)) &&
                    !model.assets.some(asset => asset.container === id) &&
                    !model.conduits.some(({ between }) => between.some(end => end.id === id));
                deepEqual(
                    model.zones.filter(({ id }) => !zones.includes(id) && !frame(id)),
                    [],
                );
                const sheetOf = new Map(full.flatMap(sheet => sheet.zones.map(zone => [zone, sheet.number])));
                const conduits = new Set(
                    full.flatMap(sheet =>
                        sheet.drawing.positioned.graph.conduits.flatMap(node =>
                            node.sharing.length > 0 ? node.sharing.map(({ id }) => id) : [node.id],
                        ),
                    ),
                );
                const joins = model.conduits.filter(({ between }) => new Set(between.map(end => end.id)).size > 1);
                deepEqual(
                    joins.map(({ id }) => id).filter(id => !conduits.has(id)),
                    [],
                );
                for (const sheet of full)
                    for (const { away } of sheet.drawing.positioned.graph.conduits)
                        for (const { id, sheet: other } of away) equal(other, sheetOf.get(id));
            });

            it('its pages have a frame, a title block and their number', () => {
                const pictures = sheetPictures(set, { fields: noFieldsButNumber });
                pictures.forEach(({ svg, number }, index) => {
                    equal(number, String(index + 1));
                    match(svg, /class="titleblock"/u);
                    match(svg, />D-100</u);
                    ok(svg.includes(`>${number} of ${pictures.length}<`));
                    match(svg, /@page\{size:(?:420mm 297mm|297mm 420mm);margin:0\}/u);
                });
            });
        });
    }

    const noFieldsButNumber = {
        number: 'D-100',
        drawn: null,
        checked: null,
        approved: null,
        classification: null,
        status: null,
        date: null,
        revision: null,
        commit: null,
    };

    it('24 flat zones: few crossings on all sheets together', async () => {
        const set = await sheets(plant(5, { zones: 24, conduits: 30, nested: false }));
        const crossings = drawnOf(set).reduce((sum, sheet) => sum + sheet.drawing.crossings, 0);
        ok(set.sheets.length > 3 && crossings <= 10, `${crossings} crossings on ${set.sheets.length} sheets`);
    });

    it('lay out no graph twice, however many ways to draw are tried', async () => {
        const asked: string[] = [];
        const counting: LayoutEngine = {
            layout: (graph, deadline) => {
                asked.push(JSON.stringify(graph));
                return engine.layout(graph, deadline);
            },
            close: () => Promise.resolve(),
        };
        const set = await sheetsOf(load(exampleText('grfics')), {}, counting, { paper: 'a4' });
        ok(set.sheets.length > 1 && asked.length > 10);
        equal(new Set(asked).size, asked.length);
    });

    it('are the same bytes again', async () => {
        const text = exampleText('grfics');
        const again = await sheetsOf(load(text), {}, engine, { paper: 'a3' });
        deepEqual(sheetPictures(again), sheetPictures(await sheets(text)));
    });

    it('a shared device is drawn once, with one line to each zone, and says what each conduit joins', async () => {
        const set = await sheets(hub, { conduits: 'tags', least: 3 });
        const [sheet] = drawnOf(set);
        const nodes = sheet?.drawing.positioned.conduits ?? [];
        equal(set.sheets.length, 1);
        deepEqual(
            nodes.map(({ node }) => node.id),
            ['C0.Fw'],
        );
        equal(nodes[0]?.lines.length, 13);
        const words = (nodes[0]?.box.lines ?? []).map(line => line.text);
        ok(words.includes('C0: Core – Seg0') && words.includes('C11: Core – Seg11'), words.join('\n'));
    });

    it('a page for the rest of the registers lists what found no room, once, and the sheet names its number', async () => {
        const many = [
            'zone A "A" {\nasset Srv : server\n}\nzone B "B" {\nasset Plc : plc\n}',
            ...Array.from(
                { length: 20 },
                (_, n) => `conduit C${n} "Link" between A and B {\nflow A.Srv -> B.Plc : opc-ua\n}`,
            ),
        ].join('\n');
        const set = await sheets(many, { conduits: 'tags', least: 3, paper: 'a4' });
        const pictures = sheetPictures(set);
        const rest = pictures.filter(({ kind }) => kind === 'register');
        ok(rest.length > 0 && rest.length < pictures.length);
        const listed = pictures.flatMap(({ svg }) =>
            [...svg.matchAll(/<g class="entry" data-id="([^"]*)"/gu)].map(([, id = '']) => id),
        );
        deepEqual(
            listed.sort(),
            drawnOf(set)
                .flatMap(({ facts }) => facts.conduits.map(({ id }) => id))
                .sort(),
        );
        const named = rest.length === 1 ? `is on sheet ${rest[0]?.number}<` : `is on sheets ${rest[0]?.number} to `;
        ok(pictures.some(({ kind, svg }) => kind !== 'register' && svg.includes(named)));
        for (const { svg, kind } of pictures)
            equal(svg.includes('is on sheet'), kind !== 'register' && svg.includes('what finds no room'));
    });

    it('asks for what was asked: cards, a direction, a smaller paper', async () => {
        const text = exampleText('swat');
        for (const request of [
            { conduits: 'cards' },
            { conduits: 'tags' },
            { paper: 'a4' },
            { paper: '16:9' },
        ] as const)
            for (const { drawing: fitted } of drawnOf(await sheets(text, request))) {
                if ('conduits' in request) equal(fitted.manner.conduits, request.conduits);
                ok(fitted.print >= 6);
            }
        const right = await sheetsOf(load(text), { direction: 'right' }, engine, { paper: 'a3' });
        for (const { drawing: fitted } of drawnOf(right)) equal(fitted.manner.direction, 'right');
    });

    it('an index keeps clear of the title block, and its words are 6 points or more', () => {
        for (const paper of ['a3', 'a4'] as const)
            for (const count of [3, 12, 24, 30, 48]) {
                const page = pageOf(paper, false, 'right');
                const row = (index: number): IndexSheet['rows'][number] => ({
                    number: String(index + 2),
                    title: `Zones ${index}`,
                    zones: ['A', 'B'],
                });
                const rows = Array.from({ length: count }, (_, index) => row(index));
                const joined = rows.map(() => rows.map(() => 3));
                const svg = indexContent(
                    { kind: 'index', number: '1', title: 'Index', rows, joined, bare: [], crossed: [] },
                    page,
                );
                const places = [...svg.matchAll(/(?:<text class="\w+" x="|translate\()([\d.]+)(?:" y="| )([\d.]+)/gu)];
                ok(places.length > count);
                for (const [, x = '', y = ''] of places) {
                    const at = { x: Number(x) * page.frame, y: Number(y) * page.frame };
                    const free = at.x < page.title.x || at.y < page.title.y;
                    ok(Number(x) === 0 || free, `${paper}, ${count} rows: text at ${at.x} ${at.y}`);
                    ok(at.y < page.rim.y + page.rim.height, `${paper}, ${count} rows: below the rim`);
                }
                const least = Math.min(
                    1,
                    ...[...svg.matchAll(/ scale\(([\d.]+)\)"/gu)].map(([, each]) => Number(each)),
                );
                if (paper === 'a3') ok(least * 10 * page.frame >= 6, `${count} rows: ${least * 10 * page.frame} pt`);
            }
    });

    it('an index names the conduits between each two zones, over the whole sheet, where there is room', async () => {
        const text = exampleText('broken-plant');
        const set = await sheets(text);
        const [index] = set.sheets;
        ok(index?.kind === 'index');
        const [picture] = sheetPictures(set);
        // A long name is set in two lines.
        const printed = [...(picture?.svg ?? '').matchAll(/>([^<>]+)<\/text>/gu)].map(([, words]) => words).join('');
        const named = new Set(index.crossed.flatMap(zone => zone.joined.flat()));
        const { model } = load(text);
        for (const { name, between } of model.conduits) {
            if (new Set(between.map(end => end.id)).size < 2) continue;
            ok(named.has(name), name);
            ok(printed.includes(name), `${name} is not on the sheet`);
        }
        const bare = index.crossed.flatMap(zone =>
            index.crossed.filter((_, column) => zone.bare[column]).map(other => `${zone.name} ${other.name}`),
        );
        deepEqual(bare.filter(pair => pair.split(' ')[0]! < pair.split(' ')[1]!).sort(), [
            'Cabinet Mixing',
            'Cabinet Office',
            'Energy Storage',
            'Filling Mixing',
            'Mixing Office',
        ]);
        equal([...(picture?.svg ?? '').matchAll(/<rect class="wire stray"/gu)].length, bare.length);
        index.crossed.forEach((zone, row) => {
            zone.joined.forEach((names, column) => deepEqual(names, index.crossed[column]?.joined[row]));
        });
        const { drawing: area, frame, title } = pageOf('a3', false, 'right');
        const most = (pattern: RegExp): number =>
            Math.max(...[...(picture?.svg ?? '').matchAll(pattern)].map(([, end]) => Number(end) * frame));
        const [right, bottom] = [
            most(/class="rule" d="M[\d.]+ [\d.]+H([\d.]+)"/gu),
            most(/d="M[\d.]+ [\d.]+V([\d.]+)"/gu),
        ];
        ok(right > (area.x + area.width) * 0.9 && bottom > title.y * 0.9, `${right} × ${bottom}`);
        ok(right < title.x || bottom < title.y, 'over the title block');
    });

    it('an index of a set with a sheet for each zone has one row for each, and clouds around what has changed', async () => {
        const set = await sheets(exampleText('broken-plant'), { areas: true });
        const [index] = set.sheets;
        ok(index?.kind === 'index');
        const ids = index.crossed.map(({ id }) => id);
        ok(ids.includes('Mixing.Filling'));
        deepEqual(ids, [...new Set(ids)]);
        // The heads of its columns are read from below, and have their whole words too.
        equal(/>[^<]*…<\/text>/u.exec(matrixContent(index.crossed, pageOf('a3', false, 'right')) ?? '…</text>'), null);
        const nested = drawnOf(set).find(({ zones }) => zones[0] === 'Mixing.Filling');
        const head = nested?.drawing.positioned.zones[0]?.box.header;
        deepEqual([head?.titleLines, head?.stripColumns], [['Mixing hall'], 7]);
        const said = (changed: ReadonlySet<string>): string[] =>
            sheetPictures(set, { changed }).map(({ number, svg }) => {
                const clouds = [...svg.matchAll(/class="cloud"/gu)].length;
                equal(clouds > 0, svg.includes('Clouds surround what has changed.'), `sheet ${number}`);
                return `${number}: ${clouds}`;
            });
        ok(said(new Set()).every(line => line.endsWith(': 0')));
        // The zone and its conduit to the diagonal's other side: on the index, on their own sheets, nowhere else.
        const changed = said(new Set(['Internet', 'CloudLink'])).filter(line => !line.endsWith(': 0'));
        deepEqual([changed.length, changed[0]], [3, '1: 3']);
    });

    it('an index has for the names of its conduits what the names of its zones leave', async () => {
        const [index] = (await sheets(exampleText('broken-plant'), { paper: '16:9' })).sheets;
        ok(index?.kind === 'index');
        const svg = matrixContent(index.crossed, pageOf('16:9', false, 'right')) ?? '';
        for (const name of ['EnergyDmz', 'PackingLink', 'TankLogOn']) ok(svg.includes(`>${name}<`), name);
    });

    it('an index of too many zones lists the sheets alone', () => {
        const zones = Array.from({ length: 80 }, (_, index) => ({
            name: `Z${index}`,
            title: `Zone ${index}`,
            sheet: String(2 + Math.floor(index / 9)),
            id: `Z${index}`,
            joined: [],
            conduits: [],
            bare: [],
        }));
        equal(matrixContent(zones, pageOf('a3', false, 'right')), null);
        match(matrixContent(zones.slice(0, 50), pageOf('a3', false, 'right')) ?? '', />Zone 49</u);
    });

    it('an index has whole names over its columns where the rows leave room for them', () => {
        const named = (count: number, words: string): string =>
            matrixContent(
                Array.from({ length: count }, (_, index) => ({
                    name: `Z${index}`,
                    title: `${words} ${index}`,
                    sheet: String(2 + Math.ceil(index / 4)),
                    id: `Z${index}`,
                    joined: [],
                    conduits: [],
                    bare: [],
                })),
                pageOf('a4', false, 'right'),
            ) ?? '…';
        const long = 'Abwasserreinigungsanlage Flaschenreinigung';
        ok(!named(20, long).includes('…'));
        // The rows of so many take all there is. A column that is too narrow for the word has the number of its sheet.
        const many = named(34, long);
        ok(many.includes('…'));
        ok(!/>She*…/u.test(many) && many.includes('>2</text>'));
    });

    it('an empty model is one sheet', async () => {
        const set = await sheets('system Empty "Empty" {}');
        deepEqual([set.sheets.length, set.problems, sheetPictures(set).length], [1, [], 1]);
    });
});
