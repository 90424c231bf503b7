import type { Lookup, Ruleset } from '../model/index.ts';

/**
 * What is compared with what: `flows` and rules with each other, where a device of theirs enforces a boundary; the
 * `rules` alone, of another device: they are held against the flows, and no flow is asked whether it is let through;
 * `nothing`, where it is not known of which device they are.
 */
export type ComparedWith = 'flows' | 'rules' | 'nothing';

/** With what the rules of a ruleset are compared. */
export function comparedWith(lookup: Lookup, { devices }: Ruleset): ComparedWith {
    const known = devices.filter(({ id }) => lookup.asset(id) !== undefined);
    if (known.length === 0) return 'nothing';
    return known.some(({ id }) => lookup.boundariesOf(id).length > 0) ? 'flows' : 'rules';
}
