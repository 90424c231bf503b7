import type { Interfaces, Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyAddress,
    interfaces,
    maskedPrefix,
    readAddresses,
    servicePoint,
} from 'iacs-language/filter';
import type { FortiBlock, FortiEntry } from './fortios-blocks.ts';
import { readFortiBlocks } from './fortios-blocks.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { except, known, Names, negated, nothingKnown, together, unknown } from './objects.ts';
import { portRange } from './port-names.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, denied, protocolServices, RulesError, servicesFrom, unread } from './reading.ts';

type Blocks = ReadonlyMap<string, FortiBlock>;

const word = (entry: FortiEntry, key: string): string | null => entry.values.get(key)?.[0] ?? null;
const list = (entry: FortiEntry, key: string): readonly string[] => entry.values.get(key) ?? [];
const byName = (blocks: Blocks, ...paths: readonly string[]): Map<string, FortiEntry> =>
    new Map(paths.flatMap(path => blocks.get(path)?.entries ?? []).map(entry => [entry.name, entry]));

function subnet(parts: readonly string[]): Ranges | null {
    const [address = '', mask] = parts;
    if (mask === undefined) return readAddresses(address);
    const prefix = maskedPrefix(address, mask);
    return prefix === null ? null : readAddresses(prefix);
}

function addressMeaning(entry: FortiEntry, resolve: (name: string) => Meaning): Meaning {
    const members = [...list(entry, 'member')];
    if (entry.values.has('member')) {
        const all = together(members.map(resolve));
        return word(entry, 'exclude') === 'enable'
            ? except(all, together(list(entry, 'exclude-member').map(resolve)))
            : all;
    }
    const mapped = list(entry, 'mappedip').length > 0 ? list(entry, 'mappedip') : null;
    if (mapped) {
        const ranges = mapped.map(each => readAddresses(each));
        return ranges.every(each => each !== null)
            ? together(ranges.map(each => known(each!)))
            : unknown(`translated address ${entry.name}`);
    }
    const type = word(entry, 'type') ?? 'ipmask';
    const six = word(entry, 'ip6');
    if (six !== null) {
        const ranges = readAddresses(six);
        return ranges ? known(ranges) : unknown(`address ${entry.name}`);
    }
    if (type === 'iprange' && entry.values.has('start-ip')) {
        const ranges = readAddresses(`${word(entry, 'start-ip')}-${word(entry, 'end-ip') ?? word(entry, 'start-ip')}`);
        return ranges ? known(ranges) : unknown(`address ${entry.name}`);
    }
    if (type === 'ipmask' || type === 'interface-subnet' || type === 'ipprefix' || type === 'subnet') {
        if (!entry.values.has('subnet'))
            return type === 'ipprefix'
                ? known(all6)
                : type === 'ipmask'
                  ? known(all4)
                  : unknown(`address ${entry.name}`);
        const ranges = subnet(list(entry, 'subnet'));
        return ranges ? known(ranges) : unknown(`address ${entry.name}`);
    }
    if (type === 'fqdn' || type === 'wildcard-fqdn')
        return unknown(`name ${word(entry, 'fqdn') ?? word(entry, 'wildcard-fqdn') ?? entry.name}`);
    return unknown(`${type} ${entry.name}`);
}

const transports = ['tcp', 'udp', 'sctp'] as const;

function serviceMeaning(entry: FortiEntry, resolve: (name: string) => Meaning): Meaning {
    if (entry.values.has('member')) return together(list(entry, 'member').map(resolve));
    const protocol = word(entry, 'protocol') ?? 'TCP/UDP/SCTP';
    if (protocol === 'IP') {
        const number = word(entry, 'protocol-number') ?? '0';
        return known(
            servicesFrom(number === '0' ? [{ transport: 'any', ranges: [] }] : (protocolServices(number) ?? [])),
        );
    }
    if (protocol === 'ICMP' || protocol === 'ICMP6') {
        const type = word(entry, 'icmptype');
        return type === null
            ? known(servicesFrom(protocolServices(protocol === 'ICMP' ? '1' : '58')!))
            : unknown(`icmp type ${type}`);
    }
    if (protocol === 'HTTP' || protocol === 'FTP' || protocol === 'CONNECT' || protocol === 'SOCKS-TCP')
        return unknown(`${protocol} of service ${entry.name}`);
    const parts: Meaning[] = [];
    for (const transport of transports) {
        for (const written of list(entry, `${transport}-portrange`)) {
            const [target = '', source] =
                written.includes(':') && /^\d+(-\d+)?:\d+(-\d+)?$/.test(written)
                    ? (written.split(':') as [string, string])
                    : [written];
            const range = portRange(target);
            if (!range) parts.push(unknown(`${transport} ${written}`));
            else {
                const ranges: Ranges = [servicePoint(transport, range.from)!, servicePoint(transport, range.to)!];
                const sources = source === undefined ? null : portRange(source);
                parts.push(
                    source === undefined || ((sources?.from ?? 1) <= 1 && sources?.to === 65535)
                        ? known(ranges)
                        : unknown(`${transport} ${target} from source port ${source}`),
                );
            }
        }
    }
    return parts.length === 0 ? unknown(`service ${entry.name}, which has no ports`) : together(parts);
}

/** Services that every FortiGate has, with the ports of its manual; others are in the configuration. */
const builtInServices: Readonly<Record<string, string>> = {
    ALL_TCP: 'tcp 1-65535',
    ALL_UDP: 'udp 1-65535',
    HTTP: 'tcp 80',
    HTTPS: 'tcp 443',
    SSH: 'tcp 22',
    TELNET: 'tcp 23',
    FTP: 'tcp 21',
    DNS: 'tcp 53, udp 53',
    NTP: 'tcp 123, udp 123',
    SMTP: 'tcp 25',
    SNMP: 'tcp 161-162, udp 161-162',
    SYSLOG: 'udp 514',
    RDP: 'tcp 3389',
    SMB: 'tcp 445',
    LDAP: 'tcp 389',
    LDAPS: 'tcp 636',
    KERBEROS: 'tcp 88, tcp 464, udp 88, udp 464',
    TFTP: 'udp 69',
    IMAP: 'tcp 143',
    IMAPS: 'tcp 993',
    POP3: 'tcp 110',
    POP3S: 'tcp 995',
    MYSQL: 'tcp 3306',
    VNC: 'tcp 5900',
};

function builtInService(name: string): Meaning {
    if (name === 'ALL' || name === 'ANY') return known(servicesFrom([{ transport: 'any', ranges: [] }]));
    if (name === 'ALL_ICMP' || name === 'ALL_ICMP6' || name === 'PING' || name === 'PING6') {
        return name.startsWith('ALL')
            ? known(servicesFrom(protocolServices(name === 'ALL_ICMP' ? '1' : '58')!))
            : unknown('icmp type 8');
    }
    const written = Object.hasOwn(builtInServices, name) ? builtInServices[name]! : null;
    if (written === null) return unknown(`service ${name}, which is not in the export`);
    return together(
        written.split(', ').map(each => {
            const [transport, ports] = each.split(' ') as [string, string];
            return known(servicesFrom([{ transport, ranges: [portRange(ports)!] }]));
        }),
    );
}

function interfacesOf(names: readonly string[], zones: ReadonlyMap<string, FortiEntry>): Interfaces {
    if (names.length === 0 || names.includes('any')) return anyInterface;
    return interfaces(...names.flatMap(name => (zones.has(name) ? list(zones.get(name)!, 'interface') : [name])));
}

/** The conditions of a policy that no address and no port tells. */
function conditions(policy: FortiEntry): string | null {
    const schedule = word(policy, 'schedule');
    const told = [
        ['group user', 'groups'],
        ['user', 'users'],
        ['user', 'fsso-groups'],
        ['application', 'application'],
        ['application group', 'app-group'],
        ['device group', 'devices'],
        ['internet service', 'internet-service-name'],
        ['internet service', 'internet-service-id'],
        ['source internet service', 'internet-service-src-name'],
        ['security tag', 'ztna-tags-match-logic'],
        ['url category', 'url-category'],
    ] as const;
    return both(
        schedule === null || schedule === 'always' || schedule === 'none' ? null : `schedule ${schedule}`,
        ...told.map(([name, key]) =>
            list(policy, key).length > 0
                ? `${name === 'group user' ? 'user group' : name} ${list(policy, key).join(', ')}`
                : null,
        ),
    );
}

function policyRules(
    policy: FortiEntry,
    addresses: Names<FortiEntry>,
    addresses6: Names<FortiEntry>,
    services: Names<FortiEntry>,
    zones: ReadonlyMap<string, FortiEntry>,
    notices: RuleNotice[],
): readonly ReadRule[] {
    const side = (key: string): Meaning => {
        const meanings = [
            together(
                list(policy, `${key}`).map(name =>
                    name === 'all' || name === 'any'
                        ? known(all4)
                        : name === 'none'
                          ? nothingKnown
                          : addresses.meaning(name),
                ),
            ),
        ];
        meanings.push(
            together(
                list(policy, `${key}6`).map(name =>
                    name === 'all' || name === 'any'
                        ? known(all6)
                        : name === 'none'
                          ? nothingKnown
                          : addresses6.meaning(name),
                ),
            ),
        );
        const all = together(meanings);
        if (word(policy, `${key}-negate`) === 'enable')
            return negated(all, list(policy, `${key}6`).length > 0 ? everyAddress : all4);
        const bought = key === 'dstaddr' ? 'internet-service' : 'internet-service-src';
        return all.known.length === 0 && all.unknown.length === 0 && word(policy, bought) === 'enable'
            ? known(everyAddress)
            : all;
    };
    const named = list(policy, 'service');
    const asked =
        named.length === 0 && (word(policy, 'internet-service') === 'enable' || word(policy, 'action') === 'deny')
            ? ['ALL']
            : named;
    const service = together(asked.map(name => services.meaning(name)));
    const action = word(policy, 'action') ?? 'deny';
    const name = word(policy, 'name');
    return linesOf(
        {
            permits: action !== 'deny',
            from: side('srcaddr'),
            to: side('dstaddr'),
            services:
                word(policy, 'service-negate') === 'enable'
                    ? negated(service, servicesFrom([{ transport: 'any', ranges: [] }]))
                    : service,
            enters: interfacesOf(list(policy, 'srcintf'), zones),
            leaves: interfacesOf(list(policy, 'dstintf'), zones),
            when: both(
                conditions(policy),
                action === 'accept' || action === 'deny' ? null : `a tunnel of the policy (${action})`,
            ),
            trait: word(policy, 'status') === 'disable' ? 'disabled' : null,
            label: name === null ? policy.name : `${policy.name} ${name}`,
            line: policy.line,
        },
        notice => notices.push(notice),
    );
}

/** The blocks of one firewall: of the configuration without VDOMs, or of the VDOM that is meant. */
function firewallOf(top: Blocks, part: string | null, cut: boolean): Blocks {
    const declared = top.get('vdom')?.entries ?? [];
    const vdoms = declared.filter(entry => entry.blocks.size > 0);
    if (vdoms.length === 0) return top;
    // A whole export names all VDOMs at its head, and has the settings of each of them after that.
    const lacking = declared.filter(entry => entry.blocks.size === 0).map(entry => entry.name);
    const half = cut || lacking.length > 0;
    const withPolicies = vdoms.filter(entry => entry.blocks.has('firewall policy'));
    const wanted =
        part === null && withPolicies.length === 1 && !half
            ? withPolicies[0]
            : vdoms.find(entry => entry.name === part);
    const names = vdoms.map(entry => entry.name).join(', ');
    const rest = lacking.length > 0 ? `, and nothing of ${lacking.join(', ')}` : '';
    if (!wanted)
        throw new RulesError(
            part !== null
                ? `The export has no VDOM ${part}: it has ${names}${rest}${half ? '; it seems to be cut' : ''}.`
                : half
                  ? 'The export has virtual firewalls (VDOMs) and seems to be cut before the last of them: it has ' +
                    `${names}${rest}. Give the whole export, or name one of them with --part.`
                  : `The export has several virtual firewalls (VDOMs): name one of them with --part: ${names}.`,
        );
    return new Map([...top, ...wanted.blocks]);
}

/**
 * Reads a FortiGate configuration or script: policies with their addresses, groups, translated addresses, services and
 * zones.
 * @throws {@link RulesError} where no policy is in it
 */
export function readFortios({ text, part }: RulesRequest): ReadRules {
    const { top, faults, open } = readFortiBlocks(text);
    const notices: RuleNotice[] = [...faults];
    const blocks = firewallOf(top.blocks, part, open.has('vdom'));
    const missing = (name: string): Meaning => unknown(`address ${name}, which is not in the export`);
    const four = byName(
        blocks,
        'firewall address',
        'firewall addrgrp',
        'firewall vip',
        'firewall vipgrp',
        'firewall multicast-address',
    );
    const six = byName(blocks, 'firewall address6', 'firewall addrgrp6', 'firewall vip6', 'firewall vipgrp6');
    const addresses = new Names(four, addressMeaning, missing);
    const addresses6 = new Names(six, addressMeaning, missing);
    const services = new Names(
        byName(blocks, 'firewall service custom', 'firewall service group'),
        serviceMeaning,
        builtInService,
    );
    const zones = byName(blocks, 'system zone');
    const policies = [
        ...(blocks.get('firewall policy')?.entries ?? []),
        ...(blocks.get('firewall policy6')?.entries.map(asSix) ?? []),
    ];
    const rules = policies.flatMap(policy => policyRules(policy, addresses, addresses6, services, zones, notices));
    for (const path of [
        'firewall local-in-policy',
        'firewall local-in-policy6',
        'firewall DoS-policy',
        'firewall proxy-policy',
        'firewall multicast-policy',
        'firewall security-policy',
    ]) {
        const entries = blocks.get(path)?.entries ?? [];
        if (entries.length > 0)
            notices.push({
                line: entries[0]!.line,
                message:
                    `${entries.length} of "config ${path}" ${entries.length === 1 ? 'is' : 'are'} not read: ` +
                    `${path.includes('local-in') ? 'it concerns the device itself' : 'it is no filter by address and port'}.`,
            });
    }
    const cut = ['firewall policy', 'firewall policy6'].some(path => open.has(path));
    if (policies.length === 0)
        throw new RulesError(
            'No policy is in this file: give the full configuration of the FortiGate, with "config firewall policy".',
        );
    if (cut) rules.push(unread());
    rules.push(denied('implicit deny'));
    const known = (blocks.get('system interface') ?? top.blocks.get('system interface'))?.entries ?? [];
    return { rules, notices, interfaces: known.flatMap(entry => networkOf(entry)) };
}

/** A policy of the older separate list for IPv6. */
function asSix(policy: FortiEntry): FortiEntry {
    const values = new Map(policy.values);
    for (const key of ['srcaddr', 'dstaddr']) {
        values.set(`${key}6`, values.get(key) ?? []);
        values.delete(key);
    }
    return { ...policy, values };
}

function networkOf(entry: FortiEntry): ReadRules['interfaces'] {
    const ip = list(entry, 'ip');
    const prefix = ip.length === 2 ? maskedPrefix(ip[0]!, ip[1]!) : (ip[0] ?? null);
    return prefix === null || !readAddresses(prefix) || prefix.startsWith('0.0.0.0')
        ? []
        : [{ name: entry.name, networks: [prefix] }];
}
