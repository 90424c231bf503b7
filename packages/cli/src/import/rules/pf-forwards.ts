/** Forwarded ports: those that pass without a rule of their own, and what all of them send elsewhere. */
import type { Interfaces, Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyAddress,
    everyService,
    interfaces,
    rangesOf,
    sizeOf,
} from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, unknown } from './objects.ts';
import type { Knowledge } from './pf-objects.ts';
import { place, portsOf, sideOf } from './pf-objects.ts';
import type { ReadRule } from './reading.ts';
import { protocolServices, servicesFrom } from './reading.ts';
import type { Shown } from './translation.ts';
import { sentElsewhere } from './translation.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, textIn } from './xml.ts';

/**
 * The rule that a forwarded port comes to, where it passes by itself ("Filter rule association: Pass"); none where a
 * rule of the filter decides.
 */
export function forwardRules(rule: Element, number: number, knowledge: Knowledge): readonly ReadRule[] {
    const passes = textIn(rule, 'associated-rule-id') === 'pass' || textIn(rule, 'pass') === '1';
    if (!passes || isOn(rule, 'nordr')) return [];
    const title = textIn(rule, 'descr');
    const port = textIn(rule, 'local-port');
    return linesOf(
        {
            permits: true,
            from: sideOf(child(rule, 'source'), knowledge),
            to: place(textIn(rule, 'target') ?? '', knowledge.legs, knowledge.hosts),
            services: servicesAt(
                rule,
                port === null ? null : lastOf(port, textIn(rule, 'destination', 'port')),
                knowledge,
            ),
            family: familyOf(rule),
            enters: entering(rule, knowledge),
            leaves: anyInterface,
            when: null,
            trait: isOn(rule, 'disabled') ? 'disabled' : null,
            label: title === null ? `forward ${number}` : `forward ${number} ${title}`,
            line: rule.line,
        },
        notice => knowledge.notices.push(notice),
    );
}

function familyOf(rule: Element): Ranges {
    const family = textIn(rule, 'ipprotocol');
    return family === 'inet6' ? all6 : family === 'inet46' ? everyAddress : all4;
}

function entering(rule: Element, { legs }: Knowledge): Interfaces {
    const names = (textIn(rule, 'interface') ?? '').split(',').filter(name => name !== '');
    return names.length === 0 ? anyInterface : interfaces(...names.map(name => legs.get(name)?.shown ?? name));
}

/** The services of a forwarded port, with the ports that are given. */
function servicesAt(rule: Element, port: string | null, knowledge: Knowledge): Meaning {
    const protocol = (textIn(rule, 'protocol') ?? 'any').toLowerCase();
    const transports = protocol === 'tcp/udp' ? ['tcp', 'udp'] : [protocol];
    const hasPorts = transports.every(each => ['tcp', 'udp', 'sctp'].includes(each));
    const whole = hasPorts ? transports.map(transport => ({ transport, ranges: [] })) : protocolServices(protocol);
    if (!whole) return unknown(`protocol ${protocol}`);
    return hasPorts && port !== null && port !== 'any'
        ? portsOf(port.replace(':', '-'), transports, knowledge)
        : known(servicesFrom(whole));
}

/**
 * True for a target that is the firewall itself: no session that passes through it names that one. A rule without a
 * target is not loaded.
 */
const isOwn = (side: Element | undefined): boolean =>
    !side || (/^(?:.+ip|\(self\))$/.test(textIn(side, 'network') ?? '') && !isOn(side, 'not'));

/** Sessions from everywhere are forwarded where those from inside are too ("NAT reflection"). */
function isReflected(root: Element, rule: Element): boolean {
    const own = textIn(rule, 'natreflection');
    return own === null || own === 'default' ? !isOn(child(root, 'system'), 'disablenatreflection') : own !== 'disable';
}

/** Where the ports that a session names stay what they are, or are known otherwise. */
const knownOf = ({ known, unknown }: Meaning): Ranges | null => (unknown.length === 0 ? known : null);

/** What forwarded ports and translations of one address to one leave open for the targets that sessions name. */
export function forwardedElsewhere(root: Element, knowledge: Knowledge): readonly ReadRule[] {
    const { legs, hosts } = knowledge;
    const isActive = (rule: Element): boolean => !isOn(rule, 'disabled') && textIn(rule, 'enabled') !== '0';
    const forwards = childrenOf(child(root, 'nat'), 'rule')
        .filter(rule => isActive(rule) && !isOwn(child(rule, 'destination')))
        .map((rule, at): Shown => {
            const [shown, port] = [textIn(rule, 'destination', 'port'), textIn(rule, 'local-port')];
            const source = textIn(rule, 'source', 'port');
            return {
                from: sideOf(child(rule, 'source'), knowledge),
                to: sideOf(child(rule, 'destination'), knowledge),
                services: servicesAt(rule, shown, knowledge),
                family: familyOf(rule),
                enters: isReflected(root, rule) ? anyInterface : entering(rule, knowledge),
                when: source === null || source === 'any' ? null : `source port ${source}`,
                target: isOn(rule, 'nordr') ? 'same' : knownOf(place(textIn(rule, 'target') ?? '', legs, hosts)),
                real: port === null ? null : knownOf(servicesAt(rule, lastOf(port, shown), knowledge)),
                label: `forward ${at + 1}`,
                line: rule.line,
            };
        });
    const ones = [
        ...childrenOf(child(root, 'nat'), 'onetoone'),
        ...childrenOf(child(root, 'OPNsense', 'Firewall', 'Filter', 'onetoone'), 'rule'),
    ]
        .filter(isActive)
        .map((rule, at): Shown => {
            const modern = (side: string): Meaning | null => {
                const name = textIn(rule, `${side}_net`);
                return name === null ? null : name === 'any' ? known(everyAddress) : place(name, legs, hosts);
            };
            const inside = modern('source') ?? sideOf(child(rule, 'source'), knowledge);
            const outside = place(textIn(rule, 'external') ?? '', legs, hosts);
            return {
                from: modern('destination') ?? sideOf(child(rule, 'destination'), knowledge),
                to: outside.unknown.length > 0 ? outside : known(asLargeAs(inside.known, outside.known)),
                services: known(everyService),
                enters: isReflected(root, rule) ? anyInterface : entering(rule, knowledge),
                when: null,
                target: isOn(rule, 'nobinat') ? 'same' : knownOf(inside),
                real: null,
                label: `1:1 ${at + 1}`,
                line: rule.line,
            };
        });
    return sentElsewhere([...forwards, ...ones]);
}

/** An address outside is the first of as many as are inside. */
function asLargeAs(inside: Ranges, outside: Ranges): Ranges {
    const [size, first] = [sizeOf(inside), outside[0]];
    return first === undefined || inside.length !== 2 || sizeOf(outside) >= size
        ? outside
        : typeof first === 'number'
          ? rangesOf([[first, first + size - 1]])
          : rangesOf([[first, first + BigInt(size) - 1n]]);
}

/** The real ports: as many as the shown ones, from the first. */
function lastOf(first: string, shown: string | null): string {
    const range = /^(\d+)[-:](\d+)$/.exec(shown ?? '');
    return range && /^\d+$/.test(first) ? `${first}-${Number(first) + Number(range[2]) - Number(range[1])}` : first;
}
