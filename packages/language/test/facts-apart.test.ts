import assert from 'node:assert/strict';
import { changedFacts, comparesNearlyAlike, concerns, isConcerned } from '../src/rules/engine/reads.ts';
import { load } from './support/load.ts';

const isPlace = (key: string): boolean => key === 'origin' || key === 'at' || key.endsWith('At');

/** The fields of an element that differ, but for where they are written. */
function apart(before: object, after: object): readonly string[] {
    const said = (value: unknown): string =>
        JSON.stringify(value, (key, part: unknown) => (isPlace(key) ? undefined : part)) ?? '';
    return Object.keys(after).filter(
        key => !isPlace(key) && said(before[key as keyof object]) !== said(after[key as keyof object]),
    );
}

const seen = (name: string): string =>
    `observation O { sees A since 2026-05-01 until 2026-05-02 saw 10.1.0.1 ${name}-> 10.1.0.2 : tcp 443 used }\n`;
const plant = (change: readonly [string, string] = ['', '']): string =>
    `system Plant {
  owner "Works"
}
zone A { SL-T 1 asset P : plc { address 10.1.0.1 } asset Q : plc { address 10.1.0.2 } flow P -> Q : https }
zone B { asset R : server }
conduit K between A and B { owner "Works" }
countermeasure M { meets SR 1.1 status planned due 2027-01-01 }
`.replace(...change);

/**
 * What is written instead of what; the facts; whether the comparison and the levels stay as they are; a rule that is
 * asked again.
 */
const rows: readonly (readonly [string, readonly [string, string], string, string, string])[] = [
    ['the same text', ['', ''], '', 'alike, levels', ''],
    ['an owner of the system', ['"Works"\n}', '"Others"\n}'], 'system.owner', 'alike, levels', 'zone-without-owner'],
    ['no system', ['system Plant {\n  owner "Works"\n}\n', ''], 'system', '', 'system-without-assumptions'],
    ['a target', ['SL-T 1', 'SL-T 2'], 'zones.slT', 'alike', 'zone-without-target'],
    ['an address', ['10.1.0.2 }', '10.1.0.3 }'], 'assets.addresses', 'alike, levels', 'address-twice'],
    ['a type', ['Q : plc', 'Q : hmi'], 'assets.type', '', 'flat-zone'],
    ['a title', ['asset R', 'asset R "Historian"'], 'assets.title', 'alike, levels', 'look-alike-names'],
    ['a protocol', ['https', 'ssh'], 'flows', 'alike', 'clear-text-credentials'],
    ['access', ['https }', 'https { access read } }'], 'flows.access', 'alike, levels', 'flow-declared-twice'],
    ['one asset more', ['asset R : server', 'asset R : server asset S : server'], 'assets', '', 'address-twice'],
    ['another name', ['asset R', 'asset S'], 'assets', '', 'address-twice'],
    ['a status', ['planned', 'implemented'], 'countermeasures.status', 'alike', 'measure-without-status'],
    ['no conduit', ['conduit K between A and B { owner "Works" }', ''], 'conduits', '', 'dual-homed-asset'],
    ['other ends', ['between A and B', 'between B and A'], 'conduits.between', '', 'look-alike-names'],
];

describe('What differs between two states of a model', () => {
    for (const [what, change, facts, others, rule] of rows)
        it(`${what}: ${facts || 'nothing'}`, () => {
            const changed = changedFacts(load(plant()).model, load(plant(change)).model, apart);
            const answers = [
                ...(comparesNearlyAlike(changed) ? ['alike'] : []),
                ...(concerns('levels', changed) ? [] : ['levels']),
            ];
            assert.deepEqual([[...changed].join(', '), answers.join(', ')], [facts, others]);
            if (rule !== '') assert.ok(isConcerned({ id: rule }, changed), `${rule} is asked again`);
            assert.equal(isConcerned({ id: 'a-rule-of-which-nothing-is-known' }, changed), facts !== '');
        });

    it('a title is another answer to what was seen only where a sensor gives names', () => {
        const titled = (observed: string): readonly string[] => {
            const change = (title: string): string => plant(['asset R', `asset R${title}`]) + observed;
            return [...changedFacts(load(change('')).model, load(change(' "Historian"')).model, apart)];
        };
        assert.deepEqual(titled(''), ['assets.title']);
        assert.deepEqual(titled(seen('')), ['assets.title']);
        assert.deepEqual(titled(seen('"hist" ')), ['assets.title', 'observations.conversations']);
    });

    it('another file is a fact, and the same files are none', () => {
        const { model } = load(plant());
        assert.deepEqual([...changedFacts(model, { ...model, files: [...model.files] }, apart)], []);
        assert.deepEqual([...changedFacts(model, { ...model, files: [...model.files, 'b'] }, apart)], ['files']);
    });
});
