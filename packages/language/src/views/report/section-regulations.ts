import type { RegulationId } from '../../catalogue/regulations.ts';
import { nis2Chapters, nis2Letters } from '../../catalogue/regulations.ts';
import type { PartRowState } from '../life-cycle/index.ts';
import type { ReportData } from './data.ts';
import type { Section } from './document.ts';
import { heading, list, said, section, stateWords } from './section-parts.ts';

function others({ seeAlso }: PartRowState): PartRowState['seeAlso'] {
    return seeAlso.filter(({ regulation }) => regulation !== 'nis2');
}

function textsOf({ seeAlso }: PartRowState, wanted: RegulationId): readonly string[] {
    return seeAlso.filter(({ regulation }) => regulation === wanted).map(({ text }) => text);
}

/** Laws and frameworks beside the programme: hints with their sources; `null` where a model has no programme. */
export function regulationsSection({ organisations }: ReportData): Section | null {
    const rows = organisations.find(({ part }) => part === '2-1')?.holders[0]?.rows;
    if (!rows) return null;
    const byId = new Map(rows.map(row => [row.id, row]));
    const related = rows.filter(row => others(row).length > 0);
    return section('regulations', 'Laws and frameworks', 'ZCR 6.9', [
        {
            kind: 'note',
            tone: 'bad',
            title: 'Hints, and not a proof',
            text:
                'No authority publishes a table from IEC 62443 to Article 21(2) of Directive (EU) 2022/2555 (NIS2). ' +
                'The chapters of (EU) 2024/2690 and their points are from the law; which requirement is beside a ' +
                'chapter is our own reading of two headings. That regulation binds digital providers only. Nothing ' +
                'here shows that a law is followed.',
        },
        heading(2, 'nis2', 'NIS2, Article 21(2)'),
        {
            kind: 'table',
            caption: 'NIS2, Article 21(2), through the chapters of (EU) 2024/2690',
            columns: [
                { title: 'Point', weight: 0.5 },
                { title: 'Subject', weight: 2 },
                { title: 'Chapters', weight: 1 },
                { title: 'Requirements of 2-1, with their state', weight: 2.4 },
                { title: 'Requirements of 3-3', weight: 1.2 },
            ],
            rowHeads: true,
            rows: Array.from(nis2Letters, ([letter, subject]) => {
                const chapters = nis2Chapters.filter(({ letters }) => letters.includes(letter));
                const ids = chapters.flatMap(({ requirements }) => requirements);
                const own = ids.map(id => byId.get(id)).filter((row): row is PartRowState => row !== undefined);
                return [
                    letter,
                    subject,
                    list(chapters.map(({ number }) => number)),
                    said(own.map(({ id, state }) => `${id}: ${stateWords[state]}`).join('\n')),
                    list(ids.filter(id => id.startsWith('SR '))),
                ];
            }),
        },
        heading(2, 'frameworks', 'NERC CIP and NIST CSF'),
        {
            kind: 'paragraph',
            text:
                `Source: ${[...new Set(related.flatMap(others).map(({ source }) => source))].join('; ')}. How sure: ` +
                'medium for NIST CSF; low for NERC CIP, which is reached through the same subdomains.',
        },
        {
            kind: 'table',
            caption: 'Requirements of 2-1 beside NERC CIP and NIST CSF',
            columns: [
                { title: 'Requirement', weight: 0.8 },
                { title: 'NERC CIP version 6', weight: 2 },
                { title: 'NIST CSF 1.1', weight: 2 },
            ],
            rowHeads: true,
            rows: related.map(row => [row.id, list(textsOf(row, 'nerc-cip')), list(textsOf(row, 'csf'))]),
        },
    ]);
}
