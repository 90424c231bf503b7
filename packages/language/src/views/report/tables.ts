import type { ReportData } from './data.ts';
import { findingTables } from './tables-findings.ts';
import { foundTables } from './tables-found.ts';
import { partyTables } from './tables-parties.ts';
import { plantTables } from './tables-plant.ts';
import { riskTables } from './tables-risk.ts';
import { timeTables } from './tables-time.ts';
import type { DataTable } from './typed-table.ts';
import { table, text } from './typed-table.ts';

/** Every list of the report as a typed table, in the order of the document. */
export function toTables(data: ReportData): readonly DataTable[] {
    return [
        ...plantTables(data),
        ...riskTables(data),
        ...foundTables(data),
        ...findingTables(data),
        ...timeTables(data),
        ...partyTables(data),
        table('further-facts', 'Further facts', data.further, [
            text('Kind', 14, row => row.kind),
            text('Where', 28, row => row.id),
            text('What the model says', 80, row => row.facts),
        ]),
        table('files', 'Files of the model', data.document.files, [
            text('File', 40, row => row.path),
            text('SHA-256', 66, row => row.sha256),
        ]),
        table('sources', 'Sources', data.sources, [
            text('Name', 20, row => row.name),
            text('Text', 100, row => row.text),
        ]),
    ];
}
