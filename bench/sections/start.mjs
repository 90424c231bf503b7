import { pairs, timeOf } from '../lib/pairs.mjs';
import { printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

/** Start-up: small work against a Node that does nothing. */
export async function section(place) {
    const model = place.model({ assets: 100, variant: 'flat', comments: 'some' });
    const bare = timeOf([process.execPath, '-e', '0']);
    // Short processes scatter more, and cost little.
    const runs = place.runs * 3;
    const rows = [
        await ratioRow(
            'check of 100 assets / node -e 0',
            () => pairs(whenBuilt(place, 'check', model.root), bare, runs),
            { hold: 2.4, aim: 2, runs },
        ),
        await ratioRow('--version / node -e 0', () => pairs(whenBuilt(place, '--version'), bare, runs), {
            hold: 1.4,
            aim: 1.25,
            runs,
        }),
    ];
    printTable('## start-up, whole processes', ratioHeader, rows);
}
