import { readFileSync } from 'node:fs';
import { analyse, parse } from 'iacs-language';
import { layout, placesOfJson, practise, toGraph, toScreenSvg } from 'iacs-language/diagram';
import { editsOf, viewOf } from '../lib/edits.mjs';
import { plantsOf, zonesIn } from '../lib/plants.mjs';
import { mustRun } from '../lib/process.mjs';
import { median } from '../lib/statistics.mjs';
import { printTable } from '../lib/table.mjs';

/** Milliseconds of processor time within which an edit is to be drawn again in the preview. */
const bound = 150;

const uri = 'file:///plant/main.iacs';

function modelOf(text) {
    const source = { parse: () => undefined, resolve: (_, path) => path };
    return analyse(parse(uri, text), source, { today: '2026-06-01', strict: true, withoutRules: true });
}

/** What one edit costs from the model to the picture, as the preview draws it: in a process that has drawn before. */
export async function section(place) {
    if (!place.built) return console.log('not built: nothing to draw again');
    for (const [name, folder] of plantsOf(place)) {
        const root = `${folder}/main.iacs`;
        const text = readFileSync(root, 'utf8');
        const { stdout } = await mustRun(place.iacs('diagram', '--format', 'json', '--fresh', root));
        const like = placesOfJson(stdout);
        const rows = [];
        // The server does so after its first picture.
        await practise(await layout(toGraph(modelOf(text)), null, { like }), () => Promise.resolve(true));
        for (const [edit, after] of editsOf(text, zonesIn(JSON.parse(stdout).zones))) {
            const analysis = modelOf(after);
            const [, asked] = viewOf(after);
            const view = asked ? analysis.model.views.find(({ id }) => id === asked) : undefined;
            const [placing, drawing] = [[], []];
            let kept = '';
            for (let run = 0; run < place.runs; run++) {
                const start = process.cpuUsage();
                const positioned = await layout(toGraph(analysis, view ? { view } : {}), null, { like });
                placing.push(since(start));
                toScreenSvg(positioned);
                drawing.push(since(start));
                kept = positioned.engine;
            }
            const whole = median(drawing);
            rows.push([
                edit,
                kept,
                drawing[0].toFixed(0),
                median(placing).toFixed(0),
                whole.toFixed(0),
                kept === 'kept' && whole <= bound ? 'yes' : 'no',
            ]);
        }
        printTable(
            `## drawing ${name} again after an edit, milliseconds of processor time, all threads; to hold: ${bound}`,
            ['edit', 'places', 'first', 'places, median', 'with the picture, median', 'holds'],
            rows,
        );
    }
}

function since(start) {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
}
