import assert from 'node:assert/strict';
import { diff, diffText, type DiffSide, type ModelDiff } from '../src/views/diff/index.ts';
import { sideOfText } from './support/side.ts';

const today = '2026-06-01';

const side = (text: string): DiffSide => sideOfText(text, today);

const plant = (rules: string): string => `system Plant { owner "O" }
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc2 : plc { address 10.10.2.12 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { serves Control, Dmz }
  flow Dmz.Hist -> Control : opc-ua
  flow Dmz.Jump -> Control.Plc1 : ssh
}
ruleset R {
  device K.Fw
  exported 2026-05-01
${rules}
}
`;
const rules = '  permits 10.20.5.10 -> 10.10.2.0/24 : tcp 4840 "1"\n  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "2"';
const between = (before: string, after: string): ModelDiff => diff(side(plant(before)), side(plant(after)));
const told = ({ security }: ModelDiff): string[] =>
    security.reasons
        .filter(reason => reason.kind.startsWith('rule-'))
        .map(({ direction, text }) => `${direction}: ${text}`);

describe('a changed statement', () => {
    const text = (first: string, second: string, party: string): string => `//- main.iacs
system Plant
import "./claims.iacs"
zone Control "Control" { kind control
  SL-T 1
  asset Plc : plc
${first}
}
countermeasure Tls {
  meets SR 4.1
  status implemented
}
party Maker {
  role product-supplier
${party}
}
//- claims.iacs
// What is said of it elsewhere.
within Control {
${second}
}
`;
    const lines = (before: string, after: string): string[] =>
        diff(side(before), side(after)).changes.map(({ what, file, line }) => `${file}:${line} ${what}`);

    it('is at its own line, also in a block of another file', () => {
        const said = [
            'accept no-such-rule-yet because "a"',
            'meets SR 1.1 because "a"',
            'misses SR 1.1 because "a"',
            'applies Tls',
            'agreed "a" by "Owner"',
            'evidence "a.pdf"',
            'evidence "a.pdf" dated 2026-01-01',
            'window "a" 2026-01-01 to 2026-02-01',
        ];
        for (const each of said) {
            const [other] = lines(text('', '  is remote', ''), text('', `  is remote\n  ${each}`, ''));
            assert.match(other!, /^claims.iacs:4 /, `${each}: ${other}`);
            const [own] = lines(text('', '', ''), text(`  ${each}`, '', ''));
            assert.match(own!, /^main.iacs:6 /, `${each}: ${own}`);
        }
        const [changed] = lines(
            text('', '  meets SR 1.1 because "a"', ''),
            text('', '  is remote\n  meets SR 1.1 because "b"', ''),
        ).filter(each => each.includes('SR 1.1'));
        assert.match(changed!, /^claims.iacs:4 /);
        const [level] = lines(text('', '', ''), text('', '', '').replace('SL-T 1', 'SL-T 2'));
        assert.match(level!, /^main.iacs:4 SL-T/);
        const [gone] = lines(text('', '  meets SR 1.1 because "a"', ''), text('', '', ''));
        assert.match(gone!, /^main.iacs:3 /, 'where its element is');
        for (const each of ['meets SP.01.01', 'certificate "c"', 'certificate "c" dated 2026-01-01'])
            assert.match(lines(text('', '', ''), text('', '', `  ${each}`))[0]!, /^main.iacs:14 /, each);
    });
});

describe('a changed firewall rule', () => {
    it('stands on its own line, as a conversation does', () => {
        const lines = ({ changes }: ModelDiff): number[] => changes.map(change => change.line);
        const from = plant('').split('\n').indexOf('ruleset R {') + 4;
        assert.deepEqual(lines(between(rules, rules.replace('tcp 22', 'tcp 23'))), [from + 1]);
        assert.deepEqual(lines(between(rules, `${rules}\n  permits any -> any : udp 161 "3"`)), [from + 2]);
        assert.deepEqual(lines(between(`${rules}\n  permits any -> any : udp 161 "3"`, rules)), [from - 3], 'gone');
        const saw = (days: number): string =>
            `${rules}\n}\nobservation O {\n  sees Dmz\n  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 used on ${days} days, 2026-01-01 to 2026-05-01`;
        assert.deepEqual(lines(between(saw(2), saw(3))), [from + 5]);
    });

    it('is told by what it lets through now and did not before, in zones and assets', () => {
        const opened = between(rules, rules.replace('10.20.5.20 -> 10.10.2.11', '10.20.5.20 -> 10.10.2.12'));
        assert.deepEqual(told(opened), [
            'worse: K.Fw lets through now Dmz.Jump -> Control.Plc2 : tcp 22 (rule "2")',
            'better: K.Fw no longer lets through Dmz.Jump -> Control.Plc1 : tcp 22 (rule "2")',
        ]);
        assert.equal(opened.security.verdict, 'mixed');
        assert.deepEqual(told(between(rules, rules.replace('10.20.5.10 ->', '10.20.5.0/24 ->'))), [
            'worse: K.Fw lets through now Dmz.Jump -> Control : tcp 4840 (rule "1")',
        ]);
        assert.deepEqual(told(between(rules, `${rules}\n  permits any -> any : udp 161 "3"`)), [
            'worse: K.Fw lets through now Control, Dmz -> Control, Dmz : udp 161 (rule "3")',
        ]);
        assert.match(
            diffText(between(rules, rules.replace('"2"', '"2" { is disabled }'))),
            /no longer lets through Dmz\.Jump -> Control\.Plc1 : tcp 22/,
        );
    });

    it('is told for nothing where the same comes through', () => {
        const [one, two] = rules.split('\n') as [string, string];
        assert.deepEqual(told(between(rules, `${two}\n${one}`)), [], 'another order');
        assert.deepEqual(
            told(between(rules, `  permits 10.20.5.10 -> 10.10.2.0/25, 10.10.2.128/25 : tcp 4840 "1a"\n${two}`)),
            [],
            'in other words',
        );
        assert.deepEqual(told(between(rules, `${rules}\n  blocks any -> any : any "9"`)), [], 'what is blocked anyway');
        assert.deepEqual(told(between(rules, `  blocks 10.20.5.20 -> any : any "0"\n${rules}`)), [
            'better: K.Fw no longer lets through Dmz.Jump -> Control.Plc1 : tcp 22 (rule "2")',
        ]);
        assert.deepEqual(
            told(diff(side(plant(rules).replace(/ruleset R \{[^]*$/, '')), side(plant(rules)))),
            [],
            'rules that were not known before',
        );
    });
});
