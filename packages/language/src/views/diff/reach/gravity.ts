import type { Lookup } from '../../../model/index.ts';
import type { ReachKind } from '../model-diff.ts';

interface Gravity {
    /** What it is, the gravest first. */
    readonly kinds: readonly ReachKind[];
    readonly gravity: number;
}

/** What a zone is to whoever reaches it, or comes from it. */
interface Weight {
    readonly safety: boolean;
    readonly outside: boolean;
    readonly essential: boolean;
    /** The highest SL-T of its FRs. */
    readonly target: number;
}

const nothing: Weight = { safety: false, outside: false, essential: false, target: 0 };

function weigh(lookup: Lookup, id: string): Weight {
    const [kind, traits] = [lookup.kindOf(id), lookup.traitsOf(id)];
    const assets = lookup.assetsWithin(id);
    return {
        safety: kind === 'safety' || assets.some(asset => lookup.isA(asset, 'safety-controller')),
        outside: kind === 'external' || kind === 'enterprise' || traits.has('remote') || traits.has('untrusted'),
        essential: assets.some(asset => asset.traits.includes('essential')),
        target: Math.max(0, ...assessed(lookup, id)),
    };
}

function assessed(lookup: Lookup, id: string): readonly number[] {
    const chain = lookup.chain(id).find(zone => zone.slT !== null);
    return chain?.slT?.levels.map(level => level ?? 0) ?? [];
}

const weights = (lookup: Lookup): ReadonlyMap<string, Weight> =>
    new Map(lookup.model.zones.map(({ id }) => [id, weigh(lookup, id)]));

const weightOf = (lookup: Lookup, id: string): Weight => lookup.once(weights).get(id) ?? nothing;

/**
 * How grave it is that the assets of one zone reach those of another: into safety, into a higher SL-T, from outside, to
 * what is essential.
 */
export function gravityOf(lookup: Lookup, fromZone: string, toZone: string): Gravity {
    const [from, to] = [weightOf(lookup, fromZone), weightOf(lookup, toZone)];
    const said: readonly (readonly [ReachKind, boolean, number])[] = [
        ['path-into-safety', to.safety && !from.safety, 8],
        ['path-into-higher-target', to.target > from.target, 4],
        ['path-from-outside', from.outside && !to.outside, 2],
        ['path-to-essential', to.essential && !from.essential, 1],
    ];
    const gravity = said.reduce((sum, [, holds, weight]) => sum + (holds ? weight : 0), 0);
    const kinds = said.filter(([, holds]) => holds).map(([kind]) => kind);
    return { kinds: kinds.length > 0 ? kinds : ['path-between-zones'], gravity };
}
