import assert from 'node:assert/strict';
import type { SubjectAssessment } from '../src/assessment/index.ts';
import { withoutComponentRequirement } from '../src/catalogue/components.ts';
import { requirementsOfFr } from '../src/catalogue/index.ts';
import { load } from './support/load.ts';

const subject = (text: string, id: string): SubjectAssessment => load(`system S\n${text}`).assessment.of(id)!;
const stateOf = (text: string, id: string, requirement: string): string => {
    const found = subject(text, id).requirements.find(each => each.id === requirement)!;
    return [found.state, ...found.by, ...(found.inheritedFrom ? [`from ${found.inheritedFrom}`] : [])].join(' ');
};

describe('SL-T', () => {
    it('is inherited by nested zones, FR by FR', () => {
        const cell = subject('zone P { SL-T 2 zone C { SL-T { RDF 3 } } }', 'P.C');
        assert.deepEqual(cell.slT, [2, 2, 2, 2, 3, 2, 2]);
        assert.deepEqual(
            cell.slTSource.map(source => source?.[0]),
            ['i', 'i', 'i', 'i', 's', 'i', 'i'],
        );
    });

    it('of a conduit without one is the highest of its zones, enterprise and external ones left aside', () => {
        const conduit = subject(
            'zone E { kind enterprise SL-T 4 } zone X { kind external SL-T 4 } zone A { SL-T {1 2 0 1 3 1 1} } ' +
                'zone B { SL-T { IAC 2 } }\nconduit C between E and X and A and B',
            'C',
        );
        assert.deepEqual(conduit.slT, [2, 2, 0, 1, 3, 1, 1]);
        assert.deepEqual(new Set(conduit.slTSource), new Set(['derived']));
        assert.deepEqual(
            subject('zone A { SL-T 3 }\nzone B\nconduit C between A and B { SL-T { UC 1 } }', 'C').slT,
            [3, 1, 3, 3, 3, 3, 3],
        );
        const partial = subject('zone A { SL-T 3 }\nzone B\nconduit C between A and B { SL-T { UC 1 TRE 0 } }', 'C');
        assert.deepEqual(
            partial.slTSource.map(source => source?.[0]),
            ['d', 's', 'd', 'd', 'd', 's', 'd'],
        );
        const nested =
            'zone O { kind enterprise asset W : server }\nzone P { SL-T 1 asset M : server { serves P.Q } zone Q ' +
            '{ SL-T 4 } zone C { SL-T 3 asset R : ied } }\n' +
            'conduit K between O and P { flow O.W -> P.M : https';
        assert.deepEqual(subject(`${nested} }`, 'K').slT, [1, 1, 1, 1, 1, 1, 1]);
        assert.deepEqual(subject(`${nested}\nflow O.W -> P.C.R : https }`, 'K').slT, [3, 3, 3, 3, 3, 3, 3]);
        assert.deepEqual(subject(`${nested}\nflow O -> P.C : https }`, 'K').slT, [3, 3, 3, 3, 3, 3, 3]);
    });

    it('that says nothing requires nothing and has no gap', () => {
        const zone = subject('zone A { SL-T { IAC 1 } }', 'A');
        assert.deepEqual(zone.gap, [1, null, null, null, null, null, null]);
        assert.equal(zone.requirements.filter(({ required }) => required).length, 10);
    });
});

describe('The state of a requirement', () => {
    const countermeasures =
        'countermeasure Works { meets SR 1.1, SR 2.8 status implemented }\ncountermeasure Later { meets SR 1.1, ' +
        'SR 1.2 status planned due 2027-01-15 }\ncountermeasure Bare { meets SR 1.5 }\n';

    it('comes from a statement, a countermeasure, a capability, or from nobody', () => {
        const text =
            `${countermeasures}zone A { applies Works, Later, Bare meets SR 7.3 because "x" misses SR 2.9 excludes SR 2.2 ` +
            'compensates SR 1.7 by Works because "y" asset X : plc { SL-C 2 } }';
        const states = [
            'SR 1.1',
            'SR 1.2',
            'SR 1.5',
            'SR 7.3',
            'SR 2.9',
            'SR 2.2',
            'SR 1.7',
            'SR 2.8',
            'SR 2.1',
            'SR 2.3',
            'SR 5.4',
            'SR 7.5',
            'SR 1.2 RE 1',
        ];
        assert.deepEqual(
            states.map(id => `${id} ${stateOf(text, 'A', id)}`),
            [
                'SR 1.1 met Works',
                'SR 1.2 planned Later',
                'SR 1.5 capable',
                'SR 7.3 met',
                'SR 2.9 missed',
                'SR 2.2 excluded',
                'SR 1.7 compensated Works',
                'SR 2.8 met Works',
                'SR 2.1 capable',
                'SR 2.3 not-assessed',
                'SR 5.4 not-assessed',
                'SR 7.5 not-assessed',
                'SR 1.2 RE 1 not-assessed',
            ],
        );
    });

    it('by a countermeasure that is only planned is planned', () => {
        assert.equal(stateOf(`${countermeasures}zone A { meets SR 3.2 by Later }`, 'A', 'SR 3.2'), 'planned Later');
        assert.equal(
            stateOf(`${countermeasures}zone A { meets SR 3.2 by Later, Works }`, 'A', 'SR 3.2'),
            'planned Later Works',
        );
        assert.equal(
            stateOf(`${countermeasures}zone A { compensates SR 3.2 by Later, Works because "x" }`, 'A', 'SR 3.2'),
            'planned Later Works',
        );
    });

    it('rests on all countermeasures that it names, and on none of which nobody said whether it works', () => {
        assert.equal(stateOf(`${countermeasures}zone A { meets SR 3.2 by Bare }`, 'A', 'SR 3.2'), 'not-assessed Bare');
        assert.equal(
            stateOf(`${countermeasures}zone A { meets SR 3.2 by Works, Bare }`, 'A', 'SR 3.2'),
            'not-assessed Works Bare',
        );
        assert.equal(
            stateOf(`${countermeasures}zone P { meets SR 3.2 zone C { meets SR 3.2 by Bare } }`, 'P.C', 'SR 3.2'),
            'not-assessed Bare',
        );
        assert.equal(
            stateOf(`${countermeasures}zone P { meets SR 1.5 zone C { applies Bare } }`, 'P.C', 'SR 1.5'),
            'met from P',
        );
    });

    it('is excluded with its enhancements, but for those that have a statement of their own', () => {
        assert.equal(stateOf('zone A { excludes SR 2.2 because "No radio" }', 'A', 'SR 2.2 RE 1'), 'excluded');
        assert.equal(
            stateOf('zone A { excludes SR 2.2 because "No radio" misses SR 2.2 RE 1 because "x" }', 'A', 'SR 2.2 RE 1'),
            'missed',
        );
        assert.equal(
            stateOf(
                'zone P { excludes SR 2.2 because "No radio" zone C { misses SR 2.2 RE 1 because "x" } }',
                'P.C',
                'SR 2.2 RE 1',
            ),
            'missed',
        );
        assert.equal(
            stateOf('zone A { meets FR 2 SL 4 excludes SR 2.2 because "No radio" }', 'A', 'SR 2.2 RE 1'),
            'excluded',
        );
        assert.equal(stateOf('zone A { excludes FR 2 SL 1 because "x" }', 'A', 'SR 2.2 RE 1'), 'not-assessed');
        assert.equal(stateOf('zone A { compensates SR 2.2 because "x" }', 'A', 'SR 2.2 RE 1'), 'not-assessed');
    });

    it('is not excluded with its requirement by a statement that another one before it outdoes', () => {
        const twice = (first: string): string =>
            `${first} SR 2.2 because "Found in the audit" excludes SR 2.2 because "No radio"`;
        for (const first of ['misses', 'compensates', 'meets']) {
            assert.equal(stateOf(`zone A { ${twice(first)} }`, 'A', 'SR 2.2 RE 1'), 'not-assessed', first);
        }
        assert.equal(stateOf(`zone A { ${twice('misses')} meets FR 2 SL 4 }`, 'A', 'SR 2.2 RE 1'), 'missed');
        assert.equal(
            stateOf('zone A { excludes SR 2.2 because "No radio" misses SR 2.2 because "x" }', 'A', 'SR 2.2 RE 1'),
            'excluded',
        );
        assert.equal(stateOf(`zone P { ${twice('misses')} zone C }`, 'P.C', 'SR 2.2 RE 1'), 'not-assessed');
    });

    it('of an enhancement is not met while its requirement is missed', () => {
        assert.equal(stateOf('zone A { meets SR 2.1 RE 1 misses SR 2.1 because "x" }', 'A', 'SR 2.1 RE 1'), 'missed');
        assert.equal(
            stateOf('zone P { misses SR 2.1 because "x" zone C { meets SR 2.1 RE 1 } }', 'P.C', 'SR 2.1 RE 1'),
            'missed from P',
        );
        assert.equal(
            stateOf(
                'zone P { meets SR 2.1 RE 1 misses SR 2.1 because "x" zone C { meets SR 2.1 } }',
                'P.C',
                'SR 2.1 RE 1',
            ),
            'met from P',
        );
        assert.equal(
            stateOf('zone A { compensates SR 2.1 RE 1 because "y" misses SR 2.1 because "x" }', 'A', 'SR 2.1 RE 1'),
            'compensated',
        );
    });

    it('is what the nearest subject says, then the most exact statement, then a countermeasure', () => {
        assert.equal(
            stateOf(`${countermeasures}zone P { meets SR 1.1 zone C { misses SR 1.1 } }`, 'P.C', 'SR 1.1'),
            'missed',
        );
        assert.equal(
            stateOf(`${countermeasures}zone P { misses SR 1.1 zone C { applies Works } }`, 'P.C', 'SR 1.1'),
            'met Works',
        );
        assert.equal(
            stateOf(`${countermeasures}zone P { applies Works zone C { } }`, 'P.C', 'SR 1.1'),
            'met Works from P',
        );
        assert.equal(
            stateOf(`${countermeasures}zone P { applies Works zone M { zone C { } } }`, 'P.M.C', 'SR 1.1'),
            'met Works from P',
        );
        assert.equal(
            stateOf(`${countermeasures}zone A { meets FR 2 SL 1 misses SR 2.8 applies Works }`, 'A', 'SR 2.8'),
            'missed',
        );
        assert.equal(stateOf(`${countermeasures}zone A { misses FR 2 SL 1 applies Works }`, 'A', 'SR 2.8'), 'missed');
    });

    it('is not changed by a statement on an asset', () => {
        assert.equal(stateOf('zone A { asset X : plc { meets SR 1.1 } }', 'A', 'SR 1.1'), 'not-assessed');
    });

    it('is capable where every asset or its type says so', () => {
        assert.equal(
            stateOf(
                'type T : plc { meets SR 2.8 }\nzone A { asset X : T asset Y : plc { SL-C { UC 1 } } }',
                'A',
                'SR 2.8',
            ),
            'capable',
        );
        assert.equal(stateOf('zone A { asset X : plc { SL-C 2 } asset Y : plc }', 'A', 'SR 2.8'), 'not-assessed');
        assert.equal(stateOf('zone A', 'A', 'SR 2.8'), 'not-assessed');
    });

    it('is capable in nothing that is asked of no component', () => {
        const silent = withoutComponentRequirement.filter(
            id => stateOf('zone A { asset X : firewall { SL-C 4 } }', 'A', id) !== 'not-assessed',
        );
        assert.deepEqual(silent, []);
        const ofNetworks = ['SR 1.6', 'SR 1.13', 'SR 5.2', 'SR 5.2 RE 2', 'SR 5.3'];
        assert.deepEqual(
            ofNetworks.map(id => stateOf('zone A { asset X : plc { SL-C 4 } }', 'A', id)),
            ofNetworks.map(() => 'not-assessed'),
        );
        assert.deepEqual(
            ofNetworks.map(id => stateOf('zone A { asset X : plc { SL-C 4 } asset F : firewall { SL-C 4 } }', 'A', id)),
            ofNetworks.map(() => 'capable'),
        );
        assert.equal(stateOf('zone A { asset F : firewall { SL-C 2 } }', 'A', 'SR 1.13 RE 1'), 'not-assessed');
        assert.equal(stateOf('zone A { asset F : firewall { SL-C 3 } }', 'A', 'SR 1.13 RE 1'), 'capable');
    });
});

describe('SL-A', () => {
    const all = (fr: number, level: number): string =>
        requirementsOfFr(fr)
            .filter(each => each.level <= level)
            .map(each => each.id)
            .join(', ');

    it('is the highest level of which nothing is open', () => {
        assert.deepEqual(subject('zone A { meets FR 1 SL 2 }', 'A').slA, [2, 0, 0, 0, 0, 0, 0]);
        assert.deepEqual(subject('zone A { meets FR 1 SL 2 misses SR 1.2 because "x" }', 'A').slA[0], 1);
        assert.deepEqual(subject(`zone A { meets ${all(4, 3)} }`, 'A').slA[4], 3);
    });

    it('of FR 6 and FR 7 is 4 where level 3 is reached, for no requirement begins at 4', () => {
        assert.deepEqual(subject('zone A { meets FR 6 SL 3 meets FR 7 SL 3 }', 'A').slA, [0, 0, 0, 0, 0, 4, 4]);
    });

    it('is not raised by SL-C', () => {
        assert.deepEqual(subject('zone A { SL-T 1 asset X : plc { SL-C 4 } }', 'A').slA, [0, 0, 0, 0, 0, 0, 0]);
    });

    it('names what stops the next level, where there is a gap', () => {
        const zone = subject(
            'zone A { SL-T { IAC 2 TRE 1 } meets FR 1 SL 1 meets SR 1.2, SR 1.9 meets FR 6 SL 1 }',
            'A',
        );
        assert.deepEqual(
            zone.limits.map(limits => limits.length),
            [4, 0, 0, 0, 0, 0, 0],
        );
        assert.deepEqual(zone.limits[0], ['SR 1.1 RE 1', 'SR 1.6 RE 1', 'SR 1.8', 'SR 1.13 RE 1']);
    });
});

describe('SL-C', () => {
    it('is the lowest among its own assets, and names it; those of nested zones count there', () => {
        const text =
            'zone A { asset X : plc { SL-C 3 } asset Z : plc { SL-C 2 { RDF 4 } } zone B { asset Y : plc { SL-C ' +
            '1 } } }';
        assert.deepEqual(subject(text, 'A').slC, [2, 2, 2, 2, 3, 2, 2]);
        assert.deepEqual(subject(text, 'A').slCLimit, ['A.Z', 'A.Z', 'A.Z', 'A.Z', 'A.X', 'A.Z', 'A.Z']);
        assert.deepEqual(subject(text, 'A.B').slC, [1, 1, 1, 1, 1, 1, 1]);
    });

    it('is unknown where an asset says nothing, or where there is none', () => {
        assert.deepEqual(subject('zone A { asset X : plc { SL-C 3 } asset Y : plc { SL-C { UC 1 } } }', 'A').slC, [
            null,
            1,
            null,
            null,
            null,
            null,
            null,
        ]);
        assert.deepEqual(subject('zone A', 'A').slC, [null, null, null, null, null, null, null]);
    });

    it('of an asset is that of its type where it says nothing itself', () => {
        assert.deepEqual(
            subject(
                'type Base : plc { SL-C 2 }\ntype T : Base { SL-C { RDF 1 } }\nzone A { asset X : T { SL-C { UC ' +
                    '3 } } }',
                'A',
            ).slC,
            [2, 3, 2, 2, 1, 2, 2],
        );
    });
});
