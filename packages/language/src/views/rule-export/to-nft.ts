import type { Ranges, Service } from '../../filter/index.ts';
import { addressTexts } from '../../filter/index.ts';
import type { Permission, Permissions } from './permissions.ts';
import { nameFor, remarksOf } from './permissions.ts';

/** A comment of nft has at most 128 bytes. */
const longestComment = 128;

function comment(text: string): string {
    const plain = text.replace(/["\\\r\n]/g, "'");
    if (Buffer.byteLength(plain) <= longestComment) return plain;
    let short = plain;
    while (Buffer.byteLength(short) > longestComment - 3) short = short.slice(0, -1);
    return `${short}…`;
}

function set(texts: readonly string[]): string {
    return texts.length === 1 ? texts[0]! : `{ ${texts.join(', ')} }`;
}

const ports = ({ ranges }: Service): readonly string[] =>
    ranges.length === 0 ? ['0-65535'] : ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));

/** The matches of a set of services: one where all of them have ports, else one for each kind. */
function serviceMatches(services: readonly Service[], kind: 4 | 6): readonly string[] {
    const ported = services.filter(({ transport }) => ['tcp', 'udp', 'sctp'].includes(transport));
    const matches: string[] = [];
    if (ported.length === 1)
        matches.push(
            ported[0]!.ranges.length === 0
                ? `meta l4proto ${ported[0]!.transport}`
                : `${ported[0]!.transport} dport ${set(ports(ported[0]!))}`,
        );
    if (ported.length > 1) {
        const pairs = ported.flatMap(service => ports(service).map(port => `${service.transport} . ${port}`));
        matches.push(`meta l4proto . th dport { ${pairs.join(', ')} }`);
    }
    for (const { transport, ranges } of services) {
        if (transport === 'icmp') matches.push(kind === 4 ? 'meta l4proto icmp' : 'meta l4proto ipv6-icmp');
        if (transport === 'ip')
            matches.push(
                `meta l4proto ${set(ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)))}`,
            );
        if (transport === 'any') matches.push('meta l4proto 0-255');
    }
    return matches;
}

function lines({ flow, kind, from, to, services }: Permission): readonly string[] {
    const family = kind === 4 ? 'ip' : 'ip6';
    const side = (word: string, ranges: Ranges): string => `${family} ${word} ${set(addressTexts(ranges))}`;
    return serviceMatches(services, kind).map(
        match =>
            `        ${side('saddr', from)} ${side('daddr', to)} ${match} ct state new accept comment ` +
            `"${comment(flow.id)}"`,
    );
}

/** Rules for nft: what is not declared is dropped. The table is its own, and replaces an earlier one of that name. */
export function toNft(all: Permissions): string {
    const table = nameFor(all);
    return [
        `# Rules for ${all.device.id} of ${all.system}, from its declared flows. What is not declared is dropped.`,
        ...remarksOf(all).map(remark => `# ${remark}`),
        `table inet ${table}`,
        `delete table inet ${table}`,
        `table inet ${table} {`,
        '    chain forward {',
        '        type filter hook forward priority filter; policy drop;',
        '        ct state vmap { established : accept, related : accept, invalid : drop }',
        ...all.permissions.flatMap(lines),
        '    }',
        '}',
        '',
    ].join('\n');
}
