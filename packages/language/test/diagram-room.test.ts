import { deepEqual, equal } from 'node:assert/strict';
import { layout, remember, toGraph, type Positioned } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf } from './support/pictures.ts';

/** An area with an asset of its own, and zones in zones. */
const area = (name: string): string =>
    `zone ${name} { purdue 3\n  asset Server : server\n  zone Line { purdue 2\n    asset Hmi : hmi\n` +
    '    zone Cell { purdue 1\n      asset Plc : plc\n      zone Field { purdue 0\n        asset Drive : drive\n' +
    '      }\n    }\n  }\n}\n';
const plant =
    `system Plant "Plant" {}\n${area('Left')}${area('Right')}` +
    'conduit Across between Left.Line and Right.Line {\n  flow Left.Line.Hmi -> Right.Line.Hmi : opc-ua\n}\n';
const added = 'conduit Inside between Left.Line.Cell and Left.Line.Cell.Field {\n  via Fw\n  asset Fw : firewall\n}\n';

describe('diagram: room for a conduit inside a zone', () => {
    const { engine } = drawing();

    for (const direction of ['down', 'right'] as const) {
        it(`${direction}: is made in that zone, and zones beside it stay where they are`, async () => {
            const before = await layout(toGraph(load(plant), { direction }), engine);
            const after = await layout(toGraph(load(plant + added), { direction }), engine, { like: remember(before) });
            equal(after.engine, 'kept');
            const beside = ({ zones }: Positioned): unknown =>
                allZones(zones)
                    .filter(({ node }) => node.id.startsWith('Right.'))
                    .map(({ node, rect }) => [node.id, rect.x, rect.y]);
            deepEqual(beside(after), beside(before));
            deepEqual(faultsOf(after), []);
        });
    }
});
