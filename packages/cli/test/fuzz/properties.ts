/** What holds for every table and every export of a firewall. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'iacs-language';
import { everyAddress } from 'iacs-language/filter';
import type { Property } from '../../../language/test/fuzz/property.ts';
import { ImportError } from '../../src/import/import-error.ts';
import { readers } from '../../src/import/rules/readers.ts';
import { RulesError } from '../../src/import/rules/reading.ts';
import { run } from '../support/imports.ts';

const heads = [
    'Name',
    'Type',
    'Zone',
    'IP',
    'MAC',
    'Description',
    'Threat',
    'Likelihood',
    'Consequence',
    'Risk',
    'SL-T',
    '',
    'Asset ID',
];
const cells = [
    'Plc1',
    'plc',
    'PLC (Siemens)',
    'Control',
    '10.0.0.1',
    '10.0.0.1/24',
    '00:1b:1b:00:00:01',
    '3',
    '0-1',
    'n/a',
    '"',
    ',',
    ';',
    '\t',
    '=1+1',
    '\u001b[31m',
    'é',
    '😀',
    '*/',
    '//',
    '{',
    '}',
    '\n',
    'system S {}',
    '',
    '9'.repeat(400),
];
const quoted = (text: string): string => (/[",;\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const table = fc
    .record({
        separator: fc.constantFrom(',', ';', '\t', '|'),
        heads: fc.array(fc.constantFrom(...heads), { minLength: 1, maxLength: 8 }),
        rows: fc.array(fc.array(fc.oneof(fc.constantFrom(...cells), fc.string({ maxLength: 12 })), { maxLength: 9 }), {
            maxLength: 8,
        }),
    })
    .map(({ separator, heads: first, rows }) =>
        [first, ...rows].map(row => row.map(quoted).join(separator)).join('\n'),
    );

const importing = (kind: 'assets' | 'risks'): Property => ({
    name: `import-${kind}`,
    inputs: table.map(text => [text]),
    holds([text = '']) {
        let answer: ReturnType<typeof run>;
        try {
            answer = run(kind, text);
        } catch (error) {
            assert.ok(error instanceof ImportError, String(error));
            return;
        }
        assert.deepEqual(parse('file:///a.iacs', answer.text).mistakes, [], answer.text);
        // A second import of the same table finds what the first one wrote.
        assert.equal(run(kind, text, { existing: answer.text }).text, answer.text);
    },
});

const lines = [
    '-A FORWARD -s 10.0.0.0/8 -d 10.1.0.1 -p tcp --dport 502 -j ACCEPT',
    '-P FORWARD DROP',
    '*filter',
    'COMMIT',
    ':FORWARD DROP [0:0]',
    '-A FORWARD -m state --state NEW -j LOG',
    'config firewall policy',
    'edit 1',
    'set srcaddr "all"',
    'set action accept',
    'next',
    'end',
    'config firewall address',
    'set subnet 10.0.0.0 255.0.0.0',
    'access-list OUT extended permit tcp any host 10.0.0.1 eq 502',
    'object network A',
    ' host 10.0.0.1',
    'object-group service G tcp',
    'access-group OUT in interface outside',
    'hostname fw',
    'pass in quick on em0 proto tcp from any to 10.0.0.1 port 502',
    'block all',
    '<filter><rule><type>pass</type></rule></filter>',
    '{"nftables":[{"rule":{"family":"ip","table":"f","chain":"forward","expr":[{"accept":null}]}}]}',
    '{',
    '}',
    '[]',
    'null',
    '"',
    '0',
    '-',
    'any',
    '10.0.0.0/33',
    '::/0',
    '\0',
];

const config = fc
    .array(
        fc.oneof(
            fc.constantFrom(...lines),
            fc.tuple(fc.constantFrom(...lines), fc.nat(60)).map(([line, at]) => line.slice(0, at)),
        ),
        { maxLength: 14 },
    )
    .map(all => all.join('\n'));

const rulesets: Property = {
    name: 'rule-sets',
    inputs: config.map(text => [text]),
    holds([text = '']) {
        for (const [dialect, read] of Object.entries(readers))
            try {
                const { rules, notices } = read({ text, own: everyAddress, part: null });
                for (const { line } of [...rules, ...notices])
                    assert.ok(line >= 0 && line <= text.split('\n').length, dialect);
            } catch (error) {
                if (error instanceof assert.AssertionError) throw error;
                assert.ok(error instanceof RulesError, `${dialect}: ${String(error)}`);
            }
    },
};

export const properties: readonly Property[] = [importing('assets'), importing('risks'), rulesets];
