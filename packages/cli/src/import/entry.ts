import type { TableColumn } from './columns.ts';
import type { FoundTable, TableRow } from './find-tables.ts';
import { columnLetters } from './grid.ts';
import { whyUnsaid } from './unsaid.ts';

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
    /** The zone of an asset; `null` for a threat. */
    readonly zone: EntryZone | null;
    readonly properties: readonly Property[];
}

/** The zone in which an import writes an asset. */
export interface EntryZone {
    /** A name for a new zone, or the id of one that the model has. */
    readonly name: string;
    readonly title: string | null;
    /** True where the model has it outside of the file that is written: what is new goes into a `within`. */
    readonly declared: boolean;
}

/** Something about a cell or row that the user has to know. */
export interface Notice {
    readonly sheet: string;
    /** From 1. */
    readonly row: number;
    readonly message: string;
}

/** So many cells of one row without a head are named. */
const mostHeadless = 5;

/** A cell of a row with the head above it. */
export interface ReadCell {
    readonly head: string;
    readonly text: string;
}

/** Collects what is read of one row; what cannot be read as a value ends up in the description, word for word. */
export class RowReader {
    readonly notices: Notice[] = [];
    readonly #kept: string[] = [];
    readonly #cells = new Map<string, ReadCell[]>();
    readonly #table: FoundTable;
    readonly row: TableRow;

    /**
     * @param all fields of which every column counts; of others the first filled one does, and the rest is kept
     * @param naming fields in which a word for nothing, such as `unknown`, is no value
     */
    constructor(
        table: FoundTable,
        row: TableRow,
        all: ReadonlySet<string> = new Set(),
        naming: ReadonlySet<string> = new Set(),
    ) {
        this.#table = table;
        this.row = row;
        if (row.group) this.#kept.push(`Group: ${row.group}`);
        const contested = contestedFields(table);
        const leading = contested.size === 0 ? null : leadingColumns(table, row, all, naming);
        for (const column of table.columns) {
            const text = row.cells[column.index] ?? '';
            if (saysNothing(text)) continue;
            const { field } = column;
            const unsaid = field !== null && naming.has(field) ? whyUnsaid(text) : null;
            if (unsaid !== null) this.keep(field!, text, unsaid, column.head);
            else if (field === null || (contested.has(field) && !all.has(field) && leading?.get(field) !== column))
                this.#kept.push(`${column.head}: ${text}`);
            else {
                const cells = this.#cells.get(field);
                if (cells) cells.push({ head: column.head, text });
                else this.#cells.set(field, [{ head: column.head, text }]);
            }
        }
        for (const { column, from, text } of row.overlays) {
            if (text !== '')
                this.notice(
                    `${this.#headAt(column)} is one merged cell with ${this.#headAt(from)}; "${text}" is read ` +
                        'for both.',
                );
        }
        const headless = headlessCells(row.cells, table.heads);
        for (const text of headless) this.#kept.push(text);
        for (const text of headless.slice(0, mostHeadless))
            this.notice(`"${text}" is in a column without a header and is kept in the description.`);
        if (headless.length > mostHeadless)
            this.notice(
                `${headless.length - mostHeadless} more cells are in columns without a header and are kept in the ` +
                    'description.',
            );
    }

    cell(field: string): string {
        return this.#cells.get(field)?.[0]?.text ?? '';
    }

    /** All filled cells of a field, in the order of the columns. */
    cells(field: string): readonly ReadCell[] {
        return this.#cells.get(field) ?? [];
    }

    /** The head under which a field stands, as the sheet says it. */
    head(field: string): string {
        return (
            this.#cells.get(field)?.[0]?.head ??
            this.#table.columns.find(column => column.field === field)?.head ??
            field
        );
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

    /** Keeps a text as it is, without a word about it. */
    keepText(head: string, text: string): void {
        this.#kept.push(`${head}: ${text}`);
    }

    /** Keeps the text of a field as it is, and says why. */
    keep(field: string, text: string, why: string, head: string = this.head(field)): void {
        this.#kept.push(`${head}: ${text}`);
        this.notice(`${head} "${text}" ${why}; it is kept as text in the description.`);
    }

    /** Says of nothing that it is kept: the row is not written. */
    notKept(): void {
        this.notices.forEach((notice, index) => {
            this.notices[index] = {
                ...notice,
                message: notice.message.replace(/; it is kept as text in the description\.$/u, '.'),
            };
        });
    }

    /** Keeps a whole cell as it is because of some of its parts, and says why each of them. */
    keepWith({ head, text }: ReadCell, parts: readonly { readonly text: string; readonly why: string }[]): void {
        this.#kept.push(`${head}: ${text}`);
        for (const part of parts)
            this.notice(`${head} "${part.text}" ${part.why}; it is kept as text in the description.`);
    }

    /** All that is in the row, under its heads: a row that becomes nothing else. */
    everything(): string {
        return this.row.cells
            .flatMap((text, index) =>
                text === '' ? [] : [this.#table.heads.has(index) ? `${this.#headAt(index)}: ${text}` : text],
            )
            .join('; ');
    }

    /** The description of the row with everything that was kept. */
    description(): string {
        const own = this.cell('description');
        const joined = this.#kept.join('; ');
        const kept = joined.includes('\n')
            ? this.#kept.map(text => text.replace(/\s*\n\s*/g, ', ')).join('; ')
            : joined;
        return [own, kept].filter(text => text !== '').join(own.endsWith('.') ? ' ' : '. ');
    }
}

/** True for an empty cell, and one with a dash, which people write where there is nothing. */
function saysNothing(text: string): boolean {
    return text === '' || (text.length < 6 && /^[-‐-―−]+$/u.test(text));
}

/** The filled cells of a row that have no head above them. */
function headlessCells(cells: readonly string[], heads: ReadonlySet<number>): readonly string[] {
    const found: string[] = [];
    for (const [index, text] of cells.entries()) if (text !== '' && !heads.has(index)) found.push(text);
    return found;
}

const contestedOf = new WeakMap<FoundTable, ReadonlySet<string>>();

/** The fields that several columns of a table mean. Most tables have none, and their rows need not choose. */
function contestedFields(table: FoundTable): ReadonlySet<string> {
    const known = contestedOf.get(table);
    if (known) return known;
    const fields = table.columns.flatMap(({ field }) => (field === null ? [] : [field]));
    const contested = new Set(fields.filter((field, index) => fields.indexOf(field) < index));
    contestedOf.set(table, contested);
    return contested;
}

/** The column of each field that counts in a row: of several the filled one that counts most. */
function leadingColumns(
    table: FoundTable,
    row: TableRow,
    all: ReadonlySet<string>,
    naming: ReadonlySet<string>,
): ReadonlyMap<string, TableColumn> {
    const leading = new Map<string, TableColumn>();
    for (const column of table.columns) {
        const text = row.cells[column.index] ?? '';
        if (column.field === null || all.has(column.field) || saysNothing(text)) continue;
        if (naming.has(column.field) && whyUnsaid(text) !== null) continue;
        const before = leading.get(column.field);
        if (!before || column.rank < before.rank) leading.set(column.field, column);
    }
    return leading;
}

/** The fields of a list of which every column counts. */
export function fieldsOfAll(
    fields: readonly { readonly key: string; readonly several?: string }[],
): ReadonlySet<string> {
    return new Set(fields.filter(field => field.several === 'all').map(field => field.key));
}
