import type { WayRound } from './way-round.ts';

/** A way that passes no place of some countermeasures, one of each line at least. */
export interface Missed {
    readonly way: WayRound;
    /** Ids of the countermeasures, in the order of the lines. */
    readonly measures: readonly string[];
}

/** What the search asks of the ways of a threat. */
interface Ways {
    /** A way past every place of some countermeasures; `null` where there is none. */
    past(measures: readonly string[]): WayRound | null;
    /** True where a way passes no place of a countermeasure. */
    misses(way: WayRound, measure: string): boolean;
}

/** So many ways are looked at for one question. In general a question takes a number that grows exponentially. */
export const mostWays = 256;

/**
 * Looks for a way that goes round some lines: of each line it misses one countermeasure at least. A way that is found
 * shows a line that holds it, and one of its countermeasures has to be missed; so lines that hold no way are never
 * branched on. Once no way misses a countermeasure, it is not tried again further down.
 * @param lines the ids of the countermeasures of each
 * @returns `null` where there is none, `unknown` where {@link mostWays} did not decide it
 */
export function missedPlaces(lines: readonly (readonly string[])[], ways: Ways): Missed | null | 'unknown' {
    let left = mostWays;
    const missedBy = (way: WayRound, chosen: readonly string[]): Missed => {
        const first = lines.flatMap(
            line => line.find(id => chosen.includes(id)) ?? line.find(id => ways.misses(way, id)) ?? [],
        );
        return { way, measures: [...new Set(first)] };
    };
    const search = (chosen: readonly string[], refuted: readonly string[]): Missed | null | 'unknown' => {
        if (left-- === 0) return 'unknown';
        const way = ways.past(chosen);
        if (!way) return null;
        const holding = lines.filter(line => !line.some(id => chosen.includes(id) || ways.misses(way, id)));
        if (holding.length === 0) return missedBy(way, chosen);
        const [next] = holding
            .map(line => line.filter(id => !refuted.includes(id)))
            .sort((one, other) => one.length - other.length);
        const known = [...refuted];
        for (const id of next!) {
            const found = search([...chosen, id], known.slice());
            if (found !== null) return found;
            known.push(id);
        }
        return null;
    };
    const alone = new Set(lines.flatMap(line => (line.length === 1 ? line : [])));
    const found = search([...alone], []);
    if (found !== 'unknown') return found;
    const all = [...new Set(lines.flat())];
    const way = ways.past(all);
    return way ? missedBy(way, all) : 'unknown';
}
