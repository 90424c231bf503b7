import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { oscalPlants } from '../support/oscal.ts';

/**
 * Holds the OSCAL output against the JSON Schema that NIST publishes with release 1.2.1: `oscal_component_schema.json`,
 * named by the
 * environment variable OSCAL_SCHEMA. The file is none of ours and not in the repository.
 */
describe('The OSCAL component definition against the published schema', () => {
    const path = process.env['OSCAL_SCHEMA'];
    assert.ok(path, 'Set OSCAL_SCHEMA to oscal_component_schema.json of the OSCAL release 1.2.1 of NIST.');
    const schema = JSON.parse(readFileSync(path, 'utf8')) as { readonly $id: string };
    const validate = formats.default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: true })).compile(schema);

    it('is the schema of the version that is written', () =>
        assert.match(schema.$id, /\/1\.2\.1\/oscal-component-definition-schema\.json$/));

    it('refuses what is none', () => assert.equal(validate({ 'component-definition': { metadata: {} } }), false));

    for (const { name, definition } of oscalPlants) {
        it(`accepts ${name}`, () => assert.ok(validate(definition()), JSON.stringify(validate.errors?.slice(0, 3))));
    }
});
