import type { TableColumn } from './columns.ts';
import { plainHead } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { changingHeads, knownPrograms } from './known-programs.ts';
import { byHost, isServiceTable } from './service-rows.ts';

/**
 * The heads of columns that are kept as text and change from export to export.
 * @param source the name of the program, as {@link recognised} says it
 */
export function movingHeads(table: FoundTable, source: string | null): readonly string[] {
    const own = knownPrograms.find(each => each.name === source)?.moving ?? [];
    const moves = (head: string): boolean => changingHeads.has(head) || own.includes(head);
    return table.columns
        .filter(column => column.field === null && moves(plainHead(column.head)))
        .map(column => column.head);
}

/** A table as the program means it that it comes from. */
export interface Recognised {
    readonly table: FoundTable;
    /** What the table is; `null` for one of no known program. */
    readonly source: string | null;
}

/** Recognises tables of known programs by their heads. What the user has named stays as it is. */
export function recognised(table: FoundTable): Recognised {
    const heads = new Set(table.columns.map(column => plainHead(column.head)));
    const [best] = knownPrograms
        .map(source => {
            const signs = source.signs.filter(sign => heads.has(sign));
            return { source, found: signs.length, isOwn: signs.some(sign => source.common?.includes(sign) !== true) };
        })
        .filter(
            ({ source, found, isOwn }) =>
                found >= source.needed &&
                isOwn &&
                (source.name !== 'a table of services that nmap found' || isServiceTable(heads)),
        )
        .sort((a, b) => b.found / b.source.needed - a.found / a.source.needed);
    if (!best) return { table, source: null };
    const { means, name } = best.source;
    const order = Object.keys(means);
    const columns = table.columns.map((column): TableColumn => {
        const plain = plainHead(column.head);
        return column.rank === -1 || !Object.hasOwn(means, plain)
            ? column
            : { ...column, field: means[plain]!, rank: order.indexOf(plain) / order.length };
    });
    const settled = withoutUnsaid({ ...table, columns }, best.source.unsaid ?? {});
    return { table: isServiceTable(heads) ? byHost(settled) : settled, source: name };
}

/** A table with empty cells where the program writes a word for what it does not know. */
function withoutUnsaid(table: FoundTable, unsaid: Readonly<Record<string, string>>): FoundTable {
    const words = new Map(
        table.columns.flatMap(({ head, index }) => {
            const plain = plainHead(head);
            return Object.hasOwn(unsaid, plain) ? [[index, unsaid[plain]!] as const] : [];
        }),
    );
    if (words.size === 0) return table;
    const rows = table.rows.map(row => ({
        ...row,
        cells: row.cells.map((text, index) => (words.get(index) === text ? '' : text)),
    }));
    return { ...table, rows };
}
