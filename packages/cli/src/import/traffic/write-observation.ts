import { formatText, plural } from 'iacs-language';
import { addressPoint } from 'iacs-language/filter';
import { quoted } from '../names.ts';
import type { Gathered } from './gathered.ts';
import type { Seen } from './seen.ts';
import { plainAddress } from './seen.ts';

/** Where an observation comes from, and what it is called. */
export interface ObservationHead {
    readonly name: string;
    /** Ids of zones. */
    readonly sees: readonly string[];
    readonly since: string | null;
    readonly until: string | null;
    readonly sources: readonly { readonly name: string; readonly sha256: string }[];
    /** What the ends of the logs show, in sentences. */
    readonly notices: readonly string[];
}

/** The day `YYYY-MM-DD` of a number of days since 1970. */
export function dayText(day: number): string {
    return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function endText(text: string): string {
    return text === 'any' ? 'any' : addressPoint(text) === null ? quoted(text) : plainAddress(text);
}

function lineOf(seen: Seen): string {
    const { days } = seen;
    return [
        `  saw ${endText(seen.from)} ${seen.arrow} ${endText(seen.to)} : ${seen.service}`,
        seen.protocol === '' ? null : quoted(seen.protocol),
        seen.outcome,
        days.length === 0 ? null : `on ${days.length} days, ${dayText(days[0]!)} to ${dayText(days.at(-1)!)}`,
        seen.access === null ? null : `{ access ${seen.access} }`,
    ]
        .filter(part => part !== null)
        .join(' ');
}

const number = (count: number): string => count.toLocaleString('en-GB');
const many = (count: number, one: string, more?: string): string => `${number(count)} ${plural(count, one, more)}`;
const leftOutText = (count: number, which: string): readonly string[] =>
    count > 0 ? [`${many(count, 'row')} ${which} ${plural(count, 'is', 'are')} left out.`] : [];
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /');
const mostReasons = 20;

/** What was read and turned, and what was left out, in sentences. */
export function countsOf(gathered: Gathered): readonly string[] {
    return [
        `${many(gathered.rows, 'row')}, ${number(gathered.turned)} turned, ` +
            `${many(gathered.seen.length, 'conversation')}.`,
        ...leftOutOf(gathered),
        ...unmatchedOf(gathered),
        ...gapsOf(gathered),
    ];
}

/** Functions without a session, in a sentence. A session that is still open is in no log of sessions. */
function unmatchedOf({ unmatched }: Gathered): readonly string[] {
    const [first] = unmatched;
    if (!first) return [];
    const { from, to, port, highest } = first;
    return [
        `Functions between ${many(unmatched.length, 'pair')} of ends belong to no session of these logs and are left ` +
            `out (first: ${from} to ${to}, port ${port}, ${highest}): a sensor writes a session when it ends.`,
    ];
}

const mostGaps = 3;

/** The days of which no row is, in a sentence: an observation says that its zones were watched without a gap. */
function gapsOf({ gaps }: Gathered): readonly string[] {
    if (gaps.length === 0) return [];
    const some = gaps.slice(0, mostGaps).map(([from, to]) => `${dayText(from)} to ${dayText(to)}`);
    const more = gaps.length > mostGaps ? ` and ${gaps.length - mostGaps} times more` : '';
    return [
        `No row is of ${some.join(', ')}${more}: if the sensor did not look then, import each stretch as an ` +
            'observation of its own.',
    ];
}

/** What was left out, in sentences. */
export function leftOutOf(gathered: Gathered): readonly string[] {
    const reasons = [...gathered.leftOut].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
    return [
        ...leftOutText(gathered.multicast, 'to or from multicast and broadcast addresses'),
        ...leftOutText(gathered.outside, 'outside of the days that were asked for'),
        ...(gathered.future > 0
            ? [
                  `${many(gathered.future, 'row is', 'rows are')} dated after today: the clock of the source is ` +
                      `wrong, and ${plural(gathered.future, 'its day is', 'their days are')} left out.`,
              ]
            : []),
        ...(gathered.ancient > 0
            ? [
                  `${many(gathered.ancient, 'row is', 'rows are')} dated before the year 2000: the clock of ` +
                      'the source was not set, and ' +
                      `${plural(gathered.ancient, 'its day is', 'their days are')} ` +
                      'left out.',
              ]
            : []),
        ...(gathered.undated > 0
            ? [
                  `${many(gathered.undated, 'row has', 'rows have')} no time, or one that cannot be read: ` +
                      `${plural(gathered.undated, 'its day is', 'their days are')} left out.`,
              ]
            : []),
        ...reasons
            .slice(0, mostReasons)
            .map(([reason, { count, line }]) => `${number(count)} left out: ${plain(reason)} (first in line ${line}).`),
        ...(reasons.length > mostReasons ? [`And ${many(reasons.length - mostReasons, 'more reason')}.`] : []),
    ];
}

/** The part that an import of traffic writes: addresses, services and days, and nothing of what was said. */
export function writeObservation(head: ObservationHead, gathered: Gathered): string {
    const intro = [
        ...head.sources.map(
            ({ name, sha256 }) => `Written by iacs import traffic from ${plain(name)}, sha256 ${sha256}.`,
        ),
        ...countsOf(gathered),
        ...head.notices.map(plain),
    ];
    const body = [
        ...(head.sees.length > 0 ? [`  sees ${head.sees.join(', ')}`] : []),
        ...(head.since === null ? [] : [`  since ${head.since}`]),
        ...(head.until === null ? [] : [`  until ${head.until}`]),
        `  source ${quoted(head.sources.map(each => each.name).join(', '))}`,
        ...gathered.seen.map(lineOf),
    ];
    return formatText(
        `/**\n${intro.map(line => ` * ${line}\n`).join('')} */\nobservation ${head.name} {\n${body.join('\n')}\n}\n`,
    );
}
