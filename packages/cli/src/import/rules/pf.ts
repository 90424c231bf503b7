import type { Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyAddress,
    everyService,
    interfaces,
    nothing,
    rangesOf,
    readAddresses,
    servicePoint,
    union,
} from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { except, known, Names, together, unknown } from './objects.ts';
import { portRange } from './port-names.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, both, protocolServices, RulesError, servicesFrom } from './reading.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, readXml, textIn } from './xml.ts';
import { addAll } from '../add-all.ts';

interface Leg {
    readonly name: string;
    /** What the rule editor calls it. */
    readonly shown: string;
    readonly network: Ranges | null;
    readonly address: Ranges | null;
    readonly prefixes: readonly string[];
}

interface Alias {
    readonly type: string;
    readonly values: readonly string[];
}

interface Knowledge {
    readonly legs: ReadonlyMap<string, Leg>;
    readonly hosts: Names<Alias>;
    readonly aliases: ReadonlyMap<string, Alias>;
    readonly notices: RuleNotice[];
}

function legsOf(root: Element): ReadonlyMap<string, Leg> {
    return new Map(
        (child(root, 'interfaces')?.children ?? []).map(each => {
            const pairs = [
                ['ipaddr', 'subnet'],
                ['ipaddrv6', 'subnetv6'],
            ]
                .map(([address, length]) => [textIn(each, address!), textIn(each, length!)] as const)
                .filter(([address, length]) => address !== null && length !== null && readAddresses(address) !== null);
            const prefixes = pairs.map(([address, length]) => `${address}/${length}`);
            const networks = prefixes.map(readAddresses).filter(ranges => ranges !== null);
            const own = pairs.map(([address]) => readAddresses(address!)!);
            const dynamic = ['dhcp', 'dhcp6', 'pppoe', 'slaac', 'track6', 'ppp', 'l2tp', '6rd', '6to4'].includes(
                textIn(each, 'ipaddr') ?? '',
            );
            return [
                each.name,
                {
                    name: each.name,
                    shown: textIn(each, 'descr') ?? each.name,
                    prefixes,
                    network: networks.length > 0 && !dynamic ? union(...networks) : null,
                    address: own.length > 0 && !dynamic ? union(...own) : null,
                },
            ];
        }),
    );
}

/** Aliases of both kinds: in `aliases` as pfSense keeps them, and those of the newer models of OPNsense. */
function aliasesOf(root: Element): ReadonlyMap<string, Alias> {
    const all = [
        ...childrenOf(child(root, 'aliases'), 'alias'),
        ...childrenOf(child(root, 'OPNsense', 'Firewall', 'Alias', 'aliases'), 'alias'),
    ];
    return new Map(
        all.map(each => [
            textIn(each, 'name') ?? '',
            {
                type: textIn(each, 'type') ?? 'host',
                values: (textIn(each, 'address') ?? textIn(each, 'content') ?? '')
                    .split(/[\s,]+/)
                    .filter(value => value !== ''),
            },
        ]),
    );
}

function hostsMeaning({ type, values }: Alias, resolve: (name: string) => Meaning): Meaning {
    if (type === 'port') return unknown('an alias of ports');
    if (!['host', 'network', 'networkgroup'].includes(type)) return unknown(`${type} ${values.slice(0, 3).join(' ')}`);
    const taken = values.filter(value => value.startsWith('!')).map(value => value.slice(1));
    const read = (value: string): Meaning => {
        const ranges = readAddresses(value);
        return ranges ? known(ranges) : resolve(value);
    };
    const all = together(values.filter(value => !value.startsWith('!')).map(read));
    return taken.length === 0 ? all : except(all, together(taken.map(read)));
}

/** A source or target: any, an alias, a network of an interface, an address; `not` turns it round. */
function sideOf(side: Element | undefined, { legs, hosts }: Knowledge): Meaning {
    if (!side) return known(everyAddress);
    const network = textIn(side, 'network');
    const address = textIn(side, 'address');
    const written = network ?? address;
    let meaning: Meaning = known(everyAddress);
    if (written !== null && written !== 'any')
        meaning = together(written.split(',').map(each => place(each.trim(), legs, hosts)));
    return isOn(side, 'not') ? except(known(everyAddress), meaning) : meaning;
}

function place(word: string, legs: ReadonlyMap<string, Leg>, hosts: Names<Alias>): Meaning {
    const ranges = readAddresses(word);
    if (ranges) return known(ranges);
    if (word === '(self)') {
        const own = [...legs.values()].map(leg => leg.address);
        return {
            known: union(...own.filter(each => each !== null)),
            unknown: own.includes(null) ? ['an address of this firewall that is not fixed'] : [],
        };
    }
    const own = /^(.+)ip$/.exec(word);
    const leg = legs.get(word) ?? (own ? legs.get(own[1]!) : undefined);
    if (leg) {
        const found = legs.has(word) ? leg.network : leg.address;
        return found
            ? known(found)
            : unknown(`${legs.has(word) ? 'the network' : 'the address'} of ${leg.shown}, which is not fixed`);
    }
    if (/^[a-z]/i.test(word) && word.includes('.')) return unknown(`name ${word}`);
    return hosts.meaning(word);
}

/** The ports of a rule; aliases of ports may name each other. */
function portsOf(
    written: string,
    transports: readonly string[],
    { aliases }: Knowledge,
    open: readonly string[] = [],
): Meaning {
    const plain = portRange(written);
    if (plain)
        return known(
            rangesOf(
                transports.map(
                    transport => [servicePoint(transport, plain.from)!, servicePoint(transport, plain.to)!] as const,
                ),
            ),
        );
    const alias = aliases.get(written);
    if (!alias || open.includes(written))
        return unknown(
            'ports ' +
                `${written}${open.includes(written) ? ', which contain themselves' : ', which are not in the export'}`,
        );
    return together(
        alias.values.map(value => portsOf(value, transports, { aliases } as Knowledge, [...open, written])),
    );
}

function ruleOf(rule: Element, number: number, knowledge: Knowledge): readonly ReadRule[] {
    const { notices, legs } = knowledge;
    const type = textIn(rule, 'type') ?? textIn(rule, 'action') ?? 'pass';
    const family =
        textIn(rule, 'ipprotocol') === 'inet6' ? all6 : textIn(rule, 'ipprotocol') === 'inet46' ? everyAddress : all4;
    const protocol = (textIn(rule, 'protocol') ?? 'any').toLowerCase();
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
    const target = textIn(rule, 'destination', 'port') ?? textIn(rule, 'destination_port');
    const source = textIn(rule, 'source', 'port') ?? textIn(rule, 'source_port');
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
        protocol.startsWith('icmp') && (textIn(rule, 'icmptype') ?? 'any') !== 'any'
            ? `icmp type ${textIn(rule, 'icmptype')}`
            : null,
        textIn(rule, 'dscp') ? `dscp ${textIn(rule, 'dscp')}` : null,
        state === 'none' ? 'without state' : null,
    ];
    const names = (textIn(rule, 'interface') ?? '')
        .split(',')
        .filter(name => name !== '')
        .map(name => legs.get(name)?.shown ?? name);
    const some =
        names.length === 0
            ? anyInterface
            : isOn(rule, 'interfacenot')
              ? { not: true, names: [...names].sort() }
              : interfaces(...names);
    const direction = textIn(rule, 'direction') ?? 'in';
    const title = textIn(rule, 'descr') ?? textIn(rule, 'description');
    const sides = rule.children.some(each => each.name === 'source_net' || each.name === 'destination_net')
        ? { from: modern(rule, 'source', knowledge), to: modern(rule, 'destination', knowledge) }
        : { from: sideOf(child(rule, 'source'), knowledge), to: sideOf(child(rule, 'destination'), knowledge) };
    const lines = (enters: boolean): readonly ReadRule[] =>
        linesOf(
            {
                permits: type === 'pass',
                ...sides,
                services,
                family,
                enters: enters ? some : anyInterface,
                leaves: enters ? anyInterface : some,
                when: both(...doubts, type === 'match' ? 'a rule that only marks' : null),
                trait: isOn(rule, 'disabled') || textIn(rule, 'enabled') === '0' ? 'disabled' : null,
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
        return [];
    }
    return direction === 'any' && names.length > 0 ? [...lines(true), ...lines(false)] : lines(direction !== 'out');
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

/**
 * Reads a backup of pfSense or OPNsense. Floating rules that decide at once come first, then those of the interfaces in
 * their order; floating
 * rules that only the last match decides come after them, last one first. What comes in at an interface and matches no
 * rule is blocked.
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
    const knowledge: Knowledge = { legs, aliases, hosts, notices };
    const written = [
        ...childrenOf(child(root, 'filter'), 'rule'),
        ...childrenOf(child(root, 'OPNsense', 'Firewall', 'Filter', 'rules'), 'rule'),
    ];
    if (written.length === 0) throw new RulesError('The backup has no firewall rule.');
    const [first, usual, last]: [ReadRule[], ReadRule[], ReadRule[][]] = [[], [], []];
    written.forEach((rule, at) => {
        const rules = ruleOf(rule, at + 1, knowledge);
        const floating = textIn(rule, 'floating') === 'yes';
        const quick = child(rule, 'quick') === undefined ? !floating : isOn(rule, 'quick');
        if (!quick) last.unshift([...rules]);
        else if (floating) addAll(first, rules);
        else addAll(usual, rules);
    });
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
                'addresses, and they are what is compared.',
        });
    const rules = [...first, ...usual, ...last.flat()];
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
            .filter(leg => leg.network !== null && leg.network !== nothing)
            .map(leg => ({ name: leg.shown, networks: leg.prefixes })),
    };
}
