import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '../src/rules/index.ts';
import { partsOf, fingerprints } from '../src/rules/engine/fingerprint.ts';
import type { Loaded } from './support/load.ts';
import { load } from './support/load.ts';

const examples = new URL('../../../examples/', import.meta.url);
const plants = ['broken-plant', 'grfics', 'refinery', 'ship', 'substations', 'swat', 'truck-loading'];

/** An example with the shared library beside it, its root first. */
function example(name: string): Loaded {
    const files = [name, 'library']
        .flatMap(folder =>
            readdirSync(new URL(`${folder}/`, examples), { recursive: true, encoding: 'utf8' }).map(
                file => `${folder}/${file.replaceAll('\\', '/')}`,
            ),
        )
        .filter(file => file.endsWith('.iacs'));
    const root = `${name}/main.iacs`;
    const texts = [root, ...files.filter(file => file !== root)].map(
        file => `//- ${file}\n${readFileSync(new URL(file, examples), 'utf8')}`,
    );
    return load(texts.join(''), { today: '2026-06-01' });
}

/** A message without the names of the model and without numbers: what two findings of one cause have in common. */
function shapeOf({ model }: Loaded): (message: string) => string {
    const named = [
        ...model.zones,
        ...model.conduits,
        ...model.assets,
        ...model.countermeasures,
        ...model.threats,
    ].flatMap(({ id, name }) => [id, name]);
    const names = new Set(named);
    return message =>
        message
            .split(/(?<=[^\p{L}\p{N}_.-])|(?=[^\p{L}\p{N}_.-])/u)
            .map(word => (names.has(word.replace(/\.$/, '')) ? '§' : word.replace(/\d+/g, '#')))
            .join('')
            .replace(/§(?:(?:, | and )§)+/g, '§');
}

/** How many findings only repeat what another one says of another element. */
function repeatsIn(loaded: Loaded): number {
    const shape = shapeOf(loaded);
    const groups = Map.groupBy(
        loaded.findings.filter(each => each.accepted === null),
        each => `${each.rule} ${shape(each.message)}`,
    );
    return [...groups.values()].reduce((sum, group) => sum + group.length - 1, 0);
}

describe('A cause is said once', () => {
    it('so that at most one finding in ten of the examples repeats another one', () => {
        const loaded = plants.map(example);
        const all = loaded.reduce((sum, each) => sum + each.findings.length, 0);
        const repeats = loaded.reduce((sum, each) => sum + repeatsIn(each), 0);
        assert.ok(all > 100);
        assert.ok(repeats <= all / 10, `${repeats} of ${all}`);
    });

    it('with all that it blames as parts', () => {
        const { findings } = load(`system Plant { owner "Operations" assumption "Guards" }
zone A { kind control asset P : plc }
zone B { kind control asset Q : plc }
zone C { kind control asset R : plc }
zone D { kind control asset S : plc }
`);
        const found = findings.filter(({ rule }) => rule === 'zone-without-target');
        assert.equal(found.length, 1);
        assert.match(found[0]!.message, /^A and 3 more zones have no SL-T/);
        assert.deepEqual(
            found[0]!.parts.map(({ subject }) => subject),
            ['A', 'B', 'C', 'D'],
        );
        assert.deepEqual(found[0]!.fixes.filter(({ title }) => title === 'Add SL-T 2').length, 4);
    });
});

describe('A conduit between zones of others', () => {
    it('is their business', () => {
        const { findings } = load(`system Plant { owner "O" assumption "Guards" }
zone Office { kind enterprise asset Pc : office-computer }
zone Internet { kind external is untrusted asset Cloud : cloud-service }
conduit Uplink between Office and Internet {
  flow Pc -> Cloud : http
}
`);
        assert.deepEqual(
            findings.filter(({ subject }) => subject === 'Uplink').map(({ rule }) => rule),
            [],
        );
    });
});

describe('A group from which something is cured', () => {
    const plant = (conduit: string): string => `system Dairy { owner "Operations" }
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz SL-T 2 asset Mirror : historian }
zone Fill { kind control SL-T 2 asset Plc1 : plc }
zone Pack { kind control SL-T 2 asset Plc2 : plc }
conduit OfficeDmz between Office and Dmz { via F1 asset F1 : firewall { serves Office, Dmz } ${conduit} }
conduit FillDmz between Fill and Dmz { via F2 asset F2 : firewall { serves Fill, Dmz } }
conduit PackDmz between Pack and Dmz { via F3 asset F3 : firewall { serves Pack, Dmz } }
`;

    /** What is blamed, by its rule: what a comparison tells again. */
    function blamed({ findings, files }: Loaded): readonly string[] {
        const textAt = ({ file, start, end }: Finding['at']): string => files.get(file)!.slice(start, end);
        const own = fingerprints(textAt);
        return findings.flatMap(finding => {
            const parts = partsOf(finding, 'Dairy', textAt);
            const single = own(finding, 'Dairy');
            return parts.length > 0 ? parts : [single];
        });
    }

    it('blames nothing that was not blamed before', () => {
        const before = blamed(load(plant('')));
        const after = blamed(load(plant('monitored by "SOC"')));
        assert.deepEqual(
            after.filter(each => !before.includes(each)),
            [],
        );
        assert.ok(after.length < before.length);
    });

    it('blames nothing new when zones are assessed one after the other', () => {
        const before = blamed(load(plant('')));
        const after = blamed(
            load(plant('').replace('asset Plc1 : plc', 'asset Plc1 : plc misses SR 1.1 because "One password"')),
        );
        const added = after.filter(each => !before.includes(each));
        const known = load(
            plant('').replace('asset Plc1 : plc', 'asset Plc1 : plc misses SR 1.1 because "One password"'),
        ).findings.filter(({ rule }) => rule === 'gap-below-target' || rule === 'assessment-incomplete');
        assert.ok(
            added.length <= known.length,
            `${added.length} are new, of which ${known.length} say what is known now`,
        );
    });
});
