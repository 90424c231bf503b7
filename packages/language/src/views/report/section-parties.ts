import { counted } from '../../model/index.ts';
import type { PartAssessment, PartHolder, PartRowState, RaciCell } from '../life-cycle/index.ts';
import { doubtText, maturityText, openText, saidText, silentJudges, sourceText } from '../life-cycle/index.ts';
import type { PartyRow, ReportData } from './data.ts';
import type { Block, Cell, Section, Table } from './document.ts';
import { heading, list, named, said, section, stateCell } from './section-parts.ts';

function certificateText({ certificates }: Pick<PartyRow, 'certificates'>): Cell {
    const bad = certificates.some(each => each.expired || each.unread);
    const text = certificates
        .map(
            ({ text: name, until, unread, expired }) =>
                `${name}${until === null ? '' : `, valid until ${until}`}${expired ? ': expired' : ''}` +
                (unread ? ', with a time that cannot be read' : ''),
        )
        .join('\n');
    return text === '' ? said(null) : bad ? { text, tone: 'bad' } : text;
}

/** The parties, and who is accountable and responsible for what; `null` where a model declares none. */
export function partiesSection({ parties, raci }: ReportData): Section | null {
    if (parties.length === 0) return null;
    const responsible = ({ parties: ids, from }: RaciCell): Cell =>
        ids.length === 0 ? said(null) : `${ids.join(', ')}${from === null ? '' : `\nas ${from}`}`;
    return section('parties', 'Parties', 'ZCR 6.4', [
        {
            kind: 'table',
            caption: counted(parties.length, 'party', 'parties'),
            columns: [
                { title: 'Party', weight: 1.6 },
                { title: 'Roles', weight: 1.6 },
                { title: 'Certificates', weight: 2 },
                { title: 'What it is', weight: 2 },
            ],
            rows: parties.map(party => [
                named(party),
                list(party.roles),
                certificateText(party),
                said(party.description),
            ]),
        },
        heading(2, 'raci', 'Who is accountable and responsible'),
        {
            kind: 'paragraph',
            text:
                'The owner is accountable (A), the parties are responsible (R). Whom to consult (C) and whom to ' +
                'inform (I) is not in the model. The innermost statement counts; "as Z" says that it is written in ' +
                'Z. An asset of which nothing else is said than of what is around it has no row.',
        },
        {
            kind: 'table',
            caption: 'Who is accountable and responsible',
            columns: [
                { title: 'Where', weight: 1.8 },
                { title: 'Accountable', weight: 1.2 },
                { title: 'Operates', weight: 1 },
                { title: 'Integrates', weight: 1 },
                { title: 'Maintains', weight: 1 },
                { title: 'Supplies', weight: 1 },
                { title: 'Monitors', weight: 1 },
            ],
            rowHeads: true,
            rows: raci.map(({ id, accountable, responsible: does, monitoredBy }) => [
                id,
                said(accountable),
                responsible(does.operatedBy),
                responsible(does.integratedBy),
                responsible(does.maintainedBy),
                responsible(does.suppliedBy),
                said(monitoredBy),
            ]),
        },
    ]);
}

/** The programme of the owner, and what parties state of 2-4 and 4-1; `null` where a model has neither. */
export function organisationsSection({ organisations }: ReportData): Section | null {
    if (organisations.length === 0) return null;
    return section('organisations', 'Requirements on organisations', null, [
        {
            kind: 'paragraph',
            text:
                'A state is judged by rules, or it is the word of a person, or nothing is said. A warning or error ' +
                'of a rule that judges a requirement of 2-1 makes it missed, whatever a person says; what a rule ' +
                'notes as information decides nothing. That rules find nothing does not show that it is met.',
        },
        ...organisations.flatMap(partBlocks),
    ]);
}

/** One part: the source of the list, then a table for the programme or each party. */
export function partBlocks({ part, standard, on, source, holders }: PartAssessment): readonly Block[] {
    return [
        heading(2, `part-${part}`, `${standard}, on ${on}`),
        { kind: 'note', tone: part === '2-1' ? 'bad' : 'quiet', title: 'How sure this list is', text: source },
        ...holders.flatMap(holder => holderBlocks(part, holder)),
    ];
}

function isKnown({ source, judgedBy }: PartRowState): boolean {
    return source !== 'nothing' || judgedBy.some(({ found, noted }) => found + noted > 0);
}

/** Of the programme every row; of a party those of which something is known, and the others by their ids. */
function holderBlocks(part: string, holder: PartHolder): readonly Block[] {
    const shown = part === '2-1' ? holder.rows : holder.rows.filter(isKnown);
    const others = holder.rows.filter(row => !shown.includes(row)).map(({ id }) => id);
    const name = holder.kind === 'programme' ? (holder.title ?? 'Programme') : named(holder);
    return [
        heading(3, `part-${part}-${holder.id.toLowerCase()}`, name),
        { kind: 'paragraph', text: openText(holder) },
        ...(shown.length > 0 ? [rowTable(name, shown)] : []),
        ...(others.length > 0
            ? [{ kind: 'paragraph', text: `Nothing is known of ${others.join(', ')}.` } as const]
            : []),
    ];
}

function rowTable(caption: string, rows: readonly PartRowState[]): Table {
    return {
        kind: 'table',
        caption,
        columns: [
            { title: 'Requirement', weight: 1 },
            { title: 'Title', weight: 2 },
            { title: 'State', weight: 0.9 },
            { title: 'Where that is from', weight: 2.2 },
            { title: 'Maturity', weight: 0.9 },
            { title: 'What is said', weight: 2 },
        ],
        rowHeads: true,
        rows: rows.map(row => {
            const silent = row.source === 'rules' ? '' : silentJudges(row);
            const doubt = doubtText(row);
            return [
                row.id,
                `${row.title}${doubt === '' ? '' : `\n(${doubt})`}`,
                stateCell(row.state),
                [sourceText(row), silent].filter(text => text !== '').join('\n'),
                said(maturityText(row.maturity)),
                said(saidText(row)),
            ];
        }),
    };
}
