import { printTable, digits, megabytes } from '../lib/table.mjs';
import { median } from '../lib/statistics.mjs';
import { peakMemory } from '../lib/workplace.mjs';

const shapes = [
    ['nested', { variant: 'nested', comments: 'some' }],
    ['flat', { variant: 'flat', comments: 'some' }],
    ['in 200 files', { variant: 'files', comments: 'some' }],
];

/**
 * Peak memory of `iacs check` for each byte of source. The yardstick is measured where it takes seconds, not minutes.
 */
export async function section(place) {
    const rows = [];
    for (const assets of [10_000, 100_000]) {
        for (const [name, shape] of shapes) {
            const model = place.model({ assets, ...shape });
            const runs = Math.min(3, place.runsFor(assets));
            const peak = async command => {
                const peaks = [];
                for (let run = 0; run < runs; run++) peaks.push(await peakMemory(place, command));
                return median(peaks);
            };
            const show = bytes => `${megabytes(bytes)}, ${digits(bytes / model.bytes)} a byte`;
            const attempt = async command => peak(command).then(show, error => error.message);
            const own = place.built ? await attempt(place.iacs('check', model.root)) : 'not built';
            const quick = assets < 100_000 || shape.variant === 'files' || place.all;
            const other = quick ? await attempt(place.yardstick('langium', model.folder)) : '(with --all)';
            const [hold, aim] = assets === 100_000 ? [40, 28] : ['', ''];
            rows.push([
                `${assets.toLocaleString('en')} assets, ${name}`,
                megabytes(model.bytes),
                own,
                other,
                hold,
                aim,
            ]);
        }
    }
    printTable(
        '## peak memory of check, in all and for each byte of source',
        ['model', 'source', 'product', 'yardstick', 'to hold', 'to aim for'],
        rows,
    );
}
