import type { Protocol } from '../../../model/index.ts';
import { excusing } from './asked-elements.ts';
import { able, less } from './flow-protection.ts';
import { pairsOf, type Compared, type Reasons } from './reason.ts';

const modes = { none: 0, optional: 1, mandatory: 2 } as const;
const mode = (protocol: Protocol): number | null => (protocol.security === null ? null : modes[protocol.security]);

/** Protocols that the site describes itself: what is said of them for the better is a rating by hand. */
export function judgeProtocols({ before, after, pairing }: Compared, reasons: Reasons): void {
    for (const [old, now] of pairsOf(
        before.model.protocols.filter(each => !each.builtIn),
        after.model.protocols,
        pairing.protocols,
    )) {
        const about = [`protocol ${now.id}`];
        const [lost, won] = [
            less(new Set(able(old)), new Set(able(now))),
            less(new Set(able(now)), new Set(able(old))),
        ];
        const step = (mode(now) ?? 0) - (mode(old) ?? 0);
        const speaking = after.model.flows.filter(flow => flow.protocols.some(each => each.id === now.id)).length;
        const where = speaking === 0 ? '' : `, in ${speaking} flow${speaking === 1 ? '' : 's'}`;
        const asksLess = [
            ...old.traits
                .filter(each => !excusing.has(each) && !now.traits.includes(each))
                .map(each => `no longer called ${each}`),
            ...now.traits
                .filter(each => excusing.has(each) && !old.traits.includes(each))
                .map(each => `called ${each}`),
        ];
        if (asksLess.length > 0)
            reasons.worse('rating-lowered', `${now.id} is ${asksLess.join(', and is ')}${where}`, about);
        if (lost.length > 0)
            reasons.worse('protocol-weakened', `${now.id} no longer provides ${lost.join(', ')}${where}`, about);
        else if (step < 0 && old.provides.length > 0)
            reasons.worse(
                'protocol-weakened',
                `the security of ${now.id} is ${now.security ?? 'not stated'}, where it was ${old.security}${where}`,
                about,
            );
        if (won.length > 0)
            reasons.neutral('rating-raised', `${now.id} is said to provide ${won.join(', ')}${where}`, about);
        else if (step > 0 && lost.length === 0 && now.provides.length > 0)
            reasons.neutral(
                'rating-raised',
                `the security of ${now.id} is said to be ${now.security}, where it was ` +
                    `${old.security ?? 'not stated'}${where}`,
                about,
            );
    }
}
