import type { Lifetime } from '../../../model/index.ts';
import { aboutFlow, pairsOf, type Compared, type Reasons } from './reason.ts';

interface Dated extends Lifetime {
    readonly kind: string;
    readonly id: string;
}

/**
 * What was there, and is said to be planned for a day to come: nothing of it is checked until then. What was planned
 * before may be put off.
 */
export function judgePutOff({ before, after, pairing }: Compared, reasons: Reasons): void {
    const isPutOff = (old: Lifetime, now: Lifetime): boolean =>
        old.planned === null && now.planned !== null && now.planned.date > after.today;
    const say = (now: Dated, about: string): void =>
        reasons.worse(
            'left-out',
            `${now.id} was there, and is said to be planned for ${now.planned!.date}: nothing of it is checked ` +
                'until then',
            [about],
        );
    for (const list of ['zones', 'conduits', 'assets'] as const)
        for (const [old, now] of pairsOf<Dated>(before.model[list], after.whole[list], pairing.elements))
            if (isPutOff(old, now)) say(now, `${now.kind} ${now.id}`);
    const there = new Set(before.model.flows);
    for (const [old, now] of pairing.flows) if (there.has(old) && isPutOff(old, now)) say(now, aboutFlow(now));
}
