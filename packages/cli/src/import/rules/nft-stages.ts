/** What the base chains of nft do with a packet, as one list of rules. */
import type { Ranges, Region } from 'iacs-language/filter';
import { all4, all6, anyInterface, everyAddress, everyService, intersect, subtract } from 'iacs-language/filter';
import type { BaseChain, ChainRule } from './chains.ts';
import { blockersOf, ChainFault, flatten, untranslated } from './chains.ts';
import type { Chain } from './nft-families.ts';
import { families } from './nft-families.ts';
import type { Way } from './nft-unread.ts';
import { unreadRules } from './nft-unread.ts';
import type { ReadRules, RuleNotice } from './reading.ts';
import { RulesError, unread } from './reading.ts';
import { addAll } from '../add-all.ts';

/** A kind of addresses that no chain on the way through the device filters; whether the device forwards it is open. */
export function silenceOf(bases: readonly Chain[]): ReadRules['silentOn'] {
    const asked = bases
        .filter(chain => chain.hook === 'forward' && chain.type === 'filter')
        .flatMap(chain => families[chain.family] ?? []);
    const kinds = ([4, 6] as const).filter(kind => intersect(asked, kind === 4 ? all4 : all6).length === 0);
    const [kind] = kinds;
    return kinds.length === 1
        ? { kind: kind!, why: `no chain filters IPv${kind}, and whether the device forwards it is not in the export` }
        : undefined;
}

const forwards = 'no chain filters what passes through the device, and whether it forwards is not in the export';

/** The chains, where those that see a packet before its target is translated say so. */
function beforeTranslation(
    chains: ReadonlyMap<string, readonly ChainRule[]>,
    bases: readonly Chain[],
): ReadonlyMap<string, readonly ChainRule[]> {
    const translating = bases.filter(chain => chain.type === 'nat' && chain.hook === 'prerouting');
    const early = bases.filter(
        chain =>
            chain.type === 'filter' &&
            chain.hook === 'prerouting' &&
            translating.some(nat => nat.priority > chain.priority),
    );
    return new Map([
        ...chains,
        ...early.map(chain => [chain.key, (chains.get(chain.key) ?? []).map(untranslated)] as const),
    ]);
}

/** False for the chains of a bridge or of a network device, and of another type. */
const isRead = ({ type, family, hook }: Chain): boolean =>
    type === 'filter' && families[family] !== undefined && hooks.includes(hook ?? '');

/** The hooks of a packet, in its order, that may stop it. */
const hooks = ['prerouting', 'input', 'forward', 'output', 'postrouting'];
/** Those at which a packet has no interface by which it leaves. */
const hooksBefore = ['prerouting', 'input'];
/** What a packet of a hook passes besides. */
const passedBy: Readonly<Record<string, readonly string[]>> = {
    input: ['prerouting'],
    forward: ['prerouting', 'postrouting'],
    output: ['postrouting'],
};

export function rulesOf(
    chains: ReadonlyMap<string, readonly ChainRule[]>,
    bases: readonly Chain[],
    own: Ranges | null,
    notices: RuleNotice[],
): ReadRules['rules'] {
    const blocking = blockersOf(chains);
    const mayBlock = (chain: Chain): boolean => chain.policy === 'drop' || blocking(chain.key);
    for (const chain of bases) {
        if (chain.type === 'nat')
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} translates addresses: the filter sees real addresses, and they are what ` +
                    'is compared.',
            });
        if (chain.type === 'nat' ? mayBlock(chain) : !isRead(chain)) {
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} (${chain.family}, type ${chain.type}, hook ${chain.hook}) is not ` +
                    'read.',
            });
        } else if (chain.type !== 'nat' && (chain.hook === 'input' || chain.hook === 'output') && own === null) {
            notices.push({
                line: 0,
                message:
                    `The chain ${chain.name} concerns the device itself and is left out: the addresses of the device ` +
                    'are not known.',
            });
        }
    }
    const filters = bases.some(chain => chain.hook === 'forward' && chain.type === 'filter' && families[chain.family]);
    const others = bases.filter(chain => !isRead(chain));
    const unreadOn = (way: Way, domain: Region): ReadRules['rules'] =>
        unreadRules(others, mayBlock, chains, way, domain);
    const seen = beforeTranslation(chains, bases);
    const rules: ReadRules['rules'][number][] = [];
    for (const hook of own === null ? (['forward'] as const) : (['input', 'output', 'forward'] as const)) {
        const asking = bases.filter(
            chain =>
                chain.type === 'filter' &&
                families[chain.family] &&
                (chain.hook === hook || (passedBy[hook]!.includes(chain.hook ?? '') && mayBlock(chain))),
        );
        // Chains of one family are asked once; of several, each kind of address has chains of its own.
        const alike = new Set(asking.map(chain => chain.family)).size === 1;
        for (const kind of alike
            ? [families[asking[0]!.family]!]
            : asking.length === 0
              ? [everyAddress]
              : [all4, all6]) {
            const those = asking
                .filter(chain => intersect(families[chain.family]!, kind).length > 0)
                // Every one has to permit; what permits is named by the chains of the hook, which come last.
                .sort((a, b) => Number(a.hook === hook) - Number(b.hook === hook) || a.priority - b.priority);
            const mine = own === null ? [] : intersect(own, kind);
            const far = hook === 'output' ? subtract(kind, mine) : kind;
            const domain: Region = {
                from: hook === 'output' ? mine : hook === 'input' ? kind : far,
                to: hook === 'input' ? mine : far,
                services: everyService,
            };
            if (domain.from.length === 0 || domain.to.length === 0) continue;
            addAll(rules, unreadOn(hook, domain));
            const isAsked = those.some(chain => chain.hook === hook);
            if (hook === 'forward' && own !== null && !filters)
                rules.push({ ...unread(), region: domain, label: 'no chain at the hook forward', when: forwards });
            if (!isAsked && (hook !== 'input' || those.length === 0)) {
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
                lacks: hook === 'output' ? 'enters' : hooksBefore.includes(chain.hook ?? '') ? 'leaves' : null,
                policy: chain.policy,
                policyLabel: `policy of ${chain.name}`,
                policyLine: 0,
            }));
            if (!isAsked)
                asked.push({ ...asked[0]!, name: '', policy: 'accept', policyLabel: `no chain at the hook ${hook}` });
            try {
                addAll(rules, flatten(seen, asked));
            } catch (error) {
                if (error instanceof ChainFault) throw new RulesError(`The rules cannot be read: ${error.message}.`);
                throw error;
            }
        }
    }
    return rules;
}
