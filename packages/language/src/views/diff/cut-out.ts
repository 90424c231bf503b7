import type { Lookup } from '../../model/index.ts';
import type { Pairing } from './pairing.ts';

/**
 * The zones that were cut out of others: new ones whose assets were all in one zone, which is still there. What holds
 * for them is held against what held there.
 * @returns ids of HEAD to ids of BASE
 */
export function cutOutZones(before: Lookup, after: Lookup, pairing: Pairing): ReadonlyMap<string, string> {
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    return new Map(
        after.model.zones.flatMap(({ id }): readonly (readonly [string, string])[] => {
            if (partners.has(id)) return [];
            const homes = new Set(
                after.assetsIn(id).flatMap(asset => before.asset(partners.get(asset.id) ?? '')?.container ?? []),
            );
            const [home = ''] = homes;
            return homes.size === 1 && before.zone(home) && pairing.elements.has(home) ? [[id, home]] : [];
        }),
    );
}
