import { timeOf } from './pairs.mjs';

/** The time of one run of the product, as `timeOf` gives it; `NaN` as long as the product is not built. */
export function whenBuilt(place, ...args) {
    return place.built ? timeOf(place.iacs(...args)) : async () => NaN;
}
