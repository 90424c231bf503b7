/** Chains of nft that are not evaluated, and what they leave open: those of a bridge, a network device, or of NAT. */
import type { Ranges, Region } from 'iacs-language/filter';
import { everyAddress, intersect } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { ChainFault, elsewhere, flatten } from './chains.ts';
import type { Chain } from './nft-families.ts';
import { families } from './nft-families.ts';
import type { ReadRule } from './reading.ts';
import { both, unread } from './reading.ts';

/** The ways of a packet: to the device itself, through it, and from it. */
export type Way = 'input' | 'forward' | 'output';

/** What passes a chain that is not read, by its hook. */
const passing: Readonly<Record<string, readonly Way[]>> = {
    ingress: ['input', 'forward'],
    egress: ['forward', 'output'],
    prerouting: ['input', 'forward'],
    input: ['input'],
    output: ['output'],
    postrouting: ['output', 'forward'],
};
/** The hooks of what a bridge carries from port to port: no other chain sees it. */
const carrying = ['prerouting', 'forward', 'postrouting'];

/** What the rules of a chain that translates may stop: it may be a part of what comes to it. */
function stopsOf(
    whole: ReadRule,
    chain: Chain,
    chains: ReadonlyMap<string, readonly ChainRule[]>,
): readonly ReadRule[] {
    const base = { domain: whole.region, policyLabel: '', policyLine: 0 };
    try {
        return flatten(chains, [
            {
                ...base,
                name: chain.key,
                lacks: chain.hook === 'prerouting' ? 'leaves' : null,
                policy: chain.policy === 'drop' ? 'drop' : null,
            },
            { ...base, name: '', policy: null },
        ])
            .filter(({ when, trait, permits }) => !permits && trait === null && when?.includes(elsewhere) !== true)
            .map(rule => ({ ...rule, label: whole.label, line: whole.line, when: both(rule.when, whole.when) }));
    } catch (error) {
        if (error instanceof ChainFault) return [whole];
        throw error;
    }
}

/**
 * The rules that say what chains leave open which are not read. What they may block is not assessable where it would
 * pass. What a bridge carries is decided by its chains alone, and whether a session is carried or routed is not in the
 * export: neither "blocks" nor "permits" of the other chains is sure.
 * @param mayBlock whether a chain, by its rules or its policy, may stop a session
 */
export function unreadRules(
    unreadChains: readonly Chain[],
    mayBlock: (chain: Chain) => boolean,
    chains: ReadonlyMap<string, readonly ChainRule[]>,
    way: Way,
    domain: Region,
): readonly ReadRule[] {
    const kindOf = (chain: Chain): Ranges => families[chain.family] ?? everyAddress;
    const rule = (chain: Chain, permits: boolean): ReadRule => ({
        ...unread(),
        region: {
            ...domain,
            from: intersect(domain.from, kindOf(chain)),
            to: intersect(domain.to, kindOf(chain)),
        },
        permits,
        label: chain.name,
        when: `the chain ${chain.name} (${chain.family}, hook ${chain.hook}), which is not read`,
    });
    return unreadChains
        .filter(chain => chain.family !== 'arp' && intersect(domain.from, kindOf(chain)).length > 0)
        .flatMap(chain => {
            const hook = chain.hook ?? '';
            const carries = chain.family === 'bridge' && way === 'forward' && carrying.includes(hook);
            const stops = mayBlock(chain) && (carries || (passing[hook]?.includes(way) ?? false));
            const stop = rule(chain, false);
            return [
                ...(carries ? [rule(chain, true)] : []),
                ...(!stops ? [] : chain.type === 'nat' ? stopsOf(stop, chain, chains) : [stop]),
            ];
        });
}
