import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import {
    toDrawio,
    toGraph,
    layout,
    type Point,
    type Positioned,
    type PositionedZone,
    type Rect,
} from '../../src/views/diagram/index.ts';
import { plainPage } from '../../src/views/diagram/draw/plain-frame.ts';
import { drawing } from '../support/drawing.ts';
import { exampleText } from '../support/examples.ts';
import { load } from '../support/load.ts';
import { allZones, inside, overlaps } from '../support/pictures.ts';
import { plant } from '../support/plants.ts';
import { sharedBrowser } from '../support/browser.ts';

/** A shape or line as the engine of diagrams.net has it. */
interface Cell {
    readonly id: string;
    readonly parent: string | null;
    readonly edge: boolean;
    readonly element: string | null;
    readonly source: string | null;
    readonly target: string | null;
    readonly rect: Rect | null;
    /** The lines of its words. */
    readonly words: readonly Rect[];
    readonly points: readonly Point[];
}

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf')).toString(
    'base64',
);

/** Where every shape is meant to stand: its parent and its place on the sheet, by id. */
function meant({ zones, conduits }: Positioned): Map<string, { readonly parent: string; readonly rect: Rect }> {
    const shapes = new Map<string, { readonly parent: string; readonly rect: Rect }>();
    const add = (zone: PositionedZone, parent: string): void => {
        shapes.set(zone.node.key, { parent, rect: zone.rect });
        for (const { node, rect } of zone.assets)
            shapes.set(node.key, {
                parent: zone.node.key,
                rect: { x: rect.x + rect.width / 2 - 18, y: rect.y + 2, width: 36, height: 36 },
            });
        for (const inner of zone.zones) add(inner, zone.node.key);
    };
    for (const zone of zones) add(zone, '1');
    for (const { node, box, rect } of conduits) {
        shapes.set(node.key, { parent: 'layer conduits', rect });
        for (const device of box.devices)
            shapes.set(device.node.key, {
                parent: node.key,
                rect: { x: rect.x + device.x, y: rect.y + device.y, width: 34, height: 34 },
            });
    }
    return shapes;
}

/** Signs on shapes. */
const marks = /^(?:level|untrusted|wireless|stripe|essential|own|no device|tip|step) /u;

/** A carrier, a medium that is not trusted, radio, and a zone that a view leaves out. */
const carried = `
system Ship "Ship"
zone Shore "Shore" { kind external
  is untrusted
  asset Office : server
}
zone Radio "Radio" { kind operations purdue 3
  is wireless
  asset Terminal : access-point { is wireless }
}
zone Bridge "Bridge" { kind control purdue 2
  SL-T { IAC 2 UC 1 }
  asset Ecdis : hmi { is essential }
}
zone Engine "Engine" { kind safety purdue 1
  asset Trip : plc
}
conduit Link "Satellite link" between Shore and Bridge {
  is untrusted, wireless
  over Radio
  flow Shore.Office -> Bridge.Ecdis : https
}
conduit Trips "Trips" between Bridge and Engine {
  via Fw
  asset Fw : firewall
  flow Engine.Trip -> Bridge.Ecdis : modbus-tcp
}
view Deck "Deck" { include Shore, Radio, Bridge }
`;

const apart = (a: Rect, b: Rect): number =>
    Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width), Math.abs(a.height - b.height));

/** How far a point lies from a line. */
function distance(point: Point, line: readonly Point[]): number {
    return Math.min(
        ...line.slice(1).map((to, index) => {
            const from = line[index] ?? to;
            const nearest = (value: number, a: number, b: number): number =>
                Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));
            return Math.hypot(point.x - nearest(point.x, from.x, to.x), point.y - nearest(point.y, from.y, to.y));
        }),
    );
}

describe('draw.io files in the engine of diagrams.net', function () {
    const { place, engine } = drawing();
    let browser: Browser;
    let page: Page;

    before(async () => {
        browser = await sharedBrowser();
        page = await browser.newPage();
        await page.setContent(
            '<!DOCTYPE ' +
                `html><style>@font-face{font-family:Arimo;src:url(data:font/ttf;base64,${font})}</style><div ` +
                'id="graph" style="position:relative;font-family:Arimo">.</div>',
        );
        await page.evaluate(
            'document.fonts.load("11px Arimo"), mxLoadResources = mxLoadStylesheets = mxForceIncludes = false, ' +
                'mxBasePath = ""',
        );
        await page.addScriptTag({ path: require.resolve('mxgraph/javascript/mxClient.min.js') });
        await page.addScriptTag({ path: fileURLToPath(new URL('./read-drawio.js', import.meta.url)) });
    });
    after(() => page.close());

    async function check(positioned: Positioned): Promise<readonly Cell[]> {
        const cells = (await page.evaluate(`readDrawio(${JSON.stringify(toDrawio(positioned))})`)) as readonly Cell[];
        const corner = plainPage(positioned, 'drawio');
        const onPage = <T extends Point>(place: T): T => ({ ...place, x: place.x - corner.x, y: place.y - corner.y });
        const shapes = new Map(
            [...meant(positioned)].map(([id, { parent, rect }]) => [id, { parent, rect: onPage(rect) }]),
        );
        const byId = new Map(cells.map(cell => [cell.id, cell]));
        for (const [id, { parent, rect }] of shapes) {
            const cell = byId.get(id);
            assert.ok(cell?.rect && cell.element !== null, `${id} is no shape`);
            assert.equal(cell.parent, parent, id);
            assert.ok(
                apart(cell.rect, rect) < 1,
                `${id} stands at ${JSON.stringify(cell.rect)}, not at ${JSON.stringify(rect)}`,
            );
        }
        const lines = positioned.conduits.flatMap(({ node, lines: all }) =>
            all.map((line, index) => ({
                id: `line ${index} ${node.key}`,
                from: `zone:${line.end}`,
                to: node.key,
                points: line.points.map(onPage),
            })),
        );
        for (const { id, from, to, points } of lines) {
            const cell = byId.get(id);
            assert.ok(cell?.edge, `${id} is no line`);
            assert.deepEqual([cell.source, cell.target], [to, from]);
            for (const point of cell.points)
                assert.ok(
                    distance(point, points) < 2,
                    `${id} leaves its way at ${JSON.stringify(point)}: ${JSON.stringify(points)}`,
                );
        }
        // What is under a line follows it; all other lines are inside of cards.
        const ofCards = cells.filter(cell => cell.edge && !cell.id.startsWith('line '));
        for (const { id, parent, points } of ofCards) {
            const [, kind, index, key] = /^(\w+) (\d+) (.*)$/u.exec(id) ?? [];
            if (kind === 'medium') {
                assert.deepEqual(points, byId.get(`line ${index} ${key}`)?.points, id);
                continue;
            }
            const card = byId.get(parent ?? '')?.rect;
            assert.ok(/^(?:wire|bar)$/u.test(kind ?? '') && parent === key && card, id);
            for (const { x, y } of points)
                assert.ok(inside({ x, y, width: 0, height: 0 }, card, 1), `${id}: ${JSON.stringify([points, card])}`);
        }
        assert.equal(cells.filter(cell => cell.edge).length - ofCards.length, lines.length);
        const drawn = cells.filter(cell => !/^(?:frame|findings) /u.test(cell.id));
        const solid = drawn.filter(cell => !cell.edge && !marks.test(cell.id));
        assert.equal(solid.length, shapes.size + positioned.bands.length);
        // Marks are on the shape that they belong to, and go with it.
        for (const { id, parent, rect } of drawn.filter(cell => marks.test(cell.id))) {
            const shape = byId.get(parent ?? '');
            assert.ok(id.endsWith(` ${parent}`) && shape?.rect && rect && inside(rect, shape.rect, 12), id);
        }
        // The whole page, frame and all, is on one sheet.
        for (const { id, rect } of cells)
            assert.ok(!rect || inside(rect, { ...corner, x: 0, y: 0 }, 1), `${id} is off the page`);
        return drawn;
    }

    for (const name of ['truck-loading', 'swat', 'refinery', 'substations', 'grfics', 'ship']) {
        it(`have all shapes and lines of ${name} where they are meant to be, and no label over another`, async () => {
            const positioned = await place(load(exampleText(name)));
            const cells = await check(positioned);
            const byId = new Map(cells.map(cell => [cell.id, cell]));
            const labels = cells.filter(cell => cell.words.length > 0);
            assert.ok(labels.length > 10);
            labels.forEach((a, index) => {
                for (const b of labels.slice(index + 1))
                    assert.ok(
                        !a.words.some(line => b.words.some(other => overlaps(line, other, 2))),
                        `the label of ${a.id} lies over that of ${b.id}`,
                    );
            });
            for (const { node } of allZones(positioned.zones)) {
                const { words = [], rect } = byId.get(node.key) ?? {};
                assert.ok(words.length > 0 && rect && words.every(line => inside(line, rect, 2)), `${node.key}`);
                const chip = byId.get(`level ${node.key}`)?.rect;
                assert.ok(chip && !words.some(line => overlaps(line, chip, 2)), `the chip of ${node.key} covers words`);
            }
        });
    }

    it('have carriers, media and connectors as in the picture, in both directions', async () => {
        const loaded = load(carried);
        for (const direction of ['down', 'right'] as const)
            for (const view of [null, loaded.model.views[0] ?? null]) {
                const cells = await check(await place(loaded, { direction, view }));
                const ids = cells.map(({ id }) => id);
                const pipe = cells.find(({ target, id }) => target === 'zone:Radio' && id.startsWith('line '));
                assert.ok(pipe && !ids.includes(pipe.id.replace('line', 'medium')));
                const wanted = ['untrusted zone:Shore', 'wireless zone:Radio', 'wireless conduit:Link'];
                for (const id of [...wanted, 'medium 0 conduit:Link', 'medium 1 conduit:Link', 'level 2 zone:Bridge'])
                    assert.ok(ids.includes(id), id);
                assert.equal(ids.includes('tip conduit:Trips'), view !== null);
            }
    });

    it('have those of nested plants, of left to right, and of very many conduits too', async () => {
        for (const seed of [3, 8]) {
            const loaded = load(plant(seed, { zones: 16, conduits: 20, nested: true }));
            await check(await place(loaded));
            await check(await place(loaded, { direction: 'right' }));
        }
        await check(await layout(toGraph(load(plant(3, { zones: 130, conduits: 250, nested: false }))), engine));
    });
});
