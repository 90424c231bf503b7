import type { PartId } from './ids.ts';
import { judgesOf } from './judges.ts';

/** How much of a requirement a model of the plant shows: a rule can find it unmet, a part of it, or nothing. */
export type Shown = 'yes' | 'partly' | 'no';

/** How sure its number and subject are. */
export type Sureness = 'high' | 'medium' | 'low';

/** A requirement of a part of IEC 62443 on organisations: on the asset owner, service providers, product suppliers. */
export interface PartRow {
    readonly id: string;
    readonly part: PartId;
    /** The element, area or practice that it belongs to: `NET 3`, `SP.07`, `SM`. */
    readonly group: string;
    readonly title: string;
    readonly shown: Shown;
    /** What of it a model shows, and what it does not. */
    readonly why: string;
    readonly sureness: Sureness;
    /** What of the number, title or edition is to be compared with the standard. */
    readonly doubt: string | null;
    /** The rules that find a part of it unmet in the plant. */
    readonly rules: readonly string[];
}

type Written = readonly [
    id: string,
    title: string,
    shown: Shown,
    why: string,
    sureness: Sureness,
    doubt?: string,
    rules?: string,
];

/** The group in an id: `NET 3` of `NET 3.2`, `SP.07` of `SP.07.04 RE 1`, `SM` of `SM-1`. */
export function groupOf(id: string): string {
    return /^(?:SP\.\d+|[A-Z]+ \d+|[A-Z]+(?=-))/.exec(id)![0];
}

/** Rows as they are written: of the programme, the rules are in a table of their own. */
export function rowsOf(part: PartId, rows: readonly Written[]): readonly PartRow[] {
    return rows.map(([id, title, shown, why, sureness, doubt = '', rules = '']) => ({
        id,
        part,
        group: groupOf(id),
        title,
        shown,
        why,
        sureness,
        doubt: doubt === '' ? null : doubt,
        rules: part === '2-1' ? judgesOf(id) : rules.split(' ').filter(rule => rule !== ''),
    }));
}
