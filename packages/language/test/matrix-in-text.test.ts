import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultMatrixReading, matrixOf, readRiskMatrix, riskPresets } from '../src/assessment/index.ts';
import type { MatrixReading, RiskMatrix } from '../src/assessment/index.ts';
import { formatText } from '../src/syntax/index.ts';
import { defaultSettings } from '../src/settings/index.ts';
import { load } from './support/load.ts';

const guide = readFileSync(new URL('../../../docs/risk.md', import.meta.url), 'utf8');
const whole = /```iacs\n(system Plant \{\n {2}tolerable-risk "low"[^`]*)```/.exec(guide)![1]!;

function reading(body: string, settings: unknown = null, system = ''): MatrixReading {
    const { model, problems } = load(`system Plant {\n${system}\nmatrix {\n${body}\n}\n}\n`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return matrixOf(model, readRiskMatrix(settings));
}

function matrix(body: string, settings: unknown = null, system = ''): RiskMatrix {
    const { matrix: read, problems, leftAside } = reading(body, settings, system);
    assert.deepEqual([problems.map(problem => problem.message), leftAside], [[], []]);
    assert.ok(read);
    return read;
}

describe('A risk matrix in the text of a model', () => {
    it('says all that the settings can say, and is read as the same matrix', () => {
        const documented = JSON.parse(/```json\n([^`]*)```/.exec(guide)![1]!) as { riskMatrix: unknown };
        const { matrix: ofSettings } = readRiskMatrix(documented.riskMatrix);
        const { model, problems } = load(whole);
        assert.deepEqual(problems, []);
        assert.deepEqual(matrixOf(model, defaultMatrixReading), {
            matrix: { ...ofSettings, origin: 'model' },
            problems: [],
            leftAside: [],
        });
    });

    it('is laid out by the formatter without a change', () => assert.equal(formatText(whole), whole));

    it('starts from a published matrix and says what differs', () => {
        const read = matrix(
            'preset nist-sp-800-30\ncategory safety { tolerable-risk "very low" targets SI }',
            null,
            'tolerable-risk "moderate"',
        );
        assert.deepEqual(read.cells, riskPresets.get('nist-sp-800-30')!.cells);
        assert.equal(read.tolerable, 3);
        assert.deepEqual(read.classes, [{ name: 'safety', levels: null, cells: null, tolerable: 1, targets: [2] }]);
    });

    it('names the bands anew, and keeps what is counted in them', () => {
        const settings = { preset: 'nist-sp-800-30', tolerable: 'low' };
        const read = matrix('bands "trifling", "slight", "middling", "grave", "dire"', settings);
        assert.deepEqual([read.tolerable, read.bands[1]], [2, { name: 'slight', to: 2 }]);
    });

    it('takes numbers of levels, bands of numbers and the factor', () => {
        const read = matrix(
            'likelihood 3\nconsequence 4\nhighest-first likelihood, consequence\nbands "low" to 4, "high" to ' +
                '12\ntarget-rule factor 1, 2, 4, 8',
        );
        assert.deepEqual(
            [read.likelihood, read.consequence.first, read.cells.length, read.cells[3]],
            [{ levels: ['3', '2', '1'], first: 'highest' }, 'highest', 4, [4, 8, 12]],
        );
        assert.deepEqual(read.bands, [
            { name: 'low', to: 4 },
            { name: 'high', to: 12 },
        ]);
        assert.deepEqual(read.targetRule, { kind: 'factor', thresholds: [1, 2, 4, 8] });
    });

    it('is written over the matrix of the settings, which keeps what is not said', () => {
        const settings = {
            likelihood: ['rare', 'often'],
            consequence: ['slight', 'grave'],
            bands: ['low', 'medium', 'high'],
            cells: [
                ['low', 'medium'],
                ['medium', 'high'],
            ],
            tolerable: 'low',
            classes: { safety: { tolerable: 'medium', targets: ['SI'] }, secrecy: { targets: ['DC'] } },
            slT: { rule: 'bands', levels: [0, 2, 3] },
        };
        const read = matrix('row "low", "low"\nrow "low", "high"\ncategory safety { tolerable-risk "low" }', settings);
        assert.deepEqual(
            [read.origin, read.cells, read.tolerable, read.targetRule],
            [
                'model',
                [
                    [1, 1],
                    [1, 3],
                ],
                1,
                { kind: 'bands', levels: [0, 2, 3] },
            ],
        );
        assert.deepEqual(
            read.classes.map(({ name, tolerable, targets }) => ({ name, tolerable, targets })),
            [
                { name: 'secrecy', tolerable: null, targets: [3] },
                { name: 'safety', tolerable: 1, targets: [2] },
            ],
        );
    });

    it('says what of the settings does not fit it, and drops nothing in silence', () => {
        const settings = {
            bands: ['low', 'high'],
            likelihood: 2,
            consequence: 2,
            cells: [
                ['low', 'low'],
                ['low', 'high'],
            ],
            tolerable: 'low',
            classes: { safety: { tolerable: 'low' } },
            slT: { rule: 'bands', levels: [1, 3] },
        };
        const body = 'likelihood "rare", "often", "always"\nconsequence 2\nrow 1 2 3\nrow 2 4 6';
        const { matrix: read, problems, leftAside } = reading(body, settings);
        assert.deepEqual(problems, []);
        assert.deepEqual(
            [read!.bands, read!.tolerable, read!.classes[0]!.tolerable, read!.targetRule.kind],
            [[], null, null, 'factor'],
        );
        assert.deepEqual(leftAside, [
            'the bands of riskMatrix in the settings',
            'the tolerable risk of riskMatrix in the settings',
            'the rule for the SL-T of riskMatrix in the settings',
            'what differs for consequence class safety of riskMatrix in the settings',
        ]);
        const { findings } = load(`system Plant {\nmatrix {\n${body}\n}\n}\n`, {
            settings: { ...defaultSettings, riskMatrix: readRiskMatrix(settings) },
        });
        const [said] = findings.filter(finding => finding.rule === 'risk-not-assessed');
        assert.match(said!.message, /do not fit together: the bands of riskMatrix in the settings, .* are ignored/);
        assert.deepEqual(reading('preset nist-sp-800-30', settings).leftAside, ['all of riskMatrix in the settings']);
    });

    it('asks for rows of its own where its axes have another size than what is beneath', () => {
        const settings = {
            likelihood: 2,
            consequence: 2,
            cells: [
                [1, 2],
                [2, 4],
            ],
        };
        const said = (body: string, given: unknown = null): readonly string[] =>
            reading(body, given).problems.map(({ message }) => message);
        assert.match(said('likelihood 3', settings).join(), /differ in size from riskMatrix in the settings/);
        assert.match(said('preset nist-sp-800-30\nlikelihood "a", "b"').join(), /differ in size from the preset/);
        assert.deepEqual(said('likelihood 3\nconsequence 4'), []);
        assert.deepEqual(said('likelihood 2\nconsequence "slight", "grave"', settings), []);
    });

    it('keeps a rule for the SL-T that somebody chose where it fits what is written over it', () => {
        const chosen = (body: string, slT: unknown): unknown => {
            const { matrix: read, leftAside } = reading(body, { slT });
            return [read?.targetRule, leftAside];
        };
        const numbers = 'likelihood 2\nconsequence 2\nrow 1 2\nrow 2 4';
        const words = 'bands "low", "high"\nlikelihood 2\nconsequence 2\nrow "low", "low"\nrow "low", "high"';
        const factor = { kind: 'factor', thresholds: [1, 2, 4, 8] };
        const usual = { kind: 'factor', thresholds: [1, 2, 3, 4] };
        assert.deepEqual(chosen(numbers, { rule: 'factor', thresholds: [1, 2, 4, 8] }), [factor, []]);
        assert.deepEqual(chosen(words, { rule: 'factor', thresholds: [1, 2, 4, 8] }), [
            { kind: 'steps' },
            ['the rule for the SL-T of riskMatrix in the settings'],
        ]);
        // What nobody chose follows the kind of the cells, and nothing is left aside.
        assert.deepEqual(chosen(numbers, { rule: 'factor', thresholds: [1, 2, 3, 4] }), [usual, []]);
        assert.deepEqual(chosen(words, { rule: 'factor', thresholds: [1, 2, 3, 4] }), [{ kind: 'steps' }, []]);
    });

    const wrong: readonly (readonly [string, string, RegExp, string])[] = [
        [
            'a row too wide',
            'likelihood 2\nconsequence 2\nrow 1 2\nrow 2 3 4',
            /^Row 2 of the matrix has to hold 2 cells, one for each likelihood; it holds 3\./,
            'row 2 3 4',
        ],
        ['a row too few', 'likelihood 2\nconsequence 2\nrow 1 2', /^The matrix has to hold 2 rows/, 'matrix'],
        [
            'a word that is no band',
            'likelihood 2\nconsequence 2\nbands "low", "high"\nrow "low", "dire"\nrow "low", "high"',
            /^Row 1 of the matrix holds "dire", .*\("low", "high"\)/,
            'row "low", "dire"',
        ],
        ['one level', 'likelihood "only"', /^'likelihood' has to be 2 to 20 names/, 'likelihood'],
        ['an unknown preset', 'preset iso', /^'preset' has to be one of nist-sp-800-30, mil-std-882e/, 'iso'],
        ['bands that fall', 'bands "low" to 9, "high" to 4', /^'bands' has to be names, lowest first/, 'bands'],
        ['a band named twice', 'bands "low" to 4, "low" to 9', /^'bands' names "low" twice/, 'bands'],
        [
            'bands without numbers over numbers',
            'bands "low", "high"',
            /^'bands' needs the highest number of each band/,
            'bands',
        ],
        [
            'a direction of an axis that is not named',
            'highest-first likelihood',
            /^'likelihood' has its highest level first/,
            'matrix',
        ],
        [
            'an unknown foundational requirement',
            'category safety { targets XX }',
            /^'targets' of category safety has to name some of IAC/,
            'safety',
        ],
        [
            'a row of a class',
            'likelihood 2\nconsequence 2\ncategory safety {\nrow 1 2\nrow 3\n}',
            /^Row 2 of category safety has to hold 2 cells/,
            'row 3',
        ],
        [
            'ranks beside numbers',
            'likelihood 2\nconsequence 2\nbands "low" to 2, "high" to 4\ncategory safety {\nrow "low", ' +
                '"low"\nrow "low", "high"\n}',
            /^Category safety has to hold numbers/,
            'safety',
        ],
        [
            'a class that stands twice',
            'category safety { targets SI }\ncategory Safety { targets UC }',
            /^Category Safety is in the matrix twice/,
            'Safety',
        ],
        [
            'an SL that does not exist',
            'bands "low" to 9, "high" to 25\ntarget-rule bands 1, 7',
            /^'target-rule' has to be factor/,
            'target-rule',
        ],
    ];
    for (const [what, body, message, place] of wrong) {
        it(`says at its place what is wrong with ${what}, and assesses no risk`, () => {
            const loaded = load(
                `system Plant {\n  matrix {\n${body}\n}\n}\nzone Z { asset P : plc }\nthreat T { against Z.P ` +
                    'likelihood 1 consequence 1 }\n',
            );
            assert.deepEqual(
                loaded.problems.map(problem => problem.message),
                [],
            );
            const [first] = loaded.findings.filter(finding => finding.rule === 'risk-not-assessed');
            assert.match(first!.message, message);
            assert.equal(first!.severity, 'error');
            const text = loaded.files.get(first!.at.file)!;
            assert.ok(text.slice(first!.at.start).startsWith(place), text.slice(first!.at.start, first!.at.start + 20));
            assert.equal(loaded.assessment.matrix.matrix, null);
        });
    }

    it('judges a threat by the cells and the tolerable risk of its class', () => {
        const { findings } = load(`${whole}zone Control { asset Plc1 : plc }
threat Injury { against Control.Plc1 category safety likelihood 1 consequence 1 }
threat Stop { against Control.Plc1 category production likelihood 1 consequence 1 }
threat Other { against Control.Plc1 category prodution likelihood 1 consequence 1 }
`);
        const said = (rule: string): (string | null)[] =>
            findings.filter(finding => finding.rule === rule).map(finding => finding.subject);
        assert.deepEqual(
            said('residual-risk-above-tolerable'),
            ['Injury', 'Other'],
            'the same place in the matrix is low for production alone',
        );
        assert.deepEqual(said('risk-not-assessed'), ['Other'], 'a class that nobody defined is not passed over');
    });
});

describe('The tolerable risk of a system', () => {
    const said = (risk: string, riskMatrix: unknown): string[] =>
        load(
            `system Plant { tolerable-risk ${risk} }\nzone Z { asset P : plc }\nthreat T { against Z.P ` +
                'likelihood 5 consequence 5 }\n',
            { settings: { ...defaultSettings, riskMatrix: readRiskMatrix(riskMatrix) } },
        )
            .findings.filter(finding => finding.rule === 'risk-not-assessed')
            .map(finding => finding.message);

    it('may be a band', () => assert.deepEqual(said('"low"', 'nist-sp-800-30'), []));

    it('is refused where it is none of the bands', () => {
        assert.match(
            said('"tiny"', 'nist-sp-800-30')[0]!,
            /^'tolerable-risk' is "tiny", which is not one of the bands \("very low", /,
        );
        assert.match(said('6', 'nist-sp-800-30')[0]!, /^'tolerable-risk' is 6, which is not one of the bands/);
        assert.match(said('"low"', null)[0]!, /^'tolerable-risk' has to be a number from 0/);
    });

    it('is doubted where it tolerates everything', () => {
        assert.match(
            said('25', null)[0]!,
            /^The tolerable risk 25 is not lower than the highest risk of the matrix \(25\), so every risk is tolerated\./,
        );
        assert.deepEqual(said('24', null), []);
    });
});
