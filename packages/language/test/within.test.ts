import assert from 'node:assert/strict';
import { load } from './support/load.ts';

const today = '2026-06-01';

const model = `import "more.iacs"
import "cells.iacs"
system S
zone Control {
  kind control
  network 10.1.0.0/16
  asset Plc1 : plc { needs Server }
  applies Accounts
}
zone Office { kind enterprise }
conduit C between Control and Office { flow Office -> Plc2 : https }
countermeasure Accounts { status implemented }
countermeasure Backup { status planned }
//- more.iacs
within Control.Cell {
  asset Plc3 : plc { needs Plc1, Plc2 }
}
within Control {
  network 10.2.0.0/16, 10.1.9.0/24
  applies Backup
  meets SR 7.3 because "Copies"
  location "Hall 2"
  asset Plc2 : plc { address 10.2.0.5 }
  asset Server : server
  flow Plc1 -> Plc2 : modbus-tcp
}
//- cells.iacs
within Control { zone Cell { network 10.3.0.0/16 } }
`;

describe('within', () => {
    it('adds assets, zones, flows and lists to a zone of another file, whatever the order of the files', () => {
        const {
            model: { zones, assets, flows },
            lookup,
            problems,
        } = load(model, { today });
        assert.deepEqual(
            problems.map(problem => problem.message),
            [],
        );
        assert.deepEqual(
            zones.map(zone => [zone.id, zone.parent]),
            [
                ['Control', null],
                ['Office', null],
                ['Control.Cell', 'Control'],
            ],
        );
        assert.deepEqual(
            assets.map(asset => asset.id),
            ['Control.Plc1', 'Control.Cell.Plc3', 'Control.Plc2', 'Control.Server'],
        );
        assert.deepEqual(
            lookup.asset('Control.Cell.Plc3')!.needs.map(need => need.id),
            ['Control.Plc1', 'Control.Plc2'],
        );
        assert.deepEqual(
            flows.map(flow => [flow.container, flow.from.id, flow.to.id]),
            [
                ['C', 'Office', 'Control.Plc2'],
                ['Control', 'Control.Plc1', 'Control.Plc2'],
            ],
        );
        const [control] = zones;
        assert.deepEqual(
            [
                control!.networks.map(network => network.text),
                control!.applies.map(each => each.id),
                control!.statements.length,
                control!.notes.location.map(text => text.text),
            ],
            [['10.1.0.0/16', '10.2.0.0/16', '10.1.9.0/24'], ['Accounts', 'Backup'], 1, ['Hall 2']],
        );
    });

    it('says where a fault is that stands in another file than the zone', () => {
        const { findings } = load(model.replace('10.2.0.0/16, 10.1.9.0/24', '10.2.0.7/16'), { today });
        assert.deepEqual(
            findings
                .filter(({ rule }) => rule === 'address-not-a-host')
                .map(({ at, fixes }) => [
                    at.file.replace(/.*\//, ''),
                    fixes[0]?.edits.map(edit => ('at' in edit ? edit.at.file.replace(/.*\//, '') : '')),
                ]),
            [['more.iacs', ['more.iacs']]],
        );
    });

    it('overrides nothing, and needs a zone that there is', () => {
        const said = (text: string): readonly string[] =>
            load(`system S\nzone A { zone B }\n${text}`, { today }).problems.map(problem => problem.message);
        assert.deepEqual(said('within A { kind control }\n'), [
            '`kind` has no meaning in a within; it belongs in a zone. ' +
                'A within only adds: write it where the zone is declared.',
        ]);
        assert.deepEqual(said('within C { asset P : plc }\n'), ['There is no zone, conduit or asset C here.']);
        assert.deepEqual(said('within B { asset P : plc }\n'), [
            'There is no zone, conduit or asset B here; did you mean A.B?',
        ]);
        assert.deepEqual(said('within A.B { asset P : plc }\nwithin A { zone B }\n'), [
            'A.B is already the name of a zone: choose another name.',
        ]);
        assert.deepEqual(said('within\nwithin A\n'), ['Expected a name after `within`, but the file ends here.']);
    });

    const connected = `import "more.iacs"
system S
zone A { asset P : own }
zone B { asset Q : plc }
conduit C between A and B { flow P -> Q : https }
type own : plc
//- more.iacs
`;

    it('continues conduits, assets and types of another file', () => {
        const { model, problems, assessment } = load(
            `${connected}within C {
  meets SR 5.2 because "Rules reviewed"
  is untrusted
  asset F : firewall
  flow F -> B.Q : snmp-v3
}
within A.P {
  misses SR 1.1 because "No accounts"
  is essential
  window "Stop" 2027-01-01 to 2027-01-02
}
within own { meets SR 1.7 }
`,
            { today },
        );
        assert.deepEqual(
            problems.map(problem => problem.message),
            [],
        );
        const [conduit] = model.conduits;
        const [asset, , device] = model.assets;
        assert.deepEqual(
            [
                conduit!.statements.length,
                conduit!.traits,
                asset!.statements.length,
                asset!.traits,
                asset!.windows.length,
            ],
            [1, ['untrusted'], 1, ['essential'], 1],
        );
        assert.deepEqual([device!.id, device!.container], ['C.F', 'C']);
        assert.deepEqual(
            model.flows.map(flow => [flow.container, flow.from.id]),
            [
                ['C', 'A.P'],
                ['C', 'C.F'],
            ],
        );
        assert.equal(model.types.find(type => type.id === 'own')!.statements.length, 1);
        assert.equal(assessment.of('C')!.requirements.find(each => each.id === 'SR 5.2')!.state, 'met');
    });

    it('takes only what can stand any number of times in what it continues', () => {
        const said = (text: string): readonly string[] =>
            load(connected + text, { today }).problems.map(problem => problem.message);
        assert.deepEqual(said('within C { network 10.0.0.0/8 }\n'), [
            '`network` has no meaning in a within of a conduit; it belongs in a zone or in a within.',
        ]);
        assert.deepEqual(said('within A.P { asset X : plc }\n'), [
            '`asset` has no meaning in a within of an asset; it belongs in a zone, in a within or in a conduit.',
        ]);
        assert.deepEqual(said('within own { misses SR 1.2 because "x" }\n'), [
            '`misses` has no meaning in a within of an asset type; it belongs in a zone, in a within, in a conduit, ' +
                'in an asset, in a party or in a programme.',
        ]);
        assert.deepEqual(said('within plc { meets SR 1.1 }\n'), [
            'plc is built in and is the same in every model: derive a type from it, and continue that one.',
        ]);
    });
});
