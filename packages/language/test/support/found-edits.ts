type Next = (below: number) => number;

/** What may be written in the place of what a pattern finds; of some patterns, anything that it finds anywhere. */
interface Exchange {
    readonly found: RegExp;
    readonly by?: readonly string[];
}

const exchanges: readonly Exchange[] = [
    { found: /\d+\.\d+\.\d+\.\d+(?:\/\d+)?/g },
    {
        found: /\d+\.\d+\.\d+\.\d+(?:\/\d+)?/g,
        by: ['10.10.2.0/25', '10.0.0.0/8', '0.0.0.0/0', '192.0.2.9', '10.20.5.255', '2001:db8::1', 'any'],
    },
    { found: /(?<=: )(?:opc-ua|https|sftp|modbus-tcp|ssh|dnp3|hardwired-io|nowhere)\b/g },
    {
        found: /(?<=: )(?:opc-ua|https|sftp|modbus-tcp|ssh|dnp3|hardwired-io|nowhere)\b/g,
        by: ['ssh', 'dnp3', 'hardwired-io', 'nowhere', 'https, ssh'],
    },
    {
        found: /\b(?:tcp|udp) \d+\b/g,
        by: ['tcp 443', 'tcp 4840', 'udp 161', 'tcp 1-65535', 'tcp 22, 80, udp 53', 'icmp', 'any'],
    },
    { found: /(?<= )(?:tried|scanned|answered|used)\b/g, by: ['tried', 'scanned', 'answered', 'used'] },
    {
        found: /(?<=: tcp \d+ )(?:"[^"]*" )?used\b/g,
        by: ['"modbus" used', '"ssh; modbus" used', '"plant-bus" used', '"TLSv1.2" used', 'used'],
    },
    { found: /\b(?:permits|blocks)\b/g, by: ['permits', 'blocks'] },
    {
        found: /\b2026-\d\d-\d\d\b/g,
        by: ['2026-01-05', '2026-05-31', '2026-08-25', '2026-11-28', '2027-02-01'],
    },
    { found: /(?<=(?:until|exported) )\S+/g, by: ['2024-01-05', '2024-12-31', '2026-05-31'] },
    { found: /(?:<->|->|--)/g, by: ['->', '<->', '--'] },
    { found: /\b(?:Office|Dmz|Control|ControlDmz)\.\w+/g },
    { found: /(?<=sees |serves |device |via ).+$/gm, by: ['Control', 'Dmz', 'Office, Dmz', 'ControlDmz.Fw', 'Fw'] },
    { found: /(?<=access )(?:read|write)/g, by: ['read', 'write'] },
];

/** Statements of one line, and the lines below which each may be written. */
const additions: readonly { readonly below: RegExp; readonly lines: readonly string[] }[] = [
    {
        below: /^ +address 10\.10\.2\.1 .*$/gm,
        lines: [
            'translates 10.10.2.0/24 to 10.20.7.0/24',
            'translates 10.10.2.11 to 10.20.5.99',
            'translates 10.10.2.12 to 10.20.5.10',
            'faces Control by "eth0"',
            'faces Dmz by "eth1"',
            'faces Office by "eth0"',
        ],
    },
    {
        below: /^ +network .*$/gm,
        lines: [
            'network 10.10.2.0/26',
            'network 10.20.0.0/16',
            'network 2001:db8::/64',
            'asset Extra : server { address 10.10.2.77 }',
            'asset Named : server { mac "00:1b:1b:00:00:01" }',
            'zone Cell { network 10.10.2.8/29 }',
        ],
    },
    {
        below: /^ {2}(?:permits|blocks) .*$/gm,
        lines: [
            'permits any -> any : any "open"',
            'blocks any -> any : any',
            'permits 10.20.5.0/24 -> 10.10.2.0/24 : any "wide" { enters "eth1" }',
            'permits any -> 10.10.2.12 : tcp 80 { leaves "eth0" when "a user" }',
            'permits 10.10.2.0/24 -> 10.20.5.0/24 : tcp 1024-65535 { when "source port 4840" }',
            'permits 10.20.7.11 -> 10.20.5.10 : tcp 22 "shown"',
            'permits 10.30.0.20 -> 10.20.5.10 : tcp 443',
            'permits 2001:db8::1 -> any : tcp 443',
        ],
    },
    {
        below: /^ {2}(?:saw|sees) .*$/gm,
        lines: [
            'sees Office',
            'saw 10.20.7.11 -> 10.20.5.10 : tcp 22 used on 2 days',
            'saw 10.30.0.20 -> 10.20.5.10 : tcp 443 used on 1 days',
            'saw 10.10.2.99 -> 10.10.2.98 : udp 161 tried on 1 days',
            'saw 10.10.2.12 -> 10.10.2.255 : udp 138 used on 1 days',
            'saw 2001:db8::1 -> 10.10.2.11 : tcp 502 answered on 1 days',
            'saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 "ssh" used on 2 days',
        ],
    },
    {
        below: /^ {2}flow .*$/gm,
        lines: [
            'flow Office.Clerk -> Dmz.Jump : https { is proposed because "Later" }',
            'flow Dmz -> Control : ssh',
            'flow Dmz.Jump -> Control.Hmi : https { port tcp 3389 }',
            'flow Control.Plc2 -- Dmz.Hist',
            'over Office',
        ],
    },
];

/** One of those whose pattern finds something in a text; `undefined` where none does. */
function fitting<T>(some: readonly T[], pattern: (each: T) => RegExp, text: string, next: Next): T | undefined {
    const fit = some.filter(each => text.search(pattern(each)) >= 0);
    return fit[next(Math.max(1, fit.length))];
}

/** A place of a text that a pattern finds; `null` where it finds none. */
function found(text: string, pattern: RegExp, next: Next): RegExpExecArray | null {
    const all = [...text.matchAll(pattern)];
    return all[next(Math.max(1, all.length))] ?? null;
}

/**
 * One edit of a plant as found, of the kinds that change what a comparison finds: another address, network, protocol,
 * service, outcome, end or day; a rule, conversation, flow, translation or interface more; a line twice or elsewhere.
 * @param others texts from which values may come
 */
export function foundEdit(text: string, next: Next, others: readonly string[]): string {
    const kind = next(10);
    if (kind < 6) {
        const exchange = fitting(exchanges, each => each.found, text, next);
        const one = exchange && found(text, exchange.found, next);
        if (!one) return text;
        const { by } = exchange;
        const other = by ? by[next(by.length)] : found(others[next(others.length)]!, exchange.found, next)?.[0];
        return other === undefined ? text : text.slice(0, one.index) + other + text.slice(one.index + one[0].length);
    }
    if (kind < 8) {
        const addition = fitting(additions, each => each.below, text, next);
        const one = addition && found(text, addition.below, next);
        if (!one) return text;
        const end = one.index + one[0].length;
        return `${text.slice(0, end)}\n    ${addition.lines[next(addition.lines.length)]!}${text.slice(end)}`;
    }
    const line = found(text, /^ {2,}(?:permits|blocks|saw|flow|network|address|asset|translates).*\n/gm, next);
    if (!line) return text;
    const without = text.slice(0, line.index) + text.slice(line.index + line[0].length);
    if (kind === 8) return without;
    const target = found(without, /^ {2}(?:permits|blocks|saw|flow|network) .*\n/gm, next);
    return target ? without.slice(0, target.index) + line[0] + without.slice(target.index) : without;
}

/** What may be edited where a comparison goes on from the one before: addresses, what is said of flows, and titles. */
const nearby: readonly Exchange[] = [
    {
        found: /(?<=address )\d+\.\d+\.\d+\.\d+/g,
        by: [
            '10.10.2.11',
            '10.10.2.12',
            '10.10.2.33',
            '10.10.2.77',
            '10.10.2.255',
            '10.20.5.10',
            '10.20.5.20',
            '10.30.0.5',
            '10.30.0.20',
            '10.99.0.1',
            '2001:db8::1',
        ],
    },
    { found: /(?<=address .*, )\d+\.\d+\.\d+\.\d+/g, by: ['10.10.2.1', '10.10.2.12', '10.20.5.1', '10.20.5.99'] },
    {
        found: /(?<=flow .*: )[a-z-]+/g,
        by: ['opc-ua', 'https', 'ssh', 'modbus-tcp', 'hardwired-io', 'nowhere', 'sftp'],
    },
    { found: /(?<=flow \S+ )(?:<->|->|--)/g, by: ['->', '<->', '--'] },
    {
        found: /(?<=flow )[\w.]+|(?<=flow .*(?:->|--) )[\w.]+/g,
        by: ['Dmz', 'Control', 'Dmz.Jump', 'Dmz.Hist', 'Control.Plc1', 'Control.Hmi', 'Office.Clerk', 'Office'],
    },
    { found: /(?<=access )(?:read|write)/g, by: ['read', 'write'] },
    { found: /(?<=asset \w+ "|flow .* ")[^"\n]*/g, by: ['Other', 'Yet another'] },
];

const nearbyLines: readonly string[] = [
    'flow Dmz -> Control : ssh',
    'flow Dmz.Jump -> Control.Hmi : https { port tcp 3389 }',
    'flow Control.Plc2 -- Dmz.Hist',
    'flow Office -> Dmz.Hist : https',
    'flow Dmz.Jump <-> Control.Plc1 : modbus-tcp { access read }',
    'flow Control.Plc1 -> Control.Hmi : https',
];

/** One edit of a plant as found that leaves rules, traffic, zones and networks as they are. */
export function nearbyEdit(text: string, next: Next): string {
    const flow = (): RegExpExecArray | null => found(text, /^ {2,}flow .*\n/gm, next);
    switch (next(8)) {
        case 7: {
            const one = found(text, /^(flow .*\n)(flow .*\n)/gm, next);
            if (!one) return text;
            return text.slice(0, one.index) + one[2]! + one[1]! + text.slice(one.index + one[0].length);
        }
        case 0: {
            const one = flow();
            if (!one) return text;
            return `${text.slice(0, one.index)}    ${nearbyLines[next(nearbyLines.length)]!}\n${text.slice(one.index)}`;
        }
        case 1: {
            const one = flow();
            return one ? text.slice(0, one.index) + text.slice(one.index + one[0].length) : text;
        }
        default: {
            const exchange = fitting(nearby, each => each.found, text, next);
            const one = exchange && found(text, exchange.found, next);
            if (!one) return text;
            const by = exchange.by![next(exchange.by!.length)]!;
            return text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
        }
    }
}

/** More of what a comparison looks at, by the line after which it is written. */
const more: readonly (readonly [RegExp, string])[] = [
    [
        /^ {4}serves Control, Dmz, Office$/m,
        '    faces Control by "eth0"\n    faces Dmz by "eth1"\n    faces Office by "eth2"',
    ],
    [/^ {2}flow Dmz\.Hist -> Control\.Hmi .*$/m, '  flow Dmz -> Control : ssh\n  flow Dmz.Jump -> Control.Late : dnp3'],
    [
        /^conduit OfficeDmz [^}]*^}$/m,
        'flow Office.Erp -> Dmz.Hist : https\nflow Office.Clerk -> Dmz.Jump : https\n\nwithin Control {\n  asset Late "Late" : server { address 10.10.2.33 }\n}',
    ],
    [
        /^ {2}permits 10\.30\.0\.5 .* "6 .*$/m,
        '  permits 10.20.5.20 -> 10.10.2.99 : tcp 4840 "a"\n' +
            '  permits any -> 10.10.2.12 : tcp 4840 "b"\n' +
            '  permits 10.20.5.0/24 -> 10.10.2.0/26 : tcp 22 "e"\n' +
            '  permits 10.20.5.0/24 -> any : tcp 20000 "c" { enters "eth1" leaves "eth0" }\n' +
            '  permits any -> any : tcp 443 "d" { leaves "eth2" }',
    ],
    [
        /^ {2}source "flows.*$/m,
        '  saw 10.20.5.20 -> 10.10.2.33 : tcp 22 used on 3 days\n' +
            '  saw 10.20.5.20 -> 10.10.2.33 : tcp 20000 used on 3 days\n' +
            '  saw 10.20.5.20 -> 10.10.2.255 : udp 138 used on 1 days\n' +
            '  saw 10.30.0.20 -> 10.10.2.12 : tcp 4840 used on 1 days\n' +
            '  saw 10.30.0.20 -> 10.20.5.10 : tcp 443 used on 5 days',
    ],
];

/** A file of the plant as found with everything that makes one comparison differ from another one. */
export function enriched(text: string): string {
    return more.reduce((whole, [line, added]) => whole.replace(line, found => `${found}\n${added}`), text);
}
