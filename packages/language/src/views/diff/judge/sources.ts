import type { Conversation, Observation } from '../../../model/index.ts';
import { sightText } from '../../../model/index.ts';
import { reads } from '../../../rules/engine/generated/reads.ts';
import type { Compared } from './reason.ts';

/** What is read from devices, sensors and publishers. */
type Source = 'rulesets' | 'observations' | 'advisories';

const keyOf = ({ from, to, arrow, services }: Conversation): string =>
    JSON.stringify([sightText(from), arrow, sightText(to), services], (key, value: unknown) =>
        key === 'at' || key === 'origin' ? undefined : value,
    );

/** True where traffic that was seen is left out of an observation of the same time. */
function leavesOut(old: Observation, now: Observation): boolean {
    const known = new Set(now.conversations.map(keyOf));
    const since = now.since?.date ?? '';
    return old.conversations.some(each => !known.has(keyOf(each)) && (each.last?.date ?? '9999') >= since);
}

/** True where nothing sees any more, up to that day, what an observation saw. */
function isBlind({ sees, until }: Observation, { pairing, after }: Compared): boolean {
    const zones = sees.map(({ id }) => pairing.elements.get(id)).filter(id => id !== undefined);
    return zones.some(
        zone =>
            !after.model.observations.some(
                other =>
                    other.sees.some(({ id }) => id === zone) &&
                    (other.until?.date ?? '9999') >= (until?.date ?? '') &&
                    (other.since?.date ?? '') >= (until?.date ?? ''),
            ),
    );
}

function withdrawnSources(compared: Compared): ReadonlySet<Source> {
    const { before, after, pairing } = compared;
    const found = new Set<Source>();
    const covered = new Set(after.model.rulesets.flatMap(({ devices }) => devices.map(({ id }) => id)));
    const isUnread = ({ id }: { readonly id: string }): boolean => {
        const device = pairing.elements.get(id);
        return device !== undefined && !covered.has(device);
    };
    if (before.model.rulesets.some(({ devices }) => devices.some(isUnread))) found.add('rulesets');
    const observations = new Map(after.model.observations.map(each => [each.id, each]));
    const isWithdrawn = (old: Observation): boolean => {
        const now = observations.get(pairing.observations.get(old.id) ?? '');
        return now ? leavesOut(old, now) : isBlind(old, compared);
    };
    if (before.model.observations.some(isWithdrawn)) found.add('observations');
    if (before.model.advisories.some(({ id }) => !pairing.advisories.has(id))) found.add('advisories');
    return found;
}

/**
 * Answers for a rule whether something was taken away that it judges by: a firewall of which no rules are known any
 * more, traffic that was seen, an advisory. What falls silent then is not mended.
 */
export function judgedByWithdrawn(compared: Compared): (rule: string) => boolean {
    const withdrawn = withdrawnSources(compared);
    return rule => [...withdrawn].some(list => reads[rule]?.[list] !== undefined);
}
