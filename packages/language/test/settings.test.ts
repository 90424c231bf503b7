import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { defaultSettings, readSettings, withSeverities } from '../src/rules/engine/settings.ts';
import { settingsSchema } from '../src/rules/engine/settings-schema.ts';

const validate = new Ajv2020({ strict: true }).compile(settingsSchema());

describe('Settings', () => {
    it('are the defaults where nothing is said', () => {
        assert.deepEqual(readSettings({}), { settings: defaultSettings, errors: [] });
    });

    it('are read', () => {
        const { settings, errors } = readSettings({
            $schema: 'x', rules: { 'zone-without-target': 'off', 'not-assessed': 'error' }, failOn: 'never', exclude: ['archive/**'],
        });
        assert.deepEqual(errors, []);
        assert.deepEqual([...settings.rules], [['zone-without-target', 'off'], ['not-assessed', 'error']]);
        assert.equal(settings.failOn, 'never');
        assert.deepEqual(settings.exclude, ['archive/**']);
    });

    const wrong: readonly [what: string, value: unknown, path: string, message: RegExp][] = [
        ['a rule that does not exist', { rules: { 'zone-without-targets': 'off' } }, 'rules.zone-without-targets', /Did you mean "zone-without-target"\?/],
        ['a key that does not exist', { rule: {} }, 'rule', /There is no setting "rule"\. Did you mean "rules"\?/],
        ['a key of the language', JSON.parse('{ "rules": { "__proto__": "off" } }'), 'rules.__proto__', /There is no rule "__proto__"\./],
        ['a severity that does not exist', { rules: { 'not-assessed': 'fatal' } }, 'rules.not-assessed', /"off", "error", "warning" or "info"/],
        ['rules as a list', { rules: [] }, 'rules', /has to be an object/],
        ['failOn', { failOn: 'sometimes' }, 'failOn', /"error", "warning", "info" or "never"/],
        ['exclude as a text', { exclude: 'archive' }, 'exclude', /has to be a list/],
        ['no object at all', [], '', /one JSON object/],
        ['nothing at all', null, '', /one JSON object/],
    ];
    for (const [what, value, path, message] of wrong) {
        it(`refuse ${what}, and keep the rest`, () => {
            const { settings, errors } = readSettings(value);
            assert.equal(errors.length, 1);
            assert.equal(errors[0]!.path.join('.'), path);
            assert.match(errors[0]!.message, message);
            assert.deepEqual(settings, defaultSettings);
            assert.equal(validate(value), false);
        });
    }

    it('follow the published schema', () => {
        assert.equal(validate({ rules: { 'zone-without-target': 'off' }, failOn: 'warning', exclude: [] }), true);
    });

    it('give way to the command line', () => {
        const read = readSettings({ rules: { 'not-assessed': 'off' } }).settings;
        assert.equal(withSeverities(read, [['not-assessed', 'error']]).rules.get('not-assessed'), 'error');
    });
});
