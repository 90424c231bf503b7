import assert from 'node:assert/strict';

import {
    attackNotice,
    mitigationById,
    mitigations,
    mitigationsBy,
    mitigationsOf,
    tacticById,
    tactics,
    techniqueById,
    techniques,
    techniquesLeftOpen,
} from '../src/catalogue/attack.ts';
import {
    componentKinds,
    componentRequirementById,
    componentRequirements,
    componentRequirementsFor,
    componentRequirementsOf,
    levelDifferences,
    withoutComponentRequirement,
} from '../src/catalogue/components.ts';
import { csfReferences, csfSubcategoriesOf } from '../src/catalogue/csf.ts';
import { librarySources } from '../src/library/index.ts';
import { doubtOf, doubts, protocolDoubts } from '../src/catalogue/doubts.ts';
import {
    characteristics,
    clauseOf,
    enhancementsOf,
    foundationalRequirements,
    frAbbreviations,
    frByAbbreviation,
    requirementById,
    requirements,
    requirementsOfFr,
    titleOf,
    zoneConduitGroups,
    zoneConduitRequirementById,
    zoneConduitRequirements,
} from '../src/catalogue/index.ts';
import { nercReferences, nercReferencesOf } from '../src/catalogue/nerc.ts';
import { plainOf } from '../src/catalogue/plain.ts';

function cumulative(rows: readonly { readonly level: number }[]): number[] {
    return [1, 2, 3, 4].map(level => rows.filter(row => row.level <= level).length);
}

function repeated(values: readonly string[]): string[] {
    return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('catalogue', () => {
    describe('IEC 62443-3-3', () => {
        it('has 51 system requirements and 49 enhancements, 37, 60, 90 and 100 up to each level', () => {
            assert.equal(requirements.filter(each => each.base === null).length, 51);
            assert.equal(requirements.filter(each => each.base !== null).length, 49);
            assert.deepEqual(cumulative(requirements), [37, 60, 90, 100]);
        });

        it('has the counts of every foundational requirement', () => {
            const counts = foundationalRequirements.map(fr => {
                const rows = requirementsOfFr(fr.index);
                const systemRequirements = rows.filter(row => row.base === null).length;
                return [fr.abbr, systemRequirements, rows.length - systemRequirements, ...cumulative(rows)].join(' ');
            });
            assert.deepEqual(counts, [
                'IAC 13 11 10 16 22 24',
                'UC 12 12 8 12 21 24',
                'SI 9 10 5 10 16 19',
                'DC 3 3 2 4 5 6',
                'RDF 4 7 4 6 10 11',
                'TRE 2 1 1 2 3 3',
                'RA 8 5 7 10 13 13',
            ]);
        });

        it('keeps the order of the standard, in which enhancements follow their system requirement', () => {
            assert.deepEqual(repeated(requirements.map(each => each.id)), []);
            let last = '';
            requirements.forEach((each, index) => {
                assert.equal(each.index, index);
                assert.equal(requirementById(each.id), each);
                if (each.base === null) last = each.id;
                else assert.equal(each.base, last);
            });
            assert.deepEqual(
                enhancementsOf('SR 5.2').map(each => each.title),
                ['Deny by default, allow by exception', 'Island mode', 'Fail close'],
            );
        });

        it('asks for no enhancement below the level of its system requirement', () => {
            for (const each of requirements) {
                const base = each.base === null ? each : requirementById(each.base);
                assert.ok(base && each.level >= base.level, each.id);
                assert.equal(each.fr, base.fr, each.id);
            }
        });

        it('uses the corrected level of SR 3.4, and levels that are read differently elsewhere', () => {
            const levels = ['SR 3.4', 'SR 6.2', 'SR 4.1 RE 2', 'SR 1.13 RE 1', 'SR 2.7'].map(
                id => requirementById(id)?.level,
            );
            assert.deepEqual(levels, [2, 2, 4, 2, 3]);
            assert.match(doubtOf('SR 3.4') ?? '', /COR1:2014/);
            assert.equal(doubtOf('SR 1.1'), undefined);
        });

        it('tells SR 1.1 and SR 1.10 apart, and knows the clause of each', () => {
            assert.equal(titleOf('SR 1.1'), 'Human user identification and authentication');
            assert.equal(titleOf('SR 1.10'), 'Authenticator feedback');
            const clauses = ['SR 1.1', 'SR 1.13 RE 1', 'SR 3.4', 'SR 7.8'].map(id => {
                const requirement = requirementById(id);
                return requirement && clauseOf(requirement);
            });
            assert.deepEqual(clauses, ['5.3', '5.15', '7.6', '11.10']);
        });

        it('knows nothing outside of the standard', () => {
            for (const id of ['SR 9.9', 'SR 1.14', 'SR 1.1 RE 4', 'sr 1.1', '__proto__', 'constructor', '']) {
                assert.equal(requirementById(id), undefined, id);
                assert.equal(titleOf(id), undefined, id);
                assert.equal(plainOf(id), undefined, id);
            }
            assert.deepEqual(requirementsOfFr(7), []);
            assert.equal(frByAbbreviation('XYZ'), undefined);
        });

        it('says every requirement in a plain sentence of its own', () => {
            const sentences = requirements.map(each => plainOf(each.id) ?? '');
            for (const sentence of sentences) assert.match(sentence, /^[A-Z].{30,}\.$/);
            assert.deepEqual(repeated(sentences), []);
        });
    });

    it('has the seven foundational requirements in the order of a vector', () => {
        assert.deepEqual(frAbbreviations, ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA']);
        assert.equal(frByAbbreviation('RDF')?.index, 4);
        assert.equal(titleOf('FR 5'), 'Restricted data flow');
    });

    describe('IEC 62443-3-2', () => {
        it('has seven groups with 32 requirements, and the items a to n of ZCR 6.4', () => {
            assert.equal(zoneConduitGroups.length, 7);
            assert.equal(zoneConduitRequirements.length, 32);
            assert.deepEqual(repeated(zoneConduitRequirements.map(each => each.id)), []);
            assert.equal(characteristics.map(each => each.item).join(''), 'abcdefghijklmn');
            assert.equal(zoneConduitRequirementById('ZCR 5.13')?.clause, '4.6.14');
            assert.equal(titleOf('ZCR 3.3'), 'Separate safety related assets');
            assert.equal(titleOf('ZCR 4'), 'Risk comparison');
        });
    });

    describe('IEC 62443-4-2', () => {
        it('has 122 rows, with the counts of each component type up to each level', () => {
            assert.equal(componentRequirements.length, 122);
            assert.deepEqual(repeated(componentRequirements.map(each => each.id)), []);
            const counts = componentKinds.map(kind =>
                [1, 2, 3, 4].map(level => componentRequirementsOf(kind, level).length),
            );
            assert.deepEqual(counts, [
                [34, 53, 67, 73],
                [36, 61, 77, 83],
                [36, 62, 78, 84],
                [40, 67, 86, 92],
            ]);
        });

        it('asks for no enhancement below the level of its requirement', () => {
            for (const each of componentRequirements) {
                const base = each.base === null ? each : componentRequirementById(each.base);
                assert.ok(base && each.level >= base.level, each.id);
            }
        });

        it('corresponds to system requirements that exist, all but those that no component can meet', () => {
            const covered = new Set(componentRequirements.flatMap(each => each.systemRequirements));
            assert.deepEqual(
                [...covered].filter(id => !requirementById(id)),
                [],
            );
            assert.deepEqual(
                requirements.filter(each => !covered.has(each.id)).map(each => each.id),
                withoutComponentRequirement,
            );
        });

        it('finds the rows of a component type, and where the levels of the two parts differ', () => {
            assert.deepEqual(
                componentRequirementsFor('SR 2.4', 'host-device').map(each => each.id),
                ['HDR 2.4'],
            );
            assert.deepEqual(componentRequirementsFor('SR 5.2', 'embedded-device'), []);
            const different = levelDifferences(id => requirementById(id)?.level);
            assert.equal(new Set(different.map(each => each.systemRequirement)).size, 12);
            assert.deepEqual(
                different.filter(each => each.systemRequirement === 'SR 2.4 RE 1').map(each => each.component.id),
                ['SAR 2.4 RE 1', 'EDR 2.4 RE 1', 'HDR 2.4 RE 1', 'NDR 2.4 RE 1'],
            );
            const nonRepudiation = different.find(each => each.component.id === 'CR 2.12');
            assert.deepEqual([nonRepudiation?.component.level, nonRepudiation?.systemLevel], [1, 3]);
        });
    });

    it('doubts only what exists', () => {
        for (const { id } of doubts) assert.ok(titleOf(id) ?? componentRequirementById(id), id);
        const library = librarySources.map(each => each.text).join('\n');
        for (const { id } of protocolDoubts) assert.match(library, new RegExp(`^protocol ${id} `, 'm'));
        assert.deepEqual(repeated([...doubts, ...protocolDoubts].map(each => each.id)), []);
    });

    describe('ATT&CK for ICS', () => {
        it('has 12 tactics, 83 techniques and 52 mitigations, each of which can be found by its id', () => {
            assert.deepEqual([tactics.length, techniques.length, mitigations.length], [12, 83, 52]);
            for (const each of techniques) {
                assert.equal(techniqueById(each.id), each);
                assert.ok(each.tactics.length > 0 && each.tactics.every(tacticById), each.id);
            }
            for (const each of mitigations) {
                assert.equal(mitigationById(each.id), each);
                assert.ok(each.mitigates.every(techniqueById), each.id);
                assert.ok(each.systemRequirements.every(requirementById), each.id);
            }
            assert.equal(mitigations.filter(each => each.systemRequirements.length > 0).length, 36);
            assert.equal(
                mitigations.reduce((sum, each) => sum + each.mitigates.length, 0),
                331,
            );
        });

        it('carries the notice that MITRE asks for', () => {
            assert.match(
                attackNotice.designation,
                /The MITRE Corporation\. This work is reproduced and distributed with the permission/,
            );
            assert.match(attackNotice.licence, /non-exclusive, royalty-free license/);
        });

        it('names the techniques that missing requirements leave open', () => {
            assert.deepEqual(
                techniquesLeftOpen(() => true),
                [],
            );
            const all = techniquesLeftOpen(() => false);
            assert.ok(all.every(each => each.requirements.length > 0));
            assert.ok(!all.some(each => each.technique.id === 'T0837'), 'nothing mitigates loss of protection');
            const withoutSegmentation = techniquesLeftOpen(id => id !== 'SR 5.1');
            assert.ok(withoutSegmentation.every(each => each.requirements.join() === 'SR 5.1'));
            assert.deepEqual(
                withoutSegmentation.map(each => each.technique.id),
                ['T0802', 'T0805', 'T0883'],
            );
            assert.deepEqual(
                mitigationsBy('SR 1.11').map(each => each.id),
                ['M0936'],
            );
            assert.deepEqual(
                mitigationsOf('T0812').map(each => each.id),
                ['M0801', 'M0927'],
            );
        });
    });

    describe('see also', () => {
        it('names requirements that exist', () => {
            assert.equal(csfReferences.length, 37);
            assert.equal(
                csfReferences.reduce((sum, row) => sum + row.requirements.length, 0),
                118,
            );
            for (const row of csfReferences) assert.ok(row.requirements.every(requirementById), row.subcategory);
            assert.equal(nercReferences.length, 12);
            for (const row of nercReferences)
                assert.ok(
                    row.requirements.every(id => requirementById(id.replace(' *', ''))),
                    row.subdomain,
                );
        });

        it('finds the references of a requirement, an enhancement included where all are meant', () => {
            assert.deepEqual(csfSubcategoriesOf('SR 5.1'), ['PR.PT-4', 'RS.MI-1']);
            assert.deepEqual(csfSubcategoriesOf('SR 7.5'), []);
            assert.deepEqual(
                nercReferencesOf('SR 5.2 RE 3').map(row => row.subdomain),
                ['2-3', '2-4'],
            );
            assert.deepEqual(nercReferencesOf('SR 7.5'), []);
        });
    });
});
