import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.ts';

let browser: Promise<Browser> | undefined;

/** The browser of all suites of a process: to start one costs more than most of them. It ends after the last suite. */
export function sharedBrowser(): Promise<Browser> {
    return (browser ??= startChromium());
}

after(async () => (await browser)?.close());
