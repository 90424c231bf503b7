import type { Point, Ranges } from '../filter/index.ts';
import { meets } from '../filter/index.ts';
import type { Asset, Lookup, Translation, Zone } from '../model/index.ts';

/** A translation of a device, with the zones in which its real addresses lie. */
export interface Translated {
    readonly device: Asset;
    readonly translation: Translation;
    readonly from: Ranges;
    readonly to: Ranges;
    readonly zones: readonly Zone[];
}

const translators = ({ model }: Lookup): readonly Asset[] => model.assets.filter(asset => asset.translates.length > 0);

/** The devices that translate addresses, in the order of the text. */
export function translatorsOf(lookup: Lookup): readonly Asset[] {
    return lookup.once(translators);
}

/** The real address of a host that is shown as this one; `null` where several share what is shown. */
export function realOf(point: Point, { from, to }: Translated): Point | null {
    if (!meets(to, [point, point]) || typeof from[0] !== typeof to[0]) return null;
    if (typeof point === 'bigint') {
        const [low, high] = [from[0] as bigint, from[1] as bigint];
        return high - low === (to[1] as bigint) - (to[0] as bigint) ? low + point - (to[0] as bigint) : null;
    }
    const [low, high] = [from[0] as number, from[1] as number];
    return high - low === (to[1] as number) - (to[0] as number) ? low + point - (to[0] as number) : null;
}

/** A device that shows several hosts as one address, or hosts of which the model does not say where they are. */
export interface Hiding {
    readonly device: Asset;
    /** The real addresses that it shows as the one that was asked for. */
    readonly from: Ranges;
    /** The zones in which those lie; none where the model does not say it. */
    readonly zones: readonly Zone[];
}
