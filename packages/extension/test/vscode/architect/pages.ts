import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Plant } from '../plant.ts';

/** Reads the report, begins models, and reads what explains them. */
export function readsPages(plant: () => Plant): void {
    it('opens the report, which follows the text and stays where it is read', async () => {
        await plant().bench.command('IACS: Open Report');
        const report = async (words: string): Promise<Frame | null> => {
            for (const frame of plant().bench.page.frames())
                if (
                    (await frame
                        .locator('main', { hasText: words })
                        .count()
                        .catch(() => 0)) > 0
                )
                    return frame;
            return null;
        };
        await plant().until('the report is shown', async () => (await report('Statement of applicability')) !== null);
        await plant().bench.page.waitForTimeout(500);
        await plant().bench.picture('report');
        const scrolled = (frame: Frame): Promise<number> =>
            frame.evaluate(() => Math.round((globalThis as unknown as { scrollY: number }).scrollY));
        const before = (await report('Statement of applicability'))!;
        await before.locator('#risk').scrollIntoViewIfNeeded();
        const place = await scrolled(before);
        assert.ok(place > 0);
        assert.equal(
            await before.locator('body').evaluate(node => getComputedStyle(node).colorScheme),
            'dark',
            'it has the theme of the editor',
        );
        await plant().bench.command('View: Focus First Editor Group');
        await plant().bench.cursor(plant().lineOf('truck-loading/main.iacs', 'tolerable-risk'), 1);
        await plant().bench.page.keyboard.press('End');
        await plant().bench.page.keyboard.press('Enter');
        await plant().bench.page.keyboard.type('assumption "The gate is locked at night', { delay: 20 });
        await plant().until(
            'the report says what was typed',
            async () => (await report('The gate is locked at night')) !== null,
        );
        await plant().until('the report is where it was read', async () => {
            const frame = await report('The gate is locked at night');
            return frame !== null && Math.abs((await scrolled(frame)) - place) < 400;
        });
        await plant().bench.picture('report-follows');
        await plant().bench.command('File: Revert File');
        await plant().until(
            'what is taken back is gone from the report',
            async () => (await report('The gate is locked at night')) === null,
        );
    });

    it('saves the report that is shown as a page that needs nothing else', async () => {
        const { bench, folder } = plant();
        const tab = bench.page.locator('.tab', { hasText: 'Report · Chemical truck loading terminal' });
        await tab.click();
        await bench.page.locator('.editor-actions .action-label[aria-label*="Save Report"]').first().click();
        await bench.page.locator('.quick-input-title', { hasText: 'Save the report' }).waitFor();
        const target = path.join(folder, 'crs.html');
        await bench.path(target);
        await bench.page.locator('.statusbar-item', { hasText: 'The report was saved as crs.html' }).first().waitFor();
        const saved = readFileSync(target, 'utf8');
        assert.match(saved, /^<!DOCTYPE html>[^]*Statement of applicability/iu);
        assert.doesNotMatch(saved, /<script|(?:src|href)="(?!#|data:)/u);
        rmSync(target);
        await tab.click({ button: 'middle' });
        await bench.file('truck-loading/main.iacs');
    });

    it('starts a model from a template', async () => {
        plant().choose({});
        await plant().bench.command('IACS: New Model from a Template');
        const row = plant()
            .bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Water plant' })
            .first();
        await row.waitFor();
        await plant().bench.picture('templates');
        await row.click();
        await plant().bench.page.locator('.quick-input-widget', { hasText: 'relative to the folder' }).waitFor();
        await plant().bench.page.keyboard.press('Enter');
        await plant().bench.page.locator('.tab.active', { hasText: 'main-2.iacs' }).waitFor();
        await plant().bench.page.locator('.squiggly-info, .squiggly-warning, .codelens-decoration').first().waitFor();
        assert.equal(await plant().bench.page.locator('.editor-group-container.active .squiggly-error').count(), 0);
    });

    it('has a walkthrough', async () => {
        await plant().bench.command('Welcome: Open Walkthrough');
        const row = plant()
            .bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Zones and conduits as code' })
            .first();
        await row.waitFor();
        await row.click();
        await plant()
            .bench.page.locator('.getting-started-step', { hasText: 'Start from a template' })
            .first()
            .waitFor();
        await plant().bench.page.locator('.getting-started-step', { hasText: 'Correct what is found' }).first().click();
        await plant().until('the picture of the step is shown', async () => {
            const widths = await Promise.all(
                plant()
                    .bench.page.frames()
                    .map(frame =>
                        frame
                            .locator('img[src*="media/pictures/fixes"]')
                            .evaluateAll(found => found.map(each => (each as HTMLImageElement).naturalWidth))
                            .catch((): number[] => []),
                    ),
            );
            return widths.flat().some(width => width > 0);
        });
        await plant().bench.picture('walkthrough', 1000);
    });

    it('draws models in the Markdown preview: of a fence, and of a file, and says where there is nothing to draw', async () => {
        await plant().bench.file('notes.md');
        await plant().bench.command('Markdown: Open Preview');
        await plant().until('both pictures are drawn, and nothing is waited for', async () => {
            const seen = await Promise.all(
                plant()
                    .bench.page.frames()
                    .map(async frame => [
                        await frame.locator('img.iacs-diagram').count(),
                        await frame.locator('em', { hasText: 'being drawn' }).count(),
                        await frame.locator('em', { hasText: 'There is no diagram of gone.iacs' }).count(),
                    ]),
            );
            return seen.some(([drawn, waiting, none]) => drawn === 2 && waiting === 0 && none === 1);
        });
        await plant().bench.picture('markdown');
        await plant().bench.command('View: Close All Editors');
        await plant().bench.file('main.iacs');
    });
}
