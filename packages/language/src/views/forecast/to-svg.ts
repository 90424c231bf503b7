import { type Levels, shownSlA } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { counted, daysBetween, missingHere } from '../../model/index.ts';
import { escape } from '../text/xml.ts';
import type { Forecast, Stretch } from './forecast.ts';

const cell = { width: 118, height: 78 };
const plot = { left: 16, top: 8, width: 94, height: 52 };
const margin = { left: 190, top: 70, right: 20, bottom: 50 };
/** After so many rows the days and the heads are said again: a long chart is never in sight as a whole. */
const rowsTogether = 12;
const between = 58;
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
function steps({ from, until, stretches }: Forecast, levels: readonly (number | null)[], x: number, y: number): string {
    const across = Math.max(1, daysBetween(from, until));
    const atX = (date: string): number => x + (plot.width * daysBetween(from, date)) / across;
    const atY = (value: number): number => y + plot.height - (plot.height * value) / highest;
    const parts: string[] = [];
    let open = false;
    stretches.forEach((stretch, index) => {
        const value = levels[index] ?? null;
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
    const rows = Math.max(1, subjects.length);
    const height = topOf(rows - 1) + cell.height + margin.bottom;
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
    for (let row = 0; row < rows; row += rowsTogether) {
        const last = Math.min(rows, row + rowsTogether) - 1;
        out.push(...heads(topOf(row)), ...daysBelow(forecast, topOf(last) + cell.height));
    }
    subjects.forEach(({ kind, id }, row) => {
        const top = topOf(row) + plot.top;
        const achieved = (of: (stretch: Stretch) => Levels): readonly Achieved[] =>
            stretches.map(stretch => {
                const found = of(stretch).of(id);
                return found ? shownSlA(found) : null;
            });
        const asItIs = achieved(({ levels }) => levels);
        const ifDone = achieved(stretch => stretch.ifDone);
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
            const line = (attributes: string, levels: readonly (number | null)[]): void => {
                const d = steps(forecast, levels, x, top);
                if (d !== '') out.push(`<path d="${d}" fill="none" ${attributes}/>`);
            };
            out.push(`<g><title>${escape(`${id} ${name}`)}</title>`);
            const targets = stretches.map(({ levels }) => levels.of(id)?.slT[fr] ?? null);
            const ofFr = (each: Achieved): number | null => each?.[fr] ?? null;
            line(legend[2]![1], targets);
            line(legend[1]![1], ifDone.map(ofFr));
            line(legend[0]![1], asItIs.map(ofFr));
            out.push('</g>');
        });
    });
    if (subjects.length === 0)
        out.push(
            `<text x="20" y="${margin.top + 30}" fill="${colours.dim}">No zone and no conduit has an SL-T.</text>`,
        );
    for (const text of missing)
        out.push(`<text x="20" y="${height - 8}" fill="${colours.missing}">${escape(text)}</text>`);
    out.push('</svg>', '');
    return out.join('\n');
}

/** SL-A of a zone or conduit in a stretch of days; `null` while it is not there. */
type Achieved = readonly (number | null)[] | null;

/** Where a row begins. */
const topOf = (row: number): number => margin.top + row * cell.height + Math.floor(row / rowsTogether) * between;

/** The names of the foundational requirements above the charts of a row. */
const heads = (top: number): readonly string[] =>
    frAbbreviations.map((name, fr) => {
        const x = margin.left + fr * cell.width + plot.left;
        return `<text x="${x}" y="${top - 4}" font-weight="bold" fill="${colours.text}">${name}</text>`;
    });

/** The first day, the last one, and those on which something changes, below the charts of a row. */
function daysBelow({ from, until, stretches }: Forecast, bottom: number): readonly string[] {
    const across = Math.max(1, daysBetween(from, until));
    return frAbbreviations.flatMap((_, fr) => {
        const x = margin.left + fr * cell.width + plot.left;
        return [
            ...stretches
                .slice(1)
                .map(({ date }) => tickAt(x + (plot.width * daysBetween(from, date)) / across, bottom)),
            `<text x="${x}" y="${bottom + 14}" font-size="${small}" fill="${colours.dim}">${from}</text>`,
            `<text x="${x + plot.width}" y="${bottom + 26}" font-size="${small}" text-anchor="end" ` +
                `fill="${colours.dim}">${until}</text>`,
        ];
    });
}

/** The sign of a day below the charts. */
function tickAt(x: number, y: number): string {
    return `<path d="M${round(x)} ${y}v${tickLength}" stroke="${colours.dim}"/>`;
}

/** Letters that are as wide as they are high. */
const square = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

const lettersIn = (text: string): number => [...text].reduce((sum, each) => sum + (square.test(each) ? 2 : 1), 0);

/** An id in lines that stay in their column, parted behind its dots where that is possible. */
function idLines(id: string): readonly string[] {
    const lines = [''];
    const fits = (part: string): boolean => lettersIn(lines.at(-1) + part) <= idLetters;
    for (const part of id.split(/(?<=[.\-_])/u)) {
        if (!fits(part) && lines.at(-1) !== '') lines.push('');
        for (const letter of part) {
            if (!fits(letter)) lines.push('');
            lines.push(lines.pop()! + letter);
        }
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
