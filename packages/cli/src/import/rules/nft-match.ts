import type { Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    commonInterfaces,
    everyAddress,
    interfaces,
    intersect,
    noInterface,
    otherInterfaces,
    subtract,
} from 'iacs-language/filter';
import { both } from './reading.ts';
import { stateMatch } from './state-match.ts';
import type { Condition } from './nft-condition.ts';
import { narrowed } from './nft-condition.ts';
import { byFlags, byMaskedFlags } from './nft-flags.ts';
import type { Match } from './nft-payload.ts';
import { byPayload } from './nft-payload.ts';
import type { Json } from './nft-values.ts';
import {
    comparedPorts,
    unionOf,
    elementsOf,
    isDport,
    isFlags,
    isObject,
    leftText,
    protocolOf,
    textOf,
} from './nft-values.ts';

/**
 * Narrows a condition by one match.
 * @returns one condition, or one for each interface of a set of interfaces; what cannot be judged is in `when`
 */
export function applyMatch(
    condition: Condition,
    left: unknown,
    op: string,
    right: unknown,
    sets: ReadonlyMap<string, unknown>,
): readonly Condition[] {
    if (isObject(left) && Array.isArray(left['concat']))
        return applyTogether(condition, left['concat'], op, right, sets);
    const compared = ['<', '<=', '>', '>='].includes(op) && isDport(left) ? comparedPorts(op, right) : null;
    if (compared !== null) return applyMatch(condition, left, '==', compared, sets);
    const match = { condition, op, right, not: op === '!=', elements: elementsOf(right, sets) };
    return byLeft(left, match) ?? [doubted(condition, left, op, right)];
}

/** What is matched on the left: the packet, its flags, what the kernel knows of it, its route, its connection. */
function byLeft(left: unknown, match: Match): readonly Condition[] | null {
    const { condition, op, right, elements } = match;
    // `!` is written for a flag that is not set.
    if (op === '!' && isFlags(left)) return byFlags(condition, '!=', elements);
    if (!isObject(left) || (op !== '==' && op !== '!=' && op !== 'in')) return null;
    const { payload, '&': masked, meta, fib, ct } = left;
    if (isObject(payload)) return byPayload(String(payload['protocol']), String(payload['field']), match);
    if (Array.isArray(masked)) return byMaskedFlags(condition, masked, op, right);
    if (isObject(meta)) return byMeta(String(meta['key']), match);
    if (isObject(fib)) return byRoute(fib, match);
    return isObject(ct) && ct['key'] === 'state' ? byState(match) : null;
}

/** By what the kernel knows of a packet beside its bytes: family, transport, interfaces. */
function byMeta(key: string, match: Match): readonly Condition[] | null {
    switch (key) {
        case 'l4proto':
            return narrowed(match.condition, 'services', unionOf(match.elements, protocolOf), match.not);
        case 'nfproto':
        case 'protocol':
            return byFamily(match);
        case 'iifname':
        case 'iif':
            return byInterface('enters', match);
        case 'oifname':
        case 'oif':
            return byInterface('leaves', match);
        default:
            return null;
    }
}

const families: Readonly<Record<string, Ranges>> = { ipv4: all4, ip: all4, ipv6: all6, ip6: all6 };

function byFamily({ condition, right, not }: Match): readonly Condition[] | null {
    const family = typeof right === 'string' ? families[right] : undefined;
    if (!family) return null;
    const found = not ? subtract(everyAddress, family) : family;
    return [{ ...condition, from: intersect(condition.from, found), to: intersect(condition.to, found) }];
}

function byInterface(key: 'enters' | 'leaves', { condition, elements, not }: Match): readonly Condition[] | null {
    if (elements === null) return null;
    const named = interfaces(...elements.map(String));
    const common = commonInterfaces(condition[key], not ? otherInterfaces(named) : named);
    return noInterface(common) ? [] : [{ ...condition, [key]: common }];
}

/** The check of the way back drops forged senders: a session of the model comes in where its sender is. */
function byRoute(fib: Json, { condition, right, not }: Match): readonly Condition[] | null {
    const flags = fib['flags'];
    const ofSender = Array.isArray(flags) ? flags.includes('saddr') : flags === 'saddr';
    const missing = right === false || right === 0 || right === 'missing';
    if (fib['result'] !== 'oif' || !ofSender || not || !missing) return null;
    return [{ ...condition, trait: condition.trait ?? 'invalid' }];
}

function byState({ condition, elements, not }: Match): readonly Condition[] {
    const states = (elements ?? []).map(String);
    if (condition.untracked) return states.includes('invalid') === not ? [] : [condition];
    const { trait, when } = stateMatch(states, not, condition.notrack);
    return [{ ...condition, trait: condition.trait ?? trait, when: both(condition.when, when) }];
}

/** A match that cannot be judged: the condition holds only when it does. */
function doubted(condition: Condition, left: unknown, op: string, right: unknown): Condition {
    const written = `${leftText(left)} ${op === '==' || op === 'in' ? '' : `${op} `}${textOf(right)}`;
    return { ...condition, when: both(condition.when, written) };
}

/** A match of several fields at once: each element is one condition, so that pairs stay pairs. */
function applyTogether(
    condition: Condition,
    lefts: readonly unknown[],
    op: string,
    right: unknown,
    sets: ReadonlyMap<string, unknown>,
): readonly Condition[] {
    const elements = elementsOf(right, sets);
    if (elements === null || op === '!=')
        return [
            { ...condition, when: both(condition.when, `${lefts.map(leftText).join(' . ')} ${op} ${textOf(right)}`) },
        ];
    return elements.flatMap(element => {
        const parts = isObject(element) && Array.isArray(element['concat']) ? element['concat'] : [element];
        return lefts.reduce<readonly Condition[]>(
            (some, left, at) => some.flatMap(one => applyMatch(one, left, '==', parts[at], sets)),
            [condition],
        );
    });
}
