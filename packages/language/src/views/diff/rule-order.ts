import {
    everyAddress,
    everyService,
    readAddressList,
    readServices,
    regionsMeet,
    type Region,
} from '../../filter/index.ts';
import type { FirewallRule, Origin, Ruleset } from '../../model/index.ts';
import { ruleText } from '../../model/index.ts';

/** How many pairs of rules are looked at: of rules that were shuffled as a whole one is soon found. */
const mostPairs = 20_000;

/** The rules by what they are called; of several that are called the same, each by its place among them. */
function byName({ rules }: Ruleset): ReadonlyMap<string, { readonly rule: FirewallRule; readonly place: number }> {
    const counts = new Map<string, number>();
    return new Map(
        rules.map((rule, place) => {
            const name = `${rule.label ?? ''} ${ruleText(rule)}`;
            const count = counts.get(name) ?? 0;
            counts.set(name, count + 1);
            return [`${name} ${count}`, { rule, place }];
        }),
    );
}

function regionOf({ from, to, services }: FirewallRule): Region {
    const all = (addresses: FirewallRule['from']): Region['from'] =>
        readAddressList(addresses.map(({ text }) => text)) ?? everyAddress;
    return { from: all(from), to: all(to), services: readServices(services) ?? everyService };
}

const nameOf = (rule: FirewallRule): string => (rule.label === null ? `"${ruleText(rule)}"` : `"${rule.label}"`);

/**
 * Rules that stand in another order, where that means something: the first one that matches decides, so one that
 * permits and one that blocks some of the same may not change places.
 * @returns the first two of them in words, and where the one stands that comes first now; `null` where there are none
 */
export function orderChange(before: Ruleset, after: Ruleset): { readonly what: string; readonly at: Origin } | null {
    const known = byName(before);
    const stayed = [...byName(after)].flatMap(([name, { rule }]) => {
        const old = known.get(name);
        return old ? [{ rule, place: old.place }] : [];
    });
    if (stayed.every(({ place }, index) => index === 0 || stayed[index - 1]!.place < place)) return null;
    const regions = new Map<FirewallRule, Region>();
    const region = (rule: FirewallRule): Region => {
        const found = regions.get(rule) ?? regionOf(rule);
        regions.set(rule, found);
        return found;
    };
    let pairs = 0;
    for (const [index, first] of stayed.entries()) {
        for (let behind = index + 1; behind < stayed.length; behind++) {
            const second = stayed[behind]!;
            if (first.place < second.place || first.rule.permits === second.rule.permits) continue;
            pairs += 1;
            if (pairs <= mostPairs && !regionsMeet(region(first.rule), region(second.rule))) continue;
            const what = `rule ${nameOf(first.rule)} comes before rule ${nameOf(second.rule)} now`;
            return { what, at: first.rule.origin };
        }
    }
    return null;
}
