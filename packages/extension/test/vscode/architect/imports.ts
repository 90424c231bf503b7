import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plant } from '../plant.ts';

/** Chooses the import of an inventory, its table and the name of the file that is proposed. */
async function importInventory(plant: Plant, name: string): Promise<void> {
    const { bench, folder } = plant;
    await bench.command('IACS: Import Inventory');
    await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Asset inventory' }).first().click();
    const input = bench.page.locator('.quick-input-widget input[type="text"]').first();
    await bench.page.locator('.quick-input-title', { hasText: 'Asset inventory' }).waitFor();
    await bench.path(path.join(folder, `${name}.csv`));
    await plant.until('a name is asked for', async () => (await input.inputValue()) === `${name}.iacs`);
    await bench.page.keyboard.press('Enter');
}

/** Imports tables. */
export function importsTables(plant: () => Plant): void {
    it('imports an inventory from the palette', async () => {
        writeFileSync(
            path.join(plant().folder, 'inventory.csv'),
            'Name,Type,Zone,IP\nPump,plc,Cell,10.1.2.3\nScada,hmi,Cell,\n',
        );
        await importInventory(plant(), 'inventory');
        await plant().bench.page.locator('.tab.active', { hasText: 'inventory.iacs' }).first().waitFor();
        assert.match(plant().text('inventory.iacs'), /asset Pump .*: plc/u);
        await plant().bench.page.locator('.notification-toast', { hasText: '2 added' }).first().waitFor();
        await plant().bench.picture('import');
        await plant()
            .bench.page.locator('.notification-toast .monaco-button', { hasText: 'Import It into main.iacs' })
            .first()
            .click();
        await plant().until(
            'the import is in the model',
            async () => (await plant().bench.page.locator('.tab', { hasText: 'main.iacs' }).count()) > 0,
        );
        await plant().bench.command('View: Close All Editors');
        await plant().bench.page.keyboard.press('Escape');
        rmSync(path.join(plant().folder, 'inventory.iacs'));
        rmSync(path.join(plant().folder, 'inventory.csv'));
        await plant().bench.file('main.iacs');
    });

    it('says how many rows need a look, and knows the model while the file of an import is in front', async () => {
        const { bench, folder } = plant();
        writeFileSync(path.join(folder, 'odd.csv'), 'Name,Type,Zone,IP\nPump,plc,Cell,10.1.2.300\nFan,plc,Cell,\n');
        for (const counted of ['2 added', '2 unchanged']) {
            await importInventory(plant(), 'odd');
            const said = bench.page.locator('.notification-toast', { hasText: counted }).first();
            await said.waitFor();
            assert.match((await said.textContent()) ?? '', /One remark on the file is in the details\./u);
            await bench.page.locator('.tab.active', { hasText: 'odd.iacs' }).first().waitFor();
            await bench.command('Notifications: Clear All Notifications');
        }
        assert.match(plant().text('odd.iacs'), /^within Cell/mu);
        for (const command of ['Show Gaps…', 'Show Path…', 'Show a Requirement in All Zones…', 'Add a Flow…']) {
            await bench.command(`IACS: ${command}`);
            await bench.page.locator('.notification-toast', { hasText: 'No model imports odd.iacs' }).waitFor();
            await bench.command('Notifications: Clear All Notifications');
        }
        await bench.command('View: Close All Editors');
        for (const name of ['odd.iacs', 'odd.csv']) rmSync(path.join(folder, name));
        await bench.file('main.iacs');
    });

    it('starts the server anew, and says so', async () => {
        const { bench } = plant();
        await bench.command('IACS: Restart Language Server');
        await bench.page
            .locator('.statusbar-item', { hasText: 'The language server of IACS runs again' })
            .first()
            .waitFor();
    });

    it('asks what the columns of a table are, where it knows none of their heads', async () => {
        writeFileSync(path.join(plant().folder, 'list.csv'), 'Zorp,Blub,Wo\nPump,plc,Cell\nScada,hmi,Cell\n');
        await importInventory(plant(), 'list');
        for (const [head, field] of Object.entries({ Zorp: 'title', Blub: 'type', Wo: 'zone' })) {
            await plant()
                .bench.page.locator('.quick-input-title', { hasText: `what is “${head}”?` })
                .waitFor();
            if (head === 'Blub') await plant().bench.picture('import-columns');
            await plant()
                .bench.page.locator('.quick-input-list .monaco-list-row')
                .filter({ has: plant().bench.page.locator('.label-name', { hasText: new RegExp(`^${field}`) }) })
                .first()
                .click();
        }
        await plant().bench.page.locator('.tab.active', { hasText: 'list.iacs' }).first().waitFor();
        assert.match(plant().text('list.iacs'), /within Cell[^}]*asset Pump .*: plc/u);
        await plant().bench.command('Notifications: Clear All Notifications');
        await plant().bench.command('View: Close All Editors');
        rmSync(path.join(plant().folder, 'list.iacs'));
        rmSync(path.join(plant().folder, 'list.csv'));
        await plant().bench.file('main.iacs');
    });
}
