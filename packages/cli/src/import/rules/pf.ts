import type { Interfaces } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyAddress,
    everyService,
    interfaces,
    isAnyInterface,
    nothing,
    otherInterfaces,
} from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { blockersOf, flatten } from './chains.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { except, known, Names, together, unknown } from './objects.ts';
import { groupsOf, implicitRules, legsOf } from './pf-legs.ts';
import { aliasesOf, hostsMeaning, place, portsOf, sideOf } from './pf-objects.ts';
import type { Knowledge } from './pf-objects.ts';
import type { Place } from './pf-order.ts';
import { writtenRules } from './pf-order.ts';
import { besideRules, switchedOff } from './pf-switches.ts';
import { forwardedElsewhere, forwardRules } from './pf-forwards.ts';
import { leftOpen } from './translation.ts';
import { lockoutRules } from './pf-lockout.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, both, protocolServices, RulesError, servicesFrom } from './reading.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, readXml, textIn } from './xml.ts';

/** The interfaces of a rule, those of groups among them; none for all. */
function namedLegs(rule: Element, { groups }: Knowledge): readonly string[] {
    const names = (textIn(rule, 'interface') ?? '').split(',').filter(name => name !== '');
    return names.includes('any') ? [] : names.flatMap(name => groups.get(name) ?? [name]);
}

/** Where a rule is asked. */
interface Placed {
    readonly at: Interfaces;
    /** True where none of its interfaces is there, so that it is not loaded. */
    readonly isOff: boolean;
    readonly when: string | null;
}

/** pfSense leaves interfaces out that are switched off; a floating rule of which none is left is asked at all. */
function placeOf(rule: Element, knowledge: Knowledge): Placed {
    const { legs, isPfsense } = knowledge;
    const named = namedLegs(rule, knowledge);
    const on = named.filter(name => legs.get(name)?.isOn ?? !/^(?:lan|wan|opt\d+)$/.test(name));
    const isLost = named.length > 0 && on.length === 0;
    const isEverywhere = isLost && isPfsense && textIn(rule, 'floating') !== null;
    const names = (isEverywhere ? [] : isLost ? named : on).map(name => legs.get(name)?.shown ?? name);
    const some = names.length === 0 ? anyInterface : interfaces(...names);
    return {
        at: isOn(rule, 'interfacenot') && names.length > 0 ? otherInterfaces(some) : some,
        isOff: isLost && !isEverywhere,
        when: isEverywhere ? 'at all interfaces, since its own are switched off' : null,
    };
}

/** What limits a rule beside its ends and services. */
const limits = [
    ['dscp', 'dscp'],
    ['VLAN priority', 'vlanprio'],
    ['priority', 'prio'],
    ['type of service', 'tos'],
    ['application', 'l7container'],
] as const;

/** False for a rule that asks for flags of TCP which the packet that opens a session does not have. */
function opens(rule: Element): boolean {
    const [set, of] = ['tcpflags1', 'tcpflags2'].map(key =>
        (textIn(rule, key) ?? '').split(/[\s,]+/).filter(flag => flag !== ''),
    ) as [string[], string[]];
    if (of.length === 0 || isOn(rule, 'tcpflags_any')) return true;
    return of.includes('syn') === set.includes('syn') && set.every(flag => flag === 'syn');
}

/** What a rule decides at the way in, and at the way out. */
interface ByDirection {
    readonly entering: readonly ReadRule[];
    readonly leaving: readonly ReadRule[];
}

function ruleOf(rule: Element, number: number, knowledge: Knowledge): ByDirection {
    const { notices, isPfsense } = knowledge;
    const type = textIn(rule, 'type') ?? textIn(rule, 'action') ?? 'pass';
    const family =
        textIn(rule, 'ipprotocol') === 'inet6' ? all6 : textIn(rule, 'ipprotocol') === 'inet46' ? everyAddress : all4;
    const target = textIn(rule, 'destination', 'port') ?? textIn(rule, 'destination_port');
    const source = textIn(rule, 'source', 'port') ?? textIn(rule, 'source_port');
    const unsaid = isPfsense && (target ?? source) !== null ? 'tcp' : 'any';
    const protocol = (textIn(rule, 'protocol') ?? unsaid).toLowerCase();
    const transports =
        protocol === 'tcp/udp' ? ['tcp', 'udp'] : ['tcp', 'udp', 'sctp'].includes(protocol) ? [protocol] : [];
    const whole =
        protocol === 'tcp/udp'
            ? [
                  { transport: 'tcp', ranges: [] },
                  { transport: 'udp', ranges: [] },
              ]
            : protocol === 'icmp' && family === all6
              ? protocolServices('58')
              : protocolServices(protocol);
    const services: Meaning =
        whole === null
            ? unknown(`protocol ${protocol}`)
            : target !== null && target !== 'any' && transports.length > 0
              ? portsOf(target.replace(':', '-'), transports, knowledge)
              : known(servicesFrom(whole));
    const state = textIn(rule, 'statetype');
    const doubts = [
        source !== null && source !== 'any' ? `source port ${source}` : null,
        textIn(rule, 'sched') ? `schedule ${textIn(rule, 'sched')}` : null,
        textIn(rule, 'tagged') ? `tag ${textIn(rule, 'tagged')}` : null,
        textIn(rule, 'os') ? `operating system ${textIn(rule, 'os')}` : null,
        ...(protocol.includes('icmp') ? ['icmptype', 'icmp6type'] : []).map(key =>
            (textIn(rule, key) ?? 'any') === 'any' ? null : `icmp type ${textIn(rule, key)}`,
        ),
        ...limits.map(([name, key]) => {
            const value = textIn(rule, key);
            return value === null || value === 'any' || value === 'none' ? null : `${name} ${value}`;
        }),
        protocol !== 'tcp' || opens(rule)
            ? null
            : `flags ${textIn(rule, 'tcpflags1') ?? 'none'} of ${textIn(rule, 'tcpflags2')}`,
        state === 'none' ? 'without state' : null,
    ];
    const { at, isOff, when } = placeOf(rule, knowledge);
    const isFloating = textIn(rule, 'floating') === 'yes';
    const direction = isPfsense && !isFloating ? 'in' : (textIn(rule, 'direction') ?? 'in');
    const title = textIn(rule, 'descr') ?? textIn(rule, 'description');
    const sides = rule.children.some(each => each.name === 'source_net' || each.name === 'destination_net')
        ? { from: modern(rule, 'source', knowledge), to: modern(rule, 'destination', knowledge) }
        : { from: sideOf(child(rule, 'source'), knowledge), to: sideOf(child(rule, 'destination'), knowledge) };
    const lines = (enters: boolean): readonly ReadRule[] =>
        linesOf(
            {
                permits: !['block', 'reject'].includes(type),
                ...sides,
                services,
                family,
                enters: enters ? at : anyInterface,
                leaves: enters ? anyInterface : at,
                when: both(...doubts, when, type === 'match' ? 'a rule that only marks' : null),
                trait: isOff || isOn(rule, 'disabled') || textIn(rule, 'enabled') === '0' ? 'disabled' : null,
                label: title === null ? `${number}` : `${number} ${title}`,
                line: rule.line,
            },
            notice => notices.push(notice),
        );
    if (type === 'match') {
        notices.push({
            line: rule.line,
            message: `Rule ${number} only marks what it matches, and decides nothing; it is left out.`,
        });
        return { entering: [], leaving: [] };
    }
    const atBoth = direction === 'any' && !isAnyInterface(at);
    const leaving = atBoth || direction === 'out' ? lines(false) : [];
    if (direction === 'out' && type === 'pass' && leaving.some(each => each.trait === null))
        notices.push({
            line: rule.line,
            message:
                `Rule ${number} is for the way out: it permits nothing that no rule for the way in permits, ` +
                'and no rule is written for it.',
        });
    return { entering: direction === 'out' ? [] : lines(true), leaving };
}

/** A side as the newer rules of OPNsense write it. */
function modern(rule: Element, side: string, { legs, hosts }: Knowledge): Meaning {
    const written = textIn(rule, `${side}_net`) ?? 'any';
    const meaning =
        written === 'any'
            ? known(everyAddress)
            : together(written.split(',').map(each => place(each.trim(), legs, hosts)));
    return textIn(rule, `${side}_not`) === '1' ? except(known(everyAddress), meaning) : meaning;
}

/** Rules in the order in which they decide. */
class Ordered {
    readonly #at: Record<Place | 'last', (readonly ReadRule[])[]> = {
        first: [],
        group: [],
        usual: [],
        last: [],
    };

    add(place: Place | 'last', rules: readonly ReadRule[]): void {
        this.#at[place].push(rules);
    }

    /** Of the rules that do not decide at once, the last match decides. */
    all(): readonly ReadRule[] {
        const { first, group, usual, last } = this.#at;
        return [...first, ...group, ...usual, ...last.toReversed()].flat();
    }
}

/** What rules for the way out block. What they pass goes on to those for the way in, and so does what none matches. */
function stoppedOut(rules: readonly ReadRule[]): readonly ReadRule[] {
    const chain = rules
        .filter(rule => rule.trait !== 'disabled')
        .map(({ permits, trait, ...rule }): ChainRule => ({
            ...rule,
            trait: trait === 'disabled' ? null : trait,
            verdict: { kind: permits ? 'accept' : 'drop' },
        }));
    const chains = new Map([['out', chain]]);
    if (!blockersOf(chains)('out')) return [];
    const base = { domain: anywhere, policy: null, policyLabel: '', policyLine: 0 };
    return flatten(chains, [
        { ...base, name: 'out' },
        { ...base, name: 'none' },
    ]);
}

/**
 * Reads a backup of pfSense or OPNsense. Floating rules that decide at once come first, then those of the interfaces in
 * their order; floating rules that only the last match decides come after them, last one first. What comes in at an
 * interface and matches no rule is blocked.
 * @throws {@link RulesError} where it is no such backup
 */
export function readPf({ text }: RulesRequest): ReadRules {
    const root = readXml(text);
    if (root.name !== 'pfsense' && root.name !== 'opnsense')
        throw new RulesError('This is not a backup of pfSense or OPNsense: give the config.xml.');
    const notices: RuleNotice[] = [];
    const legs = legsOf(root);
    const aliases = aliasesOf(root);
    const hosts = new Names(aliases, hostsMeaning, name => unknown(`${name}, which is not in the export`));
    const knowledge: Knowledge = {
        legs,
        groups: groupsOf(root),
        aliases,
        hosts,
        notices,
        isPfsense: root.name === 'pfsense',
    };
    const written = writtenRules(root, knowledge);
    const off = switchedOff(root, notices);
    if (written.length === 0 && off.length === 0) throw new RulesError('The backup has no firewall rule.');
    const [entering, leaving] = [new Ordered(), new Ordered()];
    for (const { rule, number, place, isQuick } of written) {
        const rules = ruleOf(rule, number, knowledge);
        entering.add(isQuick ? place : 'last', rules.entering);
        leaving.add(isQuick ? place : 'last', rules.leaving);
    }
    const elsewhere = forwardedElsewhere(root, knowledge);
    const translated = [
        ...childrenOf(child(root, 'nat'), 'rule'),
        ...childrenOf(child(root, 'nat', 'outbound'), 'rule'),
        ...childrenOf(child(root, 'nat'), 'onetoone'),
    ].length;
    if (translated > 0)
        notices.push({
            line: child(root, 'nat')!.line,
            message:
                `${translated} translation${translated === 1 ? '' : 's'} of addresses: the filter sees real ` +
                `addresses, and they are what is compared.${elsewhere.length > 0 ? ` ${leftOpen}.` : ''}`,
        });
    const rules = [
        // Without the filter nothing is translated either.
        ...off,
        ...elsewhere,
        ...besideRules(root, knowledge),
        ...stoppedOut(leaving.all()),
        ...childrenOf(child(root, 'nat'), 'rule').flatMap((rule, at) => forwardRules(rule, at + 1, knowledge)),
        ...implicitRules(legs),
        ...lockoutRules(root, knowledge),
        ...entering.all(),
    ];
    rules.push({
        permits: false,
        region: { ...anywhere, services: everyService },
        enters: anyInterface,
        leaves: anyInterface,
        when: null,
        trait: null,
        label: 'default deny',
        line: 0,
    });
    return {
        rules,
        notices,
        interfaces: [...legs.values()]
            .filter(leg => leg.isOn && leg.network !== null && leg.network !== nothing)
            .map(leg => ({ name: leg.shown, networks: leg.prefixes })),
    };
}
