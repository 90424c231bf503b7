import assert from 'node:assert/strict';
import type { Plant } from '../plant.ts';

/** Changes the model from the side bar and the palette. */
export function changesModel(plant: () => Plant): void {
    it('shows the model in the side bar, and leads from a row to the text', async () => {
        await plant()
            .bench.page.locator('.activitybar .action-label[aria-label*="Zones and Conduits"]')
            .first()
            .click();
        const rows = plant().bench.page.locator('.sidebar .monaco-list-row');
        const zones = rows.filter({ hasText: /^Zones/ }).first();
        await zones.waitFor();
        await zones.click();
        const dmz = rows.filter({ hasText: 'Plant DMZ' }).first();
        await dmz.waitFor();
        await plant().bench.picture('side-bar');
        await dmz.click();
        await plant()
            .bench.page.locator('.statusbar-item', {
                hasText: new RegExp(`Ln ${plant().lineOf('main.iacs', 'zone Dmz')}, `),
            })
            .first()
            .waitFor();
        await plant().bench.page.locator('.activitybar .action-label[aria-label*="Explorer"]').first().click();
    });

    it('moves an asset that is dragged to another zone, after saying what that does, in one step', async () => {
        const before = [plant().text('main.iacs'), plant().text('cell.iacs')];
        const name = /asset (\w+)/.exec(plant().text('cell.iacs'))![1]!;
        const { page } = plant().bench;
        await plant().bench.file('cell.iacs');
        await plant().bench.file('main.iacs');
        await page.locator('.activitybar .action-label[aria-label*="Zones and Conduits"]').first().click();
        const row = (words: string | RegExp) => page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
        // The tree is made anew after each analysis: a row is opened where it says that it is closed, until it is open.
        const isOpen = async (words: string | RegExp): Promise<boolean> => {
            const now = await row(words)
                .getAttribute('aria-expanded', { timeout: 2000 })
                .catch(() => null);
            if (now === 'false')
                await row(words)
                    .locator('.monaco-tl-twistie')
                    .click({ timeout: 2000 })
                    .catch(() => undefined);
            return now === 'true';
        };
        const asset = row(new RegExp(`^${name}`));
        await plant().until(
            'the asset is in the tree',
            async () => (await isOpen(/^Zones/)) && (await isOpen('Filling cell')) && (await asset.isVisible()),
        );
        await asset.dragTo(row('Plant DMZ'));
        const dialog = page.locator('.monaco-dialog-box');
        await dialog.waitFor();
        await plant().bench.picture('drag-asset');
        const said = (await dialog.textContent()) ?? '';
        assert.ok(said.includes(`Move Cell.${name} into Dmz?`) && /worse|better/.test(said), said);
        await dialog.locator('.monaco-button', { hasText: 'Move' }).first().click();
        await dialog.waitFor({ state: 'detached' });
        // The text that it was moved from is in front.
        await page.locator('.tab.active', { hasText: 'cell.iacs' }).waitFor();
        const there = page.locator('.view-line', { hasText: new RegExp(`asset.${name}`) });
        await plant().until('the asset is gone', async () => (await there.count()) === 0);
        assert.equal(await page.locator('.tab.dirty').count(), 2, 'both files are changed');
        await plant().bench.focused();
        await page.keyboard.press('Control+Z');
        await there.first().waitFor();
        await plant().until('both files are as before', async () => (await page.locator('.tab.dirty').count()) === 0);
        await plant().bench.file('main.iacs');
        await page
            .locator('.view-line', { hasText: `Cell.${name}` })
            .first()
            .waitFor();
        assert.deepEqual([plant().text('main.iacs'), plant().text('cell.iacs')], before);
        await page.locator('.activitybar .action-label[aria-label*="Explorer"]').first().click();
    });

    it('refuses a name that is taken, and a day that is none, while they are typed', async () => {
        const { bench } = plant();
        const input = bench.page.locator('.quick-input-widget input[type="text"]').first();
        // A list that opens moves under the pointer: its row is chosen by keys.
        const choose = async (title: string, label: string): Promise<void> => {
            await bench.page.locator('.quick-input-title', { hasText: title }).waitFor();
            await input.fill(label);
            await bench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
            await bench.page.keyboard.press('Enter');
        };
        const refused = (words: string) => bench.page.locator('.quick-input-message', { hasText: words }).waitFor();
        await bench.command('IACS: Add an Asset…');
        await choose('New asset', 'Dmz');
        await bench.page.locator('.quick-input-title', { hasText: 'New asset in Dmz' }).waitFor();
        await input.fill('Mirror');
        await refused('There is a Mirror already.');
        await bench.page.keyboard.press('Enter');
        await input.fill('Mirror2');
        await bench.page.keyboard.press('Enter');
        await bench.page.locator('.quick-input-title', { hasText: 'Type of Mirror2' }).waitFor();
        await bench.page.keyboard.press('Escape');
        await bench.command('IACS: Show the Model on a Day…');
        await choose('Show the model on a day', 'Another day');
        await bench.page.locator('.quick-input-widget', { hasText: 'YYYY-MM-DD' }).waitFor();
        await input.fill('2027-02-31');
        await refused('2027-02-31 is not a day of the calendar.');
        await bench.page.keyboard.press('Enter');
        await refused('2027-02-31 is not a day of the calendar.');
        await bench.page.keyboard.press('Escape');
    });

    it('adds a flow from the palette, after saying what it would do', async () => {
        const before = plant().text('main.iacs');
        await plant().bench.command('IACS: Add a Flow…');
        const pick = async (label: string): Promise<void> => {
            const row = plant().bench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
            await row.waitFor();
            await row.click();
        };
        await pick('Office.Erp');
        await pick('Dmz.Mirror');
        await pick('https');
        await pick('read');
        const dialog = plant().bench.page.locator('.monaco-dialog-box');
        await dialog.waitFor();
        await plant().bench.picture('what-it-would-do');
        assert.match((await dialog.textContent()) ?? '', /Add the flow Office\.Erp -> Dmz\.Mirror : https\?/);
        await dialog.locator('.monaco-button', { hasText: 'Add Flow' }).click();
        await plant().until(
            'the flow is in the editor',
            async () =>
                (await plant()
                    .bench.page.locator('.view-line', { hasText: /^conduit.OfficeToDmz/ })
                    .count()) > 0,
        );
        await plant().bench.focused();
        await plant().bench.save();
        await plant().until('the flow is in a conduit', () =>
            /conduit OfficeToDmz between Office and Dmz \{\n {2}flow Office\.Erp -> Dmz\.Mirror : https \{/.test(
                plant().text('main.iacs'),
            ),
        );
        await plant().bench.takeBack(() => plant().text('main.iacs'), before);
    });
}
