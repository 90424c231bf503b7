import assert from 'node:assert/strict';
import { declarations, messages, run } from './support/import-runs.ts';

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
