import type { Region } from 'iacs-language/filter';
import { anyInterface, everyAddress, everyService } from 'iacs-language/filter';
import type { ChainRule, Verdict } from './chains.ts';
import type { Condition } from './nft-condition.ts';
import { applyMatch } from './nft-match.ts';
import { entriesOf } from './nft-values.ts';
import type { Chain } from './nft-stages.ts';
import { families, rulesOf, silenceOf } from './nft-stages.ts';
import { passing as goOn } from './iptables.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, RulesError } from './reading.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** Statements that decide nothing for a session that is opened. */
const passing = new Set([
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
]);
const verdictWords = ['accept', 'drop', 'reject', 'return', 'jump', 'goto', 'queue', 'continue'];

function verdictOf(statement: Json, keyOf: (chain: string) => string): Verdict | null {
    if ('accept' in statement) return { kind: 'accept' };
    if ('drop' in statement || 'reject' in statement) return { kind: 'drop' };
    if ('return' in statement) return { kind: 'return' };
    for (const kind of ['jump', 'goto'] as const) {
        const to = statement[kind];
        if (isObject(to) && typeof to['target'] === 'string') return { kind, chain: keyOf(to['target']) };
    }
    if ('queue' in statement) return { kind: 'unknown', by: 'a program decides (queue)' };
    return null;
}

/** What one rule comes to: several where a map leads to several verdicts. */
function expand(
    rule: Json,
    chain: Chain,
    sets: ReadonlyMap<string, unknown>,
    keyOf: (chain: string) => string,
    untracked: boolean,
    notrack: boolean,
): readonly Omit<ChainRule, 'label' | 'line'>[] {
    const family = families[chain.family] ?? everyAddress;
    let conditions: readonly Condition[] = [
        {
            from: family,
            to: family,
            services: everyService,
            enters: anyInterface,
            leaves: anyInterface,
            trait: null,
            when: null,
            transport: null,
            untracked,
            notrack,
        },
    ];
    const found: Omit<ChainRule, 'label' | 'line'>[] = [];
    const finish = (some: readonly Condition[], verdict: Verdict): void => {
        for (const { from, to, services, enters, leaves, when, trait } of some) {
            const region: Region = { from, to, services };
            if (from.length > 0 && to.length > 0 && services.length > 0)
                found.push({ region, enters, leaves, when, trait, verdict });
        }
    };
    let unread: string | null = null;
    for (const statement of Array.isArray(rule['expr']) ? (rule['expr'] as unknown[]) : []) {
        if (!isObject(statement)) {
            // What nft has no JSON for is a text.
            unread = `"${String(statement)}" of nft`;
            conditions = conditions.map(condition => ({ ...condition, when: both(condition.when, unread) }));
            continue;
        }
        const word = Object.keys(statement)[0] ?? '';
        const body = statement[word];
        if (word === 'match' && isObject(body)) {
            conditions = conditions.flatMap(condition =>
                applyMatch(condition, body['left'], String(body['op'] ?? '=='), body['right'], sets),
            );
        } else if (word === 'vmap' && isObject(body)) {
            const entries = entriesOf(body['data'], sets);
            if (!entries) finish(conditions, { kind: 'unknown', by: `map ${String(body['data'])} of nft` });
            for (const [value, verdict] of entries ?? []) {
                const decided = isObject(verdict) ? verdictOf(verdict, keyOf) : null;
                if (!decided) continue;
                finish(
                    conditions.flatMap(condition => applyMatch(condition, body['key'], '==', value, sets)),
                    decided,
                );
            }
        } else if (verdictWords.includes(word)) {
            const verdict = verdictOf(statement, keyOf);
            if (verdict) finish(conditions, verdict);
            return found;
        } else if (word === 'limit' && isObject(body)) {
            const text = `rate limit ${String(body['rate'] ?? '')}/${String(body['per'] ?? 'second')}`;
            conditions = conditions.map(condition => ({ ...condition, when: both(condition.when, text) }));
        } else if (word === 'xt' && isObject(body) && body['type'] === 'target' && goOn.has(String(body['name']))) {
            // A target of iptables that decides nothing.
            continue;
        } else if (!passing.has(word) && !['masquerade', 'snat', 'dnat', 'redirect'].includes(word)) {
            unread = `"${word}" of nft`;
            conditions = conditions.map(condition => ({ ...condition, when: both(condition.when, unread) }));
        }
    }
    // A rule without a verdict may have one that is not read.
    if (unread !== null) finish(conditions, { kind: 'unknown', by: unread });
    return found;
}

/** The priority at which the kernel begins to track connections. */
const tracking = -200;

const statementsOf = (rule: Json): readonly Json[] =>
    Array.isArray(rule['expr']) ? (rule['expr'] as unknown[]).filter(isObject) : [];

/** True for `notrack`, and for the target of iptables that may be one. */
const keepsFromTracking = ({ xt, ...statement }: Json): boolean =>
    'notrack' in statement || (isObject(xt) && ['CT', 'NOTRACK'].includes(String(xt['name'])));

/** Flags of a table that say nothing of whether it decides. */
const plainFlags: readonly unknown[] = [undefined, 'owner', 'persist'];

/** What is not in a table that is switched off: its chains are asked by no packet. */
function inForce(objects: readonly Json[], notices: RuleNotice[]): readonly Json[] {
    const off = new Set<string>();
    for (const { table } of objects) {
        const flags = isObject(table) ? [table['flags']].flat() : [];
        if (!isObject(table) || flags.every(flag => plainFlags.includes(flag))) continue;
        // Version 1.0.6 of nft prints other signs in their place.
        if (!flags.includes('dormant'))
            throw new RulesError(
                `The flags of the table ${String(table['name'])} cannot be read: whether it is switched off ` +
                    '(dormant) is not known. Give the output of a newer nft, or remove the flags.',
            );
        off.add(`${String(table['family'])} ${String(table['name'])}`);
        notices.push({
            line: 0,
            message: `The table ${String(table['name'])} is switched off (dormant): none of its chains decides.`,
        });
    }
    return objects.filter(
        object =>
            !Object.values(object).some(
                body => isObject(body) && off.has(`${String(body['family'])} ${String(body['table'])}`),
            ),
    );
}

/** True for a rule with a verdict. */
function decides(rule: Json): boolean {
    return statementsOf(rule).some(each => ['vmap', ...verdictWords].includes(Object.keys(each)[0] ?? ''));
}

function parse(text: string): readonly Json[] {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        throw new RulesError(
            /^\s*(table|#!|flush ruleset)/m.test(text)
                ? 'This is the text form of nft: give the output of "nft -j list ruleset".'
                : 'This is not the JSON of nft, or it is cut: give the whole output of "nft -j list ruleset".',
        );
    }
    const list = isObject(value) ? value['nftables'] : null;
    if (!Array.isArray(list))
        throw new RulesError('The JSON has no "nftables": give the output of "nft -j list ruleset".');
    return list.filter(isObject);
}

const keyIn =
    (object: Json) =>
    (name: string): string =>
        `${String(object['family'])} ${String(object['table'])} ${name}`;

/**
 * The elements of named sets and maps. `null` where the export does not say them: packets and programs add elements
 * and these expire, or no set of the export has any, as with `nft -t`.
 */
function namedSets(objects: readonly Json[]): Map<string, unknown> {
    const all = objects.flatMap(object => [object['set'], object['map']].filter(isObject));
    const isTerse = all.every(body => body['elem'] === undefined);
    const isOpen = (body: Json): boolean =>
        isTerse || [body['flags']].flat().some(flag => flag === 'dynamic' || flag === 'timeout');
    return new Map(
        all.map(body => [keyIn(body)(`@${String(body['name'])}`), isOpen(body) ? null : (body['elem'] ?? [])]),
    );
}

/**
 * Reads what `nft -j list ruleset` prints: every base chain of type filter at the hooks forward, input and output, in
 * the order of their priorities, with the chains, sets and maps that they use.
 * @throws {@link RulesError} where nothing can be read
 */
export function readNft({ text, own }: RulesRequest): ReadRules {
    const notices: RuleNotice[] = [];
    const chains = new Map<string, ChainRule[]>();
    const bases: Chain[] = [];
    const objects = inForce(parse(text), notices);
    const notrack = objects.some(({ rule }) => isObject(rule) && statementsOf(rule).some(keepsFromTracking));
    const sets = namedSets(objects);
    for (const object of objects) {
        const body = object['chain'];
        if (!isObject(body)) continue;
        const name = String(body['name']);
        const key = keyIn(body)(name);
        chains.set(key, []);
        const hook = typeof body['hook'] === 'string' ? body['hook'] : null;
        const isEarly = body['type'] === 'filter' && hook === 'prerouting' && Number(body['prio'] ?? 0) <= tracking;
        const chain: Chain = {
            key: isEarly ? `early ${key}` : key,
            name,
            family: String(body['family']),
            hook,
            type: typeof body['type'] === 'string' ? body['type'] : null,
            priority: Number(body['prio'] ?? 0),
            policy: body['policy'] === 'drop' ? 'drop' : 'accept',
        };
        if (chain.hook !== null) bases.push(chain);
    }
    const byKey = new Map(bases.map(chain => [chain.key.replace(/^early /, ''), chain]));
    const counts = new Map<string, number>();
    for (const object of objects) {
        const body = object['rule'];
        if (!isObject(body)) continue;
        const keyOf = keyIn(body);
        const key = keyOf(String(body['chain']));
        const list = chains.get(key) ?? [];
        chains.set(key, list);
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        const base = byKey.get(key);
        const chain = base ?? {
            key,
            name: String(body['chain']),
            family: String(body['family']),
            hook: null,
            type: null,
            priority: 0,
            policy: 'accept' as const,
        };
        const local = new Map(
            [...sets]
                .filter(([name]) => name.startsWith(keyOf('@')))
                .map(([name, elements]) => [name.slice(keyOf('').length), elements]),
        );
        const label = [
            base ? null : chain.name,
            `${count}`,
            typeof body['comment'] === 'string' ? body['comment'] : null,
        ]
            .filter(each => each !== null)
            .join(' ');
        const read = expand(body, chain, local, keyOf, false, notrack);
        for (const each of read) list.push({ ...each, label, line: 0 });
        // A second reading of each chain, for the base chains that come before tracking.
        const early = (name: string): string => `early ${keyOf(name)}`;
        if (bases.some(each => each.key.startsWith(early(''))))
            for (const each of expand(body, chain, local, early, true, notrack))
                chains.set(early(chain.name), [...(chains.get(early(chain.name)) ?? []), { ...each, label, line: 0 }]);
        if (read.length === 0 && decides(body))
            notices.push({
                line: 0,
                message: `Rule ${count} of the chain ${chain.name} matches no session: one of its sides is empty.`,
            });
    }
    const rules = rulesOf(chains, bases, own, notices);
    if (rules.length === 0) {
        throw new RulesError(
            'The rules have no chain of type filter at the hook forward, and the addresses of the device are not ' +
                'known: name --device, and a --model in which it has addresses.',
        );
    }
    return { rules, notices, interfaces: [], silentOn: silenceOf(bases) };
}
