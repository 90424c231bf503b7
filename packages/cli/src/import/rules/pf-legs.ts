/** The interfaces of a firewall of pfSense or OPNsense, and the rules that it makes of them by itself. */
import type { Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyService,
    interfaces,
    readAddressList,
    readAddresses,
    subtract,
    union,
} from 'iacs-language/filter';
import type { ReadRule } from './reading.ts';
import { anywhere } from './reading.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, textIn } from './xml.ts';

/** An interface of the firewall. */
export interface Leg {
    readonly name: string;
    /** What the rule editor calls it. */
    readonly shown: string;
    readonly network: Ranges | null;
    readonly address: Ranges | null;
    /** The kinds of addresses of which it has some that are not fixed. */
    readonly open: Ranges;
    /** The networks of its virtual addresses outside of its own; the firewall counts them to its network. */
    readonly virtual: Ranges;
    readonly prefixes: readonly string[];
    /** False for one that is switched off: its rules are not loaded. */
    readonly isOn: boolean;
    /** True where senders with private addresses are blocked before all rules. */
    readonly blocksPrivate: boolean;
}

/** What stands in the place of an address that is not fixed. */
const dynamic = [
    'dhcp',
    'dhcp6',
    'pppoe',
    'pppoev6',
    'slaac',
    'track6',
    'idassoc6',
    'ppp',
    'pptp',
    'l2tp',
    '6rd',
    '6to4',
];

function virtualAt(root: Element, name: string, own: Ranges): Ranges {
    const all = childrenOf(child(root, 'virtualip'), 'vip').filter(
        vip => textIn(vip, 'interface') === name && !['proxyarp', 'other'].includes(textIn(vip, 'mode') ?? ''),
    );
    const networks = all.map(vip =>
        readAddresses(`${textIn(vip, 'subnet') ?? ''}/${textIn(vip, 'subnet_bits') ?? ''}`),
    );
    return subtract(union(...networks.filter(ranges => ranges !== null)), own);
}

export function legsOf(root: Element): ReadonlyMap<string, Leg> {
    const all = child(root, 'interfaces')?.children ?? [];
    // Old backups do not say it of any interface.
    const isSaid = all.some(each => child(each, 'enable') !== undefined);
    return new Map(
        all.map(each => {
            const pairs = [
                ['ipaddr', 'subnet'],
                ['ipaddrv6', 'subnetv6'],
            ]
                .map(([address, length]) => [textIn(each, address!), textIn(each, length!)] as const)
                .filter(([address, length]) => address !== null && length !== null && readAddresses(address) !== null);
            const prefixes = pairs.map(([address, length]) => `${address}/${length}`);
            const networks = prefixes.map(readAddresses).filter(ranges => ranges !== null);
            const own = pairs.map(([address]) => readAddresses(address!)!);
            const open = union(
                ...(
                    [
                        ['ipaddr', all4],
                        ['ipaddrv6', all6],
                    ] as const
                ).flatMap(([key, kind]) => (dynamic.includes(textIn(each, key) ?? '') ? [kind] : [])),
            );
            return [
                each.name,
                {
                    name: each.name,
                    shown: textIn(each, 'descr') ?? each.name,
                    prefixes,
                    network: networks.length > 0 ? union(...networks) : null,
                    address: own.length > 0 ? union(...own) : null,
                    open,
                    virtual: virtualAt(root, each.name, union(...networks)),
                    isOn: !isSaid || isOn(each, 'enable'),
                    blocksPrivate: isOn(each, 'blockpriv'),
                },
            ];
        }),
    );
}

/** Groups of interfaces: the names of their members. */
export function groupsOf(root: Element): ReadonlyMap<string, readonly string[]> {
    return new Map(
        childrenOf(child(root, 'ifgroups'), 'ifgroupentry').map(each => [
            textIn(each, 'ifname') ?? '',
            (textIn(each, 'members') ?? '').split(/[\s,]+/).filter(name => name !== ''),
        ]),
    );
}

/** What "block private networks" blocks. */
const privateNetworks = readAddressList([
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    'fc00::/7',
]);

/** The rules that come before those that people wrote. */
export function implicitRules(legs: ReadonlyMap<string, Leg>): readonly ReadRule[] {
    return [...legs.values()]
        .filter(leg => leg.isOn && leg.blocksPrivate)
        .map(leg => ({
            permits: false,
            region: { ...anywhere, from: privateNetworks ?? [], services: everyService },
            enters: interfaces(leg.shown),
            leaves: anyInterface,
            when: null,
            trait: null,
            label: `implicit: block private networks at ${leg.shown}`,
            line: 0,
        }));
}
