/** What rules that translate targets leave open: a session does not come to the target that it names. */
import type { Ranges } from 'iacs-language/filter';
import { intersect, without } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { ChainFault, elsewhere, flatten } from './chains.ts';
import type { ReadRule } from './reading.ts';
import { anywhere, unread } from './reading.ts';

/** What notices say of rules that send sessions elsewhere. */
export const leftOpen = 'What they send to another target is not assessable for the one that a session names';

/** A rule that translates, less the sessions that keep their target by it. */
export function translating(
    rule: Omit<ChainRule, 'verdict'>,
    to: Ranges | null,
    services: Ranges | null,
): readonly ChainRule[] {
    const { region } = rule;
    const kept = {
        ...region,
        to: intersect(region.to, to ?? []),
        services: intersect(region.services, services ?? region.services),
    };
    const isNone = kept.to.length === 0 || kept.services.length === 0;
    return (isNone ? [region] : without(region, kept)).map(each => ({
        ...rule,
        region: each,
        verdict: { kind: 'elsewhere' },
    }));
}

/** A condition by which the target is the device itself: no session that passes through it is meant. */
const isOwn = (when: string): boolean => /(?<!! )(?:--dst-type|daddr type) local/i.test(when);

/** What the chains of a table of translation leave open of the sessions that pass through the device. */
export function translationsOf(chains: ReadonlyMap<string, readonly ChainRule[]>, base: string): readonly ReadRule[] {
    const first = { name: base, domain: anywhere, policy: null, policyLabel: '', policyLine: 0 };
    try {
        // A second chain after it, so that what the first one accepts goes on.
        return flatten(chains, [first, { ...first, name: '' }]).filter(
            ({ when, trait }) => trait === null && when?.includes(elsewhere) === true && !isOwn(when),
        );
    } catch (error) {
        if (error instanceof ChainFault) return [{ ...unread(), permits: false, label: base, when: elsewhere }];
        throw error;
    }
}
