import type { TableColumn } from './columns.ts';
import { columnsOf, headsOf, isUnderHeads } from './columns.ts';
import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import type { Grid } from './grid.ts';
import { addAll } from './add-all.ts';

export interface TableRow {
    /** The number of the row on the sheet, from 1. */
    readonly number: number;
    /** By column index. */
    readonly cells: readonly string[];
    /** The title above a group of rows, where one stands between them. */
    readonly group: string | null;
    readonly overlays: readonly Overlay[];
}

/** A column that is part of a merged cell of another column. */
export interface Overlay {
    readonly column: number;
    readonly from: number;
    readonly text: string;
}

/** A table on a sheet: a head row and what follows until the next head. */
export interface FoundTable {
    readonly sheet: string;
    /** The number of the row with the heads, from 1. */
    readonly headRow: number;
    readonly columns: readonly TableColumn[];
    /** The columns that have a head, those that are left out among them. */
    readonly heads: ReadonlySet<number>;
    readonly rows: readonly TableRow[];
    /** Texts that stand above the table. */
    readonly above: readonly string[];
    /** Lines below or between the rows that are no row: one text alone, not under a head that names the row. */
    readonly remarks: readonly { readonly number: number; readonly text: string }[];
    /** Titles of groups of rows that stand where the name of a row may stand as well. */
    readonly titles?: readonly { readonly number: number; readonly text: string }[];
}

function filled(row: readonly string[]): readonly number[] {
    const columns: number[] = [];
    for (let index = 0; index < row.length; index++) if (row[index] !== '') columns.push(index);
    return columns;
}

/** How many different fields the heads in a row mean. A row of data meets a head by chance at most once. */
function fieldsIn(row: readonly string[], fields: readonly Field[]): number {
    const found = new Set<Field>();
    for (const cell of row) {
        const field = cell === '' ? null : fieldOf(cell, fields);
        if (field !== null) found.add(field);
    }
    return found.size;
}

/**
 * Rows in which a better row of heads is looked for below one that may be a line of a title block, such as `Owner: …
 * Site: …`.
 */
const lookAhead = 10;

/** How many fields a row of heads means; 0 for a row that is none. */
function headScore(row: readonly string[], fields: readonly Field[], asked: readonly string[]): number {
    if (asked.length > 0 && asked.every(head => row.includes(head))) return Infinity;
    if (row.some(cell => cell.length > 120)) return 0;
    const known = fieldsIn(row, fields);
    return known >= 2 ? known : 0;
}

/** Numbers, addresses, dates and numbered requirements, which are in rows of data and in no head. */
const ofData = /^[-+]?[\d.,]+$|\d[.:]\d|\d{4}-\d\d-\d\d/u;

/**
 * True for a row of heads. The first one needs two known heads, however many others there are; below it, among rows of
 * data, a fifth of all has to be known too, and no other cell is a number or an address: an asset may be called
 * `Server`, a title `Devices`.
 */
function isHead(grid: Grid, at: number, fields: readonly Field[], asked: readonly string[], isFirst: boolean): boolean {
    const row = grid.rows[at] ?? [];
    if (isHint(row)) return false;
    const score = headScore(row, fields, asked);
    if (score === 0) return false;
    if (!isFirst)
        return (
            score >= filled(row).length / 5 &&
            (score === Infinity || !row.some(cell => ofData.test(cell) && fieldOf(cell, fields) === null))
        );
    const below = grid.rows.slice(at + 1, at + 1 + lookAhead);
    return !below.some(next => headScore(next, fields, asked) >= score + 2);
}

/** True for a row that says below the heads what belongs there: `(text)`, `[list]`, `(0-5)`. */
function isHint(row: readonly string[]): boolean {
    const texts = row.filter(cell => cell !== '');
    return texts.length >= 2 && texts.every(text => /^(?:\(.*\)|\[.*\]|<.*>)$/su.test(text));
}

/** The heads that the user has named; positions are none. */
function askedHeads(given: ReadonlyMap<string, string>): readonly string[] {
    return [...given.values()].filter(column => !/^#\d+$/.test(column));
}

/**
 * The row of heads that the positions show which the user has given, where no row can be known by its words: the first
 * one in which something stands at all of them.
 */
function headByPosition(grid: Grid, fields: readonly Field[], given: ReadonlyMap<string, string>): number | null {
    const positions = [...given.values()].flatMap(column => (/^#\d+$/.test(column) ? [Number(column.slice(1))] : []));
    if (positions.length === 0 || grid.rows.some((_, at) => isHead(grid, at, fields, askedHeads(given), true)))
        return null;
    const found = grid.rows.findIndex(row => positions.every(index => (row[index] ?? '') !== ''));
    return found < 0 ? null : found;
}

/**
 * A row with what a merged area above says of it, such as the zone of several systems; heads and titles are no part of
 * it.
 */
function filledDown(grid: Grid, at: number, headRow: number): readonly string[] {
    const row = grid.rows[at] ?? [];
    if (grid.merged.none) return row;
    return row.map((text, index) => {
        const master = grid.merged.masterOf(at, index);
        const below =
            text === '' && master !== undefined && master.row >= headRow && master.row < at && master.column === index;
        return below ? (grid.rows[master.row]?.[index] ?? '') : text;
    });
}

/**
 * The columns of a row over which a merged cell of another column lies, such as one `n/a` for likelihood and impact.
 */
function overlaid(grid: Grid, at: number, { columns, headRow }: FoundTable): readonly Overlay[] {
    if (grid.merged.none) return [];
    return columns.flatMap(({ index }) => {
        const master = grid.merged.masterOf(at, index);
        return master && master.row >= headRow && master.column !== index
            ? [{ column: index, from: master.column, text: grid.rows[master.row]?.[master.column] ?? '' }]
            : [];
    });
}

function rowOf(grid: Grid, at: number, row: readonly string[], table: FoundTable, group: string | null): TableRow {
    const overlays = overlaid(grid, at, table);
    if (overlays.length === 0) return { number: at + 1, cells: row, group, overlays };
    const cells = row.map((text, index) =>
        text === '' ? (overlays.find(each => each.column === index)?.text ?? '') : text,
    );
    return { number: at + 1, cells, group, overlays };
}

/** The next row in which something stands; `null` where none does. */
function nextFilled(grid: Grid, at: number): number | null {
    for (let next = at + 1; next < grid.rows.length; next++)
        if (grid.rows[next]!.some(cell => cell !== '')) return next;
    return null;
}

function namesRow(columns: readonly TableColumn[], index: number): boolean {
    return columns.some(column => column.index === index && (column.field === 'id' || column.field === 'title'));
}

const totals =
    /^(sub-?total|grand total|totals?|totaux|total général|sum|summe|gesamt(summe)?|zwischensumme|somme|suma)\s*:?$/iu;

/** True for a row of sums below a table: a word for it, and besides nothing but numbers. */
function isTotal(row: readonly string[]): boolean {
    const first = row.findIndex(cell => cell !== '');
    return (
        first >= 0 &&
        totals.test(row[first]!) &&
        row.every((cell, index) => index <= first || cell === '' || /^[-+]?[\d.,\s%€$]+$/u.test(cell))
    );
}

/** A table while its rows are gathered. */
type GrowingTable = Omit<FoundTable, 'rows' | 'remarks' | 'titles'> & {
    readonly titles: { readonly number: number; readonly text: string }[];
    readonly rows: TableRow[];
    readonly remarks: { readonly number: number; readonly text: string }[];
};

/**
 * Finds the tables on a sheet: titles above, empty rows, several tables one below the other, titles of groups between
 * the rows.
 * @param given columns that the user has named: field key to `#index` or head
 */
export function findTables(
    grid: Grid,
    fields: readonly Field[],
    given: ReadonlyMap<string, string> = new Map(),
): readonly FoundTable[] {
    const tables: GrowingTable[] = [];
    let above: string[] = [];
    let group: string | null = null;
    const asked = askedHeads(given);
    const byPosition = headByPosition(grid, fields, given);
    grid.rows.forEach((plain, at) => {
        if (filled(plain).length === 0) return;
        const row = tables.length === 0 ? plain : filledDown(grid, at, tables.at(-1)!.headRow);
        const cells = filled(row);
        const previous = tables.at(-1);
        const isBelow = previous !== undefined && previous.headRow === at && previous.rows.length === 0;
        if (
            at === byPosition ||
            isHead(grid, at, fields, asked, tables.length === 0) ||
            (isBelow && isUnderHeads(grid, at))
        ) {
            const heads = headsOf(grid, at);
            const upper = isBelow ? tables.pop() : undefined;
            if (upper) above = [...upper.above, ...above];
            else if (heads.join('\u0000') !== plain.join('\u0000')) above = above.slice(0, -1);
            const columns = columnsOf(heads, fields, given);
            tables.push({
                sheet: grid.name,
                headRow: at + 1,
                columns,
                heads: new Set(columns.map(column => column.index)),
                rows: [],
                above,
                remarks: [],
                titles: [],
            });
            above = [];
            group = null;
            return;
        }
        const table = tables.at(-1);
        const nextAt = nextFilled(grid, at);
        const next = nextAt === null ? undefined : table ? filledDown(grid, nextAt, table.headRow) : grid.rows[nextAt];
        const title =
            cells.length === 1 &&
            (grid.merged.masterOf(at, cells[0]! + 1) !== undefined || (next !== undefined && filled(next).length > 1));
        if (!table || (title && nextAt !== null && isHead(grid, nextAt, fields, asked, false)))
            above.push(row.filter(cell => cell !== '').join(' '));
        else if (isTotal(row) || (isBelow && isHint(row)))
            table.remarks.push({ number: at + 1, text: row.filter(cell => cell !== '').join(' ') });
        else if (title && table.columns.length > 2) {
            group = row[cells[0]!]!;
            const isMerged = grid.merged.masterOf(at, cells[0]! + 1) !== undefined;
            if (!isMerged && namesRow(table.columns, cells[0]!)) table.titles.push({ number: at + 1, text: group });
        } else if (
            cells.length === 1 &&
            table.columns.length > 2 &&
            (next === undefined || !namesRow(table.columns, cells[0]!))
        )
            table.remarks.push({ number: at + 1, text: row[cells[0]!]! });
        else table.rows.push(rowOf(grid, at, row, table, group));
    });
    const last = tables.at(-1);
    if (last)
        addAll(
            last.remarks,
            above.map(text => ({ number: grid.rows.length, text })),
        );
    return tables;
}
