import type {
    Asset,
    AssetType,
    Certificate,
    Dependency,
    Flow,
    Model,
    Operated,
    Origin,
    Span,
    Zone,
} from '../../../model/index.ts';
import { isDoneBy } from '../../../model/index.ts';
import { documentsWithDays } from './ended.ts';
import { ofProducts } from './relabelled.ts';

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

/** A list of facts that have a place of their own, which is then that of the element. */
function withdrawnOrigins<
    K extends 'windows' | 'translates' | 'ports',
    T extends { readonly origin: Origin } & Readonly<Record<K, readonly { readonly origin: Origin }[]>>,
>(now: T, old: T, field: K): Partial<T> {
    const facts = kept(now, old, [field])[field];
    return facts ? ({ [field]: facts.map(each => ({ ...each, origin: now.origin })) } as unknown as Partial<T>) : {};
}

type Advised = Pick<Asset | AssetType, 'advisoryNames' | 'product' | 'vendor' | 'origin'>;

/**
 * Names in advisories that a person confirmed, and does not any more or rules out, of the same product: that is rated
 * by hand, and the product has what it had.
 */
function withdrawnNames(now: Advised, old: Advised): { readonly advisoryNames?: Advised['advisoryNames'] } {
    const isOther = (['vendor', 'product'] as const).some(
        field => old[field] !== null && now[field] !== null && old[field] !== now[field],
    );
    const said = new Set(now.advisoryNames.filter(({ not }) => !not).map(({ name }) => name));
    const lost = old.advisoryNames.filter(
        ({ name, not }) => !said.has(name) && (now.advisoryNames.length === 0 || (!not && !isOther)),
    );
    if (lost.length === 0) return {};
    const names = new Set(lost.map(({ name }) => name));
    return {
        advisoryNames: [
            ...now.advisoryNames.filter(({ name }) => !names.has(name)),
            ...lost.map(each => ({ ...each, origin: now.origin })),
        ],
    };
}

const keyOf = ({ of, id }: Dependency): string => `${of} ${id}`;

/**
 * What an asset was said to need, and is not any more: as with functions, to need less is a rating by hand. A word that
 * it works without it answers nothing then.
 * @param name says how HEAD calls what is needed; `null` for what is gone
 */
export function withdrawnNeeds(now: Asset, old: Asset, name: (each: Dependency) => string | null): Partial<Asset> {
    const said = new Set([...now.needs, ...now.needsOneOf.flatMap(({ any }) => any)].map(keyOf));
    const lost = old.needs.flatMap((each): readonly Dependency[] => {
        const id = name(each);
        return id === null || said.has(keyOf({ ...each, id })) ? [] : [{ ...each, id, at: now.origin.name }];
    });
    if (lost.length === 0) return {};
    const known = new Set(lost.map(keyOf));
    return {
        needs: [...now.needs, ...lost],
        worksWithout: now.worksWithout.filter(({ without }) => !known.has(keyOf(without))),
    };
}

const isUnsaid = (now: Operated, old: Operated): boolean => old.operatedBy.length > 0 && now.operatedBy.length === 0;

/** What is written in HEAD at elements that did not have it in BASE: it was moved there, and is not withdrawn. */
export interface Moved {
    readonly addresses: ReadonlySet<string>;
    readonly networks: ReadonlySet<string>;
}

/** What came to elements of HEAD.
 * @param partner the element of BASE
 */
export function movedTo(
    { assets, zones }: Pick<Model, 'assets' | 'zones'>,
    asset: (id: string) => Asset | undefined,
    zone: (id: string) => Zone | undefined,
): Moved {
    const texts = (list: readonly { readonly text: string }[] = []): readonly string[] => list.map(({ text }) => text);
    const come = <T extends { readonly id: string }>(
        list: readonly T[],
        old: (id: string) => T | undefined,
        said: (each: T) => readonly { readonly text: string }[],
    ): ReadonlySet<string> =>
        new Set(
            list.flatMap(now => {
                const was = old(now.id);
                const known = new Set(was ? texts(said(was)) : []);
                return texts(said(now)).filter(text => !known.has(text));
            }),
        );
    return {
        addresses: come(assets, asset, each => each.addresses),
        networks: come(zones, zone, each => each.networks),
    };
}

/**
 * The facts of an asset that are withdrawn, as they were. What is to be patched on a day to come says nothing of what
 * is installed, so the version that was is withdrawn; where it is the same one, the patch is put off, and that counts.
 */
export function withdrawnOfAsset(now: Asset, old: Asset, today: string, moved: Moved): Partial<Asset> {
    const place = now.origin.name;
    const left = old.addresses.filter(({ text }) => !moved.addresses.has(text));
    const supported = old.supportedUntil && !now.supportedUntil ? at(old.supportedUntil, place) : null;
    const hasNoAddress = left.length > 0 && now.addresses.length === 0 && !now.dhcp;
    const samePatch = (old.patchedTo?.version ?? null) === (now.patchedTo?.version ?? null);
    const isUnpatched = old.patches.length > 0 && now.patches.length === 0 && samePatch;
    // A version that is stated anew says what is installed.
    const isSameVersion = now.version === null || old.version === now.version;
    const isInstalled = ({ patchedTo }: Asset): boolean => patchedTo !== null && isDoneBy(patchedTo, today) === true;
    const isPutOff = now.patchedTo !== null && now.patchedTo.version === old.patchedTo?.version;
    const isForgotten = isInstalled(old) && !isInstalled(now) && !isPutOff && isSameVersion;
    const product = kept(now, old, ofProducts);
    const patchedTo = isForgotten ? old.patchedTo && { ...old.patchedTo, origin: now.origin } : now.patchedTo;
    const isBeside = isForgotten || 'version' in product;
    return {
        ...product,
        ...(isUnsaid(now, old) ? { operatedBy: old.operatedBy.map(each => at(each, place)) } : {}),
        ...withdrawnOrigins(now, old, 'windows'),
        ...withdrawnNames(now, old),
        ...withdrawnOrigins(now, old, 'translates'),
        ...(patchedTo && isBeside ? { patchedTo: { ...patchedTo, besides: now.origin } } : {}),
        ...(supported ? { supportedUntil: supported } : {}),
        ...(hasNoAddress ? { addresses: left.map(each => at(each, place)) } : {}),
        ...(isUnpatched ? { patches: old.patches.map(each => ({ ...each, origin: now.origin })) } : {}),
        ...(old.slC && !now.slC ? { slC: { ...old.slC, origin: now.origin } } : {}),
    };
}

interface Certified {
    readonly certificates: readonly Certificate[];
    readonly origin: Origin;
}

/** Certificates that had a day, and are not stated any more or have none. */
export function withdrawnCertificates(now: Certified, old: Certified): { certificates?: readonly Certificate[] } {
    const certificates = documentsWithDays(now.certificates, old.certificates, now.origin);
    return certificates === now.certificates ? {} : { certificates };
}

/** The facts of a type that are withdrawn, as they were. */
export function withdrawnOfType(now: AssetType, old: AssetType): Partial<AssetType> {
    const supported = old.supportedUntil && !now.supportedUntil ? at(old.supportedUntil, now.origin.name) : null;
    return {
        ...kept(now, old, ofProducts),
        ...withdrawnCertificates(now, old),
        ...withdrawnNames(now, old),
        ...(supported ? { supportedUntil: supported } : {}),
        ...(old.slC && !now.slC ? { slC: { ...old.slC, origin: now.origin } } : {}),
    };
}

/** What was said of a zone: its networks, who owns and who operates it, when work is possible there. */
export function withdrawnOfZone(now: Zone, old: Zone, moved: Moved): Partial<Zone> {
    const { networks: said, operatedBy, ...others } = kept(now, old, ['networks', 'owner', 'operatedBy']);
    const place = now.origin.name;
    const left = said?.filter(({ text }) => !moved.networks.has(text)) ?? [];
    return {
        ...others,
        ...(left.length > 0 ? { networks: left.map(each => at(each, place)) } : {}),
        ...(operatedBy ? { operatedBy: operatedBy.map(each => at(each, place)) } : {}),
        ...withdrawnOrigins(now, old, 'windows'),
    };
}

/** True for a flow that says its ports no more, and speaks the same protocols. */
export function hasWithdrawnPorts(now: Flow, old: Flow): boolean {
    const protocols = ({ protocols }: Flow): string => protocols.map(({ id }) => id).join(' ');
    return old.ports.length > 0 && now.ports.length === 0 && protocols(now) === protocols(old);
}

/** The ports of such a flow. */
export const withdrawnPorts = (now: Flow, old: Flow): Partial<Flow> =>
    hasWithdrawnPorts(now, old) ? withdrawnOrigins(now, old, 'ports') : {};

/** True for a flow that said that it writes or programs, and says nothing of it any more. */
export function hasWithdrawnAccess(now: Flow, old: Flow): boolean {
    return now.access === null && (old.access === 'write' || old.access === 'program');
}
