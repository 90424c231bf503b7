import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { likeC4, likeC4IsThere, likeC4Text } from '../lib/likec4.mjs';
import { pairs, timeOf } from '../lib/pairs.mjs';
import { printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { timeOfLangium } from '../lib/workplace.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const shapes = [
    { name: 'nested', model: { variant: 'nested', comments: 'some' } },
    { name: 'flat', model: { variant: 'flat', comments: 'some' } },
    { name: 'flat, a comment at every asset', model: { variant: 'flat', comments: 'asset' } },
    { name: 'in 200 files', model: { variant: 'files', comments: 'some' } },
];

/** `iacs check` as a whole process against plain Langium that parses, indexes and links the same files. */
export async function section(place) {
    const rows = [];
    for (const [assets, hold, aim] of [
        [10_000, 0.75, 0.5],
        [100_000, 0.12, 0.06],
    ]) {
        for (const { name, model: shape } of shapes) {
            // Plain Langium takes minutes for these two.
            if (assets === 100_000 && name.startsWith('flat') && !place.all) continue;
            const model = place.model({ assets, ...shape });
            const runs = place.runsFor(assets);
            rows.push(
                await ratioRow(
                    `check, ${assets.toLocaleString('en')} assets, ${name}`,
                    () => {
                        return pairs(
                            whenBuilt(place, 'check', model.root),
                            timeOfLangium(place, model),
                            runs,
                            assets < 100_000,
                        );
                    },
                    { hold, aim, runs },
                ),
            );
        }
    }
    printTable('## check against plain Langium (parse, index, link), whole processes', ratioHeader, rows);
    printTable('## check against a parser written by hand (parse, link), whole processes', ratioHeader, [
        await besideHand(place, 10_000, 5),
        await besideHand(place, 100_000, 5.7),
    ]);
    printTable('## check against LikeC4, whole processes', ratioHeader, [await besideLikeC4(place)]);
}

/** The bounds are those that were set for a limit that reads 1.4 times fewer bytes: 7 and 8, and 5 to aim for. */
function besideHand(place, assets, hold) {
    const model = place.model({ assets, variant: 'nested', comments: 'some' });
    const runs = place.runsFor(assets);
    return ratioRow(
        `check / hand-written parser, ${assets.toLocaleString('en')} assets`,
        () => pairs(whenBuilt(place, 'check', model.root), timeOf(place.yardstick('hand', model.folder)), runs),
        { hold, aim: 3.6, runs },
    );
}

/** LikeC4 validates a model of as many elements in its own language, with an address and a criticality of each. */
async function besideLikeC4(place) {
    const name = 'check / likec4 validate, 10,000 assets';
    const limits = { hold: 0.2, aim: 0.12, runs: place.runs };
    if (!(await likeC4IsThere())) return [name, '', '', 'not installed', limits.hold, limits.aim, ''];
    const folder = place.file('likec4');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'model.c4'), likeC4Text(10_000));
    const model = place.model({ assets: 10_000, variant: 'nested', comments: 'some' });
    const other = timeOf([likeC4, 'validate', '--no-layout', folder]);
    return ratioRow(name, () => pairs(whenBuilt(place, 'check', model.root), other, place.runs), limits);
}
