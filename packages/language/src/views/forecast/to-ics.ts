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
type CalendarEvent = Pick<ForecastEvent, 'date' | 'last' | 'subject' | 'what' | 'nth'> & { readonly kind: string };

/** FNV-1a, 64 bits. */
function hashOf(text: string): string {
    let hash = 0xcbf29ce484222325n;
    for (const byte of utf8.encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    return hash.toString(16).padStart(16, '0');
}

/** What is said of the calendar as a whole: there is one of a kind, whatever it counts or until when it looks. */
const ofAll: readonly string[] = ['nothing-said', 'incomplete'];

/** The same for the same event in every run, so that a calendar renews what it has. */
const uidOf = ({ kind, subject, what, nth = 1 }: CalendarEvent): string =>
    hashOf(JSON.stringify(ofAll.includes(kind) ? [kind] : [kind, subject, what, nth]));

/** The model as the host of an UID: what a name loses there is made up for, so that no two models have one. */
function hostOf(system: string): string {
    const host = system.toLowerCase().replace(/[^a-z0-9-]/g, '-');
    return /^[\w-]*$/.test(system) ? host : `${host}-${hashOf(system).slice(8)}`;
}

/**
 * The events as a calendar (RFC 5545): whole days that block nobody's time.
 * @param notUnderstood how many places of the text were not: the calendar says it in its name, and on its first day
 */
export function forecastIcs({ from, until, system, events }: Forecast, notUnderstood: number): string {
    const missing = missingHere(notUnderstood);
    const stamp = `${day(from)}T000000Z`;
    const host = hostOf(system ?? 'model');
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
        const end = dayAfter(last ?? date, { amount: 1, unit: 'days' });
        return [
            'BEGIN:VEVENT',
            `UID:${uidOf(event)}@${host}.iacs`,
            `DTSTAMP:${stamp}`,
            `DTSTART;VALUE=DATE:${day(date)}`,
            // There is no day after 9999-12-31, and an end is later than its beginning: without one it is one day.
            ...(end > date ? [`DTEND;VALUE=DATE:${day(end)}`] : []),
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
