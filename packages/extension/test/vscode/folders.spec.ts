import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { serve, type Served } from './code-server.ts';
import { main, part, settings } from './plant.ts';
import { Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

// Two folders in one workspace, and one that is not trusted.
describe('Folders in a real VS Code', function () {
    this.timeout(300_000);
    let browser: Browser;
    let folder: string;
    let served: Served;
    let bench: Workbench;

    /** Serves the folder, and opens a window. */
    const open = async (restricted: boolean): Promise<void> => {
        served = await serve(folder, settings, { restricted });
        bench = await Workbench.in(browser);
    };

    before(async () => {
        browser = await startChromium();
    });
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs folders '));
    });
    afterEach(async function () {
        if (this.currentTest?.state === 'failed') await bench.taken('failed-folders');
        await bench.close();
        await served.stop();
        rmSync(folder, { recursive: true, force: true });
    });
    after(() => browser.close());

    it('serves two models of a workspace with two folders, each for itself, and asks where a new one begins', async () => {
        const [north, south] = ['North', 'South'].map(name => path.join(folder, name));
        for (const at of [north!, south!]) mkdirSync(at);
        const model = (system: string, zone: string): string =>
            `system ${system} { owner "O" }\nzone ${zone} {\n  kind control\n  SL-T 2\n  asset Plc : plcc\n}\n`;
        writeFileSync(path.join(north!, 'north.iacs'), model('North', 'Mill'));
        writeFileSync(path.join(south!, 'south.iacs'), model('South', 'Kiln'));
        const workspace = path.join(folder, 'plants.code-workspace');
        writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'North' }, { path: 'South' }] }));
        await open(false);
        const { page } = bench;
        await bench.open(served.at({ workspace }));
        await bench.file('north.iacs');
        await page.locator('.squiggly-error').first().waitFor();
        await page.locator('.editor-actions .action-label[aria-label*="Open Diagram"]').first().click();
        await (await bench.frameWith('#stage g.zone[data-id="Mill"]')).locator('g.zone').first().waitFor();
        await bench.file('south.iacs');
        await page.locator('.squiggly-error').first().waitFor();
        await bench.frameWith('#stage g.zone[data-id="Kiln"]');
        await bench.command('IACS: Open One More Diagram');
        await bench.file('north.iacs');
        await bench.frameWith('#stage g.zone[data-id="Mill"]');
        await bench.frameWith('#stage g.zone[data-id="Kiln"]');
        for (const system of ['North', 'South'])
            await page.locator('.tab', { hasText: `Zones and conduits · ${system}` }).waitFor();
        await bench.picture('two-folders');
        await bench.command('IACS: New Model');
        const row = (label: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
        await row('Empty').click();
        await row('South').waitFor();
        await row('South').click();
        await page.locator('.quick-input-widget', { hasText: 'relative to the folder' }).waitFor();
        await page.keyboard.press('Enter');
        await bench.until('the model is in the chosen folder', () => existsSync(path.join(south!, 'main.iacs')));
    });

    it('finds and draws in a restricted workspace', async () => {
        writeFileSync(path.join(folder, 'main.iacs'), main.replace('import "cell.iacs"', part));
        await open(true);
        const { page } = bench;
        await bench.open(served.url);
        await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
        await bench.file('main.iacs');
        await page.locator('.squiggly-error').first().waitFor();
        await bench.command('IACS: Open Diagram');
        assert.equal(await (await bench.diagram()).locator('#stage g.zone').count(), 3);
        await bench.picture('restricted');
    });
});
