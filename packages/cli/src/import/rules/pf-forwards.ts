/** Forwarded ports that pass without a rule of their own. */
import { all4, all6, anyInterface, everyAddress, interfaces } from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, unknown } from './objects.ts';
import type { Knowledge } from './pf-objects.ts';
import { place, portsOf, sideOf } from './pf-objects.ts';
import type { ReadRule } from './reading.ts';
import { protocolServices, servicesFrom } from './reading.ts';
import type { Element } from './xml.ts';
import { child, isOn, textIn } from './xml.ts';

/**
 * The rule that a forwarded port comes to, where it passes by itself ("Filter rule association: Pass"); none where a
 * rule of the filter decides.
 */
export function forwardRules(rule: Element, number: number, knowledge: Knowledge): readonly ReadRule[] {
    const passes = textIn(rule, 'associated-rule-id') === 'pass' || textIn(rule, 'pass') === '1';
    if (!passes || isOn(rule, 'nordr')) return [];
    const protocol = (textIn(rule, 'protocol') ?? 'any').toLowerCase();
    const transports = protocol === 'tcp/udp' ? ['tcp', 'udp'] : [protocol];
    const hasPorts = transports.every(each => ['tcp', 'udp', 'sctp'].includes(each));
    const whole = hasPorts ? transports.map(transport => ({ transport, ranges: [] })) : protocolServices(protocol);
    const port = textIn(rule, 'local-port');
    const services: Meaning = !whole
        ? unknown(`protocol ${protocol}`)
        : hasPorts && port !== null
          ? portsOf(lastOf(port, textIn(rule, 'destination', 'port')), transports, knowledge)
          : known(servicesFrom(whole));
    const family = textIn(rule, 'ipprotocol');
    const title = textIn(rule, 'descr');
    const names = (textIn(rule, 'interface') ?? '').split(',').filter(name => name !== '');
    return linesOf(
        {
            permits: true,
            from: sideOf(child(rule, 'source'), knowledge),
            to: place(textIn(rule, 'target') ?? '', knowledge.legs, knowledge.hosts),
            services,
            family: family === 'inet6' ? all6 : family === 'inet46' ? everyAddress : all4,
            enters:
                names.length === 0
                    ? anyInterface
                    : interfaces(...names.map(name => knowledge.legs.get(name)?.shown ?? name)),
            leaves: anyInterface,
            when: null,
            trait: isOn(rule, 'disabled') ? 'disabled' : null,
            label: title === null ? `forward ${number}` : `forward ${number} ${title}`,
            line: rule.line,
        },
        notice => knowledge.notices.push(notice),
    );
}

/** The real ports: as many as the shown ones, from the first. */
function lastOf(first: string, shown: string | null): string {
    const range = /^(\d+)[-:](\d+)$/.exec(shown ?? '');
    return range && /^\d+$/.test(first) ? `${first}-${Number(first) + Number(range[2]) - Number(range[1])}` : first;
}
