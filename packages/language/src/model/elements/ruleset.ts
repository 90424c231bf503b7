import type { Service } from '../../filter/services.ts';
import { serviceText } from '../../filter/services.ts';
import type { Origin } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { day, joined, mentions, nothingLeft, quoted, text } from '../facts.ts';
import type { RuleTrait } from '../words.ts';
import type { Address } from './addresses.ts';
import type { DateFact, Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';

/** The rules of a firewall as they were exported. The first one that matches decides; what none matches is blocked. */
export interface Ruleset extends Named {
    /** Several are a redundant pair with the same rules. */
    readonly devices: readonly Mention[];
    readonly exported: DateFact | null;
    /** The name of the file that was read. */
    readonly source: string | null;
    readonly rules: readonly FirewallRule[];
}

/** One rule. Its ends are addresses, prefixes, ranges or `any`, never names of the model. */
export interface FirewallRule {
    readonly permits: boolean;
    readonly from: readonly Address[];
    readonly to: readonly Address[];
    readonly services: readonly Service[];
    readonly label: string | null;
    readonly enters: RuleInterfaces | null;
    readonly leaves: RuleInterfaces | null;
    /** A condition that a model cannot judge. */
    readonly when: string | null;
    readonly traits: readonly RuleTrait[];
    readonly origin: Origin;
}

/** Interfaces of the device by their names: these, or all but these. */
export interface RuleInterfaces {
    readonly not: boolean;
    readonly names: readonly string[];
}

export type { Service } from '../../filter/services.ts';

function interfaceText(word: string, some: RuleInterfaces | null): string | null {
    return some && `${word} ${some.not ? 'not ' : ''}${some.names.map(quoted).join(', ')}`;
}

/** A rule in the words of the language, its label left aside: `permits 10.1.1.5 -> 10.2.0.0/24 : tcp 502`. */
export function ruleText({
    permits,
    from,
    to,
    services,
    enters,
    leaves,
    when,
    traits,
    label: _label,
    origin: _origin,
    ...rest
}: FirewallRule): string {
    nothingLeft(rest);
    return joined(
        `${permits ? 'permits' : 'blocks'} ${from.map(each => each.text).join(', ')} -> ` +
            `${to.map(each => each.text).join(', ')} : ${services.map(serviceText).join(', ')}`,
        interfaceText('enters', enters),
        interfaceText('leaves', leaves),
        when !== null && `when ${quoted(when)}`,
        traits.length > 0 && `is ${traits.join(', ')}`,
    );
}

/** One fact a rule; the label identifies it when its text has changed. */
const rules: FactsOf<readonly FirewallRule[]> = all => {
    const counts = new Map<string, number>();
    return all.map(rule => {
        const label = rule.label === null ? 'rule' : `rule ${quoted(rule.label)}`;
        const count = (counts.get(label) ?? 0) + 1;
        counts.set(label, count);
        return {
            key: count === 1 ? label : `${label} ${count}`,
            label,
            value: ruleText(rule),
            weight: 0.2,
            origin: rule.origin,
        };
    });
};

/** The facts of a ruleset. */
export const rulesetFacts = {
    ...namedFacts,
    devices: mentions('device', 'element', 3),
    exported: day('exported'),
    source: text('source'),
    rules,
} satisfies Facts<Ruleset>;
