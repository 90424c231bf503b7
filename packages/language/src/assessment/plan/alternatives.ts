/** The smallest sets of some items that do something. */
export interface Alternatives {
    /** In ascending order, single items first. */
    readonly alternatives: readonly (readonly number[])[];
    /** False where there may be others, since the search was given up. */
    readonly complete: boolean;
}

/** So many sets of items are searched for further ones. */
const mostSearched = 40;

/**
 * Finds every smallest set of items that does something. Mostly it takes one of some items (what is applied), or all of
 * some (what a statement rests on); both where a zone applies something and inherits such a statement.
 * @param items in ascending order
 * @param does whether a set does it, in ascending order too; more items never do less, and all of them do it
 */
export function alternativesOf(items: readonly number[], does: (set: readonly number[]) => boolean): Alternatives {
    const found: (readonly number[])[] = items.filter(item => does([item])).map(item => [item]);
    // A further set has none of the items that do it alone, and lacks one item of every other set that was found.
    const singles = new Set(found.flat());
    const left = [items.filter(item => !singles.has(item))];
    const seen = new Set<string>();
    for (let set = left.pop(); set; set = left.pop()) {
        const key = set.join();
        if (seen.has(key)) continue;
        if (seen.size === mostSearched) return { alternatives: found, complete: false };
        seen.add(key);
        const within = set;
        let inside = found.find(each => each.every(item => within.includes(item)));
        if (!inside) {
            if (set.length < 2 || !does(set)) continue;
            inside = smallestOf(set, does);
            found.push(inside);
        }
        for (const item of inside) left.push(set.filter(other => other !== item));
    }
    return { alternatives: found, complete: true };
}

/** One of the smallest sets in a set that does it. */
function smallestOf(set: readonly number[], does: (set: readonly number[]) => boolean): readonly number[] {
    const needed = set.filter(item => !does(set.filter(other => other !== item)));
    if (does(needed)) return needed;
    let left = set;
    for (const item of set) {
        if (needed.includes(item)) continue;
        const less = left.filter(other => other !== item);
        if (does(less)) left = less;
    }
    return left;
}
