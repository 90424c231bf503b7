import assert from 'node:assert/strict';
import { layout, remember, toDrawio, toGraph } from '../../language/src/views/diagram/index.ts';
import { drawing } from '../../language/test/support/drawing.ts';
import { load } from '../../language/test/support/load.ts';
import { placesOfDrawio } from '../src/diagram/read-drawio.ts';

describe('places of a drawing for diagrams.net', () => {
    const { engine } = drawing();

    it('has lines that are drawn from their card, and those that are drawn from their zone', async () => {
        const zones = Array.from({ length: 12 }, (_, index) => `Cell${index}`);
        const text =
            'system S {}\nzone Site { purdue 3\nasset Mes : server }\n' +
            zones.map(name => `zone ${name} { purdue 1\nasset Plc : plc }\n`).join('') +
            `conduit Field between Site and ${zones.join(' and ')} {\n  flow Site.Mes -> Cell0.Plc : modbus-tcp\n}\n`;
        const picture = await layout(toGraph(load(text)), engine);
        assert.deepEqual(placesOfDrawio(toDrawio(picture))?.lines, remember(picture).lines);
    });
});
