/**
 * Takes the pictures of the README and of the walkthrough in a real VS Code, after `npm run package`:
 * `node packages/extension/test/vscode/pictures.ts` (Debian: chromium, pngquant, webp). Look at them before they are
 * committed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './code-server.ts';
import { Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const target = here('../../media/pictures');
const examples = here('../../../../examples');
const size = { width: 1280, height: 760 };

const settings = {
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.startupEditor': 'none',
    'workbench.activityBar.location': 'hidden',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'window.menuBarVisibility': 'hidden',
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.fontSize': 13,
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
};

const taken = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const folder = mkdtempSync(path.join(tmpdir(), 'Terminal '));
for (const name of ['truck-loading', 'library'])
    cpSync(path.join(examples, name), path.join(folder, name), { recursive: true });
const main = path.join(folder, 'truck-loading/main.iacs');
const text = readFileSync(main, 'utf8');
const lineOf = (words: string): number =>
    readFileSync(main, 'utf8')
        .split('\n')
        .findIndex(each => each.includes(words)) + 1;
mkdirSync(target, { recursive: true });
const served = await serve(folder, settings);
const browser = await startChromium();
try {
    const bench = await Workbench.in(browser, size);
    const { page } = bench;
    const take = async (name: string): Promise<void> => {
        await page.waitForTimeout(1500);
        const file = path.join(taken, `${name}.png`);
        await page.screenshot({ path: file });
        execFileSync('pngquant', ['--force', '--ext', '.png', '--strip', '--nofs', '16', file]);
        execFileSync('cwebp', ['-quiet', '-lossless', '-z', '9', file, '-o', path.join(target, `${name}.webp`)]);
        console.log(`media/pictures/${name}.webp`);
    };
    await bench.open(served.url);
    await bench.file('truck-loading/main.iacs');
    await page.locator('.statusbar-item', { hasText: 'gap' }).first().waitFor({ timeout: 60_000 });
    await bench.command('View: Close Primary Side Bar');

    // The text, a finding and its fixes, and the picture: what the extension is, in one look.
    writeFileSync(
        main,
        text.replace(
            'flow Control.Hmi1 -> Dmz.Logs : syslog-tls',
            'flow Control.Hmi1 -> Dmz.Logs : telnet "Maintenance"\n  flow Control.Hmi1 -> Dmz.Logs : syslog-tls',
        ),
    );
    await bench.command('IACS: Open Diagram');
    await (await bench.diagram()).locator('g.asset').first().waitFor();
    await page
        .locator('.editor-group-container')
        .first()
        .click({ position: { x: 300, y: 300 } });
    await bench.cursor(lineOf(': telnet'), 40);
    await take('text-and-diagram');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await take('fixes');
    await page.keyboard.press('Escape');

    // Completion, where the type of an asset is written.
    writeFileSync(main, text);
    await page.waitForTimeout(1500);
    await bench.cursor(lineOf('asset Mirror') - 1, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  asset Proxy : pro');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await take('completion');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await bench.command('File: Revert File');

    await bench.command('IACS: Open Report');
    await page.waitForTimeout(3000);
    await take('report');
} finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(taken, { recursive: true, force: true });
}
