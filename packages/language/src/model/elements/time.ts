import type { Origin, Span } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { day, joined, many, nothingLeft, one, quoted, written } from '../facts.ts';
import { dayAfter } from '../calendar.ts';
import type { PatchState } from '../words.ts';
import type { DateFact, Text } from './common.ts';
import type { Duration } from './dependency.ts';
import { durationText } from './dependency.ts';

/** A day on which something appears or goes, and the whole statement that says it. */
export interface LifetimeDay extends DateFact {
    readonly statementAt: Span;
}

/** From when to when something is there; see `onDay`. */
export interface Lifetime {
    /** Not there before this day. */
    readonly planned: LifetimeDay | null;
    /** Not there from this day on. */
    readonly retired: LifetimeDay | null;
    /** True where one of these days is written and cannot be read: nobody knows whether it is there; see `onDay`. */
    readonly lifetimeUnread: boolean;
}

/** The facts of when something comes and goes. */
export const lifetimeFacts = {
    planned: day('planned for'),
    retired: day('retired on'),
    lifetimeUnread: unread => one('planned for or retired on', unread ? 'a day that cannot be read' : null),
} satisfies Facts<Lifetime>;

/** How long evidence is good for, as far as it is said. */
export interface EvidenceTime {
    readonly author: string | null;
    readonly dated: DateFact | null;
    /** From the day of the evidence on. */
    readonly valid: Duration | null;
    /** The last day. */
    readonly until: DateFact | null;
    /** True where a day or a time is written that cannot be read: it may have passed, so the evidence shows nothing. */
    readonly unread?: true;
}

/** Evidence of which no time is said. */
export const untimed: EvidenceTime = { author: null, dated: null, valid: null, until: null };

/** A document or record, and how long it is good for. */
export interface Evidence extends Text {
    readonly time: EvidenceTime;
}

/** `author "…" dated 2026-03-12 valid 12 months`; empty where nothing is said. */
export function evidenceTimeText({ author, dated, valid, until, unread, ...rest }: EvidenceTime): string {
    nothingLeft(rest);
    return joined(
        author !== null && `author ${quoted(author)}`,
        dated && `dated ${dated.date}`,
        valid && `valid ${durationText(valid)}`,
        until && `until ${until.date}`,
        unread === true && 'with a time that cannot be read',
    );
}

/** Facts of evidence; one of which a time is said has that as its value. */
export const evidences: FactsOf<readonly Evidence[]> = all =>
    all.flatMap(({ text, time, origin }) => {
        const said = evidenceTimeText(time);
        if (said === '') return written('evidence', [[quoted(text), origin]]);
        const label = `evidence ${quoted(text)}`;
        return [{ key: label, label, value: said, weight: 1, origin }];
    });

/** When work may be done. */
export interface Window {
    readonly title: string;
    readonly from: DateFact;
    /** Its last day. */
    readonly to: DateFact;
    readonly origin: Origin;
}

/** Facts of the windows for work. */
export const windows: FactsOf<readonly Window[]> = all =>
    written(
        'window',
        all.map(({ title, from, to, origin, ...rest }) => {
            nothingLeft(rest);
            return [`${quoted(title)} ${from.date} to ${to.date}`, origin];
        }),
    );

const unreadDay = 'on a day that cannot be read';

/**
 * True for what was done by a day, false for what is to be done on one to come, `null` where its day cannot be read.
 * What is said without a day is done. The next day has begun somewhere on earth.
 */
export function isDoneBy({ on, unread }: Pick<Patched, 'on' | 'unread'>, today: string): boolean | null {
    if (unread === true) return null;
    return on === null || on.date <= dayAfter(today, { amount: 1, unit: 'days' });
}

/** The version that is installed, from its day on. */
export interface Patched {
    readonly version: string;
    /** Where the `version` of the same asset is written; `null` where none is. */
    readonly besides: Origin | null;
    readonly on: DateFact | null;
    /** True where its day, or what follows, cannot be read. */
    readonly unread?: true;
    readonly origin: Origin;
}

/** The fact of the version that something is patched to. */
export const patched: FactsOf<Patched | null> = value => {
    if (!value) return [];
    const { version, on, unread, besides: _besides, origin: _origin, ...rest } = value;
    nothingLeft(rest);
    return one('patched to', joined(quoted(version), on && `on ${on.date}`, unread === true && unreadDay));
};

/** A patch, and how far it has come. */
export interface Patch {
    readonly version: string;
    readonly state: PatchState;
    /** Since when it is in that state. */
    readonly on: DateFact | null;
    /** True where that day, or what follows, cannot be read. */
    readonly unread?: true;
    readonly origin: Origin;
}

/** Facts of patches and their states. */
export const patches: FactsOf<readonly Patch[]> = all =>
    many(
        'patch',
        all.map(({ version, state, on, unread, origin: _origin, ...rest }) => {
            nothingLeft(rest);
            return joined(quoted(version), `state ${state}`, on && `on ${on.date}`, unread === true && unreadDay);
        }),
    );
