import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { layout, movedMemory, remember, sheetsOf, toGraph, type PlacesFile } from '../src/views/diagram/index.ts';
import { partOf } from '../src/views/diagram/keep/part.ts';
import type { Rect } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf, inside } from './support/pictures.ts';
import { terminal } from './support/terminal.ts';

describe('diagram: remembered places on a sheet of paper', function () {
    const { engine } = drawing();
    const placesOf = async (text: string): Promise<PlacesFile> => {
        const graph = toGraph(load(text));
        const { direction, boxes, lines } = remember(await layout(graph, engine));
        const [key] = [...boxes.keys()].filter(each => each.startsWith('zone:')).slice(-1);
        const moved = movedMemory({ direction, boxes, lines }, key!, 40, 0);
        return { memory: remember(await layout(graph, engine, { like: moved })), detail: graph.detail };
    };

    it('are kept where the picture can be read on one', async () => {
        const places = await placesOf(terminal);
        const { sheets, remarks, problems } = await sheetsOf(load(terminal), {}, engine, {
            paper: 'a3',
            least: 3,
            places,
        });
        deepEqual([remarks, problems], [[], []]);
        const [sheet] = sheets;
        if (sheet?.kind !== 'whole') return equal(sheet?.kind, 'whole');
        equal(sheet.drawing.positioned.engine, 'kept');
        deepEqual(
            sheet.drawing.positioned.zones.map(({ node, rect }) => [node.id, rect.x, rect.y]),
            sheet.drawing.positioned.zones.map(({ node }) => {
                const { x, y } = places.memory.boxes.get(node.key)!;
                return [node.id, x, y];
            }),
        );
    });

    it('are left with a reason where it cannot, and where another direction is asked for', async () => {
        const text = exampleText('broken-plant');
        const places = await placesOf(text);
        const { remarks } = await sheetsOf(load(text), {}, engine, { paper: 'a4', places });
        match(remarks.join(), /not used on the sheet: its smallest print would be \d\.\d pt, below 6 pt/u);
        const small = await placesOf(terminal);
        const other = await sheetsOf(load(terminal), { direction: 'right' }, engine, { paper: 'a3', places: small });
        match(other.remarks.join(), /levels that run down, and right is asked for/u);
        const tags = await sheetsOf(load(terminal), {}, engine, { paper: 'a3', conduits: 'tags', places: small });
        match(tags.remarks.join(), /not used on one sheet with tags/u);
    });

    it('are kept on the sheets of areas, closer together and in the same order', async () => {
        const text = exampleText('broken-plant');
        const places = await placesOf(text);
        const { sheets, remarks } = await sheetsOf(load(text), {}, engine, { paper: 'a3', areas: true, places });
        match(remarks.join('\n'), /not used on the overview/u);
        const details = sheets.flatMap(sheet => (sheet.kind === 'detail' ? [sheet.drawing] : []));
        ok(details.length > 10);
        const pairs: boolean[] = [];
        for (const { positioned, print, crossings } of details) {
            deepEqual([positioned.engine, crossings, faultsOf(positioned)], ['kept', 0, []]);
            ok(print >= 6);
            const zones = allZones(positioned.zones);
            for (const a of zones)
                for (const b of zones) {
                    const [oldA, oldB] = [places.memory.boxes.get(a.node.key), places.memory.boxes.get(b.node.key)];
                    if (oldA && oldB && oldA.y + oldA.height <= oldB.y)
                        pairs.push(a.rect.y + a.rect.height <= b.rect.y + 1);
                    if (oldA && oldB && oldA.x + oldA.width <= oldB.x)
                        pairs.push(a.rect.x + a.rect.width <= b.rect.x + 1);
                }
        }
        ok(pairs.every(Boolean), `${pairs.filter(each => !each).length} of ${pairs.length} pairs changed sides`);
    });

    it('a part closes the room of what it lacks, and frames around it shrink', () => {
        const graph = toGraph(load('zone A { zone B { asset X : plc } zone C { asset Y : plc } }\nzone D {}'), {
            only: ['A', 'A.C', 'D'],
        });
        const at = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
        const { boxes } = partOf(
            {
                direction: 'down',
                lines: new Map(),
                boxes: new Map([
                    ['zone:A', at(50, 30, 900, 400)],
                    ['zone:A.B', at(70, 130, 200, 100)],
                    ['zone:A.C', at(700, 130, 200, 100)],
                    ['zone:D', at(700, 900, 200, 100)],
                ]),
            },
            graph,
        );
        ok(!boxes.has('zone:A.B'));
        const [a, c, d] = ['zone:A', 'zone:A.C', 'zone:D'].map(key => boxes.get(key));
        ok(a && c && d);
        deepEqual([a.x, a.y], [0, 0]);
        ok(inside(c, a) && a.width < 400 && d.y > a.y + a.height && d.y - a.y - a.height < 60);
        deepEqual([c.width, c.height, d.x - c.x], [200, 100, 0]);
    });
});
