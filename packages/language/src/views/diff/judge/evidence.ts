import { goodUntil, usualTime } from '../../../assessment/index.ts';
import type { Duration, EvidenceTime, Statement } from '../../../model/index.ts';
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

/** The documents of a statement, which have one day. */
export const documentsOf = ({
    evidence,
    evidenceTime,
}: Pick<Statement, 'evidence' | 'evidenceTime'>): readonly Document[] =>
    evidence.map(text => ({ text, time: evidenceTime }));

/** The documents of a statement that names fewer of them now: those that it names no longer. */
export function droppedOf(was: Pick<Statement, 'evidence'>, is: Pick<Statement, 'evidence'>): readonly string[] {
    return is.evidence.length < was.evidence.length ? was.evidence.filter(each => !is.evidence.includes(each)) : [];
}

/** How evidence is judged in a comparison. */
export function ageingOf({ before, after }: Compared): Ageing {
    return { usual: usualTime(before.lookup), today: after.today };
}

interface Document {
    readonly text: string;
    readonly time: EvidenceTime;
}

/** What is said where one proof took the place of another one: nothing here reads documents. */
export const notKnown = 'whether it shows the same is not known';

const namesOf = (documents: readonly Document[]): string => documents.map(({ text }) => `"${text}"`).join(', ');

/** The latest day of some documents; `null` where one of them has none. */
function latest(documents: readonly Document[]): string | null {
    const days = documents.map(({ time }) => time.dated?.date ?? null);
    return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}

/**
 * What is said where documents took the place of others, or are of an earlier day than before: they are not read, so it
 * cannot be told whether they show the same. `null` where none did. That one is good for longer is said apart.
 */
export function replacement(
    old: readonly Document[],
    now: readonly Document[],
    word: string,
    usual: Duration | null,
): string | null {
    const lost = old.filter(each => !now.some(other => other.text === each.text));
    const given = now.filter(each => !old.some(other => other.text === each.text));
    if (lost.length > 0 && now.length >= old.length) {
        const [was, is] = [latest(lost), latest(given)];
        const older = was !== null && is !== null && is < was ? ` (dated ${is}, where it was ${was})` : '';
        return `${word} is ${namesOf(given)}, where it was ${namesOf(lost)}${older}: ${notKnown}`;
    }
    const back = old.flatMap(({ text, time: was }) => {
        const { dated } = was;
        const time = now.find(each => each.text === text)?.time;
        if (dated === null || !time || time.unread || stretched(was, time, usual) !== null) return [];
        if (time.dated !== null && time.dated.date >= dated.date) return [];
        const day = time.dated ? `is dated ${time.dated.date}` : 'has no day any more';
        return [`"${text}" ${day}, where it was ${dated.date}`];
    });
    return back.length > 0 ? `${word} ${back.join(', ')}: ${notKnown}` : null;
}

/** Documents that were lost, given or replaced, or are said to be good for longer. */
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
        reasons.worse('proof-lost', `${name} has no ${word} ${namesOf(lost)} any more`, about);
    const replaced = replacement(old, now, word, usual);
    if (replaced !== null) reasons.neutral('proof-lost', `${name}: ${replaced}`, about);
    const given = now.filter(each => !old.some(other => other.text === each.text) && showsOn(each.time, usual, today));
    if (now.length > old.length && lost.length === 0 && given.length > 0)
        reasons.better('proof-given', `${name} has ${word} ${namesOf(given)}`, about);
}
