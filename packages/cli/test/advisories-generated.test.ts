import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, parse, readAdvisories, type Verdict } from 'iacs-language';
import { readCsaf } from '../src/import/advisories/read-csaf.ts';
import { writeAdvisory } from '../src/import/advisories/write-advisory.ts';
import { csaf } from './support/csaf.ts';

/**
 * From a document to a verdict, against an oracle that knows nothing of texts: versions are three numbers, and ranges
 * are conditions on them. What an advisory writes beside them (sentences, other schemes) it knows as "cannot tell".
 */
type Numbers = readonly [number, number, number];

const numbers: fc.Arbitrary<Numbers> = fc.tuple(fc.nat(3), fc.nat(12), fc.nat(12));
const text = (version: Numbers): string => version.join('.');

function order(a: Numbers, b: Numbers): number {
    const at = a.findIndex((number, index) => number !== b[index]);
    return at < 0 ? 0 : a[at]! - b[at]!;
}

/** A range as it is written, and what it says of a version: `null` where it says nothing that can be read. */
interface Written {
    readonly text: string;
    readonly holds: (version: Numbers) => boolean | null;
}

const ranges: fc.Arbitrary<Written> = fc.oneof(
    fc.constantFrom('vers:all/*', '*', 'All versions').map((all): Written => ({ text: all, holds: () => true })),
    fc
        .tuple(numbers, fc.constantFrom('<', 'vers:all/<', '< V', 'All versions < V', 'vers:generic/<'))
        .map(([bound, sign]): Written => ({ text: `${sign}${text(bound)}`, holds: each => order(each, bound) < 0 })),
    fc
        .tuple(numbers, fc.constantFrom('>=', 'vers:all/>=V', '≥ '))
        .map(([bound, sign]): Written => ({ text: `${sign}${text(bound)}`, holds: each => order(each, bound) >= 0 })),
    fc
        .tuple(numbers, numbers, fc.constantFrom('|', ' ', '', ' | '))
        .filter(([low, high]) => order(low, high) < 0)
        .map(([low, high, between]): Written => ({
            text: `>=V${text(low)}${between}<V${text(high)}`,
            holds: each => order(each, low) >= 0 && order(each, high) < 0,
        })),
    numbers.map((single): Written => ({
        text: text(single),
        holds: each => (order(each, single) === 0 ? true : null),
    })),
    fc
        .constantFrom(
            'prior to 2.0',
            '<March/15/2023',
            '<V2_only_if_configured',
            'N/A',
            '<2.0_or_3.1',
            '<=R12',
            '<2019',
        )
        .map((sentence): Written => ({ text: sentence, holds: () => null })),
);

interface Case {
    readonly affected: readonly Written[];
    readonly fixed: readonly Written[];
    readonly installed: Numbers;
}

const cases: fc.Arbitrary<Case> = fc.record({
    affected: fc.array(ranges, { minLength: 1, maxLength: 2 }),
    fixed: fc.array(ranges, { maxLength: 1 }),
    installed: numbers,
});

function expected({ affected, fixed, installed }: Case): Verdict {
    const [bad, good] = [affected, fixed].map(all => all.map(each => each.holds(installed)));
    const upTo = affected.filter(each => /^(?:vers:\w+\/|All versions )?< ?V?[\d.]+$/.test(each.text));
    const others = affected.filter(each => !upTo.includes(each));
    const lines = upTo.map(each => each.holds(installed));
    const mixed = lines.includes(true) && lines.includes(false) && !others.some(each => each.holds(installed) === true);
    if (bad!.includes(true)) return good!.includes(true) || mixed ? 'cannot-tell' : 'affected';
    if (good!.includes(true)) return 'not-affected';
    return bad!.includes(null) || good!.includes(null) ? 'cannot-tell' : 'not-affected';
}

function found({ affected, fixed, installed }: Case): Verdict | undefined {
    const all = [...affected, ...fixed];
    const ids = (some: readonly Written[]): readonly string[] => some.map(each => `P${all.indexOf(each) + 1}`);
    const read = readCsaf(
        csaf({
            products: all.map(each => ({ name: 'PLC 100', versions: each.text })),
            vulnerabilities: [
                {
                    cve: 'CVE-1',
                    product_status: { known_affected: ids(affected), fixed: ids(fixed) },
                    remediations: [{ category: 'vendor_fix', details: 'Update', product_ids: ids(affected) }],
                },
            ],
        }),
    );
    assert.ok(!('refused' in read));
    const advisory = writeAdvisory({ name: 'A', source: 'a.json', sha256: '0' }, read);
    const model = `system S\nzone Z { asset P : plc { advisory-name "PLC 100" version "${text(installed)}" } }\n`;
    const { problems, assessment } = analyse(
        parse('file:///main.iacs', model + advisory),
        { parse: () => undefined, resolve: () => null },
        { today: '2026-06-01', withoutRules: true },
    );
    assert.deepEqual(problems, []);
    return readAdvisories(assessment).readings[0]?.verdict;
}

describe('Advisories, from a document to a verdict', function () {
    it('say affected and not affected exactly where an oracle does', () => {
        fc.assert(
            fc.property(cases, each => {
                assert.equal(found(each), expected(each), JSON.stringify(each));
            }),
            { numRuns: 400 },
        );
    });

    it('never throw on a document of which any part is missing, or is something else', () => {
        const whole = JSON.parse(csaf()) as unknown;
        const odd: readonly unknown[] = [null, 7, 'x', [], {}, [null], { a: { b: 1 } }, true];
        const changed = (value: unknown, path: readonly number[], by: unknown): unknown => {
            if (path.length === 0 || typeof value !== 'object' || value === null) return by;
            const keys = Object.keys(value);
            if (keys.length === 0) return by;
            const key = keys[path[0]! % keys.length]!;
            const inner = changed((value as Record<string, unknown>)[key], path.slice(1), by);
            if (Array.isArray(value))
                return value.map((each: unknown, index) => (String(index) === key ? inner : each));
            return { ...value, [key]: inner };
        };
        fc.assert(
            fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), fc.constantFrom(...odd), (path, by) => {
                const read = readCsaf(JSON.stringify(changed(whole, path, by)));
                if ('refused' in read) assert.match(read.refused, /\.$/);
                else writeAdvisory({ name: 'A', source: 'a.json', sha256: '0' }, read);
            }),
            { numRuns: 1000 },
        );
    });
});
