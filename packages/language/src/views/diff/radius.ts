import type { Assessment } from '../../assessment/index.ts';
import type { ReachDirection } from './model-diff.ts';

/** How far one end reaches, in numbers; what lies in it is not counted. */
export interface Radius {
    readonly assets: number;
    /** Of these, essential ones. */
    readonly essential: number;
    /** The zones in which these assets lie. */
    readonly zones: number;
}

/** How far a zone reaches before and after a change; `null` on the side that does not have it. */
export interface RadiusChange {
    readonly from: string;
    readonly before: Radius | null;
    readonly after: Radius | null;
}

/** From how many zones the reach is counted. */
const mostOrigins = 20;

/**
 * Counts what is reached from a zone or asset, or what reaches it.
 * @param id of a zone or asset
 * @param turned counts what reaches it
 */
export function radiusOf({ lookup, reach }: Assessment, id: string, turned = false): Radius {
    const own = new Set(reach.locatedIn(id));
    const met = turned ? reach.reaching([id]) : reach.reachableFrom([id]);
    const assets = [...met].flatMap(each => (own.has(each) ? [] : (lookup.asset(each) ?? [])));
    return {
        assets: assets.length,
        essential: assets.filter(asset => asset.traits.includes('essential')).length,
        zones: new Set(assets.map(asset => lookup.zoneOf(asset.id)?.id)).size,
    };
}

/**
 * How far those zones reach, before and after, of which the reach has changed; the gravest change first.
 * @param oldId the id of a zone on the side before; `undefined` where it is not there
 */
export function radiusChanges(
    before: Assessment,
    after: Assessment,
    { opened, closed }: { readonly opened: ReachDirection; readonly closed: ReachDirection },
    oldId: (id: string) => string | undefined,
    newId: (id: string) => string | undefined,
): readonly RadiusChange[] {
    const origins = [
        ...opened.groups.filter(({ fromZone, toZone }) => fromZone !== toZone).map(({ fromZone }) => fromZone),
        ...closed.groups
            .filter(({ fromZone, toZone }) => fromZone !== toZone)
            .flatMap(({ fromZone }) => newId(fromZone) ?? []),
    ];
    return [...new Set(origins)].slice(0, mostOrigins).map(from => {
        const old = oldId(from);
        return {
            from,
            before: old === undefined ? null : radiusOf(before, old),
            after: radiusOf(after, from),
        };
    });
}
