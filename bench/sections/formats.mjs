import { pairs } from '../lib/pairs.mjs';
import { printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'];

/** Every format of `iacs check` against the one for people, over the same findings. */
export async function section(place) {
    const assets = 10_000;
    const model = place.model({ assets, variant: 'nested', comments: 'some' });
    const runs = place.runs;
    const rows = [];
    for (const format of formats) {
        const [own, pretty] = [format, 'pretty'].map(each => whenBuilt(place, 'check', '--format', each, model.root));
        rows.push(await ratioRow(`${format} / pretty`, () => pairs(own, pretty, runs), { hold: 1.5, aim: 1.2, runs }));
    }
    printTable(
        `## formats of check, ${assets.toLocaleString('en')} assets, nested, whole processes`,
        ratioHeader,
        rows,
    );
}
