import { readWorkbook, type Workbook } from '../workbook/read-workbook.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { decoderOf, decodeText } from './encodings.ts';
import type { Notice } from './entry.ts';
import type { Field } from './fields.ts';
import { fieldOf, plainHead } from './fields.ts';
import { kindOf } from './file-kind.ts';
import type { FoundTable } from './find-tables.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { columnIndex, columnLetters, gridOf } from './grid.ts';
import type { CsvGrid } from './read-csv.ts';
import { readCsv } from './read-csv.ts';
import { asRegister } from './report/as-register.ts';
import type { ReportList } from './report/report-lists.ts';
import { listOf } from './report/report-lists.ts';
import { sideBySide } from './side-by-side.ts';
import { unknownHeads, unreadColumns, type UnreadColumns } from './unknown-heads.ts';

/** A file with tables, and what a user says of how it is read. */
export interface TableRequest {
    /** The name of the file, for comments and messages. */
    readonly name: string;
    readonly bytes: Uint8Array;
    /** Only this sheet of a workbook; all visible ones otherwise. */
    readonly sheet: string | null;
    /** Columns that the user has named: field to a head, a letter or a number from 1. */
    readonly columns: ReadonlyMap<string, string>;
    /** Heads of columns that are left out, in any letter case. */
    readonly ignore?: readonly string[];
    /** What a text file is written in; guessed with care where it is not given. */
    readonly encoding?: string | undefined;
}

/** Something that keeps an import from being done, in one line that says what to do. */
export class ImportError extends Error {
    /** Where no head is known: the columns that somebody may name instead. */
    readonly unread: UnreadColumns | null;

    constructor(message: string, unread: UnreadColumns | null = null) {
        super(message);
        this.unread = unread;
    }
}

/** More rows are not reviewed by anybody, and would take some gigabytes of memory. */
const mostRows = 250_000;

/** The sheets of a file, and what has to be said of the file itself. */
interface Read {
    readonly sheets: readonly Grid[];
    readonly notices: readonly Notice[];
}

/**
 * The sheets of a workbook or of a CSV file.
 * @throws ImportError when the bytes are neither
 */
export function readSheets(request: Pick<TableRequest, 'name' | 'bytes' | 'sheet' | 'encoding'>): Read {
    const kind = kindOf(request.bytes);
    if (typeof kind === 'object') throw new ImportError(`${request.name} ${kind.other}`);
    if (kind === 'text') return textSheets(request);
    try {
        return sheetsOf(
            request,
            readWorkbook(
                request.bytes,
                (name, hidden) => (request.sheet === null ? !hidden : name === request.sheet),
                mostRows,
            ),
        );
    } catch (error) {
        if (error instanceof WorkbookError) throw new ImportError(`${request.name} ${error.message}`);
        throw error;
    }
}

/** A text file as a sheet, in the encoding that was given or the one that it seems to have. */
function textSheets({ name, bytes, encoding }: Pick<TableRequest, 'name' | 'bytes' | 'encoding'>): Read {
    if (encoding === undefined) {
        const read = decodeText(bytes);
        const notices = read.guessed
            ? [
                  {
                      sheet: name,
                      row: 0,
                      message:
                          `The file is not UTF-8 and is read as ${read.encoding}, which fits its letters best: look ` +
                          'at them, or say what it is with --encoding.',
                  },
              ]
            : [];
        const grid = readCsv(read.text, name);
        return { sheets: [grid], notices: [...notices, ...unclosedQuotes(grid)] };
    }
    const decoder = decoderOf(encoding);
    if (!decoder)
        throw new ImportError(
            `There is no encoding "${encoding}": name one such as utf-8, windows-1252, windows-1250, ` +
                'windows-1254, macintosh or shift_jis.',
        );
    const text = decoder.decode(bytes);
    const wrong = text.split('\ufffd').length - 1;
    const grid = readCsv(text, name);
    return {
        sheets: [grid],
        notices: [
            ...unclosedQuotes(grid),
            ...(wrong === 0
                ? []
                : [
                      {
                          sheet: name,
                          row: 0,
                          message:
                              `${wrong} ${wrong === 1 ? 'sign is' : 'signs are'} not ${decoder.encoding}, and ` +
                              `${wrong === 1 ? 'is' : 'are'} lost: the file is in another encoding.`,
                      },
                  ]),
        ],
    };
}

/** Quotes that nothing closes: one of them would make a single cell of all that follows. */
function unclosedQuotes({ name, unclosed }: CsvGrid): readonly Notice[] {
    return unclosed.map(row => ({
        sheet: name,
        row,
        message: 'A quotation mark opens a cell and nothing closes it; it is read as a sign of the text.',
    }));
}

/** The sheets that are wanted: the one that was named, or all that are not hidden. */
function sheetsOf(request: Pick<TableRequest, 'name' | 'sheet'>, workbook: Workbook): Read {
    const wanted = workbook.sheets.filter(sheet =>
        request.sheet === null ? !sheet.hidden : sheet.name === request.sheet,
    );
    if (wanted.length === 0 && request.sheet !== null) {
        throw new ImportError(
            `${request.name} has no sheet "${request.sheet}": its sheets are ` +
                `${workbook.sheets.map(sheet => `"${sheet.name}"`).join(', ')}.`,
        );
    }
    if (wanted.length === 0) {
        const names = workbook.sheets.map(sheet => `--sheet ${JSON.stringify(sheet.name)}`);
        throw new ImportError(
            `${request.name} ` +
                `${names.length === 0 ? 'has no sheet with cells.' : `cannot be read as it is, because all of its sheets are hidden: read one with ${names.join(' or ')}.`}`,
        );
    }
    const hidden = request.sheet === null ? workbook.sheets.filter(sheet => sheet.hidden) : [];
    const notices = [
        ...(workbook.macros
            ? [{ sheet: request.name, row: 0, message: 'This workbook has macros; none of them is run.' }]
            : []),
        ...hidden.map(sheet => ({
            sheet: sheet.name,
            row: 0,
            message: `This sheet is hidden and not read; read it with --sheet ${JSON.stringify(sheet.name)}.`,
        })),
        ...wanted.flatMap(sheet => sheet.notes.map(note => ({ sheet: sheet.name, row: note.row, message: note.text }))),
    ];
    return { sheets: wanted.map(sheet => gridOf(sheet.name, sheet.rows, sheet.merged)), notices };
}

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
    return { tables: left.tables, notices: [...notices, ...left.notices] };
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
            table.remarks.map((remark): Notice => ({
                sheet: table.sheet,
                row: remark.number,
                message: `"${remark.text}" is not a row of the table; it is kept as a comment.`,
            })),
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
