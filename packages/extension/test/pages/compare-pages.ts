import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { CompareResult } from 'iacs-language/lsp';
import { sharedBrowser } from '../../../language/test/support/browser.ts';
import { comparePage } from '../../src/compare/page.ts';
import { contrast } from './contrast.ts';
import { editorThemes } from './preview-host.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = 'https://compare.test';
const built = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');

const place = { uri: 'file:///plant/main.iacs', line: 3 };
const long = 'Telnet sends credentials in clear text through ControlDmz: anyone who captures a session can log in. ';
const result: CompareResult = {
    verdict: 'Some of it gets better, some gets worse.',
    reasons: [
        { direction: 'worse', text: 'SL-A of Dmz: UC 2 → 0' },
        { direction: 'better', text: 'SR 2.3 of Control: missed → met' },
        { direction: 'neutral', text: 'Dmz is new' },
    ],
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>',
    doubts: [
        { message: 'Nothing is called `Pcl1`.', now: place, older: null },
        { message: 'A statement was expected.', now: null, older: place },
    ],
    changes: [
        { kind: 'changed', element: 'A.X', what: 'asset A.X: type', gone: false, now: place, older: place },
        { kind: 'changed', element: 'A', what: `zone A: ${long}`, gone: false, now: place, older: place },
        { kind: 'removed', element: 'A', what: `zone A: meets ${long}`, gone: true, now: place, older: place },
    ],
    findings: (['error', 'warning', 'info'] as const).map(severity => ({
        ...{ state: 'added', severity, rule: 'clear-text-credentials', now: place, older: null },
        message: `${long.repeat(2)}Write \`secured encryption\`.`,
    })),
};

describe('The page of a comparison', () => {
    let page: Page;
    after(async () => page?.context().close());

    for (const [theme, { class: name, colours }] of Object.entries(editorThemes))
        it(`keeps its policy, and has words and signs that can be told from the ground, in ${theme}`, async () => {
            await page?.context().close();
            page = await (
                await (await sharedBrowser()).newContext({ viewport: { width: 640, height: 800 } })
            ).newPage();
            const faults: string[] = [];
            page.on('console', message => faults.push(message.text()));
            page.on('pageerror', error => faults.push(error.message));
            await page.addInitScript(() =>
                Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage() {} }) }),
            );
            const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
                '/': [
                    'text/html',
                    comparePage(
                        {
                            ...{ script: `${origin}/compare.js`, style: `${origin}/compare.css` },
                            ...{ styleSource: origin, nonce: 'bm9uY2U=' },
                        },
                        'Since HEAD',
                        result,
                    ),
                ],
                '/compare.js': ['text/javascript', built('compare.js')],
                '/compare.css': ['text/css', built('compare.css')],
            };
            await page.route('**/*', route => {
                const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
                return contentType ? route.fulfill({ contentType, body: body! }) : route.abort();
            });
            await page.goto(`${origin}/`);
            await page.evaluate(
                given => {
                    document.body.className = given.name;
                    for (const [colour, value] of Object.entries(given.colours))
                        document.documentElement.style.setProperty(`--vscode-${colour}`, value);
                    document.body.style.background = given.colours['editor-background'];
                },
                { name, colours },
            );
            await page.evaluate(axeSource);
            const found = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as {
                    axe: {
                        run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
                    };
                };
                return (await axe.run({ resultTypes: ['violations'] })).violations.map(
                    each => `${each.id}: ${each.nodes[0]?.html}`,
                );
            });
            assert.deepEqual(found, []);
            const signs = await page.evaluate(() =>
                [...document.querySelectorAll<HTMLElement>('.worse, .better, .sign')].map(each => ({
                    name: each.className,
                    colour: getComputedStyle(each).color,
                    ground: getComputedStyle(document.body).backgroundColor,
                })),
            );
            assert.equal(signs.length, 5);
            for (const { name, colour, ground } of signs)
                assert.ok(contrast(colour, ground) >= 3, `${name}: ${contrast(colour, ground).toFixed(2)}`);
            assert.deepEqual(faults, []);
        });

    it('says that nothing is compared where a side has no such model any more', () => {
        const sources = { script: 'compare.js', style: 'compare.css', styleSource: origin, nonce: 'bm9uY2U=' };
        const html = comparePage(sources, 'Since <b>', null);
        assert.match(
            html,
            /<main>\n<h1>Since &#60;b&#62;: nothing is compared<\/h1>\n<p>One side has no such model now: /,
        );
        assert.doesNotMatch(html, /of meaning|<img/);
    });

    it('says on which side what was not understood', async () => {
        const texts = await page.locator('h2, [data-list=doubts]').allInnerTexts();
        assert.deepEqual(texts.slice(0, 4), [
            'Not understood on the older side (1)',
            'A statement was expected.',
            'Not understood on the newer side (1)',
            'Nothing is called Pcl1.',
        ]);
        assert.deepEqual(
            await page.locator('[data-list=doubts]').evaluateAll(all => all.map(each => (each as HTMLElement).dataset)),
            [
                { list: 'doubts', index: '1', side: 'older' },
                { list: 'doubts', index: '0', side: 'now' },
            ],
        );
    });

    it('has the way to the other side in the row of its entry, however long that is', async () => {
        const rows = await page.evaluate(() =>
            [...document.querySelectorAll('li')].flatMap(row => {
                const [main, other] = row.querySelectorAll('button');
                if (!main || !other) return [];
                const [a, b] = [main, other].map(each => each.getBoundingClientRect());
                return [{ apart: Math.round(b!.left - a!.right), down: Math.round(b!.top - a!.top), right: b!.right }];
            }),
        );
        assert.equal(rows.length, 3);
        for (const row of rows)
            assert.ok(row.apart >= 0 && row.apart < 2 && row.down === 0 && row.right <= 640, JSON.stringify(row));
    });
});
