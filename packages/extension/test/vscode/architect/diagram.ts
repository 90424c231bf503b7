import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Plant } from '../plant.ts';
import { succeeds } from '../workbench.ts';

/** Reads and edits the diagram. */
export function drawsModel(plant: () => Plant): void {
    it('opens the diagram beside the text, and a click on a zone lands in it', async () => {
        await plant().bench.page.locator('.editor-actions .action-label[aria-label*="Open Diagram"]').first().click();
        const diagram = await plant().bench.diagram();
        assert.equal(await diagram.locator('#stage g.zone').count(), 3);
        const place = plant().bench.page.locator('.statusbar-item', { hasText: /Ln 1, Col 6/ });
        // In a busy window the picture may take the focus of the click after the text has it: a person clicks again.
        await plant().until('the text is at the zone, and has the focus', async () => {
            await diagram.locator('g.zone[data-id="Cell"] > .top').click({ position: { x: 5, y: 5 } });
            return succeeds(place.waitFor({ timeout: 10_000 }));
        });
        await plant().bench.page.locator('.tab.active', { hasText: 'cell.iacs' }).waitFor();
        await plant()
            .bench.page.locator('.statusbar-item', { hasText: /\d not assessed/ })
            .first()
            .waitFor();
        await plant().bench.picture('click-to-text');
    });

    it('draws a flow with a line in the picture, which says before what it would do, in one step', async () => {
        const before = plant().text('main.iacs');
        const end = `Cell.${/asset (\w+)/.exec(plant().text('cell.iacs'))![1]!}`;
        await plant().bench.file('main.iacs');
        await plant().bench.command('IACS: Open Diagram');
        const diagram = await plant().bench.diagram();
        const icon = (id: string) => diagram.locator(`g.asset[data-id="${id}"] > .ic`);
        const { page } = plant().bench;
        const said = diagram.locator('.ui-would', { hasText: `Office.Erp → ${end} : ` });
        // A picture that comes to rest in this moment moves the asset away from the pointer.
        await plant().until('a line hangs between both assets', async () => {
            await page.keyboard.down('Control');
            await icon('Office.Erp').hover();
            await page.mouse.down();
            await icon('Dmz.Mirror').hover();
            await icon(end).hover();
            if (await succeeds(said.waitFor({ timeout: 8000 }))) return true;
            await page.keyboard.press('Escape');
            await page.mouse.up();
            await page.keyboard.up('Control');
            return false;
        });
        await diagram.locator('.ui-would .worse').first().waitFor();
        await plant().bench.picture('hanging-line');
        await page.mouse.up();
        await page.keyboard.up('Control');
        for (const label of ['https', 'read']) {
            const row = page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
            await row.waitFor();
            await row.click();
        }
        const dialog = page.locator('.monaco-dialog-box');
        await dialog.waitFor();
        assert.ok(((await dialog.textContent()) ?? '').includes(`Add the flow Office.Erp -> ${end} : https?`));
        await dialog.locator('.monaco-button', { hasText: 'Add Flow' }).click();
        await diagram.locator('g.conduit[data-id="OfficeToCell"]').waitFor();
        // The picture is in front, and keys may still go there. In the text a click may meet a lens.
        await page.locator('.tab', { hasText: 'main.iacs' }).first().click();
        await plant().bench.focused();
        await plant().bench.save();
        await plant().until('the flow is in a conduit', () =>
            plant().text('main.iacs').includes(`flow Office.Erp -> ${end} : https {`),
        );
        await plant().bench.takeBack(() => plant().text('main.iacs'), before);
        await plant().bench.file('cell.iacs');
    });

    it('follows an edit, and keeps the last good picture of a broken text', async () => {
        const diagram = await plant().bench.diagram();
        await plant().bench.cursor(5, 20);
        await plant().bench.page.keyboard.press('End');
        await plant().bench.page.keyboard.press('Enter');
        await plant().bench.page.keyboard.type('asset Panel : hmi ', { delay: 20 });
        await diagram.locator('g.asset[data-id="Cell.Panel"]').waitFor();
        await plant().bench.picture('follows');
        await plant().bench.page.keyboard.type('{ address', { delay: 20 });
        await diagram.locator('#note').waitFor();
        assert.equal(await diagram.locator('#stage g.zone').count(), 3);
    });

    it('keeps view and folds over the files of one model, and shows two diagrams side by side', async () => {
        const diagram = await plant().bench.diagram();
        await diagram.locator('g.zone[data-id="Cell"] > .top').dblclick({ position: { x: 5, y: 5 } });
        await plant().until(
            'the zone is folded',
            async () => (await diagram.locator('g.asset[data-id="Cell.Filler"]').count()) === 0,
        );
        await plant().bench.file('cell.iacs');
        await plant().bench.file('main.iacs');
        await plant().bench.page.waitForTimeout(800);
        assert.equal(await diagram.locator('g.asset[data-id="Cell.Filler"]').count(), 0, 'still folded');
        await diagram.locator('g.zone[data-id="Cell"] > .top').dblclick({ position: { x: 5, y: 5 } });
        await diagram.locator('g.asset[data-id="Cell.Filler"]').waitFor();
        await plant().bench.command('IACS: Open One More Diagram');
        const drawn = async (): Promise<number> => {
            const counts = await Promise.all(
                plant()
                    .bench.page.frames()
                    .map(frame =>
                        frame
                            .locator('#stage svg')
                            .count()
                            .catch(() => 0),
                    ),
            );
            return counts.filter(count => count > 0).length;
        };
        await plant().until('there are two diagrams', async () => (await drawn()) === 2);
        await plant().bench.picture('two-diagrams');
        await plant().bench.page.locator('.tab', { hasText: 'Zones and conduits' }).last().click({ button: 'middle' });
        await plant().until('one is closed', async () => (await drawn()) === 1);
        await plant().bench.file('main.iacs');
    });

    it('draws the truck loading terminal, folds, colours and searches', async () => {
        await plant().bench.file('truck-loading/main.iacs');
        const diagram = await plant().bench.diagram();
        await diagram.locator('g.zone[data-id="Safety"]').waitFor();
        await plant().bench.page.setViewportSize({ width: 1360, height: 850 });
        plant().choose({
            'workbench.activityBar.location': 'hidden',
            'breadcrumbs.enabled': false,
            'window.commandCenter': false,
            'workbench.layoutControl.enabled': false,
        });
        await plant().bench.command('View: Toggle Primary Side Bar Visibility');
        await plant().bench.cursor(plant().lineOf('truck-loading/main.iacs', 'zone Control') + 12, 1);
        await plant().bench.cursor(plant().lineOf('truck-loading/main.iacs', 'zone Control'), 6);
        await plant().bench.picture('editor-and-diagram', 1500);
        await plant().bench.page.setViewportSize({ width: 1500, height: 940 });
        plant().choose({});
        await diagram.locator('#colour').selectOption('gap');
        await diagram
            .locator('g.zone.gap-open, g.zone.gap-0, g.zone.gap-1, g.zone.gap-2, g.zone.gap-3')
            .first()
            .waitFor();
        await diagram.locator('#colour').selectOption('SR 1.1');
        await diagram.locator('g.zone[class*="state-"]').first().waitFor();
        await plant().bench.picture('requirement');
        await diagram.locator('#colour').selectOption('target');
        await diagram.locator('#search').fill('historian');
        await plant().until('something is found', async () =>
            /\d+ of \d+/.test(await diagram.locator('#count').innerText()),
        );
        await diagram.locator('#search').fill('');
        await folds(plant(), diagram);
    });

    it('takes the colours of a dark theme', async () => {
        const diagram = await plant().bench.diagram();
        const canvas = (): Promise<string> =>
            diagram.locator('svg rect.canvas').evaluate(node => getComputedStyle(node).fill);
        const light = await canvas();
        plant().choose({ 'workbench.colorTheme': 'Default Dark Modern' });
        await plant().until('the colours change', async () => (await canvas()) !== light);
        await plant().bench.page.waitForTimeout(500);
        await plant().bench.picture('truck-loading-dark');
        await diagram.locator('g.zone[data-id="Control"] > .top').first().hover();
        await diagram.locator('#card').waitFor();
        await plant().bench.picture('card');
    });

    it('saves a diagram that is behind another page as a picture of pixels, and says so', async () => {
        const { bench, folder } = plant();
        await bench.page.locator('.tab', { hasText: 'Zones and conduits' }).first().click();
        await bench.command('View: Move Editor into Previous Group');
        await bench.file('truck-loading/main.iacs');
        await bench.focused();
        await bench.command('IACS: Export Diagram…');
        await bench.page.locator('.quick-input-title', { hasText: 'Export the diagram' }).waitFor();
        await bench.path(path.join(folder, 'behind.png'));
        await bench.page
            .locator('.statusbar-item', { hasText: 'The diagram was saved as behind.png' })
            .first()
            .waitFor();
        assert.ok(readFileSync(path.join(folder, 'behind.png')).length > 1000);
        rmSync(path.join(folder, 'behind.png'));
        await bench.page.locator('.tab', { hasText: 'Zones and conduits' }).first().click({ button: 'middle' });
        await bench.file('truck-loading/main.iacs');
    });
}

/** Folds a zone and opens it again, by key. */
async function folds(plant: Plant, diagram: Frame): Promise<void> {
    const inside = diagram.locator('g.asset[data-id^="Safety."]');
    assert.ok((await inside.count()) > 0);
    await diagram.locator('g.zone[data-id="Safety"]').focus();
    await plant.bench.page.keyboard.press('f');
    await plant.until('the zone is folded', async () => (await inside.count()) === 0);
    await diagram.locator('g.zone[data-id="Safety"]').focus();
    await plant.bench.page.keyboard.press('f');
    await plant.until('the zone is open again', async () => (await inside.count()) > 0);
}
