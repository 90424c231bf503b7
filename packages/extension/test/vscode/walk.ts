/**
 * Walks the first hour of a newcomer in a real VS Code, and takes a picture of each step in a light, a dark and a
 * high-contrast theme: `node packages/extension/test/vscode/walk.ts`, after `npm run package`. The pictures are in
 * build/screenshots/walk-*.png, to be looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from './code-server.ts';
import { succeeds, Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

const settings = {
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
};

const folder = mkdtempSync(path.join(tmpdir(), 'Pumping station '));
const choose = (theme: string): void =>
    writeFileSync(
        path.join(folder, '.vscode/settings.json'),
        JSON.stringify({ ...settings, 'workbench.colorTheme': theme }),
    );
const served = await serve(folder, { ...settings, 'workbench.colorTheme': themes.light });
const browser = await startChromium();
try {
    const bench = await Workbench.in(browser, { width: 1360, height: 850 });
    const { page } = bench;
    let step = 0;
    /** A window that has just opened may miss a change of its settings: they are written until it shows them. */
    const inTheme = async (theme: keyof typeof themes): Promise<void> => {
        const kind = { light: '.vs', dark: '.vs-dark', contrast: '.hc-black' }[theme];
        for (let count = 0; count < 10; count++) {
            choose(themes[theme]);
            const shown = page.locator(`.monaco-workbench${kind}`).first().waitFor({ timeout: 5000 });
            if (await succeeds(shown)) return;
        }
        throw new Error(`The window did not take the theme ${themes[theme]}.`);
    };
    const take = async (name: string): Promise<void> => {
        const number = String(++step).padStart(2, '0');
        for (const theme of ['light', 'dark', 'contrast'] as const) {
            await inTheme(theme);
            await page.waitForTimeout(1200);
            await bench.taken(`walk-${number}-${name}-${theme}`);
        }
        await inTheme('light');
    };
    const row = (text: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

    await bench.open(served.url);
    await bench.palette('IACS: New Model');
    await take('palette');
    await page.keyboard.press('Escape');
    await page.locator('.activitybar .action-label[aria-label*="Zones and Conduits"]').first().click();
    await take('empty-folder');
    await bench.command('IACS: New Model from a Template');
    await row('Single site').waitFor();
    await take('templates');
    await row('Single site').click();
    await page.locator('.quick-input-widget', { hasText: 'relative to the folder' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'main.iacs' }).waitFor();
    await page
        .locator('.statusbar-item', { hasText: /gap|not assessed/ })
        .first()
        .waitFor({ timeout: 60_000 });
    await take('model');

    const git = (...args: readonly string[]): unknown =>
        execFileSync('git', ['-c', 'user.name=Plant', '-c', 'user.email=plant@example.com', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', 'main.iacs');
    git('commit', '--quiet', '-m', 'From a template');

    const lines = readFileSync(path.join(folder, 'main.iacs'), 'utf8').split('\n');
    await bench.cursor(lines.findIndex(line => line.trim().startsWith('flow ')) + 1, 1);
    await page.keyboard.press('Control+Shift+Enter');
    await page.keyboard.type('flow ');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await take('edit');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' -> ');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' : telnet');
    await page.keyboard.press('Escape');
    await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    for (let count = 0; count < 8; count++) {
        await page.keyboard.press('Control+.');
        const row = page.locator('.action-widget .monaco-list-row').first();
        if (await succeeds(row.waitFor({ timeout: 4000 }))) break;
    }
    await take('fix');
    await page.keyboard.press('Escape');
    await bench.save();
    await bench.command('IACS: Open Diagram');
    await (await bench.diagram()).locator('g.asset').first().waitFor();
    await take('diagram');
    await page
        .locator('.sidebar .monaco-list-row', { hasText: /^Zones/ })
        .first()
        .click();
    await take('side-bar');
    await bench.command('View: Close Primary Side Bar');
    await bench.command('View: Close Editors in Other Groups');
    await bench.file('main.iacs');
    await bench.command('IACS: Compare Model with');
    await take('compare-with');
    await row('HEAD').click();
    await bench.frameWith('ul.reasons');
    await take('compare');
    await bench.file('main.iacs');
    await bench.command('View: Close Editors in Other Groups');
    await bench.command('IACS: Open Report');
    await bench.frameWith('main');
    await take('report');
} finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
}
