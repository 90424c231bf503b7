import assert from 'node:assert/strict';
import type { partIds } from '../src/catalogue/index.ts';
import { normalisedPartId, partOfId, partRowIds } from '../src/catalogue/index.ts';
import { csfReferences } from '../src/catalogue/csf.ts';
import { nis2Chapters, nis2Letters, regulationIds, regulationsOf } from '../src/catalogue/regulations.ts';
import { groupOf, partById, partRowById, parts } from '../src/catalogue/parts/index.ts';
import { requirementById } from '../src/catalogue/index.ts';
import { rules } from '../src/rules/index.ts';

describe('parts on organisations', () => {
    it('has 87 requirements of 2-1, 123 of 2-4 and 47 of 4-1, under the ids that a check knows', () => {
        assert.deepEqual(
            parts.map(({ id, rows }) => [id, rows.length]),
            [
                ['2-1', 87],
                ['2-4', 123],
                ['4-1', 47],
            ],
        );
        for (const { id, rows } of parts) {
            assert.deepEqual(
                rows.map(row => row.id),
                partRowIds(id),
            );
            assert.equal(new Set(rows.map(row => row.id)).size, rows.length);
            for (const row of rows) {
                assert.equal(partOfId(row.id), id);
                assert.equal(requirementById(row.id), undefined, `${row.id} is not taken for a system requirement`);
            }
        }
    });

    it('counts what each element, area and practice has', () => {
        const counts = (id: (typeof partIds)[number], group: (row: string) => string): string =>
            [...Map.groupBy(partRowIds(id), group)].map(([name, rows]) => `${name} ${rows.length}`).join(', ');
        assert.equal(
            counts('2-1', id => id.split(' ')[0]!),
            'ORG 11, CM 4, NET 15, COMP 10, DATA 7, USER 23, EVENT 9, AVAIL 8',
        );
        assert.equal(
            counts('2-4', groupOf),
            'SP.01 11, SP.02 7, SP.03 24, SP.04 6, SP.05 12, SP.06 4, SP.07 5, SP.08 8, SP.09 17, SP.10 8, ' +
                'SP.11 12, SP.12 9',
        );
        assert.equal(partRowIds('2-4').filter(id => !id.includes('RE')).length, 72);
        assert.equal(counts('4-1', groupOf), 'SM 13, SR 5, SD 4, SI 2, SVV 5, DM 6, SUM 5, SG 7');
    });

    it('gives every row a title, a remark, and a group that has a title', () => {
        for (const { rows, groups } of parts) {
            for (const row of rows) {
                assert.ok(row.title.length > 3 && row.why.length > 3, row.id);
                assert.ok(groups.has(row.group), `${row.id} is in ${row.group}`);
            }
        }
    });

    it('names rules that exist, only beside what a model shows', () => {
        const known = new Set(rules.map(rule => rule.id));
        for (const row of parts.flatMap(({ rows }) => rows)) {
            assert.deepEqual(
                row.rules.filter(rule => !known.has(rule)),
                [],
                row.id,
            );
            if (row.shown === 'no') assert.deepEqual(row.rules, [], row.id);
        }
    });

    it('keeps the doubts: 41 of 2-1, and says that 2-1 is weakly sourced', () => {
        assert.equal(partById('2-1').rows.filter(row => row.doubt !== null).length, 41);
        assert.match(partById('2-1').source, /weakly sourced/);
        assert.equal(partRowById('USER 1.16')?.sureness, 'low');
        assert.match(partRowById('SP.11.02 RE 2')!.doubt!, /edition/);
    });

    it('reads ids as people type them', () => {
        for (const [typed, id] of [
            ['sp.07.04 RE(1)', 'SP.07.04 RE 1'],
            ['SP.07.01 BR', 'SP.07.01'],
            ['SP 7.1', 'SP.07.01'],
            ['net 3.2', 'NET 3.2'],
            ['NET-3.2', 'NET 3.2'],
            ['sm 1', 'SM-1'],
            ['SVV-5', 'SVV-5'],
            ['SR-1', 'SR-1'],
            ['SR 1.1', undefined],
            ['FR 1', undefined],
        ] as const)
            assert.equal(normalisedPartId(typed), id, typed);
        assert.equal(partOfId('NET 9.9'), undefined);
        assert.equal(partOfId('SP.07.04 RE 2'), undefined);
        assert.equal(partOfId('SM-14'), undefined);
        assert.equal(partOfId('SR 1.1'), undefined);
    });
});

describe('laws and frameworks beside the standard', () => {
    it('have the ten points of Article 21(2), each with a chapter, and ids that exist', () => {
        assert.equal([...nis2Letters.keys()].join(''), 'abcdefghij');
        for (const letter of nis2Letters.keys())
            assert.ok(
                nis2Chapters.some(({ letters }) => letters.includes(letter)),
                letter,
            );
        assert.deepEqual(
            nis2Chapters.filter(({ number }) => !number.includes('.')).map(({ number }) => number),
            Array.from({ length: 13 }, (_, index) => String(index + 1)),
        );
        for (const id of nis2Chapters.flatMap(({ requirements }) => requirements))
            assert.ok(partOfId(id) ?? requirementById(id), id);
    });

    it('say for each reference its source and how sure it is, and never more than low for our own reading', () => {
        for (const id of [...partRowIds('2-1'), 'SR 5.1', 'SR 5.2', 'SR 5.2 RE 3', 'SR 1.1 RE 2', 'SR 7.8']) {
            for (const { regulation, text, source, sureness } of regulationsOf(id)) {
                assert.ok(regulationIds.includes(regulation) && text !== '' && source !== '', id);
                if (source.includes('our own reading')) assert.equal(sureness, 'low', id);
            }
        }
        assert.deepEqual(
            regulationsOf('SR 5.2')
                .filter(({ regulation }) => regulation === 'nis2')
                .map(({ text, sureness }) => [text, sureness]),
            [['CyberFundamentals 2025, PR.IR-01.2 network segmentation', 'high']],
        );
    });

    it('never join numbers of 2-1 that moved between the draft and the edition', () => {
        for (const id of ['USER 1.16', 'DATA 1.6', 'DATA 1.7'])
            assert.deepEqual(
                regulationsOf(id).filter(({ regulation }) => regulation !== 'nis2'),
                [],
                id,
            );
    });

    it('agree with the CSF table of NIST for every system requirement', () => {
        for (const { subcategory, requirements } of csfReferences)
            for (const id of requirements)
                assert.ok(
                    regulationsOf(id).some(({ regulation, text }) => regulation === 'csf' && text === subcategory),
                    `${subcategory} ${id}`,
                );
    });
});
