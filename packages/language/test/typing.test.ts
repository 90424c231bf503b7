import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../src/analysis.ts';
import type { Analysis } from '../src/analysis.ts';
import { parse } from '../src/syntax/index.ts';

const folder = new URL('../../../examples/truck-loading/', import.meta.url);
const root = new URL('main.iacs', folder).href;
const text = readFileSync(new URL(root), 'utf8');
/** The files that it imports, which nobody types into. */
const imported = new Map<string, ReturnType<typeof parse>>();
const source = {
    parse: (uri: string) => {
        const known = imported.get(uri) ?? parse(uri, readFileSync(new URL(uri), 'utf8'));
        imported.set(uri, known);
        return known;
    },
    resolve: (from: string, path: string): string => new URL(path, from).href,
};
const problems = new Set(['syntax', 'unresolved', 'invalid-value', 'duplicate-name']);

/** What somebody types, before the line that begins so. */
const typed: readonly (readonly [string, string])[] = [
    [
        'zone Control "',
        'zone New "New cell" {\n  kind control\n  SL-T 2 { RDF 3 }\n  asset P "x" : plc { address 10.1.1.1 }\n  ' +
            'misses SR 2.8 because "no" due 2027-01-01\n}\n',
    ],
    [
        'conduit ControlDmz',
        'conduit X "t" between Control and Dmz {\n  via F\n  asset F : firewall\n  flow Control.Hmi1 -> ' +
            'Dmz.Mirror : opc-ua, https "x" { port tcp 4840 }\n}\n',
    ],
    [
        'countermeasure DomainAccounts',
        'invariant N "t" {\n  deny path from Enterprise to Safety\n}\ncountermeasure M {\n  meets SR 1.1, FR 2 ' +
            'SL 1\n}\n',
    ],
    ['threat ', 'flow Control.Hmi1 -> Dmz.Mirror : opc-ua\nview V { include Safety, Control }\n'],
];

describe('While somebody types', () => {
    const read = (written: string): Analysis => analyse(parse(root, written), source, { today: '2026-06-01' });
    const before = read(text);
    /** What is blamed, one by one: a finding that groups several says it in other words when one more joins. */
    const said = (analysis: Analysis): Set<string> =>
        new Set(
            analysis.findings.flatMap(({ rule, message, parts }) =>
                parts.length > 0 ? parts.map(part => `${rule} ${part.subject ?? message}`) : [`${rule} ${message}`],
            ),
        );

    const saidBefore = said(before);

    it('a misspelled word costs one message, and nothing of the block after it', () => {
        for (const [word, wrong] of [
            ['zone Control "', 'zoen Control "'],
            ['conduit ControlDmz', 'condiut ControlDmz'],
            ['countermeasure DomainAccounts', 'countermesure DomainAccounts'],
            ['  asset Plc1', '  aset Plc1'],
            ['zone Control "', 'zonzone Control "'],
        ] as const) {
            const now = read(text.replace(`\n${word}`, `\n${wrong}`));
            const mistakes = now.findings.filter(({ rule }) => problems.has(rule));
            assert.deepEqual(
                mistakes.map(({ rule, message }) => `${rule} ${message}`),
                [
                    `syntax Expected a statement${word.startsWith(' ') ? ' or `}`' : ''}, but found ` +
                        `\`${wrong.trim().split(' ')[0]}\`; did you mean \`${word.trim().split(' ')[0]}\`?`,
                ],
            );
            assert.equal(mistakes[0]!.fixes.length, 1);
            assert.equal(
                JSON.stringify(now.model.assets.map(({ id }) => id)),
                JSON.stringify(before.model.assets.map(({ id }) => id)),
            );
            assert.deepEqual(
                [...saidBefore].filter(each => !said(now).has(each)),
                [],
            );
        }
    });

    it('an address costs one message at each key', () => {
        const whole = '10.20.30.40';
        for (let length = 1; length <= '10.20.30.'.length; length++) {
            const written = whole.slice(0, length);
            const now = read(
                text.replace(
                    '\nzone Control "',
                    `\nzone New { kind control\n  network ${written}\n  owner "Anna"\n}\nzone Control "`,
                ),
            );
            const mistakes = now.findings.filter(({ rule }) => problems.has(rule));
            assert.deepEqual(
                mistakes.map(({ rule }) => rule),
                ['invalid-value'],
                written,
            );
            assert.equal(now.model.zones.find(({ id }) => id === 'New')?.owner, 'Anna', written);
        }
    });

    for (const [place, statement] of typed) {
        it(`nothing else is lost, and a mistake gives few messages: ${statement.slice(0, 20).trim()} …`, () => {
            const at = text.indexOf(`\n${place}`) + 1;
            assert.ok(at > 0, place);
            for (let length = 1; length <= statement.length; length++) {
                const now = read(`${text.slice(0, at)}${statement.slice(0, length)}\n\n${text.slice(at)}`);
                const where = JSON.stringify(statement.slice(Math.max(0, length - 20), length));
                for (const kind of [
                    'zones',
                    'conduits',
                    'assets',
                    'flows',
                    'threats',
                    'countermeasures',
                    'invariants',
                ] as const) {
                    assert.ok(now.model[kind].length >= before.model[kind].length, `${kind} behind ${where}`);
                }
                const mistakes = now.findings.filter(({ rule }) => problems.has(rule));
                assert.ok(mistakes.length <= 4, `${where}: ${mistakes.map(({ message }) => message).join(' | ')}`);
                const saidNow = said(now);
                const lost = [...saidBefore].filter(each => !saidNow.has(each));
                assert.ok(lost.length <= 1, `${where} loses ${lost.join(' | ')}`);
            }
        });
    }
});
