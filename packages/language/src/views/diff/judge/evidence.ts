import { goodUntil, usualTime } from '../../../assessment/index.ts';
import type { Duration, EvidenceTime } from '../../../model/index.ts';
import { dayAfter, durationText } from '../../../model/index.ts';
import type { Compared, Reasons } from './reason.ts';

/**
 * How much longer the same document is said to be good, without a newer one: `null` where it is not, and where it was
 * dated anew.
 * @param usual of evidence that does not say how long it is good, in BASE
 */
export function stretched(old: EvidenceTime, now: EvidenceTime, usual: Duration | null): string | null {
    if (now.unread || (now.dated !== null && now.dated.date !== old.dated?.date)) return null;
    const [was, is] = [goodUntil(old, usual), goodUntil(now, usual)];
    if (was === null || (is !== null && is <= was)) return null;
    return is === null
        ? `is good without an end, where it was until ${was}`
        : `is good until ${is}, where it was ${was}`;
}

/** True for evidence that still shows something on a day. */
export function showsOn(time: EvidenceTime, usual: Duration | null, today: string): boolean {
    if (time.unread || (time.dated !== null && time.dated.date > today)) return false;
    const until = goodUntil(time, usual);
    return until === null || until >= today;
}

/** How long evidence is good that does not say it: longer asks for less. */
export function judgeUsualTime({ before, after }: Compared, reasons: Reasons): void {
    const [was, is] = [before.model.system?.evidenceValid ?? null, after.model.system?.evidenceValid ?? null];
    if (!was || !after.model.system) return;
    const end = (time: Duration): string => dayAfter('2000-01-01', time);
    if (is && end(is) <= end(was)) return;
    reasons.worse(
        'date-later',
        `evidence is good for ${is ? durationText(is) : 'ever'} where it does ` +
            `not say it, and was for ${durationText(was)}`,
        [`system ${after.model.system.id}`],
    );
}

/** What evidence is judged by: how long it is usually good in BASE, and the day. */
export interface Ageing {
    readonly usual: Duration | null;
    readonly today: string;
}

/** How evidence is judged in a comparison. */
export function ageingOf({ before, after }: Compared): Ageing {
    return { usual: usualTime(before.lookup), today: after.today };
}

interface Document {
    readonly text: string;
    readonly time: EvidenceTime;
}

/** Documents that were lost or given, or are said to be good for longer. */
export function judgeEvidence(
    old: readonly Document[],
    now: readonly Document[],
    name: string,
    word: string,
    about: readonly string[],
    { usual, today }: Ageing,
    reasons: Reasons,
): void {
    for (const { text, time } of old) {
        const same = now.find(each => each.text === text);
        const longer = same ? stretched(time, same.time, usual) : null;
        if (longer !== null) reasons.worse('date-later', `"${text}" of ${name} ${longer}`, about);
    }
    const lost = old.filter(each => !now.some(other => other.text === each.text));
    if (old.length > 0 && now.length < old.length)
        reasons.worse(
            'proof-lost',
            `${name} has no ${word} ${lost.map(each => `"${each.text}"`).join(', ')} any more`,
            about,
        );
    const given = now.filter(each => !old.some(other => other.text === each.text) && showsOn(each.time, usual, today));
    if (now.length > old.length && lost.length === 0 && given.length > 0)
        reasons.better('proof-given', `${name} has ${word} ${given.map(each => `"${each.text}"`).join(', ')}`, about);
}
