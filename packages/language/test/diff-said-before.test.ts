import assert from 'node:assert/strict';
import type { ModelDiff } from '../src/views/diff/index.ts';
import { between } from './support/compared.ts';

/*
 * What counts newly, although nothing shows it, is a claim: where other words stand in the way no more, where what it
 * rested on is no longer named, where a document that was there already is said to show it. Each row makes SL-A or the
 * state of a requirement higher by words alone.
 */

const stale = 'evidence "old.pdf" dated 2024-01-10 until 2024-12-31';
const good = 'evidence "log.pdf" dated 2026-03-01 valid 12 months';

const measures = `countermeasure Works { meets SR 6.1, SR 2.8 status implemented evidence "works.pdf" }
countermeasure Later { meets SR 6.1 status planned due 2027-01-01 }
countermeasure Bare { meets SR 6.1 }
`;

/** A zone in which something is said, and one around it in which something is said too. */
const plant = (inner: string, outer = ''): string => `system Plant
${measures}zone Site {
  ${outer}
  zone Cell { SL-T { TRE 1 UC 1 }
    ${inner}
    asset Plc : plc
  }
}
`;

interface Row {
    readonly what: string;
    readonly from: string;
    readonly to: string;
    readonly verdict: ModelDiff['security']['verdict'];
    readonly said: RegExp;
}

const claimed = /neutral requirement-gained: SR 6\.1 of Site\.Cell.*claimed, not shown by evidence/;

const rows: readonly Row[] = [
    {
        what: 'a planned countermeasure that it rested on is not named any more',
        from: plant('meets SR 6.1 by Works, Later because "Reviewed"'),
        to: plant('meets SR 6.1 by Works because "Reviewed"'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'one without a status is not named any more, and the document is the one that was there',
        from: plant(`meets SR 6.1 by Bare ${good}`),
        to: plant(`meets SR 6.1 ${good}`),
        verdict: 'worse',
        said: claimed,
    },
    {
        what: 'what is compensated is said to be met',
        from: plant('compensates SR 6.1 because "Guards"'),
        to: plant('meets SR 6.1 because "Guards"'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'what is excluded is said to be met by the same document',
        from: plant(`excludes SR 6.1 because "Guards" ${good}`),
        to: plant(`meets SR 6.1 because "Guards" ${good}`),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'two statements have changed places',
        from: plant(`meets SR 6.1 ${stale}\n    compensates SR 6.1 because "Guards"`),
        to: plant(`compensates SR 6.1 because "Guards"\n    meets SR 6.1 ${stale}`),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'what is missed is said after what is met',
        from: plant('misses SR 6.1 because "No logs" due 2027-03-31\n    meets SR 6.1 because "Logs"'),
        to: plant('meets SR 6.1 because "Logs"\n    misses SR 6.1 because "No logs" due 2027-03-31'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'a requirement of the FR was said by its number, and did not count',
        from: plant(`compensates SR 6.1 because "Guards" ${stale}\n    meets FR 6 SL 1 because "Logs"`),
        to: plant('meets FR 6 SL 1 because "Logs"'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'what counted for nothing is said nearer no more',
        from: plant(`compensates SR 6.1 because "Guards" ${stale}`, 'meets SR 6.1 because "Logs"'),
        to: plant('', 'meets SR 6.1 because "Logs"'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'a planned countermeasure is applied nearer no more',
        from: plant('applies Later', 'meets SR 6.1 because "Logs"'),
        to: plant('', 'meets SR 6.1 because "Logs"'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'what was compensated nearer is met around it',
        from: plant('compensates SR 6.1 because "Guards"', 'applies Works'),
        to: plant('', 'applies Works'),
        verdict: 'none',
        said: claimed,
    },
    {
        what: 'the day by which it was due is not named any more',
        from: plant(`meets SR 6.1 by Works ${good} due 2027-03-31`),
        to: plant(`meets SR 6.1 by Works ${good}`),
        verdict: 'none',
        said: /neutral finding-silenced: claimed to be fixed, not shown by evidence: Site\.Cell \(claim-contradicted\)/,
    },
    {
        what: 'a countermeasure without a status is said to be implemented',
        from: plant('applies Bare'),
        to: plant('applies Bare').replace('Bare { meets SR 6.1', 'Bare { meets SR 6.1 status implemented'),
        verdict: 'none',
        said: /neutral finding-silenced: claimed to be fixed, not shown by evidence: Bare \(measure-without-status\)/,
    },
];

const reasonsOf = ({ security }: ModelDiff): string =>
    security.reasons.map(each => `${each.direction} ${each.kind}: ${each.text}`).join('\n');

describe('A comparison, where something counts by words alone', () => {
    for (const { what, from, to, verdict, said } of rows)
        it(`is not better: ${what}`, () => {
            const found = between(from, to);
            assert.match(reasonsOf(found), said);
            assert.doesNotMatch(reasonsOf(found), /^better/m);
            assert.equal(found.security.verdict, verdict, reasonsOf(found));
        });

    it('is better where something new shows it', () => {
        const later = good.replace('2026-03-01', '2026-09-01');
        for (const [from, to] of [
            [plant('compensates SR 6.1 because "Guards"'), plant(`meets SR 6.1 because "Logs" ${good}`)],
            [plant(`excludes SR 6.1 because "Guards" ${good}`), plant(`meets SR 6.1 because "Logs" ${later}`)],
            [plant(`meets SR 6.1 ${stale}`), plant(`meets SR 6.1 ${good}`)],
            [plant(`meets SR 6.1 by Later ${good}`), plant(`meets SR 6.1 ${later}`)],
            [plant('meets SR 6.1 by Later'), plant('meets SR 6.1 by Later').replace('planned', `implemented ${good}`)],
            [
                plant(`compensates SR 6.1 because "Guards" ${stale}`, 'meets SR 6.1 because "Logs"'),
                plant('', `meets SR 6.1 because "Logs" ${good}`),
            ],
        ] as const)
            assert.match(reasonsOf(between(from, to)), /^better/m, `${from}\n${to}`);
    });

    it('is worse where an exclusion that shows nothing takes the place of what was met', () => {
        const ahead = 'evidence "later.pdf" dated 2027-06-01';
        const found = between(plant('applies Works'), plant(`applies Works excludes SR 6.1 because "x" ${ahead}`));
        assert.match(reasonsOf(found), /worse requirement-lost: SR 6\.1 of Site\.Cell: met → not assessed/);
        assert.equal(found.security.verdict, 'worse');
    });

    it('does not take two statements in the same words for each other', () => {
        const twice = (reason: string): string =>
            plant(`meets SR 6.1 ${good}\n    meets SR 6.1\n    misses SR 2.8 because "${reason}"`);
        const found = between(twice('No logs'), twice('None is kept'));
        assert.equal(found.security.verdict, 'none', reasonsOf(found));
        assert.deepEqual(found.security.reasons, []);
    });
});
