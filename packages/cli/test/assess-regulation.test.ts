import assert from 'node:assert/strict';
import { regulationsOf } from '../../language/src/catalogue/regulations.ts';
import { iacs, withFiles } from './support/iacs.ts';

interface Assessed {
    readonly models: readonly {
        readonly subjects: readonly { readonly requirements: readonly { readonly id: string }[] }[];
    }[];
}

describe('iacs assess --regulation', () => {
    const plant = { 'main.iacs': 'system S\nzone Control { SL-T 2 asset Plc : plc }\n' };
    const assess = (words: readonly string[]): Assessed =>
        withFiles(plant, cwd => JSON.parse(iacs(['assess', '--format', 'json', ...words], { cwd }).stdout) as Assessed);
    const idsIn = ({ models }: Assessed): readonly string[] => models[0]!.subjects[0]!.requirements.map(({ id }) => id);

    for (const regulation of ['nis2', 'nerc-cip', 'csf'])
        it(`shows the requirements that ${regulation} is related to, and no other`, () => {
            const all = idsIn(assess([]));
            const related = idsIn(assess(['--regulation', regulation]));
            assert.ok(related.length > 0 && related.length < all.length);
            assert.deepEqual(
                related,
                all.filter(id => regulationsOf(id).some(each => each.regulation === regulation)),
            );
        });

    it('leaves the levels as they are, and says what is not shown', () => {
        withFiles(plant, cwd => {
            const plain = iacs(['assess', '--format', 'json'], { cwd });
            const { stdout, stderr } = iacs(['assess', '--format', 'json', '--regulation', 'csf'], { cwd });
            const levels = (text: string): unknown =>
                JSON.parse(text, (key, value: unknown) => (key === 'requirements' ? undefined : value));
            assert.deepEqual(levels(stdout), levels(plain.stdout));
            assert.match(stderr, /of 100 requirements are related to NIST CSF 1\.1, the others are not shown/);
            assert.match(iacs(['assess', '--regulation', 'nis'], { cwd }).stderr, /Did you mean nis2\?/);
        });
    });
});
