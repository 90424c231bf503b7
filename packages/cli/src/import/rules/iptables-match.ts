import type { Interfaces, Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyService,
    interfaces,
    intersect,
    nothing,
    otherInterfaces,
    readAddresses,
    readAddressList,
    readServices,
    subtract,
} from 'iacs-language/filter';
import { portRange } from './port-names.ts';
import { both, protocolServices, servicesFrom } from './reading.ts';
import { stateMatch } from './state-match.ts';

/** What the options of one rule match, and where it goes. */
export interface Match {
    readonly from: Ranges;
    readonly to: Ranges;
    readonly services: Ranges;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    readonly when: string | null;
    readonly trait: 'established' | 'invalid' | null;
    readonly comment: string | null;
    readonly target: string | undefined;
    readonly goto: string | undefined;
}

/** Addresses as options write them: one, a prefix, a mask, several with commas; `null` for names. */
function optionAddresses(text: string): Ranges | null {
    return readAddressList(
        text.split(',').map(each => {
            const masked = /^(\d+\.\d+\.\d+\.\d+)\/(\d+\.\d+\.\d+\.\d+)$/.exec(each);
            if (!masked) return each;
            const bits = masked[2]!
                .split('.')
                .map(byte => Number(byte).toString(2).padStart(8, '0'))
                .join('');
            return /^1*0*$/.test(bits) ? `${masked[1]}/${bits.indexOf('0') < 0 ? 32 : bits.indexOf('0')}` : 'x';
        }),
    );
}

/** Modules whose options are read or change nothing for a session that is opened. */
const plainModules = new Set([
    'tcp',
    'udp',
    'sctp',
    'icmp',
    'icmp6',
    'icmpv6',
    'multiport',
    'state',
    'conntrack',
    'comment',
    'iprange',
    'limit',
    'rpfilter',
]);
/** Options of targets, which say nothing about what matches; with how many words follow. */
const targetOptions: ReadonlyMap<string, number> = new Map([
    ['--reject-with', 1],
    ['--log-prefix', 1],
    ['--log-level', 1],
    ['--log-tcp-sequence', 0],
    ['--log-tcp-options', 0],
    ['--log-ip-options', 0],
    ['--log-uid', 0],
    ['--nflog-prefix', 1],
    ['--nflog-group', 1],
    ['--nflog-range', 1],
    ['--nflog-size', 1],
    ['--nflog-threshold', 1],
    ['--set-mark', 1],
    ['--set-xmark', 1],
    ['--save-mark', 0],
    ['--restore-mark', 0],
    ['--clamp-mss-to-pmtu', 0],
    ['--set-mss', 1],
    ['--queue-num', 1],
    ['--queue-bypass', 0],
    ['--queue-balance', 1],
    ['--limit-burst', 1],
]);

/** Options whose value is a text, which may look like anything. */
const texts: readonly string[] = ['--comment', '--log-prefix', '--nflog-prefix'];

/** The words of a rule, each option apart from its value: `--dport=22`. */
function apartOf(all: readonly string[]): readonly string[] {
    if (!all.some(word => word.startsWith('--') && word.includes('='))) return all;
    return all.flatMap((word, at) => {
        if (texts.includes(all[at - 1] ?? '')) return [word];
        const found = /^(--[a-z][a-z-]+)=(.*)$/.exec(word);
        return found ? [found[1]!, found[2]!] : [word];
    });
}

/**
 * Reads the options of one rule of iptables. What cannot be judged ends up in `when`, word for word.
 * @param untracked true for the table raw, where every packet has the state INVALID
 * @param notrack true where a rule of the table raw keeps packets from being tracked
 */
export function matchesOf(written: readonly string[], six: boolean, untracked = false, notrack = false): Match {
    const all = apartOf(written);
    const kind = six ? all6 : all4;
    let [from, to, services]: [Ranges, Ranges, Ranges] = [kind, kind, everyService];
    let enters = anyInterface;
    let leaves = anyInterface;
    let trait: Match['trait'] = null;
    let comment: string | null = null;
    let target: string | undefined;
    let goto: string | undefined;
    let transport = 'any';
    const doubts: string[] = [];
    const narrow = (current: Ranges, found: Ranges | null, negated: boolean, option: string, word: string): Ranges => {
        if (found === null) {
            doubts.push(`${negated ? '! ' : ''}${option} ${word}`);
            return current;
        }
        return negated ? subtract(current, found) : intersect(current, found);
    };
    const portsOf = (text: string): Ranges | null => {
        const ranges = text.split(',').map(portRange);
        if (transport === 'other' || ranges.some(range => range === null)) return null;
        return readServices([
            { transport: transport === 'any' ? 'tcp' : transport, ranges: ranges.map(range => range!) },
        ]);
    };
    let negated = false;
    for (let at = 0; at < all.length; at++) {
        const option = all[at]!;
        if (option === '!') {
            negated = true;
            continue;
        }
        let not = negated;
        negated = false;
        // An older form writes the sign after the option.
        if (all[at + 1] === '!' && !texts.includes(option)) {
            not = true;
            at++;
        }
        const word = all[at + 1] ?? '';
        switch (option) {
            case '-s':
            case '--source':
            case '--src':
                from = narrow(from, optionAddresses(word), not, option, word);
                at++;
                break;
            case '-d':
            case '--destination':
            case '--dst':
                to = narrow(to, optionAddresses(word), not, option, word);
                at++;
                break;
            case '--src-range':
                from = narrow(from, readAddresses(word), not, option, word);
                at++;
                break;
            case '--dst-range':
                to = narrow(to, readAddresses(word), not, option, word);
                at++;
                break;
            case '-i':
            case '--in-interface':
                enters = not ? otherInterfaces(interfaces(word)) : interfaces(word);
                at++;
                break;
            case '-o':
            case '--out-interface':
                leaves = not ? otherInterfaces(interfaces(word)) : interfaces(word);
                at++;
                break;
            case '-p':
            case '--protocol':
            case '--proto': {
                const found = protocolServices(word);
                const [only, ...more] = found ?? [];
                const named = more.length === 0 ? (only?.transport ?? 'other') : 'other';
                transport = ['tcp', 'udp', 'sctp', 'any'].includes(named) ? named : 'other';
                if (found === null) doubts.push(`protocol ${word}`);
                else services = narrow(services, servicesFrom(found), not, option, word);
                at++;
                break;
            }
            case '--dport':
            case '--destination-port':
            case '--dports':
            case '--destination-ports':
                services = narrow(services, portsOf(word), not, option, word);
                at++;
                break;
            case '--sport':
            case '--source-port':
            case '--sports':
            case '--source-ports':
                doubts.push(`${not ? 'not ' : ''}source port ${word}`);
                at++;
                break;
            case '--ports':
                doubts.push(`${not ? 'not ' : ''}source or target port ${word}`);
                at++;
                break;
            case '--state':
            case '--ctstate':
                // What opens no session opens none, whatever else it has to be.
                if (!untracked) {
                    const state = stateMatch(word.split(','), not, notrack);
                    trait ??= state.trait;
                    if (state.when !== null) doubts.push(state.when);
                } else if (word.split(',').includes('INVALID') === not) services = nothing;
                at++;
                break;
            case '--icmp-type':
            case '--icmpv6-type':
                if (word !== 'any' && word !== '255') doubts.push(`${not ? 'not ' : ''}icmp type ${word}`);
                at++;
                break;
            case '--syn':
                if (not) trait = 'invalid';
                break;
            case '--tcp-flags': {
                const [mask, set] = [word.split(','), (all[at + 2] ?? '').split(',')];
                const looks = mask.includes('SYN') || mask.includes('ALL');
                // The packet that opens a session has SYN alone.
                const opens = looks === set.includes('SYN') && !set.some(flag => flag !== 'SYN' && flag !== 'NONE');
                if (opens === not) trait = 'invalid';
                at += 2;
                break;
            }
            case '--invert':
            case '--loose':
            case '--validmark':
            case '--accept-local':
                // The check of the way back drops forged senders: a session of the model comes in where its sender is.
                if (option === '--invert') trait = 'invalid';
                break;
            case '--comment':
                comment = word;
                at++;
                break;
            case '--limit':
                doubts.push(`rate limit ${word}`);
                at++;
                break;
            case '-m':
            case '--match':
                if (word.startsWith('--')) break;
                if (!plainModules.has(word)) doubts.push(`match ${word}`);
                at++;
                break;
            case '-j':
            case '--jump':
                target = word;
                at++;
                break;
            case '-g':
            case '--goto':
                goto = word;
                at++;
                break;
            case '-c':
            case '--set-counters':
                at += 2;
                break;
            default: {
                const skipped = targetOptions.get(option);
                if (skipped !== undefined) at += skipped;
                else {
                    const values: string[] = [];
                    while (at + 1 < all.length && !all[at + 1]!.startsWith('-') && all[at + 1] !== '!')
                        values.push(all[++at]!);
                    doubts.push([not ? '!' : null, option, ...values].filter(each => each !== null).join(' '));
                }
            }
        }
    }
    const named = doubts.filter(each => !/^match /.test(each));
    const when = named.length > 0 ? both(...named) : both(...doubts);
    return { from, to, services, enters, leaves, when, trait, comment, target, goto };
}
