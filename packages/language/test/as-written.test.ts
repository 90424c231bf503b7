import assert from 'node:assert/strict';
import { library } from '../src/index.ts';
import { devices } from '../src/syntax/hints.ts';
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

    it('ends its lines as the text does', () => {
        const text = `${head}  flow Z -> X, Y : http\n}\n`.replaceAll('\n', '\r\n');
        const [fix] = load(text).problems.flatMap(problem => problem.fixes);
        assert.deepEqual(
            renderEdits(fix!.edits, () => text).map(edit => edit.text),
            ['Z -> X : http\r\n  flow Z -> Y : http'],
        );
    });

    it('keeps the messages of what stands in a block, and of a flow that ends early', () => {
        assert.match(answer('flow Z -> X : http { acces read }')[0].join(), /acces/u);
        assert.deepEqual(answer('flow Z -> X')[0], ['Expected `:` and a protocol after the ends of the flow.']);
    });
});

describe('A declaration as people write it', () => {
    const joins = (form: string): string =>
        `A conduit has a name and joins its zones with \`between\` and \`and\`: \`conduit ${form}\`.`;

    /** What is said of a text, and the text after the fix. */
    function corrected(text: string): readonly [messages: readonly string[], fixed: string] {
        const { problems } = load(text);
        const edits = problems
            .flatMap(({ fixes }) => fixes.slice(0, 1))
            .flatMap(fix => renderEdits(fix.edits, () => text));
        const fixed = [...edits]
            .sort((a, b) => b.start - a.start)
            .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
        if (edits.length > 0) assert.deepEqual(load(fixed).problems, [], fixed);
        return [problems.map(({ message }) => message), fixed];
    }

    const zones = 'system S\nzone A { zone In }\nzone B\n';
    for (const [line, message, fixed] of [
        ['conduit A to B', joins('AToB between A and B'), 'conduit AToB between A and B'],
        ['conduit A.In <-> B', joins('InToB between A.In and B'), 'conduit InToB between A.In and B'],
        ['conduit C "Data" from A to B {', joins('C between A and B'), 'conduit C "Data" between A and B {'],
        ['conduit C between A, B', joins('C between A and B'), 'conduit C between A and B'],
        ['conduit C A - B', joins('C between A and B'), 'conduit C between A and B'],
        ['conduit between A and B', joins('AToB between A and B'), 'conduit AToB between A and B'],
        [
            'conduit "Data diode" between A and B',
            'Expected a name for the conduit before its title.',
            'conduit Data-diode "Data diode" between A and B',
        ],
        [
            'zone "Büro & Labor" { kind enterprise }',
            'Expected a name for the zone before its title.',
            'zone Büro-Labor "Büro & Labor" { kind enterprise }',
        ],
        [
            'zone C : control',
            'The kind of a zone is written in its block: `{ kind control }`.',
            'zone C { kind control }',
        ],
        [
            'zone C "Cell" : safety { SL-T 3 }',
            'The kind of a zone is written in its block: `{ kind safety }`.',
            'zone C "Cell" { kind safety SL-T 3 }',
        ],
        [
            'zone C "Cell" : safety {',
            'The kind of a zone is written in its block: `{ kind safety }`.',
            'zone C "Cell" { kind safety',
        ],
        ['threat "Theft"', 'Expected a name for the threat before its title.', 'threat Theft "Theft"'],
    ] as const) {
        const end = line.endsWith('{') ? '\n}\n' : '\n';
        it(line, () => {
            const [messages, text] = corrected(zones + line + end);
            // The first of the zones is read as the name.
            assert.deepEqual(
                messages.filter(each => !each.endsWith('choose another name.')),
                [message],
            );
            assert.equal(text, zones + (fixed || line) + end);
        });
    }

    for (const [line, message, fixed] of [
        ['asset Plc plc', 'A `:` is written before the type of an asset: `asset Plc : plc`.', 'asset Plc : plc'],
        [
            'asset P1, P2 : plc { SL-C 1 }',
            'Each asset has a statement of its own.',
            'asset P1 : plc { SL-C 1 }\n  asset P2 : plc { SL-C 1 }',
        ],
        ['asset "Mixer 1" : plc', 'Expected a name for the asset before its title.', 'asset Mixer-1 "Mixer 1" : plc'],
        ['asset "1 – 2" : plc', 'Expected a name for the asset before its title.', ''],
        ['SL-T: 2', 'A value follows its word without `:`.', 'SL-T 2'],
        ['kind = control', 'A value follows its word without `=`.', 'kind  control'],
    ] as const)
        it(line, () => {
            const text = (now: string): string => `system S\nzone A {\n  ${now}\n}\n`;
            assert.deepEqual(corrected(text(line)), [[message], text(fixed || line)]);
        });

    it('says for the word of a device how an asset is written', () => {
        for (const type of devices) {
            assert.ok(
                library().files.some(file => file.types.some(({ id }) => id === type)),
                type,
            );
            const [messages] = corrected(`system S\nzone A {\n  ${type} X\n}\n`);
            assert.match(messages[0]!, new RegExp(`write \`asset N : ${type}\``));
        }
    });

    it('leaves other messages alone', () => {
        assert.deepEqual(corrected('system S\nzone A\nconduit C between A\n')[0], [
            'A conduit joins two zones or more: `conduit N between A and B`.',
        ]);
        assert.deepEqual(corrected('system S\nzone A {\n  asset X\n}\n')[0], [
            'Expected `:` and an asset type after the name of the asset.',
        ]);
    });
});
