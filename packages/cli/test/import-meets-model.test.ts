import assert from 'node:assert/strict';
import { formatText } from 'iacs-language';
import type { Known } from '../src/import/known.ts';
import { alone, declarations, element, messages, run } from './support/imports.ts';

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

    it('says what else a row says of a device of the model: its type, its criticality and what it is', () => {
        const says = new Map([
            ['type', 'hmi'],
            ['criticality', 'low'],
            ['is', 'wireless'],
        ]);
        const types = [...alone.types, { id: 'own-plc', title: null, base: { id: 'plc' } }];
        const plc = new Map([['type', 'own-plc']]);
        const elements = [
            element('Hall', null),
            element('Hall.Panel', null, { addresses: ['10.1.1.2'], says }),
            element('Hall.Plc', null, { addresses: ['10.1.1.3'], says: plc }),
        ];
        const answer = run(
            'assets',
            'Name,Type,IP,Criticality,Essential,Wireless\nPump,PLC,10.1.1.2,high,yes,yes\nPlc,PLC,10.1.1.3,,,\n' +
                'Plc,Thing,10.1.1.3,odd,maybe,no\n',
            { known: { ...alone, elements, types } },
        );
        assert.deepEqual(messages(answer), [
            '2: "Pump" is Hall.Panel of the model, by its address, and not written again; it says criticality high where ' +
                'the model says low; it is of type plc where the model says hmi; it also says is essential.',
            '3: "Plc" is Hall.Plc of the model, by its address, and not written again.',
            '4: "Plc" is Hall.Plc of the model, by its address, and not written again; row 3 is that device too.',
        ]);
    });
});
