import { readAddresses } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { matchesOf } from './iptables-match.ts';
import { shellWords } from './iptables-words.ts';
import { ports, servicesFrom } from './reading.ts';
import { translating } from './translation.ts';

/** Options of the target, which say nothing of what matches. */
const targets = /\s--(?:to-(?:destination|ports?|source)|to)[\s=]+\S+|\s--(?:random(?:-fully)?|persistent)(?=\s|$)/g;

/** What a rule of the table nat comes to: it sends sessions to another target, or calls a chain that does. */
export function translationIn(rest: string, six: boolean, label: string, line: number): readonly ChainRule[] {
    const { from, to, services, enters, leaves, when, trait, target, goto } = matchesOf(
        shellWords(rest.replace(targets, ' ')),
        six,
    );
    const rule = { region: { from, to, services }, enters, leaves, when, trait, label, line };
    if (goto !== undefined) return [{ ...rule, verdict: { kind: 'goto', chain: goto } }];
    switch (target) {
        case undefined:
            return [];
        case 'ACCEPT':
            return [{ ...rule, verdict: { kind: 'accept' } }];
        case 'RETURN':
            return [{ ...rule, verdict: { kind: 'return' } }];
        case 'REDIRECT':
        case 'NETMAP':
            return translating(rule, null, null);
        case 'DNAT': {
            const sent =
                /--to-destination[\s=]+\[?([\d.]+(?:-[\d.]+)?|[\da-f:]*:[\da-f:-]*)\]?(?::(\d+)(?:-(\d+))?)?/i.exec(
                    rest,
                );
            const range = sent?.[2] === undefined ? null : [Number(sent[2]), Number(sent[3] ?? sent[2])];
            return translating(
                rule,
                sent ? readAddresses(sent[1]!) : null,
                range && servicesFrom(['tcp', 'udp', 'sctp'].map(each => ports(each, range[0], range[1]))),
            );
        }
        default:
            return [{ ...rule, verdict: { kind: 'jump', chain: target } }];
    }
}
