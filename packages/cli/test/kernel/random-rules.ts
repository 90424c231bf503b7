import type { Probe } from './lab.ts';

type Dice = (below: number) => number;

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)]!;

/** Few hosts and few ports, so that rules and probes meet. */
const hosts = [1, 2, 3, 4, 9, 17, 33, 130];
const ports = [22, 80, 102, 443, 502, 503, 504, 2000, 4840, 8080];

const host = (dice: Dice, kind: 4 | 6): string =>
    kind === 4
        ? `10.${1 + dice(3)}.1.${pick(dice, hosts)}`
        : `fd00:${1 + dice(3)}:1::${pick(dice, hosts).toString(16)}`;

function prefix(dice: Dice, kind: 4 | 6): string {
    const leg = 1 + dice(3);
    if (kind === 6) return pick(dice, [`fd00:${leg}::/32`, `fd00:${leg}:1::/48`, `fd00:${leg}:1::/124`, 'fd00::/16']);
    return pick(dice, [
        `10.${leg}.0.0/16`,
        `10.${leg}.1.0/24`,
        `10.${leg}.1.0/28`,
        `10.${leg}.1.128/25`,
        '10.0.0.0/8',
        `10.${leg & 2}.0.0/15`,
    ]);
}

function range(dice: Dice, kind: 4 | 6): string {
    const leg = 1 + dice(3);
    const low = dice(20);
    return kind === 4
        ? `10.${leg}.1.${low}-10.${leg}.1.${low + dice(30)}`
        : `fd00:${leg}:1::${low.toString(16)}-fd00:${leg}:1::${(low + dice(30)).toString(16)}`;
}

function address(dice: Dice, kind: 4 | 6): string {
    const some = pick(dice, [host, prefix, range, host]);
    if (dice(4) > 0) return some(dice, kind);
    return `{ ${[...new Set([host(dice, kind), host(dice, kind), host(dice, kind)])].join(', ')} }`;
}

function portSet(dice: Dice): string {
    return pick(dice, [
        `${pick(dice, ports)}`,
        '500-505',
        `{ ${[...new Set([pick(dice, ports), pick(dice, ports)])].join(', ')} }`,
        '{ 22, 400-600, 8080 }',
        `!= ${pick(dice, ports)}`,
    ]);
}

function nftMatch(dice: Dice): string {
    const kind = dice(3) === 0 ? 6 : 4;
    const family = kind === 4 ? 'ip' : 'ip6';
    const not = dice(6) === 0 ? '!= ' : '';
    return pick(dice, [
        () => `${family} saddr ${not}${address(dice, kind)}`,
        () => `${family} daddr ${not}${address(dice, kind)}`,
        () => `${family} saddr ${address(dice, kind)} ${family} daddr ${address(dice, kind)}`,
        () => `tcp dport ${portSet(dice)}`,
        () => `udp dport ${portSet(dice)}`,
        () => `meta l4proto { tcp, udp } th dport ${portSet(dice)}`,
        () => `iifname ${not}"eth${1 + dice(3)}"`,
        () => `oifname { "eth${1 + dice(2)}", "eth3" }`,
        () => `ip saddr . tcp dport { ${host(dice, 4)} . 22, ${host(dice, 4)} . 502 }`,
        () => `ip daddr @${pick(dice, ['plcs', 'cells'])}`,
        () => `oifname != { "eth1", "eth${2 + dice(2)}" }`,
        () => 'ct state new',
        () => 'meta nfproto ipv4',
        () => 'tcp flags syn',
        () => `tcp dport ${pick(dice, ['<', '>', '<=', '>='])} ${pick(dice, ports)}`,
        () => `tcp flags & (fin|syn|rst|ack) ${pick(dice, ['==', '!='])} syn`,
        () => `tcp flags & ${pick(dice, ['rst', 'ack', '(syn|ack)'])} ${pick(dice, ['==', '!='])} 0x0`,
        () => 'ip saddr @none',
    ])();
}

function nftRule(dice: Dice, chains: readonly string[]): string {
    if (dice(9) === 0)
        return (
            `tcp dport vmap { 22 : drop, 502 : ${chains.length > 0 ? `jump ${pick(dice, chains)}` : 'accept'}, ` +
            '503-504 : accept }'
        );
    if (dice(12) === 0)
        return pick(dice, [
            `tcp dport vmap { ${pick(dice, ports)} : continue, * : ${pick(dice, ['drop', 'accept'])} }`,
            `ip saddr vmap { ${host(dice, 4)} : accept, * : ${pick(dice, ['drop', 'continue'])} }`,
            `iifname vmap { "eth1" : ${pick(dice, ['continue', 'accept'])}, "eth2" : drop, * : accept }`,
        ]);
    const beside = pick(dice, ['', '', '', 'meta mark set 7 ', 'update @seen { ip saddr } ', 'log prefix "drop" ']);
    const matches = [nftMatch(dice), ...(dice(2) === 0 ? [nftMatch(dice)] : [])].filter(
        (match, at, all) => all.findIndex(other => other.split(' ')[1] === match.split(' ')[1]) === at,
    );
    const verdicts = [
        'accept',
        'accept',
        'drop',
        'reject',
        'return',
        ...chains.flatMap(chain => [`jump ${chain}`, `goto ${chain}`]),
    ];
    return `${matches.join(' ')} counter ${beside}${pick(dice, verdicts)}`;
}

const lines = (dice: Dice, most: number, rule: () => string): string =>
    Array.from({ length: 1 + dice(most) }, () => `        ${rule()}\n`).join('');

/** A rule set for nft: chains that call each other, sets, maps, several base chains. */
export function randomNft(dice: Dice): string {
    const policy = pick(dice, ['accept', 'drop', 'drop']);
    const second =
        dice(3) === 0
            ? '    chain later { type filter hook forward priority 10; policy ' +
              `${pick(dice, ['accept', 'drop', 'accept'])};\n        ct state established,related ` +
              `accept\n${lines(dice, 4, () => nftRule(dice, ['inner']))}    }\n`
            : '';
    const before =
        dice(3) === 0
            ? `    chain before { type filter hook ${pick(dice, ['prerouting priority -300', 'prerouting priority -150', 'postrouting priority 0'])}; ` +
              `policy accept;\n        ct state established,related accept\n` +
              `${lines(dice, 3, () => nftRule(dice, ['inner']))}    }\n`
            : '';
    return `table inet fw {
    set none { type ipv4_addr; }
    set seen { type ipv4_addr; size 65535; flags dynamic; }
    set plcs { type ipv4_addr; elements = { ${[...new Set([host(dice, 4), host(dice, 4)])].join(', ')} } }
    set cells { type ipv4_addr; flags interval; elements = { 10.${1 + dice(2)}.1.0/28, 10.3.1.128-10.3.1.140 } }
    chain inner {
${lines(dice, 4, () => nftRule(dice, []))}    }
    chain outer {
${lines(dice, 4, () => nftRule(dice, ['inner']))}    }
    chain forward { type filter hook forward priority 0; policy ${policy};
        ct state vmap { established : accept, related : accept, invalid : drop }
${lines(dice, 9, () => nftRule(dice, ['inner', 'outer']))}    }
${second}${before}}\n`;
}

function iptablesMatch(dice: Dice): string {
    const not = dice(6) === 0 ? '! ' : '';
    return pick(dice, [
        () => `${not}-s ${dice(2) === 0 ? host(dice, 4) : prefix(dice, 4)}`,
        () => `${not}-d ${dice(2) === 0 ? host(dice, 4) : prefix(dice, 4)}`,
        () => `-m iprange ${not}--${pick(dice, ['src', 'dst'])}-range ${range(dice, 4)}`,
        () => `-p tcp -m tcp ${not}--dport ${pick(dice, ports)}`,
        () => `-p udp --dport ${pick(dice, ports)}`,
        () => `-p tcp -m multiport ${not}--dports 22,500:505,8080`,
        () => `${not}-p tcp`,
        () => `${not}-i eth${1 + dice(3)}`,
        () => `${not}-o eth${1 + dice(3)}`,
        () => '-m conntrack --ctstate NEW',
        () => '-p tcp ! --syn -m conntrack --ctstate NEW',
        () => '-p tcp --syn',
        () => `-p tcp ${not}--tcp-flags ${pick(dice, ['SYN,RST,ACK SYN', 'ALL NONE', 'RST RST', 'ACK NONE'])}`,
    ])();
}

function iptablesRule(dice: Dice, chain: string, chains: readonly string[]): string {
    const matches = [iptablesMatch(dice), ...(dice(2) === 0 ? [iptablesMatch(dice)] : [])];
    const option = (match: string): string => /-[spdio] |--?\w+-range|-m conntrack/.exec(match)![0];
    const kept = matches.filter((match, at) => matches.findIndex(other => option(other) === option(match)) === at);
    const targets = [
        '-j ACCEPT',
        '-j ACCEPT',
        '-j DROP',
        '-j REJECT',
        '-j RETURN',
        ...chains.flatMap(each => [`-j ${each}`, `-g ${each}`]),
    ];
    return `-A ${chain} ${kept.join(' ')} ${pick(dice, targets)}`;
}

/** A rule of another table than `filter`, which knows no interface of the way out and no REJECT. */
function earlyRule(dice: Dice, chain: string, chains: readonly string[]): string {
    for (;;) {
        const rule = iptablesRule(dice, chain, chains).replace('-j REJECT', '-j DROP');
        if (!/-[io] |-j RETURN/.test(rule)) return rule;
    }
}

/** A rule set for iptables-restore. */
export function randomIptables(dice: Dice): string {
    const other = pick(dice, [['raw', 'PREROUTING'], ['mangle', 'FORWARD'], ['mangle', 'POSTROUTING'], null] as const);
    const early =
        other === null
            ? ''
            : `*${other[0]}\n:${other[1]} ACCEPT [0:0]\n:SIDE - [0:0]\n` +
              `-A ${other[1]} -p tcp -m tcp --tcp-flags SYN,ACK SYN,ACK -j ACCEPT\n` +
              lines(dice, 3, () => earlyRule(dice, other[1], ['SIDE'])).replace(/^ +/gm, '') +
              lines(dice, 2, () => earlyRule(dice, 'SIDE', [])).replace(/^ +/gm, '') +
              'COMMIT\n';
    return `${early}*filter
:INPUT ACCEPT [0:0]
:FORWARD ${pick(dice, ['ACCEPT', 'DROP', 'DROP'])} [0:0]
:OUTPUT ACCEPT [0:0]
:OUTER - [0:0]
:INNER - [0:0]
-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
${lines(dice, 8, () => iptablesRule(dice, 'FORWARD', ['OUTER', 'INNER'])).replace(/^ +/gm, '')}${lines(dice, 4, () => iptablesRule(dice, 'OUTER', ['INNER'])).replace(/^ +/gm, '')}${lines(dice, 4, () => iptablesRule(dice, 'INNER', [])).replace(/^ +/gm, '')}COMMIT\n`;
}

/** Sessions between the legs; `first` is the lowest own port. */
export function randomProbes(dice: Dice, count: number, first: number, kinds: readonly (4 | 6)[]): Probe[] {
    return Array.from({ length: count }, (_, at) => {
        const kind = pick(dice, kinds);
        const from = host(dice, kind);
        let to = host(dice, kind);
        while (to.split(/[.:]+/)[1] === from.split(/[.:]+/)[1]) to = host(dice, kind);
        return {
            from,
            to,
            kind,
            transport: dice(3) === 0 ? 'udp' : 'tcp',
            port: pick(dice, ports),
            source: first + at,
        };
    });
}
