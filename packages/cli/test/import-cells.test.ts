import assert from 'node:assert/strict';
import { noticeLines } from '../src/import/grouped.ts';
import { readScale } from '../src/import/scale.ts';
import { readAddresses } from '../src/import/values.ts';
import { declarations, run } from './support/imports.ts';

describe('A level of a register', () => {
    const plain = { size: 5, names: [] as string[] };
    const named = { size: 3, names: ['L', 'M', 'H'] };
    const words = { size: 4, names: ['rare', 'possible', 'likely', 'almost certain'] };
    const value = (text: string, scale = plain): number | string => {
        const read = readScale(text, scale);
        return read.kind === 'value' ? read.value : read.kind === 'text' ? read.why : '';
    };

    it('is a number alone, or with a sign and a name behind it', () => {
        assert.deepEqual(
            [
                '4',
                '4.0',
                '3,0',
                '4 - likely',
                '5 (minor)',
                '3: possible',
                '2 – seldom',
                '1. rare',
                '2) seldom',
                'likely (4)',
                'possible: 3',
                '1 = rare',
            ].map(text => value(text)),
            [4, 4, 3, 4, 5, 3, 2, 1, 2, 4, 3, 1],
        );
    });

    it('is not a number with a unit, a count or a rank', () => {
        const not = [
            '1 fatality',
            '2 deaths',
            '1 per year',
            '3 per century',
            '2 years',
            '4 weeks downtime',
            '3B',
            '2x',
            '3rd party injury',
            '3 M EUR',
            '4%',
            '4 %',
            '2.5',
            '1/5',
            '4 of 5',
            '<3',
            '~2',
            '2+',
            '3-phase',
            '1e2',
            '٣',
            'IV',
            'n/a',
            '0–1',
            '2 (re-dosing: 3)',
            '1 - 2 persons',
            '7',
            '0',
            '9',
        ];
        for (const text of not) assert.equal(typeof value(text), 'string', text);
    });

    it('is the name that the matrix gives it, and never one that contradicts its number', () => {
        assert.deepEqual(
            ['H', 'm', ' L '.trim(), '3 (H)', 'H (3)'].map(text => value(text, named)),
            [3, 2, 1, 3, 3],
        );
        assert.deepEqual(
            ['Almost certain', 'almost-certain', '4 - almost certain', '2 possible'].map(text => value(text, words)),
            [4, 4, 4, 'is a number with a unit or a word, and not a level'],
        );
        assert.equal(value('3 (L)', named), 'contradicts the risk matrix, in which "L" is level 1');
        assert.equal(value('4 - possible', words), 'contradicts the risk matrix, in which "possible" is level 2');
        assert.equal(value('high', named), 'is not a level of the risk matrix (L, M, H)');
        assert.equal(value('H', { size: 2, names: ['H', 'h'] }), 'is not a level of the risk matrix (H, h)');
    });
});

describe('Cells and notices', () => {
    it('give their addresses, whatever stands beside them', () => {
        assert.deepEqual(readAddresses('10.1.1.5/24; fe80::1%eth0, 00-1D-9C-C8-BC-46 / DHCP (10.1.1.6) n/a'), {
            addresses: ['10.1.1.5', 'fe80::1', '10.1.1.6'],
            macs: ['00:1d:9c:c8:bc:46'],
            dhcp: true,
            rest: 'n/a',
            others: [],
        });
        assert.deepEqual(readAddresses('10.1.1.256 001b.1b00.0001'), {
            addresses: [],
            macs: ['00:1b:1b:00:00:01'],
            dhcp: false,
            rest: '10.1.1.256',
            others: [],
        });
        assert.match(
            declarations(run('assets', 'Name,IP,MAC\nA-1,DHCP,001B1B000001\n')),
            /address dhcp\n {4}mac "00:1b:1b:00:00:01"/,
        );
    });

    it('of one kind are told once, with their number and rows', () => {
        const notices = Array.from({ length: 30 }, (_, index) => ({
            sheet: 'S',
            row: index + 2,
            message: `Type "T${index}" is not an asset type.`,
        }));
        assert.deepEqual(noticeLines([...notices, { sheet: 'S', row: 1, message: 'Other.' }]), [
            {
                line:
                    'S, row 2: Type "T0" is not an asset type. 29 more like it (rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ' +
                    '13, 14 …).',
                count: 30,
            },
            { line: 'S, row 1: Other.', count: 1 },
        ]);
    });

    it('hold names such as __proto__ and lone surrogates', () => {
        const answer = run(
            'assets',
            'Name,__proto__,constructor,Type\n__proto__,x,y,constructor\nA\ud800,,,PLC\n'.toString(),
        );
        assert.match(
            declarations(answer),
            /asset __proto__ "__proto__" : type-not-stated \{\n {4}description "__proto__: x; constructor: y; Type: constructor"/,
        );
    });
});
