import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import type { Grid } from './grid.ts';

/** A column of a table: where it stands, what its head says, what it means. */
export interface TableColumn {
    readonly index: number;
    readonly head: string;
    /** The key of a field; `null`: kept as text. */
    readonly field: string | null;
}

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
    readonly rows: readonly TableRow[];
    /** Texts that stand above the table. */
    readonly above: readonly string[];
    /** Lines below or between the rows that are no row: one text alone, not under a head that names the row. */
    readonly remarks: readonly { readonly number: number; readonly text: string }[];
}

function filled(row: readonly string[]): readonly number[] {
    return row.flatMap((cell, index) => (cell === '' ? [] : [index]));
}

/** How many different fields the heads in a row mean. A row of data meets a head by chance at most once. */
function fieldsIn(row: readonly string[], fields: readonly Field[]): number {
    return new Set(row.map(cell => (cell === '' ? null : fieldOf(cell, fields))).filter(each => each !== null)).size;
}

function isHead(row: readonly string[], fields: readonly Field[], asked: readonly string[]): boolean {
    if (asked.length > 0 && asked.every(head => row.includes(head))) return true;
    const known = fieldsIn(row, fields);
    return known >= 2 && known >= filled(row).length / 5 && row.every(cell => cell.length <= 120);
}

/** The heads that the user has named; positions are none. */
function askedHeads(given: ReadonlyMap<string, string>): readonly string[] {
    return [...given.values()].filter(column => !/^#\d+$/.test(column));
}

/**
 * The row of heads that the positions tell which the user has given, where no row can be known by its words: the first one in
 * which something stands at all of them.
 */
function headByPosition(grid: Grid, fields: readonly Field[], given: ReadonlyMap<string, string>): number | null {
    const positions = [...given.values()].flatMap(column => (/^#\d+$/.test(column) ? [Number(column.slice(1))] : []));
    if (positions.length === 0 || grid.rows.some(row => isHead(row, fields, askedHeads(given)))) return null;
    const found = grid.rows.findIndex(row => positions.every(index => (row[index] ?? '') !== ''));
    return found < 0 ? null : found;
}

/** The heads of a row, each with the merged head above it where one spans it: "Residual" over "Likelihood". */
function headsOf(grid: Grid, at: number): readonly string[] {
    const above = grid.rows[at - 1] ?? [];
    const spans = above.some((_, index) => grid.merged.masterOf(at - 1, index)) && filled(above).length >= 2;
    let over = '';
    const width = Math.max(grid.rows[at]?.length ?? 0, spans ? above.length : 0);
    return Array.from({ length: width }, (_, index) => {
        const head = grid.rows[at]?.[index] ?? '';
        if (!spans) return head;
        if (!grid.merged.masterOf(at - 1, index)) over = above[index] ?? '';
        if (head === '') return grid.merged.masterOf(at, index) ? over : head || over;
        return over === '' || over === head ? head : `${over} ${head}`;
    });
}

/** Gives each field to the first column that means it; later ones are kept as text. A whole head counts before its last words. */
function columnsOf(heads: readonly string[], fields: readonly Field[], given: ReadonlyMap<string, string>): readonly TableColumn[] {
    const taken = new Set<string>();
    const asked = new Map([...given].map(([key, column]) => [column, key]));
    for (const key of given.keys()) taken.add(key);
    const known = heads.map((head, index) => asked.get(`#${index}`) ?? asked.get(head) ?? null);
    return heads.flatMap((head, index): readonly TableColumn[] => {
        if (known[index]) return [{ index, head, field: known[index] }];
        if (head === '') return [];
        const meant = fieldOf(head, fields)?.key ?? null;
        const free = meant !== null && !taken.has(meant);
        if (free) taken.add(meant);
        return [{ index, head, field: free ? meant : null }];
    });
}

/** A row with what a merged area above says of it, such as the zone of several systems; heads and titles are no part of it. */
function filledDown(grid: Grid, at: number, headRow: number): readonly string[] {
    const row = grid.rows[at] ?? [];
    if (grid.merged.none) return row;
    return row.map((text, index) => {
        const master = grid.merged.masterOf(at, index);
        const below = text === '' && master !== undefined && master.row >= headRow && master.row < at && master.column === index;
        return below ? grid.rows[master.row]?.[index] ?? '' : text;
    });
}

/** The columns of a row over which a merged cell of another column lies, such as one `n/a` for likelihood and impact. */
function overlaid(grid: Grid, at: number, { columns, headRow }: FoundTable): readonly Overlay[] {
    if (grid.merged.none) return [];
    return columns.flatMap(({ index }) => {
        const master = grid.merged.masterOf(at, index);
        return master && master.row >= headRow && master.column !== index ? [{ column: index, from: master.column, text: grid.rows[master.row]?.[master.column] ?? '' }] : [];
    });
}

function rowOf(grid: Grid, at: number, row: readonly string[], table: FoundTable, group: string | null): TableRow {
    const overlays = overlaid(grid, at, table);
    const cells = row.map((text, index) => (text === '' ? overlays.find(each => each.column === index)?.text ?? '' : text));
    return { number: at + 1, cells, group, overlays };
}

/** The next row in which something stands; `null` where none does. */
function nextFilled(grid: Grid, at: number): number | null {
    for (let next = at + 1; next < grid.rows.length; next++) if (grid.rows[next]!.some(cell => cell !== '')) return next;
    return null;
}

function namesRow(columns: readonly TableColumn[], index: number): boolean {
    return columns.some(column => column.index === index && (column.field === 'id' || column.field === 'title'));
}

/**
 * Finds the tables on a sheet: titles above, empty rows, several tables one below the other, titles of groups between the rows.
 * @param given columns that the user has named: field key to `#index` or head
 */
export function findTables(grid: Grid, fields: readonly Field[], given: ReadonlyMap<string, string> = new Map()): readonly FoundTable[] {
    const tables: { -readonly [key in keyof FoundTable]: FoundTable[key] extends readonly (infer T)[] ? T[] : FoundTable[key] }[] = [];
    let above: string[] = [];
    let group: string | null = null;
    const asked = askedHeads(given);
    const byPosition = headByPosition(grid, fields, given);
    grid.rows.forEach((plain, at) => {
        if (filled(plain).length === 0) return;
        const row = tables.length === 0 ? plain : filledDown(grid, at, tables.at(-1)!.headRow);
        const cells = filled(row);
        if (at === byPosition || isHead(plain, fields, asked)) {
            const heads = headsOf(grid, at);
            const last = tables.at(-1);
            const upper = last && last.headRow === at && last.rows.length === 0 ? tables.pop() : undefined;
            if (upper) above = [...upper.above, ...above];
            else if (heads.join('\u0000') !== plain.join('\u0000')) above = above.slice(0, -1);
            tables.push({ sheet: grid.name, headRow: at + 1, columns: [...columnsOf(heads, fields, given)], rows: [], above, remarks: [] });
            above = [];
            group = null;
            return;
        }
        const table = tables.at(-1);
        const nextAt = nextFilled(grid, at);
        const next = nextAt === null ? undefined : table ? filledDown(grid, nextAt, table.headRow) : grid.rows[nextAt];
        const title = cells.length === 1 && (grid.merged.masterOf(at, cells[0]! + 1) !== undefined || (next !== undefined && filled(next).length > 1));
        if (!table || (title && next !== undefined && isHead(next, fields, asked))) above.push(row.filter(cell => cell !== '').join(' '));
        else if (title && table.columns.length > 2) group = row[cells[0]!]!;
        else if (cells.length === 1 && table.columns.length > 2 && (next === undefined || !namesRow(table.columns, cells[0]!))) table.remarks.push({ number: at + 1, text: row[cells[0]!]! });
        else table.rows.push(rowOf(grid, at, row, table, group));
    });
    tables.at(-1)?.remarks.push(...above.map(text => ({ number: grid.rows.length, text })));
    return tables;
}
