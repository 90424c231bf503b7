import { forTerminal } from '../text/escape.ts';
import type { Forecast } from './forecast.ts';

/** The forecast for a terminal: one line an event. */
export function forecastText({ from, until, events }: Forecast): string {
    const lines = [`From ${from} to ${until}`, ''];
    if (events.length === 0) lines.push('The model says nothing of any day in this time.');
    const width = Math.max(...events.map(each => each.kind.length), 0);
    for (const { date, last, kind, subject, what } of events) {
        const place = subject === null || what.includes(subject) ? '' : ` (${subject})`;
        const days = last === null || last === date ? '' : `, to ${last}`;
        lines.push(`${date}  ${kind.padEnd(width)}  ${what}${days}${place}`);
    }
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}
