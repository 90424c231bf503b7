import type { DataTable, ReportData, TableValue as Value } from 'iacs-language/report';
import { toTables } from 'iacs-language/report';

/** The longest text that a cell of a workbook holds. */
const longest = 32767;

/** A text without the characters that XML cannot hold, cut with a visible mark where a cell could not hold it. */
function clean(text: string): string {
    const plain = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/\r\n?/g, '\n');
    return plain.length <= longest ? plain : `${plain.slice(0, longest - 16)} … (cut off)`;
}

/** The value that goes into a cell: a day becomes a date, a text stays a text even where it looks like a formula. */
export function cellValue(value: Value, type: DataTable['columns'][number]['type']): string | number | Date | null {
    if (value === null) return null;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') return value;
    return type === 'date' ? new Date(`${value}T00:00:00Z`) : clean(value);
}

const headFont = { name: 'Calibri', size: 11, bold: true };

/** Points that a row needs for its wrapped texts: programs do not work it out by themselves when they open a file. */
function rowHeight(row: readonly (string | number | Date | null)[], table: DataTable): number {
    const lines = row.map((value, index) => {
        if (typeof value !== 'string') return 1;
        const width = Math.max(8, table.columns[index]!.width);
        return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length * 1.1 / width)), 0);
    });
    return Math.min(405, 15 * Math.max(1, ...lines));
}

/** The name of a table in a workbook: letters, digits and underscores. */
function tableName(name: string): string {
    return `T_${name.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/**
 * A report as a workbook: a first sheet with the facts of the document, then a sheet with a filterable table for each list.
 * @returns the bytes of the `.xlsx`
 */
export async function toXlsx(data: ReportData): Promise<Uint8Array> {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    workbook.title = clean(`${data.document.title}: cyber security requirements specification`);
    workbook.created = new Date(`${data.document.date}T00:00:00Z`);
    workbook.modified = workbook.created;
    const tables = toTables(data);

    const front = workbook.addWorksheet('Report');
    front.columns = [{ width: 30 }, { width: 90 }];
    const facts: readonly (readonly [string, string | number | Date])[] = [
        ['System', data.document.title],
        ['Owner', data.document.owner ?? 'not stated'],
        ['Date', workbook.created],
        ['Revision', data.document.revision ?? 'not stated'],
        ['SHA-256 of the model', data.document.sha256],
        ['Requirements that SL-T asks for', data.summary.required],
        ['Not assessed of these', data.summary.states['not-assessed']],
        ['How to read this', 'The workbook says what the model says and what follows from it. It is no statement that a standard is fulfilled.'],
        ...tables.map((table): readonly [string, string] => [`Sheet ${table.name}`, `${table.title}, ${table.rows.length} rows`]),
    ];
    facts.forEach(([name, value], index) => {
        const cell = front.getCell(index + 1, 2);
        front.getCell(index + 1, 1).value = name;
        front.getCell(index + 1, 1).font = headFont;
        cell.value = typeof value === 'string' ? clean(value) : value;
        cell.alignment = { wrapText: true, vertical: 'top', horizontal: 'left' };
        if (value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
    });

    for (const table of tables) {
        const sheet = workbook.addWorksheet(table.name, {
            views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
            pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
        });
        const rows = table.rows.map(row => row.map((value, index) => cellValue(value, table.columns[index]!.type)));
        if (rows.length === 0) {
            sheet.addRow(table.columns.map(column => column.title));
        } else {
            sheet.addTable({
                name: tableName(table.name),
                ref: 'A1',
                headerRow: true,
                style: { theme: 'TableStyleLight9', showRowStripes: true },
                columns: table.columns.map(column => ({ name: column.title, filterButton: true })),
                rows,
            });
        }
        table.columns.forEach((column, index) => {
            const letter = sheet.getColumn(index + 1);
            letter.width = Math.max(column.width, Math.min(24, column.title.length + 4));
            letter.alignment = { vertical: 'top', wrapText: column.type === 'text' };
            if (column.type === 'date') letter.numFmt = 'yyyy-mm-dd';
        });
        sheet.getRow(1).font = headFont;
        sheet.getRow(1).alignment = { vertical: 'top', wrapText: true };
        rows.forEach((row, index) => {
            sheet.getRow(index + 2).height = rowHeight(row, table);
        });
    }
    return new Uint8Array(await workbook.xlsx.writeBuffer());
}
