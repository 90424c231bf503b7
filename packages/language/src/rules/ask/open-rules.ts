import { serviceText } from '../../filter/services.ts';
import type { FirewallRule, Lookup } from '../../model/index.ts';

const isAny = (ends: FirewallRule['from']): boolean => ends.some(({ text }) => text === 'any' || text === '0.0.0.0/0');

const isWhole = ({ from, to, services, enters, leaves, when, traits }: FirewallRule): boolean =>
    isAny(from) &&
    isAny(to) &&
    services.some(each => serviceText(each) === 'any') &&
    enters === null &&
    leaves === null &&
    when === null &&
    traits.length === 0;

/**
 * The rule of a device that permits everything from everywhere to everywhere, and that no rule before it keeps from
 * deciding.
 * @param device the id of a firewall
 */
export function openRuleOf({ model }: Lookup, device: string): FirewallRule | null {
    for (const { devices, rules } of model.rulesets) {
        if (!devices.some(({ id }) => id === device)) continue;
        const first = rules.find(isWhole);
        if (first?.permits) return first;
    }
    return null;
}
