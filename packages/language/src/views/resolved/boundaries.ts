import type { Flow, Lookup, Zone } from '../../model/index.ts';

/**
 * The zones whose boundary a session leaves and enters, in the order in which it does: from the innermost one outwards,
 * then inwards. A device of a conduit stands at the edge of its zones and leaves none.
 * @param crosses whether the ends lie in different innermost zones at all
 */
export function boundariesOf(
    lookup: Lookup,
    { from, to }: Pick<Flow, 'from' | 'to'>,
    crosses: boolean,
): { readonly leaves: readonly string[]; readonly enters: readonly string[] } {
    if (!crosses) return { leaves: [], enters: [] };
    const around = (end: string): readonly string[] => {
        const zone: Zone | undefined = lookup.zoneOf(end);
        return zone ? lookup.chain(zone.id).map(each => each.id) : [];
    };
    const [out, into] = [around(from.id), around(to.id)];
    return {
        leaves: out.filter(zone => !into.includes(zone)),
        enters: into.filter(zone => !out.includes(zone)).toReversed(),
    };
}
