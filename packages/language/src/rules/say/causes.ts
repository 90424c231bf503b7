import type { Flow } from '../../model/index.ts';

/** From this many like flows on, their common cause is blamed once instead of each flow. */
const many = 4;

/**
 * Brings together what has one cause, so that a plant with a hundred like flows gets one finding and not a hundred. A
 * flow that accepts the finding in its own block stands alone, so that its acceptance speaks for no other flow.
 * @param key the same for flows with the same cause; `null` for a flow that stands alone
 * @param least so many make a group
 * @returns groups of one, and of that many or more, in the order of their first flow
 */
export function byCause<T>(
    rule: string,
    items: readonly T[],
    flowOf: (item: T) => Flow,
    key: (item: T) => string | null,
    least = many,
): readonly (readonly [T, ...T[]])[] {
    const groups = Map.groupBy(items, item => {
        const alone = flowOf(item).accepts.some(accept => accept.rule === rule);
        return (alone ? null : key(item)) ?? item;
    });
    return [...groups.values()].flatMap(([first, ...others]): readonly (readonly [T, ...T[]])[] => {
        if (first === undefined) return [];
        return others.length + 1 >= least ? [[first, ...others]] : [first, ...others].map((item): [T] => [item]);
    });
}
