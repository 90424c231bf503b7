import type { Region } from './region.ts';
import { overlap, regionIncludes, regionsMeet, without } from './region.ts';

/** How many parts a question may fall into before it is given up. */
export const defaultBudget = 50_000;

/** Says that a question fell into more parts than its budget allows: its answer is not known. */
export const tooMany = 'too-many';

/**
 * What is left of some regions without others.
 * @returns parts that share no session, or {@link tooMany}
 */
export function rest(
    regions: readonly Region[],
    taken: readonly Region[],
    budget = defaultBudget,
): readonly Region[] | typeof tooMany {
    let parts = regions;
    let spent = 0;
    for (const each of taken) {
        if (parts.length === 0) return parts;
        if (!parts.some(part => regionsMeet(part, each))) continue;
        parts = parts.flatMap(part => without(part, each));
        spent += parts.length;
        if (spent > budget) return tooMany;
    }
    return parts;
}

/**
 * Some sessions of a region that none of the others has: one part, found without working out all of them.
 * @returns `null` where the others cover the region
 */
export function uncovered(
    region: Region,
    others: readonly Region[],
    budget = defaultBudget,
): Region | null | typeof tooMany {
    if (others.some(other => regionIncludes(other, region))) return null;
    const near = others.filter(other => regionsMeet(region, other));
    const stack: { readonly part: Region; readonly next: number }[] = [{ part: region, next: 0 }];
    for (let spent = 0; stack.length > 0; spent++) {
        if (spent > budget) return tooMany;
        const { part, next } = stack.pop()!;
        let at = next;
        while (at < near.length && !regionsMeet(part, near[at]!)) at++;
        if (at === near.length) return part;
        for (const piece of without(part, near[at]!)) stack.push({ part: piece, next: at + 1 });
    }
    return null;
}

/** The parts of a region that lie in some of the others, one for each that meets it. */
export function sharedWith(region: Region, others: readonly Region[]): readonly Region[] {
    return others.flatMap(other => overlap(region, other) ?? []);
}
