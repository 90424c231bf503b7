import { interfaces, maskedPrefix, readAddresses } from 'iacs-language/filter';
import type { FortiBlocks, FortiEntry } from './fortios-blocks.ts';
import { list, readFortiBlocks, word } from './fortios-blocks.ts';
import { forwardedElsewhere, forwardsOf } from './fortios-forwards.ts';
import { address6Meaning, addressMeaning, builtInService, serviceMeaning } from './fortios-objects.ts';
import { firewallOf } from './fortios-vdoms.ts';
import { inOrder, interfacesOf, policyRules } from './fortios-policy.ts';
import type { Meaning } from './objects.ts';
import { Names, unknown } from './objects.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { denied, RulesError, unread } from './reading.ts';
import { leftOpen } from './translation.ts';

const byName = (blocks: FortiBlocks, ...paths: readonly string[]): Map<string, FortiEntry> =>
    new Map(paths.flatMap(path => blocks.get(path)?.entries ?? []).map(entry => [entry.name, entry]));

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
    const addresses6 = new Names(six, address6Meaning, missing);
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
    const entriesOf = (path: string): readonly FortiEntry[] => blocks.get(path)?.entries ?? [];
    const forwards = forwardsOf(entriesOf('firewall vip'), entriesOf('firewall vipgrp'));
    const names = { addresses, addresses6, services, zones, forwards };
    // Where applications are filtered by a list of their own, that list decides after the policies.
    const when = entriesOf('firewall security-policy').length > 0 ? 'the security policies' : null;
    const vips = [...entriesOf('firewall vip'), ...entriesOf('firewall vip6')];
    const elsewhere = forwardedElsewhere(vips, some => interfacesOf(some, zones));
    const rules = [...elsewhere, ...inOrder(policies.map(policy => policyRules(policy, names, when, notices)))];
    const shown = translations(blocks, policies, elsewhere.length > 0);
    if (shown !== null) notices.push(shown);
    for (const path of [
        'firewall local-in-policy',
        'firewall local-in-policy6',
        'firewall DoS-policy',
        'firewall proxy-policy',
        'firewall multicast-policy',
        'firewall security-policy',
        'firewall acl',
        'firewall acl6',
        'firewall interface-policy',
        'firewall interface-policy6',
        'firewall explicit-proxy-policy',
        'firewall policy46',
        'firewall policy64',
    ]) {
        const entries = blocks.get(path)?.entries ?? [];
        if (entries.length > 0)
            notices.push({
                line: entries[0]!.line,
                message:
                    `${entries.length} of "config ${path}" ${entries.length === 1 ? 'is' : 'are'} not read: ` +
                    `${whyPassed(path)}.`,
            });
    }
    const cut = ['firewall policy', 'firewall policy6'].some(path => open.has(path));
    if (policies.length === 0)
        throw new RulesError(
            'No policy is in this file: give the full configuration of the FortiGate, with "config firewall policy".',
        );
    if (cut) rules.push(unread());
    rules.push(...insideZones(zones), denied('implicit deny'));
    const known = (blocks.get('system interface') ?? top.blocks.get('system interface'))?.entries ?? [];
    notices.push(...downNotices(known, policies, zones));
    return { rules, notices, interfaces: known.flatMap(entry => networkOf(entry)) };
}

/**
 * Interfaces that are switched off, and the policies that pass nothing as long as they are: these are kept, because
 * nothing but that state stops them.
 */
function downNotices(
    known: readonly FortiEntry[],
    policies: readonly FortiEntry[],
    zones: ReadonlyMap<string, FortiEntry>,
): readonly RuleNotice[] {
    const down = new Map(known.filter(entry => word(entry, 'status') === 'down').map(entry => [entry.name, entry]));
    const interfacesOf = (policy: FortiEntry, key: string): readonly string[] =>
        list(policy, key).flatMap(name => (zones.has(name) ? list(zones.get(name)!, 'interface') : [name]));
    return [...down].flatMap(([name, { line }]): readonly RuleNotice[] => {
        const stopped = policies.filter(
            policy =>
                word(policy, 'status') !== 'disable' &&
                ['srcintf', 'dstintf'].some(key => {
                    const some = interfacesOf(policy, key);
                    return some.includes(name) && some.every(each => down.has(each));
                }),
        );
        if (stopped.length === 0) return [];
        const names = stopped.map(policy => policy.name).join(', ');
        const [policy, pass, are, permit] =
            stopped.length === 1
                ? ['policy', 'passes', 'is', 'it permits']
                : ['policies', 'pass', 'are', 'they permit'];
        return [
            {
                line,
                message:
                    `Interface ${name} is switched off (status down): ${policy} ${names} ${pass} nothing as long as ` +
                    `it is, but ${are} kept: what ${permit} is open as soon ` +
                    'as somebody switches it on.',
            },
        ];
    });
}

/** What a zone lets through between its interfaces, after all policies, unless it is set to deny that. */
function insideZones(zones: ReadonlyMap<string, FortiEntry>): readonly ReadRule[] {
    return [...zones.values()]
        .filter(zone => word(zone, 'intrazone') === 'allow')
        .map(zone => {
            const some = interfaces(...list(zone, 'interface'));
            const label = `implicit: inside of zone ${zone.name} (intrazone)`;
            return { ...denied(label), permits: true, enters: some, leaves: some, line: zone.line };
        });
}

function whyPassed(path: string): string {
    if (path.includes('local-in')) return 'it concerns the device itself';
    if (/policy(?:46|64)$/.test(path)) return 'it joins IPv4 and IPv6, and what it permits is in no rule here';
    if (path.includes('acl')) return 'it may block what the policies permit';
    return path === 'firewall security-policy'
        ? 'what the policies permit depends on it, and is not assessable'
        : 'it does not filter by address and port';
}

/** What is said where addresses are translated. */
function translations(
    blocks: FortiBlocks,
    policies: readonly FortiEntry[],
    sendsElsewhere: boolean,
): RuleNotice | null {
    const vips = ['firewall vip', 'firewall vip6'].flatMap(path => blocks.get(path)?.entries ?? []);
    const hiding = blocks.get('firewall central-snat-map')?.entries ?? [];
    const first = vips[0] ?? hiding[0] ?? policies.find(policy => word(policy, 'nat') === 'enable');
    return first === undefined
        ? null
        : {
              line: first.line,
              message:
                  'Addresses are translated (VIP, NAT): real addresses are compared. A sensor or a firewall on the ' +
                  'other side sees the translated ones; write them with translates.' +
                  (sendsElsewhere ? ` ${leftOpen}.` : ''),
          };
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
