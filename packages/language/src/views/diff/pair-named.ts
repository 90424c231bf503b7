import type { Fact } from '../../model/index.ts';
import { pairUp, type Marks } from './likeness.ts';

/** From this likeness on two elements at the same place are one that was renamed. */
export const renamed = 0.5;

export function marksOf(facts: readonly Fact[], more: Iterable<readonly [string, number]> = []): Marks {
    return new Map([
        ...facts.map(fact => [`${fact.key}=${fact.verb ?? ''}${fact.value ?? ''}`, fact.weight] as const),
        ...more,
    ]);
}

/** Naming of the neighbours among those that have a partner: where an element stands between others. */
export function placeOf<T extends { readonly id: string }>(
    siblings: readonly T[],
    element: T,
    name: (sibling: T) => string | undefined,
): [string, number][] {
    const index = siblings.indexOf(element);
    const named = (list: readonly T[]): string => list.map(name).find(each => each !== undefined) ?? '.';
    return [
        [`behind ${named(siblings.slice(0, index).reverse())}`, 1],
        [`before ${named(siblings.slice(index + 1))}`, 1],
    ];
}

export interface Named {
    readonly id: string;
    readonly name: string;
}

/** Pairs elements that have a scope of their own: by id, and what is left by what it is made of. */
export function pairNamed<T extends Named>(
    before: readonly T[],
    after: readonly T[],
    marks: (element: T, side: 'before' | 'after') => Marks,
): Map<string, string> {
    const afterIds = new Set(after.map(element => element.id));
    const beforeIds = new Set(before.map(element => element.id));
    const pairs = new Map(before.filter(element => afterIds.has(element.id)).map(element => [element.id, element.id]));
    const lost = before.filter(element => !afterIds.has(element.id));
    const won = after.filter(element => !beforeIds.has(element.id));
    for (const [i, j] of pairUp(
        lost.map(each => marks(each, 'before')),
        won.map(each => marks(each, 'after')),
        renamed,
    )) {
        pairs.set(lost[i]!.id, won[j]!.id);
    }
    return pairs;
}
