import type { Asset, AssetType, Flow, Lookup, Mention, Span, Zone } from '../../../model/index.ts';

/**
 * What BASE says of an element, and HEAD says nothing of any more: to take a fact back mends nothing, so HEAD is asked
 * as if it were still written. Its place is then the name of the element in HEAD.
 */
const isSaid = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null);

function kept<T extends object, K extends keyof T>(now: T, old: T, fields: readonly K[]): Partial<T> {
    const withdrawn = fields.filter(field => isSaid(old[field]) && !isSaid(now[field]));
    return Object.fromEntries(withdrawn.map(field => [field, old[field]])) as unknown as Partial<T>;
}

const at = <T extends { readonly at: Span }>(each: T, place: Span): T => ({ ...each, at: place });

const ofProducts = ['vendor', 'product', 'version'] as const;

/** True for a type of which the library says everything, and that is not a network device: a role, and no product. */
function isRole(lookup: Lookup, type: Mention | null): boolean {
    return type !== null && lookup.type(type.id)?.builtIn === true && !lookup.typeIsA(type.id, 'network-device');
}

/** True where only the role of an asset was typed anew: who replaces a device names another product or device. */
export function isRelabelled(before: Lookup, old: Asset, after: Lookup, now: Asset): boolean {
    if (now.type === null) return old.type !== null;
    return isRole(before, old.type) && isRole(after, now.type) && old.type?.id !== now.type.id;
}

/** The facts of an asset that are withdrawn, as they were. */
export function withdrawnOfAsset(now: Asset, old: Asset): Partial<Asset> {
    const place = now.origin.name;
    const supported = old.supportedUntil && !now.supportedUntil ? at(old.supportedUntil, place) : null;
    const hasNoAddress = old.addresses.length > 0 && now.addresses.length === 0 && !now.dhcp;
    const samePatch = (old.patchedTo?.version ?? null) === (now.patchedTo?.version ?? null);
    const isUnpatched = old.patches.length > 0 && now.patches.length === 0 && samePatch;
    return {
        ...kept(now, old, ofProducts),
        ...(supported ? { supportedUntil: supported } : {}),
        ...(hasNoAddress ? { addresses: old.addresses.map(each => at(each, place)) } : {}),
        ...(isUnpatched ? { patches: old.patches.map(each => ({ ...each, origin: now.origin })) } : {}),
        ...(old.slC && !now.slC ? { slC: { ...old.slC, origin: now.origin } } : {}),
    };
}

/** The facts of a type that are withdrawn, as they were. */
export function withdrawnOfType(now: AssetType, old: AssetType): Partial<AssetType> {
    const supported = old.supportedUntil && !now.supportedUntil ? at(old.supportedUntil, now.origin.name) : null;
    return {
        ...kept(now, old, ofProducts),
        ...(supported ? { supportedUntil: supported } : {}),
        ...(old.slC && !now.slC ? { slC: { ...old.slC, origin: now.origin } } : {}),
    };
}

/** The networks of a zone, where it says none any more. */
export function withdrawnOfZone(now: Zone, old: Zone): Partial<Zone> {
    return old.networks.length > 0 && now.networks.length === 0
        ? { networks: old.networks.map(each => at(each, now.origin.name)) }
        : {};
}

/** True for a flow that said that it writes or programs, and says nothing of it any more. */
export function hasWithdrawnAccess(now: Flow, old: Flow): boolean {
    return now.access === null && (old.access === 'write' || old.access === 'program');
}
