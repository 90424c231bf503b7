import type { Assessment } from '../assessment.ts';
import type { Path } from '../reach.ts';

/** An asset that something reaches, or that reaches it. */
export interface ReachedAsset {
    /** Its id; that of a zone where it holds no asset, and stands for whoever is in it. */
    readonly id: string;
    /** Its innermost zone; `null` for a device of a conduit. */
    readonly zone: string | null;
    /** A shortest path. */
    readonly path: Path;
}

/** True for what lies in a zone of one of some assets and zones; not for a device of a conduit, which is in none. */
export function inOwnZone(lookup: Assessment['lookup'], from: readonly string[]): (id: string) => boolean {
    const homes = from.flatMap(id => lookup.zoneOf(id)?.id ?? []);
    return id => {
        const zone = lookup.zoneOf(id)?.id;
        return zone !== undefined && homes.some(home => lookup.within(zone, home));
    };
}

function nearestFirst(lookup: Assessment['lookup'], paths: ReadonlyMap<string, Path>): readonly ReachedAsset[] {
    return [...paths]
        .map(([id, path]): ReachedAsset => ({ id, zone: lookup.zoneOf(id)?.id ?? null, path }))
        .sort((a, b) => a.path.hops.length - b.path.hops.length);
}

/**
 * What assets and zones reach, the nearest first.
 * @param from their ids
 * @param lateral counts movement inside a zone without a flow
 */
export function reachedFrom(
    { lookup, reach }: Pick<Assessment, 'lookup' | 'reach'>,
    from: readonly string[],
    lateral = false,
): readonly ReachedAsset[] {
    return nearestFirst(lookup, reach.spread(from, { lateral }));
}

/** The same against the arrows: what reaches assets and zones. */
export function reachingInto(
    { lookup, reach }: Pick<Assessment, 'lookup' | 'reach'>,
    to: readonly string[],
    lateral = false,
): readonly ReachedAsset[] {
    return nearestFirst(lookup, reach.spreadInto(to, { lateral }));
}
