import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
    bandOf,
    positionOf,
    readRiskMatrix,
    riskLabel,
    riskMatrixSchema,
    suggestedLevel,
    writtenOf,
} from '../src/assessment/index.ts';
import type { RiskMatrix } from '../src/assessment/index.ts';

function read(value: unknown): RiskMatrix {
    const { matrix, problems } = readRiskMatrix(value);
    assert.deepEqual(problems, []);
    assert.ok(matrix);
    return matrix;
}

/** The band of a cell, by the numbers that a site writes. */
function cell(matrix: RiskMatrix, likelihood: number, consequence: number): string {
    const column = positionOf(matrix.likelihood, likelihood);
    const row = positionOf(matrix.consequence, consequence);
    assert.ok(column !== null && row !== null);
    return riskLabel(matrix, matrix.cells[row]![column]!);
}

describe('risk matrix', () => {
    it('is five by five, likelihood times consequence, where nothing is said', () => {
        for (const nothing of [null, undefined]) {
            const matrix = read(nothing);
            assert.equal(cell(matrix, 4, 5), '20');
            assert.equal(matrix.tolerable, null);
        }
    });

    it('NIST SP 800-30, table I-2, is a look-up and no product', () => {
        const matrix = read('nist-sp-800-30');
        const rows = [5, 4, 3, 2, 1].map(likelihood =>
            [1, 2, 3, 4, 5].map(impact => cell(matrix, likelihood, impact)).join(' | '),
        );
        assert.deepEqual(rows, [
            'very low | low | moderate | high | very high',
            'very low | low | moderate | high | very high',
            'very low | low | moderate | moderate | high',
            'very low | low | low | low | moderate',
            'very low | very low | very low | low | low',
        ]);
    });

    it('MIL-STD-882E, table III, counts from the worst', () => {
        const matrix = read('mil-std-882e');
        const rows = [1, 2, 3, 4, 5].map(probability =>
            [1, 2, 3, 4].map(severity => cell(matrix, probability, severity)).join(' | '),
        );
        assert.deepEqual(rows, [
            'high | high | serious | medium',
            'high | high | serious | medium',
            'high | serious | medium | low',
            'serious | medium | medium | low',
            'medium | medium | medium | low',
        ]);
        assert.equal(matrix.likelihood.levels.at(-1), 'A frequent');
        assert.equal(writtenOf(matrix.likelihood, 4), 1);
    });

    it('takes any size, either direction, names and bands that are no product', () => {
        const matrix = read({
            likelihood: { levels: ['often', 'seldom'], first: 'highest' },
            consequence: ['slight', 'grave', 'disastrous'],
            bands: ['green', 'yellow', 'red'],
            cells: [
                ['green', 'green'],
                ['red', 'green'],
                ['red', 'yellow'],
            ],
            tolerable: 'green',
        });
        assert.equal(cell(matrix, 1, 2), 'red');
        assert.equal(cell(matrix, 2, 3), 'yellow');
        assert.equal(positionOf(matrix.likelihood, 3), null);
        assert.equal(positionOf(matrix.likelihood, 1.5), null);
        assert.equal(matrix.tolerable, 1);
        assert.equal(matrix.ordinal, true);
    });

    it('wants the last band to hold the highest risk', () => {
        const ending = (to: number, more: object = {}) =>
            readRiskMatrix({
                bands: [
                    { name: 'low', to: 6 },
                    { name: 'high', to },
                ],
                ...more,
            });
        assert.match(ending(20).problems[0]!.message, /bands ends with "high" at 20, but the cells go up to 25/);
        assert.equal(ending(20).matrix, null);
        assert.deepEqual(ending(25).problems, []);
        const cells = [1, 2, 3, 4, 5].map(row => [1, 2, 3, 4, 5].map(column => row * column + 10));
        const apart = { classes: { safety: { cells } } };
        assert.match(ending(25, apart).problems[0]!.message, /but the cells go up to 35/);
        assert.deepEqual(ending(35, apart).problems, []);
    });

    it('names bands of numbers by their upper ends', () => {
        const matrix = read({
            bands: [
                { name: 'low', to: 4 },
                { name: 'medium', to: 12 },
                { name: 'high', to: 25 },
            ],
            tolerable: 'low',
        });
        assert.equal(cell(matrix, 4, 5), '20 (high)');
        assert.equal(cell(matrix, 1, 4), '4 (low)');
        assert.equal(matrix.tolerable, 4);
        assert.equal(bandOf(matrix, 99)?.name, 'high');
    });

    it('gives consequence classes names, cells, a tolerable risk and foundational requirements of their own', () => {
        const matrix = read({
            likelihood: 2,
            consequence: 2,
            classes: {
                safety: {
                    consequence: ['injury', 'fatality'],
                    cells: [
                        [2, 4],
                        [4, 8],
                    ],
                    tolerable: 1,
                    targets: ['SI', 'RA'],
                },
            },
        });
        assert.deepEqual(matrix.classes, [
            {
                name: 'safety',
                levels: ['injury', 'fatality'],
                cells: [
                    [2, 4],
                    [4, 8],
                ],
                tolerable: 1,
                targets: [2, 6],
            },
        ]);
    });

    const wrong: readonly (readonly [string, unknown, RegExp])[] = [
        ['a number', 5, /has to be an object or one of the presets nist-sp-800-30, mil-std-882e/],
        ['an unknown preset', 'iso', /riskMatrix\.preset has to be one of/],
        ['an unknown key', { cell: [] }, /riskMatrix\.cell is unknown/],
        [
            'a row too few',
            { likelihood: 2, consequence: 2, cells: [[1, 2]] },
            /riskMatrix\.cells has to hold 2 rows, one for each consequence, of 2 cells/,
        ],
        [
            'a word that is no band',
            {
                likelihood: 2,
                consequence: 2,
                cells: [
                    [1, 2],
                    [3, 'dire'],
                ],
            },
            /"dire", which is neither a number from 0 nor one of the bands/,
        ],
        [
            'a negative risk',
            {
                likelihood: 2,
                consequence: 2,
                cells: [
                    [1, 2],
                    [3, -4],
                ],
            },
            /-4, which is neither/,
        ],
        ['one level', { likelihood: ['only'] }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        [
            'a class with unknown keys',
            { classes: { safety: { cost: 1 } } },
            /riskMatrix\.classes\.safety\.cost is unknown/,
        ],
        [
            'an unknown foundational requirement',
            { classes: { safety: { targets: ['XX'] } } },
            /has to name some of IAC UC SI DC RDF TRE RA/,
        ],
        ['thresholds that fall', { slT: { rule: 'factor', thresholds: [4, 3, 2, 1] } }, /riskMatrix\.slT has to be/],
        [
            'a ratio of ranks',
            { preset: 'nist-sp-800-30', slT: { rule: 'factor' } },
            /factor needs numbers in the cells/,
        ],
        [
            'a tolerable risk that is no band',
            { preset: 'nist-sp-800-30', tolerable: 'meh' },
            /riskMatrix\.tolerable is "meh", which is not one of the bands/,
        ],
        [
            'other sizes than those of the preset',
            { preset: 'nist-sp-800-30', likelihood: 3 },
            /riskMatrix\.cells needs rows of its own where the axes differ in size from the preset/,
        ],
        [
            'other sizes than those of the preset, in its consequence',
            { preset: 'nist-sp-800-30', consequence: 3 },
            /riskMatrix\.cells needs rows of its own/,
        ],
        [
            'a band too few for the preset',
            { preset: 'nist-sp-800-30', bands: ['low', 'high'] },
            /riskMatrix\.bands has to name 5, as many as /,
        ],
        [
            'bands of numbers by their names alone',
            { bands: ['low', 'high'] },
            /riskMatrix\.bands needs the highest number/,
        ],
        ['an unknown key beside known ones', { likelihood: 3, cell: [] }, /riskMatrix\.cell is unknown: the keys are/],
        ['a band that is a number', { bands: [{ name: 'a', to: 5 }, 25] }, /riskMatrix\.bands has to be names/],
        ['a band whose name is a number', { bands: [{ name: 5, to: 25 }] }, /riskMatrix\.bands has to be names/],
        [
            'a row that is a number',
            { likelihood: 2, consequence: 2, cells: [[1, 2], 3] },
            /riskMatrix\.cells has to hold 2 rows/,
        ],
        [
            'a first cell below 0, highest first',
            {
                likelihood: { levels: 2, first: 'highest' },
                consequence: 2,
                cells: [
                    [-1, 2],
                    [3, 4],
                ],
            },
            /riskMatrix\.cells\[0\] holds -1, which is neither/,
        ],
        ['levels of no bands', { slT: { rule: 'bands', levels: [] } }, /riskMatrix\.slT has to be factor/],
        ['an axis that is nothing', { likelihood: null }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        ['too many levels', { likelihood: 21 }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        ['one level by its number', { likelihood: 1 }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        ['half a level', { likelihood: 2.5 }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        ['a level without a name', { likelihood: ['low', ''] }, /riskMatrix\.likelihood has to be 2 to 20 names/],
        [
            'a direction that is none',
            { likelihood: { levels: 3, first: 'middle' } },
            /riskMatrix\.likelihood\.first has to be "lowest" or "highest"/,
        ],
        ['bands that are one text', { bands: 'high' }, /riskMatrix\.bands has to be names/],
        ['a band without an end', { bands: [{ name: 'a' }] }, /riskMatrix\.bands has to be names/],
        ['a band without a name', { bands: [{ name: '', to: 25 }] }, /riskMatrix\.bands has to be names/],
        [
            'bands that end at one number',
            {
                bands: [
                    { name: 'a', to: 25 },
                    { name: 'b', to: 25 },
                ],
            },
            /riskMatrix\.bands has to be names/,
        ],
        [
            'a band twice',
            {
                bands: [
                    { name: 'a', to: 5 },
                    { name: 'a', to: 25 },
                ],
            },
            /riskMatrix\.bands names "a" twice/,
        ],
        [
            'a cell too many in a row',
            {
                likelihood: 2,
                consequence: 2,
                cells: [
                    [1, 2],
                    [3, 4, 5],
                ],
            },
            /riskMatrix\.cells\[1\] has to hold 2 cells, one for each likelihood; it holds 3/,
        ],
        ['cells that are one number', { cells: 5 }, /riskMatrix\.cells has to hold 5 rows/],
        ['a tolerable risk below 0', { tolerable: -1 }, /riskMatrix\.tolerable has to be a number from 0/],
        [
            'a tolerable rank that no band has',
            { preset: 'nist-sp-800-30', tolerable: 9 },
            /riskMatrix\.tolerable is 9, which is not one of the bands/,
        ],
        ['classes that are a list', { classes: ['safety'] }, /riskMatrix\.classes has to hold one object for each/],
        ['a class that is a word', { classes: { safety: 'high' } }, /riskMatrix\.classes\.safety has to be an object/],
        [
            'a class with a level too few',
            { consequence: 3, classes: { safety: { consequence: ['a', 'b'] } } },
            /riskMatrix\.classes\.safety\.consequence has to name 3 levels, as the matrix has/,
        ],
        [
            'a class that names bands where the matrix has numbers',
            {
                likelihood: 2,
                consequence: 2,
                bands: [{ name: 'all', to: 4 }],
                classes: {
                    safety: {
                        cells: [
                            ['all', 'all'],
                            ['all', 'all'],
                        ],
                    },
                },
            },
            /riskMatrix\.classes\.safety\.cells has to hold numbers, as the matrix does/,
        ],
        ['no foundational requirement', { classes: { s: { targets: [] } } }, /has to name some of IAC UC/],
        ['a rule for SL-T that is none', { slT: { rule: 'guess' } }, /riskMatrix\.slT has to be factor/],
        ['three thresholds', { slT: { rule: 'factor', thresholds: [1, 2, 3] } }, /riskMatrix\.slT has to be factor/],
        ['thresholds that stay', { slT: { rule: 'factor', thresholds: [1, 2, 2, 3] } }, /riskMatrix\.slT has to be/],
        [
            'a level of a band that is no SL',
            { preset: 'mil-std-882e', slT: { rule: 'bands', levels: [1, 2, 3, 5] } },
            /riskMatrix\.slT has to be/,
        ],
        [
            'a level too few for the bands',
            { preset: 'mil-std-882e', slT: { rule: 'bands', levels: [1, 2, 3] } },
            /riskMatrix\.slT has to be/,
        ],
        [
            'steps with levels',
            { preset: 'mil-std-882e', slT: { rule: 'steps', levels: [1, 2, 3, 4] } },
            /riskMatrix\.slT has to be/,
        ],
        ['steps without bands', { slT: { rule: 'steps' } }, /riskMatrix\.slT has to be/],
    ];
    it('leaves aside what of a preset has no meaning over other cells, and names it', () => {
        const numbers = [1, 2, 3, 4, 5].map(row => [1, 2, 3, 4, 5].map(column => row * column));
        const { matrix, problems, leftAside } = readRiskMatrix({ preset: 'nist-sp-800-30', cells: numbers });
        assert.deepEqual(problems, []);
        assert.deepEqual([matrix!.bands, matrix!.ordinal, matrix!.source], [[], false, null]);
        assert.ok(leftAside.includes('the bands of the preset'), leftAside.join());
        const ranks = numbers.map(row => row.map(risk => (risk > 12 ? 'very high' : 'very low')));
        const other = readRiskMatrix({ preset: 'nist-sp-800-30', cells: ranks });
        assert.deepEqual([other.problems, other.leftAside], [[], []]);
        assert.equal(other.matrix!.bands.length, 5);
    });

    it('has names of bands in its cells where one cell has, and a name of its own', () => {
        const bands = [
            { name: 'low', to: 2 },
            { name: 'high', to: 4 },
        ];
        const mixed = {
            likelihood: 2,
            consequence: 2,
            bands,
            cells: [
                ['low', 2],
                [2, 'high'],
            ],
        };
        assert.equal(read(mixed).ordinal, true);
        assert.deepEqual(read(mixed).cells, [
            [2, 2],
            [2, 4],
        ]);
        const preset = read('nist-sp-800-30');
        assert.equal(read({ preset: 'nist-sp-800-30' }).name, preset.name);
        assert.equal(read({ preset: 'nist-sp-800-30' }).source, preset.source);
        assert.equal(read({ preset: 'nist-sp-800-30', name: 'Ours' }).name, 'Ours');
        assert.equal(read({ likelihood: 3 }).name, "the site's own matrix");
        assert.equal(read(mixed).name, "the site's own matrix");
        assert.equal(read({ tolerable: 3 }).name, read(null).name);
    });

    it('takes the ends of what is allowed', () => {
        for (const value of [
            { likelihood: 2, consequence: 20 },
            { likelihood: 20, consequence: 2 },
            { likelihood: { levels: 3 } },
            { tolerable: 0 },
            { preset: 'mil-std-882e', slT: { rule: 'bands', levels: [0, 0, 0, 4] } },
            { preset: 'mil-std-882e', slT: { rule: 'steps' } },
            { slT: { rule: 'factor' } },
            { slT: { rule: 'factor', thresholds: [-1, 0, 1, 2] } },
        ])
            assert.deepEqual([value, readRiskMatrix(value).problems], [value, []]);
        assert.equal(read({ tolerable: 0 }).tolerable, 0);
        assert.deepEqual(read({ likelihood: { levels: 3 } }).likelihood, { levels: ['1', '2', '3'], first: 'lowest' });
    });

    it('keeps of a class of the preset what a class of the same name does not say, in any case of letters', () => {
        const base = { likelihood: 2, consequence: 2, classes: { Safety: { tolerable: 1 }, other: { tolerable: 2 } } };
        const names = (value: unknown): unknown => read(value).classes.map(({ name, tolerable }) => [name, tolerable]);
        assert.deepEqual(names(base), [
            ['Safety', 1],
            ['other', 2],
        ]);
    });

    for (const [what, value, message] of wrong) {
        it(`says what is wrong with ${what}, and gives no matrix`, () => {
            const { matrix, problems } = readRiskMatrix(value);
            assert.equal(matrix, null);
            assert.match(problems.map(problem => problem.message).join(' '), message);
        });
    }
});

describe('SL-T from risk', () => {
    it('counts the thresholds that the factor exceeds', () => {
        const matrix = read(null);
        assert.deepEqual(
            [4, 6, 7, 12, 13, 18, 19, 24, 25].map(risk => suggestedLevel(matrix, risk, 6)),
            [0, 0, 1, 1, 2, 2, 3, 3, 4],
        );
        assert.equal(suggestedLevel(matrix, 5, 0), 4);
        assert.equal(suggestedLevel(matrix, 20, null), null);
    });

    it('is the highest where no risk is tolerable, and 0 where the risk is tolerable as it is', () => {
        const matrix = read(null);
        assert.deepEqual(
            [0, 1].map(risk => suggestedLevel(matrix, risk, 0)),
            [0, 4],
        );
        const steps = read({ preset: 'nist-sp-800-30', tolerable: 'very low' });
        assert.deepEqual(
            [1, 2, 5, 99].map(risk => suggestedLevel(steps, risk, 1)),
            [0, 1, 4, 4],
        );
    });

    it('counts the bands above the tolerable one where cells name bands', () => {
        const matrix = read({ preset: 'nist-sp-800-30', tolerable: 'low' });
        assert.deepEqual(
            [1, 2, 3, 4, 5].map(risk => suggestedLevel(matrix, risk, matrix.tolerable)),
            [0, 0, 1, 2, 3],
        );
    });

    it('takes the level of the band, whatever is tolerable', () => {
        const matrix = read({ preset: 'mil-std-882e', slT: { rule: 'bands', levels: [1, 2, 3, 4] } });
        assert.deepEqual(
            [1, 2, 3, 4].map(risk => suggestedLevel(matrix, risk, null)),
            [1, 2, 3, 4],
        );
    });
});

describe('schema of the risk matrix', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(riskMatrixSchema());
    const documented = [
        ...readFileSync(new URL('../../../docs/risk.md', import.meta.url), 'utf8').matchAll(/```json\n([^`]*)```/g),
    ].map(match => (JSON.parse(match[1]!) as { riskMatrix: unknown }).riskMatrix);

    it('accepts what is documented, and so does the reader', () => {
        assert.ok(documented.length > 0);
        for (const value of [
            ...documented,
            'nist-sp-800-30',
            { preset: 'mil-std-882e', tolerable: 'low' },
            { likelihood: 3, consequence: { levels: ['a', 'b'], first: 'highest' } },
        ]) {
            assert.ok(validate(value), JSON.stringify(validate.errors));
            assert.deepEqual(readRiskMatrix(value).problems, []);
        }
    });

    it('refuses what the reader refuses', () => {
        for (const value of [
            5,
            'iso',
            { cell: [] },
            { likelihood: ['only'] },
            { classes: { safety: { cost: 1 } } },
            { slT: { rule: 'guess' } },
            { bands: [] },
        ]) {
            assert.equal(validate(value), false, JSON.stringify(value));
            assert.notDeepEqual(readRiskMatrix(value).problems, []);
        }
    });
});
