import type { Notice, RowReader } from '../entry.ts';
import type { FoundTable } from '../find-tables.ts';
import type { DayOrder } from '../local-days.ts';
import { orderOf, readDay } from '../local-days.ts';

/** The days of a sheet, read in the order that its own unambiguous days show. */
export class DueDays {
    readonly notices: readonly Notice[];
    readonly #order: DayOrder | null;

    /** @param given the order that the user has named */
    constructor(tables: readonly FoundTable[], given: DayOrder | null) {
        const cells = tables.flatMap(table =>
            table.columns
                .filter(column => column.field === 'due')
                .flatMap(column =>
                    table.rows.map(row => ({
                        sheet: table.sheet,
                        row: row.number,
                        text: row.cells[column.index] ?? '',
                    })),
                ),
        );
        const shown = orderOf(cells.map(cell => cell.text));
        this.#order = given ?? shown?.order ?? null;
        const [first] = cells.filter(cell => readDay(cell.text).kind === 'ambiguous');
        this.notices =
            given === null && shown && first
                ? [
                      {
                          sheet: first.sheet,
                          row: first.row,
                          message:
                              `"${first.text}" and days like it are read with the ` +
                              `${shown.order === 'day-first' ? 'day' : 'month'} first, as "${shown.shownBy}" ` +
                              'has it; --days says it otherwise.',
                      },
                  ]
                : [];
    }

    /** The day of a row, and what could not be read as one. */
    read(reader: RowReader): { readonly day: string | null; readonly texts: readonly string[] } {
        const text = reader.cell('due');
        if (text === '' || /^[-–—]$/u.test(text)) return { day: null, texts: [] };
        const read = readDay(text, this.#order);
        if (read.kind === 'day') return { day: read.day, texts: [] };
        const head = reader.head('due');
        reader.notice(
            read.kind === 'ambiguous'
                ? `${head} "${text}" may be ${read.dayFirst} or ${read.monthFirst}; it is kept as text. --days ` +
                      'day-first or --days month-first says which.'
                : `${head} "${text}" is not a day; it is kept as text.`,
        );
        return { day: null, texts: [`${head}: ${text}`] };
    }
}
