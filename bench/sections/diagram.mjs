import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pairs, timeOf } from '../lib/pairs.mjs';
import { run } from '../lib/process.mjs';
import { printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const pictures = [{ zones: 10 }, { zones: 50 }, { zones: 200 }, { zones: 200, nested: true }, { zones: 1000 }];

/** `iacs diagram` against a bare elkjs process on the same graph with the same options, and against PlantUML. */
export async function section(place) {
    const rows = [];
    for (const picture of pictures) {
        const model = place.zones(picture);
        const name = `${picture.zones} zones${picture.nested ? ', nested' : ''}`;
        const runs = picture.zones >= 200 ? place.largeRuns : place.runs;
        const draw = whenBuilt(place, 'diagram', '-o', place.file('picture.svg'), model.root);
        rows.push(
            await ratioRow(
                `diagram / elkjs, ${name}`,
                async () => {
                    return pairs(draw, timeOf(place.yardstick('elk', await elkGraph(place, model))), runs);
                },
                { hold: 1.3, aim: 1.1, runs },
            ),
        );
        if (picture.zones === 50 || picture.zones === 200) {
            rows.push(
                await ratioRow(`diagram / PlantUML, ${name}`, () => pairs(draw, plantUml(model), place.largeRuns), {
                    hold: 0.7,
                    aim: 0.5,
                    runs: place.largeRuns,
                }),
            );
        }
    }
    printTable('## diagram, whole processes', ratioHeader, rows);
}

/** The graph that the product hands to ELK: written by the product itself to the file named in IACS_ELK_GRAPH. */
async function elkGraph(place, model) {
    if (!place.built) throw new Error('not built: no graph to lay out');
    const file = place.file('elk-graph.json');
    const { code, stderr } = await run(place.iacs('diagram', '-o', place.file('picture.svg'), model.root), {
        env: { IACS_ELK_GRAPH: file },
    });
    if (!existsSync(file)) throw new Error(`exit ${code}, no ELK graph written: ${stderr.trim().split('\n')[0]}`);
    return file;
}

function plantUml(model) {
    const once = timeOf(['plantuml', '-tsvg', '-o', dirname(model.plantUml), model.plantUml], {
        env: { PLANTUML_LIMIT_SIZE: '65536' },
    });
    return async () => {
        try {
            return await once();
        } catch (error) {
            throw new Error(
                error.message.includes('ENOENT') ? 'PlantUML: not installed' : `PlantUML: ${error.message}`,
            );
        }
    };
}
