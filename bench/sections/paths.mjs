import { pairs } from '../lib/pairs.mjs';
import { exponent } from '../lib/statistics.mjs';
import { digits, printTable, time } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const questions = [
    ['flat', 'flat'],
    ['flat, moving inside zones too', 'flat', '--lateral'],
    ['nested, moving inside zones too', 'nested', '--lateral'],
];

/**
 * `iacs paths` from deep in the first site to the office of the last: 10,000 assets with 5,000 flows, ten times as
 * many, and the growth between.
 */
export async function section(place) {
    const header = ['model', '10,000 assets, 5,000 flows', '100,000 assets, 50,000 flows', 'exponent', 'runs'];
    const rows = [];
    for (const [name, variant, ...options] of questions) {
        if (!place.built) {
            rows.push([name, 'not built', '', '', '']);
            continue;
        }
        try {
            const [small, large] = [10_000, 100_000].map(assets =>
                place.model({ assets, variant, comments: 'some', flows: assets / 2 }),
            );
            const ask = model =>
                whenBuilt(place, 'paths', '--from', model.probe.from, '--to', model.probe.to, ...options, model.root);
            const result = await pairs(ask(large), ask(small), place.largeRuns);
            rows.push([name, time(result.b), time(result.a), digits(exponent(1, result.ratio, 10)), place.largeRuns]);
        } catch (error) {
            rows.push([name, error.message, '', '', '']);
        }
    }
    printTable('## paths between two zones, whole processes', header, rows);
}
