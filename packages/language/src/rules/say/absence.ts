import type { Lifetime, Lookup } from '../../model/index.ts';
import { lifetimesOf } from '../ask/lifetimes.ts';

/** Why something that the text has is not there today. */
export interface Absence {
    /** A clause: `which is planned for 2027-01-01`, or `and Plant.New is retired on 2026-05-01` of an end or a zone. */
    readonly text: string;
    /** True where it is planned: it is only not there yet. */
    readonly isToCome: boolean;
}

/**
 * @param own the days of what is not there
 * @param ids of what it is in, or between
 */
export function absenceOf(said: Lookup, own: Lifetime, ids: readonly (string | null)[], today: string): Absence {
    for (const each of [{ ...own, id: null }, ...lifetimesOf(said, ids)]) {
        const of = each.id === null ? 'which' : `and ${each.id}`;
        if (each.retired && each.retired.date <= today)
            return { text: `${of} is retired on ${each.retired.date}`, isToCome: false };
        if (each.planned && each.planned.date > today)
            return { text: `${of} is planned for ${each.planned.date}`, isToCome: true };
    }
    return { text: `which is not there on ${today}`, isToCome: false };
}
