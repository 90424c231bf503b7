import type { Dependency, Duration, Endurance, EssentialFunction, Lookup } from '../../model/index.ts';
import { supportOf } from './assume.ts';
import { type Covers, covers, isWritten } from './losses.ts';
import type { Severed } from './severed.ts';

/** True for a time that is not over yet. */
export type Holds = (time: Duration) => boolean;

/** What is endured at a moment: assets, zones and conduits, and functions. */
export type Endured = Covers & { ofFunction(id: string): boolean };

/**
 * What a function goes on without for a time only, though nothing that it needs rests on it: what comes after that
 * time is said by these words alone.
 */
export function enduredAlone(lookup: Lookup, asked: EssentialFunction): readonly Endurance[] {
    if (asked.endures.length === 0) return [];
    const support = [...supportOf(lookup, asked)];
    const named = [...asked.needs, ...asked.needsOneOf.flatMap(group => group.any)];
    const isSame = (a: Dependency, b: Dependency): boolean => a.of === b.of && a.id === b.id;
    return asked.endures.filter(
        ({ without }) =>
            !named.some(need => isSame(need, without)) &&
            !asked.worksWithout.some(other => isWritten(other) && isSame(other.without, without)) &&
            !support.some(id => covers(lookup, without, id, null)),
    );
}

/** What a function endures by its own words for another time than a function that it needs. */
export function enduredTwice({ model }: Lookup, asked: EssentialFunction): readonly Endurance[] {
    if (asked.endures.length === 0) return [];
    const needed = new Set([asked]);
    for (const each of needed)
        for (const need of each.needs) {
            const other = need.of === 'function' && model.functions.find(({ id }) => id === need.id);
            if (other) needed.add(other);
        }
    needed.delete(asked);
    const theirs = [...needed].flatMap(each => each.endures.map(({ without }) => without));
    return asked.endures.filter(({ without }) =>
        theirs.some(other => other.of === without.of && other.id === without.id),
    );
}

/**
 * What is endured at a moment. Of several times for one thing the first to run out counts, and the time of an asset
 * before that of the zone around it; but where the zone itself is cut, its own time counts too.
 */
export function enduredBy(lookup: Lookup, cut: Severed, endures: readonly Endurance[], holds: Holds): Endured {
    const names = (still: boolean): readonly Dependency[] =>
        endures.filter(each => holds(each.duration) === still).map(each => each.without);
    const [holding, over] = [names(true), names(false)];
    const isEndured: Covers = (id, conduit) => {
        const still = holding.filter(name => covers(lookup, name, id, conduit));
        if (still.length === 0) return false;
        return !over.some(
            name =>
                covers(lookup, name, id, conduit) &&
                (cut.asked.includes(name.id) || still.every(each => covers(lookup, each, name.id, null))),
        );
    };
    const has = (list: readonly Dependency[], id: string): boolean =>
        list.some(name => name.of === 'function' && name.id === id);
    return Object.assign(isEndured, { ofFunction: (id: string) => has(holding, id) && !has(over, id) });
}
