import type { Interfaces, Ranges } from 'iacs-language/filter';
import { intersect, subtract } from 'iacs-language/filter';

/** What a rule of nft matches so far. */
export interface Condition {
    readonly from: Ranges;
    readonly to: Ranges;
    readonly services: Ranges;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    readonly when: string | null;
    readonly trait: 'established' | 'invalid' | null;
    /** The transport that an earlier match has settled, for ports of any transport. */
    readonly transport: string | null;
    /** True in a chain that is asked before connections are tracked: every packet has the state `invalid` there. */
    readonly untracked: boolean;
    /** True where some packets are not tracked. */
    readonly notrack: boolean;
}

/** A condition with what was found in one of its parts, or with all but that; `null` where nothing was found. */
export function narrowed(
    condition: Condition,
    key: 'from' | 'to' | 'services',
    found: Ranges | null,
    not: boolean,
): readonly Condition[] | null {
    return found && [{ ...condition, [key]: not ? subtract(condition[key], found) : intersect(condition[key], found) }];
}
