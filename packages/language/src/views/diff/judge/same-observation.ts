import type { Conversation, Observation } from '../../../model/index.ts';
import { accesses, outcomes, sightText } from '../../../model/index.ts';
import { isObserved } from '../../../reconcile/index.ts';
import type { Compared } from './reason.ts';

function keyOf({ from, to, arrow, services }: Conversation): string {
    const ends = [sightText(from), sightText(to)];
    // Which end is written first says something only where one of them opened the session.
    return JSON.stringify([arrow === '->' ? ends : ends.sort(), arrow, services], (key, value: unknown) =>
        key === 'at' || key === 'origin' ? undefined : value,
    );
}

/** How far a conversation came; a scan is none. */
const reachOf = ({ outcome }: Conversation): number => (outcome === 'scanned' ? -1 : outcomes.indexOf(outcome));
const accessOf = ({ access }: Conversation): number => (access === null ? -1 : accesses.indexOf(access));

const firstDay = ({ since }: Observation): string => since?.date ?? '';
const lastDay = ({ until }: Observation): string => until?.date ?? '9999';

/** True for an observation that is of a shorter time than it was and knows of no later day: it only says less. */
export function saysLessTime(old: Observation, now: Observation): boolean {
    if (lastDay(now) > lastDay(old)) return false;
    return lastDay(now) < lastDay(old) || firstDay(now) > firstDay(old);
}

/**
 * Traffic that is left out of an observation, or is said to have come or gone less far. A later one takes its place,
 * and does not know what was before its first day.
 */
export function leftOutOf(old: Observation, now: Observation): readonly Conversation[] {
    const known = Map.groupBy(now.conversations, keyOf);
    const since = lastDay(now) > lastDay(old) ? firstDay(now) : '';
    const isSaid = (was: Conversation): boolean =>
        known.get(keyOf(was))?.some(is => reachOf(is) >= reachOf(was) && accessOf(is) >= accessOf(was)) ?? false;
    // What has no day of its own was seen by the last day of the observation.
    const last = ({ last }: Conversation): string => (last ?? old.until)?.date ?? '9999';
    return old.conversations.filter(each => !isSaid(each) && last(each) >= since);
}

type Dated = Observation & Required<{ [K in 'since' | 'until']: NonNullable<Observation[K]> }>;

const isDated = (each: Observation): each is Dated => each.since !== null && each.until !== null;
const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/** True where no day is between two observations, or they overlap. */
const touch = (one: Dated, other: Dated): boolean =>
    dayOf(other.since.date) <= dayOf(one.until.date) + 1 && dayOf(one.since.date) <= dayOf(other.until.date) + 1;

/** Its conversations, each with a last day: what has none of its own was seen by the last day of the observation. */
const conversationsOf = ({ conversations, until }: Dated): readonly Conversation[] =>
    conversations.map(each => (each.last ? each : { ...each, last: until }));

const both = (one: Dated, other: Dated): Dated => ({
    ...one,
    since: one.since.date <= other.since.date ? one.since : other.since,
    until: one.until.date >= other.until.date ? one.until : other.until,
    conversations: [...conversationsOf(one), ...conversationsOf(other)],
});

/** True where an observation has the days of another one, and all that it saw, as late as it did. */
function hasAllOf(whole: Dated, old: Dated): boolean {
    if (whole.since.date > old.since.date || whole.until.date < old.until.date) return false;
    const known = Map.groupBy(conversationsOf(whole), keyOf);
    return conversationsOf(old).every(was =>
        known
            .get(keyOf(was))
            ?.some(
                is => reachOf(is) >= reachOf(was) && accessOf(is) >= accessOf(was) && is.last!.date >= was.last!.date,
            ),
    );
}

/** An observation together with all that go on from it. */
function grown(start: Dated, others: readonly Dated[]): Dated {
    let [whole, left] = [start, others.filter(each => each !== start)];
    for (;;) {
        const next = left.find(each => touch(whole, each));
        if (!next) return whole;
        whole = both(whole, next);
        left = left.filter(each => each !== next);
    }
}

/**
 * An observation as HEAD has it. Where it was split, such as into one a month, or joined with others, it goes on in
 * those that see the same zones and follow each other without a day between, if they have all that it had.
 * `undefined` where it is gone.
 */
export function goesOn(
    old: Observation,
    { after, pairing }: Pick<Compared, 'after' | 'pairing'>,
): Observation | undefined {
    const paired = pairing.observations.get(old.id);
    const now = after.model.observations.find(({ id }) => id === paired);
    if (!isDated(old) || (now && (!isDated(now) || !saysLessTime(old, now)))) return now;
    const zones = old.sees.map(({ id }) => pairing.elements.get(id)).filter(id => id !== undefined);
    const parts = after.model.observations.filter(isDated).filter(({ sees }) => {
        const seen = new Set(sees.map(zone => zone.id));
        return zones.length > 0 && zones.every(zone => isObserved(after.lookup, zone, seen));
    });
    const whole = (now ? [now] : parts).map(start => grown(start, parts)).find(each => hasAllOf(each, old));
    return whole ?? now;
}
