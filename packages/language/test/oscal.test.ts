import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { toOscal } from '../src/views/report/index.ts';
import { load } from './support/load.ts';
import { oscalPlants } from './support/oscal.ts';
import { reportOf } from './support/report.ts';

const one = (type: string): object => ({ type: 'array', minItems: 1, items: { $ref: `#/definitions/${type}` } });
const object = (required: readonly string[], properties: object): object => ({
    type: 'object',
    required,
    additionalProperties: false,
    properties,
});
const ref = (type: string): object => ({ $ref: `#/definitions/${type}` });

/**
 * The parts of the OSCAL component definition model (version 1.2.1) that this product writes, after NIST's metaschema:
 * what has to be
 * there, what may be there, and what identifiers, tokens and strings look like. Anything else is refused. It is
 * narrower than the schema
 * that NIST publishes, which `npm run test:oscal` holds the same plants against: a property has to name a namespace,
 * because the
 * metaschema allows none of ours in that of OSCAL.
 */
const schema = {
    definitions: {
        uuid: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
        string: { type: 'string', pattern: '^\\S(.*\\S)?$' },
        token: { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' },
        prop: object(['name', 'value', 'ns'], {
            name: ref('token'),
            value: ref('string'),
            ns: { type: 'string', pattern: '^(?!http://csrc\\.nist\\.gov/)[a-z]+://\\S+$' },
        }),
        requirement: object(['uuid', 'control-id', 'description'], {
            uuid: ref('uuid'),
            'control-id': ref('token'),
            description: ref('string'),
            props: one('prop'),
            remarks: ref('string'),
        }),
        implementation: object(['uuid', 'source', 'description', 'implemented-requirements'], {
            uuid: ref('uuid'),
            source: { type: 'string', pattern: '^#\\S+$' },
            description: ref('string'),
            'implemented-requirements': one('requirement'),
        }),
        component: object(['uuid', 'type', 'title', 'description'], {
            uuid: ref('uuid'),
            type: ref('string'),
            title: ref('string'),
            description: ref('string'),
            props: one('prop'),
            'control-implementations': one('implementation'),
        }),
        resource: object(['uuid'], {
            uuid: ref('uuid'),
            title: ref('string'),
            description: ref('string'),
            citation: object(['text'], { text: ref('string') }),
        }),
        metadata: object(['title', 'last-modified', 'version', 'oscal-version'], {
            title: ref('string'),
            'last-modified': { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
            version: ref('string'),
            'oscal-version': { const: '1.2.1' },
            props: one('prop'),
            remarks: ref('string'),
        }),
    },
    ...object(['component-definition'], {
        'component-definition': object(['uuid', 'metadata'], {
            uuid: ref('uuid'),
            metadata: ref('metadata'),
            components: one('component'),
            'back-matter': object([], { resources: one('resource') }),
        }),
    }),
};

describe('The OSCAL component definition', () => {
    const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true }).compile(schema);

    it('has no markup, link or parameter of a name', () => {
        const text = `system S "Plant *A*"
zone A_1 "[x](http://x) <b>" { description "# {{ insert: param, x }}" SL-T { RA 1 } misses SR 7.1 because "~~no~~ \`x\`" }
zone B "1. B" { SL-T { RA 1 } meets SR 7.1 evidence "a_b *c*" }
`;
        const { 'component-definition': written } = toOscal(reportOf(load(text)), each => each) as {
            readonly 'component-definition': {
                readonly metadata: { readonly title: string };
                readonly components: readonly {
                    readonly title: string;
                    readonly description: string;
                    readonly 'control-implementations': readonly {
                        readonly 'implemented-requirements': readonly { description: string; remarks?: string }[];
                    }[];
                }[];
            };
        };
        const [one, two] = written.components;
        const first = (component: typeof one) =>
            component!['control-implementations'][0]!['implemented-requirements'][0]!;
        assert.equal(written.metadata.title, 'Plant \\*A\\*: zones and conduits');
        assert.equal(one!.title, '\\[x\\](http://x) \\<b\\>');
        assert.equal(one!.description, '\\# \\{\\{ insert: param, x \\}\\}');
        assert.match(first(one).description, /because \\~\\~no\\~\\~ \\`x\\`$/);
        assert.equal(two!.title, '1\\. B');
        assert.equal(first(two).remarks, 'Evidence: a_b \\*c\\*');
    });

    for (const { name, definition } of oscalPlants) {
        it(`is one for ${name}, with every UUID once and every source in the back matter`, () => {
            const written = definition();
            assert.ok(validate(written), JSON.stringify(validate.errors?.slice(0, 3)));
            const text = JSON.stringify(written);
            const uuids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(match => match[1]);
            assert.equal(new Set(uuids).size, uuids.length);
            for (const match of text.matchAll(/"source":"#([^"]+)"/g)) assert.ok(uuids.includes(match[1]!));
        });
    }
});
