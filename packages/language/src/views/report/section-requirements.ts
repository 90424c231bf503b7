import { stateText } from '../../assessment/index.ts';
import { counted } from '../../model/index.ts';
import type { Block, Cell, Section } from './document.ts';
import type { MeasureRow, PlanRow, ReportData, RequirementRow, StateName, SubjectPart } from './data.ts';
import { nothingOpen } from '../plan/index.ts';
import { heading, list, said, section, stateCell, subjectLink } from './section-parts.ts';
import { roadmapBlocks } from './section-roadmap.ts';

function due(day: string | null, overdue: boolean): Cell {
    return overdue ? { text: `overdue: ${day}`, tone: 'bad' } : said(day);
}

function byText(row: RequirementRow): Cell {
    const parts = [
        row.by.join(', '),
        row.because ?? '',
        row.lapse ?? '',
        row.contradicted.length > 0 ? `contradicted: ${row.contradicted.join('; ')}` : '',
        row.inheritedFrom ? `said at ${row.inheritedFrom}` : '',
    ].filter(part => part !== '');
    return said(parts.join('\n'));
}

/** Whom most of the rows name; they need not repeat it. */
function usualOwner(rows: readonly RequirementRow[]): string | null {
    const groups = [...Map.groupBy(rows, row => row.owner)];
    return groups.reduce((most, each) => (each[1].length > most[1].length ? each : most))[0];
}

function applicabilityBlocks(
    part: SubjectPart,
    rows: readonly RequirementRow[],
    measures: readonly MeasureRow[],
): readonly Block[] {
    const required = rows.filter(row => row.required);
    const stated = rows.filter(
        row => !row.required && row.state !== 'capable' && (row.state !== 'not-assessed' || row.lapse !== null),
    );
    const title = heading(2, `applicability-${subjectLink(part.id)}`, part.id);
    if (required.length === 0) {
        const none = part.levels.slT.every(level => level === null) ? 'no SL-T' : 'an SL-T of 0';
        return [
            title,
            {
                kind: 'paragraph',
                text: `${part.id} has ${none}, so no requirement is asked for. ${statedText(stated)}`.trimEnd(),
            },
            ...statedBlocks(part, stated, [], measures),
        ];
    }
    const usual = usualOwner(required);
    const byOthers = required.some(row => row.owner !== usual);
    return [
        title,
        {
            kind: 'table',
            caption:
                `${counted(required.length, 'requirement')} of ${part.id}; ` +
                `owner${byOthers ? ', unless another is named' : ''}: ${usual ?? 'not named'}`,
            columns: [
                { title: 'Requirement', weight: 3.3 },
                { title: 'FR', weight: 0.6 },
                { title: 'SL', align: 'right', weight: 0.55 },
                { title: 'State', weight: 1.3 },
                { title: 'By, because', weight: 2.1 },
                { title: 'Evidence', weight: 2 },
                ...(byOthers ? [{ title: 'Owner', weight: 1.2 }] : []),
                { title: 'Due', weight: 1.25 },
            ],
            rows: required.map(row => [
                `${row.id} ${row.title}`,
                row.fr,
                String(row.level),
                stateCell(row.state, row.contradicted.length > 0),
                byText(row),
                list(row.evidence),
                ...(byOthers ? [row.owner === usual ? '' : said(row.owner)] : []),
                due(row.due, row.overdue),
            ]),
        },
        {
            kind: 'paragraph',
            text: (
                `${counted(100 - required.length, 'requirement')} of the 100 ` +
                `${required.length === 99 ? 'is' : 'are'} not asked for at this SL-T. ${statedText(stated)}`
            ).trimEnd(),
        },
        ...statedBlocks(part, stated, required, measures),
    ];
}

/**
 * What people wrote about requirements that are not asked for: it is as much a statement as the others. What is printed
 * elsewhere, with the countermeasure or with a requirement that is asked for, is not repeated.
 */
function statedBlocks(
    part: SubjectPart,
    stated: readonly RequirementRow[],
    required: readonly RequirementRow[],
    measures: readonly MeasureRow[],
): readonly Block[] {
    const printed = new Set([...required, ...measures].flatMap(({ evidence }) => evidence));
    const reasons = new Set(required.map(({ because }) => because));
    const written = stated.filter(
        ({ inheritedFrom, because, evidence, due: day, by, contradicted }) =>
            inheritedFrom === null &&
            ((because !== null && (contradicted.length > 0 || !reasons.has(because))) ||
                evidence.some(text => !printed.has(text)) ||
                (day !== null && by.length === 0)),
    );
    if (written.length === 0) return [];
    return [
        {
            kind: 'table',
            caption: `What is said at ${part.id} of ${counted(written.length, 'requirement')} not asked for`,
            columns: [
                { title: 'Requirement', weight: 3.3 },
                { title: 'State', weight: 1.3 },
                { title: 'By, because', weight: 2.6 },
                { title: 'Evidence', weight: 2.2 },
                { title: 'Due', weight: 1.25 },
            ],
            rows: written.map(row => [
                `${row.id} ${row.title}`,
                stateCell(row.state, row.contradicted.length > 0),
                byText(row),
                list(row.evidence),
                due(row.due, row.overdue),
            ]),
        },
    ];
}

function statedText(stated: readonly RequirementRow[]): string {
    const rows = stated.filter(({ state }) => state !== 'not-assessed');
    return rows.length === 0
        ? ''
        : `Of these the model says all the same: ${rows
              .map(row => `${row.id} ${stateText(row.state)}${row.contradicted.length > 0 ? ' (contradicted)' : ''}`)
              .join(', ')}.`;
}

export function applicabilitySection(
    data: ReportData,
    states: readonly { readonly state: StateName; readonly meaning: string }[],
): Section {
    const rows = Map.groupBy(data.requirements, row => row.subject);
    const subjects = [...data.zones, ...data.conduits];
    const contradicted = data.requirements.some(row => row.contradicted.length > 0)
        ? ' A state that the model contradicts is marked; SL-A and gap count it as stated.'
        : '';
    return section('applicability', 'Statement of applicability', 'ZCR 6.4 l', [
        {
            kind: 'paragraph',
            text:
                'For each zone and conduit the requirements of IEC 62443-3-3 that its SL-T asks for, with their ' +
                'state. ' +
                'The states are ' +
                `${states.map(({ state }) => stateText(state)).join(', ')}; ` +
                `the summary says what they mean.${contradicted}`,
        },
        ...subjects.flatMap(part => applicabilityBlocks(part, rows.get(part.id) ?? [], data.measures)),
    ]);
}

const kinds: Readonly<Record<PlanRow['kind'], string>> = {
    risk: 'risk',
    missed: 'missed',
    contradicted: 'contradicted',
    planned: 'planned',
    capable: 'not in use',
    'not-assessed': 'not assessed',
};

export function planSection(data: ReportData): Section {
    const overdue = data.plan.filter(row => row.overdue).length;
    const open: Block = {
        kind: 'table',
        caption: `${counted(data.plan.length, 'thing')} to do${overdue > 0 ? `, ${overdue} of them overdue` : ''}`,
        columns: [
            { title: 'Where', weight: 1.3 },
            { title: 'What is wrong', weight: 0.85 },
            { title: 'What to do', weight: 1.9 },
            { title: 'Requirements', weight: 3 },
            { title: 'By whom', weight: 1.2 },
            { title: 'By when', weight: 0.95 },
        ],
        rows: data.plan.map(row => [
            row.subject,
            kinds[row.kind],
            row.action,
            list(row.requirements),
            row.owner === null ? { text: 'not named', tone: 'bad' } : row.owner,
            row.due === null
                ? { text: 'no date', tone: row.kind === 'not-assessed' ? 'quiet' : 'bad' }
                : due(row.due, row.overdue),
        ]),
    };
    return section('plan', 'Gaps and plan', 'ZCR 5.12', [
        data.plan.length === 0
            ? {
                  kind: 'paragraph',
                  text: nothingOpen({ targets: data.summary.subjectsWithTarget, risks: data.summary.threatsCompared }),
              }
            : open,
        ...roadmapBlocks(data.roadmap),
    ]);
}

export function countermeasuresSection(data: ReportData): Section {
    const costs = data.measures.some(({ cost }) => cost !== null);
    const table: Block = {
        kind: 'table',
        caption: counted(data.measures.length, 'countermeasure'),
        columns: [
            { title: 'Countermeasure', weight: 2 },
            { title: 'Status', weight: 1.25 },
            { title: 'Owner', weight: 1.2 },
            { title: 'Due', weight: 1.1 },
            ...(costs ? [{ title: 'Cost', align: 'right' as const, weight: 0.8 }] : []),
            { title: 'Works at', weight: 1.4 },
            { title: 'Threats', weight: 1.2 },
            { title: 'Evidence', weight: 1.8 },
        ],
        rows: data.measures.map(row => [
            `${row.id}${row.title ? `\n${row.title}` : ''}`,
            row.status === null ? { text: 'not stated', tone: 'bad' } : row.status,
            said(row.owner),
            due(row.due, row.overdue),
            ...(costs ? [said(row.cost)] : []),
            list(row.worksAt),
            list(row.threats),
            list(row.evidence),
        ]),
    };
    return section('measures', 'Countermeasures', 'ZCR 5.8', [
        data.measures.length === 0 ? { kind: 'paragraph', text: 'The model has no countermeasures.' } : table,
    ]);
}
