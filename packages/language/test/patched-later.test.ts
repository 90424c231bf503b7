import assert from 'node:assert/strict';
import { forecastOf } from '../src/views/forecast/index.ts';
import { between } from './support/compared.ts';
import { load } from './support/load.ts';

/*
 * A patch of a day to come is not installed, and one whose day cannot be read may not be: what is vulnerable counts as
 * there, in findings as in a comparison.
 */
const today = '2026-11-24';

const plant = (asset: string, type = ''): string => `system Plant
zone Control { kind control SL-T 2
  window "Stop" 2026-08-01 to 2026-08-04
  asset Plc : press-plc { is essential ${asset} }
}
type press-plc : plc { ${type} advisory-name "X" certificate "4-2" for "V2.x" }
advisory A { identifier "A-1" affected "X" { versions "vers:all/<V2.1" remediation vendor-fix "Update" } }
`;

/** The findings of the rules that go by versions, each with a part of its message. */
function told(asset: string, type?: string): readonly string[] {
    const { findings } = load(plant(asset, type), { today });
    return findings
        .filter(({ rule }) => /^advisory|^version|^patch|^certificate|^invalid/.test(rule))
        .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('A patch', () => {
    for (const [what, asset, expected, type] of [
        [
            'of a day to come leaves the version of today affected',
            'version "V2.0" patched to "V2.1" on 2099-01-01',
            [/^advisory-affected: A-1 affects Control.Plc \(V2.0\)/, /^patch-state-unknown/],
        ],
        [
            'of a day to come, and nothing else, says nothing of the version of today',
            'patched to "V2.1" on 2099-01-01',
            [
                /^advisory-undecided: .*the installed version is not said/,
                /^certificate-of-another-version: .*has no version/,
                /^patch-state-unknown/,
            ],
        ],
        [
            'of a day to come leaves the version of the type',
            'patched to "V2.1" on 2099-01-01',
            [/^advisory-affected: A-1 affects Control.Plc \(V2.0\)/, /^patch-state-unknown/],
            'version "V2.0"',
        ],
        [
            'of a day to come contradicts a version that is already it',
            'version "V2.1" patched to "V2.1" on 2099-01-01',
            [
                /^advisory-undecided: .*the installed version is not said/,
                /^patch-state-unknown/,
                /^version-not-as-patched: .*on 2099-01-01, a day to come/,
            ],
        ],
        [
            'that is to be installed on a day to come is not',
            'version "V2.0" patch "V2.1" state installed on 2099-01-01',
            [/^advisory-affected: A-1 affects Control.Plc \(V2.0\)/],
        ],
        ['of tomorrow has begun somewhere', 'patched to "V2.1" on 2026-11-25', []],
        [
            'with a day that cannot be read may be installed or not',
            'version "V2.0" patched to "V2.1" on 2026-02-30',
            [
                /^advisory-undecided: .*`version` says V2.0, and `patched to` says V2.1/,
                /^invalid-value/,
                /^patch-state-unknown/,
                /^version-not-as-patched/,
            ],
        ],
        [
            'with a day that cannot be read decides nothing alone',
            'patched to "V2.1" on 2026-02-30',
            [
                /^advisory-undecided: .*the installed version is not said/,
                /^certificate-of-another-version: .*has no version/,
                /^invalid-value/,
                /^patch-state-unknown/,
            ],
        ],
        [
            'with words after it that cannot be read decides nothing',
            'patched to "V2.1" on soon',
            [
                /^advisory-undecided: .*the installed version is not said/,
                /^certificate-of-another-version: .*has no version/,
                /^patch-state-unknown/,
            ],
        ],
        [
            'of a day to come does not take the asset away from its certificate',
            'version "V2.3" patched to "V3.0" on 2099-01-01',
            [/^patch-state-unknown/],
        ],
        [
            'that was ready, and is planned for a day that cannot be read, is not planned',
            'version "V2.3" patched to "V2.4" on 2026-02-30 patch "V2.4" state approved on 2026-05-01',
            [/^invalid-value/, /^patch-past-window/, /^version-not-as-patched/],
        ],
        [
            'that was ready, and is planned for a day to come, is planned',
            'version "V2.3" patched to "V2.4" on 2027-08-01 patch "V2.4" state approved on 2026-05-01',
            [],
        ],
    ] as const satisfies readonly (readonly [string, string, readonly RegExp[], string?])[]) {
        it(what, () => {
            const found = [...told(asset, type)].sort();
            assert.equal(found.length, expected.length, found.join('\n'));
            expected.forEach((pattern: RegExp, index) => assert.match(found[index]!, pattern));
        });
    }
});

describe('A comparison of patches', () => {
    const verdict = (before: string, after: string): string => between(plant(before), plant(after)).security.verdict;

    it('calls it worse to put one off', () => {
        assert.equal(verdict('patched to "V2.1" on 2026-10-01', 'patched to "V2.1" on 2099-10-01'), 'worse');
        assert.equal(
            verdict('version "V2.0" patched to "V2.1"', 'version "V2.0" patched to "V2.1" on 2099-10-01'),
            'worse',
        );
    });

    it('does not call it better to plan one', () => {
        assert.equal(verdict('patched to "V2.0" on 2026-10-01', 'patched to "V2.1" on 2099-10-01'), 'none');
        const ready = 'version "V2.0" patch "V2.1" state approved on 2026-05-01';
        assert.equal(verdict(ready, `${ready} patched to "V2.1" on 2099-10-01`), 'none');
        assert.equal(verdict(ready, `${ready} patched to "V2.1" on 2026-02-30`), 'incomplete');
    });

    it('calls it better to install one', () => {
        assert.equal(verdict('patched to "V2.0" on 2026-10-01', 'patched to "V2.1" on 2026-11-01'), 'better');
    });
});

/** The days of patches in the forecast of a year. */
const forecast = (asset: string): readonly string[] =>
    forecastOf({ whole: load(plant(asset), { today }).whole, from: today, until: '2027-11-24', matrix: null })
        .events.filter(({ kind }) => kind === 'patched')
        .map(({ date, subject, what }) => `${date} ${subject}: ${what}`);

describe('The day of a patch in the forecast', () => {
    for (const [what, asset, expected] of [
        [
            'is one on which an advisory ends, and another version is left written',
            'version "V2.0" patched to "V2.1" on 2027-04-11',
            [
                '2027-04-11 Control.Plc: Control.Plc is patched to V2.1: no longer found: advisory-affected, patch-state-unknown; ' +
                    'now found: advisory-undecided, version-not-as-patched',
            ],
        ],
        [
            'is one on which it is known what is installed',
            'patched to "V2.1" on 2027-04-11',
            [
                '2027-04-11 Control.Plc: Control.Plc is patched to V2.1: no longer found: advisory-undecided, certificate-of-another-version, patch-state-unknown',
            ],
        ],
        [
            'is that of a patch that is to be installed, beside a version that says another one',
            'version "V2.0" patch "V2.1" state installed on 2027-04-11',
            [
                '2027-04-11 Control.Plc: Control.Plc is patched to V2.1: no longer found: advisory-affected; now found: advisory-undecided',
            ],
        ],
        [
            'is none where nothing is found less or more',
            'patched to "V2.1" on 2026-01-01 patch "V2.2" state installed on 2027-04-11',
            [],
        ],
        ['is none that has passed, or comes later', 'version "V2.0" patched to "V2.1" on 2099-01-01', []],
        ['is none that cannot be read', 'version "V2.0" patched to "V2.1" on 2027-02-30', []],
    ] as const)
        it(what, () => assert.deepEqual(forecast(asset), expected));

    it('goes by the SL-T of the zones that are there on that day', () => {
        const asset = (name: string, day: string): string =>
            `asset ${name} : plc { is essential patched to "V2" on ${day} }`;
        const { whole } = load(
            `system Plant
zone Old { kind control SL-T 2 retired on 2027-02-01 ${asset('A', '2026-12-10')} ${asset('B', '2027-03-10')} }
zone New { kind control SL-T 2 planned for 2027-02-01 ${asset('C', '2027-03-20')} }
`,
            { today },
        );
        const { events } = forecastOf({ whole, from: today, until: '2027-12-31', matrix: null });
        assert.deepEqual(
            events.filter(({ kind }) => kind === 'patched').map(({ date, what }) => `${date} ${what}`),
            [
                '2026-12-10 Old.A is patched to V2: no longer found: patch-state-unknown',
                '2027-03-20 New.C is patched to V2: no longer found: patch-state-unknown',
            ],
        );
    });
});
