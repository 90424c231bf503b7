import assert from 'node:assert/strict';
import { readAdvisories } from '../src/advisories/index.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

function read(text: string) {
    const loaded = load(`system Plant\n${text}`, { today });
    assert.deepEqual(
        loaded.problems.map(({ message }) => message),
        [],
    );
    return readAdvisories(loaded.assessment);
}

/** The verdicts on assets, `Plc1 affected CVE-1`. */
function verdicts(text: string): readonly string[] {
    return read(text).readings.map(({ asset, verdict, vulnerabilities, why }) =>
        [asset.name, verdict, ...vulnerabilities.map(each => each.cve), ...(why === null ? [] : [`(${why})`])].join(
            ' ',
        ),
    );
}

/** A controller with what is said of it, and an advisory with what that says. */
const one = (asset: string, advisory: string): readonly string[] =>
    verdicts(`zone Z { asset P : plc { advisory-name "X" ${asset} } }\nadvisory A {\n${advisory}\n}`);

describe('An advisory and an asset', () => {
    for (const [what, asset, advisory, expected] of [
        ['affects a version in its range', 'version "1.0"', 'affected "X" { versions "<2" }', 'P affected A'],
        ['does not affect one outside', 'version "2.0"', 'affected "X" { versions "<2" }', 'P not-affected'],
        [
            'cannot be judged without a version',
            '',
            'affected "X" { versions "<2" }',
            'P cannot-tell A (the installed version is not said)',
        ],
        ['is judged without a version where all are affected', '', 'affected "X" { versions "*" }', 'P affected A'],
        [
            'cannot be judged by a sentence',
            'version "1.0"',
            'affected "X" { versions "prior to 2" }',
            'P cannot-tell A ("prior to 2" is a sentence and is not interpreted)',
        ],
        [
            'cannot be judged without versions',
            'version "1.0"',
            'affected "X"',
            'P cannot-tell A (the advisory names no versions)',
        ],
        [
            'cannot be judged by serial numbers',
            'version "1.0"',
            'affected "X" { versions "*" serial-number "17*" }',
            'P cannot-tell A (the advisory is limited to serial numbers (17*))',
        ],
        [
            'says nothing of versions after the last one where there is no fix',
            'version "2.1"',
            'affected "X" { versions "<=2.0" remediation none-available "No" }',
            'P cannot-tell A (2.1 is after "<=2.0", and the advisory names no fix)',
        ],
        [
            'does not affect versions after the last one where there is a fix',
            'version "2.1"',
            'affected "X" { versions "<=2.0" remediation vendor-fix "Update" }',
            'P not-affected',
        ],
        [
            'goes by what is patched and what was read, where both agree',
            'version "1.0" patched to "1.1"',
            'affected "X" { versions "<2" }',
            'P affected A',
        ],
        [
            'cannot be judged where they do not',
            'version "1.0" patched to "2.1"',
            'affected "X" { versions "<2" }',
            'P cannot-tell A (`patched to` says 2.1, and `version` says 1.0)',
        ],
        [
            'counts an installed patch that nothing else confirms as one of two words',
            'version "1.0" patch "2.1" state installed',
            'affected "X" { versions "<2" }',
            'P cannot-tell A (`version` says 1.0, and an installed `patch` says 2.1)',
        ],
        [
            'is judged by each vulnerability',
            'version "2.5"',
            `vulnerability "C1"
             vulnerability "C2"
             vulnerability "C3"
             affected "X" { versions "<2" cve "C1" }
             affected "X" { versions "<3" cve "C2", "C3" }
             fixed "X" { versions "2.5" cve "C3" }`,
            'P cannot-tell C3 (the advisory says both, affected and not affected)',
        ],
        [
            'is not cleared by a fix of another vulnerability',
            'version "2.5"',
            `vulnerability "C1"
             vulnerability "C2"
             affected "X" { versions "<3" cve "C1" }
             not-affected "X" { versions "*" cve "C2" }`,
            'P affected C1',
        ],
        [
            'cannot be judged between the last versions of two lines',
            'version "10.1.7"',
            'affected "X" { versions "< 10.1.6", "< 11.0.3" }',
            'P cannot-tell A (the advisory names several last versions, and 10.1.7 is between them)',
        ],
        [
            'affects what is named by itself, whatever is between',
            'version "10.1.7"',
            'affected "X" { versions "< 10.1.6", "< 11.0.3", "10.1.7" }',
            'P affected A',
        ],
        [
            'affects what is before the last versions of all lines',
            'version "10.1.5"',
            'affected "X" { versions "< 10.1.6" } affected "X" { versions "< 11.0.3" }',
            'P affected A',
        ],
        [
            'cannot be judged while its publisher investigates',
            'version "2.5"',
            'under-investigation "X" { versions "*" }',
            'P cannot-tell A (its publisher is still investigating)',
        ],
        [
            'says nothing by a version that it clears of another one',
            'version "2.5"',
            'fixed "X" { versions "2.6" }',
            'P cannot-tell A ("2.6" names single versions only, and 2.5 is not among them)',
        ],
    ] as const) {
        it(what, () => {
            const expectedAll = what === 'is judged by each vulnerability' ? ['P affected C2'] : [expected];
            assert.deepEqual(one(asset, advisory), expectedAll);
        });
    }

    it('of a line that the name is about cannot be judged in another line', () => {
        const text = (version: string): readonly string[] =>
            verdicts(
                `zone Z { asset P : plc { advisory-name "Parasolid V35.0" version "${version}" } }
                 advisory A { affected "Parasolid V35.0" { versions "< V35.0.170" } }`,
            );
        assert.deepEqual(text('V35.0.169'), ['P affected A']);
        assert.deepEqual(text('V35.0.170'), ['P not-affected']);
        assert.deepEqual(text('V34.1'), ['P cannot-tell A (the name is about V35.0, and V34.1 is installed)']);
    });
});

describe('A product and its names', () => {
    const type = (facts: string, assets = 'asset P : own { version "1.0" }'): string =>
        `zone Z { ${assets} }\ntype own : plc { ${facts} }\n` +
        'advisory A { affected "S7-1500 CPU 1516-3 PN/DP (6ES7516-3AN02-0AB0)" { vendor "Siemens" versions "<2" } }\n' +
        'advisory B { affected "S7-1500 CPU 1511-1 PN (6ES7511-1AK02-0AB0)" { vendor "Siemens" versions "<2" } }\n' +
        'advisory C { affected "Gateway" { vendor "Other Corp." versions "<2" } }';
    const candidates = (text: string): readonly string[] =>
        read(text).unconfirmed.flatMap(each => each.candidates.map(({ name }) => name));

    it('is never matched without a confirmed name', () => {
        const text = type('vendor "Siemens AG" product "S7-1500 CPU 1516-3 PN/DP"');
        assert.deepEqual(verdicts(text), []);
        assert.deepEqual(candidates(text), ['S7-1500 CPU 1516-3 PN/DP (6ES7516-3AN02-0AB0)']);
    });

    it('is asked for once a type, the nearest name first', () => {
        const text = type('product "S7-1500"', 'asset P : own asset Q : own asset R : own');
        const { unconfirmed } = read(text);
        assert.equal(unconfirmed.length, 1);
        assert.equal(unconfirmed[0]!.product.assets.length, 3);
        assert.deepEqual(candidates(text), [
            'S7-1500 CPU 1511-1 PN (6ES7511-1AK02-0AB0)',
            'S7-1500 CPU 1516-3 PN/DP (6ES7516-3AN02-0AB0)',
        ]);
    });

    it('is found by its order number, whatever else is written', () => {
        assert.deepEqual(candidates(type('product "Controller 6ES7511-1AK02-0AB0"')), [
            'S7-1500 CPU 1511-1 PN (6ES7511-1AK02-0AB0)',
        ]);
    });

    it('is found by the names of other advisories: model numbers and CPE', () => {
        const text = (facts: string): string =>
            `zone Z { asset P : own }\ntype own : plc { product "Flow Meter 40" }\n` +
            `advisory A { affected "FM" { versions "<2" ${facts} } }`;
        assert.deepEqual(candidates(text('')), []);
        assert.deepEqual(candidates(text('cpe "cpe:2.3:h:vendor:flow_meter_40:-:*:*:*:*:*:*:*"')), ['FM']);
        assert.deepEqual(candidates(text('model-number "Flow Meter 40"')), ['FM']);
    });

    it('is asked for however its signs and blanks are written, and where a brand is the vendor', () => {
        const asked = (vendor: string, product: string, name: string): readonly string[] =>
            candidates(
                `zone Z { asset A : plc { vendor "${vendor}" product "${product}" } }\n` +
                    `advisory X { affected "${name}" { vendor "Acme" versions "*" } }\n`,
            );
        for (const [product, name] of [
            ['S7 1500', 'SIMATIC S7-1500 CPU'],
            ['S7-1500', 'SIMATIC S7 1500 CPU'],
            ['PFC-200', 'PFC200'],
            ['GATE-1', 'Gate 1'],
            ['AC500-S rack 2', 'AC 500 S'],
            ['Acme Gate-1', 'Gate 1 Basic'],
        ] as const)
            assert.deepEqual(asked('Acme', product, name), [name], product);
        for (const [product, name] of [
            ['GATE-1', 'Gate 10'],
            ['GATE-1', 'Gate A 1'],
            ['S7-150', 'S7 1500'],
            ['Gate', 'Water gate 1'],
        ] as const)
            assert.deepEqual(asked('Acme', product, name).includes(name), product === 'Gate', product);
        assert.deepEqual(asked('Branded', 'GATE-1', 'Gate 1'), ['Acme Gate 1']);
        assert.deepEqual(asked('Branded', 'Gate-1 Basic', 'Gate 1'), []);
        assert.deepEqual(asked('Branded', 'Gateway', 'Gateway'), []);
    });

    it('counts for all assets of a type, and an asset may say otherwise', () => {
        const name = '"S7-1500 CPU 1516-3 PN/DP (6ES7516-3AN02-0AB0)"';
        const text = type(
            `advisory-name ${name} product "S7-1500"`,
            `asset P : own { version "1.0" } asset Q : own { version "2.0" }
             asset R : own { version "1.0" advisory-name not ${name} }`,
        );
        assert.deepEqual(verdicts(text), ['P affected A', 'Q not-affected']);
    });

    it('of another vendor is a question, not a match', () => {
        const text = type('vendor "Examplar" advisory-name "gateway"');
        assert.deepEqual(verdicts(text), []);
        assert.deepEqual(candidates(text), ['Other Corp. Gateway']);
        const confirmed = type('vendor "Examplar" advisory-name "Other Corp. Gateway"');
        assert.deepEqual(verdicts(confirmed), ['P affected C']);
        assert.deepEqual(candidates(confirmed), []);
    });

    it('that is ruled out is asked for no more', () => {
        const text = type('product "S7-1500" advisory-name not "S7-1500 CPU 1511-1 PN (6ES7511-1AK02-0AB0)"');
        assert.deepEqual(candidates(text), ['S7-1500 CPU 1516-3 PN/DP (6ES7516-3AN02-0AB0)']);
    });

    it('of which nothing is said cannot be looked up, and that is said', () => {
        const { unsaid, elsewhere } = read(type('product "S7-1500"', 'asset P : own asset Bare : plc'));
        assert.deepEqual(
            unsaid.map(({ name }) => name),
            ['Bare'],
        );
        assert.deepEqual(
            elsewhere.map(({ id }) => id),
            ['C'],
        );
    });
});

describe('The weight of an advisory', () => {
    const weight = (asset: string, flow: string, vector: string | null, zone = ''): string => {
        const { readings } = read(`
            zone Office { kind enterprise asset Pc : workstation }
            zone Other { kind control asset Hmi : hmi }
            zone Control { kind control ${zone} asset Plc : plc { advisory-name "X" version "1.0" ${asset} } asset Peer : plc }
            conduit C between Office and Control and Other { ${flow} }
            advisory A {
              vulnerability "C1" ${vector === null ? '' : `cvss 9 "CVSS:3.1/AV:${vector}/AC:L"`}
              affected "X" { versions "<2" }
            }`);
        const { urgency, reasons, window } = readings[0]!.weight!;
        return `${urgency}: ${reasons.join('; ')}${window ? `; ${window.from.date}` : ''}`;
    };
    const outside = 'flow Office.Pc -> Control.Plc : modbus-tcp';
    const site = 'flow Other.Hmi -> Control.Plc : s7comm';

    for (const [what, expected, ...given] of [
        ['from outside', 'now: Office.Pc over modbus-tcp reaches the asset from outside', '', outside, 'N'],
        ['without a vector', 'now: Office.Pc over modbus-tcp reaches the asset from outside', '', outside, null],
        [
            'from outside by another asset',
            'now: Office.Pc by way of Other.Hmi over s7comm reaches the asset from outside',
            '',
            `flow Office.Pc -> Other.Hmi : https ${site}`,
            'N',
        ],
        [
            'of the same network',
            'next stop: it takes the same network, and Office.Pc over modbus-tcp reaches the asset from outside',
            '',
            outside,
            'A',
        ],
        [
            'of the device',
            'when renewed: it takes access to the device itself; an essential function depends on it',
            'is essential',
            outside,
            'P',
        ],
        ['of an account', 'when renewed: it takes an account or a person on the device', '', outside, 'L'],
        ['from another zone', 'next stop: Other.Hmi over s7comm reaches the asset from another zone', '', site, 'N'],
        [
            'from nowhere',
            'when renewed: no declared path leads to it from another zone',
            '',
            'flow Control.Plc -> Office.Pc : https',
            'N',
        ],
        ['of which nothing is said', 'next stop: the model does not say who reaches it', '', '', 'N'],
    ] as const) {
        it(what, () => assert.equal(weight(given[0], given[1], given[2]), expected));
    }

    it('is one step earlier for what is essential', () => {
        assert.equal(
            weight('is essential', site, 'N'),
            'now: Other.Hmi over s7comm reaches the asset from another zone; an essential function depends on it',
        );
        assert.match(weight('is essential', '', 'L'), /^next stop: /);
    });

    it('names the next window of the asset or of a zone around it', () => {
        const zone = 'window "Past" 2026-01-01 to 2026-01-05 window "Late" 2027-01-01 to 2027-01-05';
        assert.match(weight('window "Soon" 2026-08-01 to 2026-08-02', site, 'N', zone), /; 2026-08-01$/);
        assert.match(weight('', site, 'N', zone), /; 2027-01-01$/);
        assert.doesNotMatch(weight('', site, 'N', 'window "Past" 2026-01-01 to 2026-01-05'), /2026-/);
    });

    it('puts what is urgent first, then what is essential, then what is graver', () => {
        const { readings } = read(`
            zone Office { kind enterprise asset Pc : workstation }
            zone Control {
              asset Low : own { version "1" } asset Key : own { version "1" is essential } asset None : own { version "9" }
            }
            flow Office.Pc -> Control.Key : https
            flow Office.Pc -> Control.Low : https
            type own : plc { advisory-name "X" }
            advisory A { vulnerability "C1" cvss 5 "CVSS:3.1/AV:N" affected "X" { versions "<2" } }
            advisory B { vulnerability "C2" cvss 9 "CVSS:3.1/AV:N" affected "X" { versions "<2" } }`);
        assert.deepEqual(
            readings.map(({ asset, advisory, verdict }) => `${asset.name} ${advisory.id} ${verdict}`),
            [
                'Key B affected',
                'Key A affected',
                'Low B affected',
                'Low A affected',
                'None A not-affected',
                'None B not-affected',
            ],
        );
    });
});
