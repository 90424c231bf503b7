import { regulationLines } from '../../catalogue/regulations.ts';
import { maturityText, saidText, sourceText } from '../life-cycle/index.ts';
import type { PartyRow, ReportData } from './data.ts';
import type { DataTable } from './typed-table.ts';
import { date, inWords, table, text } from './typed-table.ts';

/** The last day of a certificate; one that is over says so, and so does a time that cannot be read. */
function validity({ until, expired, unread }: PartyRow['certificates'][number]): string {
    return [
        until === null ? (unread ? '' : 'not said') : `${until}${expired ? ': expired' : ''}`,
        unread ? 'a time that cannot be read' : '',
    ]
        .filter(each => each !== '')
        .join(', ');
}

/** Who is responsible, and what is asked of organisations. */
export function partyTables(data: ReportData): readonly DataTable[] {
    return [
        table('parties', 'Parties', data.parties, [
            text('Id', 20, row => row.id),
            text('Party', 30, row => row.title),
            text('Roles', 30, row => row.roles),
            text('Certificates', 50, row => row.certificates.map(each => each.text)),
            text('Valid until', 24, row => row.certificates.map(validity)),
            text('What it is', 50, row => row.description),
        ]),
        table('raci', 'Accountable and responsible', data.raci, [
            text('Where', 28, row => row.id),
            text('Accountable', 24, row => row.accountable),
            text('Operates', 18, row => row.responsible.operatedBy.parties),
            text('Integrates', 18, row => row.responsible.integratedBy.parties),
            text('Maintains', 18, row => row.responsible.maintainedBy.parties),
            text('Supplies', 18, row => row.responsible.suppliedBy.parties),
            text('Monitors', 18, row => row.monitoredBy),
        ]),
        table(
            'organisations',
            'Requirements on organisations',
            data.organisations.flatMap(({ part, holders }) =>
                holders.flatMap(({ id, rows }) => rows.map(row => ({ part, holder: id, row }))),
            ),
            [
                text('Part', 6, ({ part }) => part),
                text('Of', 18, ({ holder }) => holder),
                text('Requirement', 16, ({ row }) => row.id),
                text('Title', 44, ({ row }) => row.title),
                text('State', 14, ({ row }) => inWords(row.state)),
                text('Where that is from', 44, ({ row }) => sourceText(row)),
                text('Maturity', 16, ({ row }) => maturityText(row.maturity) || null),
                text('What is said', 60, ({ row }) => saidText(row) || null),
                date('Evidence until', ({ row }) => row.evidenceUntil),
                date('Due', ({ row }) => row.due),
                text('In doubt', 40, ({ row }) => row.doubt),
                text('See also', 60, ({ row }) => regulationLines(row.seeAlso)),
            ],
        ),
    ];
}
