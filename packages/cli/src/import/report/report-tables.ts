import type { ReportData } from 'iacs-language/report';
import { toTables } from 'iacs-language/report';
import type { Grid } from '../grid.ts';
import { ImportError } from '../import-error.ts';
import { readSheets } from '../read-sheets.ts';
import type { ReportList } from './report-lists.ts';
import { listOf, reportLists } from './report-lists.ts';

/** A row of a list by the titles of its columns; what is empty is left out. */
export type ReportRow = ReadonlyMap<string, string>;

export interface ReportTables {
    readonly lists: ReadonlyMap<ReportList, readonly ReportRow[]>;
    /** What the first sheet of a workbook says: `System`, `Owner`, `Revision` … */
    readonly facts: ReadonlyMap<string, string>;
}

/** A text without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function undefused(text: string): string {
    return text.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '');
}

function rowsOf({ rows }: Grid): readonly ReportRow[] {
    const [heads = [], ...others] = rows;
    return others
        .filter(row => row.some(cell => cell !== ''))
        .map(
            row =>
                new Map(
                    heads.flatMap((head, index): readonly (readonly [string, string])[] => {
                        const text = row[index] ?? '';
                        return text === '' ? [] : [[head, undefused(text)]];
                    }),
                ),
        );
}

/** The lists of a report in JSON, as the workbook has them. */
function ofJson(name: string, text: string): ReportTables {
    let data: ReportData;
    try {
        data = JSON.parse(text) as ReportData;
    } catch {
        throw new ImportError(`${name} is not JSON.`);
    }
    try {
        const lists = toTables(data).flatMap(({ name: list, columns, rows }) => {
            if (!Object.hasOwn(reportLists, list)) return [];
            const plain = rows.map(row => row.map(cell => (cell === null ? '' : String(cell))));
            const grid = { rows: [columns.map(column => column.title), ...plain] } as unknown as Grid;
            return [[list as ReportList, rowsOf(grid)] as const];
        });
        const facts = [
            ['System', data.document.title],
            ['Owner', data.document.owner ?? 'not stated'],
            ['Id', data.document.system ?? ''],
        ] as const;
        return { lists: new Map(lists), facts: new Map(facts) };
    } catch {
        throw new ImportError(`${name} is not a report of iacs in JSON.`);
    }
}

/**
 * The lists of a report: a workbook, JSON, or tables as CSV, one a file.
 * @throws ImportError for a file that is none
 */
export function readReport(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): ReportTables {
    const lists = new Map<ReportList, readonly ReportRow[]>();
    const facts = new Map<string, string>();
    for (const { name, bytes } of files) {
        const read = /^\s*\{/u.test(new TextDecoder().decode(bytes.subarray(0, 200)))
            ? ofJson(name, new TextDecoder().decode(bytes))
            : ofSheets(name, bytes);
        for (const [list, rows] of read.lists) lists.set(list, [...(lists.get(list) ?? []), ...rows]);
        for (const [key, value] of read.facts) facts.set(key, value);
    }
    return { lists, facts };
}

function ofSheets(name: string, bytes: Uint8Array): ReportTables {
    const { sheets } = readSheets({ name, bytes, sheet: null });
    const lists = sheets.flatMap(sheet => {
        const list = listOf(sheet);
        return list === null ? [] : [[list, rowsOf(sheet)] as const];
    });
    if (lists.length === 0)
        throw new ImportError(
            `${name} is not a report of iacs: expected is what "iacs report" writes as .xlsx, .json or .csv. Other ` +
                'tables come in with iacs import assets, risks or requirements.',
        );
    const cover = sheets.find(sheet => sheet.rows.some(row => row[0] === 'SHA-256 of the model'));
    const facts = (cover?.rows ?? []).flatMap(row => (row[0] && row[1] ? [[row[0], row[1]] as const] : []));
    return { lists: new Map(lists), facts: new Map(facts) };
}
