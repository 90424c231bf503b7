import { counted } from 'iacs-language';
import type { Notice } from './entry.ts';
import type { Field } from './fields.ts';
import { fieldOf, plainHead } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { columnIndex, columnLetters } from './grid.ts';
import { asRegister } from './report/as-register.ts';
import type { ReportList } from './report/report-lists.ts';
import { listOf } from './report/report-lists.ts';
import { sideBySide } from './side-by-side.ts';
import { unknownHeads, unreadColumns } from './unknown-heads.ts';
import { ImportError } from './import-error.ts';
import type { Read, TableRequest } from './read-sheets.ts';
import { mostRows, readSheets } from './read-sheets.ts';

/** What the user named, as heads or positions; a head counts before a letter. */
export function givenColumns(
    columns: ReadonlyMap<string, string>,
    kind: string,
    known: readonly Field[],
    sheets: readonly Grid[],
): ReadonlyMap<string, string> {
    if (columns.size === 0) return columns;
    const fields = known.map(field => field.key);
    const rows = sheets.flatMap(sheet => sheet.rows);
    const cells = new Set(rows.flat());
    // A cell `2` or `B` somewhere in the data is not the header that is meant: only one in a row of headers is.
    const headers = new Set(rows.filter(row => row.filter(cell => fieldOf(cell, known) !== null).length >= 2).flat());
    const isHead = (column: string): boolean =>
        /^(\d+|[A-Z]{1,3})$/.test(column) ? headers.has(column) : cells.has(column);
    return new Map(
        [...columns].map(([key, column]) => {
            if (!fields.includes(key))
                throw new ImportError(`There is no field "${key}": the fields of ${kind} are ${fields.join(', ')}.`);
            if (isHead(column)) return [key, column];
            const index = /^\d+$/.test(column) ? Number(column) - 1 : columnIndex(column);
            if (index === null || index < 0)
                throw new ImportError(
                    `No column is called "${column}": name the header, the letter or the number of a column.`,
                );
            return [key, `#${index}`];
        }),
    );
}

/**
 * The tables of a file whose heads mean some of the fields.
 * @param kind what the fields are of, for messages
 * @param settle what else is known of a table, before columns are left out
 * @throws ImportError when the file cannot be read or holds no such table
 */
export function readTables(
    request: TableRequest,
    kind: string,
    fields: readonly Field[],
    settle: (table: FoundTable) => FoundTable = table => table,
): { readonly tables: readonly FoundTable[]; readonly notices: readonly Notice[] } {
    const read = readSheets(request);
    // A blank in the last row of a sheet makes no million rows.
    const rows = read.sheets.reduce(
        (sum, sheet) => sum + sheet.rows.filter(row => row.some(cell => cell.trim() !== '')).length,
        0,
    );
    if (rows > mostRows)
        throw new ImportError(
            `${request.name} has ${rows.toLocaleString('en')} rows; at most ${mostRows.toLocaleString('en')} are ` +
                'imported at once. Split it, for instance by site.',
        );
    const { sheets, notices } = ofReport(request.name, kind, read) ?? read;
    const given = givenColumns(request.columns, kind, fields, sheets);
    const found = sheets.flatMap(sheet => sideBySide(sheet, fields)).flatMap(part => findTables(part, fields, given));
    if (found.length === 0)
        throw new ImportError(
            // What is said of the whole file, such as its encoding, may be the reason.
            [
                unknownHeads(request.name, sheets, fields),
                ...notices.filter(({ row }) => row === 0).map(({ message }) => message),
            ].join(' '),
            unreadColumns(sheets, fields),
        );
    const left = withoutIgnored(found.map(settle), request.ignore ?? []);
    return { tables: left.tables, notices: [...notices, ...unreadSheets(sheets, found), ...left.notices] };
}

/** Sheets of a file on which no table is known, beside others. */
function unreadSheets(sheets: readonly Grid[], tables: readonly FoundTable[]): readonly Notice[] {
    const read = new Set(tables.map(table => table.sheet));
    return sheets.flatMap(({ name, rows }): readonly Notice[] => {
        const filled = rows.filter(row => row.some(cell => cell !== ''));
        if (read.has(name) || filled.length === 0) return [];
        const [first] = [...filled].sort((a, b) => Number(isSeveral(b)) - Number(isSeveral(a)));
        const heads = first!.filter(cell => cell !== '').slice(0, 5);
        const message =
            `No row of this sheet has two known headers, and it is not read (${counted(filled.length, 'row')}; ` +
            `${heads.map(head => JSON.stringify(head)).join(', ')}). If it belongs to the table, name its columns ` +
            'with --sheet and --map.';
        return [{ sheet: name, row: 0, message }];
    });
}

function isSeveral(row: readonly string[]): boolean {
    return row.filter(cell => cell !== '').length > 1;
}

/** The list of a report of iacs that speaks of what is imported: the others would be taken for it. */
const listsOf: Readonly<Record<string, ReportList>> = {
    assets: 'assets',
    risks: 'threats',
    requirements: 'requirements',
    flows: 'flows',
};

/**
 * Of a report of iacs the one list that is wanted; `null` for other files.
 * @throws ImportError where it is not in it
 */
function ofReport(name: string, kind: string, { sheets, notices }: Read): Read | null {
    const lists = sheets.map(sheet => ({ sheet, list: listOf(sheet) }));
    if (lists.every(({ list }) => list === null)) return null;
    const wanted = lists.flatMap(({ sheet, list }) =>
        list !== null && list === listsOf[kind] ? [asRegister(sheet, list)] : [],
    );
    if (wanted.length === 0)
        throw new ImportError(
            `${name} is a report of iacs without the list ${listsOf[kind]}: export it with "iacs report".`,
        );
    const message = 'This is a report of iacs; "iacs import report" reads all of it as a new model.';
    return { sheets: wanted, notices: [...notices, { sheet: name, row: 0, message }] };
}

/** Tables without columns that the user wants left out. */
function withoutIgnored(
    tables: readonly FoundTable[],
    ignore: readonly string[],
): { readonly tables: readonly FoundTable[]; readonly notices: readonly Notice[] } {
    if (ignore.length === 0) return { tables, notices: [] };
    const wanted = new Set(ignore.map(plainHead));
    const heads = new Set(tables.flatMap(table => table.columns.map(column => plainHead(column.head))));
    const unknown = ignore.find(head => !heads.has(plainHead(head)));
    if (unknown !== undefined)
        throw new ImportError(`No column is called "${unknown}": --ignore names a header exactly as in the table.`);
    return {
        tables: tables.map(table => ({
            ...table,
            columns: table.columns.filter(column => !wanted.has(plainHead(column.head))),
        })),
        notices: tables.flatMap((table): readonly Notice[] => {
            const left = table.columns.filter(column => wanted.has(plainHead(column.head))).map(column => column.head);
            return left.length === 0
                ? []
                : [
                      {
                          sheet: table.sheet,
                          row: table.headRow,
                          message: `${left.join(', ')} ${left.length === 1 ? 'is' : 'are'} left out, as --ignore says.`,
                      },
                  ];
        }),
    };
}

/** What stands around the tables, and the notices of it. */
export function looseTextsOf(tables: readonly FoundTable[]): {
    readonly comments: readonly string[];
    readonly notices: readonly Notice[];
} {
    const loose = tables.flatMap(table => [...table.above, ...table.remarks.map(remark => remark.text)]);
    return {
        comments: loose.map(text => text.replace(/\s+/g, ' ')),
        notices: tables.flatMap(table =>
            [
                ...(table.titles ?? []).map(({ number, text }) => ({
                    number,
                    message:
                        `"${text}" stands alone in its row: it is read as the title of the rows below and kept with ` +
                        'each of them.',
                })),
                ...table.remarks.map(({ number, text }) => ({
                    number,
                    message: `"${text}" is not a row of the table; it is kept as a comment.`,
                })),
            ].map(({ number, message }): Notice => ({ sheet: table.sheet, row: number, message })),
        ),
    };
}

/** The mapping that was used, for people: one line a column. */
export function mappingText(table: FoundTable): string {
    const rows = table.rows.length;
    const lines = table.columns.map(
        column =>
            `  ${columnLetters(column.index).padEnd(3)} ${JSON.stringify(column.head)} → ` +
            `${column.field ?? 'kept as text'}`,
    );
    return [`${table.sheet}, headers in row ${table.headRow}, ${rows} row${rows === 1 ? '' : 's'}:`, ...lines].join(
        '\n',
    );
}
