import type { Asset, Lookup, Vector } from '../../model/index.ts';
import { either, silent } from '../../model/index.ts';

/** SL-C of the asset, and where it says nothing, that of its types, nearest first. */
export function capabilityOf(lookup: Lookup, asset: Asset): Vector {
    return lookup.typesOf(asset).reduce((known, type) => either(known, type.slC?.levels ?? silent), asset.slC?.levels ?? silent);
}
