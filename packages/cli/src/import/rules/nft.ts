import type { Ranges, Region } from 'iacs-language/filter';
import { all4, all6, anyInterface, everyAddress, everyService, intersect, subtract } from 'iacs-language/filter';
import type { BaseChain, ChainRule, Verdict } from './chains.ts';
import { ChainFault, flatten } from './chains.ts';
import type { Condition } from './nft-match.ts';
import { applyMatch, entriesOf } from './nft-match.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, RulesError } from './reading.ts';
import { addAll } from '../add-all.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

interface Chain {
    readonly key: string;
    readonly name: string;
    readonly family: string;
    readonly hook: string | null;
    readonly type: string | null;
    readonly priority: number;
    readonly policy: 'accept' | 'drop';
}

const families: Readonly<Record<string, Ranges>> = { ip: all4, ip6: all6, inet: everyAddress };

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
    for (const statement of Array.isArray(rule['expr']) ? (rule['expr'] as unknown[]) : []) {
        if (!isObject(statement)) continue;
        const word = Object.keys(statement)[0] ?? '';
        const body = statement[word];
        if (word === 'match' && isObject(body)) {
            conditions = conditions.flatMap(condition =>
                applyMatch(condition, body['left'], String(body['op'] ?? '=='), body['right'], sets),
            );
        } else if (word === 'vmap' && isObject(body)) {
            for (const [value, verdict] of entriesOf(body['data'], sets)) {
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
        } else if (!passing.has(word) && !['masquerade', 'snat', 'dnat', 'redirect'].includes(word)) {
            conditions = conditions.map(condition => ({
                ...condition,
                when: both(condition.when, `"${word}" of nft`),
            }));
        }
    }
    return found;
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

/**
 * Reads what `nft -j list ruleset` prints: every base chain of type filter at the hooks forward, input and output, in
 * the order of their
 * priorities, with the chains, sets and maps that they use.
 * @throws {@link RulesError} where nothing can be read
 */
export function readNft({ text, own }: RulesRequest): ReadRules {
    const notices: RuleNotice[] = [];
    const chains = new Map<string, ChainRule[]>();
    const bases: Chain[] = [];
    const sets = new Map<string, unknown>();
    const objects = parse(text);
    const keyIn =
        (object: Json) =>
        (name: string): string =>
            `${String(object['family'])} ${String(object['table'])} ${name}`;
    for (const object of objects) {
        for (const kind of ['set', 'map']) {
            const body = object[kind];
            if (isObject(body)) sets.set(keyIn(body)(`@${String(body['name'])}`), body['elem'] ?? []);
        }
        const body = object['chain'];
        if (!isObject(body)) continue;
        const name = String(body['name']);
        const key = keyIn(body)(name);
        chains.set(key, []);
        const chain: Chain = {
            key,
            name,
            family: String(body['family']),
            hook: typeof body['hook'] === 'string' ? body['hook'] : null,
            type: typeof body['type'] === 'string' ? body['type'] : null,
            priority: Number(body['prio'] ?? 0),
            policy: body['policy'] === 'drop' ? 'drop' : 'accept',
        };
        if (chain.hook !== null) bases.push(chain);
    }
    const byKey = new Map(bases.map(chain => [chain.key, chain]));
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
        for (const each of expand(body, chain, local, keyOf)) list.push({ ...each, label, line: 0 });
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

/** A kind of addresses that no chain on the way through the device filters; whether the device forwards it is open. */
function silenceOf(bases: readonly Chain[]): ReadRules['silentOn'] {
    const asked = bases
        .filter(chain => chain.hook === 'forward' && chain.type === 'filter')
        .flatMap(chain => families[chain.family] ?? []);
    const kinds = ([4, 6] as const).filter(kind => intersect(asked, kind === 4 ? all4 : all6).length === 0);
    const [kind] = kinds;
    return kinds.length === 1
        ? { kind: kind!, why: `no chain filters IPv${kind}, and whether the device forwards it is not in the export` }
        : undefined;
}

function rulesOf(
    chains: ReadonlyMap<string, readonly ChainRule[]>,
    bases: readonly Chain[],
    own: Ranges | null,
    notices: RuleNotice[],
): ReadRules['rules'] {
    for (const chain of bases) {
        if (chain.type === 'nat')
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} translates addresses: the filter sees real addresses, and they are what ` +
                    'is compared.',
            });
        else if (
            chain.type !== 'filter' ||
            !families[chain.family] ||
            !['forward', 'input', 'output'].includes(chain.hook ?? '')
        ) {
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} (${chain.family}, type ${chain.type}, hook ${chain.hook}) is not ` +
                    'read.',
            });
        } else if (chain.hook !== 'forward' && own === null) {
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} concerns the device itself and is left out: the addresses of the device ` +
                    'are not known.',
            });
        }
    }
    const rules: ReadRules['rules'][number][] = [];
    for (const hook of own === null ? ['forward'] : ['input', 'output', 'forward']) {
        const asking = bases.filter(chain => chain.hook === hook && chain.type === 'filter' && families[chain.family]);
        // Chains of one family are asked once; of several, each kind of address has chains of its own.
        const alike = new Set(asking.map(chain => chain.family)).size === 1;
        for (const kind of alike
            ? [families[asking[0]!.family]!]
            : asking.length === 0
              ? [everyAddress]
              : [all4, all6]) {
            const those = asking
                .filter(chain => intersect(families[chain.family]!, kind).length > 0)
                .sort((a, b) => a.priority - b.priority);
            const mine = own === null ? [] : intersect(own, kind);
            const others = hook === 'output' ? subtract(kind, mine) : kind;
            const domain: Region = {
                from: hook === 'output' ? mine : hook === 'input' ? kind : others,
                to: hook === 'input' ? mine : others,
                services: everyService,
            };
            if (domain.from.length === 0 || domain.to.length === 0) continue;
            if (those.length === 0) {
                // A device without such a chain lets everything in to itself.
                if (hook === 'input')
                    rules.push({
                        permits: true,
                        region: domain,
                        enters: anyInterface,
                        leaves: anyInterface,
                        when: null,
                        trait: null,
                        label: 'no chain at the hook input',
                        line: 0,
                    });
                continue;
            }
            const asked = those.map((chain): BaseChain => ({
                name: chain.key,
                domain,
                policy: chain.policy,
                policyLabel: `policy of ${chain.name}`,
                policyLine: 0,
            }));
            try {
                addAll(rules, flatten(chains, asked));
            } catch (error) {
                if (error instanceof ChainFault) throw new RulesError(`The rules cannot be read: ${error.message}.`);
                throw error;
            }
        }
    }
    return rules;
}
