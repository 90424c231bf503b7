import assert from 'node:assert/strict';
import { renderEdits } from '../src/syntax/index.ts';
import { load } from './support/load.ts';

const head =
    'system S\nzone A {\n  asset X : plc\n  asset Y : plc\n  asset Z "Panel" : hmi\n  zone B { asset W : plc }\n';

/** What is said of a line in a zone, and the line after the fix. */
function answer(line: string): readonly [messages: readonly string[], fixed: string] {
    const text = `${head}  ${line}\n}\n`;
    const { problems } = load(text);
    const fix = problems.flatMap(problem => problem.fixes)[0];
    const edits = fix ? renderEdits(fix.edits, () => text) : [];
    const fixed = [...edits]
        .reverse()
        .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
    if (fix) assert.deepEqual(load(fixed).problems, [], fixed);
    return [problems.map(({ message }) => message), fix ? fixed.slice(head.length, -3).trim() : ''];
}

const pairs = 'A flow joins two ends: write a flow for each pair of them.';
const arrow = (form: string): string => `The ends of a flow are joined by an arrow: \`flow ${form}\`.`;
const ports = (port: string): string => `The ports of a flow are written in its block: \`{ port ${port} }\`.`;

describe('A flow as people write it', () => {
    for (const [line, message, fixed] of [
        ['flow Z -> X, Y : modbus-tcp', pairs, 'flow Z -> X : modbus-tcp\n  flow Z -> Y : modbus-tcp'],
        [
            'flow X, B.W -> Z, Y : modbus-tcp "Read" { access read }',
            pairs,
            ['X -> Z', 'X -> Y', 'B.W -> Z', 'B.W -> Y']
                .map(ends => `flow ${ends} : modbus-tcp "Read" { access read }`)
                .join('\n  '),
        ],
        ['flow Z to X and Y : modbus-tcp', pairs, 'flow Z -> X : modbus-tcp\n  flow Z -> Y : modbus-tcp'],
        ['flow Z -> X, Y : modbus-tcp {\n    access read\n  }', pairs, ''],
        ['flow Z to X : modbus-tcp', arrow('Z -> X'), 'flow Z -> X : modbus-tcp'],
        ['flow Z --> X : modbus-tcp', arrow('Z -> X'), 'flow Z -> X : modbus-tcp'],
        ['flow from Z to B.W : modbus-tcp', arrow('Z -> B.W'), 'flow Z -> B.W : modbus-tcp'],
        ['flow Z => X : modbus-tcp', '`=>` has no meaning here: write `->`.', 'flow Z -> X : modbus-tcp'],
        [
            'flow Z - X : modbus-tcp',
            'The ends of a flow are joined by `->`, with the side that opens the session first, or by `--` where ' +
                'that is not known.',
            '',
        ],
        [
            'flow Reading Z -> X : modbus-tcp',
            'A flow has no name: its ends follow `flow`, as in `flow Z -> X`.',
            'flow Z -> X : modbus-tcp',
        ],
        [
            'flow "Reading" Z -> X : modbus-tcp { access read }',
            'The purpose of a flow is written after its protocols.',
            'flow Z -> X : modbus-tcp "Reading" { access read }',
        ],
        [
            'flow Z -> X modbus-tcp, http "Page"',
            'A `:` is written before the protocol of a flow.',
            'flow Z -> X : modbus-tcp, http "Page"',
        ],
        ['flow Z -> X : modbus-tcp 503', ports('tcp 503'), 'flow Z -> X : modbus-tcp { port tcp 503 }'],
        [
            'flow Z -> X : modbus-tcp tcp/503 "Read"',
            ports('tcp 503'),
            'flow Z -> X : modbus-tcp "Read" { port tcp 503 }',
        ],
        ['flow Z -> X : http (8080)', ports('tcp 8080'), 'flow Z -> X : http { port tcp 8080 }'],
        ['flow Z -> X : ntp, udp 123-124', ports('udp 123-124'), 'flow Z -> X : ntp { port udp 123-124 }'],
        ['flow Z -> X : modbus-tcp 503 { access read }', ports('tcp 503'), ''],
        [
            'flow Z -> X : tcp 502',
            'A flow names its protocol after `:`, and its port in its block: `{ port tcp 502 }`.',
            '',
        ],
    ] as const)
        it(line, () => assert.deepEqual(answer(line), [[message], fixed]));

    it('says of each line what is wrong there, in a file with other mistakes', () => {
        const lines = ['flow Z - X : http', 'flow Z -> X, Y : http', 'asset', 'flow Z to X : http'];
        assert.deepEqual(
            load(`${head}${lines.map(line => `  ${line}\n`).join('')}}\n`).problems.map(
                ({ at }) => at.start - head.length,
            ),
            [9, 27, 46, 61],
        );
    });

    it('keeps the messages of what stands in a block, and of a flow that ends early', () => {
        assert.match(answer('flow Z -> X : http { acces read }')[0].join(), /acces/u);
        assert.deepEqual(answer('flow Z -> X')[0], ['Expected `:` and a protocol after the ends of the flow.']);
    });
});
