import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { sharedBrowser } from '../../../language/test/support/browser.ts';

const file = fileURLToPath(new URL('../../dist/playground.html', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['PREVIEW_PICTURES'];

const small = `system Plant "Small plant" {
}

zone Office {
  kind enterprise
  asset Erp : erp-server
}

zone Control {
  kind control
  asset Plc : plc
  asset Hmi : hmi
  flow Hmi -> Plc : http
}
`;

/** Runs in the page: keeps each text that the line over the findings has. */
function noteSummaries(): void {
    const said: string[] = [];
    (globalThis as unknown as { summaries: string[] }).summaries = said;
    new MutationObserver(() => {
        const text = document.querySelector('#summary')?.textContent;
        if (text && text !== said.at(-1)) said.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
}

describe('The playground, opened from a disk', function () {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let diagram: FrameLocator;
    const faults: string[] = [];
    const folder = mkdtempSync(path.join(tmpdir(), 'iacs-playground-'));

    before(async () => {
        assert.ok(existsSync(file), `${file} is not built: npm run playground`);
        browser = await sharedBrowser();
    });
    after(() => rmSync(folder, { recursive: true }));
    afterEach(async () => {
        await context.close();
        assert.deepEqual(faults.splice(0), []);
    });

    async function opened(options: Parameters<Browser['newContext']>[0] = {}, fragment = ''): Promise<void> {
        context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
        page = await context.newPage();
        page.on('console', message => {
            if (['error', 'warning'].includes(message.type())) faults.push(message.text());
        });
        page.on('pageerror', error => faults.push(error.message));
        page.on('request', request => {
            if (!/^(file|blob|data|about):/u.test(request.url())) faults.push(`asked for ${request.url()}`);
        });
        await page.addInitScript(noteSummaries);
        await page.goto(pathToFileURL(file).href + fragment);
        diagram = page.frameLocator('#diagram');
    }

    /** Opens a model from the disk, as a reader does. */
    async function openFiles(...names: readonly string[]): Promise<void> {
        await page.click('#open');
        const chooser = page.waitForEvent('filechooser');
        await page.click('text=Files…');
        await (await chooser).setFiles(names.map(name => path.join(folder, name)));
    }

    /** What the line over the findings has said so far. */
    const summaries = (): Promise<readonly string[]> =>
        page.evaluate(() => (globalThis as unknown as { summaries: string[] }).summaries);
    const finding = (text: string) => page.locator('#findings li', { hasText: text });
    const drawn = (id: string): Promise<void> => diagram.locator(`[data-id="${id}"]`).first().waitFor();
    const text = (): Promise<string> => page.evaluate(() => document.querySelector('.cm-content')?.textContent ?? '');

    for (const scheme of ['light', 'dark'] as const) {
        it(`draws an example, sends nothing, and has nothing that axe finds, in ${scheme}`, async () => {
            await opened({ colorScheme: scheme });
            await drawn('Control.Plc1');
            await finding('remote-access-without-multifactor').waitFor();
            // Before the first check nothing is known, and `Nothing is found` would be a claim.
            assert.deepEqual(
                (await summaries()).filter(each => each === 'Nothing is found'),
                [],
            );
            const policy = await page.getAttribute('meta[http-equiv]', 'content');
            assert.match(policy ?? '', /default-src 'none'.*connect-src 'none'/u);
            const blocked = await page.evaluate(async () => {
                const answer = await fetch('https://example.invalid/').catch((error: Error) => error.name);
                return typeof answer === 'string';
            });
            assert.equal(blocked, true);
            assert.ok(faults.splice(0).some(each => each.includes('Content Security Policy')));
            await page.evaluate(axeSource);
            const found = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as {
                    axe: {
                        run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
                    };
                };
                const { violations } = await axe.run({ resultTypes: ['violations'], iframes: false });
                return violations.map(each => `${each.id}: ${each.nodes[0]?.html}`);
            });
            assert.deepEqual(found, []);
            if (pictures) await page.screenshot({ path: `${pictures}/playground-${scheme}.png` });
        });
    }

    it('opens a file, shows a mistake that is typed, fixes a finding, and draws what has changed', async () => {
        writeFileSync(path.join(folder, 'plant.iacs'), small);
        await opened();
        await openFiles('plant.iacs');
        await drawn('Control.Hmi');
        await page.click('.cm-content');
        await page.keyboard.press('Control+End');
        await page.keyboard.type('zone Dmz {\nkind dmzz\n');
        await finding('dmzz').waitFor();
        assert.equal((await page.locator('.cm-lintRange-error').count()) > 0, true);
        for (let times = 0; times < 2; times++) await page.keyboard.press('Backspace');
        await page.keyboard.type(' asset Jump : jump-host');
        await drawn('Dmz.Jump');

        await finding('clear-text-credentials').locator('.fix').click();
        await page.locator('.menu button', { hasText: 'https' }).first().click();
        await finding('clear-text-credentials').waitFor({ state: 'detached' });
        assert.match(await text(), /flow Hmi -> Plc : https/u);
        await page.keyboard.press('Control+z');
        assert.match(await text(), /flow Hmi -> Plc : http\b(?!s)/u);
    });

    it('completes, explains and formats', async () => {
        writeFileSync(path.join(folder, 'plant.iacs'), small);
        await opened();
        await openFiles('plant.iacs');
        await drawn('Control.Hmi');
        await page.locator('.cm-line', { hasText: 'kind control' }).click();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await page.keyboard.type('pur');
        await page.locator('.cm-tooltip-autocomplete li', { hasText: 'purdue' }).first().waitFor();
        await page.waitForTimeout(200);
        await page.keyboard.press('Enter');
        await page.keyboard.type('   2');
        await page.keyboard.press('Escape');
        await page.hover('.cm-line:has-text("asset Erp") >> text=erp-server');
        await page.locator('.cm-tooltip-hover .cm-lsp-documentation').first().waitFor();
        await page.keyboard.press('Shift+Alt+F');
        await page.waitForFunction(() =>
            /purdue 2(?! *2)/u.test(document.querySelector('.cm-content')?.textContent ?? ''),
        );
    });

    it('shows several files of an example as tabs, and goes to a finding in another one', async () => {
        await opened();
        await page.selectOption('#example', { label: 'Refinery, unit 1 hydrocracker' });
        await page.locator('[role=tab]', { hasText: 'unit1.iacs' }).waitFor();
        await page.locator('[role=tab][aria-selected=true]', { hasText: 'main.iacs' }).focus();
        await page.keyboard.press('ArrowRight');
        assert.match((await page.locator('[role=tab][aria-selected=true]').textContent()) ?? '', /unit1/u);
        const elsewhere = page.locator('#findings .finding', { hasText: 'main.iacs:' }).first();
        await elsewhere.focus();
        await page.keyboard.press('Enter');
        await page.locator('[role=tab][aria-selected=true]', { hasText: 'main.iacs' }).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.classList.contains('cm-content')), true);
        await page.locator('[role=tab]', { hasText: 'unit1.iacs' }).click();
        await page.locator('[role=tab][aria-selected=true]', { hasText: 'unit1.iacs' }).waitFor();
        await diagram.locator('g.zone').first().waitFor();
    });

    it('shares by a link that opens again, and says what is wrong with a link that was cut', async () => {
        writeFileSync(path.join(folder, 'plant.iacs'), small.replace('Small plant', 'Shared plant'));
        await opened();
        await openFiles('plant.iacs');
        await drawn('Control.Hmi');
        await page.click('#share');
        const link = await page.inputValue('dialog textarea');
        await page.keyboard.press('Escape');
        await context.close();

        const fragment = link.slice(link.indexOf('#'));
        await opened({}, fragment);
        await drawn('Control.Hmi');
        assert.match(await text(), /Shared plant/u);
        await page.click('#open');
        await page.fill('dialog textarea', link.slice(0, -20));
        await page.click('text=Open the link');
        await page.locator('dialog', { hasText: 'a part of it is missing' }).waitFor();
    });

    it('copies the link on a page that a server gives without TLS too', async () => {
        const address = 'http://plant.example/playground.html';
        context = await browser.newContext();
        page = await context.newPage();
        page.on('pageerror', error => faults.push(error.message));
        await page.route(address, route => route.fulfill({ path: file, contentType: 'text/html' }));
        await page.goto(address);
        assert.equal(await page.evaluate(() => isSecureContext), false);
        await page.locator('#findings li').first().waitFor();
        await page.evaluate(() => {
            document.addEventListener('copy', () => {
                document.body.dataset['copied'] = getSelection()?.toString() ?? '';
            });
        });
        await page.click('#share');
        const link = await page.inputValue('dialog textarea');
        await page.click('text=Copy the link');
        await page.locator('#said', { hasText: 'The link is copied.' }).waitFor();
        assert.equal(await page.evaluate(() => document.body.dataset['copied']), link);
    });

    it('fits the window of the smallest telephone', async () => {
        for (const width of [360, 320]) {
            await opened({ viewport: { width, height: 640 } });
            await drawn('Control.Plc1');
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
            if (width > 320) await context.close();
        }
    });

    it('offers the fixes of a finding beside its button, in a narrow window too', async () => {
        for (const viewport of [
            { width: 1280, height: 800 },
            { width: 360, height: 740 },
        ]) {
            await opened({ viewport });
            await finding('remote-access-without-multifactor').waitFor();
            // The list is drawn again and again while the model is looked at: the place is that of the click.
            await page.evaluate(() =>
                addEventListener(
                    'click',
                    ({ target }) => {
                        const { y, height } = (target as HTMLElement).getBoundingClientRect();
                        document.body.dataset['clicked'] = JSON.stringify({ y, height });
                    },
                    { capture: true, once: true },
                ),
            );
            await page.locator('#findings button', { hasText: 'Fix…' }).first().click();
            await page.locator('.menu').waitFor();
            const menu = (await page.locator('.menu').boundingBox())!;
            const clicked = await page.evaluate(() => document.body.dataset['clicked']!);
            const place = JSON.parse(clicked) as { readonly y: number; readonly height: number };
            const apart = Math.min(
                Math.abs(menu.y - (place.y + place.height)),
                Math.abs(menu.y + menu.height - place.y),
            );
            assert.ok(apart <= 8, `${apart} px apart at ${viewport.width}`);
            assert.ok(menu.x >= 0 && menu.x + menu.width <= viewport.width);
            if (viewport.width > 360) await context.close();
        }
    });

    it('renames a whole name in all files, asks with the name in the field, and says what cannot be a name', async () => {
        await opened();
        await drawn('Control.Plc1');
        await page.click('#tabs [role=tab] >> nth=1');
        await page.locator('.cm-line', { hasText: 'type s7-1500' }).click();
        await page.keyboard.press('Home');
        for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
        const rename = async (name: string): Promise<void> => {
            await page.keyboard.press('F2');
            await page.locator('dialog', { hasText: 'Rename' }).waitFor();
            await page.keyboard.press('Control+a');
            await page.keyboard.type(name);
            await page.keyboard.press('Enter');
            await page.locator('dialog').waitFor({ state: 'detached' });
        };
        await page.keyboard.press('F2');
        assert.equal(await page.inputValue('dialog input'), 's7-1500');
        await page.keyboard.press('Escape');
        await rename('no name');
        await page.locator('#said', { hasText: '"no name" is not a name' }).waitFor();
        await rename('s7-renamed');
        await page.locator('.cm-line', { hasText: 'type s7-renamed' }).waitFor();
        const download = page.waitForEvent('download');
        await page.click('#save');
        const packed = unzipSync(readFileSync((await (await download).path())!));
        const main = strFromU8(packed['truck-loading/main.iacs']!);
        assert.match(main, /: s7-renamed/u);
        assert.doesNotMatch(main, /: s7-1500/u);
    });

    it('says that the definition of a built-in type is no file of the model', async () => {
        await opened();
        await drawn('Control.Plc1');
        await page
            .locator('.cm-line span', { hasText: /^erp-server$/u })
            .first()
            .click();
        // A screen reader knows the place before something is said there.
        assert.match(await page.locator('body').ariaSnapshot(), /^- status$/mu);
        assert.equal(await page.locator('#said').evaluate(note => getComputedStyle(note).opacity), '0');
        await page.keyboard.press('F12');
        await page.locator('#said', { hasText: 'That is part of the program' }).waitFor();
    });

    it('takes a file out only where the reader says so, and does not forget that one is missing', async () => {
        await opened();
        await drawn('Control.Plc1');
        const tabs = page.locator('#tabs [role=tab]');
        await tabs.first().focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Delete');
        const dialog = page.locator('dialog', { hasText: 'Take library/products.iacs out of the model?' });
        await dialog.waitFor();
        await page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'detached' });
        assert.equal(await tabs.count(), 2);
        await page.keyboard.press('Delete');
        await page.click('text=Take it out');
        await dialog.waitFor({ state: 'detached' });
        assert.equal(await tabs.count(), 1);
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'tab');
        await page.selectOption('#example', { index: 2 });
        await page.locator('dialog', { hasText: 'The model has changes that are not saved' }).waitFor();
    });

    it('imports a file that is added into the main file, in whatever folder that is', async () => {
        await opened();
        await drawn('Control.Plc1');
        await page.click('#add');
        await page.fill('dialog input', 'süd 1.iacs');
        await page.keyboard.press('Enter');
        await page.locator('#tabs [aria-selected=true]', { hasText: 'süd 1.iacs' }).waitFor();
        await page.keyboard.type('zone New { kind dmz');
        await finding('zone-without-assets').filter({ hasText: 'süd 1.iacs' }).waitFor();
        await page.click('#tabs [role=tab]');
        assert.match(await text(), /^import "\.\.\/süd 1\.iacs"/u);
    });

    it('says of a file in no model that it is not checked', async () => {
        writeFileSync(path.join(folder, 'part.iacs'), 'zone Office { asset Erp : erp-server }\n');
        await opened();
        await openFiles('part.iacs');
        await page.locator('#summary', { hasText: 'Not checked' }).waitFor();
        await page.locator('#status', { hasText: 'This file is in no model' }).waitFor();
        assert.ok(!(await summaries()).includes('Nothing is found'));
    });

    it('saves what is written', async () => {
        writeFileSync(path.join(folder, 'plant.iacs'), small);
        await opened();
        await openFiles('plant.iacs');
        await drawn('Control.Hmi');
        await page.click('.cm-content');
        await page.keyboard.press('Control+End');
        await page.keyboard.type('// the end');
        const download = page.waitForEvent('download');
        await page.click('#save');
        const saved = await (await download).path();
        assert.equal(readFileSync(saved, 'utf8'), `${small}// the end`);
    });

    it('keeps the line ends of a file', async () => {
        const windows = small.replaceAll('\n', '\r\n');
        writeFileSync(path.join(folder, 'windows.iacs'), windows);
        await opened();
        await openFiles('windows.iacs');
        await drawn('Control.Hmi');
        await page.click('.cm-content');
        await page.keyboard.press('Control+End');
        await page.keyboard.type('// the end\n');
        const download = page.waitForEvent('download');
        await page.click('#save');
        assert.equal(readFileSync((await (await download).path())!, 'utf8'), `${windows}// the end\r\n`);
    });

    it('goes to the text from the diagram, in a narrow window too', async () => {
        await opened({ viewport: { width: 420, height: 860 } });
        await drawn('Control.Plc1');
        if (pictures) await page.screenshot({ path: `${pictures}/playground-narrow.png`, fullPage: true });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px stick out`);
        await diagram.locator('g.asset[data-id="Control.Plc1"] > .ic').click();
        await page.locator('.cm-activeLine', { hasText: 'Plc1' }).waitFor();
    });

    it('says nothing of an empty zone while it is typed, and does when the cursor has left it', async () => {
        writeFileSync(path.join(folder, 'plant.iacs'), small);
        await opened();
        await openFiles('plant.iacs');
        await drawn('Control.Hmi');
        await page.click('.cm-content');
        await page.keyboard.press('Control+End');
        await page.keyboard.type('zone Cell ');
        await drawn('Cell');
        assert.equal(await finding('zone-without-assets').count(), 0);
        await page.keyboard.press('Control+Home');
        await finding('zone-without-assets').waitFor();
    });
});
