import assert from 'node:assert/strict';
import { importRequirements } from '../src/import/requirements/import-requirements.ts';
import { noModel } from '../src/import/requirements/known-subjects.ts';
import { importReport } from '../src/import/report/import-report.ts';
import { declarations, messages, run } from './support/imports.ts';

function requirements(content: string) {
    return importRequirements({
        name: 'sheet',
        bytes: new TextEncoder().encode(content),
        sheet: null,
        columns: new Map(),
        known: noModel,
        existing: null,
        reading: { zone: 'Z', component: null, days: null, words: new Map() },
    });
}

describe('An import of what is meant to harm', function () {
    it('takes rows of a million columns', () => {
        const answer = run('assets', `Name,Zone${','.repeat(1_000_000)}\nPump,Cell\n`);
        assert.match(declarations(answer), /^zone Cell \{\n {2}asset Pump "Pump" : type-not-stated\n\}/);
        const wide = run('assets', `Name,Zone\nPump,Cell${',x'.repeat(200_000)}\n`);
        assert.equal(wide.added, 1);
        assert.match(messages(wide).join('\n'), /199995 more cells are in columns without a header/);
    });

    it('takes more items in one row than a call takes arguments', () => {
        const count = 150_000;
        const many = (text: (index: number) => string, between: string): string =>
            Array.from({ length: count }, (_, index) => text(index)).join(between);
        const heads = run(
            'assets',
            `Name,Zone,${many(index => `H${index}`, ',')}\nPump,Cell,${many(() => 'x', ',')}\n`,
        );
        assert.equal(heads.added, 1);
        const address = (index: number): string => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
        const addresses = run('assets', `Name,Zone,IP\nPump,Cell,"${many(address, ' ')}"\n`);
        assert.equal(addresses.text.match(/10\.\d+\.\d+\.\d+/gu)?.length, count);
    });

    it('takes an address of IPv4 that is written as IPv6 for the same address', () => {
        const answer = run('assets', 'Name,Zone,IP\nPump,Cell,"10.0.0.1 ::ffff:10.0.0.1 ::ffff:a00:2"\n');
        assert.deepEqual(answer.text.match(/address .*/gu), ['address 10.0.0.1, 10.0.0.2']);
    });

    it('finds tables beside each other however far apart they are', () => {
        const far = `Name,Zone${','.repeat(50_000)}Name,Zone\nPump,Cell${','.repeat(50_000)}Fan,Hall\n`;
        assert.deepEqual(declarations(run('assets', far)).match(/asset [A-Z]\w+/gu), ['asset Pump', 'asset Fan']);
    });

    it('takes heads and cells that are names of JavaScript', () => {
        const answer = run(
            'assets',
            '__proto__,Name,constructor,Zone\nx,__proto__,c,constructor\ny,toString,d,__proto__\n',
        );
        assert.equal(answer.added, 2);
        assert.match(answer.text, /description "__proto__: x; constructor: c"/);
        const sheet = requirements(
            '__proto__,SR,Status,constructor\nx,SR 1.2,constructor,y\nx,__proto__,met,\nx,SR 1.5,met,z\n',
        );
        assert.equal(sheet.added, 1);
        assert.match(sheet.text, /meets SR 1\.5 because "__proto__: x; constructor: z"/);
        assert.equal(sheet.notices.length, 2);
    });

    it('takes cells of any length for texts', () => {
        const long = [
            'SR 1.1 '.repeat(100_000),
            '1.'.repeat(100_000),
            `SR 1.1 RE ${'1 '.repeat(100_000)}`,
            `FR${' '.repeat(100_000)}x`,
        ];
        for (const cell of long) {
            const answer = requirements(`SR,Status\n${cell},met\nSR 1.2,met\n`);
            assert.deepEqual([answer.added, answer.notices.length], [1, 1]);
        }
        const status = requirements(`SR,Status\nSR 1.2,${'met ('.repeat(100_000)}\nSR 1.5,a${' - '.repeat(100_000)}\n`);
        assert.deepEqual([status.added, status.notices.length], [0, 2]);
        const days = requirements(
            `SR,Status,Due\nSR 1.2,no,${'1/'.repeat(100_000)}\nSR 1.5,no,le ${'de '.repeat(100_000)}\n`,
        );
        assert.deepEqual([days.added, days.notices.length], [2, 2]);
    });

    it('takes rows of any length, and quotes that nothing closes', () => {
        const ragged = run(
            'assets',
            'Name,Type,Zone\nA,PLC\nB,HMI,Cell,extra,more\n"open,PLC,Cell\nD,PLC,"Cell"\nE,PLC,Cell\n',
        );
        assert.deepEqual(declarations(ragged).match(/asset \S+/gu), [
            'asset A',
            'asset B',
            'asset Open',
            'asset D',
            'asset E',
        ]);
        assert.match(
            messages(ragged).join('\n'),
            /^4: A quotation mark opens a cell and nothing closes it; it is read as a sign of the text\.$/m,
        );
        // Each of them could make the rest of the file one cell, and would have it read again.
        const many = run('assets', `Name,Zone\n${'Pump,"Cell\n'.repeat(50_001)}`);
        assert.ok(many.added > 0);
        assert.ok(many.notices.filter(({ message }) => message.startsWith('A quotation mark')).length <= 20);
    });

    it('keeps quotes with text after them as they are typed', () => {
        const answer = run(
            'assets',
            'Name,Type,Location\r\n"5" disk,PLC,A\r\n"a, b" and c,HMI,"B, C"\r\n"say ""x"" now",PLC,"D" \r\n2" pipe,PLC,"5" rack\r\n',
        );
        assert.deepEqual(answer.text.match(/(?<=asset \S+ )".*"(?= :)|(?<=location )".*"/gu), [
            String.raw`"\"5\" disk"`,
            '"A"',
            String.raw`"\"a, b\" and c"`,
            '"B, C"',
            String.raw`"say \"x\" now"`,
            '"D"',
            String.raw`"2\" pipe"`,
            String.raw`"\"5\" rack"`,
        ]);
    });

    it('takes cells that look like formulas for texts, and writes them as such', () => {
        const answer = run('assets', 'Name,Type,Zone\n=HYPERLINK("http://x"),PLC,Cell\n@SUM(1),HMI,Cell\n');
        assert.match(answer.text, /"=HYPERLINK\(\\"http:\/\/x\\"\)" : plc/);
        assert.equal(answer.added, 2);
    });

    it('refuses what nobody would review in one line', () => {
        const rows = (count: number): string =>
            `Name,Type,Zone\n${Array.from({ length: count }, (_, index) => `P${index},PLC,C${index % 200}\n`).join('')}`;
        assert.equal(run('assets', rows(10_000)).added, 10_000);
        assert.throws(
            () => run('assets', rows(250_000)),
            new Error(
                'register has 250,001 rows; at most 250,000 are imported at once. Split it, for instance by site.',
            ),
        );
    });

    it('counts rows with something in them, and no blank ones', () => {
        const blank = ' ,,\n'.repeat(300_000);
        assert.equal(run('assets', `Name,Type,Zone\nPump,PLC,Cell\n${blank}Fan,PLC,Cell\n${blank}`).added, 2);
    });

    it('keeps half of a sign out of what is written', () => {
        const bytes = new Uint8Array([
            0xff,
            0xfe,
            ...new Uint8Array(Buffer.from('Name,Zone\nPu\ud83dmp,Cell\n', 'utf16le')),
        ]);
        assert.ok(run('assets', bytes).text.isWellFormed());
    });

    it('says of broken reports what they are', () => {
        const file = (name: string, text: string) => [{ name, bytes: new TextEncoder().encode(text) }];
        for (const text of ['{'.repeat(100_000), '{"schemaVersion":1}', '{"document":null,"zones":[{}]}'])
            assert.throws(() => importReport(file('r.json', text)), /^Error: r\.json is not /);
        assert.throws(() => importReport(file('r.csv', 'a,b\n1,2\n')), /is not a report of iacs/);
        const { text } = importReport(
            file('r.csv', `Kind,Where,What the model says\nasset,__proto__,"}\n{\nneeds ${'A, '.repeat(10_000)}"\n`),
        );
        assert.match(text, /^system System$/m);
    });
});
