import type { Ranges } from 'iacs-language/filter';
import { all4, all6, maskedPrefix, readAddresses, servicePoint } from 'iacs-language/filter';
import type { FortiEntry } from './fortios-blocks.ts';
import { list, word } from './fortios-blocks.ts';
import type { Meaning } from './objects.ts';
import { except, known, partOf, together, unknown } from './objects.ts';
import { portRange } from './port-names.ts';
import { protocolServices, servicesFrom } from './reading.ts';

function subnet(parts: readonly string[]): Ranges | null {
    const [address = '', mask] = parts;
    if (mask === undefined) return readAddresses(address);
    const prefix = maskedPrefix(address, mask);
    return prefix === null ? null : readAddresses(prefix);
}

/** What an address, a group or a translated address means; unknown with the reason where the export does not say it. */
export function addressMeaning(entry: FortiEntry, resolve: (name: string) => Meaning): Meaning {
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

/** The same of the lists of IPv6, where an address that says nothing is all of them. */
export function address6Meaning(entry: FortiEntry, resolve: (name: string) => Meaning): Meaning {
    const isPlain = (word(entry, 'type') ?? 'ipprefix') === 'ipprefix';
    return isPlain && !['member', 'mappedip', 'ip6'].some(key => entry.values.has(key))
        ? known(all6)
        : addressMeaning(entry, resolve);
}

const transports = ['tcp', 'udp', 'sctp'] as const;

/** What limits a service beside its ports, with the value that means nothing. */
const limits = [
    ['to addresses', 'iprange', '0.0.0.0'],
    ['to name', 'fqdn', ''],
    ['application by', 'app-service-type', 'disable'],
] as const;

/** What a service or a group of services means, as transports and ports. */
export function serviceMeaning(entry: FortiEntry, resolve: (name: string) => Meaning): Meaning {
    if (entry.values.has('member')) return together(list(entry, 'member').map(resolve));
    const meaning = portsMeaning(entry);
    const words = limits.flatMap(([name, key, none]) =>
        (word(entry, key) ?? none) === none ? [] : [`${name} ${list(entry, key).join(' ')}`],
    );
    return words.length === 0 ? meaning : partOf(meaning.known, ...meaning.unknown, ...words);
}

function portsMeaning(entry: FortiEntry): Meaning {
    const protocol = word(entry, 'protocol') ?? 'TCP/UDP/SCTP';
    if (protocol === 'IP') {
        const number = word(entry, 'protocol-number') ?? '0';
        return known(
            servicesFrom(number === '0' ? [{ transport: 'any', ranges: [] }] : (protocolServices(number) ?? [])),
        );
    }
    if (protocol === 'ICMP' || protocol === 'ICMP6') {
        const type = word(entry, 'icmptype');
        const all = servicesFrom(protocolServices(protocol === 'ICMP' ? '1' : '58')!);
        return type === null ? known(all) : partOf(all, `icmp type ${type}`);
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
                        : partOf(ranges, `${transport} ${target} from source port ${source}`),
                );
            }
        }
    }
    const light = list(entry, 'udplite-portrange');
    if (light.length > 0) parts.push(partOf(servicesFrom(protocolServices('136')!), `udplite ${light.join(' ')}`));
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

/** What a service means that the export does not define, because every FortiGate has it. */
export function builtInService(name: string): Meaning {
    if (name === 'ALL' || name === 'ANY') return known(servicesFrom([{ transport: 'any', ranges: [] }]));
    if (name === 'ALL_ICMP' || name === 'ALL_ICMP6' || name === 'PING' || name === 'PING6') {
        const all = servicesFrom(protocolServices(name.endsWith('6') ? '58' : '1')!);
        return name.startsWith('ALL') ? known(all) : partOf(all, name === 'PING' ? 'icmp type 8' : 'icmp type 128');
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
