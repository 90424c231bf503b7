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

/** From this likeness on two elements of which nothing is said are one, by who names them and where they stand. */
const sameBare = 0.75;

/**
 * Pairs elements that have a scope of their own: by id, and what is left by what it is made of. That of which nothing
 * is said on either side is known by who names it and where it stands: nothing can be lost with it.
 * @param mentions who names them on a side, by their ids; is asked only where that decides
 */
export function pairNamed<T extends Named>(
    before: readonly T[],
    after: readonly T[],
    marks: (element: T, side: 'before' | 'after') => Marks,
    mentions: (side: 'before' | 'after') => ReadonlyMap<string, Marks> = () => new Map(),
): Map<string, string> {
    const afterIds = new Set(after.map(element => element.id));
    const beforeIds = new Set(before.map(element => element.id));
    const pairs = new Map(before.filter(element => afterIds.has(element.id)).map(element => [element.id, element.id]));
    const lost = before.filter(element => !afterIds.has(element.id));
    const won = after.filter(element => !beforeIds.has(element.id));
    const [lostMarks, wonMarks] = [lost.map(each => marks(each, 'before')), won.map(each => marks(each, 'after'))];
    for (const [i, j] of pairUp(lostMarks, wonMarks, renamed)) pairs.set(lost[i]!.id, won[j]!.id);
    const [bareLost, bareWon] = [
        lost.filter((_, index) => lostMarks[index]!.size === 0),
        won.filter((_, index) => wonMarks[index]!.size === 0),
    ];
    if (bareLost.length === 0 || bareWon.length === 0) return pairs;
    const taken = new Set(pairs.values());
    const [named, naming] = [mentions('before'), mentions('after')];
    const settled = pairUp(
        bareLost.map(
            each =>
                new Map([...(named.get(each.id) ?? []), ...placeOf(before, each, sibling => pairs.get(sibling.id))]),
        ),
        bareWon.map(
            each =>
                new Map([
                    ...(naming.get(each.id) ?? []),
                    ...placeOf(after, each, ({ id }) => (taken.has(id) ? id : undefined)),
                ]),
        ),
        sameBare,
    );
    for (const [i, j] of settled) pairs.set(bareLost[i]!.id, bareWon[j]!.id);
    return pairs;
}
