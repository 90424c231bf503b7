import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../code-server.ts';
import { type Plant, part, main, settings } from '../plant.ts';
import { Workbench } from '../workbench.ts';

/** Opens other folders: two in one workspace, and one that is not trusted. */
export function opensFolders(plant: () => Plant): void {
    it('serves two models of a workspace with two folders, each for itself, and asks where a new one begins', async () => {
        const plants = mkdtempSync(path.join(tmpdir(), 'iacs plants '));
        const [north, south] = ['North', 'South'].map(name => path.join(plants, name));
        for (const at of [north!, south!]) mkdirSync(at);
        const model = (system: string, zone: string): string =>
            `system ${system} { owner "O" }\nzone ${zone} {\n  kind control\n  SL-T 2\n  asset Plc : plcc\n}\n`;
        writeFileSync(path.join(north!, 'north.iacs'), model('North', 'Mill'));
        writeFileSync(path.join(south!, 'south.iacs'), model('South', 'Kiln'));
        const file = path.join(plants, 'plants.code-workspace');
        writeFileSync(file, JSON.stringify({ folders: [{ path: 'North' }, { path: 'South' }] }));
        const other = await Workbench.in(plant().browser);
        try {
            await other.open(plant().served.at({ workspace: file }));
            await other.file('north.iacs');
            await other.page.locator('.squiggly-error').first().waitFor({ timeout: 40_000 });
            await other.page.locator('.editor-actions .action-label[aria-label*="Open Diagram"]').first().click();
            await (await other.frameWith('#stage g.zone[data-id="Mill"]')).locator('g.zone').first().waitFor();
            await other.file('south.iacs');
            await other.page.locator('.squiggly-error').first().waitFor({ timeout: 40_000 });
            await other.frameWith('#stage g.zone[data-id="Kiln"]');
            await other.command('IACS: Open One More Diagram');
            await other.file('north.iacs');
            await other.frameWith('#stage g.zone[data-id="Mill"]');
            await other.frameWith('#stage g.zone[data-id="Kiln"]');
            await other.picture('two-folders');
            await other.command('IACS: New Model');
            const row = (label: string) =>
                other.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
            await row('Empty').click();
            await row('South').waitFor();
            await row('South').click();
            await other.page.locator('.quick-input-widget', { hasText: 'relative to the folder' }).waitFor();
            await other.page.keyboard.press('Enter');
            await plant().until('the model is in the chosen folder', () => existsSync(path.join(south!, 'main.iacs')));
        } finally {
            await other.close();
            rmSync(plants, { recursive: true, force: true });
        }
    }).timeout(300_000);

    it('finds and draws in a restricted workspace', async () => {
        const strange = mkdtempSync(path.join(tmpdir(), 'iacs strange '));
        writeFileSync(path.join(strange, 'main.iacs'), main.replace('import "cell.iacs"', part));
        const restricted = await serve(strange, settings, { restricted: true });
        try {
            const other = await Workbench.in(plant().browser);
            await other.open(restricted.url);
            await other.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
            await other.file('main.iacs');
            await other.page.locator('.squiggly-error').first().waitFor({ timeout: 40_000 });
            await other.command('IACS: Open Diagram');
            assert.equal(await (await other.diagram()).locator('#stage g.zone').count(), 3);
            await other.picture('restricted');
        } finally {
            await restricted.stop();
            rmSync(strange, { recursive: true, force: true });
        }
    }).timeout(300_000);
}
