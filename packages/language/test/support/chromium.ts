import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The first has no parts for a screen, and needs less processor time for the same pages. */
const usual = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
    name => `/usr/bin/${name}`,
);

/**
 * Starts the Chromium of this machine without a window: the one that `CHROMIUM` names, or a usual one.
 * @throws Error where none is installed
 */
export async function startChromium(): Promise<Browser> {
    const executablePath = process.env['CHROMIUM'] ?? usual.find(existsSync);
    if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium');
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
