import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { formatText } from 'iacs-language';
import { drawnWorkbook } from './support/drawn-workbook.ts';
import { declarations, messages, problems, run } from './support/import-runs.ts';

describe('Import of an inventory', () => {
    it('writes assets into the zones that the inventory names, with what it says of them', async () => {
        const answer = await run(
            'assets',
            `Tag,Name,Security zone,Type,IP/MAC,Manufacturer,Model,Firmware,Criticality,Remarks,Rack
P-101,Pump controller,Cell 1,PLC,10.1.1.5 / 00:1D:9C:C8:BC:46,Acme,X1,2.4,High,ok,R7
,Office printer,,Teleprinter,n/a,,,,unclear,,
`,
        );
        assert.equal(
            declarations(answer),
            `zone Cell1 "Cell 1" {
  asset P-101 "Pump controller" : plc {
    description "ok"
    address 10.1.1.5
    mac "00:1d:9c:c8:bc:46"
    vendor "Acme"
    product "X1"
    version "2.4"
    location "R7"
    criticality high
  }
}
zone Unassigned "Assets that the inventory gives no zone" {
  asset OfficePrinter "Office printer" : type-not-stated {
    description "IP/MAC: n/a; Criticality: unclear; Type: Teleprinter"
  }
}
/** Replace it in each asset by the type that it has, then remove it. It is based on embedded-device only because every type has a base. */
type type-not-stated "Type not stated in the inventory" : embedded-device
`,
        );
        assert.deepEqual(problems('assets', answer.text), []);
        assert.equal(formatText(answer.text), answer.text);
    });
});

describe('Import of workbooks', () => {
    function fixture(name: string): Uint8Array {
        return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
    }

    it(
        'reads a register that LibreOffice wrote: merged titles, heads in two rows, formulas, rich text, dates, a ' +
            'hidden sheet',
        async () => {
            const answer = await run('risks', fixture('risk-register-libreoffice.xlsx'));
            assert.equal(
                declarations(answer),
                `threat R-01 "Remote attacker overdoses" {
  description "Group: Dosing; Remarks: see HAZOP node 3"
  against Control.Plc1
  category safety
  likelihood 4
  consequence 5
  mitigated by Accounts to likelihood 2 consequence 5
}
threat R-02 "Ransomware \u2192 HMI stops" {
  description "Group: Dosing; Unmitigated Impact: 4 \u2013 major; Existing controls: Backups, Accounts; Residual Likelihood: n/a"
  against Control.Hmi1
  likelihood 3
  consequence 4
}
threat R-03 "Wrong set\u2011point" {
  description "Group: Dosing; Remarks: 2026-03-31; Unmitigated Likelihood: 2 (re\u2011dosing: 3); Unmitigated Impact: 0\u20131"
}
threat E-1 "Spill of hypochlorite" {
  against Control
  likelihood 2
  consequence 3
}
`,
            );
            assert.match(answer.text, /^\/\/ Status: draft, reviewed by operations$/m);
            assert.match(answer.text, /^\/\/ \* likelihood agreed on 3 March$/m);
            assert.doesNotMatch(answer.text, /Hidden/);
        },
    );

    it('reads the inventory form of a ship, most of whose 20 columns are empty', async () => {
        const answer = await run('assets', fixture('ship-inventory-libreoffice.xlsx'));
        assert.equal(answer.tables[0]!.columns.length, 20);
        assert.match(
            answer.text,
            /description "Group: Engine; Summary: Main generator; Protocols: Modbus; Category \(E22\): III"\n {4}address 10\.1\.1\.5\n {4}mac "00:1d:9c:c8:bc:46"/,
        );
        assert.deepEqual(problems('assets', answer.text), []);
    });

    it(
        'reads merged cells in the rows that LibreOffice wrote: one cell says the same of every row and column that ' +
            'it covers',
        async () => {
            const answer = await run('risks', fixture('merged-cells-libreoffice.xlsx'), { sheet: 'Risks' });
            assert.equal(
                declarations(answer),
                `threat R-01 "Remote attacker overdoses" {
  description "Group: Dosing"
  against Control.Plc1
  likelihood 4
  consequence 5
  mitigated by Accounts to likelihood 2
}
threat R-02 "Ransomware \u2192 HMI stops" {
  description "Group: Dosing; Unmitigated Likelihood: 3 \u2013 possible; Residual likelihood: n/a"
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Accounts
}
threat R-03 "Wrong set\u2011point" {
  description "Group: Dosing; Unmitigated Likelihood: 0\u20131; Unmitigated Impact: 0\u20131"
  against Control.Plc1
}
threat R-04 "Spill" {
  description "Group: Environment; Unmitigated Likelihood: 2 (re-dosing: 3)"
  against Control
  consequence 3
}
threat R-04_2 "Spill" {
  description "Group: Environment"
  against Control.Hmi1
  likelihood 2
  consequence 2
}
`,
            );
            assert.match(
                messages(answer).join('\n'),
                /^8: Unmitigated Impact is one merged cell with Unmitigated Likelihood; "0\u20131" is read for both\.$/m,
            );
            const inventory = await run('assets', fixture('merged-cells-libreoffice.xlsx'), { sheet: 'Assets' });
            assert.deepEqual(declarations(inventory).match(/^zone \w+/gm), ['zone Engine', 'zone Navigation']);
            assert.match(
                declarations(inventory),
                /zone Engine \{\n {2}asset E-1 .*\n.*\n {2}\}\n {2}asset BoilerPanel .*\n {2}asset SteeringDisplay /,
            );
        },
    );

    it('reads one sheet when it is named', async () => {
        const book = utils.book_new();
        for (const name of ['A', 'B'])
            utils.book_append_sheet(
                book,
                utils.aoa_to_sheet([
                    ['Id', 'Title', 'Likelihood'],
                    [`${name}-1`, `Of ${name}`, 2],
                ]),
                name,
            );
        const bytes = new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer);
        assert.equal(
            declarations(await run('risks', bytes, { sheet: 'B' })),
            'threat B-1 "Of B" {\n  likelihood 2\n}\n',
        );
        await assert.rejects(run('risks', bytes, { sheet: 'C' }), /has no sheet "C": its sheets are "A", "B"/);
    });

    it('names the sheets and the rows that it did not take for a table', async () => {
        const bytes = drawnWorkbook(`!sheet Line 1
Tag | Name | Type | Zone
P1 | Pump | PLC | A
Tank |
P2 | Panel | HMI | A
!sheet Line 2
Bezeichnung X | Kennung Y
P3 | P4
!sheet Notes
Revision of the list
!sheet Empty
 | `);
        const answer = await run('assets', bytes);
        assert.deepEqual(answer.text.match(/^ *asset \S+/gm), ['  asset P1', '  asset P2']);
        assert.deepEqual(messages(answer), [
            '0: No row of this sheet has two known headers, and it is not read (2 rows; "Bezeichnung X", "Kennung Y"). ' +
                'If it belongs to the table, name its columns with --sheet and --map.',
            '0: No row of this sheet has two known headers, and it is not read (1 row; "Revision of the list"). If it ' +
                'belongs to the table, name its columns with --sheet and --map.',
            '3: "Tank" stands alone in its row: it is read as the title of the rows below and kept with each of them.',
        ]);
    });

    it('reads rows without a device as zones, and invents none', async () => {
        const sheet = `Zone;SL-T;Beschreibung;Systeme;Netz;Standort
Leitstand;2;Bedienung;OS1, OS2;10.1.1.0/24;Haus 1
Feld;1;;;;
Feld;3;doppelt;;;
;;nur Text;Server;;
`;
        const answer = await run('assets', sheet);
        assert.equal(
            declarations(answer),
            `zone Leitstand {
  description "Bedienung. Systeme: OS1, OS2; Standort: Haus 1"
  SL-T 2
  network 10.1.1.0/24
}
zone Feld
`,
        );
        assert.match(
            answer.text,
            /\n\/\/ Zone: Feld; SL-T: 3; Beschreibung: doppelt\n\/\/ Beschreibung: nur Text; Systeme: Server\n/,
        );
        assert.deepEqual(messages(answer).slice(0, 4), [
            '2: The row names no device: it is read as the zone Leitstand.',
            '3: The row names no device: it is read as the zone Feld.',
            '4: The row names no device and no new zone; it is kept as a comment.',
            '5: The row names no device and no new zone; it is kept as a comment.',
        ]);
        assert.deepEqual(problems('assets', answer.text), []);
        assert.equal((await run('assets', sheet, { existing: answer.text })).text, answer.text);
        const devices = await run('assets', 'Name;Typ;Zone;SL-T\nP1;PLC;Feld;1\nP2;PLC;Leitstand;2\n', {
            existing: answer.text,
        });
        assert.deepEqual(devices.text.match(/^ *(?:zone|within|asset).*/gm), [
            'zone Leitstand {',
            '  asset P2 "P2" : plc',
            'zone Feld',
            'within Feld {',
            '  asset P1 "P1" : plc',
        ]);
        assert.deepEqual(problems('assets', devices.text), []);
    });

    it('takes no line of hints below the headers for headers or for a device', async () => {
        const answer = await run(
            'assets',
            'Tag;Name;Typ;IP;Zone;Purdue\n(unique);(text);(list);(IPv4);(name);(0-5)\nP1;Pumpe;PLC;10.1.1.1;A;1\n',
        );
        assert.equal(
            declarations(answer),
            'zone A {\n  purdue 1\n  asset P1 "Pumpe" : plc {\n    address 10.1.1.1\n  }\n}\n',
        );
        assert.deepEqual(messages(answer), [
            '2: "(unique) (text) (list) (IPv4) (name) (0-5)" is not a row of the table; it is kept as a comment.',
        ]);
    });

    it('takes no list of revisions below an inventory for devices', async () => {
        const answer = await run(
            'assets',
            `Tag;Name;Type;IP;Zone
P1;Pump;PLC;10.1.1.1;A
P2;Fan;PLC;10.1.1.2;A
;;;;
P3;Spare;PLC;;
P4;Spare;Thing;;
;;;;
Revision;Author;Change;;
1;JD;first;;
;;;;
Legend;;;;
PLC = controller;;;;
`,
        );
        assert.deepEqual(answer.text.match(/^ *asset \S+/gm), ['  asset P1', '  asset P2', '  asset P3', '  asset P4']);
        assert.match(answer.text, /\n\/\/ Revision, Author, Change\n\/\/ 1, JD, first\n\/\/ Legend\n/u);
        assert.deepEqual(messages(answer).slice(-4), [
            '8: "Revision, Author, Change" is not a row of the table; it is kept as a comment.',
            '9: "1, JD, first" is not a row of the table; it is kept as a comment.',
            '11: "Legend" is not a row of the table; it is kept as a comment.',
            '12: "PLC = controller" is not a row of the table; it is kept as a comment.',
        ]);
    });

    it('takes a section below a title for devices, whatever is said of them', async () => {
        const answer = await run(
            'assets',
            'Name;Type;IP;Zone\nP1;PLC;10.1.1.1;A\n;;;\nCabinet 3;;;\nLamp;Thing;;\nBell;Thing;;\n',
        );
        assert.deepEqual(answer.text.match(/^ *asset \S+/gm), ['  asset P1', '  asset Lamp', '  asset Bell']);
        assert.match(answer.text, /description "Group: Cabinet 3; Type: Thing"/);
    });

    it('writes a formatted file where a table has no rows', async () => {
        const { text, added } = await run('assets', 'Name;Typ;Zone\n');
        assert.deepEqual([added, formatText(text)], [0, text]);
    });

    it('says what to do with a file that it cannot read', async () => {
        await assert.rejects(
            run('risks', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])),
            /old Office file: open it in a spreadsheet program/,
        );
        await assert.rejects(run('risks', new Uint8Array([0x50, 0x4b, 3, 4, 1])), /its end is missing or damaged/);
        await assert.rejects(run('risks', ''), /^ImportError: register is empty\.$|^Error: register is empty\.$/);
        await assert.rejects(run('risks', 'a,b\n1,2\n'), /no header row .* --map title="a"/);
    });
});
