import { Failure } from '../io.ts';
import { numbersOf, type Part } from './shards.ts';

/** What one output has of one model, and which turn that model has in a whole run. */
interface Turn<T> {
    readonly part: Part<unknown>;
    readonly at: number;
    readonly items: readonly T[];
}

/** Whether something is counted by its model, or each is the only one of its model. */
export type Counting = 'counted' | 'one-each';

/**
 * What an output has, by model. A shard says of each model its place among those that it looked at, and how much is of
 * it; what could not be read has no place and comes first. Other outputs are one piece.
 */
function turnsOf<T>(part: Part<unknown>, items: readonly T[], counting: Counting): readonly Turn<T>[] {
    const { shard, turns, file } = part;
    if (shard === null || turns === null) return [{ part, at: -1, items }];
    const [index, count] = numbersOf(part);
    const [step, size] = counting === 'counted' ? [2, (at: number) => turns[at + 1]!] : [1, () => 1];
    const places = turns.filter((_, at) => at % step === 0);
    const sizes = places.map((_, at) => size(at * step));
    let from = items.length - sizes.reduce((sum, each) => sum + each, 0);
    if (!(from >= 0)) throw new Failure(`${file} is cut: it lists fewer findings than it counts. Write it again.`);
    const first: Turn<T> = { part, at: -1, items: items.slice(0, from) };
    const own = places.map((place, at): Turn<T> => {
        const begin = from;
        from += sizes[at]!;
        return { part, at: place * count + index - 1, items: items.slice(begin, from) };
    });
    return [first, ...own];
}

/**
 * What the parts have: of shards in the order of a whole run, of other outputs in that of the parts. Each shard says
 * what it could not read: a path that is not there, or settings that hold for models of several. That is one finding of
 * the fleet, as it would be of a whole run.
 * @param of what one part has
 * @param isUnread true for what says that something could not be read
 */
export function onceEach<T>(
    parts: readonly Part<unknown>[],
    of: (part: Part<unknown>) => readonly T[],
    isUnread: (each: T) => boolean,
    counting: Counting = 'counted',
): readonly T[] {
    const seen = new Set<string>();
    const turns = parts.flatMap(part => turnsOf(part, of(part), counting)).sort((a, b) => a.at - b.at);
    return turns.flatMap(({ part, items }) =>
        items.filter(each => {
            if (part.shard === null || !isUnread(each)) return true;
            const key = JSON.stringify(each);
            const isNew = !seen.has(key);
            seen.add(key);
            return isNew;
        }),
    );
}
