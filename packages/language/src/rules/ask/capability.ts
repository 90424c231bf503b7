import { capabilityOfAsset } from '../../assessment/capability.ts';
import type { Asset, Lookup, Vector } from '../../model/index.ts';
import { isSilent } from '../../model/index.ts';

/**
 * SL-C of assets, as {@link capabilityOfAsset} has it, remembered for each type: most assets say nothing of their own.
 * @returns `null` for an asset of which nobody said anything
 */
export function capabilities(lookup: Lookup): (asset: Asset) => Vector | null {
    const ofTypes = new Map<string | undefined, Vector | null>();
    const find = (asset: Asset): Vector | null => {
        const vector = capabilityOfAsset(lookup, asset);
        return isSilent(vector) ? null : vector;
    };
    return asset => {
        if (asset.slC) return find(asset);
        const known = ofTypes.get(asset.type?.id);
        if (known !== undefined) return known;
        const found = find(asset);
        ofTypes.set(asset.type?.id, found);
        return found;
    };
}
