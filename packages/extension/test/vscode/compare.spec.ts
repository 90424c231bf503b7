import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame } from 'playwright-core';
import { serve, type Served } from './code-server.ts';
import { succeeds, Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));

const themes = {
    light: 'Default Light Modern',
    dark: 'Default Dark Modern',
    contrast: 'Default High Contrast',
} as const;

const settings = {
    'workbench.colorTheme': themes.light,
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
};

/** What the approved model has and the newer one has not. */
const statement = /^ {2}meets SR 2\.3 .*\n/mu;
const model = 'truck-loading/main.iacs';

/** What the page has of a browser's canvas, as far as it is used here. */
interface Canvas {
    getContext(kind: '2d'): {
        drawImage(image: unknown, x: number, y: number): void;
        getImageData(x: number, y: number, width: number, height: number): { readonly data: ArrayLike<number> };
    };
}

/** Runs in the page of a comparison. */
async function cornerOf(image: unknown): Promise<number> {
    const { document } = globalThis as unknown as { document: { createElement(name: 'canvas'): Canvas } };
    await (image as { decode(): Promise<void> }).decode();
    const context = document.createElement('canvas').getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(3, 3, 1, 1);
    return Math.round((data[0]! + data[1]! + data[2]!) / 3);
}

describe('Comparisons in a real VS Code', function () {
    this.timeout(300_000);
    let folder: string;
    let elsewhere: string;
    let served: Served;
    let browser: Browser;
    let bench: Workbench;
    const copyTo = (target: string): void => {
        for (const name of ['truck-loading', 'library'])
            cpSync(path.join(examples, name), path.join(target, name), { recursive: true });
    };
    const git = (...args: readonly string[]): unknown =>
        execFileSync('git', ['-c', 'user.name=Plant', '-c', 'user.email=plant@example.com', ...args], { cwd: folder });
    const choose = (more: object): void =>
        writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ ...settings, ...more }));

    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs terminal '));
        elsewhere = mkdtempSync(path.join(tmpdir(), 'iacs approved '));
        copyTo(folder);
        copyTo(elsewhere);
        const approved = readFileSync(path.join(folder, model), 'utf8');
        assert.match(approved, statement);
        git('init', '--quiet');
        git('add', '.');
        git('commit', '--quiet', '-m', 'As approved');
        git('tag', 'approved');
        writeFileSync(
            path.join(folder, model),
            approved.replace(statement, '').replace(': erp-server', ': office-computer'),
        );
        git('commit', '--quiet', '-a', '-m', 'As proposed');
        git('tag', 'proposed');
        served = await serve(folder, settings);
        browser = await startChromium();
        bench = await Workbench.in(browser);
        await bench.open(served.url);
    });
    afterEach(async function () {
        if (this.currentTest?.state === 'failed') await bench?.taken('failed-compare');
    });
    after(async () => {
        await browser?.close();
        await served?.stop();
        for (const each of [folder, elsewhere]) if (each) rmSync(each, { recursive: true, force: true });
    });

    const shown = (): Promise<Frame> => bench.frameWith('ul.reasons');
    const heading = async (): Promise<string> => (await (await shown()).locator('h1').textContent()) ?? '';

    /** How bright the corner of the picture is: 0 to 255; `null` while the page is drawn anew, in another frame. */
    const brightness = async (): Promise<number | null> => {
        const picture = (await shown()).locator('img');
        return picture.evaluate(cornerOf).catch(() => null);
    };

    async function begin(choice: string): Promise<void> {
        await bench.command('View: Close All Editors');
        await bench.file(model);
        await bench.page.locator('.statusbar-item', { hasText: 'gap' }).first().waitFor();
        await bench.command('IACS: Compare Model with');
        await pick(choice);
    }

    async function pick(label: string, asked = ''): Promise<void> {
        if (asked) await bench.page.locator(`.quick-input-widget input[placeholder="${asked}"]`).waitFor();
        const name = bench.page.locator('.label-name', { hasText: new RegExp(`^\\s*${label}\\s*$`, 'u') });
        await bench.page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first().click();
    }

    /** Follows both links of the asset whose type changed: each leads to the text of its side. */
    async function goToBothSides(name: string): Promise<void> {
        const type = { older: ': erp-server', now: ': office-computer' } as const;
        const lines = readFileSync(path.join(elsewhere, model), 'utf8').split('\n');
        const line = lines.findIndex(each => each.includes('asset Erp')) + 1;
        for (const side of ['older', 'now'] as const) {
            const there = bench.page
                .locator('.editor-group-container.active .view-line', { hasText: /asset.Erp/u })
                .filter({ hasText: type[side].replace(' ', '\u00a0') })
                .first();
            // A page that is drawn anew in the same moment takes the click with it.
            await bench.until(`the text is that of ${side}`, async () => {
                const entry = (await shown()).locator('li', { hasText: 'erp-server → office-computer' }).first();
                const link = entry.locator(`button[data-side=${side}]`);
                await link.click({ timeout: 5000 }).catch(() => undefined);
                return succeeds(there.waitFor({ timeout: 5000 }));
            });
            await bench.page.locator('.tab.active', { hasText: 'main.iacs' }).first().waitFor();
            await bench.page
                .locator('.statusbar-item', { hasText: `Ln ${line}, ` })
                .first()
                .waitFor();
            await bench.picture(`${name}-${side}`);
        }
    }

    /**
     * Follows both links of the statement that was taken back: to its own line in the earlier text, and to the zone
     * that has lost it.
     */
    async function goToRemoved(name: string): Promise<void> {
        const lines = readFileSync(path.join(elsewhere, model), 'utf8').split('\n');
        const line = lines.findIndex(each => statement.test(`${each}\n`)) + 1;
        const zone = lines.slice(0, line).findLastIndex(each => each.startsWith('zone ')) + 1;
        for (const [side, where, at] of [
            ['older', /meets.SR.2\.3/u, line],
            ['now', /zone.Dmz/u, zone],
        ] as const) {
            const text = bench.page.locator('.editor-group-container.active .view-line', { hasText: where }).first();
            const status = bench.page.locator('.statusbar-item', { hasText: `Ln ${at}, ` }).first();
            await bench.until(`the text is that of ${side}`, async () => {
                const entry = (await shown()).locator('li', { hasText: /meets SR 2\.3.*removed/u }).first();
                await entry
                    .locator(`button[data-side=${side}]`)
                    .click({ timeout: 5000 })
                    .catch(() => undefined);
                return succeeds(status.waitFor({ timeout: 5000 }).then(() => text.waitFor({ timeout: 5000 })));
            });
            await bench.picture(`${name}-removed-${side}`);
        }
    }

    async function drawsInEachTheme(name: string): Promise<void> {
        await bench.until('the picture is light', async () => ((await brightness()) ?? 0) > 220);
        await bench.picture(`${name}-light`);
        for (const theme of ['dark', 'contrast'] as const) {
            choose({ 'workbench.colorTheme': themes[theme] });
            const limit = theme === 'dark' ? [10, 80] : [0, 5];
            await bench.until(`the picture is ${theme}`, async () => {
                const seen = await brightness();
                return seen !== null && seen >= limit[0]! && seen <= limit[1]!;
            });
            await bench.picture(`${name}-${theme}`);
        }
    }

    it('compares with a folder, in each theme, and goes to its files', async () => {
        await begin('A folder…');
        await bench.page.locator('.quick-input-title', { hasText: 'The folder with the older model' }).waitFor();
        await bench.path(elsewhere);
        assert.match(await heading(), /^Since .*iacs approved .*: /u);
        await drawsInEachTheme('compare-folder');
        await goToBothSides('compare-folder');
        await goToRemoved('compare-folder');
        choose({});
    });

    it('compares with a file, and goes to both', async () => {
        await begin('A file…');
        await bench.page.locator('.quick-input-title', { hasText: 'The older file' }).waitFor();
        await bench.path(path.join(elsewhere, model));
        assert.match(await heading(), /^Since .*main\.iacs: /u);
        await goToBothSides('compare-file');
        await goToRemoved('compare-file');
    });

    it('follows an edit and another theme, and counts the entries of the page that is shown', async () => {
        const text = readFileSync(path.join(folder, model), 'utf8');
        writeFileSync(path.join(folder, model), text.replace('"Terminal operations"', '"Loading"'));
        await bench.until('the edit is in the editor', async () => {
            const edited = bench.page.locator('.view-line', { hasText: /owner."Loading"/u });
            return (await edited.count()) > 0;
        });
        const owner = async (): Promise<number> =>
            (await shown()).locator('button', { hasText: /system Terminal.*owner/u }).count();
        await bench.until('the edit is in the comparison', async () => (await owner()) > 0);
        choose({ 'workbench.colorTheme': themes.dark });
        await bench.until('the theme is in the comparison', async () => {
            const seen = await brightness();
            return (await owner()) > 0 && seen !== null && seen <= 80;
        });
        await goToBothSides('compare-edited');
        writeFileSync(path.join(folder, model), text);
        await bench.until('the edit is taken back in the comparison', async () => (await owner()) === 0);
        choose({});
    });

    it('compares two revisions, in each theme, and goes to the text of both', async () => {
        await begin('Two revisions…');
        await pick('approved', 'The older revision');
        await pick('proposed', 'The newer revision, compared with approved');
        assert.match(await heading(), /^approved to proposed: /u);
        await drawsInEachTheme('compare-revisions');
        await goToBothSides('compare-revisions');
        await goToRemoved('compare-revisions');
        choose({});
    });
});
