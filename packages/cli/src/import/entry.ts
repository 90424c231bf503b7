import type { FoundTable, TableRow } from './find-tables.ts';
import { columnLetters } from './grid.ts';

/** One line in the block of a declaration, such as `likelihood 4`. */
export interface Property {
    /** The word that it begins with; one line a word. */
    readonly word: string;
    readonly text: string;
}

/** A declaration that an import writes. */
export interface Entry {
    /** What the register calls the row: its number, or its title. The same row has the same key in every import. */
    readonly key: string;
    readonly keyword: 'threat' | 'asset';
    readonly name: string;
    readonly title: string | null;
    /** An asset type. */
    readonly type: string | null;
    /** The name and title of the zone of an asset. */
    readonly zone: { readonly name: string; readonly title: string | null } | null;
    readonly properties: readonly Property[];
}

/** Something about a cell or row that the user has to know. */
export interface Notice {
    readonly sheet: string;
    /** From 1. */
    readonly row: number;
    readonly message: string;
}

/** Collects what is read of one row; what cannot be read as a value ends up in the description, word for word. */
export class RowReader {
    readonly notices: Notice[] = [];
    readonly #kept: string[] = [];
    readonly #cells: ReadonlyMap<string, string>;
    readonly #table: FoundTable;
    readonly row: TableRow;

    constructor(table: FoundTable, row: TableRow) {
        this.#table = table;
        this.row = row;
        this.#cells = new Map(table.columns.flatMap(column => (column.field ? [[column.field, row.cells[column.index] ?? ''] as const] : [])));
        if (row.group) this.#kept.push(`Group: ${row.group}`);
        for (const column of table.columns) {
            const text = row.cells[column.index] ?? '';
            if (!column.field && text !== '') this.#kept.push(`${column.head}: ${text}`);
        }
        for (const { column, from, text } of row.overlays) {
            if (text !== '') this.notice(`${this.#headAt(column)} is one merged cell with ${this.#headAt(from)}; "${text}" is read for both.`);
        }
        row.cells.forEach((text, index) => {
            if (text !== '' && !table.columns.some(column => column.index === index)) {
                this.#kept.push(text);
                this.notice(`"${text}" stands in a column without a head and is kept in the description.`);
            }
        });
    }

    cell(field: string): string {
        return this.#cells.get(field) ?? '';
    }

    /** The head under which a field stands, as the sheet says it. */
    head(field: string): string {
        return this.#table.columns.find(column => column.field === field)?.head ?? field;
    }

    #headAt(index: number): string {
        return this.#table.columns.find(column => column.index === index)?.head ?? `column ${columnLetters(index)}`;
    }

    notice(message: string): void {
        this.notices.push({ sheet: this.#table.sheet, row: this.row.number, message });
    }

    /** Keeps the words beside a value that was read, such as the name of a level. */
    alsoKeep(field: string): void {
        this.#kept.push(`${this.head(field)}: ${this.cell(field)}`);
    }

    /** Keeps the text of a field as it is, and says why. */
    keep(field: string, text: string, why: string): void {
        this.#kept.push(`${this.head(field)}: ${text}`);
        this.notice(`${this.head(field)} "${text}" ${why}; it is kept as text in the description.`);
    }

    /** The description of the row with everything that was kept. */
    description(): string {
        const own = this.cell('description');
        const kept = this.#kept.map(text => text.replace(/\s*\n\s*/g, ', ')).join('; ');
        return [own, kept].filter(text => text !== '').join(own.endsWith('.') ? ' ' : '. ');
    }
}
