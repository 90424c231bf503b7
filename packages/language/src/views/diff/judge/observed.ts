import type { Observation } from '../../../model/index.ts';
import { conversationText } from '../../../model/index.ts';
import { isObserved } from '../../../reconcile/index.ts';
import { counted, some, type Compared, type Reasons } from './reason.ts';
import { goesOn, leftOutOf, saysLessTime } from './same-observation.ts';
import { blindZones } from './sources.ts';

const timeOf = ({ since, until }: Observation): string =>
    `${since?.date ?? 'a day not stated'} to ${until?.date ?? 'a day not stated'}`;

/** Zones that an observation no longer sees, under their names in HEAD. */
function unseen(old: Observation, now: Observation, { pairing, after }: Compared): readonly string[] {
    const seen = new Set(now.sees.map(({ id }) => id));
    return old.sees
        .map(({ id }) => pairing.elements.get(id))
        .filter(id => id !== undefined)
        .filter(id => after.lookup.zone(id) && !isObserved(after.lookup, id, seen));
}

/** Devices whose rules were known, and are not any more; a device that is gone has none. */
function judgeRulesets({ before, after, pairing }: Compared, reasons: Reasons): void {
    const covered = new Set(after.model.rulesets.flatMap(({ devices }) => devices.map(({ id }) => id)));
    const lost = before.model.rulesets
        .flatMap(({ devices }) => devices.map(({ id }) => pairing.elements.get(id)))
        .filter(id => id !== undefined)
        .filter(id => !covered.has(id) && after.lookup.element(id));
    if (lost.length > 0)
        reasons.worse(
            'proof-lost',
            `the rules of ${some(lost)} are no longer in the model: what is configured is not known any more`,
            [...new Set(lost)].map(id => `asset ${id}`),
        );
}

/**
 * What was read from firewalls and seen on the wire, and is no longer said: the plant is the same, and what
 * contradicted the model, or might have, is not compared with it any more. A newer observation of the same zones takes
 * the place of an older one.
 */
export function judgeObserved(compared: Compared, reasons: Reasons): void {
    judgeRulesets(compared, reasons);
    for (const old of compared.before.model.observations) {
        const now = goesOn(old, compared);
        if (!now) {
            const zones = blindZones(old, compared);
            if (zones.length > 0)
                reasons.worse(
                    'proof-lost',
                    `what ${old.id} saw in ${some(zones)} (${counted(old.conversations.length, 'conversation')}) is ` +
                        'no longer in the model, and nothing newer sees there',
                    [`observation ${old.id}`],
                );
            continue;
        }
        const about = [`observation ${now.id}`];
        const left = leftOutOf(old, now).map(conversationText);
        if (left.length > 0)
            reasons.worse('proof-lost', `${now.id} no longer says that it saw ${some(left, 2)}`, about);
        if (saysLessTime(old, now))
            reasons.worse('proof-lost', `${now.id} covers ${timeOf(now)}, where it covered ${timeOf(old)}`, about);
        const zones = unseen(old, now, compared);
        if (zones.length > 0) reasons.worse('proof-lost', `${now.id} no longer sees ${some(zones)}`, about);
    }
}
