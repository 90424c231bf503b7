import assert from 'node:assert/strict';
import { parse } from '../src/syntax/index.ts';
import { load } from './support/load.ts';
import { plant, problems } from './support/problems.ts';

describe('Names', () => {
    it('may be words of the language', () => {
        const { model, problems: found } = load(
            plant(`
zone dmz { asset zone : plc asset server : server flow zone -> server : https }
zone safety { asset type : plc }
conduit conduit between dmz and safety { via via asset via : firewall flow dmz.zone -> safety.type : https }
countermeasure meets { meets SR 1.1 }`),
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.assets.map(asset => asset.id),
            ['dmz.zone', 'dmz.server', 'safety.type', 'conduit.via'],
        );
    });

    it('may be those of object properties', () => {
        const { model, problems: found } = load(
            plant(`
zone __proto__ { asset toString : plc asset constructor : plc flow toString -> constructor : https }
zone hasOwnProperty { asset valueOf : plc applies constructor }
countermeasure constructor { meets SR 1.1 status implemented }
threat __proto__ { from __proto__ against hasOwnProperty.valueOf }`),
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.zones.map(zone => zone.id),
            ['__proto__', 'hasOwnProperty'],
        );
        assert.equal(model.flows[0]!.id, '__proto__.toString -> __proto__.constructor : https');
        assert.equal(model.threats[0]!.against[0]!.id, 'hasOwnProperty.valueOf');
    });

    it('have letters of any script, digits, underscores and inner hyphens', () => {
        const { model, problems: found } = load(
            plant('zone Überwachung-1 { asset 控制器_2 : plc asset Z-05a : plc flow 控制器_2->Z-05a : https }'),
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.assets.map(asset => asset.name),
            ['控制器_2', 'Z-05a'],
        );
    });

    it('are found from the inside out, and in a conduit by their short names', () => {
        const { model, problems: found } = load(
            plant(`
zone Plant {
  asset Plc : plc
  zone Cell { asset Plc : plc asset Rio : remote-io flow Plc -> Rio : profinet flow Plant.Plc -> Cell.Plc : https }
}
zone Dmz { asset Mirror : historian }
conduit C between Plant and Dmz { flow Rio -> Mirror : https }`),
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.flows.map(flow => `${flow.from.id} ${flow.to.id}`),
            ['Plant.Cell.Plc Plant.Cell.Rio', 'Plant.Plc Plant.Cell.Plc', 'Plant.Cell.Rio Dmz.Mirror'],
        );
    });

    it('that are ambiguous in a conduit want to be qualified', () => {
        assert.deepEqual(
            problems(
                plant(`zone A { asset X : plc }
zone B { asset X : plc }
conduit C between A and B { flow X -> B.X : https }`),
            ),
            ['4:34 unresolved X may be A.X or B.X: write its qualified name.'],
        );
    });

    it('that name nothing suggest the nearest', () => {
        assert.deepEqual(
            problems(
                plant(`zone Control { asset Plc1 : plcc applies Accountz }
zone Dmz { asset Mirror : historian flow Mirror -> Control.Plc2 : modbus-tc }
countermeasure Accounts { meets SR 1.1 }
conduit C between Control and Control.Plc1`),
            ),
            [
                '2:29 unresolved There is no asset type plcc; did you mean plc?',
                '2:42 unresolved There is no countermeasure Accountz; did you mean Accounts?',
                '3:52 unresolved There is no asset or zone Control.Plc2 here; did you mean Control.Plc1?',
                '3:67 unresolved There is no protocol modbus-tc; did you mean modbus-tcp?',
                '5:31 unresolved Control.Plc1 is an asset; a zone is expected here.',
            ],
        );
    });

    it('that stand twice keep what is in both', () => {
        const { model } = load(plant('zone A { asset X : plc }\nzone A { asset Y : plc }'));
        assert.deepEqual(
            model.assets.map(asset => asset.id),
            ['A.X', 'A#2.Y'],
        );
        assert.deepEqual(problems(plant('zone A\nzone A\ntype plc : ied\nsystem T')), [
            '3:6 duplicate-name A is already the name of a zone: choose another name.',
            '4:6 duplicate-name plc is built in and cannot be defined again: remove this one, or choose another name.',
            '5:8 duplicate-name A model has one system, and S is that of this one: another site is an external zone.',
        ]);
    });
});

describe('Values', () => {
    it('that cannot be are told at their place, and the rest is understood', () => {
        const text = plant(`zone A {
  purdue 9
  kind controll
  is wireles
  SL-T 9
  SL-A {1 2 3 4 1 2}
  SL-A {1 2 3 4 1 2 3 4}
  asset X : plc {
    address 999.1.1.1, 10.0.0.0/33, 10.0.0.7
    criticality hihg
    SL-C { RDF 2 RFD 3 }
  }
  asset Y : plc
  flow X -> Y : https { port tcp 70000, 443, 90-80 until 2027-02-30 access writ secured encryptoin }
  meets SR 9.9, SR 1.10, FR 9 SL 1, FR 1 SL 5
}`);
        assert.deepEqual(problems(text), [
            '3:10 invalid-value There is no Purdue level 9: 0, 1, 2, 3, 3.5, 4, 5.',
            '4:8 invalid-value `controll` is not a kind of zone: `enterprise`, `dmz`, `operations`, ' +
                '`control`, `safety`, `field` or `external`; did you mean `control`?',
            '5:6 invalid-value `wireles` is not a trait of a zone: `wireless`, `temporary`, `remote` or ' +
                '`untrusted`; did you mean `wireless`?',
            '6:8 invalid-value There is no security level 9: levels go from 0 to 4.',
            '7:8 invalid-value A vector has seven levels, in the order IAC UC SI DC RDF TRE RA; this one has 6.',
            '10:13 invalid-value 999.1.1.1 is not an IPv4, IPv6 or MAC address.',
            '10:24 invalid-value A prefix of IPv4 is at most 32 bits long.',
            '11:17 invalid-value `hihg` is not a criticality: `low`, `medium`, `high` or `critical`; did you mean ' +
                '`high`?',
            '12:18 invalid-value `RFD` is not a foundational requirement: `IAC`, `UC`, `SI`, `DC`, `RDF`, ' +
                '`TRE` or `RA`.',
            '15:34 invalid-value There is no port 70000: ports go from 0 to 65535.',
            '15:46 invalid-value 90-80 is not a range of ports: ports go from 0 to 65535, the lower one first.',
            '15:58 invalid-value There is no day 2027-02-30.',
            '15:76 invalid-value `writ` is not a kind of access: `read`, `write` or `program`; did you mean `write`?',
            '15:89 invalid-value `encryptoin` is not a protection: `authentication`, `encryption` or ' +
                '`integrity`; did you mean `encryption`?',
            '16:9 invalid-value IEC 62443-3-3 has no SR 9.9; did you mean SR 1.9?',
            '16:29 invalid-value There is no FR 9: foundational requirements go from 1 to 7.',
            '16:45 invalid-value There is no security level 5 to meet: write 1 to 4.',
        ]);
        const { model } = load(text);
        assert.deepEqual(
            model.assets[0]!.addresses.map(address => address.text),
            ['10.0.0.7'],
        );
        assert.deepEqual(
            model.zones[0]!.statements[0]!.requirements.map(mention =>
                mention.kind === 'requirement' ? mention.id : mention.fr,
            ),
            ['SR 1.10'],
        );
        assert.deepEqual(
            model.repeats.map(repeat => repeat.property),
            ['SL-A'],
        );
    });

    it('of a type lead to a component type in the end', () => {
        const kinds =
            'every type is finally derived from embedded-device, host-device, network-device or software-application.';
        assert.deepEqual(problems(plant('type a : b\ntype b : a\ntype c : c\ntype d : a\ntype e : plc')), [
            `2:10 invalid-value a is derived from itself: ${kinds}`,
            `3:10 invalid-value b is derived from itself: ${kinds}`,
            `4:10 invalid-value c is derived from itself: ${kinds}`,
        ]);
    });

    it('keep the text of decimals, addresses and escapes', () => {
        const { model, problems: found } = load(
            plant(String.raw`zone A "a \"b\" \\ \u{e9}" { purdue 3.5 meets SR 1.10, SR 1.1 RE 2
  asset X : plc { address 2001:db8::1, ::1, fe80::1/64, 10.1.2.3/24, 00:1D:9C:C8:BC:46 } }`),
        );
        assert.deepEqual(found, []);
        assert.equal(model.zones[0]!.title, 'a "b" \\ é');
        assert.equal(model.zones[0]!.purdue, '3.5');
        assert.deepEqual(
            model.zones[0]!.statements[0]!.requirements.map(mention => mention.kind === 'requirement' && mention.id),
            ['SR 1.10', 'SR 1.1 RE 2'],
        );
        assert.deepEqual(
            model.assets[0]!.addresses.map(address => address.text),
            ['2001:db8::1', '::1', 'fe80::1/64', '10.1.2.3/24', '00:1D:9C:C8:BC:46'],
        );
    });

    it('of levels come in all their forms', () => {
        const { model, problems: found } = load(
            plant(
                'zone A { SL-T 2 }\nzone B { SL-T {2 2 0 1 3 1 3} }\nzone C { SL-T { IAC 2 RDF 3 } }\nzone D { ' +
                    'SL-T 2 { RDF 3 } because "so" }',
            ),
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.zones.map(zone => zone.slT!.levels),
            [
                [2, 2, 2, 2, 2, 2, 2],
                [2, 2, 0, 1, 3, 1, 3],
                [2, null, null, null, 3, null, null],
                [2, 2, 2, 2, 3, 2, 2],
            ],
        );
        assert.equal(model.zones[3]!.slT!.because, 'so');
    });
});

describe('Documentation comments', () => {
    it('belong to the declaration that follows', () => {
        const { model } = load(
            'system S\n/**\n * Tank farm.\n *\n * Two tanks.\n */\n// a remark\nzone A { /** The brain. */ asset ' +
                'X : plc /* none */ asset Y : plc }',
        );
        assert.equal(model.zones[0]!.doc, 'Tank farm.\n\nTwo tanks.');
        assert.deepEqual(
            model.assets.map(asset => asset.doc),
            ['The brain.', null],
        );
    });
});

describe('Imports', () => {
    it('are transitive, and a cycle is fine', () => {
        const { model, problems: found } = load(
            '//- main.iacs\nimport "parts/a.iacs"\nsystem S\n//- parts/a.iacs\nimport "../b.iacs"\nzone A\n//- ' +
                'b.iacs\nimport "main.iacs"\nimport "b.iacs"\nzone B\n',
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
            model.zones.map(zone => zone.id),
            ['A', 'B'],
        );
        assert.deepEqual(
            model.files.map(file => file.split('/plant/')[1]),
            ['main.iacs', 'parts/a.iacs', 'b.iacs'],
        );
    });

    it('that lead to nothing are told at the import', () => {
        assert.deepEqual(
            problems(
                'import "none.iacs"\nimport "http://h/x.iacs"\nimport "/x.iacs"\nimport ".."\nimport ' +
                    '"a.txt"\nimport ""\nimport "a\\\\b.iacs"\nimport "zones/none.iacs"\nsystem S',
            ),
            [
                '1:8 unresolved There is no file none.iacs.',
                '2:8 unresolved An import names a file by its path from this one, never a URL.',
                '3:8 unresolved An import names a file by its path from this one, not by an absolute path.',
                '4:8 unresolved An import names a file, not a folder.',
                '5:8 unresolved An import names a file that ends in .iacs.',
                '6:8 unresolved The path of this import is empty.',
                '7:8 unresolved Separate the parts of a path with `/`: write `a/b.iacs`.',
                '8:8 unresolved There is no file zones/none.iacs: a path begins in the folder of the file that imports it.',
            ],
        );
    });
});

describe('The parser', () => {
    it('reads CRLF and a byte order mark as white space', () => {
        assert.deepEqual(parse('file:///x', '\ufeffsystem S\r\nzone A {\r\n}\r\n').mistakes, []);
    });
});
