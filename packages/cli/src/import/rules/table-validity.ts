/** From when and until when the rules of a table are in force. */
import { orderOf, readDay } from '../local-days.ts';
import type { FoundTable } from '../find-tables.ts';
import { isAny } from './table-services.ts';

/** What a row says of its time. */
export interface Validity {
    /** True where the rule had ended on the day of the export. */
    readonly off: boolean;
    /** Why it is not known whether it is in force; `null` where it is known, or no time is said. */
    readonly when: string | null;
    /** The last day of a rule that is in force, `YYYY-MM-DD`; `null` where none is said. */
    readonly until: string | null;
}

const always: Validity = { off: false, when: null, until: null };

/** Cells of a rule without an end. */
const endless = /^(-+|–|—|n\/?a|none|no|never|always|permanent|unlimited|open|unbefristet|nie|jamais|aucune?|nunca)$/i;

/**
 * Answers for the rows of a table whether their rules were in force on a day. One that had ended permits nothing; of
 * one that begins later, and of a day that is not understood, it is not known.
 * @param exported the day of the export, `YYYY-MM-DD`; `null` where it is not known, so that nothing is
 */
export function validityIn(
    { columns, rows }: FoundTable,
    exported: string | null,
): (cells: readonly string[]) => Validity {
    const asked = (['validFrom', 'validUntil'] as const).flatMap(field => {
        const column = columns.find(each => each.field === field);
        if (!column) return [];
        const cell = (cells: readonly string[]): string => (cells[column.index] ?? '').trim().replace(/\s+/g, ' ');
        const order = orderOf(rows.map(row => cell(row.cells)))?.order ?? null;
        return [{ field, cell, order }];
    });
    if (asked.length === 0) return () => always;
    return cells => {
        let [off, until]: [boolean, string | null] = [false, null];
        const doubts: string[] = [];
        for (const { field, cell, order } of asked) {
            const text = cell(cells);
            if (text === '' || isAny(text) || endless.test(text)) continue;
            const read = readDay(text, order);
            const name = field === 'validFrom' ? 'valid from' : 'valid until';
            if (read.kind !== 'day' || exported === null) {
                doubts.push(`${name} ${read.kind === 'day' ? read.day : text}`);
            } else if (field === 'validUntil') {
                if (read.day < exported) off = true;
                else until = read.day;
            } else if (read.day > exported) doubts.push(`${name} ${read.day}`);
        }
        return { off, when: off || doubts.length === 0 ? null : doubts.join(', '), until: off ? null : until };
    };
}
