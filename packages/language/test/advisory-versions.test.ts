import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { VersionOrder } from '../src/advisories/index.ts';
import { compareVersions, isInside, readRange } from '../src/advisories/index.ts';

/** Numbers with dots, as an oracle can order them by itself; the first one is never padded. */
const numbers = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 });
const written = fc.tuple(fc.constantFrom('', 'V', 'v', 'Version ', 'FW_'), numbers);

/** Texts near to what advisories write, most of them no version of any scheme. */
const odd = fc
    .array(
        fc.constantFrom(
            'V',
            '1',
            '2',
            '10',
            '03',
            '.',
            '-',
            '_',
            ' ',
            'SP',
            'Update',
            'a',
            'b',
            'R',
            'x',
            'X',
            '+',
            'rc',
        ),
        { maxLength: 9 },
    )
    .map(parts => parts.join(''));
const anything = fc.oneof(
    odd,
    fc.string({ maxLength: 12 }),
    written.map(([head, all]) => head + all.join('.')),
);

function oracle(a: readonly number[], b: readonly number[]): VersionOrder {
    for (let index = 0; index < Math.min(a.length, b.length); index++)
        if (a[index] !== b[index]) return a[index]! < b[index]! ? 'earlier' : 'later';
    const rest = a.slice(b.length).concat(b.slice(a.length));
    return rest.every(each => each === 0) ? 'same' : a.length < b.length ? 'coarser' : 'finer';
}

const mirrored = new Map<VersionOrder, VersionOrder>([
    ['earlier', 'later'],
    ['later', 'earlier'],
    ['coarser', 'finer'],
    ['finer', 'coarser'],
]);
const not = (value: boolean | null): boolean | null => (value === null ? null : !value);
const within = (version: string, range: string): boolean | null => isInside(version, readRange(range)).inside;

describe('The order of versions', () => {
    it('is that of the numbers, whatever is written before them', () => {
        fc.assert(
            fc.property(written, written, ([head, a], [other, b]) => {
                assert.equal(compareVersions(head + a.join('.'), other + b.join('.')), oracle(a, b));
            }),
        );
    });

    it('says the reverse when it is asked the reverse, and the same of a version and itself', () => {
        fc.assert(
            fc.property(anything, anything, (a, b) => {
                const order = compareVersions(a, b);
                assert.equal(compareVersions(b, a), mirrored.get(order) ?? order);
                assert.equal(compareVersions(a, a), /\d/.test(a) ? 'same' : null);
            }),
            { numRuns: 2000 },
        );
    });

    it('never goes round: what is before something earlier is not after it', () => {
        fc.assert(
            fc.property(anything, anything, anything, (a, b, c) => {
                if (compareVersions(a, b) !== 'earlier' || compareVersions(b, c) !== 'earlier') return;
                assert.ok(['earlier', null].includes(compareVersions(a, c)), `${a} < ${b} < ${c}`);
            }),
            { numRuns: 2000 },
        );
    });

    for (const [a, b, order] of [
        ['V2.9.6', 'V2.9.7', 'earlier'],
        ['V2.10', '2.9', 'later'],
        ['4.5', 'V4.5.0', 'same'],
        ['V4.5', 'V4.5.1', 'coarser'],
        ['V17 Update 5', 'V17 Update 6', 'earlier'],
        ['V17', 'V17 Update 6', 'coarser'],
        ['V16 Update 9', 'V17', 'earlier'],
        ['2020 R2 SP1', '2020_R2_SP1_P01', 'coarser'],
        ['2020 R2 SP1 P02', '2020_R2_SP1_P01', 'later'],
        ['R511.5_TCU3_HF9', 'R511.5_TCU4_HF4', 'earlier'],
        ['CPCI85 V05.10', 'CPCI85 V05.11', 'earlier'],
        ['1.2.10.10', 'FW_1.2.10.11', 'earlier'],
        ['4.1.1.10', 'SW_4.1.1.11', null],
        ['MX-V4.3.2.53', 'MX-V5.4.0.45', 'earlier'],
        ['R301-V0', 'R301-V6', 'earlier'],
        ['1.295H', '1.290H', 'later'],
        ['4.2a', '4.2b', 'earlier'],
        ['10.2', '10.X', 'finer'],
        ['9.9', '10.X', 'earlier'],
        ['1.012', '1.280', 'earlier'],
        // A zero after a dot may be a place of a fraction, or may be left out.
        ['2.03', '2.3', null],
        ['2.03', '2.1', null],
        // What is not a number on both sides.
        ['MX-V4.3', 'V4.3', null],
        ['2.0 rc1', '2.0', null],
        ['3.3', '3.3-006', null],
        ['A8', 'FB', null],
        // A year, a day and a count are of different schemes.
        ['2019-Q1', 'V2.9.7', null],
        ['2019', '20230518', null],
        ['9999', '10000', null],
        ['2019 R2', '2020 R1', 'earlier'],
        ['1.9.23.8960', '1.9.23.12001', 'earlier'],
        // Dates, sums, several versions and sentences are not versions.
        ['March/10/2023', 'March/15/2023', null],
        ['a1b2c3d', 'a1b2c3e', null],
        ['v35.014', 'v36.011_v35.013_v34.014', null],
        ['FPGA_10.18_CPU_2.0.6', 'FPGA_10.19_CPU_2.0.6', null],
        ['8.17', 'V8.18.31 only if basic authentication is used', null],
        ['26060', 'The first 5 digits of serial No. 26061', null],
        ['', '1', null],
        ['unknown', 'unknown', null],
        ['1.9007199254740993', '1.9007199254740992', 'later'],
    ] as const) {
        it(`${a || 'nothing'} and ${b}: ${order ?? 'cannot be compared'}`, () => {
            assert.equal(compareVersions(a, b), order);
        });
    }

    it('takes any length of text, in little time', () => {
        assert.equal(compareVersions('1.'.repeat(100_000), '2'), null);
        assert.equal(within('1.0', `<${'9.'.repeat(100_000)}`), null);
        assert.equal(within('1.0', '1.0|'.repeat(100_000)), null);
    });
});

describe('The versions that an advisory names', () => {
    for (const [range, inside, outside, open] of [
        ['vers:all/*', ['1', 'anything'], [], []],
        ['*', ['1'], [], []],
        ['All versions', ['1'], [], []],
        ['vers:none/*', [], ['1'], []],
        ['vers:all/<V3.1.4', ['V3.1.3', '2.9'], ['V3.1.4', 'V3.1.4.1', 'V4'], ['V3', 'V3.1', 'unknown', 'FS08']],
        ['<= 1.280', ['1.280', '1.279'], ['1.281', '2.0'], ['1.280.1', '1']],
        ['All versions < V1.2', ['V1.1'], ['V1.2'], []],
        ['>=1.220|<=1.281', ['1.220', '1.281'], ['1.219', '1.282'], []],
        ['>= V7.80 < V9.30', ['V7.80', 'V9.29'], ['V7.79', 'V9.30'], []],
        ['vers:all/>=V5.4<V5.5 SP1', ['V5.4.1'], ['V5.5 SP1', 'V5.6'], ['V5.5']],
        ['vers:generic/>=1.0|<2.0|>=3.0|<3.5', ['1.5', '3.4'], ['2.5', '3.5', '0.9'], []],
        ['vers:generic/%3C2.0', ['1.9'], ['2.0'], []],
        ['vers:generic/>1.0|!=1.5', ['1.4'], ['1.5'], []],
        ['<=10.X', ['10.2', '9'], ['11'], ['10']],
        ['<10.X', ['9'], ['10.2', '11'], ['10']],
        // A list of single versions says nothing of others.
        ['3.4.31307', ['3.4.31307', 'V3.4.31307'], [], ['3.4.31308', '3.4']],
        ['1.32|1.33|1.35', ['1.33'], [], ['1.34', '1.36']],
        // Not read: of no version anything is said.
        ['vers:deb/<1.2-3', [], [], ['1.1']],
        ['vers:deb/<1.2', ['1.1'], ['1.2'], []],
        ['versions prior to 2.0', [], [], ['1.9', '2.1']],
        ['All BIOS versions < V1.0.212N', [], [], ['V1.0.0']],
        ['<V8.18.31_only_if_the_basic_authentication_mechanism_is_used', [], [], ['V8']],
        ['<v36.011_v35.013_v34.014', [], [], ['v35.014', 'v30']],
        ['<=The_first_5_digits_of_serial_No._"26061"', [], [], ['26060']],
        ['>FW19_up_to_and_including_FW26', [], [], ['FW20']],
        ['<March/15/2023', [], [], ['March/10/2023']],
        ['5.011  | < 8.011', [], [], ['6.0', '4.0']],
        ['>=2.0|<1.0', [], [], ['1.5']],
        ['>= 2.0.0 | 2.6.2', [], [], ['2.0.0', '2.6.2', '2.6.3']],
        ['>=V3.2.3_<V3.3.0_only_when_manufactured_between', [], [], ['V3.2.4']],
        ['vers:all/%', [], [], ['1']],
        ['', [], [], ['1']],
    ] as const) {
        it(`${range || 'nothing'}: ${[...inside].join(', ') || 'nothing'} and no other`, () => {
            for (const version of inside) assert.equal(within(version, range), true, version);
            for (const version of outside) assert.equal(within(version, range), false, version);
            for (const version of open) {
                const found = isInside(version, readRange(range));
                assert.equal(found.inside, null, version);
                assert.ok(found.why, version);
            }
        });
    }

    it('is closed: before a bound is the reverse of at or after it, in three values', () => {
        fc.assert(
            fc.property(anything, anything, (version, bound) => {
                if (/[<>=!|≤≥*%]/.test(bound)) return;
                assert.equal(within(version, `<${bound}`), not(within(version, `>=${bound}`)));
                assert.equal(within(version, `<=${bound}`), not(within(version, `>${bound}`)));
            }),
            { numRuns: 2000 },
        );
    });

    it('never throws, and never says more of a text that it cannot read', () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (version, range) => {
                const { inside, why } = isInside(version, readRange(range));
                assert.equal(inside === null, why !== null);
            }),
            { numRuns: 2000 },
        );
    });
});
