import { assetEntries } from './asset-entries.ts';
import type { Notice } from './entry.ts';
import type { Field } from './fields.ts';
import { assetFields, riskFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { columnIndex, columnLetters } from './grid.ts';
import type { Known } from './known.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { riskEntries } from './risk-entries.ts';
import { sideBySide } from './side-by-side.ts';
import type { ImportResult } from './write-iacs.ts';
import { writeImport } from './write-iacs.ts';

export type ImportKind = 'risks' | 'assets';

export interface ImportRequest {
    readonly kind: ImportKind;
    /** The name of the file, for comments and messages. */
    readonly name: string;
    readonly bytes: Uint8Array;
    /** Only this sheet of a workbook; all visible ones otherwise. */
    readonly sheet: string | null;
    /** Columns that the user has named: field to a head, a letter or a number from 1. */
    readonly columns: ReadonlyMap<string, string>;
    readonly known: Known;
    /** The file that an earlier import wrote; `null` for none. */
    readonly existing: string | null;
    readonly taken: Iterable<string>;
}

export interface ImportAnswer extends ImportResult {
    readonly tables: readonly FoundTable[];
    /** Names of the zones that assets were read for. */
    readonly zones: readonly string[];
}

/** Something that keeps an import from being done, in one line that says what to do. */
export class ImportError extends Error {}

/** The fields that a column can be given to. */
export function fieldsOf(kind: ImportKind): readonly Field[] {
    return kind === 'risks' ? riskFields : assetFields;
}

async function grids(request: ImportRequest): Promise<readonly Grid[]> {
    const isZip = request.bytes[0] === 0x50 && request.bytes[1] === 0x4b;
    const isOldExcel = request.bytes[0] === 0xd0 && request.bytes[1] === 0xcf;
    if (isOldExcel) throw new ImportError(`${request.name} is an old Excel or a protected workbook: save it as .xlsx without a password, or as CSV.`);
    if (!isZip) return [readCsv(request.bytes, request.name)];
    let sheets: readonly Grid[];
    try {
        sheets = await readXlsx(request.bytes);
    } catch {
        throw new ImportError(`${request.name} is not an .xlsx workbook that can be read: open it in a spreadsheet program and save it as .xlsx or CSV.`);
    }
    if (request.sheet === null) return sheets;
    const wanted = sheets.filter(sheet => sheet.name === request.sheet);
    if (wanted.length > 0) return wanted;
    throw new ImportError(`${request.name} has no sheet "${request.sheet}": its sheets are ${sheets.map(sheet => `"${sheet.name}"`).join(', ')}.`);
}

/** What the user named, as heads or positions; a head counts before a letter. */
function givenColumns(request: ImportRequest, sheets: readonly Grid[]): ReadonlyMap<string, string> {
    const fields = fieldsOf(request.kind).map(field => field.key);
    const heads = new Set(sheets.flatMap(sheet => sheet.rows.flat()));
    return new Map([...request.columns].map(([key, column]) => {
        if (!fields.includes(key)) throw new ImportError(`There is no field "${key}": the fields of ${request.kind} are ${fields.join(', ')}.`);
        if (heads.has(column)) return [key, column];
        const index = /^\d+$/.test(column) ? Number(column) - 1 : columnIndex(column);
        if (index === null || index < 0) throw new ImportError(`No column is called "${column}": name the head, the letter or the number of a column.`);
        return [key, `#${index}`];
    }));
}

/**
 * Reads a register and writes it as `.iacs`, or brings the file up to date that an earlier import wrote.
 * @throws ImportError when the file cannot be read or holds no table
 */
export async function importFile(request: ImportRequest): Promise<ImportAnswer> {
    const sheets = await grids(request);
    const given = givenColumns(request, sheets);
    const fields = fieldsOf(request.kind);
    const tables = sheets.flatMap(sheet => sideBySide(sheet, fields)).flatMap(part => findTables(part, fields, given));
    if (tables.length === 0) {
        const heads = fields.map(field => field.heads[0]).join(', ');
        throw new ImportError(`${request.name} has no row of heads with at least two that are known (${heads} and their like). `
            + 'Give them with --map, such as --map title="Scenario".');
    }
    const read: { readonly entries: Parameters<typeof writeImport>[2]; readonly notices: readonly Notice[] } = request.kind === 'risks'
        ? riskEntries(tables, request.known)
        : assetEntries(tables, request.known);
    const loose = tables.flatMap(table => [...table.above.map(text => ({ number: table.headRow - 1, text })), ...table.remarks]);
    const comments = loose.map(each => each.text.replace(/\s+/g, ' '));
    const result = writeImport(request.kind, { file: request.name, comments }, read.entries, request.existing, request.taken,
        request.known.types.map(type => type.id));
    const remarks = tables.flatMap(table => table.remarks.map((remark): Notice => ({
        sheet: table.sheet, row: remark.number, message: `"${remark.text}" stands alone and is no row; it is kept as a comment.`,
    })));
    const zones = [...new Set(read.entries.flatMap(entry => (entry.zone ? [entry.zone.name] : [])))];
    return { ...result, tables, zones, notices: [...read.notices, ...remarks, ...result.notices] };
}

/** The mapping that was used, for people: one line a column. */
export function mappingText(table: FoundTable): string {
    const rows = table.rows.length;
    const lines = table.columns.map(column => `  ${columnLetters(column.index).padEnd(3)} ${JSON.stringify(column.head)} → ${column.field ?? 'kept as text'}`);
    return [`${table.sheet}, heads in row ${table.headRow}, ${rows} row${rows === 1 ? '' : 's'}:`, ...lines].join('\n');
}
