import { deepEqual, equal, ok } from 'node:assert/strict';
import { layout, toGraph, type Positioned, type SheetSet } from '../src/views/diagram/index.ts';
import { crossingCount } from '../src/views/diagram/draw/hops.ts';
import { cutsOf, folded, leastFolded, type Cut } from '../src/views/diagram/layout/fold.ts';
import { inkOf } from '../src/views/diagram/sheet/ink.ts';
import { drawing } from './support/drawing.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf, overlaps } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { meanInk } from './support/sheets.ts';

const idsOf = ({ zones, conduits }: Positioned): string[] => [
    ...allZones(zones).map(({ node }) => node.id),
    ...conduits.map(({ node }) => node.id),
];

describe('diagram: long chains on a sheet', function () {
    const { engine, sheets: sheetsIn } = drawing();
    const onA3 = (text: string): Promise<SheetSet> => sheetsIn(text, { paper: 'a3' });

    const models: readonly (readonly [string, string])[] = [
        ...['life-cycle', 'truck-loading', 'refinery', 'ship'].map(name => [name, exampleText(name)] as const),
        ...[1, 4, 6].map(
            seed =>
                [
                    `plant ${seed}`,
                    plant(seed, { zones: 7, conduits: 7, nested: seed === 4, bare: seed === 6 }),
                ] as const,
        ),
    ];
    for (const [name, text] of models)
        for (const direction of ['down', 'right'] as const)
            it(`${name}, ${direction}: a fold keeps all, adds no crossing and no fault`, async () => {
                const whole = await layout(toGraph(load(text), { direction }), engine);
                const faults = faultsOf(whole).length;
                const cuts = cutsOf(whole);
                const folds: (readonly Cut[])[] = cuts.flatMap((cut, index) => [
                    [cut],
                    ...cuts.slice(index + 1).map(next => [cut, next]),
                ]);
                for (const fold of folds) {
                    const picture = folded(whole, fold);
                    const at = fold.map(cut => cut.at).join(', ');
                    equal(picture.strips, fold.length + 1);
                    const least = leastFolded(whole, fold);
                    ok(least.width <= picture.width + 0.001, `cut at ${at}: ${least.width} of ${picture.width} px`);
                    ok(least.height <= picture.height + 0.001, `cut at ${at}: ${least.height} of ${picture.height} px`);
                    deepEqual(idsOf(picture), idsOf(whole));
                    ok(crossingCount(picture) <= crossingCount(whole), `cut at ${at}: more crossings`);
                    deepEqual(faultsOf(picture).slice(faults), [], `cut at ${at}`);
                    picture.bands.forEach((band, index) => {
                        for (const other of picture.bands.slice(index + 1))
                            ok(!overlaps(band.rect, other.rect), `cut at ${at}: bands lie over each other`);
                    });
                }
            });

    it('one that runs over the sheet goes on beside or below itself, and its print is larger', async () => {
        for (const name of ['life-cycle', 'truck-loading', 'refinery']) {
            const set = await onA3(exampleText(name));
            const [sheet] = set.sheets;
            ok(sheet && sheet.kind !== 'index' && set.sheets.length === 1, name);
            const { positioned, manner, print } = sheet.drawing;
            equal(manner.portrait, false, name);
            ok(positioned.strips > 1 && print >= 7.5, `${name}: ${positioned.strips} strips, ${print} pt`);
            deepEqual(faultsOf(positioned), []);
        }
    });

    it('a strip is not made for connectors alone', async () => {
        const { sheets } = await onA3(exampleText('substations'));
        for (const sheet of sheets) {
            if (sheet.kind === 'index') continue;
            const { positioned } = sheet.drawing;
            ok(positioned.strips === 1 || positioned.zones.length >= positioned.strips, sheet.title);
        }
    });

    it('what fits is not folded', async () => {
        const set = await onA3(exampleText('swat'));
        const [sheet] = set.sheets;
        equal(sheet?.kind !== 'index' && sheet?.drawing.positioned.strips, 1);
    });

    it('boxes cover a good part of one sheet', async () => {
        for (const [name, share] of Object.entries({
            swat: 0.5,
            grfics: 0.37,
            refinery: 0.35,
            'truck-loading': 0.35,
            'life-cycle': 0.35,
            'as-found': 0.35,
        })) {
            const mean = meanInk(await onA3(exampleText(name)));
            ok(mean >= share, `${name}: ${mean.toFixed(3)} of the room for the drawing`);
        }
    });

    it('narrow heads keep their titles whole, and all levels inside', async () => {
        const [sheet] = (await onA3(exampleText('grfics'))).sheets;
        ok(sheet && sheet.kind !== 'index' && sheet.drawing.manner.slim);
        for (const { node, rect, head, box } of allZones(sheet.drawing.positioned.zones)) {
            equal(box.header.titleLines.join(' '), node.title ?? node.name);
            const { strip, stripColumns } = box.header;
            const rows = strip.length === 0 ? 0 : Math.ceil(strip.length / stripColumns);
            ok(strip.length === 0 || (stripColumns === 4 && rows === 2), node.id);
            ok(head.left + stripColumns * 34 <= rect.x + rect.width, node.id);
            ok(box.header.height >= 34 + 32 * rows, node.id);
        }
    });

    it('the floor between nested zones is not counted as covered', async () => {
        const whole = await layout(
            toGraph(load('zone A { zone B { asset X : plc } zone C { asset Y : plc } }'), {}),
            engine,
        );
        const [outer] = whole.zones;
        ok(outer);
        const room = { x: 0, y: 0, width: outer.rect.width, height: outer.rect.height };
        const inner = outer.zones.reduce((sum, { rect }) => sum + rect.width * rect.height, 0);
        const head = outer.rect.width * outer.box.header.height;
        ok(Math.abs(inkOf(whole, room, 1) - (inner + head) / (room.width * room.height)) < 1e-9);
        ok(inkOf(whole, room, 1) < 0.95);
    });
});
