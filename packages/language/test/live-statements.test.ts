import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { beginning, LiveEdits } from './support/live-edits.ts';
import { followed, LiveRun, scriptOf, written } from './support/live-script.ts';
import { shrunk } from './support/live-shrink.ts';
import { random } from './support/random-plant.ts';
import { allRows, TableEdits } from './support/table-edits.ts';

const found = new URL('live/', import.meta.url);
/** How many single edits are compared with a fresh look, besides those in which every statement is written once. */
const edits = Number(process.env['IACS_EDITS'] ?? 45);
const perRound = 15;

/** Goes on with edits, and shows the smallest script where one of them is not what a fresh look gives. */
async function hold(live: LiveEdits, what: string, edit: () => Promise<void>): Promise<void> {
    try {
        await edit();
    } catch (error) {
        assert.fail(`${what}: ${(error as Error).message}\n\n${written(await shrunk(live.script))}`);
    }
}

describe('A workspace in which every statement of the language is edited', function () {
    this.timeout(0);

    for (const name of readdirSync(found))
        it(`is what a fresh look gives: ${name.replace(/\.txt$/, '').replaceAll('-', ' ')}`, () =>
            followed(scriptOf(readFileSync(new URL(name, found), 'utf8'))));

    it('is what a fresh look gives while every statement is written in every block where it may stand', async () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 7));
        const table = new TableEdits(next);
        const live = new LiveEdits(new LiveRun(), table, beginning(0, next), next);
        await live.begin();
        for (let burst = 0; burst < 100 && table.written.size < allRows.length; burst++)
            await hold(live, `burst ${burst}`, async () => {
                await live.insert(24);
                await live.take({ does: burst % 3 === 0 ? 'settle' : 'check' });
            });
        assert.deepEqual(
            allRows.filter(row => !table.written.has(row)),
            [],
            'statements that no edit writes',
        );
    });

    it(`is what a fresh look gives after ${edits} edits of all kinds`, async () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 7));
        const table = new TableEdits(next);
        for (let round = 0; round * perRound < edits; round++) {
            const live = new LiveEdits(new LiveRun(), table, beginning(round, next), next);
            await live.begin();
            for (let edit = 0; edit < perRound; edit++)
                await hold(live, `round ${round}, edit ${edit}`, async () => {
                    await live.one();
                    await live.take({ does: next(3) === 0 ? 'settle' : 'check' });
                });
        }
    });
});
