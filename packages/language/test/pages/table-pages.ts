import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { levelsToHtml, modelLevels } from '../../src/views/levels/index.ts';
import { reconciliationHtml, type Row } from '../../src/views/reconcile/index.ts';
import { sharedBrowser } from '../support/browser.ts';
import { load } from '../support/load.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const word = 'Verwaltungsnetzwerksegmentierungsgrundschutzbereich';

const row = (what: string, observed: string, kind: string): Row => ({
    group: `Fernwartungszugang${word}`,
    kind: 'flow',
    what,
    declared: 'yes',
    configured: 'no, but rule 6 Figures is near',
    observed,
    class: kind,
    file: 'examples/as-found/main.iacs',
    line: 58,
});

/** The pages of tables that commands write, of a plant with long names. */
const pages = {
    'declared, configured, seen': reconciliationHtml([
        {
            system: word,
            root: 'main.iacs',
            sources: ['Rules FwRules of ControlDmz.Fw, exported 2026-11-28: 6 that permit.'],
            rows: [
                row('Dmz.Hist -> Control.Plc1 : opc-ua', 'used on 1 day, last 2026-11-28', 'past-boundary'),
                row('10.10.2.77 in Control -> any : any', 'scanned on 1 day', 'undocumented'),
            ],
            notUnderstood: 0,
        },
    ]),
    levels: levelsToHtml([
        modelLevels(
            load(`system S\nzone ${word} { kind control SL-T 2\nasset P : plc }\nzone Other { kind enterprise }`)
                .assessment,
            'S',
            'main.iacs',
            null,
            0,
        ),
    ]),
};

describe('A page of tables', function () {
    let browser: Browser;
    before(async () => {
        browser = await sharedBrowser();
    });

    for (const [name, html] of Object.entries(pages)) {
        it(`can be read and moved by keys on a narrow screen and at 200 %: ${name}`, async () => {
            const page = await browser.newPage();
            await page.setContent(html, { waitUntil: 'load' });
            for (const width of [400, 640]) {
                await page.setViewportSize({ width, height: 800 });
                const faults = await page.evaluate(() => [
                    ...(document.documentElement.scrollWidth > innerWidth ? ['the page moves sideways'] : []),
                    ...[...document.querySelectorAll('h1, h2, p, li, th, td')]
                        .filter(each => each.scrollWidth > each.clientWidth + 1)
                        .map(each => `too wide: ${each.textContent}`),
                    ...[...document.querySelectorAll('td')]
                        .filter(each => each.clientHeight > 200)
                        .map(each => `too tall: ${each.textContent}`),
                    ...[...document.querySelectorAll<HTMLElement>('section')]
                        .filter(each => each.scrollWidth > each.clientWidth && each.tabIndex < 0)
                        .map(each => `not moved by keys: ${each.textContent.slice(0, 40)}`),
                ]);
                deepEqual(faults, [], `${width} px`);
            }
            await page.evaluate(axeSource);
            const found = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as {
                    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
                };
                return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
            });
            deepEqual(found, []);
            ok((await page.pdf({ format: 'A4' })).length > 0);
            await page.close();
        });
    }
});
