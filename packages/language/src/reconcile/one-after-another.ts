/** What several filters let through together. */
import type { Region, Verdict } from '../filter/index.ts';

/** So many parts are followed; where there are more, some of them may pass. */
const mostParts = 500;

/**
 * True where each session of a question is blocked by one of several filters: of what the first lets through the next
 * is asked, and so on. What is unclear may pass.
 * @param filters what each does with a region; `null` where that is not known
 */
export function nothingPasses(filters: readonly ((region: Region) => Verdict | null)[], question: Region): boolean {
    let left: readonly Region[] = [question];
    for (const ask of filters) {
        const next: Region[] = [];
        for (const region of left) {
            const verdict = ask(region);
            if (!verdict) next.push(region);
            else if (!verdict.complete) return false;
            else next.push(...[...verdict.permitted, ...verdict.unclear].map(each => each.region));
            if (next.length > mostParts) return false;
        }
        if (next.length === 0) return true;
        left = next;
    }
    return false;
}
