import { frAbbreviations } from '../../catalogue/index.ts';

/** The value of one cell; `null` where nothing is said. Days are `YYYY-MM-DD`. */
export type Value = string | number | boolean | null;

/** A column of one type: every value in it is of that type or `null`. */
export interface TypedColumn {
    readonly title: string;
    readonly type: 'text' | 'number' | 'date' | 'yes-no';
    /** Characters that fit in a usual value, for the width of the column. */
    readonly width: number;
}

/** A part of the report as a plain table, for spreadsheets and other programs. */
export interface DataTable {
    /** Lower case letters and hyphens; names the sheet and the table. */
    readonly name: string;
    readonly title: string;
    readonly columns: readonly TypedColumn[];
    readonly rows: readonly (readonly Value[])[];
}

/** A column of a list, with what it has of each row. */
export type Field<T> = TypedColumn & {
    readonly of: (row: T) => Value;
    /** True for texts that are numbers where the site counts in numbers: the whole column is of that type then. */
    readonly perhapsNumbers?: true;
};

export function text<T>(title: string, width: number, of: (row: T) => string | readonly string[] | null): Field<T> {
    return {
        title,
        type: 'text',
        width,
        of: row => {
            const value = of(row);
            return value === null || typeof value === 'string' ? value : value.length === 0 ? null : value.join('\n');
        },
    };
}

export function number<T>(title: string, of: (row: T) => number | null): Field<T> {
    return { title, type: 'number', width: 8, of };
}

/** A level or a risk: a number, or the words of the site's own matrix. */
export function grade<T>(title: string, of: (row: T) => string | null): Field<T> {
    return { ...text<T>(title, 14, of), perhapsNumbers: true };
}

export function date<T>(title: string, of: (row: T) => string | null): Field<T> {
    return { title, type: 'date', width: 12, of };
}

export function yes<T>(title: string, of: (row: T) => boolean | null): Field<T> {
    return { title, type: 'yes-no', width: 9, of };
}

export function levels<T>(what: string, of: (row: T) => readonly (number | null)[]): readonly Field<T>[] {
    return frAbbreviations.map((abbr, fr) => number<T>(`${what} ${abbr}`, row => of(row)[fr] ?? null));
}

/** A column with its values; one of grades that are all numbers is a column of numbers. */
function column<T>(
    rows: readonly T[],
    { title, type, width, of, perhapsNumbers }: Field<T>,
): { readonly column: TypedColumn; readonly values: readonly Value[] } {
    const values = rows.map(of);
    const numbers =
        perhapsNumbers &&
        values.every(value => value === null || (typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)));
    if (!numbers) return { column: { title, type, width }, values };
    return {
        column: { title, type: 'number', width: 8 },
        values: values.map(value => (value === null ? null : Number(value))),
    };
}

/** A list as a table of typed columns. */
export function table<T>(name: string, title: string, rows: readonly T[], fields: readonly Field<T>[]): DataTable {
    const columns = fields.map(field => column(rows, field));
    return {
        name,
        title,
        columns: columns.map(each => each.column),
        rows: rows.map((_, index) => columns.map(each => each.values[index] ?? null)),
    };
}

/** A code of the data in the words of a cell: `tolerable when planned`. */
export function inWords(code: string): string {
    return code.replaceAll('-', ' ');
}
