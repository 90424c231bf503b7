import assert from 'node:assert/strict';
import { utils, write } from '@e965/xlsx';
import { assetFields, meaningOf, plainHead, riskFields } from '../src/import/fields.ts';
import type { ImportError } from '../src/import/import-error.ts';
import { alone, declarations, run } from './support/imports.ts';

describe('Heads of columns', () => {
    it('are known in their plural, their case and their last words, and in four languages', () => {
        const means = (fields: typeof assetFields, ...heads: readonly string[]): readonly (string | null)[] =>
            heads.map(head => meaningOf(head, fields)?.field.key ?? null);
        assert.deepEqual(
            means(
                assetFields,
                'IP Addresses',
                'ipAddress',
                'MAC_ADDRESS',
                'cf_security_zone',
                'DeviceManufacturer',
                'Hersteller',
                'Fabricant',
                'Fabricante',
                'N° d’inventaire'.replace('N°', 'Numéro'),
                'Dirección IP',
                'Standort',
                'Firmwarestand',
            ),
            [
                'addresses',
                'addresses',
                'mac',
                'zone',
                'vendor',
                'vendor',
                'vendor',
                'vendor',
                'id',
                'addresses',
                'location',
                'version',
            ],
        );
        assert.deepEqual(
            means(
                riskFields,
                'Mitigation_Controls',
                'Residual risk',
                'Eintrittswahrscheinlichkeit (1–5)',
                'Gravité',
                'Impacto',
                'Maßnahmen',
                'Threat scenarios',
                'Previous likelihood',
                'Consequence severity',
            ),
            ['measures', null, 'likelihood', 'consequence', 'consequence', 'measures', 'title', null, 'consequence'],
        );
        assert.deepEqual(means(assetFields, 'Serial No', 'Last seen', 'Backplane', 'Vulnerabilities', 'Port no.'), [
            null,
            null,
            null,
            null,
            null,
        ]);
        assert.equal(plainHead('Gerätename [alt] (neu)'), 'gerätename');
    });

    it('are read however many others there are, and where none is known the message shows what was found', () => {
        const wide = `${['Equipo', 'Fabricante', 'IP_Address', ...Array.from({ length: 40 }, (_, index) => `Col ${index}`)].join(',')}\nPLC-1,Siemens,192.0.2.11\n`;
        assert.match(
            declarations(run('assets', wide)),
            /asset PLC-1 "PLC-1" : type-not-stated \{\n {4}address 192\.0\.2\.11\n {4}vendor "Siemens"/,
        );
        assert.throws(
            () => run('assets', 'Alpha,Beta,Hersteller\n1,2,3\n'),
            /no header row with at least two known headers\. Row 1 comes nearest: "Alpha", "Beta", "Hersteller"; known of these: "Hersteller"\. Name the columns with --map/,
        );
        assert.throws(
            () => run('assets', 'Alpha,Beta\n1,2\n'),
            /Row 1 comes nearest: "Alpha", "Beta"; none of these is known\./,
        );
        assert.throws(
            () => run('assets', 'List of May\nAlpha,,Beta\n1,x,2\n1,,3\n'),
            ({ unread }: ImportError) => {
                assert.deepEqual(unread?.columns, [
                    { number: 1, head: 'Alpha', samples: ['1'] },
                    { number: 3, head: 'Beta', samples: ['2', '3'] },
                ]);
                return unread.fields.includes('title');
            },
        );
    });

    it('are not a line of a title block above them', () => {
        const answer = run(
            'assets',
            'Owner,J. Doe,Site,Quarry 7\nName,Type,IP address,Vendor,Zone\nPump,PLC,10.1.1.1,Acme,Cell\n',
        );
        assert.match(declarations(answer), /^zone Cell \{\n {2}asset Pump "Pump" : plc \{/);
        assert.match(answer.text, /^\/\/ Owner J\. Doe Site Quarry 7$/m);
    });

    it('stand in two rows without merged cells too', () => {
        const answer = run(
            'risks',
            'No,Scenario,Unmitigated,,Residual,\nID,Title,Likelihood,Impact,Likelihood,Impact\nR1,Spill,4,5,2,3\n',
            { known: { ...alone, countermeasures: [] } },
        );
        assert.deepEqual(
            answer.tables.map(table => table.columns.map(column => [column.head, column.field])),
            [
                [
                    ['ID', 'id'],
                    ['Title', 'title'],
                    ['Unmitigated Likelihood', 'likelihood'],
                    ['Unmitigated Impact', 'consequence'],
                    ['Residual Likelihood', 'toLikelihood'],
                    ['Residual Impact', 'toConsequence'],
                ],
            ],
        );
    });

    it('come in tables with bars, and in those of Markdown', () => {
        const expected = 'threat R1 "Spill" {\n  likelihood 4\n}\n';
        assert.equal(declarations(run('risks', 'ID|Title|Likelihood\nR1|Spill|4\n')), expected);
        assert.equal(
            declarations(run('risks', '| ID | Title | Likelihood |\n| --- | :--- | ---: |\n| R1 | Spill | 4 |\n')),
            expected,
        );
    });
});

describe('Several columns of one meaning', () => {
    it('give the first filled one, and keep the others as text', () => {
        const answer = run(
            'assets',
            'Name,Operating System,Firmware,Type\nPLC-1,,V2.9,PLC\nHMI-1,Windows 10,,HMI\nIPC-1,Windows 10,V5,PC\n',
        );
        assert.deepEqual(declarations(answer).match(/(version|description) .*/g), [
            'version "V2.9"',
            'version "Windows 10"',
            'description "Operating System: Windows 10; Type: PC"',
            'version "V5"',
        ]);
    });

    it('tell the type by the column whose words are types, and the product by the other', () => {
        const answer = run('assets', 'Name,Device type,Category\nA-1,CPU 1214C,PLC\nA-2,KTP700,HMI\n');
        assert.deepEqual(declarations(answer).match(/asset .*|product .*/g), [
            'asset A-1 "A-1" : plc {',
            'product "CPU 1214C"',
            'asset A-2 "A-2" : hmi {',
            'product "KTP700"',
        ]);
        assert.deepEqual(declarations(run('assets', 'Name,Device type\nA-1,PLC\n')).match(/asset .*/g), [
            'asset A-1 "A-1" : plc',
        ]);
    });
});

describe('A head of practice', () => {
    const meant = (fields: typeof assetFields, heads: string): readonly string[] =>
        heads.split('|').map(head => `${head}: ${meaningOf(head, fields)?.field.key ?? 'text'}`);

    it('is known by its short form, with the device before it, or with a name after it', () => {
        assert.deepEqual(
            meant(
                assetFields,
                'Zone Name|IP Addr|IP-Adr.|Mfr|Mfg.|Model #|Model No.|Vendor Name|Equipment Category|Asset Owner Name|' +
                    "Room No|Device Model|Product Manufacturer|Asset Description|N° d'inventaire|Firmware Ver.|Herst.",
            ),
            [
                'Zone Name: zone',
                'IP Addr: addresses',
                'IP-Adr.: addresses',
                'Mfr: vendor',
                'Mfg.: vendor',
                'Model #: product',
                'Model No.: product',
                'Vendor Name: vendor',
                'Equipment Category: type',
                'Asset Owner Name: owner',
                'Room No: location',
                'Device Model: product',
                'Product Manufacturer: vendor',
                'Asset Description: title',
                "N° d'inventaire: id",
                'Firmware Ver.: version',
                'Herst.: vendor',
            ],
        );
        assert.deepEqual(meant(riskFields, 'Threat Name|Asset Name|Device Name|Zone Name'), [
            'Threat Name: title',
            'Asset Name: against',
            'Device Name: against',
            'Zone Name: against',
        ]);
    });

    it('is not known by a word of it that says something else', () => {
        for (const head of (
            'Zone Description|Vendor No|Contact Name|User Name|Network Name|Domain Name|Number of Devices|Serial No|' +
            'Last Zone Name|Source Zone Name|Device Status|Hardware Version|Type No'
        ).split('|'))
            assert.equal(meaningOf(head, assetFields)?.field.key ?? 'text', 'text', head);
        for (const head of ['System Description', 'Risk Owner', 'Likelihood Description'])
            assert.equal(meaningOf(head, riskFields)?.field.key ?? 'text', 'text', head);
    });

    it('of two rows with merged cells says what the lower one says', () => {
        const sheet = utils.aoa_to_sheet([
            ['Device', null, 'Network', null, 'Product', null, 'Zone'],
            ['Tag', 'Description', 'IP', 'MAC', 'Manufacturer', 'Model', 'Name'],
            ['PLC-401', 'Mixer PLC', '10.4.1.10', '00:1B:1B:04:01:0A', 'Siemens', 'S7-1516', 'Cell 4'],
            ['HMI-401', 'Mixer panel', '10.4.1.11', '', 'Siemens', 'TP1200', 'Cell 4'],
        ]);
        sheet['!merges'] = [0, 2, 4].map(c => ({ s: { r: 0, c }, e: { r: 0, c: c + 1 } }));
        const answer = run(
            'assets',
            new Uint8Array(write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'array' })),
        );
        assert.match(
            declarations(answer),
            /^zone Cell4 "Cell 4" \{\n {2}asset PLC-401 "Mixer PLC" : \S+ \{\n {4}address 10\.4\.1\.10\n.*\n {4}vendor "Siemens"\n {4}product "S7-1516"\n {2}\}/u,
        );
    });
});
