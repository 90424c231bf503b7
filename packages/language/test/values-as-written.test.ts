import assert from 'node:assert/strict';
import { load } from './support/load.ts';
import { mended, said } from './support/mended.ts';

const today = '2026-06-01';

/** A text with a line in a block of a kind. */
const around = {
    asset: (line: string) => `system S\nzone A {\n  asset X : plc {\n    ${line}\n  }\n}\n`,
    zone: (line: string) =>
        `system S\nzone B { asset W : plc }\nzone A {\n  asset X : plc\n  asset Y : hmi\n  ${line}\n}\n`,
    conduit: (line: string) => `system S\nzone A\nzone B\nconduit C between A and B {\n  ${line}\n}\n`,
    countermeasure: (line: string) => `system S\ncountermeasure M {\n  ${line}\n}\n`,
    invariant: (line: string) => `system S\nzone A\nzone B\nzone O { asset J : plc }\ninvariant I {\n  ${line}\n}\n`,
} as const;

const addresses = 'An asset has single addresses, with commas between them; a network belongs to its zone.';
const cost = (number: string): string => `A cost is a number alone, without its currency: \`cost ${number}\`.`;
const port = (text: string): string => `A port is written with its transport before it: \`${text}\`.`;
const dated = 'The day of a document follows `dated`: write `dated 2026-03-10`.';
const access = 'Access is the most that the flow does: `access write`.';
const pairs = 'A clause has one end on each side: write one for each pair of them.';
const clause = (text: string): string => `A clause of an invariant is written \`${text}\`.`;
const listMark = 'A statement begins with its word, and not with the mark of a list.';
const toForArrow = 'Expected `to`, but found `->`; write `translates 192.168.0.0/24 to 10.7.0.0/24`.';
const translates = 'Expected a statement or `}`, but found `nat`; write `translates`.';
const encrypted = 'Expected a statement or `}`, but found `encrypted`; write `secured encryption`.';
const veryHigh = '`very-high` is not a criticality: `low`, `medium`, `high` or `critical`; did you mean `critical`?';
const openNetwork = 'A network is written with the length of its prefix: 10.50.20.0/24.';
const byNumber = 'A protocol has a name, not a number; did you mean `iec60870-5-104`?';
const turned = '`<-` has no meaning here: write the side that opens the session first, `A -> B`.';
const beforeBy = 'What is protected is written before `by`: `secured encryption by Tls`.';
const via =
    '`via` has no meaning in an invariant; it belongs in a conduit. Write `through` in the clause: ' +
    '`require path from A to B through C`.';
const braces = (word: string, what: string): string =>
    `\`${word}\` has no meaning in a zone. What is said of ${what} is written in the block after it, in braces.`;
const units = 'is not a unit of time: `hours`, `days`, `weeks`, `months` or `years`; did you mean';
const months = `\`mo\` ${units} \`months\`?`;
const years = `\`yrs\` ${units} \`years\`?`;
const evidence = (valid: string): string => `evidence "x.pdf" dated 2026-03-10 valid ${valid}`;
const oneTwo = 'address 10.3.1.41, 10.3.1.42';

describe('A value as people write it', () => {
    for (const [block, line, message, fixed] of [
        ['asset', 'address 10.3.1.41..10.3.1.42', addresses, oneTwo],
        ['asset', 'address 10.3.1.41 - 42 is essential', addresses, `${oneTwo} is essential`],
        ['asset', 'address 10.3.1.41-42', addresses, oneTwo],
        ['asset', 'address 10.3.1.41 to 10.3.1.42', addresses, oneTwo],
        ['asset', 'address 10.3.1.1 to 10.3.1.200', addresses, 'address 10.3.1.1 to 10.3.1.200'],
        ['asset', 'address DHCP', 'A word is written in small letters: `dhcp`.', 'address dhcp'],
        ['asset', 'evidence "x.pdf" on 2026-03-10', dated, 'evidence "x.pdf" dated 2026-03-10'],
        ['asset', 'evidence "x.pdf", "y.pdf" 2026-03-10', dated, 'evidence "x.pdf", "y.pdf" dated 2026-03-10'],
        ['asset', 'SL-C SL2', 'A level is a number alone: `SL-C 2`.', 'SL-C 2'],
        [
            'asset',
            'SL-C {IAC 2, UC 1}',
            'Levels are written with blanks between them: `{ IAC 2 UC 1 }`.',
            'SL-C { IAC 2 UC 1 }',
        ],
        ['asset', 'translates 10.0.0.1 -> 10.1.0.1', toForArrow, 'translates 10.0.0.1 to 10.1.0.1'],
        ['asset', 'nat 10.0.0.1 to 10.1.0.1', translates, 'translates 10.0.0.1 to 10.1.0.1'],
        ['asset', 'criticality very-high', veryHigh, 'criticality critical'],
        ['zone', 'network 10.50.20.x', openNetwork, 'network 10.50.20.0/24'],
        ['zone', 'network 10.50.*.*', openNetwork.replace('.20.0/24', '.0.0/16'), 'network 10.50.0.0/16'],
        ['zone', 'flow X -> Y : 104 { access write }', byNumber, 'flow X -> Y : iec60870-5-104 { access write }'],
        ['zone', 'flow X <- Y : https "Recipes"', turned, 'flow Y -> X : https "Recipes"'],
        [
            'zone',
            'flow X -> Y : https access write',
            braces('access', 'a flow'),
            'flow X -> Y : https { access write }',
        ],
        [
            'zone',
            'flow X -> Y : https "Recipes" until 2027-01-01 access read // reviewed',
            braces('until', 'a flow'),
            'flow X -> Y : https "Recipes" { until 2027-01-01 access read } // reviewed',
        ],
        [
            'zone',
            'asset Z "Scales" : plc vendor "W" address 10.3.1.1',
            braces('vendor', 'an asset'),
            'asset Z "Scales" : plc { vendor "W" address 10.3.1.1 }',
        ],
        [
            'zone',
            'asset Z : plc, address 10.3.1.1',
            'What is said of an asset is written in its block: `{ address 10.3.1.1 }`.',
            'asset Z : plc { address 10.3.1.1 }',
        ],
        ['zone', 'flow X -> Y : https { secured by Tls }', beforeBy, 'flow X -> Y : https { secured by Tls }'],
        ['zone', 'flow X -> Y : https { encrypted }', encrypted, 'flow X -> Y : https { secured encryption }'],
        ['invariant', 'require path from A to B via O', via, 'require path from A to B through O'],
        ['asset', 'evidence "x.pdf" dated 2026-03-10 valid 12mo', months, evidence('12 months')],
        ['asset', 'evidence "x.pdf" dated 2026-03-10 valid 2 yrs', years, evidence('2 years')],
        ['zone', '-- shift B', 'A comment begins with `//`.', '// shift B'],
        ['zone', '(* shift B *)', 'A comment begins with `//`.', '// shift B'],
        ['zone', '• asset Z "Gas" : analyser', listMark, 'asset Z "Gas" : analyser'],
        ['zone', '1. asset Z : analyser', listMark, 'asset Z : analyser'],
        [
            'zone',
            'asset Z "Panel" hmi { address 10.3.1.1 }',
            'A `:` is written before the type of an asset: `asset Z : hmi`.',
            'asset Z "Panel" : hmi { address 10.3.1.1 }',
        ],
        [
            'zone',
            'asset Batch.Server "Batch server" : plc',
            'The name of an asset has no dot: write `asset N` into the block of its zone, or another sign in the name.',
            'asset Batch.Server "Batch server" : plc',
        ],
        ['zone', 'SL-T=2', 'A value follows its word without `=`.', 'SL-T 2'],
        ['zone', 'purdue L3', 'A level is a number alone: `purdue 3`.', 'purdue 3'],
        ['zone', 'meets 1.1', 'A requirement is written with its kind: `meets SR 1.1`.', 'meets SR 1.1'],
        ['zone', 'meets SR 1.1 RE 1 and SR 1.2', 'A list continues with `,`.', 'meets SR 1.1 RE 1, SR 1.2'],
        [
            'zone',
            'X -> Y : modbus-tcp',
            'A flow begins with its word: `flow A -> B : https`.',
            'flow X -> Y : modbus-tcp',
        ],
        ['zone', 'flow X -> Y : https { port 85 }', port('port tcp 85'), 'flow X -> Y : https { port tcp 85 }'],
        ['zone', 'flow X -> Y : ntp { port 123 }', port('port udp 123'), 'flow X -> Y : ntp { port udp 123 }'],
        [
            'zone',
            'flow X -> Y : https { port tcp/85 access read }',
            port('port tcp 85'),
            'flow X -> Y : https { port tcp 85 access read }',
        ],
        ['zone', 'flow X -> Y : https { port 85/TCP }', port('port tcp 85'), 'flow X -> Y : https { port tcp 85 }'],
        ['zone', 'flow X -> Y : https { port: 85 }', port('port tcp 85'), 'flow X -> Y : https { port tcp 85 }'],
        ['zone', 'flow X -> Y : http { access read/write }', access, 'flow X -> Y : http { access write }'],
        ['zone', 'flow X -> Y : http { access read, write }', access, 'flow X -> Y : http { access write }'],
        [
            'zone',
            'flow X -> Y "Values" : http',
            'The purpose of a flow is written after its protocols.',
            'flow X -> Y : http "Values"',
        ],
        ['conduit', 'one-way from A to B', 'The direction is an arrow: `one-way A -> B`.', 'one-way A -> B'],
        ['countermeasure', 'cost 40000 EUR', cost('40000'), 'cost 40000'],
        ['countermeasure', 'cost € 40 000 owner "IT"', cost('40000'), 'cost 40000 owner "IT"'],
        ['countermeasure', 'cost "40.000 EUR"', cost('40000'), 'cost 40000'],
        ['countermeasure', 'cost 1,250,000', cost('1250000'), 'cost 1250000'],
        ['countermeasure', 'cost 40k', cost('40000'), 'cost 40000'],
        ['countermeasure', 'cost 40,000', 'A number has no marks between its thousands: 40000.', 'cost 40000'],
        ['countermeasure', 'cost 40.000', '40.000 is 40, not 40000: write one of them.', 'cost 40000'],
        ['invariant', 'deny path from O, A to B', pairs, 'deny path from O to B\n  deny path from A to B'],
        ['invariant', 'deny write path from O, A to A', clause('deny write path from O to A'), null],
        ['invariant', 'no path from O to A', clause('deny path from O to A'), 'deny path from O to A'],
        ['invariant', 'deny O -> A', clause('deny path from O to A'), 'deny path from O to A'],
        ['invariant', 'deny any path from O to A', clause('deny path from O to A'), 'deny path from O to A'],
        [
            'invariant',
            'require path from A, B to O through O.J',
            pairs,
            'require path from A to O through O.J\n  require path from B to O through O.J',
        ],
    ] as const)
        it(line, () => {
            const text = around[block](line);
            assert.deepEqual(said(text), [message]);
            const after = fixed ?? message.slice(message.indexOf('`') + 1, -2);
            assert.equal(mended(text), around[block](after));
            if (after !== line) assert.deepEqual(said(mended(text)), []);
        });

    it('is a list of addresses where a range is short', () => {
        const range = '10.3.1.41-10.3.1.42';
        const message = `${range} is a range: write its addresses, with commas between them, or the prefix of a network.`;
        for (const [text, after] of [
            [around.asset(`address ${range}`), around.asset(oneTwo)],
            [around.asset('address 10.3.1.1-10.3.1.200'), null],
            [around.zone(`network ${range}`), null],
        ] as const) {
            assert.equal(said(text)[0]!.replace('10.3.1.1-10.3.1.200', range), message);
            assert.equal(mended(text), after ?? text);
        }
    });

    it('is not guessed where a number may be another one', () => {
        const [problem] = load(around.countermeasure('cost 40.000'), { today }).problems;
        assert.deepEqual(
            problem!.fixes.map(({ title, preferred }) => [title, preferred]),
            [
                ['Write 40000', false],
                ['Write 40', false],
            ],
        );
        assert.deepEqual(said(around.countermeasure('cost 40.50')), []);
    });
});

describe('A word for all there is', () => {
    it('is taken for no name that is like it by its letters', () => {
        const all = (word: string): string => `\`${word}\` does not mean all of them: name each one.`;
        for (const [block, line, message] of [
            ['invariant', 'deny path from any to A', `There is no asset or zone any here. ${all('any')}`],
            ['invariant', 'deny path from * to A', '`*` does not mean all zones: write a clause for each zone.'],
            ['zone', 'flow X -> Y : any', `There is no protocol any. ${all('any')}`],
            ['zone', 'flow X -> Y : ALL', `There is no protocol ALL. ${all('ALL')}`],
            ['zone', 'flow X -> Y : none', 'There is no protocol none. Where there is none, leave it out.'],
        ] as const) {
            const { problems } = load(around[block](line), { today });
            assert.deepEqual(
                problems.map(problem => [problem.message, problem.fixes]),
                [[message, []]],
            );
        }
    });
});
