import type { Ranges, Region } from 'iacs-language/filter';
import { anyInterface, intersect, subtract } from 'iacs-language/filter';
import { addAll } from '../add-all.ts';
import type { BaseChain, ChainRule } from './chains.ts';
import { blockersOf, ChainFault, flatten, untranslated } from './chains.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, cutOff, RulesError } from './reading.ts';

/** Rules of one kind of addresses: chains by their names, those of another table than `filter` with it before. */
export interface Table {
    readonly chains: Map<string, ChainRule[]>;
    /** What the chains of the table nat send to other targets. */
    readonly nat: Map<string, ChainRule[]>;
    /** True where the table nat translates targets. */
    translates: boolean;
    readonly policies: Map<string, { readonly policy: 'accept' | 'drop'; readonly line: number }>;
}
const own = ['INPUT', 'OUTPUT'];
/** The chains of other tables that a packet passes besides; every one of them has to permit it. */
const besides: Readonly<Record<string, readonly string[]>> = {
    INPUT: ['raw PREROUTING', 'mangle PREROUTING', 'mangle INPUT', 'security INPUT'],
    FORWARD: ['raw PREROUTING', 'mangle PREROUTING', 'mangle FORWARD', 'security FORWARD', 'mangle POSTROUTING'],
    OUTPUT: ['raw OUTPUT', 'mangle OUTPUT', 'security OUTPUT', 'mangle POSTROUTING'],
};

/** True where the table `filter` of a kind of addresses is there: without it, what passes is not in the export. */
export function isFilled({ chains, policies }: Table): boolean {
    const isOwn = (name: string): boolean => !name.includes(' ');
    return [...policies.keys()].some(isOwn) || [...chains].some(([name, list]) => isOwn(name) && list.length > 0);
}

/** Rules are missing at the end of a cut table: in the chain that was read last, and in all after it. */
export function addRest({ chains }: Table, last: string | null): void {
    const names = [...chains.keys()];
    for (const name of names.slice(last === null ? 0 : names.indexOf(last))) {
        chains.get(name)!.push({
            region: anywhere,
            enters: anyInterface,
            leaves: anyInterface,
            when: null,
            trait: null,
            verdict: { kind: 'unknown', by: cutOff },
            label: ['INPUT', 'FORWARD', 'OUTPUT'].includes(name) ? 'rest' : `${name} rest`,
            line: 0,
        });
    }
}

/**
 * The rules in the order in which a packet meets them: those of `FORWARD`, and where the addresses of the device are
 * known also those of `INPUT` and `OUTPUT`.
 * @param family all addresses of the kind that the table is for
 * @throws {@link RulesError} where chains call each other in a circle
 */
export function assemble(
    { chains, policies, translates }: Table,
    device: RulesRequest['own'],
    notices: RuleNotice[],
    family: Ranges,
): ReadRules['rules'] {
    const known = new Set([...chains.keys()]);
    for (const list of chains.values()) {
        list.forEach((rule, at) => {
            if (rule.verdict.kind !== 'jump' && rule.verdict.kind !== 'goto') return;
            if (known.has(rule.verdict.chain)) return;
            notices.push({
                line: rule.line,
                message:
                    `The target ${rule.verdict.chain.split(' ').at(-1)!} is not known; ` +
                    'what it decides cannot be evaluated.',
            });
            list[at] = { ...rule, verdict: { kind: 'unknown', by: `target ${rule.verdict.chain.split(' ').at(-1)!}` } };
        });
    }
    for (const chain of own) {
        const list = chains.get(chain) ?? [];
        if (device === null && list.length > 0) {
            notices.push({
                line: list[0]!.line,
                message:
                    `${list.length} rule${list.length === 1 ? '' : 's'} of ${chain} ` +
                    `concern${list.length === 1 ? 's' : ''} the device itself and ` +
                    `${list.length === 1 ? 'is' : 'are'} left out: the addresses of the device are not known.`,
            });
        }
    }
    const bases: { readonly chain: string; readonly domain: Region }[] = [];
    if (device !== null) {
        bases.push({ chain: 'INPUT', domain: { ...anywhere, from: family, to: intersect(device, family) } });
        bases.push({
            chain: 'OUTPUT',
            domain: { ...anywhere, from: intersect(device, family), to: subtract(family, device) },
        });
    }
    bases.push({ chain: 'FORWARD', domain: { ...anywhere, from: family, to: family } });
    const blocks = blockersOf(chains);
    const seen = new Map(chains);
    for (const name of ['raw PREROUTING', 'mangle PREROUTING'])
        if (translates) seen.set(name, (chains.get(name) ?? []).map(untranslated));
    const rules: ReadRules['rules'][number][] = [];
    for (const { chain, domain } of bases) {
        const set = policies.get(chain);
        const empty = (chains.get(chain) ?? []).length === 0;
        if (domain.from.length === 0 || domain.to.length === 0 || (!set && empty)) continue;
        if (chain === 'OUTPUT' && empty && set?.policy === 'accept') {
            notices.push({
                line: set.line,
                message: 'What the device itself sends is not filtered (policy of OUTPUT); no rule is written for it.',
            });
            continue;
        }
        const base: BaseChain = {
            name: chain,
            domain,
            policy: set?.policy ?? 'accept',
            policyLabel: `policy of ${chain} (${set ? 'stated' : 'accept unless stated'})`,
            policyLine: set?.line ?? 0,
        };
        const others = besides[chain]!.filter(name => policies.get(name)?.policy === 'drop' || blocks(name));
        const stage = (name: string): BaseChain => ({
            name,
            domain,
            policy: policies.get(name)?.policy ?? 'accept',
            policyLabel: `policy of ${name} (stated)`,
            policyLine: policies.get(name)?.line ?? 0,
        });
        try {
            // What permits is named by the table filter, which comes last.
            addAll(rules, flatten(seen, [...others.map(stage), base]));
        } catch (error) {
            if (error instanceof ChainFault) throw new RulesError(`The rules cannot be read: ${error.message}.`);
            throw error;
        }
    }
    return rules;
}
