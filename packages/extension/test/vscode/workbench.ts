import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';

const pictures = fileURLToPath(new URL('../../../../build/screenshots/', import.meta.url));

/** The window of a VS Code in a browser, as a person uses it: by keyboard and by what is on the screen. */
export class Workbench {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    async open(url: string): Promise<void> {
        await this.page.goto(url);
        await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
    }

    /** Opens a file by its name. */
    async file(name: string): Promise<void> {
        await this.page.keyboard.press('Control+P');
        const input = this.page.locator('.quick-input-widget input');
        await input.waitFor();
        await input.fill(name);
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name.split('/').at(-1) ?? name }).first().waitFor();
        await this.page.keyboard.press('Enter');
        await this.page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name }).first().waitFor();
        await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    }

    async command(title: string): Promise<void> {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget input');
        await input.waitFor();
        await input.fill(`>${title}`);
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
        await this.page.keyboard.press('Enter');
    }

    /** Puts the cursor before a column of a line, both counted from 1. */
    async cursor(line: number, column: number): Promise<void> {
        await this.page.keyboard.press('Control+G');
        const input = this.page.locator('.quick-input-widget input');
        await input.waitFor();
        await input.fill(`:${line}:${column}`);
        await this.page.keyboard.press('Enter');
        await input.waitFor({ state: 'hidden' });
    }

    async save(): Promise<void> {
        await this.page.keyboard.press('Control+S');
        await this.page.waitForFunction(() => document.querySelectorAll('.tab.active.dirty').length === 0);
    }

    /** The page of the diagram inside its frames. */
    async diagram(): Promise<Frame> {
        for (let count = 0; count < 150; count++) {
            for (const frame of this.page.frames()) {
                if (await frame.locator('#stage svg').count().catch(() => 0) > 0) return frame;
            }
            await this.page.waitForTimeout(200);
        }
        throw new Error('No diagram was drawn within 30 seconds.');
    }

    async picture(name: string): Promise<void> {
        mkdirSync(pictures, { recursive: true });
        await this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
    }
}
