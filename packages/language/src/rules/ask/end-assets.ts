import type { Asset, Lookup } from '../../model/index.ts';
import type { End } from './boundary-flows.ts';

/** What an end of a flow stands for: the asset that it names, or every asset in the zone that it names. */
export function endAssets(lookup: Lookup, { id, asset }: Pick<End, 'id' | 'asset'>): readonly Asset[] {
    if (asset) return [asset];
    return lookup.zone(id) ? lookup.assetsWithin(id) : [];
}
