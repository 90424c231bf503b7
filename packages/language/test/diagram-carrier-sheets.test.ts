import { deepEqual } from 'node:assert/strict';
import { sheetsOf } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

const water = `system Water
zone Lte "Mobile network" { kind external }
zone Mpls "Leased lines" { kind external asset Pe : router }
zone Control "Control room" { kind control purdue 3 asset Scada : scada-server }
zone Wells "Wells" { kind control purdue 1 asset Rtu1 : rtu }
zone Empty "Not described yet" { kind control purdue 1 }
conduit Cellular between Control and Wells {
  over Lte, Mpls
  via Fw
  asset Fw : firewall
  flow Control.Scada -> Wells.Rtu1 : dnp3
}
`;

describe('diagram: the sheets of a drawing set', function () {
    this.timeout(60_000);
    const { engine } = drawing();

    it('are not spent on a network that only carries conduits', async () => {
        const { sheets } = await sheetsOf(load(water), {}, engine, { paper: 'a3', areas: true });
        deepEqual(
            sheets.map(({ title }) => title),
            ['Zones and conduits: overview', 'Leased lines', 'Control room', 'Wells', 'Not described yet'],
        );
    });
});
