import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts the Chromium of this machine without a window: the one that `CHROMIUM` names, or a usual one.
 * @throws Error where none is installed
 */
export async function startChromium(): Promise<Browser> {
    const executablePath = process.env['CHROMIUM'] ?? usual.find(existsSync);
    if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium');
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
