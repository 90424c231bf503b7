/** The rules of one policy of a FortiGate. */
import type { Interfaces, Ranges } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    everyAddress,
    interfaces,
    intersect,
    isEmpty,
    nothing,
    subtract,
    union,
} from 'iacs-language/filter';
import type { FortiEntry } from './fortios-blocks.ts';
import { list, word } from './fortios-blocks.ts';
import type { Forward } from './fortios-forwards.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning, Names } from './objects.ts';
import { known, negated, nothingKnown, together } from './objects.ts';
import type { ReadRule, RuleNotice } from './reading.ts';
import { both, servicesFrom } from './reading.ts';

/** What the policies of a firewall name. */
export interface FortiNames {
    readonly addresses: Names<FortiEntry>;
    readonly addresses6: Names<FortiEntry>;
    readonly services: Names<FortiEntry>;
    readonly zones: ReadonlyMap<string, FortiEntry>;
    /** Translated addresses, groups of them included, by the names that a policy has for them. */
    readonly forwards: ReadonlyMap<string, readonly Forward[]>;
}

/** The interfaces of a policy, those of zones among them. */
export function interfacesOf(names: readonly string[], zones: ReadonlyMap<string, FortiEntry>): Interfaces {
    if (names.length === 0 || names.includes('any')) return anyInterface;
    return interfaces(...names.flatMap(name => (zones.has(name) ? list(zones.get(name)!, 'interface') : [name])));
}

/** Keys of a policy whose values are conditions, in words. */
const conditional = [
    ['user group', 'groups'],
    ['user', 'users'],
    ['user', 'fsso-groups'],
    ['application', 'application'],
    ['application group', 'app-group'],
    ['application category', 'app-category'],
    ['device group', 'devices'],
    ['source vendor', 'src-vendor-mac'],
    ['security tag', 'ztna-tags-match-logic'],
    ['security tag', 'ztna-ems-tag'],
    ['security tag', 'ztna-ems-tag-secondary'],
    ['security tag', 'ztna-geo-tag'],
    ['security group tag', 'sgt'],
    ['network service', 'network-service-dynamic'],
    ['source network service', 'network-service-src-dynamic'],
    ['url category', 'url-category'],
] as const;

/** Keys that are conditions with any other value than the one that means none. */
const unlessPlain = [
    ['type of service', 'tos', '0x00'],
    ['VLAN', 'vlan-filter', ''],
    ['reputation', 'reputation-minimum', '0'],
    ['reputation', 'reputation-minimum6', '0'],
    ['until', 'policy-expiry-date', '0000-00-00'],
    ['translated addresses alone', 'match-vip-only', 'disable'],
] as const;

/** The conditions of a policy that no address and no port shows. */
function conditions(policy: FortiEntry): string | null {
    const schedule = word(policy, 'schedule');
    const bought = [...policy.values]
        .filter(([key, values]) => /^internet-service(?:6)?-/.test(key) && !key.endsWith('-negate') && isNamed(values))
        .map(
            ([key, values]) =>
                `${/-src(?:-|$)/.test(key) ? 'source internet' : 'internet'} service ${values.join(', ')}`,
        );
    const isAsked = [...policy.values].some(
        ([key, values]) => /^internet-service6?(?:-src)?$/.test(key) && values[0] === 'enable',
    );
    return both(
        schedule === null || schedule === 'always' ? null : `schedule ${schedule}`,
        ...conditional.map(([name, key]) =>
            list(policy, key).length > 0 ? `${name} ${list(policy, key).join(', ')}` : null,
        ),
        ...unlessPlain.map(([name, key, none]) => {
            const value = word(policy, key);
            return value === null || value === none ? null : `${name} ${list(policy, key).join(' ')}`;
        }),
        ...(isAsked ? (bought.length > 0 ? bought : ['an internet service']) : []),
    );
}

/** `set internet-service-src enable` is a switch, and no name. */
const isNamed = (values: readonly string[]): boolean =>
    values.length > 0 && !(values.length === 1 && (values[0] === 'enable' || values[0] === 'disable'));

/** The schedule that has no day: a policy with it is never in force. */
const isDisabled = (policy: FortiEntry): boolean =>
    word(policy, 'status') === 'disable' || word(policy, 'schedule') === 'none';

/** The addresses at one end of a policy; `names` are those of IPv4. */
function sideOf(policy: FortiEntry, key: 'srcaddr' | 'dstaddr', four: readonly string[], names: FortiNames): Meaning {
    const read = (written: readonly string[], all: Ranges, objects: Names<FortiEntry>): Meaning =>
        together(
            written.map(name =>
                name === 'all' || name === 'any' ? known(all) : name === 'none' ? nothingKnown : objects.meaning(name),
            ),
        );
    const written6 = list(policy, `${key}6`);
    const [one, six] = [read(four, all4, names.addresses), read(written6, all6, names.addresses6)];
    const isNegated = word(policy, `${key}-negate`) === 'enable';
    const own6 = word(policy, `${key}6-negate`);
    if (own6 !== null && written6.length > 0)
        return together([
            four.length === 0 ? one : isNegated ? negated(one, all4) : one,
            own6 === 'enable' ? negated(six, all6) : six,
        ]);
    const all = together([one, six]);
    if (isNegated) return negated(all, written6.length > 0 ? everyAddress : all4);
    const bought = key === 'dstaddr' ? 'internet-service' : 'internet-service-src';
    const isBought = [bought, bought.replace('service', 'service6')].some(each => word(policy, each) === 'enable');
    return four.length + written6.length === 0 && isBought ? known(everyAddress) : all;
}

/** A policy that was read. */
export interface FortiPolicy {
    readonly rules: readonly ReadRule[];
    /** The real addresses of the translated ones that it permits. */
    readonly translated: Ranges;
    /** True for one that blocks, and that translated addresses may pass. */
    readonly passedBy: boolean;
}

/**
 * The rules of a policy: one for its ends and services, and one for each translated address whose ports are translated.
 * @param when a condition of all policies
 */
export function policyRules(
    policy: FortiEntry,
    names: FortiNames,
    when: string | null,
    notices: RuleNotice[],
): FortiPolicy {
    const named = list(policy, 'service');
    const asked =
        named.length === 0 && (word(policy, 'internet-service') === 'enable' || word(policy, 'action') === 'deny')
            ? ['ALL']
            : named;
    const written = together(asked.map(name => names.services.meaning(name)));
    const services =
        word(policy, 'service-negate') === 'enable'
            ? negated(written, servicesFrom([{ transport: 'any', ranges: [] }]))
            : written;
    const action = word(policy, 'action') ?? 'deny';
    const name = word(policy, 'name');
    const permits = action !== 'deny';
    const targets = list(policy, 'dstaddr');
    const forwards = targets.flatMap(each => names.forwards.get(each) ?? []);
    const isNarrow = (each: string): boolean =>
        (names.forwards.get(each) ?? []).some(one => one.services !== null || one.filter !== null);
    // What is negated stays together, and so does what a policy blocks: the port may be any there.
    const apart = permits && word(policy, 'dstaddr-negate') !== 'enable';
    const common = {
        permits,
        from: sideOf(policy, 'srcaddr', list(policy, 'srcaddr'), names),
        enters: interfacesOf(list(policy, 'srcintf'), names.zones),
        leaves: interfacesOf(list(policy, 'dstintf'), names.zones),
        trait: isDisabled(policy) ? ('disabled' as const) : null,
        label: name === null ? policy.name : `${policy.name} ${name}`,
        line: policy.line,
    };
    const conditioned = both(
        isDisabled(policy) && word(policy, 'schedule') === 'none' ? null : conditions(policy),
        action === 'accept' || action === 'deny' ? null : `a tunnel of the policy (${action})`,
        permits ? when : null,
    );
    const plain = apart ? targets.filter(each => !isNarrow(each)) : targets;
    const say = (notice: RuleNotice): void => void notices.push(notice);
    const rules =
        plain.length === 0 && targets.length > 0 && list(policy, 'dstaddr6').length === 0
            ? []
            : linesOf({ ...common, to: sideOf(policy, 'dstaddr', plain, names), services, when: conditioned }, say);
    const narrow = apart ? targets.filter(isNarrow).flatMap(each => names.forwards.get(each) ?? []) : [];
    const translated = narrow.flatMap(each =>
        linesOf(
            {
                ...common,
                to: each.to,
                services: { ...services, known: intersect(services.known, each.services ?? services.known) },
                when: both(conditioned, each.filter),
            },
            say,
        ),
    );
    return {
        rules: [...rules, ...translated],
        translated: permits && !isDisabled(policy) ? union(...forwards.map(each => each.to.known)) : nothing,
        passedBy: !permits && word(policy, 'match-vip') !== 'enable',
    };
}

/**
 * All rules, where those that block do not decide about translated addresses that a later policy permits: unless a
 * policy says `match-vip`, it does not see them.
 */
export function inOrder(policies: readonly FortiPolicy[]): readonly ReadRule[] {
    let later: Ranges = nothing;
    const found: (readonly ReadRule[])[] = [];
    for (const { rules, translated, passedBy } of policies.toReversed()) {
        found.push(passedBy && later.length > 0 ? rules.flatMap(rule => besideTranslated(rule, later)) : rules);
        later = union(later, translated);
    }
    return found.toReversed().flat();
}

function besideTranslated(rule: ReadRule, translated: Ranges): readonly ReadRule[] {
    const part = (to: Ranges, when: string | null): readonly ReadRule[] => {
        const region = { ...rule.region, to };
        return isEmpty(region) ? [] : [{ ...rule, region, when }];
    };
    return [
        ...part(intersect(rule.region.to, translated), both(rule.when, 'not for translated addresses (match-vip)')),
        ...part(subtract(rule.region.to, translated), rule.when),
    ];
}
