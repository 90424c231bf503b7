/** What several filters let through together. */
import type { Region, Verdict } from '../filter/index.ts';

/** So many parts are followed; where there are more, some of them may pass. */
const mostParts = 500;

/** What a filter does with a region; `null` where that is not known. */
type Ask = (region: Region) => Verdict | null;

/**
 * What several filters let through, one after the other: of what the first lets through the next is asked, and so on.
 * What is unclear may pass; `null` where it falls into too many parts.
 */
export function passedBy(filters: readonly Ask[], question: Region): readonly Region[] | null {
    let left: readonly Region[] = [question];
    for (const ask of filters) {
        const next: Region[] = [];
        for (const region of left) {
            const verdict = ask(region);
            if (!verdict) next.push(region);
            else if (!verdict.complete) return null;
            else next.push(...[...verdict.permitted, ...verdict.unclear].map(each => each.region));
            if (next.length > mostParts) return null;
        }
        if (next.length === 0) return [];
        left = next;
    }
    return left;
}

/** True where each session of a question is blocked by one of several filters. */
export function nothingPasses(filters: readonly Ask[], question: Region): boolean {
    return filters.length > 0 && passedBy(filters, question)?.length === 0;
}
