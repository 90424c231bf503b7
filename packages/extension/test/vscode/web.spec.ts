import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { serve, type Served } from './code-server.ts';
import { succeeds, Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

const main = `import "cell.iacs"

system Filling "Filling line" {
  owner "Plant"
}

zone Dmz "Plant DMZ" {
  kind dmz
  SL-T 1
  asset Mirror : historian
}

flow Cell.Plc1 -> Dmz.Mirror : opc-ua "Tags"
`;
const part = `zone Cell "Filling cell" {
  kind control
  SL-T 1
  asset Plc1 : plc
}
`;

/** VS Code runs the extension as it does where there is no machine: in a worker of the browser. */
const settings = {
    'remote.extensionKind': { 'iacs.iacs-vscode': ['web'] },
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
};

describe('The packed extension in the web extension host of a real VS Code', function () {
    this.timeout(300_000);
    let folder: string;
    let served: Served;
    let browser: Browser;
    let bench: Workbench;
    const faults: string[] = [];

    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs web '));
        writeFileSync(path.join(folder, 'main.iacs'), main);
        writeFileSync(path.join(folder, 'cell.iacs'), part);
        mkdirSync(path.join(folder, 'evidence'));
        writeFileSync(path.join(folder, 'evidence/walk-down.pdf'), '');
        served = await serve(folder, settings);
        browser = await startChromium();
        bench = await Workbench.in(browser);
        bench.page.on('console', message => faults.push(message.text()));
        await bench.open(served.url);
    });
    afterEach(async function () {
        if (this.currentTest?.state !== 'failed') return;
        await bench?.taken('failed-web');
        console.error(faults.slice(-30).join('\n'));
    });
    after(async () => {
        await browser?.close();
        await served?.stop();
        if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('finds what is wrong, over several files that come from VS Code', async () => {
        await bench.file('main.iacs');
        await bench.page.locator('.squiggly-error').first().waitFor();
        await bench.picture('web-squiggle');
        const workers = bench.page.workers().map(worker => worker.url());
        assert.ok(
            workers.some(url => url.startsWith('blob:')),
            workers.join(),
        );
        assert.equal(readFileSync(path.join(folder, 'main.iacs'), 'utf8'), main);
    });

    it('offers the documents of the workspace as evidence, also those that come later, and links them', async () => {
        await bench.page.locator('.view-line', { hasText: 'SL-T' }).first().click();
        await bench.page.keyboard.press('End');
        await bench.page.keyboard.press('Enter');
        await bench.page.keyboard.type('meets SR 1.1 evidence ');
        const row = (name: string) => bench.page.locator('.suggest-widget .monaco-list-row', { hasText: name }).first();
        // A look through the folders begins with each question; its answer is in the next one.
        const offered = async (name: string): Promise<void> => {
            for (let count = 0; count < 20; count++) {
                await bench.page.keyboard.press('Control+Space');
                if (await succeeds(row(name).waitFor({ timeout: 3000 }))) return;
                await bench.page.keyboard.press('Escape');
            }
            assert.fail(`${name} was not offered.`);
        };
        writeFileSync(path.join(folder, 'evidence/accounts.pdf'), '');
        await offered('evidence/accounts.pdf');
        await offered('evidence/walk-down.pdf');
        await bench.picture('web-evidence');
        await row('evidence/walk-down.pdf').click();
        await bench.page.locator('.view-line .detected-link', { hasText: 'walk-down.pdf' }).first().waitFor();
    });

    it('draws the diagram, and follows an edit', async () => {
        await bench.command('IACS: Open Diagram');
        const diagram = await bench.diagram();
        await diagram.locator('g.asset[data-id="Cell.Plc1"]').waitFor();
        await bench.page.locator('.view-line', { hasText: 'zone Dmz' }).first().click();
        await bench.page.keyboard.press('Control+End');
        await bench.page.keyboard.type('zone Office { kind enterprise ');
        await diagram.locator('g.zone[data-id="Office"]').waitFor();
        await bench.picture('web-diagram');
    });

    it('takes in a file that changes on the disk', async () => {
        writeFileSync(path.join(folder, 'cell.iacs'), part.replaceAll('Plc1', 'Plc7'));
        const diagram = await bench.diagram();
        await diagram.locator('g.asset[data-id="Cell.Plc7"]').waitFor();
    });
});
