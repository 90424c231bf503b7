import type { EssentialFunction, Lookup } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import { type Containment, containment } from './contain.ts';
import { inOwnZone, reachedFrom, type ReachedAsset } from './reached.ts';

/** A function that rests on something compromised, or on something that is reached. */
export interface FunctionInReach {
    readonly function: EssentialFunction;
    /** What it rests on and is in reach, the nearest first. */
    readonly assets: readonly string[];
    /** To the nearest of them; 0 where it rests on what is compromised. */
    readonly hops: number;
}

/** What follows when something is compromised. */
export interface Assumed {
    readonly from: readonly string[];
    /** The nearest first. */
    readonly reached: readonly ReachedAsset[];
    readonly functions: readonly FunctionInReach[];
    /** What is reached beyond the zone of what is compromised: ids of assets. */
    readonly beyond: readonly string[];
    /** The smallest set of conduits that ends the reach beyond the zone of what is compromised. */
    readonly contain: Containment;
    /** The same by single flows. */
    readonly containByFlows: Containment;
}

/** What a function names itself, or by the functions that it needs: ids of assets, zones and conduits. */
export function namedBy({ model }: Lookup, asked: string): readonly string[] {
    const functions = new Set([asked]);
    const named = new Set<string>();
    for (const id of functions) {
        const each = model.functions.find(other => other.id === id);
        for (const need of [...(each?.needs ?? []), ...(each?.needsOneOf ?? []).flatMap(group => group.any)])
            (need.of === 'function' ? functions : named).add(need.id);
    }
    return [...named];
}

/** All assets that a function rests on, in the end: those of zones, of the functions that it needs, and so on. */
export function supportOf(lookup: Lookup, asked: EssentialFunction): ReadonlySet<string> {
    return restsOn(lookup, asked).assets;
}

/** All assets, conduits and other functions that a function rests on, in the end. */
export function restsOn(
    lookup: Lookup,
    asked: EssentialFunction,
): Record<'assets' | 'conduits' | 'functions', ReadonlySet<string>> {
    const others = new Set<string>();
    const functions = new Map(lookup.model.functions.map(each => [each.id, each]));
    const seen = new Set<string>();
    const assets = new Set<string>();
    const conduits = new Set<string>();
    const visit = (of: 'element' | 'function', id: string): void => {
        if (seen.has(`${of} ${id}`)) return;
        seen.add(`${of} ${id}`);
        const asset = of === 'element' ? lookup.asset(id) : undefined;
        const holder = of === 'function' ? functions.get(id) : asset;
        if (asset) assets.add(id);
        for (const need of holder?.needs ?? []) visit(need.of, need.id);
        for (const group of holder?.needsOneOf ?? []) for (const need of group.any) visit(need.of, need.id);
        if (of === 'function') {
            if (id !== asked.id) others.add(id);
            return;
        }
        if (lookup.zone(id)) for (const each of lookup.assetsWithin(id)) visit('element', each.id);
        const conduit = lookup.conduit(id);
        if (conduit) conduits.add(id);
        for (const device of conduit?.via ?? []) visit('element', device.id);
    };
    visit('function', asked.id);
    return { assets, conduits, functions: others };
}

/**
 * What some assets or zones reach when they are compromised.
 * @param from their ids
 * @param options `lateral` counts movement inside a zone without a flow
 */
export function assume(
    assessment: Pick<Assessment, 'lookup' | 'reach'>,
    from: readonly string[],
    options: { readonly lateral?: boolean } = {},
): Assumed {
    const { lookup, reach } = assessment;
    const starts = from.flatMap(id => reach.membersOf(id));
    const reached = reachedFrom(assessment, from, options.lateral);
    const hops = new Map(starts.map(id => [id, 0]));
    for (const { id, path } of reached) hops.set(id, path.hops.length);
    const functions = lookup.model.functions.flatMap((each): readonly FunctionInReach[] => {
        const assets = [...supportOf(lookup, each)]
            .filter(id => hops.has(id))
            .sort((a, b) => hops.get(a)! - hops.get(b)!);
        return assets.length === 0 ? [] : [{ function: each, assets, hops: hops.get(assets[0]!)! }];
    });
    const isHome = inOwnZone(lookup, from);
    const protect = new Set(reached.map(each => each.id).filter(id => !isHome(id)));
    return {
        from,
        reached,
        functions: functions.sort((a, b) => a.hops - b.hops),
        beyond: [...protect],
        contain: containment(assessment, from, protect, 'conduits', options.lateral),
        containByFlows: containment(assessment, from, protect, 'flows', options.lateral),
    };
}
