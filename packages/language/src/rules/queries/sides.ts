import type { Asset, Lookup, PurdueLevel } from '../../model/index.ts';

/** On which side of the plant's boundary a zone lies: the office, beyond the site, the DMZ between, or operational technology. */
export type Side = 'it' | 'outside' | 'dmz' | 'ot';

const officeLevels: readonly PurdueLevel[] = ['4', '5'];

/**
 * The side of a zone: by its kind, or by its Purdue level where no kind is said.
 * @returns `null` where nothing is said, and for somebody else's control system (`kind external` at Purdue level 3 or below)
 */
export function sideOf(lookup: Lookup, zone: string): Side | null {
    const kind = lookup.kindOf(zone);
    const purdue = lookup.purdueOf(zone);
    if (kind === 'enterprise') return 'it';
    if (kind === 'dmz') return 'dmz';
    if (kind === 'external') return purdue === null || officeLevels.includes(purdue) ? 'outside' : null;
    if (kind !== null) return 'ot';
    if (purdue === null) return null;
    if (purdue === '3.5') return 'dmz';
    return officeLevels.includes(purdue) ? 'it' : 'ot';
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
