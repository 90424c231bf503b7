import type { Asset, Fix, Lookup, Zone, ZoneKind } from '../../model/index.ts';
import { newZone, relocation } from './moving.ts';
import { listed } from '../say/wording.ts';

/** So many zones are offered to move assets to. */
const most = 3;

/**
 * The fixes that move assets into zones that are there.
 * @param fits the zones to which they may go; their own is none of them
 */
export function movesTo(lookup: Lookup, assets: readonly Asset[], fits: (zone: Zone) => boolean): readonly Fix[] {
    const names = listed(assets.map(asset => asset.name));
    return lookup.model.zones
        .filter(zone => fits(zone) && !assets.some(asset => asset.container === zone.id))
        .sort((a, b) => Number(b.zoneKind !== null) - Number(a.zoneKind !== null))
        .flatMap((zone): readonly Fix[] => {
            const edits = relocation(lookup, assets, zone);
            return edits ? [{ kind: 'fix', renames: true, title: `Move ${names} to ${zone.id}`, edits }] : [];
        })
        .slice(0, most);
}

/** True for a zone that is as near as the one of an asset: what is on a vehicle does not move into a building. */
function isNoFurther(lookup: Lookup, home: string, zone: string): boolean {
    const [own, other] = [lookup.traitsOf(home), lookup.traitsOf(zone)];
    return (['remote', 'wireless', 'temporary'] as const).every(trait => own.has(trait) === other.has(trait));
}

/**
 * The fixes that take assets out of a zone in which they are out of place: into a zone of one of these kinds, where
 * there is one as near, or else into a new zone at top level.
 * @param kinds the kinds that fit, the best first; a new zone is of that kind
 */
export function movesToKind(
    lookup: Lookup,
    assets: readonly Asset[],
    kinds: readonly [ZoneKind, ...ZoneKind[]],
    name: string,
): readonly Fix[] {
    const home = assets[0]!.container;
    const moves = kinds
        .flatMap(kind =>
            movesTo(lookup, assets, zone => lookup.kindOf(zone.id) === kind && isNoFurther(lookup, home, zone.id)),
        )
        .slice(0, most);
    if (moves.length > 0) return moves;
    const [kind] = kinds;
    return [
        {
            kind: 'fix',
            renames: true,
            title: `Put ${listed(assets.map(asset => asset.name))} into a new zone of kind ${kind}`,
            edits: newZone(lookup, assets, name, [`kind ${kind}`]),
        },
    ];
}
