import type { Cell } from 'exceljs';
import type { Grid, Place } from './grid.ts';
import { cellText } from './grid.ts';

/** What a person sees in a cell: the result of a formula, the text of rich text, a day as `YYYY-MM-DD`. */
function textOf(cell: Cell): string {
    const { value } = cell;
    return cellText(valueText(value));
}

function valueText(value: unknown): string {
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return dayText(value);
    if (typeof value !== 'object') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    if ('richText' in value && Array.isArray(value.richText)) return value.richText.map((run: { text?: unknown }) => String(run.text ?? '')).join('');
    if ('text' in value) return valueText(value.text);
    if ('result' in value) return valueText(value.result);
    if ('error' in value) return String(value.error);
    return '';
}

function dayText(value: Date): string {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/**
 * Reads the sheets of a workbook, hidden ones left out.
 * @throws when the bytes are no `.xlsx`
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly Grid[]> {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    await workbook.xlsx.load(buffer as Parameters<typeof workbook.xlsx.load>[0]);
    return workbook.worksheets.filter(sheet => sheet.state === 'visible').map(sheet => {
        const rows: string[][] = [];
        const merged = new Map<string, Place>();
        for (let number = 1; number <= sheet.rowCount; number++) {
            const row = sheet.getRow(number);
            const cells: string[] = [];
            for (let column = 1; column <= Math.min(row.cellCount, 1000); column++) {
                const cell = row.getCell(column);
                if (cell.isMerged && cell.master !== cell) {
                    merged.set(`${number - 1}:${column - 1}`, { row: Number(cell.master.row) - 1, column: Number(cell.master.col) - 1 });
                    cells.push('');
                } else cells.push(textOf(cell));
            }
            rows.push(cells);
        }
        return { name: sheet.name, rows, merged };
    });
}
