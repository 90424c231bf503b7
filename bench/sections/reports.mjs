import { pairs } from '../lib/pairs.mjs';
import { digits, megabytes, printTable, spread, time } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';
import { peakMemory } from '../lib/workplace.mjs';

const limits = { docx: [3, 1.5] };

/** Every format of `iacs report` against HTML, with its peak memory. */
export async function section(place) {
    const assets = 1000;
    const model = place.model({ assets, variant: 'nested', comments: 'some' });
    const runs = place.largeRuns;
    const args = ending => ['report', model.root, '--force', '-o', place.file(`report.${ending}`)];
    const rows = [];
    for (const ending of ['docx', 'xlsx', 'md', 'json']) {
        const [hold, aim] = limits[ending] ?? ['', ''];
        try {
            const result = await pairs(whenBuilt(place, ...args(ending)), whenBuilt(place, ...args('html')), runs);
            const [own, html] = place.built
                ? [
                      await peakMemory(place, place.iacs(...args(ending))),
                      await peakMemory(place, place.iacs(...args('html'))),
                  ]
                : [NaN, NaN];
            rows.push([
                `${ending} / html`,
                time(result.a),
                time(result.b),
                spread(result),
                megabytes(own),
                `${megabytes(html)} (${digits(own / html)})`,
                hold,
                aim,
                runs,
            ]);
        } catch (error) {
            rows.push([`${ending} / html`, '', '', error.message, '', '', hold, aim, runs]);
        }
    }
    printTable(
        `## reports, ${assets.toLocaleString('en')} assets, nested, whole processes`,
        [
            'ratio',
            'format',
            'html',
            'median (min to max)',
            'peak',
            'peak of html (ratio)',
            'to hold',
            'to aim for',
            'runs',
        ],
        rows,
    );
}
