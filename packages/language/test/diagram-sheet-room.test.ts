import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { layout, toGraph, type DrawnSheet, type PaperName, type SheetSet } from '../src/views/diagram/index.ts';
import { roomy } from '../src/views/diagram/sheet/roomy.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf, inside, overlaps, stretches } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { cutOn } from './support/sheets.ts';

const folder = new URL('plants/', import.meta.url);
const drawnOf = ({ sheets }: SheetSet): DrawnSheet[] => sheets.filter(sheet => sheet.kind !== 'index');

describe('diagram: zones take what is free on their sheet', function () {
    const { engine, sheets } = drawing();

    for (const file of readdirSync(folder))
        for (const paper of ['a4', '16:9'] as const satisfies PaperName[])
            it(`${file} on ${paper}: each sheet with assets is covered, and nothing lies on anything`, async () => {
                const set = await sheets(readFileSync(new URL(file, folder), 'utf8'), { paper });
                deepEqual(set.problems, []);
                for (const sheet of drawnOf(set)) {
                    const { ink, positioned } = sheet.drawing;
                    if (sheet.kind !== 'overview') ok(ink >= 0.35, `sheet ${sheet.number}: ${ink} of it is covered`);
                    deepEqual([cutOn(sheet), faultsOf(positioned)], [[], []], `sheet ${sheet.number}`);
                }
            });

    for (const direction of ['down', 'right'] as const)
        it(`a zone only grows, away from lines and tags, where levels run ${direction}`, async () => {
            let grew = 0;
            for (const seed of [1, 2, 3, 4, 5, 6]) {
                const graph = toGraph(load(plant(seed, { zones: 8, conduits: 10, nested: seed % 2 === 0 })), {
                    direction,
                    conduits: 'tags',
                });
                const before = await layout(graph, engine, { fit: { tight: true } });
                const after = roomy(before, 200);
                deepEqual(after.conduits, before.conduits);
                deepEqual(faultsOf(after), faultsOf(before));
                const others = new Map(allZones(before.zones).map(zone => [zone.node.id, zone]));
                for (const zone of allZones(after.zones)) {
                    const old = others.get(zone.node.id);
                    ok(old && inside(old.rect, zone.rect), zone.node.id);
                    if (old.rect.width !== zone.rect.width || old.rect.height !== zone.rect.height) grew++;
                    const [long, was] =
                        direction === 'down' ? [zone.rect.width, old.rect.width] : [zone.rect.height, old.rect.height];
                    ok(long <= was * 1.6 + 0.1, `${zone.node.id}: ${was} to ${long}`);
                    for (const asset of zone.assets)
                        ok(inside(asset.rect, zone.own ?? zone.rect), `${asset.node.id} in ${zone.node.id}`);
                    if (zone.zones.length > 0) continue;
                    const near = { ...zone.rect, x: zone.rect.x - 5, width: zone.rect.width + 10 };
                    const wide = direction === 'down' ? near : { ...near, x: zone.rect.x, width: zone.rect.width };
                    for (const { node, lines } of after.conduits)
                        for (const { points, end } of lines)
                            for (const stretch of stretches(points))
                                ok(end === zone.node.id || !overlaps(stretch, wide), `${node.id} on ${zone.node.id}`);
                }
                const sizes = new Map<string, number>();
                before.zones.forEach(({ rect, zones }, index) => {
                    const now = after.zones[index]?.rect ?? rect;
                    const [row, was, is] =
                        direction === 'down' ? [rect.y, rect.width, now.width] : [rect.x, rect.height, now.height];
                    if (zones.length > 0) return;
                    const known = sizes.get(`${row} ${was}`) ?? is;
                    ok(Math.abs(known - is) < 0.1, `${row}: ${known} and ${is}`);
                    sizes.set(`${row} ${was}`, known);
                });
                for (const band of after.bands)
                    for (const zone of after.zones)
                        if (overlaps(zone.rect, band.rect))
                            ok(inside(zone.rect, band.rect), `${zone.node.id} in its band`);
            }
            ok(grew > 10, `${grew} zones grew`);
        });

    it('what a person put somewhere stays as it is', async () => {
        const graph = toGraph(load(plant(3, { zones: 6, conduits: 7, nested: false })));
        const drawn = await layout(graph, engine);
        const kept = { ...drawn, engine: 'kept' as const };
        deepEqual(roomy(kept, 500), kept);
    });
});
