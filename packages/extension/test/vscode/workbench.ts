import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Locator, Page } from 'playwright-core';

const pictures = fileURLToPath(new URL('../../../../build/screenshots/', import.meta.url));

/** Whether what is waited for comes. */
export const succeeds = (waited: Promise<unknown>): Promise<boolean> =>
    waited.then(
        () => true,
        () => false,
    );

/** The window of a VS Code in a browser, as a person uses it: by keyboard and by what is on the screen. */
export class Workbench {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    /** A new window, in which nothing is open yet. */
    static async in(browser: Browser, viewport = { width: 1500, height: 940 }): Promise<Workbench> {
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
        context.setDefaultTimeout(60_000);
        return new Workbench(await context.newPage());
    }

    async open(url: string): Promise<void> {
        // What is on the screen says when the window is there, not the last of what the page loads.
        await this.page.goto(url, { waitUntil: 'commit' });
        await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
        await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    }

    close(): Promise<void> {
        return this.page.context().close();
    }

    /**
     * Opens the quick input and types into it; once more where the window took the focus away while it was starting.
     */
    private async quick(keys: string, words: string): Promise<void> {
        const input = this.page.locator('.quick-input-widget input[type="text"]').first();
        for (let count = 0; count < 8; count++) {
            await this.page.keyboard.press(keys);
            try {
                await input.fill(words, { timeout: 2000 });
                return;
            } catch {
                await this.page.keyboard.press('Escape');
            }
        }
        throw new Error(`The quick input did not open with ${keys}.`);
    }

    /**
     * Opens a file by its name; asks once more where the list does not have it, since a window that has just opened
     * searches before it knows all of its folders, and an open list stays as it is.
     */
    async file(name: string): Promise<void> {
        const [base = name, ...folders] = name.split('/').reverse();
        // The list of the files that were open last stands there until the answer comes.
        let row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: base });
        for (const folder of folders) row = row.filter({ hasText: folder });
        await this.listed('Control+P', name, row);
        await this.page.keyboard.press('Enter');
        await this.page.locator('.tab.active', { hasText: base }).first().waitFor();
        await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    }

    async command(title: string): Promise<void> {
        await this.palette(title);
        await this.page.keyboard.press('Enter');
    }

    /**
     * Opens the palette with a command as the chosen row; once more where the window does not know it yet, since a
     * window that has just opened reads its extensions later, and an open palette stays as it is.
     */
    async palette(title: string): Promise<void> {
        await this.listed(
            'F1',
            `>${title}`,
            this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first(),
        );
    }

    /** Opens the quick input with words until its list has a row. */
    private async listed(keys: string, words: string, row: Locator): Promise<void> {
        for (let count = 0; count < 12; count++) {
            await this.quick(keys, words);
            if (await succeeds(row.waitFor({ timeout: 10_000 }))) return;
            await this.page.keyboard.press('Escape');
        }
        throw new Error(`The quick input does not list ${words}.`);
    }

    /** Types a path into the dialog for files, which sets its own one while it opens, and takes it. */
    async path(full: string): Promise<void> {
        const input = this.page.locator('.quick-input-widget input[type="text"]').first();
        for (let count = 0; count < 20; count++) {
            await input.fill(full);
            await this.page.waitForTimeout(700);
            if ((await input.inputValue()) === full) return this.page.keyboard.press('Enter');
        }
        throw new Error(`The dialog did not keep ${full}.`);
    }

    /**
     * Puts the cursor before a column of a line, both counted from 1; once more where the window, which is still busy
     * with something else, does not give the focus back to the text.
     */
    async cursor(line: number, column: number): Promise<void> {
        const place = this.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}`) });
        for (let count = 0; count < 4; count++) {
            await this.quick('Control+G', `:${line}:${column}`);
            await this.page.keyboard.press('Enter');
            const there = place.first().waitFor({ timeout: 10_000 });
            const ready = there.then(() => this.focused(10_000));
            if (await succeeds(ready)) return;
            await this.page.keyboard.press('Escape');
        }
        throw new Error(`The cursor did not come to line ${line}, column ${column}.`);
    }

    /** Waits until keys go into a text, so many milliseconds at most. */
    async focused(timeout = 60_000): Promise<void> {
        const inText = () => document.activeElement?.closest('.editor-instance') !== null;
        await this.page.waitForFunction(inText, undefined, { timeout });
    }

    /**
     * Waits until something holds, a minute at most; while a page is drawn anew, in another frame, nothing can be
     * asked of it.
     * @param what for the message of the failure
     */
    async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
        const end = Date.now() + 60_000;
        let refused: unknown = null;
        while (Date.now() < end) {
            try {
                if (await holds()) return;
            } catch (error) {
                refused = error;
            }
            await this.page.waitForTimeout(100);
        }
        assert.fail(`Waited a minute: ${what}. ${refused instanceof Error ? refused.message : ''}`);
    }

    /** Saves the text that is shown. A key that is pressed while a dialog goes is lost: then it is pressed again. */
    async save(): Promise<void> {
        const isClean = () => document.querySelectorAll('.tab.active.dirty').length === 0;
        for (let time = 0; time < 3; time++) {
            await this.page.keyboard.press('Control+S');
            if (await succeeds(this.page.waitForFunction(isClean, undefined, { timeout: 10_000 }))) return;
        }
        throw new Error('The text was not saved.');
    }

    /**
     * Takes back and saves what was saved last, in one step. A key that is pressed while the window is busy is lost:
     * then it is pressed again.
     * @param text what is saved
     */
    async takeBack(text: () => string, before: string): Promise<void> {
        const after = text();
        for (let time = 0; time < 3; time++) {
            await this.page.keyboard.press('Control+Z');
            await this.save();
            const end = Date.now() + 5000;
            while (text() === after && Date.now() < end) await this.page.waitForTimeout(100);
            if (text() !== after) break;
        }
        assert.equal(text(), before, 'one step takes it back');
    }

    /** The page of the diagram inside its frames. */
    diagram(): Promise<Frame> {
        return this.frameWith('#stage svg');
    }

    /** The page inside of frames that has an element. */
    async frameWith(selector: string): Promise<Frame> {
        for (let count = 0; count < 300; count++) {
            for (const frame of this.page.frames()) {
                if (
                    (await frame
                        .locator(selector)
                        .count()
                        .catch(() => 0)) > 0
                )
                    return frame;
            }
            await this.page.waitForTimeout(200);
        }
        throw new Error(`Nothing in a frame had ${selector} within a minute.`);
    }

    /**
     * Takes a picture for people who ask for them with `IACS_PICTURES`; no test reads one.
     * @param settled how long the window has before, in milliseconds
     */
    async picture(name: string, settled = 0): Promise<void> {
        if (!process.env['IACS_PICTURES']) return;
        await this.page.waitForTimeout(settled);
        await this.taken(name);
    }

    /** Takes a picture: build/screenshots/NAME.png. */
    async taken(name: string): Promise<void> {
        mkdirSync(pictures, { recursive: true });
        await this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
    }
}
