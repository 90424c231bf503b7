import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serve, type Served } from './code-server.ts';
import { Workbench } from './workbench.ts';
import { startChromium } from '../../../language/test/support/chromium.ts';

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));

/** `cell.iacs` of the folder. */
export const part = 'zone Cell "Filling cell" {\n  kind control\n  purdue 2\n  SL-T 1\n  asset Plc1 : plc\n}\n';
/** `main.iacs` of the folder, which imports the part. */
export const main = [
    'import "cell.iacs"',
    '',
    'system Filling "Filling line" {',
    '  owner "Plant"',
    '}',
    '',
    'zone Office "Office" {',
    '  kind enterprise',
    '  purdue 4',
    '  asset Erp : server',
    '}',
    '',
    'zone Dmz "Plant DMZ" {',
    '  kind dmz',
    '  purdue 3.5',
    '  SL-T 1',
    '  asset Mirror : historian',
    '}',
    '',
    'flow Cell.Plc1 -> Dmz.Mirror : opc-ua "Tags"',
    '',
].join('\n');

/** How VS Code is set: nothing beside the text that moves, and no save but that of a person. */
export const settings = {
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'editor.acceptSuggestionOnEnter': 'on',
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
    'editor.stickyScroll.enabled': false,
    'editor.formatOnSave': true,
};

/** A folder with models, and a window of VS Code on it, for a whole suite: to open one costs more than a test. */
export class Plant {
    readonly folder: string;
    readonly served: Served;
    readonly browser: Browser;
    readonly bench: Workbench;

    private constructor(folder: string, served: Served, browser: Browser, bench: Workbench) {
        this.folder = folder;
        this.served = served;
        this.browser = browser;
        this.bench = bench;
    }

    static async open(): Promise<Plant> {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs plant '));
        writeFileSync(path.join(folder, 'main.iacs'), main);
        writeFileSync(path.join(folder, 'cell.iacs'), part);
        writeFileSync(
            path.join(folder, 'notes.md'),
            '# Notes\n\n```iacs\nzone Ring { kind control asset P : plc }\n```\n\n```iacs\nflow A.P -> B.Q : https\n```\n\n' +
                '![The line](main.iacs)\n\n![Gone](gone.iacs)\n',
        );
        for (const name of ['truck-loading', 'library'])
            cpSync(path.join(examples, name), path.join(folder, name), { recursive: true });
        const served = await serve(folder, settings);
        let browser: Browser | null = null;
        try {
            browser = await startChromium();
            const bench = await Workbench.in(browser);
            await bench.open(served.url);
            return new Plant(folder, served, browser, bench);
        } catch (error) {
            await browser?.close();
            await served.stop();
            throw error;
        }
    }

    async close(): Promise<void> {
        await this.browser.close();
        await this.served.stop();
        rmSync(this.folder, { recursive: true, force: true });
    }

    /** What is saved in a file. */
    text(name: string): string {
        return readFileSync(path.join(this.folder, name), 'utf8');
    }

    /** The line of a saved file that has these words first, counted from 1; 0 where none has. */
    lineOf(name: string, words: string): number {
        return (
            this.text(name)
                .split('\n')
                .findIndex(each => each.includes(words)) + 1
        );
    }

    /** Sets the folder: the usual settings, and more. */
    choose(more: object): void {
        writeFileSync(path.join(this.folder, '.vscode/settings.json'), JSON.stringify({ ...settings, ...more }));
    }

    /** Waits until something holds (`Workbench.until`). */
    until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
        return this.bench.until(what, holds);
    }
}
