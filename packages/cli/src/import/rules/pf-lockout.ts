/** The rule of pfSense and OPNsense that keeps people from locking themselves out of the firewall. */
import { anyInterface, everyAddress, interfaces } from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import { known } from './objects.ts';
import type { Leg } from './pf-legs.ts';
import type { Knowledge } from './pf-objects.ts';
import { place } from './pf-objects.ts';
import { portRange } from './port-names.ts';
import type { ReadRule } from './reading.ts';
import { ports, servicesFrom } from './reading.ts';
import type { Element } from './xml.ts';
import { child, isOn, textIn } from './xml.ts';

/**
 * The interface at which the rule is loaded, and what keeps that from being sure: `lan`; without it `wan` where that is
 * the only one, and in OPNsense, by its version, another one.
 */
function legOf(
    root: Element,
    legs: ReadonlyMap<string, Leg>,
): { readonly leg: Leg; readonly when: string | null } | null {
    const [lan, wan] = [legs.get('lan'), legs.get('wan')];
    if (lan?.isOn === true) return { leg: lan, when: null };
    if (wan && legs.size === 1) return { leg: wan, when: null };
    if (root.name === 'pfsense') return null;
    const on = [...legs.values()].filter(leg => leg.isOn);
    const leg = on.find(each => /^opt\d+$/.test(each.name)) ?? on.find(each => each.name === 'wan');
    return leg ? { leg, when: 'the interface depends on the version of OPNsense' } : null;
}

/** The ports at which it is administered: the web interface, what redirects to that, and SSH where it is on. */
function portsOf(system: Element): readonly (string | null)[] {
    const web = child(system, 'webgui');
    const isSecure = textIn(web, 'protocol') === 'https';
    const ssh = child(system, 'ssh');
    const hasSsh = isOn(system, 'enablesshd') || isOn(ssh, 'enable') || isOn(ssh, 'enabled');
    return [
        textIn(web, 'port') ?? (isSecure ? '443' : '80'),
        isSecure && !isOn(web, 'disablehttpredirect') ? '80' : null,
        hasSsh ? (textIn(ssh, 'port') ?? '22') : null,
    ];
}

/**
 * The anti-lockout rule: unless it is switched off (`noantilockout`), everything that comes in at the LAN may open the
 * web interface and SSH of the firewall, before all rules that people wrote. Source: `filter.inc` of pfSense and
 * `filter.lib.inc` of OPNsense. Where the export has no settings of the web interface, it is not known.
 */
export function lockoutRules(root: Element, knowledge: Knowledge): readonly ReadRule[] {
    const system = child(root, 'system');
    const web = child(system, 'webgui');
    const found = legOf(root, knowledge.legs);
    if (!found || isOn(web, 'noantilockout')) return [];
    const { leg, when } = found;
    const ranges = system && web ? portsOf(system).flatMap(port => portRange(port ?? '') ?? []) : [];
    const services =
        ranges.length === 0 ? [{ transport: 'tcp', ranges: [] }] : ranges.map(({ from, to }) => ports('tcp', from, to));
    const to = place(root.name === 'pfsense' ? `${leg.name}ip` : '(self)', knowledge.legs, knowledge.hosts);
    // An address that is not fixed is that of no other host, so no line for any address is written.
    if (to.unknown.length > 0)
        knowledge.notices.push({
            line: 0,
            message:
                `The anti-lockout rule at ${leg.shown} is for addresses of this firewall that are not fixed ` +
                'too: no rule is written for these.',
        });
    if (to.known.length === 0) return [];
    return linesOf(
        {
            permits: true,
            from: known(everyAddress),
            to: known(to.known),
            services: known(servicesFrom(services)),
            family: everyAddress,
            enters: interfaces(leg.shown),
            leaves: anyInterface,
            when: ranges.length === 0 ? 'settings of the web interface, which are not in the export' : when,
            trait: null,
            label: `implicit: anti-lockout at ${leg.shown}`,
            line: 0,
        },
        notice => knowledge.notices.push(notice),
    );
}
