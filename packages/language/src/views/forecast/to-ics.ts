import { dayAfter, missingHere } from '../../model/index.ts';
import { forTerminal } from '../text/escape.ts';
import type { ForecastEvent } from './following.ts';
import type { Forecast } from './forecast.ts';

/** RFC 5545, 3.1: no line is longer than 75 octets; a further one begins with a blank. */
const mostOctets = 75;
const utf8 = new TextEncoder();

/** Folds a content line between characters, never inside of one. */
export function folded(line: string): string {
    const lines: string[] = [];
    let current = '';
    let octets = 0;
    for (const character of line) {
        const size = utf8.encode(character).length;
        if (octets + size > mostOctets) {
            lines.push(current);
            current = ' ';
            octets = 1;
        }
        current += character;
        octets += size;
    }
    return [...lines, current].join('\r\n');
}

/** RFC 5545, 3.3.11: what a text may not have in it. */
function escaped(text: string): string {
    return forTerminal(text).replace(/[\\;,]/g, match => `\\${match}`);
}

const day = (date: string): string => date.replaceAll('-', '');

/** What the model says of a day, or that it was not understood as a whole. */
type CalendarEvent = Pick<ForecastEvent, 'date' | 'last' | 'subject' | 'what'> & { readonly kind: string };

/** The same for the same event in every run, so that a calendar renews what it has: FNV-1a, 64 bits. */
function uidOf({ kind, subject, what }: CalendarEvent, count: number): string {
    let hash = 0xcbf29ce484222325n;
    for (const byte of utf8.encode(JSON.stringify([kind, subject, what, count])))
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    return hash.toString(16).padStart(16, '0');
}

/**
 * The events as a calendar (RFC 5545): whole days that block nobody's time.
 * @param notUnderstood how many places of the text were not: the calendar says it in its name, and on its first day
 */
export function forecastIcs({ from, until, system, events }: Forecast, notUnderstood: number): string {
    const missing = missingHere(notUnderstood);
    const counts = new Map<string, number>();
    const stamp = `${day(from)}T000000Z`;
    const host = (system ?? 'model').toLowerCase().replace(/[^a-z0-9-]/g, '-');
    // A calendar has one entry at least (RFC 5545, 3.6), and nothing said of any day is not the same as nothing due.
    const silence = `The model says nothing of any day until ${until}.`;
    const said = events.length > 0 || missing.length > 0;
    const all = [
        ...(said ? [] : [{ date: from, last: null, kind: 'nothing-said', subject: null, what: silence }]),
        ...missing.map((what): CalendarEvent => ({ date: from, last: null, kind: 'incomplete', subject: null, what })),
        ...events,
    ];
    const lines = all.flatMap(event => {
        const { date, last, kind, subject, what } = event;
        const key = JSON.stringify([kind, subject, what]);
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return [
            'BEGIN:VEVENT',
            `UID:${uidOf(event, count)}@${host}.iacs`,
            `DTSTAMP:${stamp}`,
            `DTSTART;VALUE=DATE:${day(date)}`,
            `DTEND;VALUE=DATE:${day(dayAfter(last ?? date, { amount: 1, unit: 'days' }))}`,
            `SUMMARY:${escaped(what)}`,
            `DESCRIPTION:${escaped(subject === null ? kind : `${kind}: ${subject}`)}`,
            `CATEGORIES:${escaped(kind)}`,
            'TRANSP:TRANSPARENT',
            'END:VEVENT',
        ];
    });
    return [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//iacs//forecast//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        `X-WR-CALNAME:${escaped(`${missing.length > 0 ? 'Incomplete: ' : ''}${system ?? 'Model'}: forecast`)}`,
        ...missing.map(text => `X-WR-CALDESC:${escaped(text)}`),
        ...lines,
        'END:VCALENDAR',
    ]
        .map(line => `${folded(line)}\r\n`)
        .join('');
}
