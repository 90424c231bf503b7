import type { AdvisoryName, Asset, AssetType, Lookup } from '../model/index.ts';
import { isDoneBy } from '../model/index.ts';

/** A product of the plant: what a person says once for all assets that are of it. */
export interface PlantProduct {
    /** The type that says which product it is, else the assets that say it themselves. */
    readonly holders: readonly (Asset | AssetType)[];
    readonly assets: readonly Asset[];
    readonly vendor: string | null;
    /** Its name, and what else it is called. */
    readonly called: readonly string[];
    readonly names: readonly AdvisoryName[];
}

/** What one asset says of its product, with what its types say of it. */
export interface ProductOfAsset {
    readonly vendor: string | null;
    readonly product: string | null;
    readonly names: readonly AdvisoryName[];
}

function ownTypes(lookup: Lookup, asset: Asset): readonly AssetType[] {
    return lookup.typesOf(asset).filter(type => !type.builtIn);
}

/** Names of an asset count over those of its type: what one confirms and the other rules out is as the asset says. */
function namesOf(lists: readonly (readonly AdvisoryName[])[]): readonly AdvisoryName[] {
    const byName = new Map<string, AdvisoryName>();
    for (const each of lists.flat()) if (!byName.has(each.name)) byName.set(each.name, each);
    return [...byName.values()];
}

export function productOfAsset(lookup: Lookup, asset: Asset): ProductOfAsset {
    const types = ownTypes(lookup, asset);
    return {
        vendor: asset.vendor ?? types.find(type => type.vendor !== null)?.vendor ?? null,
        product: asset.product ?? types.find(type => type.product !== null)?.product ?? null,
        names: namesOf([asset.advisoryNames, ...types.map(type => type.advisoryNames)]),
    };
}

/**
 * The products of a plant, each once, and the assets of which nothing says which product they are.
 */
export function plantProducts(lookup: Lookup): {
    readonly products: readonly PlantProduct[];
    readonly unsaid: readonly Asset[];
} {
    const groups = new Map<string, { holders: Set<Asset | AssetType>; assets: Asset[]; first: Asset }>();
    const unsaid: Asset[] = [];
    for (const asset of lookup.model.assets) {
        const types = ownTypes(lookup, asset);
        const type = types.find(each => each.product !== null || each.advisoryNames.length > 0);
        const own = asset.product !== null || asset.advisoryNames.length > 0;
        if (!type && !own) {
            unsaid.push(asset);
            continue;
        }
        // An asset that says another product than its type is of another product.
        const byType = type && (asset.product === null || asset.product === type.product);
        const key =
            byType && asset.advisoryNames.length === 0
                ? `type ${type.id}`
                : JSON.stringify([asset.vendor, asset.product, asset.advisoryNames.map(each => [each.name, each.not])]);
        const holder = byType && asset.advisoryNames.length === 0 ? type : asset;
        const group = groups.get(key);
        if (group) {
            group.assets.push(asset);
            group.holders.add(holder);
        } else groups.set(key, { holders: new Set([holder]), assets: [asset], first: asset });
    }
    const products = Array.from(groups.values(), ({ holders, assets, first }): PlantProduct => {
        const { vendor, product, names } = productOfAsset(lookup, first);
        const [holder] = holders;
        const aliases = holder && 'aliases' in holder ? holder.aliases : [];
        return {
            holders: [...holders],
            assets,
            vendor,
            called: [...(product === null ? [] : [product]), ...aliases],
            names,
        };
    });
    return { products, unsaid };
}

/** A version that an asset is said to have, and by which words. */
export interface InstalledVersion {
    readonly version: string;
    readonly by: string;
}

/**
 * The versions that are said to be installed on a day; several where what is said does not agree. A patch of a day to
 * come is not installed, and a `version` that is the one of such a patch says nothing of today. One whose day cannot be
 * read may be installed, so it counts only beside what else is said, and never decides by itself.
 */
export function installedVersions(lookup: Lookup, asset: Asset, today: string): readonly InstalledVersion[] {
    const { patchedTo, version } = asset;
    const patches = [
        ...(patchedTo ? [{ patch: patchedTo, by: '`patched to`' }] : []),
        ...asset.patches
            .filter(({ state }) => state === 'installed')
            .map(patch => ({ patch, by: 'an installed `patch`' })),
    ].map(({ patch, by }) => ({ version: patch.version, by, isDone: isDoneBy(patch, today) }));
    const isToCome = patches.some(each => each.isDone === false && each.version === version);
    const done = patches.filter(each => each.isDone === true);
    const [patched] = done.filter(each => each.by === '`patched to`');
    const said: InstalledVersion[] = [
        ...(patched ? [patched] : []),
        ...(version === null || isToCome ? [] : [{ version, by: '`version`' }]),
        ...(patched ? [] : done),
    ];
    const type = said.length > 0 || isToCome ? undefined : ownTypes(lookup, asset).find(each => each.version !== null);
    if (type) said.push({ version: type.version!, by: `its type ${type.id}` });
    if (!patched && said.length > 0) said.push(...patches.filter(each => each.isDone === null));
    return said.map(each => ({ version: each.version, by: each.by }));
}
