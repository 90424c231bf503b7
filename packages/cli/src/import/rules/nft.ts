import type { Region } from 'iacs-language/filter';
import { anyInterface, everyAddress, everyService } from 'iacs-language/filter';
import type { ChainRule, Verdict } from './chains.ts';
import type { Condition } from './nft-condition.ts';
import { passedBy, rewrites, rewritten } from './nft-passing.ts';
import { applyMatch } from './nft-match.ts';
import { entriesOf } from './nft-values.ts';
import type { Json } from './nft-json.ts';
import { inForce, isObject, parseNft } from './nft-json.ts';
import type { Chain } from './nft-families.ts';
import { families } from './nft-families.ts';
import { rulesOf, silenceOf } from './nft-stages.ts';
import { passing as goOn } from './iptables.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, RulesError } from './reading.ts';
import type { Expanded } from './untracked.ts';
import { inParts, inSight } from './untracked.ts';
import { sentBy } from './nft-translation.ts';
import { leftOpen, translationsOf } from './translation.ts';

const verdictWords = ['accept', 'drop', 'reject', 'return', 'jump', 'goto', 'queue', 'continue'];

function verdictOf(statement: Json, keyOf: (chain: string) => string): Verdict | null {
    if ('accept' in statement) return { kind: 'accept' };
    if ('drop' in statement || 'reject' in statement) return { kind: 'drop' };
    if ('return' in statement) return { kind: 'return' };
    for (const kind of ['jump', 'goto'] as const) {
        const to = statement[kind];
        if (isObject(to) && typeof to['target'] === 'string') return { kind, chain: keyOf(to['target']) };
        // A chain without a name.
        if (kind in statement) return { kind: 'unknown', by: `"${kind}" of nft` };
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
): readonly Expanded[] {
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
    const found: Expanded[] = [];
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
            // `*` is what no other entry matches.
            const others = { set: (entries ?? []).map(([value]) => value).filter(value => value !== '*') };
            for (const [value, verdict] of entries ?? []) {
                const decided: Verdict | null = isObject(verdict)
                    ? verdictOf(verdict, keyOf)
                    : { kind: 'unknown', by: `"${String(verdict)}" of nft` };
                if (!decided) continue;
                const [op, right] = value === '*' ? ['!=', others] : ['==', value];
                finish(
                    conditions.flatMap(condition => applyMatch(condition, body['key'], op, right, sets)),
                    decided,
                );
            }
        } else if (word === 'dnat' || word === 'redirect') {
            return [...found, ...sentBy(word, body, conditions, sets)];
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
        } else {
            conditions = conditions.map(condition => {
                const passed = passedBy(condition, word, body);
                if (passed === null) unread = `"${word}" of nft`;
                return passed ?? { ...condition, when: both(condition.when, unread) };
            });
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

/** True for a rule with a verdict. */
function decides(rule: Json): boolean {
    return statementsOf(rule).some(each => ['vmap', ...verdictWords].includes(Object.keys(each)[0] ?? ''));
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

/** The sets that a rule may name, by the names that it has for them. */
function setsOf(rule: Json, sets: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
    const own = keyIn(rule)('');
    return new Map(
        [...sets]
            .filter(([name]) => name.startsWith(`${own}@`))
            .map(([name, elements]) => [name.slice(own.length), elements]),
    );
}

/** The sessions whose packets may come to a statement of rules, whatever else these rules ask. */
function regionsBefore(
    objects: readonly Json[],
    sets: ReadonlyMap<string, unknown>,
    isMeant: (statement: Json) => boolean,
): readonly Region[] {
    return objects.flatMap(({ rule }) => {
        if (!isObject(rule)) return [];
        const statements = statementsOf(rule);
        const at = statements.findIndex(isMeant);
        if (at < 0) return [];
        const family = String(rule['family']);
        const chain: Chain = { key: '', name: '', family, hook: null, type: null, priority: 0, policy: 'accept' };
        const asked = { ...rule, expr: [...statements.slice(0, at), { accept: null }] };
        return expand(asked, chain, setsOf(rule, sets), keyIn(rule), true, false).map(({ region }) => region);
    });
}

/** What a chain decides that a rule names and the export does not have, such as that of one chain alone, is open. */
function openMissing(chains: ReadonlyMap<string, ChainRule[]>, notices: RuleNotice[]): void {
    const missing = new Set<string>();
    for (const list of chains.values())
        list.forEach((rule, at) => {
            const { verdict } = rule;
            if (verdict.kind !== 'jump' && verdict.kind !== 'goto') return;
            if (chains.has(verdict.chain.replace(/^early /, ''))) return;
            const name = verdict.chain.split(' ').at(-1)!;
            missing.add(name);
            list[at] = { ...rule, verdict: { kind: 'unknown', by: `chain ${name}` } };
        });
    for (const name of missing)
        notices.push({
            line: 0,
            message: `The chain ${name} is not in the export; what it decides cannot be evaluated.`,
        });
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
    const objects = inForce(parseNft(text), notices);
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
    const notrack = regionsBefore(objects, sets, keepsFromTracking);
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
        const local = setsOf(body, sets);
        const label = [
            base ? null : chain.name,
            `${count}`,
            typeof body['comment'] === 'string' ? body['comment'] : null,
        ]
            .filter(each => each !== null)
            .join(' ');
        const read = inSight(notrack, each => expand(body, chain, local, keyOf, false, each));
        for (const each of read) list.push({ ...each, label, line: 0 });
        // A second reading of each chain, for the base chains that come before tracking.
        const early = (name: string): string => `early ${keyOf(name)}`;
        if (bases.some(each => each.key.startsWith(early(''))))
            for (const each of inSight(notrack, some => expand(body, chain, local, early, true, some)))
                chains.set(early(chain.name), [...(chains.get(early(chain.name)) ?? []), { ...each, label, line: 0 }]);
        if (read.length === 0 && decides(body))
            notices.push({
                line: 0,
                message: `Rule ${count} of the chain ${chain.name} matches no session: one of its sides is empty.`,
            });
    }
    for (const [key, list] of chains)
        chains.set(
            key,
            list.flatMap(rule => inParts(rule, notrack)),
        );
    openMissing(chains, notices);
    const rules = rulesOf(chains, bases, own, notices);
    if (rules.length === 0) {
        throw new RulesError(
            'The rules have no chain of type filter at the hook forward, and the addresses of the device are not ' +
                'known: name --device, and a --model in which it has addresses.',
        );
    }
    const open = rewritten(regionsBefore(objects, sets, rewrites));
    const sent = bases
        .filter(({ type, hook }) => type === 'nat' && hook === 'prerouting')
        .flatMap(({ key }) => translationsOf(chains, key));
    if (sent.length > 0) notices.push({ line: 0, message: `Chains translate targets. ${leftOpen}.` });
    return { rules: [...open, ...sent, ...rules], notices, interfaces: [], silentOn: silenceOf(bases) };
}
