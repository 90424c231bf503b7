/** What the columns of a table of rules say beside ends, services and a decision. */
import type { TableColumn } from '../columns.ts';
import { fieldOf } from '../fields.ts';
import type { FoundTable } from '../find-tables.ts';
import { ruleFields } from './table-fields.ts';
import { isAny } from './table-services.ts';

/** Heads of columns that limit nothing. */
const besides = new RegExp(
    '^(comments?|remarks?|notes?|description|name|purpose|reason|justification|hits?|hit ?counts?|last hit|bytes|' +
        'packets|log(ging)?|owner|requester|requested by|approved by|ticket|created|modified|' +
        'bemerkung(en)?|kommentare?|beschreibung|zweck|begründung|commentaires?)$',
    'i',
);

const isCondition = ({ field, head }: TableColumn): boolean =>
    field === 'when' || (field === null && fieldOf(head, ruleFields)?.key === 'when');

/** True for a column that may turn an end of a rule into all but that. */
const turns = ({ field, head }: TableColumn): boolean => field === null && /negat|invert|exclu|except/i.test(head);

/** The columns with cells that are not read, and that may limit what a rule matches. */
export function unreadOf({ columns, rows }: FoundTable): readonly TableColumn[] {
    return columns.filter(
        column =>
            column.field === null &&
            column.head !== '' &&
            !besides.test(column.head.trim()) &&
            !isCondition(column) &&
            rows.some(row => (row.cells[column.index] ?? '').trim() !== ''),
    );
}

/** What a row says of schedules, users, applications and source ports, each in its own column; empty for nothing. */
export function conditionsOf({ columns }: FoundTable, cells: readonly string[]): readonly string[] {
    return columns.flatMap(column => {
        const { index, head } = column;
        const text = (cells[index] ?? '').trim().replace(/\s+/g, ' ');
        if (isAny(text) || /^always$/i.test(text)) return [];
        if (turns(column)) return /^(no|false|0|off|disabled?|nein|non|n)$/i.test(text) ? [] : [`${head} ${text}`];
        if (!isCondition(column)) return [];
        return [/port/i.test(head) ? `source port ${text}` : text];
    });
}
