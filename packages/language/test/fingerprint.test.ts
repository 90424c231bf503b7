import assert from 'node:assert/strict';
import type { Finding } from '../src/rules/index.ts';
import { fingerprints, partsOf } from '../src/rules/engine/fingerprint.ts';
import { load } from './support/load.ts';

function found(text: string, blamed: string, nth = 0): { readonly text: string; readonly finding: Finding } {
    let start = -1;
    for (let each = 0; each <= nth; each++) start = text.indexOf(blamed, start + 1);
    return {
        text,
        finding: {
            rule: 'zone-without-target',
            severity: 'warning',
            message: `at ${start}`,
            at: { file: 'file:///main.iacs', start, end: start + blamed.length },
            subject: blamed,
            basis: [],
            fixes: [],
            related: [],
            accepted: null,
            parts: [{ subject: blamed, at: { file: 'file:///main.iacs', start, end: start + blamed.length } }],
        },
    };
}

function printOf({ text, finding }: { readonly text: string; readonly finding: Finding }, system = 'Plant'): string {
    return fingerprints(at => text.slice(at.start, at.end))(finding, system);
}

describe('A fingerprint', () => {
    it('survives edits elsewhere in the file', () => {
        assert.equal(
            printOf(found('zone Control { }', 'Control')),
            printOf(found('// new\nzone Dmz { SL-T 2 }\nzone Control { }', 'Control')),
        );
    });

    it('survives other white space in what is blamed', () => {
        const tight = found('flow A -> B', 'A -> B');
        const wide = found('flow A\n   -> B', 'A\n   -> B');
        assert.equal(printOf(tight), printOf({ ...wide, finding: { ...wide.finding, subject: 'A -> B' } }));
    });

    it('tells elements, rules and systems apart', () => {
        const control = found('zone Control { } zone Dmz { }', 'Control');
        const prints = [
            printOf(control),
            printOf(found('zone Control { } zone Dmz { }', 'Dmz')),
            printOf({ ...control, finding: { ...control.finding, rule: 'not-assessed' } }),
            printOf(control, 'Other'),
        ];
        assert.equal(new Set(prints).size, prints.length);
    });

    it('numbers those that agree in everything', () => {
        const text = 'flow A -> B flow A -> B';
        const print = fingerprints(at => text.slice(at.start, at.end));
        const first = print(found(text, 'A -> B', 0).finding, 'Plant');
        assert.notEqual(print(found(text, 'A -> B', 1).finding, 'Plant'), first);
    });

    it('is short and safe in any output', () =>
        assert.match(printOf(found('zone Control { }', 'Control')), /^[0-9a-f]{16}$/));
});

describe('The parts of a finding that blames several places', () => {
    const plant = (flows: number): string => `system Plant
zone Operations { kind operations SL-T 2 asset Scada : scada-server }
zone Control {
  kind control
  SL-T 2
${Array.from({ length: flows }, (_, index) => `  asset Plc${index} : plc\n`).join('')}}
conduit Link between Operations and Control {
${Array.from({ length: flows }, (_, index) => `  flow Scada -> Plc${index} : modbus-tcp { access write }\n`).join('')}}
`;

    function printsOf(flows: number): readonly { readonly own: string; readonly parts: readonly string[] }[] {
        const { findings, files } = load(plant(flows));
        const textAt = ({ file, start, end }: { file: string; start: number; end: number }): string =>
            files.get(file)!.slice(start, end);
        const fingerprint = fingerprints(textAt);
        return findings
            .map(finding => ({
                rule: finding.rule,
                own: fingerprint(finding, 'Plant'),
                parts: partsOf(finding, 'Plant', textAt),
            }))
            .filter(({ rule }) => rule === 'write-over-unauthenticated-protocol');
    }

    it('are one more when one more comes along, and the finding keeps its own fingerprint', () => {
        const [five] = printsOf(5);
        const [six] = printsOf(6);
        assert.equal(six!.own, five!.own);
        assert.deepEqual([five!.parts.length, six!.parts.length], [5, 6]);
        assert.ok(five!.parts.every(part => six!.parts.includes(part)));
    });

    it('are the fingerprints of the findings into which it falls apart', () => {
        const [four] = printsOf(4);
        const three = printsOf(3);
        assert.equal(three.length, 3);
        assert.ok(three.every(({ own }) => four!.parts.includes(own)));
    });

    it('are none where one place is blamed', () => {
        assert.deepEqual(
            printsOf(2).map(({ parts }) => parts),
            [[], []],
        );
    });
});
