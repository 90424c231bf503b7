import assert from 'node:assert/strict';
import { formatText } from 'iacs-language';
import { declarations, messages, problems, register, run } from './support/import-runs.ts';

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
            '5: "Dosing" stands alone in its row: it is read as the title of the rows below and kept with each of them.',
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
