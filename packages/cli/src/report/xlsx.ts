import { counted } from 'iacs-language';
import type { DataTable, ReportData, TableValue as Value } from 'iacs-language/report';
import { toTables } from 'iacs-language/report';
import type { CellContent, SheetContent } from '../workbook/write-workbook.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';

/** The value that goes into a cell: a day becomes a date, a text stays a text even where it looks like a formula. */
function content(value: Value, type: DataTable['columns'][number]['type']): CellContent {
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return typeof value === 'string' && type === 'date' ? new Date(`${value}T00:00:00Z`) : value;
}

function sheetOf(table: DataTable): SheetContent {
    return {
        name: table.name,
        table: true,
        columns: table.columns.map(column => ({
            title: column.title,
            width: Math.max(column.width, Math.min(24, column.title.length + 4)),
            wraps: column.type === 'text',
        })),
        rows: table.rows.map(row => row.map((value, index) => content(value, table.columns[index]!.type))),
    };
}

/**
 * A report as a workbook: a first sheet with the facts of the document, then a sheet with a filterable table for each
 * list.
 * @returns the bytes of the `.xlsx`
 */
export async function toXlsx(data: ReportData): Promise<Uint8Array> {
    const day = new Date(`${data.document.date}T00:00:00Z`);
    const tables = toTables(data);
    const facts: readonly (readonly [string, CellContent])[] = [
        ['System', data.document.title],
        ['Owner', data.document.owner ?? 'not stated'],
        ['Date', day],
        ['Revision', data.document.revision ?? 'not stated'],
        ['SHA-256 of the model', data.document.sha256],
        ['Requirements that SL-T asks for', data.summary.required],
        ['Not assessed of these', data.summary.states['not-assessed']],
        ['Contradicted of these', data.summary.contradicted],
        [
            'How to read this',
            'The workbook says what the model says and what follows from it. It is not a statement that a standard ' +
                'is fulfilled.',
        ],
        ...tables.map((table): readonly [string, string] => [
            `Sheet ${table.name}`,
            `${table.title}, ${counted(table.rows.length, 'row')}`,
        ]),
    ];
    const columns = [
        { title: '', width: 30, wraps: false },
        { title: '', width: 90, wraps: true },
    ];
    return writeWorkbook(`${data.document.title}: cyber security requirements specification`, day, [
        { name: 'Report', table: false, columns, rows: facts },
        ...tables.map(sheetOf),
    ]);
}
