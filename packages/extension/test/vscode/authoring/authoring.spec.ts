import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serve, type Served } from '../code-server.ts';
import { Workbench } from '../workbench.ts';
import { Typist, type Log } from './typist.ts';
import { TextWindow } from './window.ts';
import { startChromium } from '../../../../language/test/support/chromium.ts';

const plant = readFileSync(new URL('plant.iacs', import.meta.url), 'utf8');
const written = fileURLToPath(
    new URL(`../../../../../build/${process.env['IACS_LOG'] ?? 'authoring'}.json`, import.meta.url),
);

/** What it may take at most: lists come late on a busy machine. What it took is in docs/authoring.md. */
const most = { keys: 2500, wrong: 25, mistaken: 3 };

/** What is given to an editor of code by most people, apart from what only a test wants: a quiet window. */
const settings = {
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    'editor.inlayHints.enabled': 'off',
    'editor.stickyScroll.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
};

describe('Writing a plant of eight zones in a real VS Code', function () {
    this.timeout(1_800_000);
    let folder: string;
    let served: Served;
    let browser: Browser;
    let bench: Workbench;

    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs authoring '));
        served = await serve(folder, settings, { vsix: process.env['IACS_VSIX'] });
        browser = await startChromium();
        bench = await Workbench.in(browser, { width: 1300, height: 2600 });
        bench.page.setDefaultTimeout(120_000);
        await bench.open(served.url);
    });
    afterEach(async function () {
        if (this.currentTest?.state === 'failed') await bench?.taken('failed-authoring');
    });
    after(async () => {
        await browser?.close();
        await served?.stop();
        if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('takes few keys, and what is wanted is offered first', async () => {
        const typist = new Typist(new TextWindow(bench.page));
        await bench.palette('IACS: New Model');
        await bench.page.keyboard.press('Escape');
        await typist.press('F1');
        await bench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
        await typist.type('new model');
        await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Model' }).first().waitFor();
        await typist.press('Enter');
        await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Single site' }).first().waitFor();
        await typist.type('Empty');
        await bench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Empty' }).waitFor();
        await typist.press('Enter');
        await bench.page.locator('.quick-input-widget', { hasText: 'relative to the folder' }).waitFor();
        await typist.press('Enter');
        const dialogs = 3;
        await bench.page.locator('.tab.active', { hasText: 'main.iacs' }).waitFor();
        await bench.focused();
        await bench.page.locator('.codelens-decoration, .squiggly-info, .squiggly-warning').first().waitFor();
        await typist.press('Control+A', 'Delete');
        try {
            await typist.write(plant);
        } finally {
            keep(typist.log, dialogs);
        }
        await bench.taken('authored');
        await bench.save();
        const text = readFileSync(path.join(folder, 'main.iacs'), 'utf8');
        assert.equal(text.trimEnd(), plant.trimEnd());
        if (process.env['IACS_VSIX']) return;
        const { keys, wrong, mistaken } = typist.log;
        assert.ok(keys <= most.keys, `${keys} keys`);
        assert.ok(wrong.length <= most.wrong, `${wrong.length} wrong first items`);
        assert.ok(mistaken <= most.mistaken, `${mistaken} items taken by mistake`);
    });
});

/** Prints a log, and writes it for `docs/authoring.md`. */
function keep(log: Log, dialogs: number): void {
    mkdirSync(path.dirname(written), { recursive: true });
    writeFileSync(written, `${JSON.stringify({ ...log, dialogs, letters: plant.length }, null, 2)}\n`);
    console.log(
        `${log.keys} keys for ${plant.length} characters, ${log.first} items taken at the first place, ` +
            `${log.later} further down, ${log.wrong.length} wrong first items, ${log.closed} lists closed, ` +
            `${log.mistaken} taken by mistake`,
    );
    for (const { written, wanted, offered, place } of log.wrong)
        console.log(`${written} ▮${wanted}: ${offered.join(' | ')} (place ${place})`);
}
