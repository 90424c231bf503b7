import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { minimatch } from 'minimatch';
import { leavesOut } from '../src/project/pattern.ts';
import { placeOfSetting, SettingsFile } from '../src/project/settings-files.ts';
import { settingsSchema } from '../src/project/settings-schema.ts';
import { rules } from '../src/rules/index.ts';
import { defaultSettings, readSettings, type SettingsReading, withSeverities } from '../src/settings/index.ts';

const validate = new Ajv2020({ strict: true }).compile(settingsSchema());

const read = (value: unknown): SettingsReading =>
    readSettings(
        value,
        rules.map(rule => rule.id),
    );

describe('Patterns of the settings', () => {
    const matches = [
        ['old/**', 'old/unit/main.iacs', true],
        ['old', 'old/unit/main.iacs', true],
        ['Old*/**', 'old/main.iacs', false],
        ['old*/**', 'Old1/main.iacs', false],
        ['[A-C]?/**', 'Bü/main.iacs', true],
        ['[A-C]?/**', 'bü/main.iacs', false],
        ['*Ä/**', 'xÄ/main.iacs', true],
        ['*Ä/**', 'xä/main.iacs', false],
        ['archive\\**', 'archive/main.iacs', true],
        ['{Alt,Neu}/*.iacs', 'Neu/main.iacs', true],
        ['./archive/**', 'archive/main.iacs', true],
        ['.\\archive', 'archive/main.iacs', true],
        ['/archive', 'archive/main.iacs', true],
        ['/archive', 'plant/archive/main.iacs', false],
        ['.archive', 'archive/main.iacs', false],
        ['../archive', 'archive/main.iacs', false],
    ] as const;
    // As Node asks the library on Linux, and on Windows and macOS; the browser asks it as the former.
    for (const nocase of [false, true])
        it(`leave out the same ${nocase ? 'where Node takes no notice of case' : 'where it does'}`, () => {
            const { matchesGlob } = posix;
            const options = { platform: 'linux', nonegate: true, nocomment: true, nocaseMagicOnly: true } as const;
            posix.matchesGlob = (path, pattern) =>
                minimatch(path, pattern, { ...options, nocase, optimizationLevel: 2, windowsPathsNoEscape: true });
            try {
                for (const [pattern, path, expected] of matches)
                    assert.equal(leavesOut(pattern, path), expected, `${pattern} ${path}`);
            } finally {
                posix.matchesGlob = matchesGlob;
            }
        });

    it('leave out the same as Node says here', () => {
        for (const [pattern, path, expected] of matches)
            assert.equal(leavesOut(pattern, path), expected, `${pattern} ${path}`);
    });
});

describe('Settings', () => {
    it('are the defaults where nothing is said', () => {
        assert.deepEqual(read({}), { settings: defaultSettings, errors: [] });
    });

    it('are read', () => {
        const { settings, errors } = read({
            $schema: 'x',
            rules: { 'zone-without-target': 'off', 'not-assessed': 'error' },
            failOn: 'never',
            exclude: ['archive/**'],
        });
        assert.deepEqual(errors, []);
        assert.deepEqual(
            [...settings.rules],
            [
                ['zone-without-target', 'off'],
                ['not-assessed', 'error'],
            ],
        );
        assert.equal(settings.failOn, 'never');
        assert.deepEqual(settings.exclude, ['archive/**']);
    });

    const wrong: readonly [what: string, value: unknown, path: string, message: RegExp][] = [
        [
            'a rule that does not exist',
            { rules: { 'zone-without-targets': 'off' } },
            'rules.zone-without-targets',
            /Did you mean "zone-without-target"\?/,
        ],
        ['a key that does not exist', { rule: {} }, 'rule', /There is no setting "rule"\. Did you mean "rules"\?/],
        [
            'a key of the language',
            JSON.parse('{ "rules": { "__proto__": "off" } }'),
            'rules.__proto__',
            /There is no rule "__proto__"\./,
        ],
        [
            'a severity that does not exist',
            { rules: { 'not-assessed': 'fatal' } },
            'rules.not-assessed',
            /"off", "error", "warning" or "info"/,
        ],
        ['rules as a list', { rules: [] }, 'rules', /has to be an object/],
        ['failOn', { failOn: 'sometimes' }, 'failOn', /"error", "warning", "info" or "never"/],
        ['exclude as a text', { exclude: 'archive' }, 'exclude', /has to be a list/],
        ['an age that is no number of days', { asFound: { oldAfter: 'year' } }, 'asFound.oldAfter', /number of days/],
        ['an age of nothing', { asFound: { staleAfter: 0 } }, 'asFound.staleAfter', /number of days from 1/],
        ['an unknown age', { asFound: { old: 1 } }, 'asFound.old', /staleAfter and oldAfter/],
        ['ages as a number', { asFound: 90 }, 'asFound', /has to be an object/],
        ['failOn as null', { failOn: null }, 'failOn', /"error", "warning", "info" or "never"/],
        ['exclude as null', { exclude: null }, 'exclude', /has to be a list/],
        ['a review as null', { review: null }, 'review', /has to be an object/],
        [
            'a severity of a review as null',
            { review: { 'sl-t-lowered': { severity: null } } },
            'review.sl-t-lowered.severity',
            /"off", "info", "warning" or "error"/,
        ],
        ['no object at all', [], '', /one JSON object/],
        ['nothing at all', null, '', /one JSON object/],
    ];
    for (const [what, value, path, message] of wrong) {
        it(`refuse ${what}, and keep the rest`, () => {
            const { settings, errors } = read(value);
            assert.equal(errors.length, 1);
            assert.equal(errors[0]!.path.join('.'), path);
            assert.match(errors[0]!.message, message);
            assert.deepEqual(settings, defaultSettings);
            assert.equal(validate(value), false);
        });
    }

    it('refuse a risk matrix that is none, as null is', () => {
        for (const riskMatrix of [null, 5, []]) {
            assert.match(read({ riskMatrix }).errors[0]!.message, /^riskMatrix has to be an object/);
            assert.equal(validate({ riskMatrix }), false);
        }
    });

    for (const [what, text, line, message] of [
        [
            'a comment',
            '{\n  // Old sites\n  "exclude": ["http://x", "a, ]"]\n}',
            2,
            /no place for a comment: take it away/,
        ],
        ['a comment of several lines', '{ /* Old\nsites */ }', 1, /no place for a comment: take it away/],
        ['a comma too many', '{\n  "failOn": "info",\n}', 2, /no place for a comma before } or \]: take it away/],
        ['a quote too few', '{\n  "failOn": "info\n}', 2, /^This is not valid JSON: /],
        ['half a file', '{ "rules": {', 1, /^This is not valid JSON: /],
    ] as const)
        it(`say where ${what} is`, () => {
            const file = new SettingsFile('file:///plant/iacs.config.json', text);
            assert.equal(file.errors.length, 1);
            assert.match(file.errors[0]!.message, message);
            const { start } = placeOfSetting(text, file.errors[0]!);
            assert.equal(text.slice(0, start).split('\n').length, line);
        });

    it('follow the published schema', () => {
        assert.equal(validate({ rules: { 'zone-without-target': 'off' }, failOn: 'warning', exclude: [] }), true);
    });

    it('give way to the command line', () => {
        const settings = read({ rules: { 'not-assessed': 'off' } }).settings;
        assert.equal(withSeverities(settings, [['not-assessed', 'error']]).rules.get('not-assessed'), 'error');
    });
});
