import type { Interfaces } from 'iacs-language/filter';
import { all4, all6, anyInterface, everyAddress, interfaces, maskedPrefix, readAddresses } from 'iacs-language/filter';
import type { FortiBlocks, FortiEntry } from './fortios-blocks.ts';
import { list, readFortiBlocks, word } from './fortios-blocks.ts';
import { addressMeaning, builtInService, serviceMeaning } from './fortios-objects.ts';
import { firewallOf } from './fortios-vdoms.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, Names, negated, nothingKnown, together, unknown } from './objects.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, denied, RulesError, servicesFrom, unread } from './reading.ts';

const byName = (blocks: FortiBlocks, ...paths: readonly string[]): Map<string, FortiEntry> =>
    new Map(paths.flatMap(path => blocks.get(path)?.entries ?? []).map(entry => [entry.name, entry]));

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
                    `${path.includes('local-in') ? 'it concerns the device itself' : 'it does not filter by address and port'}.`,
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
