import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { toDocument, toHtml } from '../../src/views/report/index.ts';
import { load } from '../support/load.ts';
import { exampleFile, loadExample, reported, reportOf } from '../support/report.ts';
import { sharedBrowser } from '../support/browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    rules: { 'long-title': 'off' },
});

/** The page of an example with its zone diagram. */
function pageOf(name: string): string {
    const svg = readFileSync(exampleFile(name, 'expected/diagram.svg'), 'utf8');
    return toHtml(
        toDocument(
            reportOf(loadExample(name), {
                drawings: [{ title: 'Zones and conduits', description: 'Zone diagram', svg, mermaid: null }],
            }),
        ),
    );
}

/** The page of a plant whose titles and names are one long word each. */
function compounds(): string {
    const word = 'Verwaltungsnetzwerksegmentierungsgrundschutzbereich';
    return toHtml(
        toDocument(
            reportOf(
                load(
                    `system Anlage "Abwasserbehandlungsanlagenprozessleitsystem der ${word}sverwaltung"\n` +
                        `zone ${word} "${word}e" { kind control SL-T 2\n` +
                        `misses SR 2.8 because "Ereignisprotokollierungsspeicherkapazitätserweiterung"\n` +
                        `asset Prozessleitsystemserver${word} : plc\n}\nzone B { kind enterprise\nasset P : hmi }\n` +
                        `conduit Fernwartungstunnel${word} between B and ${word} { flow B.P -> ${word} : https }\n`,
                ),
            ),
        ),
    );
}

/** The sizes of the pages of a PDF, in millimetres. */
function pageSizes(pdf: Buffer): readonly string[] {
    const plain = [pdf.toString('latin1')];
    for (const match of plain[0]!.matchAll(/\/Type \/ObjStm[^>]*>>\s*stream\r?\n/g)) {
        plain.push(inflateSync(pdf.subarray(match.index + match[0].length), { finishFlush: 2 }).toString('latin1'));
    }
    return plain
        .flatMap(text => [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)])
        .map(match =>
            match
                .slice(1)
                .map(points => Math.round((Number(points) / 72) * 25.4))
                .join('x'),
        );
}

/**
 * Leaves two of the rows and items of a list that are alike in all but their words: axe takes as long for the
 * hundredth row as for the first. Alike are elements, classes and attributes, and whether there is a word, in which
 * there may be places to break it (`wbr`). Two, since every second row may have a colour of its own.
 */
async function leaveTwoOfEach(page: Page): Promise<void> {
    await page.evaluate(() => {
        const names = new Set(['id', 'href', 'title', 'for', 'headers', 'aria-labelledby', 'aria-label']);
        const shape = (element: Element): string => {
            const attributes = [...element.attributes].map(({ name, value }) =>
                names.has(name) ? `${name}${value === '' ? '' : '='}` : `${name}=${value}`,
            );
            const inner = [...element.childNodes].map(node =>
                node instanceof Element && node.tagName !== 'WBR'
                    ? shape(node)
                    : node.nodeName === 'WBR' || node.textContent?.trim()
                      ? 'x'
                      : '',
            );
            return `${element.tagName} ${attributes.join(' ')}(${inner.join('').replace(/x+/g, 'x')})`;
        };
        for (const list of document.querySelectorAll('tbody, ul, ol')) {
            const seen = new Map<string, number>();
            for (const child of [...list.children]) {
                const count = (seen.get(shape(child)) ?? 0) + 1;
                seen.set(shape(child), count);
                if (count > 2) child.remove();
            }
        }
    });
}

/** How texts look whose contrast axe has judged, on all pages of these suites. */
const judged = new Set<string>();

/**
 * Marks the elements whose contrast is still to be judged: those with words of their own that look like none before,
 * on this page or another one. Contrast follows from the colour, size and weight of a text and from what is painted
 * under it, which is all in the look; nothing lies over a text of a report.
 */
async function markNewLooks(page: Page): Promise<void> {
    const looks = await page.evaluate(
        known => {
            const seen = new Set(known);
            const painted = new Map<Element, string>();
            const paintOf = (element: Element): string => {
                const before = painted.get(element);
                if (before !== undefined) return before;
                const style = getComputedStyle(element);
                const own = [
                    style.backgroundColor,
                    style.backgroundImage,
                    style.opacity,
                    style.filter,
                    style.mixBlendMode,
                    style.position === 'static' ? '' : style.position,
                    style.display === 'none' || style.visibility !== 'visible' ? 'hidden' : '',
                ].join();
                const under = element.parentElement ? paintOf(element.parentElement) : '';
                const paint = own === 'rgba(0, 0, 0, 0),none,1,none,normal,,' ? under : `${under};${own}`;
                painted.set(element, paint);
                return paint;
            };
            for (const element of document.body.querySelectorAll('*')) {
                if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())) continue;
                const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
                const look = [color, fontSize, fontWeight, textShadow, paintOf(element)].join();
                if (seen.has(look)) continue;
                seen.add(look);
                element.setAttribute('data-new-look', '');
            }
            return [...seen];
        },
        [...judged],
    );
    for (const look of looks) judged.add(look);
}

/** What axe finds on the page as it is shown now; contrast is judged too, once for each look of a text. */
async function violations(page: Page): Promise<readonly string[]> {
    await markNewLooks(page);
    return page.evaluate(async () => {
        interface Found {
            readonly violations: readonly { id: string; nodes: { html: string }[] }[];
        }
        const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<Found> } };
        const without = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } };
        const all = [await axe.run(document, without)];
        if (document.querySelector('[data-new-look]'))
            all.push(await axe.run('[data-new-look]', { resultTypes: ['violations'], runOnly: ['color-contrast'] }));
        return all.flatMap(found => found.violations.map(each => `${each.id}: ${each.nodes[0]?.html}`));
    });
}

describe('Report as a page in a browser', function () {
    let browser: Browser;

    before(async () => {
        browser = await sharedBrowser();
    });

    for (const name of reported) {
        it(`is valid, accessible, asks for nothing, and stays within a narrow screen: ${name}`, async () => {
            const html = pageOf(name);
            const invalid = validator
                .validateStringSync(html)
                .results.flatMap(result =>
                    result.messages.map(message => `${message.line}: ${message.ruleId} ${message.message}`),
                );
            assert.deepEqual(invalid, []);
            const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
            const page = await context.newPage();
            const asked: string[] = [];
            page.on('request', request => {
                if (!/^(data|about):/.test(request.url())) asked.push(request.url());
            });
            await page.setContent(html, { waitUntil: 'load' });
            await page.setViewportSize({ width: 380, height: 800 });
            assert.ok(
                await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
                'the page itself scrolls sideways',
            );
            const broken = await page
                .locator('.part-summary td [class^=tone-]')
                .evaluateAll(all =>
                    all
                        .filter(each => each.getClientRects().length > 1)
                        .flatMap(each => (each.textContent!.includes(' ') ? [] : each.textContent!)),
                );
            assert.deepEqual(broken, []);
            await page.setViewportSize({ width: 1280, height: 900 });
            await leaveTwoOfEach(page);
            await page.evaluate(axeSource);
            assert.deepEqual(await violations(page), []);
            assert.deepEqual(asked, []);
            await context.close();
        });
    }

    it('has enough contrast in the dark, too', async () => {
        const page = await browser.newPage({ colorScheme: 'dark' });
        await page.setContent(pageOf('truck-loading'), { waitUntil: 'load' });
        await leaveTwoOfEach(page);
        await page.evaluate(axeSource);
        assert.deepEqual(await violations(page), []);
        await page.close();
    });

    it('moves nothing but tables on a narrow screen, or at 200 %, however long the words of a model are', async () => {
        const page = await browser.newPage();
        await page.setContent(compounds(), { waitUntil: 'load' });
        for (const width of [380, 640]) {
            await page.setViewportSize({ width, height: 800 });
            const wide = await page.evaluate(() => [
                ...(document.documentElement.scrollWidth > innerWidth ? ['page'] : []),
                ...[...document.querySelectorAll('h1, h2, h3, h4, p, li, dd, caption, figcaption')]
                    .filter(each => !each.closest('table') && each.scrollWidth > each.clientWidth + 1)
                    .map(each => each.outerHTML.slice(0, 100)),
            ]);
            assert.deepEqual(wide, [], `${width} px`);
        }
        // A table of two columns has room for both.
        await page.setViewportSize({ width: 380, height: 800 });
        const two = await page.evaluate(() =>
            [...document.querySelectorAll('table:not(:has(col:nth-child(3)))')].map(each => each.clientWidth),
        );
        assert.ok(two.length > 0 && Math.max(...two) <= 380, two.join(' '));
        await page.close();
    });

    it('has links in its contents that can be hit with a finger', async () => {
        const page = await browser.newPage();
        await page.setContent(pageOf('truck-loading'), { waitUntil: 'load' });
        const heights = await page.locator('nav a').evaluateAll(all => all.map(each => each.clientHeight));
        assert.ok(heights.length > 0 && Math.min(...heights) >= 24, heights.join(' '));
        await page.close();
    });

    it('prints on A4, the large drawing on a sheet of its own on which it can be read', async () => {
        const page = await browser.newPage();
        await page.setContent(pageOf('broken-plant'), { waitUntil: 'load' });
        const sizes = pageSizes(await page.pdf({ preferCSSPageSize: true }));
        assert.equal(sizes.filter(size => size === '297x420').length, 1, sizes.join(' '));
        assert.deepEqual([...new Set(sizes)].sort(), ['210x297', '297x420']);
        await page.close();
    });

    it('cuts off nothing at the edges of the paper', async () => {
        const page = await browser.newPage({ viewport: { width: 680, height: 1000 } });
        await page.setContent(pageOf('truck-loading'), { waitUntil: 'load' });
        await page.emulateMedia({ media: 'print' });
        const wide = await page.evaluate(() =>
            [...document.querySelectorAll('table, dl, h2, h3, td, th, p')]
                .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
                .map(each => each.outerHTML.slice(0, 120)),
        );
        assert.deepEqual(wide, []);
        await page.close();
    });

    it('leaves no head of a table alone at the end of a page', async () => {
        // What stands before a table holds on to it, and what stands before that may be on another page.
        const page = await browser.newPage();
        await page.setContent(pageOf('truck-loading'), { waitUntil: 'load' });
        await page.emulateMedia({ media: 'print' });
        const held = await page.evaluate(() =>
            [...document.querySelectorAll('dl')]
                .filter(list => getComputedStyle(list).breakAfter === 'avoid')
                .map(list => list.nextElementSibling?.tagName),
        );
        assert.deepEqual([...new Set(held)], ['TABLE']);
        await page.close();
    });

    it('breaks no word in the head of a table, nor a plain one in its cells, on a screen or on paper', async () => {
        for (const [name, width, media] of [
            ['truck-loading', 680, 'print'],
            ['broken-plant', 680, 'print'],
            ['broken-plant', 1200, 'screen'],
        ] as const) {
            const page = await browser.newPage({ viewport: { width, height: 1000 } });
            await page.setContent(pageOf(name), { waitUntil: 'load' });
            await page.emulateMedia({ media });
            const broken = await page.evaluate(() =>
                [...document.querySelectorAll('thead th, tbody td, tbody td > span')].flatMap(cell => {
                    const text = cell.firstChild;
                    if (text?.nodeType !== Node.TEXT_NODE) return [];
                    const words = cell.tagName === 'TH' ? /\S+/g : /(?<!\S)[a-z]{1,15}(?!\S)/g;
                    return [...(text.textContent ?? '').matchAll(words)].flatMap(({ 0: word, index }) => {
                        const range = document.createRange();
                        range.setStart(text, index);
                        range.setEnd(text, index + word.length);
                        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
                            ? [word]
                            : [];
                    });
                }),
            );
            assert.deepEqual([...new Set(broken)], [], `${name} ${media}`);
            await page.close();
        }
    });
});
