/** Statements of nft that decide nothing. Some of them end their rule for packets that lack what they work with. */
import type { Region } from 'iacs-language/filter';
import { all4, all6, intersect } from 'iacs-language/filter';
import type { Condition } from './nft-condition.ts';
import type { Json } from './nft-values.ts';
import { isConditional, isObject } from './nft-values.ts';
import type { ReadRules } from './reading.ts';
import { both, servicesFrom, unread } from './reading.ts';

const statements = new Set([
    'counter',
    'log',
    'mangle',
    'notrack',
    'meta',
    'ct helper',
    'ct timeout',
    'flow',
    'dup',
    'set',
    'map',
    'comment',
    'secmark',
    'last',
    'masquerade',
    'snat',
]);
/** Those of which each part says for which packets the rule goes on. */
const asking = new Set(['set', 'map', 'mangle']);
/** What is there for every packet. */
const always = new Set(['set', 'elem', 'val', 'op', 'key', 'value', 'meta', 'ct', 'concat', 'timeout', 'expires']);

/** What a rule matches behind a statement that decides nothing; `null` where the statement is another one. */
export function passedBy(condition: Condition, word: string, body: unknown): Condition | null {
    if (!statements.has(word)) return null;
    return asking.has(word) && isObject(body) ? partsOf(body).reduce(through, condition) : condition;
}

/** The fields of packets, the maps and the statements that are named in a statement. */
function partsOf(body: unknown): readonly (readonly [string, unknown])[] {
    if (Array.isArray(body)) return body.flatMap(partsOf);
    if (!isObject(body)) return [];
    return Object.entries(body).flatMap(([word, part]): readonly (readonly [string, unknown])[] => {
        if (word === 'stmt') return isConditional({ stmt: part }) ? [['stmt', part]] : [];
        if (always.has(word)) return partsOf(part);
        return isObject(part) || Array.isArray(part) ? [[word, part]] : [];
    });
}

/** A packet has no address of another family, and no port of another transport: the rule ends for it. */
function through(condition: Condition, [word, part]: readonly [string, unknown]): Condition {
    const protocol = word === 'payload' && isObject(part) ? String(part['protocol']) : '';
    const family = protocol === 'ip' ? all4 : protocol === 'ip6' ? all6 : null;
    if (family) return { ...condition, from: intersect(condition.from, family), to: intersect(condition.to, family) };
    const transports = protocol === 'th' ? ['tcp', 'udp', 'sctp'] : [protocol];
    if (['th', 'tcp', 'udp', 'sctp'].includes(protocol)) {
        const services = servicesFrom(transports.map(transport => ({ transport, ranges: [] })));
        return { ...condition, services: intersect(condition.services, services) };
    }
    return { ...condition, when: both(condition.when, `"${word === 'stmt' ? 'limit of a set' : word}" of nft`) };
}

/** True for a statement that writes another address or port into packets: chains after it see that one. */
export function rewrites({ mangle }: Json): boolean {
    const payload = isObject(mangle) && isObject(mangle['key']) ? mangle['key']['payload'] : null;
    return isObject(payload) && ['saddr', 'daddr', 'sport', 'dport'].includes(String(payload['field']));
}

/** What leaves open what becomes of sessions whose packets are rewritten. */
export const rewritten = (regions: readonly Region[]): ReadRules['rules'] =>
    regions.flatMap(region =>
        [true, false].map(permits => ({
            ...unread(),
            permits,
            region,
            label: 'rewritten',
            when: 'a rule that writes another address or port into packets',
        })),
    );
