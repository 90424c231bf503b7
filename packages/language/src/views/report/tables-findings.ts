import type { ReportData } from './data.ts';
import type { DataTable } from './typed-table.ts';
import { date, number, table, text } from './typed-table.ts';

/** Findings, and what is assumed or not assessed. */
export function findingTables(data: ReportData): readonly DataTable[] {
    return [
        table('findings', 'Open findings', data.findings, [
            text('Severity', 9, row => row.severity),
            text('Rule', 28, row => row.rule),
            text('Where', 22, row => row.subject),
            text('Finding', 70, row => row.message),
            text('Basis', 18, row => row.basis),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('accepted', 'Accepted findings', data.accepted, [
            text('Severity', 9, row => row.severity),
            text('Rule', 28, row => row.rule),
            text('Where', 22, row => row.subject),
            text('Finding', 60, row => row.message),
            text('Because', 40, row => row.because),
            date('Until', row => row.until),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('assumptions', 'Assumptions', data.assumptions, [
            text('Where', 24, row => row.subject),
            text('Assumption', 80, row => row.text),
        ]),
        table('policies', 'Policies', data.policies, [
            text('Where', 24, row => row.subject),
            text('Policy', 80, row => row.text),
        ]),
        table('not-assessed', 'What was not assessed', data.notAssessed, [
            text('Where', 24, row => row.subject),
            text('What', 80, row => row.what),
        ]),
    ];
}
