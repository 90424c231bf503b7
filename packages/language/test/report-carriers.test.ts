import assert from 'node:assert/strict';
import { toDocument, toMarkdown } from '../src/views/report/index.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';

const data = reportOf(
    load(`system Water
zone Control { kind control SL-T 2 asset Scada : scada-server }
zone Wells { kind control SL-T 2 asset Rtu1 : rtu }
zone Lte { kind external }
zone Backbone { kind operations }
conduit Cellular between Control and Wells {
  over Lte
  via Fw
  asset Fw : firewall
  flow Control.Scada -> Wells.Rtu1 : dnp3 "Polling"
}
conduit Fibre between Control and Wells { over Backbone }
`),
);

/** What the report says of an item of a zone. */
function item(zone: string, letter: string): readonly string[] {
    return data.zones.find(({ id }) => id === zone)!.characteristics.find(({ item }) => item === letter)!.values;
}

describe('A network that carries conduits, in a report', () => {
    it('is not said to be connected with nothing', () => {
        assert.deepEqual(item('Lte', 'i'), ['carries Cellular between Control, Wells']);
        assert.deepEqual(item('Lte', 'f'), ['carries Cellular: through Cellular.Fw']);
        assert.deepEqual(item('Lte', 'h'), ['carries Cellular: Control.Scada -> Wells.Rtu1 (dnp3) Polling']);
        assert.deepEqual(item('Backbone', 'f'), ['carries Fibre: no boundary device']);
        assert.deepEqual(item('Control', 'i'), ['Cellular to Wells', 'Fibre to Wells']);
    });

    it('is a way out of the system where it is outside', () => {
        assert.deepEqual(data.system.accessPoints, [
            {
                conduit: 'Cellular',
                outside: [],
                over: ['Lte'],
                inside: ['Control', 'Wells'],
                devices: ['Cellular.Fw'],
            },
        ]);
        const text = toMarkdown(toDocument(data));
        assert.ok(text.includes('*Conduits that lead out of the system, or that a network outside carries*'));
        assert.ok(text.includes('| Cellular | over Lte | Control, Wells | Cellular.Fw |'));
    });
});
