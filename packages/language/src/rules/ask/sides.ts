import type { Asset, Lookup, PurdueLevel } from '../../model/index.ts';
import { assetTypes } from './types.ts';

/**
 * On which side of the plant's boundary a zone lies: the office, beyond the site, the DMZ between, or operational
 * technology.
 */
export type Side = 'it' | 'outside' | 'dmz' | 'ot';

const officeLevels: readonly PurdueLevel[] = ['4', '5'];

function read(lookup: Lookup, zone: string): Side | null {
    const kind = lookup.kindOf(zone);
    const purdue = lookup.purdueOf(zone);
    if (kind === 'enterprise') return 'it';
    if (kind === 'dmz') return 'dmz';
    if (kind === 'external') return purdue === null || officeLevels.includes(purdue) ? 'outside' : null;
    if (kind !== null) return 'ot';
    if (purdue === null) return guessed(lookup, zone);
    if (purdue === '3.5') return 'dmz';
    return officeLevels.includes(purdue) ? 'it' : 'ot';
}

/**
 * What the assets give away of a zone of which nothing is said: a controller makes it operational technology, an order
 * system an office.
 */
function guessed(lookup: Lookup, zone: string): Side | null {
    const assets = lookup.assetsIn(zone);
    if (assets.some(asset => lookup.isA(asset, ...assetTypes.control))) return 'ot';
    return assets.some(asset => lookup.isA(asset, ...assetTypes.business)) ? 'it' : null;
}

const sidesOf = (lookup: Lookup): ReadonlyMap<string, Side | null> =>
    new Map(lookup.model.zones.map(({ id }) => [id, read(lookup, id)]));

/**
 * The side of a zone: by its kind, or by its Purdue level where no kind is said, or else by its assets.
 * @returns `null` where it is not known, and for somebody else's control system (`kind external` at Purdue level 3 or
 *    below)
 */
export function sideOf(lookup: Lookup, zone: string): Side | null {
    return lookup.once(sidesOf).get(zone) ?? null;
}

/** True for a zone that the owner does not control: an external one, or one that says it is untrusted. */
export function isForeign(lookup: Lookup, zone: string): boolean {
    return lookup.kindOf(zone) === 'external' || lookup.traitsOf(zone).has('untrusted');
}

/** True for an end on the Internet: in an untrusted zone beyond the site, or a service in somebody's cloud. */
export function isInternet(lookup: Lookup, zone: string, asset: Asset | null): boolean {
    if (sideOf(lookup, zone) !== 'outside') return false;
    return lookup.traitsOf(zone).has('untrusted') || (asset !== null && lookup.isA(asset, 'cloud-service'));
}
