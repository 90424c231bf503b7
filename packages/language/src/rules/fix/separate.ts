import type { Asset, AssetTrait } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context, Report } from '../engine/rule.ts';
import { movesTo } from './elsewhere.ts';
import { partition } from './moving.ts';
import { alsoBlamed } from '../say/related.ts';
import { networkDevices, ofTypes } from '../ask/types.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';

/** A kind of device that IEC 62443-3-2 wants in zones of its own. */
export interface Separation {
    /** The trait that such devices and such zones have. */
    readonly trait: Exclude<AssetTrait, 'essential'>;
    /** Asset types that are of that kind without saying so. */
    readonly types: readonly string[];
    /** Devices for which another separation is the right one. */
    readonly except?: (asset: Asset) => boolean;
    /** A name for the new zone. */
    readonly name: string;
    /** The rest of the message, behind the names of the devices and of the zone. */
    readonly because: string;
}

/**
 * Reports, for each zone of the system without the trait that holds such devices together with others, the first of
 * them. A switch beside them is no other.
 */
export function reportMixed({ lookup }: Context, separation: Separation, report: Report): void {
    const isOfType = ofTypes(lookup, separation.types);
    const isNetwork = networkDevices(lookup);
    const isKind = (asset: Asset): boolean =>
        (asset.traits.includes(separation.trait) || isOfType(asset)) && !separation.except?.(asset);
    for (const zone of innerZones(lookup)) {
        const assets = lookup.assetsIn(zone.id);
        const apart = assets.filter(isKind);
        const first = apart[0];
        if (!first || lookup.traitsOf(zone.id).has(separation.trait)) continue;
        if (!assets.some(asset => !isKind(asset) && !isNetwork(asset))) continue;
        const names = listed(apart.map(asset => asset.name));
        report({
            at: nameOf(first.origin),
            subject: first.id,
            message:
                `${zone.id} holds ${names} together with devices that are not ${separation.trait}: ` +
                `${separation.because}`,
            fixes: [
                ...movesTo(
                    lookup,
                    apart,
                    each =>
                        lookup.traitsOf(each.id).has(separation.trait) &&
                        lookup.kindOf(each.id) === lookup.kindOf(zone.id),
                ),
                {
                    kind: 'fix',
                    renames: true,
                    title: `Put ${names} into a new ${separation.trait} zone in ${zone.name}`,
                    edits: partition(lookup, zone, apart, separation.name, [`is ${separation.trait}`]),
                },
            ],
            related: alsoBlamed(`Also ${separation.trait}.`, apart.slice(1)),
        });
    }
}
