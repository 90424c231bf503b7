import { serviceText } from '../../filter/services.ts';
import type { FirewallRule, Lookup } from '../../model/index.ts';

const isAny = (ends: FirewallRule['from']): boolean => ends.some(({ text }) => text === 'any' || text === '0.0.0.0/0');

/** True for a rule of everything from everywhere to everywhere, by all interfaces or by some of them. */
export const isForAll = ({ from, to, services, when, traits }: FirewallRule): boolean =>
    isAny(from) &&
    isAny(to) &&
    services.some(each => serviceText(each) === 'any') &&
    when === null &&
    traits.length === 0;

const isWhole = (rule: FirewallRule): boolean => isForAll(rule) && rule.enters === null && rule.leaves === null;

/**
 * The rule of a device that permits everything from everywhere to everywhere, and that no rule before it keeps from
 * deciding; where it has several exports, one of each.
 * @param device the id of a firewall
 */
export function openRuleOf({ model }: Lookup, device: string): FirewallRule | null {
    const own = model.rulesets.filter(({ devices }) => devices.some(({ id }) => id === device));
    const deciding = own.map(({ rules }) => rules.find(isWhole));
    // Of two exports of one device it is not known which one decides.
    return deciding.every(rule => rule?.permits) ? (deciding[0] ?? null) : null;
}
