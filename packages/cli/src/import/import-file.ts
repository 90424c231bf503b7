import { readWorkbook, type Workbook } from '../workbook/read-workbook.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { assetEntries } from './asset-entries.ts';
import type { Notice } from './entry.ts';
import type { Field } from './fields.ts';
import { assetFields, riskFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { findTables } from './find-tables.ts';
import { kindOf } from './file-kind.ts';
import type { Grid } from './grid.ts';
import { columnIndex, columnLetters, gridOf } from './grid.ts';
import type { Known } from './known.ts';
import { readCsv } from './read-csv.ts';
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

/** The sheets of a file, and what has to be said of the file itself. */
interface Read {
    readonly sheets: readonly Grid[];
    readonly notices: readonly Notice[];
}

/**
 * The sheets of a workbook or of a CSV file.
 * @throws ImportError when the bytes are neither
 */
export function readSheets(request: Pick<ImportRequest, 'name' | 'bytes' | 'sheet'>): Read {
    const kind = kindOf(request.bytes);
    if (typeof kind === 'object') throw new ImportError(`${request.name} ${kind.other}`);
    if (kind === 'text') return { sheets: [readCsv(request.bytes, request.name)], notices: [] };
    try {
        return sheetsOf(request, readWorkbook(request.bytes, (name, hidden) => (request.sheet === null ? !hidden : name === request.sheet)));
    } catch (error) {
        if (error instanceof WorkbookError) throw new ImportError(`${request.name} ${error.message}`);
        throw error;
    }
}

/** The sheets that are wanted: the one that was named, or all that are not hidden. */
function sheetsOf(request: Pick<ImportRequest, 'name' | 'sheet'>, workbook: Workbook): Read {
    const wanted = workbook.sheets.filter(sheet => (request.sheet === null ? !sheet.hidden : sheet.name === request.sheet));
    if (wanted.length === 0 && request.sheet !== null) {
        throw new ImportError(`${request.name} has no sheet "${request.sheet}": its sheets are ${workbook.sheets.map(sheet => `"${sheet.name}"`).join(', ')}.`);
    }
    if (wanted.length === 0) {
        const names = workbook.sheets.map(sheet => `--sheet ${JSON.stringify(sheet.name)}`);
        throw new ImportError(`${request.name} ${names.length === 0 ? 'has no sheet with cells.' : `cannot be read as it is, because all of its sheets are hidden: read one with ${names.join(' or ')}.`}`);
    }
    const hidden = request.sheet === null ? workbook.sheets.filter(sheet => sheet.hidden) : [];
    const notices = [
        ...(workbook.macros ? [{ sheet: request.name, row: 0, message: 'This workbook has macros; none of them is run.' }] : []),
        ...hidden.map(sheet => ({ sheet: sheet.name, row: 0, message: `This sheet is hidden and not read; read it with --sheet ${JSON.stringify(sheet.name)}.` })),
        ...wanted.flatMap(sheet => sheet.notes.map(note => ({ sheet: sheet.name, row: note.row, message: note.text }))),
    ];
    return { sheets: wanted.map(sheet => gridOf(sheet.name, sheet.rows, sheet.merged)), notices };
}

/** What the user named, as heads or positions; a head counts before a letter. */
export function givenColumns(columns: ReadonlyMap<string, string>, kind: string, known: readonly Field[], sheets: readonly Grid[]): ReadonlyMap<string, string> {
    const fields = known.map(field => field.key);
    const heads = new Set(sheets.flatMap(sheet => sheet.rows.flat()));
    return new Map([...columns].map(([key, column]) => {
        if (!fields.includes(key)) throw new ImportError(`There is no field "${key}": the fields of ${kind} are ${fields.join(', ')}.`);
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
export function importFile(request: ImportRequest): ImportAnswer {
    const { sheets, notices } = readSheets(request);
    const fields = fieldsOf(request.kind);
    const given = givenColumns(request.columns, request.kind, fields, sheets);
    const tables = sheets.flatMap(sheet => sideBySide(sheet, fields)).flatMap(part => findTables(part, fields, given));
    if (tables.length === 0) {
        const heads = fields.map(field => field.heads[0]).join(', ');
        throw new ImportError(`${request.name} has no row of heads with at least two that are known (${heads} and their like). `
            + 'Give them with --map, such as --map title="Scenario".');
    }
    const rows: { readonly entries: Parameters<typeof writeImport>[2]; readonly notices: readonly Notice[] } = request.kind === 'risks'
        ? riskEntries(tables, request.known)
        : assetEntries(tables, request.known);
    const loose = tables.flatMap(table => [...table.above.map(text => ({ number: table.headRow - 1, text })), ...table.remarks]);
    const comments = loose.map(each => each.text.replace(/\s+/g, ' '));
    const result = writeImport(request.kind, { file: request.name, comments }, rows.entries, request.existing, request.taken,
        request.known.types.map(type => type.id));
    const remarks = tables.flatMap(table => table.remarks.map((remark): Notice => ({
        sheet: table.sheet, row: remark.number, message: `"${remark.text}" stands alone and is no row; it is kept as a comment.`,
    })));
    const zones = [...new Set(rows.entries.flatMap(entry => (entry.zone ? [entry.zone.name] : [])))];
    return { ...result, tables, zones, notices: [...notices, ...rows.notices, ...remarks, ...result.notices] };
}

/** The mapping that was used, for people: one line a column. */
export function mappingText(table: FoundTable): string {
    const rows = table.rows.length;
    const lines = table.columns.map(column => `  ${columnLetters(column.index).padEnd(3)} ${JSON.stringify(column.head)} → ${column.field ?? 'kept as text'}`);
    return [`${table.sheet}, heads in row ${table.headRow}, ${rows} row${rows === 1 ? '' : 's'}:`, ...lines].join('\n');
}
