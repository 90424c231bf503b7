import type { Part } from './shards.ts';

/**
 * What the parts have, in their order. Each shard says what it could not read: a path that is not there, or settings
 * that hold for models of several. That is one finding of the fleet, as it would be of a whole run.
 * @param of what one part has
 * @param isUnread true for what says that something could not be read
 */
export function onceEach<T>(
    parts: readonly Part<unknown>[],
    of: (part: Part<unknown>) => readonly T[],
    isUnread: (each: T) => boolean,
): readonly T[] {
    const seen = new Set<string>();
    return parts.flatMap(part =>
        of(part).filter(each => {
            if (part.shard === null || !isUnread(each)) return true;
            const key = JSON.stringify(each);
            const isNew = !seen.has(key);
            seen.add(key);
            return isNew;
        }),
    );
}
