import { blamedOf, type Blamed } from './blamed.ts';
import type { Compared, Variant } from './reason.ts';

/* What is found in HEAD if it claimed less, or did not declare what BASE did, or had zones where BASE had them. */

/**
 * Answers for a finding that is mended whether it would be there in another state of HEAD, such as the one without what
 * it claims newly and shows no evidence of: as many more of its rule are held against the same element then.
 * @param now what is held against HEAD with the questions of BASE
 */
export function thereIn(
    variant: Variant | null,
    mended: readonly Blamed[],
    now: readonly Blamed[],
): (each: Blamed) => boolean {
    if (!variant || mended.length === 0) return () => false;
    const keyOf = ({ finding, about }: Blamed): string => `${finding.rule} ${about}`;
    const counts = new Map<string, number>();
    for (const each of blamedOf(variant.ask(new Set(mended.map(({ finding }) => finding.rule))), null))
        counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
    for (const each of now) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) - 1);
    // What only asks for more to be said is answered by saying it.
    return each => each.finding.severity !== 'info' && (counts.get(keyOf(each)) ?? 0) > 0;
}

/**
 * Answers for a finding that HEAD has by its own questions whether it has it because a flow is no longer declared, and
 * not because it asks otherwise.
 */
export function leftUndeclared({ declared }: Compared, news: readonly Blamed[]): (each: Blamed) => boolean {
    if (!declared || news.length === 0) return () => false;
    const found = blamedOf(declared.ask(new Set(news.map(({ finding }) => finding.rule))), null);
    const keys = new Set(found.map(({ key }) => key));
    return ({ key }) => keys.has(key);
}
