import { deepEqual, ok } from 'node:assert/strict';
import { toSvg, type DiagramOptions, type Positioned } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, bypasses } from './support/pictures.ts';

const zone = (name: string, level: number): string => `zone ${name} { purdue ${level}\nasset P : plc\nasset Q : hmi\n}\n`;

/** Two zones of one level, a third below, and a conduit with two flows between the first two. */
const neighbours = `system S\n${zone('Left', 1)}${zone('Right', 1)}${zone('Below', 0)}`
    + 'conduit Beside between Left and Right {\n  via Fw\n  asset Fw : firewall\n  flow Left.P -> Right.P : radius\n  flow Right.Q -> Left.Q : tristation\n}\n'
    + 'conduit Down between Right and Below {\n  flow Below.P -> Right.P : opc-ua\n}\n';

/** The heading of a sign before a flow, by the tip of its arrow. */
const tips: Readonly<Record<string, string>> = { '7l-3.5 4.5z': 'down', '7l-3.5 -4.5z': 'up', '7l4.5 -3.5z': 'right', '7l-4.5 -3.5z': 'left' };

/** Where the signs in a picture point, by the protocols beside them. */
function headings(svg: string): Map<string, readonly string[]> {
    const flows = svg.matchAll(/<g class="flow[^>]*>.*?<path class="(head|mark)" d="([^"]*)"\/><text[^>]*>([^<]*)<\/text>/gu);
    return new Map([...flows].map(([, , d = '', words = '']) => [words, [...d.matchAll(/[hv](7l[^z]*z)/gu)].map(([, tip = '']) => tips[tip] ?? tip)]));
}

describe('diagram: nothing untrue', function () {
    this.timeout(60_000);
    const { place } = drawing();
    const drawn = (text: string, options: DiagramOptions = {}): Promise<Positioned> => place(load(text), options);
    const middle = (picture: Positioned, id: string): { x: number; y: number } => {
        const rect = allZones(picture.zones).find(each => each.node.id === id)?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    };

    describe('an arrow before protocols points where the session goes', () => {
        for (const direction of ['down', 'right'] as const) {
            it(`between zones of one row, and of two, with levels that run ${direction}`, async () => {
                const picture = await drawn(neighbours, { direction });
                const [left, right] = [middle(picture, 'Left'), middle(picture, 'Right')];
                const said = headings(toSvg(picture));
                const beside = direction === 'down' ? (left.x < right.x ? ['right', 'left'] : ['left', 'right']) : left.y < right.y ? ['down', 'up'] : ['up', 'down'];
                deepEqual([said.get('radius'), said.get('tristation')], [[beside[0]], [beside[1]]]);
                deepEqual(said.get('opc-ua'), [direction === 'down' ? 'up' : 'left']);
            });
        }

        it('both ways, or to neither side where it is not known who opens', async () => {
            const text = neighbours.replace('Left.P -> Right.P : radius', 'Left.P <-> Right.P : radius').replace('Right.Q ->', 'Right.Q --');
            const said = headings(toSvg(await drawn(text)));
            deepEqual([...said.get('radius') ?? []].sort(), ['left', 'right']);
            deepEqual(said.get('tristation (opened by?)'), []);
        });
    });

    describe('a boundary device is in the line', () => {
        for (const direction of ['down', 'right'] as const) {
            for (const devices of [1, 2]) {
                it(`between two zones of one row: ${devices} in a picture that runs ${direction}`, async () => {
                    const text = devices === 1 ? neighbours : neighbours.replace('via Fw', 'via Fw, Diode').replace('asset Fw : firewall', 'asset Fw : firewall\nasset Diode : diode');
                    const { conduits } = await drawn(text, { direction });
                    const beside = conduits.find(conduit => conduit.node.id === 'Beside');
                    ok(beside);
                    deepEqual(bypasses(beside), []);
                    // What the test takes for a bypass: both lines come to one place, and the devices hang below it.
                    const port = beside.lines[0]?.points.at(-1) ?? { x: 0, y: 0 };
                    ok(bypasses({ ...beside, lines: beside.lines.map(line => ({ ...line, points: [...line.points.slice(0, -1), port] })) }).length > 0);
                });
            }
        }

        it('between three zones of one row', async () => {
            const text = `system S\n${zone('A', 1)}${zone('B', 1)}${zone('C', 1)}conduit Bus between A, B and C {\n  via Fw\n  asset Fw : firewall\n}\n`;
            for (const conduit of (await drawn(text)).conduits) deepEqual(bypasses(conduit), []);
        });

        it('and data of a one-way conduit pass its devices in their order', async () => {
            const text = `system S\n${zone('Left', 1)}${zone('Right', 1)}conduit Out between Left and Right {\n  one-way Right -> Left\n  via First, Second\n  asset First : firewall\n  asset Second : diode\n}\n`;
            const picture = await drawn(text);
            const [out] = picture.conduits;
            const order = out?.box.devices.toSorted((a, b) => a.x - b.x).map(device => device.node.name);
            deepEqual(order, middle(picture, 'Right').x < middle(picture, 'Left').x ? ['First', 'Second'] : ['Second', 'First']);
        });
    });
});
