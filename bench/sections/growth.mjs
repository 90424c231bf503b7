import { pairs } from '../lib/pairs.mjs';
import { exponent } from '../lib/statistics.mjs';
import { digits, printTable, time } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const shapes = [
    ['nested', { variant: 'nested', comments: 'some' }],
    ['flat', { variant: 'flat', comments: 'none' }],
    ['flat with comments', { variant: 'flat', comments: 'asset' }],
    ['in 200 files', { variant: 'files', comments: 'some' }],
];

/** How the time of `iacs check` grows from 10,000 to 100,000 assets. */
export async function section(place) {
    const rows = [];
    if (place.built) {
        for (const [name, shape] of shapes) rows.push(await row(place, name, shape));
    } else {
        rows.push(...shapes.map(([name]) => [name, 'not built', '', '', 1.1, 1, '']));
    }
    printTable(
        '## growth of check, 10,000 to 100,000 assets (1 is linear, 2 quadratic)',
        ['model', '10,000', '100,000', 'exponent (min to max)', 'to hold', 'to aim for', 'runs'],
        rows,
    );
}

async function row(place, name, shape) {
    const [small, large] = [10_000, 100_000].map(assets => place.model({ assets, ...shape }));
    try {
        const result = await pairs(
            whenBuilt(place, 'check', large.root),
            whenBuilt(place, 'check', small.root),
            place.runs,
        );
        const of = ratio => digits(exponent(1, ratio, 10));
        return [
            name,
            time(result.b),
            time(result.a),
            `${of(result.ratio)} (${of(result.min)} to ${of(result.max)})`,
            1.1,
            1,
            place.runs,
        ];
    } catch (error) {
        return [name, '', '', error.message, 1.1, 1, place.runs];
    }
}
