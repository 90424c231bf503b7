import type { Workbook } from '../workbook/read-workbook.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { decoderOf, decodeText } from './encodings.ts';
import type { Notice } from './entry.ts';
import { kindOf } from './file-kind.ts';
import type { Grid } from './grid.ts';
import { gridOf } from './grid.ts';
import { ImportError } from './import-error.ts';
import type { CsvGrid } from './read-csv.ts';
import { readCsv } from './read-csv.ts';

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

/** More rows are not reviewed by anybody, and would take some gigabytes of memory. */
export const mostRows = 250_000;

/** The sheets of a file, and what has to be said of the file itself. */
export interface Read {
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
        return { sheets: [grid], notices: [...notices, ...unclosedQuotes(grid), ...controls(name, read.text)] };
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
            ...controls(name, text),
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

/** Signs that no text has: where one was, something may be lost. */
function controls(name: string, text: string): readonly Notice[] {
    // One at the end is how DOS marked the end of a text.
    const end = text.trimEnd().replace(/\u001a$/, '').length;
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
    let [first, count] = [-1, 0];
    while (control.test(text) && control.lastIndex <= end) if (count++ === 0) first = control.lastIndex - 1;
    if (count === 0) return [];
    const line = text.slice(0, first).split(/\r\n?|\n/).length;
    return [
        {
            sheet: name,
            row: 0,
            message:
                (count === 1
                    ? `A control character, such as a NUL, is read as a blank (in line ${line}): `
                    : `${count} control characters, such as NUL, are read as blanks (the first in line ${line}): `) +
                'look at what was there.',
        },
    ];
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
                (names.length === 0
                    ? 'has no sheet with cells.'
                    : 'cannot be read as it is, because all of its sheets are hidden: ' +
                      `read one with ${names.join(' or ')}.`),
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
