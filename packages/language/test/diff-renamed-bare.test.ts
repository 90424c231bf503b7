import assert from 'node:assert/strict';
import { between } from './support/compared.ts';

const plant = `system S {
  owner "O"
  integrated by Acme
}
zone A {
  kind control
  SL-T 1
  asset P : thing
  asset Q : plc
  applies M
  meets SR 1.1 by M
}
zone B { kind dmz asset R : server }
conduit K between A and B {
  flow A.P -> B.R : bus { secured integrity by M }
}
conduit L
countermeasure M
countermeasure N
countermeasure Known { status implemented }
type thing
protocol bus
party Acme
party Beta
function Run
function Idle
island Empty { keeps Run }
threat T { against A.P mitigated by M }
threat Bare
view V { threat Bare }
invariant J
ruleset Y
observation Z
advisory Adv
`;

/** What is said of a change of the text, in the order of the comparison. */
const said = (before: string, after: string): readonly string[] =>
    between(before, after).changes.map(({ kind, element, id, before: old, what }) =>
        [kind, element, id, ...(old !== null && old !== id ? [`was ${old}`] : []), kind === 'changed' ? what : '']
            .join(' ')
            .trim(),
    );

describe('An element of which nothing is said', () => {
    it('is known again under another name by who names it and where it stands', () => {
        const elements = {
            L: 'conduit',
            M: 'countermeasure',
            N: 'countermeasure',
            thing: 'type',
            bus: 'protocol',
            Acme: 'party',
            Beta: 'party',
            Run: 'function',
            Idle: 'function',
            Bare: 'threat',
            J: 'invariant',
            Y: 'ruleset',
            Z: 'observation',
            Adv: 'advisory',
        };
        for (const [name, element] of Object.entries(elements)) {
            const after = plant.replace(new RegExp(`\\b${name}\\b`, 'g'), `${name}2`);
            assert.deepEqual(said(plant, after), [`renamed ${element} ${name}2 was ${name}`]);
            assert.deepEqual(said(after, plant), [`renamed ${element} ${name} was ${name}2`]);
        }
    });

    it('is another one where others name it, where it stands elsewhere, and where something is said of it', () => {
        const elsewhere = plant.replace('countermeasure N\n', '') + 'countermeasure N2\n';
        assert.deepEqual(said(plant, elsewhere), ['added countermeasure N2', 'removed countermeasure N']);
        const applied = plant
            .replace('countermeasure N\n', 'countermeasure N2\n')
            .replace('applies M', 'applies M, N2');
        assert.deepEqual(said(plant, applied), [
            'changed zone A applies N2 added',
            'added countermeasure N2',
            'removed countermeasure N',
        ]);
        const stated = plant.replace('countermeasure N\n', 'countermeasure N2 { status implemented }\n');
        assert.deepEqual(said(plant, stated), ['added countermeasure N2', 'removed countermeasure N']);
        const lost = plant.replace('countermeasure Known { status implemented }', 'countermeasure Other');
        assert.deepEqual(said(plant, lost), ['added countermeasure Other', 'removed countermeasure Known']);
    });

    it('is not changed where a party is renamed that the system names', () => {
        const titled = plant.replace('party Acme', 'party Acme "Acme Automation"');
        const after = titled.replace('party Acme', 'party Ace').replace('by Acme', 'by Ace');
        assert.deepEqual(said(titled, after), ['renamed party Ace was Acme']);
    });
});
