/** Settings of pfSense and OPNsense that open paths beside all rules. */
import { anyInterface, everyService, interfaces } from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import { known, together } from './objects.ts';
import type { Knowledge } from './pf-objects.ts';
import { place } from './pf-objects.ts';
import type { ReadRule, RuleNotice } from './reading.ts';
import { anywhere, denied } from './reading.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, textIn } from './xml.ts';

/** The rule that all packet filtering is switched off comes to: everything passes. None where it is on. */
export function switchedOff(root: Element, notices: RuleNotice[]): readonly ReadRule[] {
    const system = child(root, 'system');
    const found = child(system, 'disablefilter');
    // OPNsense asks for a value, pfSense for the element alone.
    const isOff = isOn(system, 'disablefilter') && (root.name === 'pfsense' || found?.text.trim() !== '');
    if (!found || !isOff) return [];
    notices.push({
        line: found.line,
        message: 'All packet filtering is switched off (disablefilter): everything passes, whatever the rules say.',
    });
    return [{ ...denied('implicit: packet filtering is switched off'), permits: true, line: found.line }];
}

/** What hosts may open by themselves (UPnP, NAT-PMP): which ports these are, is not in the export. */
function openedByHosts(root: Element, { legs, notices }: Knowledge): readonly ReadRule[] {
    const config =
        child(root, 'installedpackages', 'miniupnpd', 'config') ?? child(root, 'OPNsense', 'miniupnpd', 'general');
    if (!isOn(config, 'enable') && !isOn(config, 'enabled')) return [];
    const leg = legs.get(textIn(config, 'ext_iface') ?? textIn(config, 'external_interface') ?? 'wan');
    const when = 'a port that a host opens by itself (UPnP, NAT-PMP)';
    notices.push({
        line: config!.line,
        message: 'Hosts may open ports by themselves: UPnP or NAT-PMP is switched on.',
    });
    const enters = leg ? interfaces(leg.shown) : anyInterface;
    return [{ ...denied('implicit: UPnP'), permits: true, enters, when, line: config!.line }];
}

/**
 * What passes beside the rules: ports that hosts open, and what {@link staticRoutes} bring back.
 */
export function besideRules(root: Element, knowledge: Knowledge): readonly ReadRule[] {
    return [...openedByHosts(root, knowledge), ...staticRoutes(root, knowledge)];
}

/**
 * What passes beside the rules where traffic of static routes that leaves by the interface by which it came is not
 * filtered: which interface that is, is not evaluated.
 */
function staticRoutes(root: Element, { legs, hosts, notices }: Knowledge): readonly ReadRule[] {
    const filter = child(root, 'filter');
    const routes = childrenOf(child(root, 'staticroutes'), 'route').filter(route => !isOn(route, 'disabled'));
    if (!isOn(filter, 'bypassstaticroutes') || routes.length === 0) return [];
    const nets = together(routes.map(route => place(textIn(route, 'network') ?? '', legs, hosts)));
    const rule = {
        permits: true,
        services: known(everyService),
        enters: anyInterface,
        leaves: anyInterface,
        when: 'static routes on the same interface (bypassstaticroutes)',
        trait: null,
        label: 'implicit: static routes',
        line: child(filter, 'bypassstaticroutes')!.line,
    };
    const all = known(anywhere.from);
    const say = (notice: RuleNotice): void => void notices.push(notice);
    return [...linesOf({ ...rule, from: nets, to: all }, say), ...linesOf({ ...rule, from: all, to: nets }, say)];
}
