/** Commands of a script that take rules back, or put others in their place. */
import { anyInterface } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import type { IptablesLine } from './iptables-lines.ts';
import type { RuleNotice } from './reading.ts';
import { anywhere } from './reading.ts';

/** Rules are the same where they match the same and go to the same place, whatever the order of their options. */
const keyOf = ({ label: _, line: __, ...rule }: ChainRule): string =>
    JSON.stringify(rule, (___, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));

/**
 * Carries out `-F`, `-D` and `-R`. What cannot be carried out leaves open what its chain decides.
 * @param ruleOf reads what follows the chain in a command
 */
export function undo(
    { content, number, perhaps }: IptablesLine,
    chains: Map<string, ChainRule[]>,
    named: (chain: string) => string,
    ruleOf: (rest: string) => ChainRule,
    notices: RuleNotice[],
): void {
    const [, verb, chain, place, rest = ''] = /^-(\w)(?:\s+(\S+))?(?:\s+(\d+)(?=\s|$))?\s*(.*)$/.exec(content) ?? [];
    const list = chains.get(named(chain ?? '')) ?? [];
    if (!perhaps && verb === 'F') {
        const isMeant = (name: string): boolean =>
            chain === undefined || chain.startsWith('-')
                ? name.includes(' ') === named('x').includes(' ') && named(name.split(' ').at(-1)!) === name
                : name === named(chain);
        for (const [name, rules] of chains) if (isMeant(name)) rules.splice(0);
        return;
    }
    // What follows the command in a script is none of its options.
    const asked = rest.replace(/\s*(?:\d?>|\|\||&&|;).*$/, '');
    const at = place === undefined ? list.findIndex(rule => keyOf(rule) === keyOf(ruleOf(asked))) : Number(place) - 1;
    if (!perhaps && verb === 'D' && list[at]) list.splice(at, 1);
    else if (!perhaps && verb === 'R' && list[at]) list[at] = { ...ruleOf(asked), label: list[at].label };
    else if (list.length > 0) {
        const text = content.slice(0, 60);
        notices.push({ line: number, message: `"${text}" is not carried out: what this chain decides is open.` });
        list.unshift({
            region: anywhere,
            enters: anyInterface,
            leaves: anyInterface,
            when: null,
            trait: null,
            verdict: { kind: 'unknown', by: `"${text}"` },
            label: `${chain ?? ''} changed`,
            line: number,
        });
    }
}
