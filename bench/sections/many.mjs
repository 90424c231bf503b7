import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pairs } from '../lib/pairs.mjs';
import { megabytes, printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';
import { peakMemory } from '../lib/workplace.mjs';

const models = 1000;

/** A folder of so many models in one process, against one of them; and whether memory grows with their number. */
export async function section(place) {
    const one = place.model({ assets: 100, variant: 'nested', comments: 'some' });
    const text = readFileSync(one.root, 'utf8');
    const folderOf = count => {
        const folder = place.file(`many-${count}`);
        for (let index = 0; index < count; index++) {
            mkdirSync(join(folder, `site${index}`), { recursive: true });
            writeFileSync(
                join(folder, `site${index}`, 'main.iacs'),
                text.replace(/^system (\w+)/m, `system $1${index}`),
            );
        }
        return folder;
    };
    const [some, all] = [models / 4, models].map(folderOf);
    const runs = place.largeRuns;
    printTable(`## ${models.toLocaleString('en')} models of 100 assets in one process`, ratioHeader, [
        await ratioRow(
            'check of all / check of one',
            () => pairs(whenBuilt(place, 'check', all), whenBuilt(place, 'check', one.root), runs),
            { hold: 25, runs },
        ),
    ]);
    const rows = [];
    const sarif = place.file('findings.sarif');
    for (const args of [['check'], ['check', '--format', 'json'], ['check', '-o', sarif], ['assess'], ['paths']]) {
        const peak = async folder =>
            place.built
                ? peakMemory(place, place.iacs(...args, folder)).then(megabytes, error => error.message)
                : 'not built';
        rows.push([args.join(' ').replace(sarif, basename(sarif)), await peak(some), await peak(all)]);
    }
    printTable(
        '## peak memory of many models in one process',
        ['command', `${models / 4} models`, `${models.toLocaleString('en')} models`],
        rows,
    );
}
