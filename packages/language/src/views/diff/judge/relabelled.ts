import type { Asset, AssetType, Lookup } from '../../../model/index.ts';
import { requirementText } from '../../../model/index.ts';
import { strengthOf, strengthOfType, strongestByRules } from './strength.ts';

/** What says of which product a device is. */
export const ofProducts = ['vendor', 'product', 'version'] as const;

/** The type of the library that an asset has, by itself or by a type of the site that rests on it. */
export function roleOf(lookup: Lookup, asset: Asset): string | null {
    return lookup.typesOf(asset).find(({ builtIn }) => builtIn)?.id ?? null;
}

/**
 * True where an asset is not said to be another product: vendor, product and version are what they were, by itself or
 * by its types, or are said on one side alone.
 */
export function sameProduct(before: Lookup, old: Asset, after: Lookup, now: Asset): boolean {
    const said = (lookup: Lookup, asset: Asset, field: (typeof ofProducts)[number]): string | null =>
        asset[field] ?? lookup.typesOf(asset).find(type => type[field] !== null)?.[field] ?? null;
    return ofProducts.every(field => {
        const [was, is] = [said(before, old, field), said(after, now, field)];
        return was === null || is === null || was === is;
    });
}

/** What is said of the product that a device is, each fact as a text; a type of the site says more of it. */
function described(each: Asset | AssetType): readonly string[] {
    return [
        ...ofProducts.flatMap(field => (each[field] === null ? [] : `${field} ${each[field]}`)),
        ...('certificates' in each ? factsOfType(each) : []),
    ];
}

function factsOfType({ slC, certificates, statements }: AssetType): readonly string[] {
    return [
        ...(slC ? [`SL-C ${slC.levels.join(' ')}`] : []),
        ...certificates.map(({ text }) => text),
        ...statements.flatMap(({ verb, requirements }) => requirements.map(each => `${verb} ${requirementText(each)}`)),
    ];
}

/** True where something is said of the product that was not said before: it may be another device. */
function isDescribedAnew(was: readonly (Asset | AssetType)[], is: readonly (Asset | AssetType)[]): boolean {
    const known = new Set(was.flatMap(described));
    return is.flatMap(described).some(fact => !known.has(fact));
}

/**
 * True where a device is called one that filters more, or a host is called a network device, and nothing else shows it:
 * no other product, and no rules of it. What is called one that filters less is one.
 */
function isCalledStronger(before: Lookup, old: Asset, after: Lookup, now: Asset): boolean {
    if (!after.isA(now, 'network-device')) return false;
    const [was, is] = [strengthOf(before, old).strength, strengthOf(after, now).strength];
    if (is < was || (is === was && before.isA(old, 'network-device'))) return false;
    const hasRules = after.model.rulesets.some(({ devices }) => devices.some(({ id }) => id === now.id));
    if (hasRules && is <= strongestByRules) return false;
    const own = (lookup: Lookup, asset: Asset): readonly (Asset | AssetType)[] => [
        asset,
        ...lookup.typesOf(asset).filter(({ builtIn }) => !builtIn),
    ];
    return !isDescribedAnew(own(before, old), own(after, now));
}

/** True where only the role of an asset was typed anew: who replaces a device names another product, or a device. */
export function isRelabelled(before: Lookup, old: Asset, after: Lookup, now: Asset): boolean {
    if (now.type === null) return old.type !== null;
    const [was, is] = [roleOf(before, old), roleOf(after, now)];
    if (was === null || is === null || was === is) return false;
    if (before.isA(old, 'network-device') || after.isA(now, 'network-device'))
        return isCalledStronger(before, old, after, now);
    return sameProduct(before, old, after, now);
}

/** The same for a type of the site: what it rests on is the role of all its assets. */
export function isRelabelledType(before: Lookup, old: AssetType, after: Lookup, now: AssetType): boolean {
    const role = (lookup: Lookup, type: AssetType): string | null => {
        const seen = new Set<string>();
        let each: AssetType | undefined = type;
        while (each && !each.builtIn && !seen.has(each.id)) {
            seen.add(each.id);
            each = each.base ? lookup.type(each.base.id) : undefined;
        }
        return each?.builtIn === true ? each.id : null;
    };
    const [was, is] = [role(before, old), role(after, now)];
    if (was === null || is === null || was === is) return false;
    if (before.typeIsA(old.id, 'network-device') || after.typeIsA(now.id, 'network-device')) {
        const [first, last] = [strengthOfType(before, old).strength, strengthOfType(after, now).strength];
        return last > first && !isDescribedAnew([old], [now]);
    }
    return ofProducts.every(field => old[field] === null || now[field] === null || old[field] === now[field]);
}
