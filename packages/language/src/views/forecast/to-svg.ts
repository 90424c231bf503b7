import { frAbbreviations } from '../../catalogue/index.ts';
import { counted, daysBetween, missingHere } from '../../model/index.ts';
import { escape } from '../text/xml.ts';
import type { Forecast, Stretch } from './forecast.ts';

const cell = { width: 118, height: 78 };
const plot = { left: 16, top: 8, width: 94, height: 52 };
const margin = { left: 190, top: 70, right: 20, bottom: 50 };
/** The print of scales and days, in pixels. */
const small = 9;
/** So many letters of an id stand on a line beside its charts, and so many lines. */
const idLetters = 26;
const mostIdLines = 4;
const highest = 4;
const tickLength = 4;
const colours = {
    text: '#1f2933',
    dim: '#61707f',
    line: '#d5dde5',
    achieved: '#1d4f91',
    target: '#61707f',
    missing: '#b3261e',
};

/** A line of steps through the levels of a subject; it is broken while the subject is not there. */
function steps(
    { from, until, stretches }: Forecast,
    level: (stretch: Stretch) => number | null,
    x: number,
    y: number,
): string {
    const across = Math.max(1, daysBetween(from, until));
    const atX = (date: string): number => x + (plot.width * daysBetween(from, date)) / across;
    const atY = (value: number): number => y + plot.height - (plot.height * value) / highest;
    const parts: string[] = [];
    let open = false;
    stretches.forEach((stretch, index) => {
        const value = level(stretch);
        if (value === null) {
            open = false;
            return;
        }
        const end = stretches[index + 1]?.date ?? until;
        const [start, stop, height] = [atX(stretch.date), atX(end), atY(value)].map(each => round(each));
        parts.push(open ? `V${height}H${stop}` : `M${start} ${height}H${stop}`);
        open = true;
    });
    return parts.join('');
}

function round(value: number): string {
    return String(Math.round(value * 10) / 10);
}

/** Zones and conduits with a target, and those whose level changes. */
function shownSubjects({ subjects, stretches, events }: Forecast): Forecast['subjects'] {
    const changing = new Set(events.filter(each => each.levels.length > 0).map(each => each.subject));
    const shown = subjects.filter(
        ({ id }) =>
            changing.has(id) || stretches.some(({ levels }) => levels.of(id)?.slT.some(level => (level ?? 0) > 0)),
    );
    return shown;
}

/**
 * SL-A over time: a row for each zone and conduit, a small chart for each foundational requirement.
 * @param notUnderstood how many places of the text were not: the heading says it
 */
export function forecastSvg(forecast: Forecast, notUnderstood: number): string {
    const { from, until, stretches, system } = forecast;
    const missing = missingHere(notUnderstood);
    const heading = escape(
        `${missing.length > 0 ? 'Incomplete: ' : ''}${system ?? 'Model'}: SL-A from ${from} to ${until}`,
    );
    const subjects = shownSubjects(forecast);
    const width = margin.left + frAbbreviations.length * cell.width + margin.right;
    const height = margin.top + Math.max(1, subjects.length) * cell.height + margin.bottom;
    const across = Math.max(1, daysBetween(from, until));
    const out: string[] = [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ` +
            `${height}" font-family="Arimo, Arial, Helvetica, sans-serif" font-size="11" role="img">`,
        `<title>${heading}</title>`,
        `<desc>${escape(described(subjects, stretches))}</desc>`,
        `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
        `<text x="20" y="26" font-size="15" font-weight="bold" fill="${colours.text}">` + `${heading}</text>`,
    ];
    const legend: readonly (readonly [string, string])[] = [
        ['SL-A as it is', `stroke="${colours.achieved}" stroke-width="2"`],
        ['SL-A if what is planned is done', `stroke="${colours.achieved}" stroke-width="1.5" stroke-dasharray="2 2"`],
        ['SL-T', `stroke="${colours.target}" stroke-width="1" stroke-dasharray="6 3"`],
    ];
    let at = margin.left + plot.left;
    for (const [name, stroke] of legend) {
        out.push(`<path d="M${at} 42H${at + 26}" fill="none" ${stroke}/>`);
        out.push(`<text x="${at + 32}" y="46" fill="${colours.dim}">${escape(name)}</text>`);
        at += 60 + name.length * 6;
    }
    if (stretches.length > 1)
        out.push(
            tickAt(at, 38),
            `<text x="${at + 8}" y="46" fill="${colours.dim}">a day on which something begins, ends or is due</text>`,
        );
    frAbbreviations.forEach((name, fr) => {
        const x = margin.left + fr * cell.width + plot.left;
        out.push(`<text x="${x}" y="${margin.top - 4}" font-weight="bold" fill="${colours.text}">${name}</text>`);
    });
    subjects.forEach(({ kind, id }, row) => {
        const top = margin.top + row * cell.height + plot.top;
        const lines = idLines(id);
        const first = top + plot.height / 2 - (lines.length - 1) * 7;
        out.push(
            `<g><title>${escape(id)}</title>`,
            ...lines.map(
                (line, at) => `<text x="20" y="${first + at * 14}" fill="${colours.text}">${escape(line)}</text>`,
            ),
            `<text x="20" y="${first + lines.length * 14}" fill="${colours.dim}">${kind}</text></g>`,
        );
        frAbbreviations.forEach((name, fr) => {
            const x = margin.left + fr * cell.width + plot.left;
            for (let level = 0; level <= highest; level++) {
                const y = top + plot.height - (plot.height * level) / highest;
                out.push(`<path d="M${x} ${round(y)}H${x + plot.width}" stroke="${colours.line}"/>`);
                if (fr === 0 || level % 2 === 0)
                    out.push(
                        `<text x="${x - 4}" y="${round(y + 3)}" text-anchor="end" font-size="${small}" ` +
                            `fill="${colours.dim}">${level}</text>`,
                    );
            }
            const line = (attributes: string, level: (stretch: Stretch) => number | null): void => {
                const d = steps(forecast, level, x, top);
                if (d !== '') out.push(`<path d="${d}" fill="none" ${attributes}/>`);
            };
            out.push(`<g><title>${escape(`${id} ${name}`)}</title>`);
            line(legend[2]![1], ({ levels }) => levels.of(id)?.slT[fr] ?? null);
            line(legend[1]![1], ({ ifDone }) => ifDone.of(id)?.slA[fr] ?? null);
            line(legend[0]![1], ({ levels }) => levels.of(id)?.slA[fr] ?? null);
            out.push('</g>');
        });
    });
    if (subjects.length === 0)
        out.push(
            `<text x="20" y="${margin.top + 30}" fill="${colours.dim}">No zone and no conduit has an SL-T.</text>`,
        );
    const bottom = height - margin.bottom + 14;
    frAbbreviations.forEach((_, fr) => {
        const x = margin.left + fr * cell.width + plot.left;
        for (const { date } of stretches.slice(1)) {
            out.push(tickAt(x + (plot.width * daysBetween(from, date)) / across, bottom - 14));
        }
        out.push(
            `<text x="${x}" y="${bottom}" font-size="${small}" fill="${colours.dim}">${from}</text>`,
            `<text x="${x + plot.width}" y="${bottom + 12}" font-size="${small}" text-anchor="end" ` +
                `fill="${colours.dim}">${until}</text>`,
        );
    });
    for (const text of missing)
        out.push(`<text x="20" y="${height - 8}" fill="${colours.missing}">${escape(text)}</text>`);
    out.push('</svg>', '');
    return out.join('\n');
}

/** The sign of a day below the charts. */
function tickAt(x: number, y: number): string {
    return `<path d="M${round(x)} ${y}v${tickLength}" stroke="${colours.dim}"/>`;
}

/** An id in lines that stay in their column, parted behind its dots where that is possible. */
function idLines(id: string): readonly string[] {
    const lines = [''];
    for (const part of id
        .split(/(?<=[.\-_])/u)
        .flatMap(each => each.match(new RegExp(`.{1,${idLetters}}`, 'gsu')) ?? [])) {
        if ((lines.at(-1) + part).length <= idLetters) lines.push(lines.pop()! + part);
        else lines.push(part);
    }
    const shown = lines.filter(line => line !== '');
    return shown.length <= mostIdLines
        ? shown
        : [`…${shown.at(-mostIdLines)!.slice(1)}`, ...shown.slice(1 - mostIdLines)];
}

/** What the chart shows, for those who do not see it. */
function described(subjects: Forecast['subjects'], stretches: readonly Stretch[]): string {
    const changes = stretches.length - 1;
    return (
        `The levels of ${counted(subjects.length, 'zone or conduit', 'zones and conduits')}, a chart for each ` +
        `foundational requirement; ${counted(changes, 'day')} on which something begins, ends or is due.`
    );
}
