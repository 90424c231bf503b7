import assert from 'node:assert/strict';
import { utils, write } from '@e965/xlsx';
import { formatText } from 'iacs-language';
import { meaningOf, assetFields, plainHead, riskFields } from '../src/import/fields.ts';
import { noticeLines } from '../src/import/grouped.ts';
import type { Known } from '../src/import/known.ts';
import type { ImportError } from '../src/import/import-error.ts';
import { readScale } from '../src/import/scale.ts';
import { readAddresses } from '../src/import/values.ts';
import { alone, declarations, element, messages, run } from './support/imports.ts';

describe('A level of a register', () => {
    const plain = { size: 5, names: [] as string[] };
    const named = { size: 3, names: ['L', 'M', 'H'] };
    const words = { size: 4, names: ['rare', 'possible', 'likely', 'almost certain'] };
    const value = (text: string, scale = plain): number | string => {
        const read = readScale(text, scale);
        return read.kind === 'value' ? read.value : read.kind === 'text' ? read.why : '';
    };

    it('is a number alone, or with a sign and a name behind it', () => {
        assert.deepEqual(
            [
                '4',
                '4.0',
                '3,0',
                '4 - likely',
                '5 (minor)',
                '3: possible',
                '2 – seldom',
                '1. rare',
                '2) seldom',
                'likely (4)',
                'possible: 3',
                '1 = rare',
            ].map(text => value(text)),
            [4, 4, 3, 4, 5, 3, 2, 1, 2, 4, 3, 1],
        );
    });

    it('is not a number with a unit, a count or a rank', () => {
        const not = [
            '1 fatality',
            '2 deaths',
            '1 per year',
            '3 per century',
            '2 years',
            '4 weeks downtime',
            '3B',
            '2x',
            '3rd party injury',
            '3 M EUR',
            '4%',
            '4 %',
            '2.5',
            '1/5',
            '4 of 5',
            '<3',
            '~2',
            '2+',
            '3-phase',
            '1e2',
            '٣',
            'IV',
            'n/a',
            '0–1',
            '2 (re-dosing: 3)',
            '1 - 2 persons',
            '7',
            '0',
            '9',
        ];
        for (const text of not) assert.equal(typeof value(text), 'string', text);
    });

    it('is the name that the matrix gives it, and never one that contradicts its number', () => {
        assert.deepEqual(
            ['H', 'm', ' L '.trim(), '3 (H)', 'H (3)'].map(text => value(text, named)),
            [3, 2, 1, 3, 3],
        );
        assert.deepEqual(
            ['Almost certain', 'almost-certain', '4 - almost certain', '2 possible'].map(text => value(text, words)),
            [4, 4, 4, 'is a number with a unit or a word, and not a level'],
        );
        assert.equal(value('3 (L)', named), 'contradicts the risk matrix, in which "L" is level 1');
        assert.equal(value('4 - possible', words), 'contradicts the risk matrix, in which "possible" is level 2');
        assert.equal(value('high', named), 'is not a level of the risk matrix (L, M, H)');
        assert.equal(value('H', { size: 2, names: ['H', 'h'] }), 'is not a level of the risk matrix (H, h)');
    });
});

describe('A register that speaks of the model', () => {
    const model: Known = {
        ...alone,
        likelihood: { size: 3, names: ['L', 'M', 'H'] },
        consequence: { size: 3, names: ['L', 'M', 'H'] },
        elements: [
            element('Control', null, { addresses: ['192.0.2.0/27'] }),
            element('Control.A-01', 'PLC_Intake', { addresses: ['192.0.2.10'] }),
            element('Control.A-02', 'PLC_Dosing', { addresses: ['192.0.2.11'] }),
            element('Ops.A-05', 'OT_Historian', { addresses: ['192.0.2.30'] }),
        ],
        countermeasures: [
            { id: 'Backup', title: 'weekly backup' },
            { id: 'Isolated', title: 'Isolated segment' },
        ],
    };

    it('names its things by name, by address, or by both, and its levels by their names', () => {
        const answer = run(
            'risks',
            `risk_id,threat_scenario,asset,likelihood(H/M/L),impact(H/M/L),mitigation_controls
RSK-01,Write command,"PLC_Dosing (192.0.2.11); PLC_Intake (192.0.2.10)",H,H,Allow-list
RSK-02,Ransomware,192.0.2.30,M,H,Isolated segment; weekly backup
RSK-03,Sniffed,Control network (192.0.2.0/27),L,M,
RSK-04,Mixed up,PLC_Dosing (192.0.2.10),L,L,
RSK-05,Nobody has it,PLC_Dosing (192.0.2.99),L,L,
`,
            { known: model },
        );
        assert.equal(
            declarations(answer),
            `threat RSK-01 "Write command" {
  description "mitigation_controls: Allow-list"
  against Control.A-02, Control.A-01
  likelihood 3
  consequence 3
}
threat RSK-02 "Ransomware" {
  against Ops.A-05
  likelihood 2
  consequence 3
  mitigated by Isolated, Backup
}
threat RSK-03 "Sniffed" {
  against Control
  likelihood 1
  consequence 2
}
threat RSK-04 "Mixed up" {
  description "asset: PLC_Dosing (192.0.2.10)"
  likelihood 1
  consequence 1
}
threat RSK-05 "Nobody has it" {
  against Control.A-02
  likelihood 1
  consequence 1
}
`,
        );
        assert.match(
            messages(answer).join('\n'),
            /^5: asset "PLC_Dosing \(192\.0\.2\.10\)" contradicts the model: its name is Control\.A-02, its address is that of Control\.A-01;/m,
        );
    });
});

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

describe('Tables of programs', () => {
    it('hold types as people call them', () => {
        const answer = run(
            'assets',
            `tag,device type,zone
A1,EWS,M
A2,Logic solver,M
A3,Camera,M
A4,"Frequenzumrichter",M
A5,BMS,M
A6,automate programmable,M
A7,SPS,M
A8,PC,M
A9,"""ipc""",M
`,
        );
        assert.deepEqual(answer.text.match(/asset A\d : \S+/g), [
            'asset A1 : engineering-station',
            'asset A2 : safety-controller',
            'asset A3 : ip-camera',
            'asset A4 : variable-frequency-drive',
            // What several types are called is written as the type that each of them is.
            'asset A5 : controller',
            'asset A6 : plc',
            'asset A7 : plc',
            'asset A8 : host-device',
            'asset A9 : industrial-pc',
        ]);
        assert.match(answer.text, /asset A8 : host-device \{\s*description "device type: PC"/u);
        assert.ok(
            answer.notices.some(({ message }) =>
                message.includes(
                    'device type "PC" may be industrial-pc or workstation, and is written as host-device, which each of them is',
                ),
            ),
        );
    });

    it('are those of NetBox', () => {
        const answer = run(
            'assets',
            `id,name,status,tenant,site,location,rack,role,manufacturer,device_type,platform,serial,primary_ip,primary_ip4,cf_purdue_level,cf_security_zone,cf_sl_target
41,kiln-plc-01,Active,Co,Quarry 7,Kiln building,CAB-03,PLC,Vendor A,CPU 1516-3,,SN01,10.61.10.11/24,10.61.10.11/24,1,Kiln control,2
43,kiln-plc-02,Decommissioned,Co,Quarry 7,Store,,PLC,Vendor A,CPU 315,,SN03,,,2,Kiln control,2
44,mill-plc-03,Planned,Co,Quarry 7,Mill,CAB-09,PLC,Vendor A,CPU 1516-3,V3,,10.61.20.11/24,,1,Mill control,
`,
        );
        assert.deepEqual(answer.sources, ['a device export of NetBox']);
        assert.equal(
            declarations(answer),
            `zone KilnControl "Kiln control" {
  SL-T 2
  asset kiln-plc-01 "kiln-plc-01" : plc {
    description "tenant: Co; serial: SN01; status: Active; cf_purdue_level: 1"
    address 10.61.10.11
    vendor "Vendor A"
    product "CPU 1516-3"
    location "Quarry 7, Kiln building, CAB-03"
  }
  asset kiln-plc-02 "kiln-plc-02" : plc {
    description "tenant: Co; serial: SN03; status: Decommissioned; cf_purdue_level: 2"
    vendor "Vendor A"
    product "CPU 315"
    location "Quarry 7, Store"
  }
}
zone MillControl "Mill control" {
  purdue 1
  asset mill-plc-03 "mill-plc-03" : plc {
    description "tenant: Co; status: Planned"
    address 10.61.20.11
    vendor "Vendor A"
    product "CPU 1516-3"
    version "V3"
    location "Quarry 7, Mill, CAB-09"
  }
}
`,
        );
        assert.deepEqual(messages(answer), [
            '1: 2 rows are not of devices in use: kiln-plc-02 (Decommissioned), mill-plc-03 (Planned). They are ' +
                'written with that word in their description; leave them out with --without STATE.',
            '1: The rows of KilnControl say purdue 1 and 2: none is written for the zone, and each row keeps its ' +
                'own as text.',
        ]);
        const live = run(
            'assets',
            'name,status,site,role,manufacturer,device_type,rack,tenant\na-1,Planned,S,PLC,V,T,R,C\na-2,Active,S,PLC,V,T,R,C\n',
            { without: ['planned'] },
        );
        assert.deepEqual(declarations(live).match(/asset \S+/g), ['asset a-2']);
    });

    it('are those of sensors, with columns that move', () => {
        const table = (seen: string): string =>
            'IP Address,MAC Address,Name,Type,Vendor,Model Number,Firmware,Last Seen,Is Authorized,Is ' +
            'Programming Device,Unacknowledged Alerts,Risk ' +
            'Score,Rack,Slot\n10.61.4.11,00:00:5e:00:53:01,CRUSHER-PLC,PLC,A,CPU ' +
            `1516,V2.9,${seen},True,False,0,35,0,2\n`;
        const first = run('assets', table('2026-11-20'));
        assert.deepEqual(first.sources, ['an inventory of Microsoft Defender for IoT']);
        assert.match(
            messages(first).join('\n'),
            /Last Seen, Unacknowledged Alerts, Risk Score change from export to export .* --ignore "Last Seen" --ignore "Unacknowledged Alerts" --ignore "Risk Score"/,
        );
        const ignore = ['last seen', 'Risk_Score', 'Unacknowledged Alerts'];
        const again = run('assets', table('2026-11-21'), {
            ignore,
            existing: run('assets', table('2026-11-20'), { ignore }).text,
        });
        assert.deepEqual([again.added, again.updated, again.unchanged], [0, 0, 1]);
        assert.throws(() => run('assets', table(''), { ignore: ['Nowhere'] }), /No column is called "Nowhere"/);
    });

    it('are those of Nozomi Guardian, of Malcolm, and of nmap with a row for each service', () => {
        const nozomi = run(
            'assets',
            'appliance_host,label,ip,mac_address,mac_vendor,zone,level,type,vendor,product_name,firmware_version,is_learned,is_confirmed,subnet\ng1,PLC ' +
                '7,10.1.1.7,00:1b:1b:00:00:07,Siemens AG,Cell 1,1,PLC,Siemens,S7-1500,V2.9,true,true,10.1.1.0/24\n',
        );
        assert.deepEqual(nozomi.sources, ['a table of nodes of Nozomi Guardian']);
        assert.match(
            declarations(nozomi),
            /^zone Cell1 "Cell 1" \{\n {2}purdue 1\n {2}network 10\.1\.1\.0\/24\n {2}asset PLC7 "PLC 7" : plc \{\n {4}description ".*mac_vendor: Siemens AG.*"\n {4}address 10\.1\.1\.7\n {4}mac "00:1b:1b:00:00:07"\n {4}vendor "Siemens"\n {4}product "S7-1500"\n {4}version "V2\.9"/,
        );
        const malcolm = run(
            'assets',
            'source.device.name,source.ip,source.mac,source.device.role,source.device.manufacturer,source.segment.name,event.dataset\nplc-3,10.1.1.3,00:1b:1b:00:00:03,PLC,Siemens,Cell ' +
                '2,s7comm\n',
        );
        assert.match(
            declarations(malcolm),
            /^zone Cell2 "Cell 2" \{\n {2}asset plc-3 "plc-3" : plc \{\n {4}description "event\.dataset: s7comm"\n {4}address 10\.1\.1\.3\n {4}mac/,
        );
        const nmap = run(
            'assets',
            'FQDN;IP;PORT;PROTOCOL;STATE;SERVICE;VERSION\nplc1.site;10.1.1.5;102;tcp;open;iso-tsap;Siemens ' +
                'S7\nplc1.site;10.1.1.5;80;tcp;open;http;\n;10.1.1.6;502;tcp;filtered;mbap;\n',
        );
        assert.deepEqual(nmap.sources, ['a table of services that nmap found']);
        assert.deepEqual(declarations(nmap).match(/(?<=^ {2})asset .*|description .*|address .*/gm), [
            'asset plc1-site "plc1.site" : type-not-stated {',
            'description "Ports: tcp 102 (iso-tsap Siemens S7); tcp 80 (http)"',
            'address 10.1.1.5',
            'asset A10-1-1-6 : type-not-stated {',
            'description "Ports: tcp 502 (mbap), filtered"',
            'address 10.1.1.6',
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

describe('An inventory that meets a model', () => {
    const model: Known = {
        ...alone,
        where: address => ({
            all:
                address === '192.0.2.20'
                    ? [{ asset: null, zone: 'Control', address, translator: null, everywhere: false }]
                    : [],
            hiddenBy: [],
        }),
        elements: [
            element('Control', 'Control zone', { addresses: ['192.0.2.0/26'], says: new Map([['purdue', '1']]) }),
            element('Ops', 'Operations', { addresses: ['192.0.2.128/26'] }),
            element('Control.Plc0', 'Backwash PLC', {
                addresses: ['192.0.2.9'],
                macs: ['00:1b:1b:00:00:09'],
                says: new Map([['vendor', 'Acme']]),
            }),
            element('Control.Old', 'Old PLC'),
        ],
    };
    const inventory = `Asset_ID,Name,Zone,IP_Address,Type,Manufacturer,MAC,Purdue level
A-01,Intake PLC,Control (L1),192.0.2.10,PLC,,,1
A-02,Dosing PLC,control zone,192.0.2.11,PLC,,,2
A-03,Historian,Ops,192.0.2.130,Historian,,,
A-04,Backwash,Control,192.0.2.9,PLC,Other,,
A-05,Old PLC,Control,192.0.2.12,PLC,,00-1B-1B-00-00-09,
A-06,Panel,,192.0.2.20,HMI,,,
A-07,,Filters,,PLC,,,
`;

    it('finds zones by name, title, case and bracket, and writes what is new within them', () => {
        const answer = run('assets', inventory, { known: model, taken: ['Control.Plc0', 'Control.Old'] });
        assert.equal(
            declarations(answer),
            `within Control {
  asset A-01 "Intake PLC" : plc {
    description "Zone: Control (L1)"
    address 192.0.2.10
  }
  asset A-02 "Dosing PLC" : plc {
    description "Purdue level: 2"
    address 192.0.2.11
  }
  asset A-06 "Panel" : hmi {
    address 192.0.2.20
  }
}
within Ops {
  asset A-03 "Historian" : historian {
    address 192.0.2.130
  }
}
zone Filters {
  asset A-07 : plc
}
`,
        );
        assert.deepEqual(answer.met, { matched: 1, missing: ['Control.Old'] });
        assert.deepEqual(messages(answer), [
            '5: "A-04" is Control.Plc0 of the model, by its address, and not written again; it says vendor ' +
                '"Other" where the model says "Acme".',
            '6: "A-05" contradicts the model: its MAC address is that of Control.Plc0, its name that of ' +
                'Control.Old. The row is not written; correct one of the two.',
            '7: "Panel" has no zone in the inventory; it is written in Control, because its address lies in a network of Control.',
            '1: The model has no zone Filters; it is written as a new one, without a conduit.',
            '1: Control of the model says purdue 1, the inventory 2; nothing is written of it.',
        ]);
    });

    it('changes nothing the second time, though the table has moved and people have worked in the file', () => {
        const first = run('assets', inventory, { known: model });
        assert.equal(formatText(first.text), first.text);
        const edited = first.text
            .replace(
                'asset A-01 "Intake PLC" : plc {',
                '// Checked on site.\n   asset   A-01 "Intake PLC"   : plc\n  {',
            )
            .replace('within Ops {', 'within Ops {   // two halls');
        assert.equal(run('assets', inventory, { known: model, existing: edited }).text, edited);
        const rows = inventory
            .trim()
            .split('\n')
            .map(line => line.split(','));
        const moved = [rows[0]!, ...rows.slice(1).reverse()]
            .map(row => [row[4], row[0], row[7], row[2], row[1], row[6], row[5], row[3]].join(','))
            .join('\n');
        const again = run('assets', moved, { known: model, existing: edited });
        assert.equal(again.text, edited);
        assert.deepEqual([again.added, again.updated], [0, 0]);
        const more = run('assets', `${inventory}A-08,New one,Ops,192.0.2.131,PLC,,,\n`, {
            known: model,
            existing: edited,
        });
        assert.ok(more.text.startsWith(edited.slice(0, edited.indexOf('within Ops'))));
        assert.match(
            more.text,
            /within Ops \{ {3}\/\/ two halls\n(?:.*\n)+? {2}asset A-03 (?:.*\n)+?\n {2}\/\/ iacs import "A-08".*\n {2}asset A-08 "New one" : plc \{\n {4}address 192\.0\.2\.131\n {2}\}\n\}\n/,
        );
    });
});

describe('Cells and notices', () => {
    it('give their addresses, whatever stands beside them', () => {
        assert.deepEqual(readAddresses('10.1.1.5/24; fe80::1%eth0, 00-1D-9C-C8-BC-46 / DHCP (10.1.1.6) n/a'), {
            addresses: ['10.1.1.5', 'fe80::1', '10.1.1.6'],
            macs: ['00:1d:9c:c8:bc:46'],
            dhcp: true,
            rest: 'n/a',
        });
        assert.deepEqual(readAddresses('10.1.1.256 001b.1b00.0001'), {
            addresses: [],
            macs: ['00:1b:1b:00:00:01'],
            dhcp: false,
            rest: '10.1.1.256',
        });
        assert.match(
            declarations(run('assets', 'Name,IP,MAC\nA-1,DHCP,001B1B000001\n')),
            /address dhcp\n {4}mac "00:1b:1b:00:00:01"/,
        );
    });

    it('of one kind are told once, with their number and rows', () => {
        const notices = Array.from({ length: 30 }, (_, index) => ({
            sheet: 'S',
            row: index + 2,
            message: `Type "T${index}" is not an asset type.`,
        }));
        assert.deepEqual(noticeLines([...notices, { sheet: 'S', row: 1, message: 'Other.' }]), [
            'S, row 2: Type "T0" is not an asset type. 29 more like it (rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ' +
                '13, 14 …).',
            'S, row 1: Other.',
        ]);
    });

    it('hold names such as __proto__ and lone surrogates', () => {
        const answer = run(
            'assets',
            'Name,__proto__,constructor,Type\n__proto__,x,y,constructor\nA\ud800,,,PLC\n'.toString(),
        );
        assert.match(
            declarations(answer),
            /asset __proto__ "__proto__" : type-not-stated \{\n {4}description "__proto__: x; constructor: y; Type: constructor"/,
        );
    });
});
