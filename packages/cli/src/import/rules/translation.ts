/** What rules that translate targets leave open: a session does not come to the target that it names. */
import type { Ranges } from 'iacs-language/filter';
import { anyInterface, intersect, sizeOf, without } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { ChainFault, elsewhere, flatten } from './chains.ts';
import type { MeantRule } from './from-meanings.ts';
import { linesOf } from './from-meanings.ts';
import type { ReadRule } from './reading.ts';
import { anywhere, unread } from './reading.ts';

/** What notices say of rules that send sessions elsewhere. */
export const leftOpen = 'What they send to another target is not assessable for the one that a session names';

/**
 * A rule that translates, less the sessions that keep their target by it: which of several targets one of them gets is
 * not known.
 */
export function translating(
    rule: Omit<ChainRule, 'verdict'>,
    to: Ranges | null,
    services: Ranges | null,
): readonly ChainRule[] {
    const { region } = rule;
    const kept = {
        ...region,
        to: to !== null && sizeOf(to) === 1 ? intersect(region.to, to) : [],
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

/** A translation as the export of a vendor says it: what a session names by which it is sent elsewhere. */
export interface Shown extends Pick<MeantRule, 'from' | 'to' | 'services' | 'family' | 'enters' | 'label' | 'line'> {
    /** Where it is sent; `null` where that is not known, and `same` where it stays what it is. */
    readonly target: Ranges | 'same' | null;
    /** The real ports; `null` where they stay what they are. */
    readonly real: Ranges | null;
    readonly when: string | null;
}

/** What translations leave open; the first one that matches decides. */
export function sentElsewhere(all: readonly Shown[]): readonly ReadRule[] {
    const chain = all.flatMap(({ target, real, ...shown }): readonly ChainRule[] =>
        // One that matches nothing translates nothing.
        linesOf({ ...shown, permits: false, leaves: anyInterface, trait: null }, () => undefined).flatMap(
            ({ permits: _, ...line }): readonly ChainRule[] => {
                const rule = { ...line, trait: null };
                return target === 'same' ? [{ ...rule, verdict: { kind: 'accept' } }] : translating(rule, target, real);
            },
        ),
    );
    return chain.length === 0 ? [] : translationsOf(new Map([['translations', chain]]), 'translations');
}
