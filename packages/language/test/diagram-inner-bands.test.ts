import { deepEqual, ok } from 'node:assert/strict';
import { layout, remember, toGraph, type LayoutEngine } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, overlaps } from './support/pictures.ts';

/** Zones of three levels in a zone, of which those of one level fill its height. */
const plant = `system Plant {}
zone Site { purdue 3
  asset Scada : server
  zone First { purdue 2
    asset P : plc
    asset Q : plc
  }
  zone Second { purdue 2
    asset P : plc
    asset Q : plc
  }
  zone Guards { purdue 1
    asset S : safety-plc
  }
}
conduit Up between Site and Site.First
conduit Over between Site and Site.Second
conduit Trip between Site.First and Site.Guards
`;

describe('diagram: names of levels inside a zone', () => {
    const drawn = drawing();

    for (const direction of ['down', 'right'] as const) {
        for (const how of ['laid out', 'on a grid', 'kept'] as const) {
            it(`${direction}, ${how}: no zone lies over them, nor the stripe of a safety zone`, async () => {
                const graph = toGraph(load(plant.replace('Site {', 'Site { kind safety')), { direction });
                const engine: LayoutEngine | null = how === 'on a grid' ? null : drawn.engine;
                const fresh = await layout(graph, engine);
                const picture = how === 'kept' ? await layout(graph, engine, { like: remember(fresh) }) : fresh;
                const zones = allZones(picture.zones);
                const names = zones.flatMap(({ bands }) =>
                    bands.map(({ rect }) => ({ x: rect.x + 5, y: rect.y + 5, width: 32, height: 11 })),
                );
                ok(names.length > 1);
                const inner = zones.filter(({ zones: within }) => within.length === 0);
                deepEqual(
                    inner.filter(({ rect }) => names.some(name => overlaps(rect, name))).map(({ node }) => node.id),
                    [],
                );
                const [{ rect: whole }] = picture.zones as [(typeof zones)[number]];
                const stripe = { x: whole.x, y: whole.y, width: 13, height: whole.height };
                deepEqual(
                    names.filter(name => overlaps(stripe, name)),
                    [],
                );
            });
        }
    }
});
