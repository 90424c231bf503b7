import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import type { Grid } from './grid.ts';

/** The columns of a table of which no head is known, and what they may be. */
export interface UnreadColumns {
    readonly columns: readonly UnreadColumn[];
    /** The fields that `--map` takes. */
    readonly fields: readonly string[];
}

export interface UnreadColumn {
    /** Counted from 1, as `--map` takes it. */
    readonly number: number;
    readonly head: string;
    /** What is below the head, at most three cells. */
    readonly samples: readonly string[];
}

/** The first row with several cells, as the heads of a table; `null` where there is none. */
export function unreadColumns(sheets: readonly Grid[], fields: readonly Field[]): UnreadColumns | null {
    for (const { rows } of sheets) {
        const at = rows.findIndex(row => row.filter(cell => cell !== '').length >= 2);
        if (at < 0) continue;
        const columns = rows[at]!.flatMap((head, index): readonly UnreadColumn[] => {
            const samples = rows.slice(at + 1, at + 50).flatMap(row => row[index] || []);
            return head === '' ? [] : [{ number: index + 1, head, samples: [...new Set(samples)].slice(0, 3) }];
        });
        return { columns, fields: fields.map(({ key }) => key) };
    }
    return null;
}

/** What to do with a file in which no row of heads is known: it names those that come nearest. */
export function unknownHeads(name: string, sheets: readonly Grid[], fields: readonly Field[]): string {
    const scored = sheets
        .flatMap(sheet =>
            sheet.rows.slice(0, 200).map((row, index) => ({
                sheet: sheet.name,
                number: index + 1,
                heads: row.filter(cell => cell !== '' && cell.length <= 60),
                known: row.filter(cell => cell !== '' && fieldOf(cell, fields) !== null),
            })),
        )
        .filter(row => row.heads.length >= 2);
    const best = scored.reduce<(typeof scored)[number] | null>(
        (one, other) => (one === null || other.known.length > one.known.length ? other : one),
        null,
    );
    const nearest =
        best === null
            ? ''
            : ` Row ${best.number}${sheets.length > 1 ? ` of ${best.sheet}` : ''} comes nearest: ${best.heads
                  .slice(0, 12)
                  .map(head => `"${head}"`)
                  .join(', ')}${best.heads.length > 12 ? ' …' : ''}; ` +
              (best.known.length === 0
                  ? 'none of these is known'
                  : `known of these: ${best.known.map(head => `"${head}"`).join(', ')}`) +
              '.';
    if (sheets.every(sheet => sheet.rows.every(row => row.every(cell => cell === '')))) return `${name} is empty.`;
    const example = JSON.stringify(best?.heads[0] ?? 'B');
    return (
        `${name} has no header row with at least two known headers.${nearest} Name the columns with --map, such ` +
        `as --map title=${example}; the fields are ${fields.map(field => field.key).join(', ')}.`
    );
}
