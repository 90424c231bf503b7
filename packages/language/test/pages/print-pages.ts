import { deepEqual } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { drawing } from '../support/drawing.ts';
import { exampleText } from '../support/examples.ts';
import { sharedBrowser } from '../support/browser.ts';

/** The sizes of the pages of a PDF in points. */
const pagesOf = (pdf: Buffer): [number, number][] =>
    [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => [
        Number(width),
        Number(height),
    ]);

describe('a picture printed from a browser', function () {
    this.timeout(120_000);
    const { draw } = drawing();
    let browser: Browser;
    before(async () => {
        browser = await sharedBrowser();
    });

    for (const [folder, wide] of [
        ['broken-plant', false],
        ['swat', true],
    ] as const) {
        it(`${folder} is one page, ${wide ? 'wide' : 'tall'}, with nothing cut off`, async () => {
            const page = await browser.newPage({ viewport: { width: 600, height: 400 } });
            const svg = await draw(exampleText(folder));
            await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
            const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
            deepEqual(
                pages.map(([width, height]) => width > height),
                [wide],
            );
            await page.emulateMedia({ media: 'print' });
            const fits = await page.evaluate(() => {
                const { width, height } = document.documentElement.getBoundingClientRect();
                return width <= innerWidth + 1 && height <= innerHeight + 1;
            });
            deepEqual(fits, true);
            await page.close();
        });
    }
});
