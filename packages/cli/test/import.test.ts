import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { analyse, formatText, library, parse } from 'iacs-language';
import type { ImportAnswer, ImportKind } from '../src/import/import-file.ts';
import { importFile } from '../src/import/import-file.ts';
import type { Known, KnownElement } from '../src/import/known.ts';
import { nothingIsWhere } from '../src/import/places.ts';

function element(id: string, title: string | null, more: Partial<KnownElement> = {}): KnownElement {
    return {
        kind: id.includes('.') ? 'asset' : 'zone',
        id,
        title,
        file: 'main.iacs',
        addresses: [],
        macs: [],
        says: new Map(),
        ...more,
    };
}

const known: Known = {
    where: nothingIsWhere,
    elements: [
        element('Enterprise', 'Office'),
        element('Control', null),
        element('Control.Plc1', 'Dosing PLC'),
        element('Control.Hmi1', null),
    ],
    countermeasures: [
        { id: 'Accounts', title: 'Named accounts' },
        { id: 'Backup', title: null },
    ],
    types: library().files.flatMap(file => file.types),
    classes: ['safety'],
    likelihood: { size: 5, names: [] },
    consequence: { size: 5, names: [] },
};

/** The same without anything of a model. */
const alone: Known = { ...known, elements: [], countermeasures: [], classes: [] };

/** The model that the registers of these tests speak of. */
const plant = `system Plant { tolerable-risk 6 }
zone Enterprise { kind enterprise }
zone Control { asset Plc1 : plc asset Hmi1 : hmi }
countermeasure Accounts { status implemented }
countermeasure Backup { status planned }
`;

interface Options {
    readonly existing?: string;
    readonly columns?: readonly (readonly [string, string])[];
    readonly sheet?: string;
    readonly known?: Known;
    readonly ignore?: readonly string[];
    readonly without?: readonly string[];
}

async function run(
    kind: ImportKind,
    content: string | Uint8Array,
    { existing, columns = [], sheet, known: given, ...more }: Options = {},
): Promise<ImportAnswer> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return importFile({
        kind,
        name: 'register',
        bytes,
        sheet: sheet ?? null,
        columns: new Map(columns),
        known: given ?? (kind === 'risks' ? known : alone),
        existing: existing ?? null,
        taken: [],
        ...more,
    });
}

/** The declarations without the comments that remember what was written, and without the head of the file. */
function declarations(answer: ImportAnswer): string {
    return answer.text
        .split('\n')
        .filter(line => !/^\s*\/\//.test(line))
        .join('\n')
        .replace(/^\n+/, '')
        .replace(/\n{2,}/g, '\n');
}

function messages(answer: ImportAnswer): readonly string[] {
    return answer.notices.map(({ row, message }) => `${row}: ${message}`);
}

/** What is not understood of an import, put beside the model that it speaks of. */
function problems(kind: ImportKind, text: string): readonly string[] {
    const source = { parse: () => undefined, resolve: () => null };
    const root = parse('file:///main.iacs', `${kind === 'risks' ? plant : 'system Plant\n'}${text}`);
    return analyse(root, source, { today: '2026-06-01' }).problems.map(problem => problem.message);
}

const register = `Risk register of the dosing plant,,,,,,,,
"Revision 4, 2026-03-02",,,,,,,,

No.,Threat scenario,Source,Target,Likelihood (1-5),Impact,Existing controls,Residual likelihood,Comment
Dosing,,,,,,,,
R-01,Overdosing by a remote attacker,Office,Dosing PLC,4,5,Accounts,2,"see HAZOP, node 3"
R\u201102,Ransomware \u2013 stops the HMI,Office \u2192 Control,Hmi1,3 - possible,4 (major),Restore,n/a,
,,,,,,,,
R-03,Wrong set-point,,,2 (re-dosing: 3),0\u20131,,,
R-03,Second of the same,,,n/a,high,,,

Environmental risks,,,,,,,,
ID,Title,Probability,Severity,,,,,
E-1,Spill,2,9,loose text,,,,
`;

describe('Import of a risk register', () => {
    it('reads titles, groups, empty rows, two tables, dashes, arrows and what is no number', async () => {
        const answer = await run('risks', register);
        assert.equal(
            declarations(answer),
            `threat R-01 "Overdosing by a remote attacker" {
  description "Group: Dosing; Comment: see HAZOP, node 3"
  from Enterprise
  against Control.Plc1
  likelihood 4
  consequence 5
  mitigated by Accounts to likelihood 2
}
threat R-02 "Ransomware \u2013 stops the HMI" {
  description "Group: Dosing; Source: Office \u2192 Control; Likelihood (1-5): 3 - possible; Impact: 4 (major); Existing controls: Restore; Residual likelihood: n/a"
  against Control.Hmi1
  likelihood 3
  consequence 4
}
threat R-03 "Wrong set-point" {
  description "Group: Dosing; Likelihood (1-5): 2 (re-dosing: 3); Impact: 0\u20131"
}
threat R-03_2 "Second of the same" {
  description "Group: Dosing; Likelihood (1-5): n/a; Impact: high"
}
threat E-1 "Spill" {
  description "loose text; Severity: 9"
  likelihood 2
}
`,
        );
        assert.match(answer.text, /^\/\/ Risk register of the dosing plant$/m);
        assert.match(answer.text, /^\/\/ Environmental risks$/m);
    });

    it('tells every cell that is kept as text, with its row', async () => {
        assert.deepEqual(messages(await run('risks', register)), [
            '7: Source "Office \u2192 Control" is a path and not a list; it is kept as text in the description.',
            '7: Existing controls "Restore" names Restore, which the model does not have; it is kept as text in ' +
                'the description.',
            '7: Residual likelihood "n/a" is not a level of the risk matrix; it is kept as text in the description.',
            '9: Likelihood (1-5) "2 (re-dosing: 3)" holds more than one number; it is kept as text in the description.',
            '9: Impact "0\u20131" is a range; it is kept as text in the description.',
            '10: Likelihood (1-5) "n/a" is not a level of the risk matrix; it is kept as text in the description.',
            '10: Impact "high" is not a level of the risk matrix; it is kept as text in the description.',
            '10: "R-03" is in the register a second time; this row is imported as a threat of its own.',
            '14: "loose text" is in a column without a header and is kept in the description.',
            '14: Severity "9" is outside the risk matrix, which has 1 to 5; it is kept as text in the description.',
        ]);
    });

    it('loses no word of any cell', async () => {
        const { text } = await run('risks', register);
        const words = register.split(/[\s,"]+/).filter(word => /\p{Letter}{3}|\d/u.test(word));
        const heads =
            /^(No\.|Threat|scenario|Source|Target|Likelihood|\(1-5\)|Impact|Existing|controls|Residual|likelihood|Comment|ID|Title|Probability|Severity|Office|Dosing|PLC)$/;
        const plain = text.replace(/\u2011/g, '-');
        for (const word of words) if (!heads.test(word)) assert.ok(plain.includes(word.replace(/\u2011/g, '-')), word);
    });

    it('gives text that is formatted and understood beside the model', async () => {
        const { text } = await run('risks', register);
        assert.equal(formatText(text), text);
        assert.deepEqual(problems('risks', text), []);
    });

    it('keeps every line of a title', async () => {
        const answer = await run('risks', 'Id,Title,Likelihood\nR1,"First line\nsecond line",2\n');
        assert.equal(declarations(answer), 'threat R1 "First line, second line" {\n  likelihood 2\n}\n');
    });

    it('takes columns that the user names by head, letter and number', async () => {
        const table = 'Of the plant\nAlpha,Beta,Gamma,Delta\n1,Name of it,4,5\n';
        const expected =
            'threat NameOfIt "Name of it" {\n  description "Alpha: 1"\n  likelihood 4\n  consequence 5\n}\n';
        await assert.rejects(run('risks', table), /no header row/);
        assert.equal(
            declarations(
                await run('risks', table, {
                    columns: [
                        ['title', 'Beta'],
                        ['likelihood', 'Gamma'],
                        ['consequence', 'Delta'],
                    ],
                }),
            ),
            expected,
        );
        assert.equal(
            declarations(
                await run('risks', table, {
                    columns: [
                        ['title', 'B'],
                        ['likelihood', '3'],
                        ['consequence', 'D'],
                    ],
                }),
            ),
            expected,
        );
        const withHeads = 'Id,Beta,Likelihood,Delta\nT1,Name of it,4,5\n';
        const answer = await run('risks', withHeads, {
            columns: [
                ['title', 'Beta'],
                ['consequence', 'D'],
                ['likelihood', '3'],
            ],
        });
        assert.equal(declarations(answer), 'threat T1 "Name of it" {\n  likelihood 4\n  consequence 5\n}\n');
        await assert.rejects(run('risks', withHeads, { columns: [['colour', 'D']] }), /There is no field "colour"/);
        await assert.rejects(
            run('risks', withHeads, { columns: [['title', 'Nowhere else']] }),
            /No column is called "Nowhere else"/,
        );
    });

    it('reads semicolons, UTF-16 and the code page of old programs', async () => {
        const text = 'Id;Title;Likelihood;Impact\r\nR1;\u00dcberf\u00fcllung;2;3\r\n';
        const expected = 'threat R1 "\u00dcberf\u00fcllung" {\n  likelihood 2\n  consequence 3\n}\n';
        const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
        const bigEndian = Buffer.from(utf16).swap16();
        const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
        const tabs = Buffer.from(text.replaceAll(';', '\t'));
        const commas = Buffer.from(`sep=,\r\n${text.replaceAll(';', ',')}`);
        for (const bytes of [Buffer.from(text), utf16, bigEndian, marked, tabs, commas, Buffer.from(text, 'latin1')])
            assert.equal(declarations(await run('risks', bytes)), expected);
    });

    it('reads two tables beside each other, each with its own rows', async () => {
        const answer = await run(
            'risks',
            `Safety,,,,Environment,,
Id,Title,Likelihood,,Id,Title,Likelihood
R1,Crushed,2,,E1,Spill,3
R2,Burned,1,,,,
,,,,E2,Smoke,4
`,
        );
        assert.equal(
            declarations(answer),
            ['R1 "Crushed" 2', 'R2 "Burned" 1', 'E1 "Spill" 3', 'E2 "Smoke" 4']
                .map(each => each.split(' '))
                .map(([id, title, likelihood]) => `threat ${id} ${title} {\n  likelihood ${likelihood}\n}\n`)
                .join(''),
        );
        assert.deepEqual(
            answer.tables.map(table => table.columns.map(column => column.index)),
            [
                [0, 1, 2],
                [4, 5, 6],
            ],
        );
        assert.match(answer.text, /^\/\/ Safety\n\/\/ Environment$/m);
        assert.deepEqual(messages(answer), []);
    });

    it('takes no comma within the cells for the separator', async () => {
        const answer = await run(
            'risks',
            'Id;Title;Likelihood\nR1;Pump, valve, and tank;2\nR2;Tank, pump, valve, arm;3\n',
        );
        assert.equal(
            declarations(answer),
            'threat R1 "Pump, valve, and tank" {\n  likelihood 2\n}\nthreat R2 "Tank, pump, valve, arm" {\n  ' +
                'likelihood 3\n}\n',
        );
    });
});

describe('A second import', () => {
    const first =
        'Id,Title,Target,Likelihood,Impact\nR1,First,Control,4,5\nR2,Second,Control,2,2\nR3,Third,Control,1,1\n';

    it('changes nothing when nothing changed', async () => {
        const before = await run('risks', first);
        const after = await run('risks', first, { existing: before.text });
        assert.equal(after.text, before.text);
        assert.deepEqual([after.added, after.updated, after.unchanged], [0, 0, 3]);
    });

    it('updates what it wrote, adds what is new, and keeps what people wrote', async () => {
        const { text } = await run('risks', first);
        const edited = text
            .replace(
                'threat R1 "First" {',
                '// Discussed on Monday.\n\nthreat R1 "First" {\n  mitigated by Accounts to likelihood 1\n  ' +
                    'accept residual-risk-above-tolerable because "Until the shutdown"',
            )
            .replace('  likelihood 2\n', '  likelihood 3\n')
            .replace(/ {2}against Control\n {2}likelihood 1\n/, '  likelihood 1\n')
            .replace('"Third"', '"Third, as we call it"');
        const second =
            'Id,Title,Target,Likelihood,Impact\nR1,First,Control,3,4\nR2,Second,Control,5,2\nR4,Fourth,Control,1,1\n';
        const answer = await run('risks', second, { existing: edited });
        assert.equal(
            declarations(answer),
            `threat R1 "First" {
  mitigated by Accounts to likelihood 1
  accept residual-risk-above-tolerable because "Until the shutdown"
  against Control
  likelihood 3
  consequence 4
}
threat R2 "Second" {
  against Control
  likelihood 3
  consequence 2
}
threat R3 "Third, as we call it" {
  likelihood 1
  consequence 1
}
threat R4 "Fourth" {
  against Control
  likelihood 1
  consequence 1
}
`,
        );
        assert.deepEqual(messages(answer), [
            '0: R2 was changed by hand and is kept as it is; the register now says likelihood 5.',
            '0: "R3" is no longer in the register; R3 is kept. Remove it if it is really gone.',
        ]);
        assert.deepEqual([answer.added, answer.updated, answer.unchanged], [1, 1, 1]);
    });

    it('adds the texts that are new around the tables, and writes none again that people took away', async () => {
        const loose = (above: string): string => `${above},,\nId,Title,Likelihood\nR1,First,4\n`;
        const { text } = await run('risks', loose('Revision 1'));
        assert.match(text, /^\/\/ Revision 1\n\/\/ iacs import texts [0-9a-f]{8}$/m);
        const second = await run('risks', loose('Revision 2'), { existing: text });
        assert.match(second.text, /^\/\/ Revision 1\n\/\/ Revision 2\n\/\/ iacs import texts( [0-9a-f]{8}){2}$/m);
        const without = second.text.replace('// Revision 1\n', '').replace('// Revision 2\n', '');
        assert.equal((await run('risks', loose('Revision 2'), { existing: without })).text, without);
        const old = text.replace(/^\/\/ iacs import texts.*\n/m, '').replace('// Revision 1\n', '');
        const added = await run('risks', loose('Revision 1'), { existing: old });
        assert.match(added.text, /^\/\/ Revision 1\n\/\/ iacs import texts [0-9a-f]{8}\n\n\/\/ Imported from/);
    });

    it('tells a difference once, not in every import that follows', async () => {
        const { text } = await run('risks', first);
        const edited = text.replace('likelihood 4', 'likelihood 2');
        const changed = first.replace('Control,4,5', 'Control,3,5');
        const once = await run('risks', changed, { existing: edited });
        assert.match(messages(once).join(), /the register now says likelihood 3/);
        assert.deepEqual(messages(await run('risks', changed, { existing: once.text })), []);
        assert.match(once.text, /likelihood 2/);
    });

    it('loses nothing of what people do to the file', async () => {
        const { text } = await run('risks', first);
        const edited = text
            .replace(
                'threat R1 "First" {\n  against Control\n  likelihood 4\n  consequence 5',
                `/** What the workshop
    calls the first. */
// It stays. { "
threat R1 "First"
{
  // why: see the minutes }
  against Control
  likelihood 4 consequence 5 // agreed
  accept threat-path-missing {
    because "A \\"}\\" in a text"
  }
  likelihood 1`,
            )
            .replace(/threat R2 [^}]*\}/, '// threat R2 went to the fire brigade')
            .replace(/\/\/ iacs import "R3".*\n/, '')
            .replaceAll('\n', '\r\n');
        const second =
            'Id,Title,Target,Likelihood,Impact\nR1,"First, ' +
            'again",Control,3,4\nR2,Second,Control,5,2\nR3,Third,Control,4,4\n';
        const answer = await run('risks', second, { existing: edited });
        const words = (of: string): readonly string[] =>
            of
                .split(/\s+/)
                .filter(word => word !== '' && !/^[a-z-]+=[0-9a-f]{8}$/.test(word))
                .sort();
        assert.deepEqual(
            words(answer.text),
            words(
                edited
                    .replace('"First"', '"First, again"')
                    .replace('likelihood 4 consequence 5', 'likelihood 3 consequence 4'),
            ),
        );
        assert.deepEqual(
            messages(answer).filter(message => message.includes('R1')),
            [],
        );
        // What nobody touched follows the register, and nothing else moves: neither the layout nor the comments.
        assert.match(
            answer.text,
            /\{ "\r\nthreat R1 "First, again"\r\n\{\r\n {2}\/\/ why: see the minutes \}\r\n {2}against Control\r\n {2}likelihood 3 consequence 4 \/\/ agreed\r\n/,
        );
        assert.match(messages(answer).join('\n'), /"R2" was taken away by hand/);
        assert.match(messages(answer).join('\n'), /R3 is in the file without the comment of an import/);
        const again = await run('risks', second, { existing: answer.text });
        assert.equal(again.text, answer.text);
    });

    it('takes ten thousand rows, twice', async () => {
        const rows = Array.from(
            { length: 10_000 },
            (_, index) => `A${index},Device ${index},Cell ${index % 40},10.${(index >> 8) & 255}.${index & 255}.1\n`,
        ).join('');
        const inventory = `Tag,Name,Zone,IP address\n${rows}`;
        const once = await run('assets', inventory);
        assert.equal(once.added, 10_000);
        const twice = await run('assets', inventory.replace('Device 9999', 'Spare 9999'), { existing: once.text });
        assert.deepEqual([twice.added, twice.updated, twice.unchanged], [0, 1, 9_999]);
        assert.equal(twice.text.split('\n').length, once.text.split('\n').length);
    });

    it('finds what people renamed and moved', async () => {
        const { text } = await run('assets', 'Asset,Zone,IP address\nPump PLC,Field,10.0.0.5\n');
        const moved = text.replace('asset PumpPLC', 'asset Plc7').replace('zone Field', 'zone Yard "The yard"');
        const answer = await run('assets', 'Asset,Zone,IP address\nPump PLC,Field,10.0.0.6\n', { existing: moved });
        assert.match(
            answer.text,
            /zone Yard "The yard" \{\n.*\n {2}asset Plc7 "Pump PLC" : type-not-stated \{\n {4}address 10\.0\.0\.6\n/,
        );
        assert.doesNotMatch(answer.text, /zone Field/);
    });
});

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
