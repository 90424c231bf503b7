import type { Compared } from './reason.ts';

/**
 * True for an asset of BASE that was in a zone by an interface alone, and has none there in HEAD, where it stands as it
 * did: it is no end of what is asked of that zone any more. That an interface is taken away leaves nothing unguarded.
 * @param end the id of the zone in BASE
 * @param member the id of the asset in BASE
 */
export function hasLeft(
    { before, after, pairing }: Pick<Compared, 'before' | 'after' | 'pairing'>,
    end: string,
    member: string,
): boolean {
    const old = before.lookup.asset(member);
    if (!old || old.serves.length === 0 || !before.lookup.zone(end)) return false;
    if (before.lookup.zone(old.container) && before.lookup.within(old.container, end)) return false;
    const now = after.lookup.asset(pairing.elements.get(member) ?? '');
    const zone = pairing.elements.get(end);
    if (!now || zone === undefined || now.container !== pairing.elements.get(old.container)) return false;
    return after.lookup.zone(zone) !== undefined && !now.serves.some(({ id }) => after.lookup.within(id, zone));
}
