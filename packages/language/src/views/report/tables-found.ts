import { remedyText, versionText, windowText } from '../advisories/index.ts';
import type { ReportData } from './data.ts';
import type { DataTable } from './typed-table.ts';
import { date, inWords, number, table, text } from './typed-table.ts';

/** What was found beside the model: traffic and rules, their evidence, security advisories. */
export function foundTables(data: ReportData): readonly DataTable[] {
    return [
        table('found', 'The plant as found', data.found?.rows ?? [], [
            text('Where', 24, row => row.group),
            text('Kind', 9, row => row.kind),
            text('What', 50, row => row.what),
            text('Declared', 18, row => row.declared),
            text('Configured', 24, row => row.configured),
            text('Seen', 24, row => row.observed),
            text('Verdict', 16, row => inWords(row.verdict)),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('evidence', 'Evidence', data.found?.evidence ?? [], [
            text('Kind', 12, row => row.kind),
            text('Id', 22, row => row.id),
            text('Title', 36, row => row.title),
            text('Of', 30, row => row.of),
            date('First day', row => row.first),
            date('Last day', row => row.last),
            text('File', 24, row => row.source),
            text('SHA-256', 66, row => row.sha256),
        ]),
        table('advisories', 'Advisories', data.advisories?.readings ?? [], [
            text('When', 12, row => row.weight?.urgency ?? null),
            text('Advisory', 20, row => row.advisory),
            text('Title', 40, row => row.title),
            text('Publisher', 16, row => row.publisher),
            date('Date', row => row.dated),
            text('Revision', 8, row => row.revision),
            text('Asset', 22, row => row.asset),
            text('Product', 36, row => row.products),
            text('Version', 14, row => versionText(row)),
            text('Verdict', 14, row => inWords(row.verdict)),
            text('Vulnerabilities', 30, row => row.vulnerabilities.map(each => each.cve)),
            text('Why it is not known', 40, row => row.why),
            number('CVSS', row => row.weight?.score ?? null),
            text('Reason', 50, row => row.weight?.reasons ?? null),
            text('Remedy', 30, row => (row.weight ? remedyText(row) : null)),
            text('Window', 24, row => (row.weight ? windowText(row) : null)),
        ]),
        table('names-to-confirm', 'Names to confirm', data.advisories?.unconfirmed ?? [], [
            text('Product', 24, row => row.holders),
            text('Assets', 40, row => row.assets),
            text('May be', 50, row => row.candidates.map(each => each.name)),
            text('Advisories', 40, row => [...new Set(row.candidates.flatMap(each => each.advisories))]),
        ]),
    ];
}
