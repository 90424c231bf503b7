import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairs, timeOf } from '../lib/pairs.mjs';
import { patterns } from '../lib/patterns.mjs';
import { exponent } from '../lib/statistics.mjs';
import { digits, printTable, time } from '../lib/table.mjs';

const factor = 4;

/** How the time of `iacs check` grows with what people write again and again. */
export async function section(place) {
    const rows = [];
    for (const [name, small, textOf] of patterns) {
        const write = size => {
            const folder = place.file(`pattern-${name.replaceAll(/\W+/g, '-')}-${size}`);
            mkdirSync(folder, { recursive: true });
            writeFileSync(join(folder, 'main.iacs'), textOf(size));
            // Some of them are mistakes, which are reported with exit code 2.
            return place.built
                ? timeOf(place.iacs('check', join(folder, 'main.iacs')), { codes: [0, 1, 2] })
                : async () => NaN;
        };
        const sizes = [small, small * factor];
        const label = sizes.map(size => size.toLocaleString('en')).join(' → ');
        try {
            const [less, more] = sizes.map(write);
            const result = await pairs(more, less, place.largeRuns);
            const of = ratio => digits(exponent(1, ratio, factor));
            rows.push([
                name,
                label,
                time(result.b),
                time(result.a),
                place.built ? `${of(result.ratio)} (${of(result.min)} to ${of(result.max)})` : 'not built',
                1.2,
                1,
                place.largeRuns,
            ]);
        } catch (error) {
            rows.push([name, label, '', '', error.message, 1.2, 1, place.largeRuns]);
        }
    }
    printTable(
        '## growth of check with a pattern, whole processes (1 is linear, 2 quadratic)',
        ['pattern', 'sizes', 'small', 'large', 'exponent (min to max)', 'to hold', 'to aim for', 'runs'],
        rows,
    );
}
