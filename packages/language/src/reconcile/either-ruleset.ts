/** What several rule sets of one device do together. */
import type { Decided, Verdict } from '../filter/index.ts';
import { defaultBudget, overlap } from '../filter/index.ts';

const kinds = ['permitted', 'blocked', 'unclear'] as const;
type Kind = (typeof kinds)[number];
type Part = Decided & { readonly kind: Kind };

const partsOf = (verdict: Verdict, before: number): readonly Part[] =>
    kinds.flatMap(kind =>
        verdict[kind].map(({ region, rules }) => ({ region, rules: rules.map(index => index + before), kind })),
    );

/**
 * The verdict of two rule sets of which nobody said which decides: one may be the older state, or for other addresses,
 * or that of another virtual firewall. Only what both do is sure.
 * @param before how many rules are in front of those of the second in a list of all of them
 */
export function eitherOf(one: Verdict, other: Verdict, before: number): Verdict {
    const [some, others] = [partsOf(one, 0), partsOf(other, before)];
    if (some.length * others.length > defaultBudget)
        return { permitted: [], blocked: [], unclear: [], complete: false };
    const found: Record<Kind, Decided[]> = { permitted: [], blocked: [], unclear: [] };
    for (const part of some)
        for (const each of others) {
            const region = overlap(part.region, each.region);
            if (region)
                found[part.kind === each.kind ? part.kind : 'unclear'].push({
                    region,
                    rules: [...part.rules, ...each.rules],
                });
        }
    return { ...found, complete: one.complete && other.complete };
}
