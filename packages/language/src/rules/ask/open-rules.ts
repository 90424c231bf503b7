import type { Ranges } from '../../filter/index.ts';
import { all4, all6, includes, readAddressList, serviceText } from '../../filter/index.ts';
import type { FirewallRule, Lookup } from '../../model/index.ts';

/** True where addresses of a rule are all of one kind, however they are written: `any`, `::/0`, or two halves of it. */
function isEvery(ends: FirewallRule['from'], all: Ranges): boolean {
    const ranges = readAddressList(ends.map(({ text }) => text));
    return ranges !== null && includes(ranges, all);
}

const isPlain = ({ services, when, traits }: FirewallRule): boolean =>
    services.some(each => serviceText(each) === 'any') && when === null && traits.length === 0;

/** True for a rule of everything from everywhere to everywhere of IPv4 or IPv6. */
const isOfAll = (rule: FirewallRule, all: Ranges): boolean => isEvery(rule.from, all) && isEvery(rule.to, all);

/** True for a rule of everything from everywhere to everywhere, by all interfaces or by some of them. */
export const isForAll = (rule: FirewallRule): boolean => isPlain(rule) && (isOfAll(rule, all4) || isOfAll(rule, all6));

/** The rule of a list that permits everything of IPv4 or IPv6, and that no rule before it keeps from deciding. */
function openRuleIn(rules: readonly FirewallRule[]): FirewallRule | null {
    const whole = rules.filter(rule => rule.enters === null && rule.leaves === null && isForAll(rule));
    const deciding = [all4, all6].flatMap(all => whole.find(rule => isOfAll(rule, all)) ?? []);
    return deciding.find(rule => rule.permits) ?? null;
}

/**
 * The rule of a device that permits everything from everywhere to everywhere, of IPv4 or IPv6, and that no rule before
 * it keeps from deciding; where the device has several exports, one of each.
 * @param device the id of a firewall
 */
export function openRuleOf({ model }: Lookup, device: string): FirewallRule | null {
    const own = model.rulesets.filter(({ devices }) => devices.some(({ id }) => id === device));
    const open = own.map(({ rules }) => openRuleIn(rules));
    // Of two exports of one device it is not known which one decides.
    return open.every(rule => rule !== null) ? (open[0] ?? null) : null;
}
