import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { exampleText } from '../../../language/test/support/examples.ts';
import { terminal } from '../../../language/test/support/terminal.ts';
import { contrast } from './contrast.ts';
import { editorThemes, previews } from './preview-host.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['PREVIEW_PICTURES'];

/** The smallest print of the picture as it is seen, in pixels. */
const printOf = (page: Page): Promise<number> =>
    page.evaluate(() =>
        Math.min(
            ...[...document.querySelectorAll('#stage svg text')].map(text => {
                const svg = document.querySelector('#stage svg') as SVGSVGElement;
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return parseFloat(getComputedStyle(text).fontSize) * scale;
            }),
        ),
    );

describe('The preview in a browser', function () {
    const preview = previews();
    const { opened } = preview;
    const has = (selector: string): Promise<unknown> =>
        preview.host.page.waitForSelector(selector, { state: 'attached' });

    for (const theme of Object.keys(editorThemes) as (keyof typeof editorThemes)[]) {
        it(`keeps its policy and has nothing that axe finds, in ${theme}`, async () => {
            const { page } = await opened(exampleText('truck-loading'), { theme });
            await page.hover('g.zone[data-id="Dmz"] > .top');
            await has('#card:not([hidden])');
            // The policy lets no script in but the page's own: the debugger's door is used.
            await page.evaluate(axeSource);
            const found = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as {
                    axe: {
                        run(
                            options: unknown,
                        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
                    };
                };
                return (await axe.run({ resultTypes: ['violations'] })).violations.map(
                    each => `${each.id}: ${each.nodes[0]?.html} ${each.nodes[0]?.failureSummary}`,
                );
            });
            assert.deepEqual(found, []);
            if (pictures) await page.screenshot({ path: `${pictures}/preview-${theme}.png` });
        });
    }

    it('has lines and words of high contrast where the theme asks for it', async () => {
        for (const [theme, ground] of [
            ['contrast', 'rgb(0, 0, 0)'],
            ['contrastLight', 'rgb(255, 255, 255)'],
        ] as const) {
            const { page } = await opened(exampleText('truck-loading'), { theme });
            const seen = await page.evaluate(() =>
                ['rect.body', 'rect.card', 'path.wire', 'g.level text', 'g.conduit > :is(.ct, .cm, .cf)'].flatMap(
                    selector =>
                        [...document.querySelectorAll(`#stage svg ${selector}`)].map(each => {
                            const { fill, stroke } = getComputedStyle(each);
                            return { selector, colour: each.tagName === 'text' ? fill : stroke };
                        }),
                ),
            );
            assert.equal(new Set(seen.map(({ selector }) => selector)).size, 5);
            for (const { selector, colour } of seen)
                assert.ok(contrast(colour, ground) >= 7, `${theme}: ${selector} ${colour}`);
            await preview.close();
        }
    });

    it('has its controls in one row from 1600 pixels on', async () => {
        const { page } = await opened(exampleText('as-found'), { size: { width: 1600, height: 800 } });
        await page.evaluate(() => {
            for (const id of ['view-label', 'found-label']) document.getElementById(id)!.hidden = false;
        });
        const rows = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('.ui-tools :is(button, select)')]
                .filter(each => each.offsetParent !== null)
                .map(each => Math.round(each.getBoundingClientRect().top)),
        );
        assert.equal(new Set(rows).size, 1, rows.join());
    });

    it('fits the width of its pane at the first look, names its zones there, and shows all of it on request', async () => {
        const whole = (page: Page): Promise<boolean> =>
            page.evaluate(() => {
                const [frame, svg] = ['#frame', '#stage svg'].map(
                    name => document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect(),
                );
                return (
                    frame !== undefined &&
                    svg !== undefined &&
                    svg.width > 100 &&
                    svg.left >= frame.left &&
                    svg.right <= frame.right &&
                    svg.top >= frame.top &&
                    svg.bottom <= frame.bottom
                );
            });
        for (const [name, width] of [
            ['refinery', 1200],
            ['refinery', 700],
            ['substations', 700],
            ['substations', 400],
            ['swat', 1300],
            ['swat', 700],
            ['ship', 400],
            ['truck-loading', 400],
        ] as const) {
            const { page } = await opened(exampleText(name), { size: { width, height: 800 } });
            const seen = await page.evaluate(() => {
                const [frame, svg] = ['#frame', '#stage svg'].map(each =>
                    document.querySelector(each)!.getBoundingClientRect(),
                ) as [DOMRect, DOMRect];
                // A zone has its name in the picture, or in the print of the page.
                const scale = svg.width / (document.querySelector('#stage svg') as SVGSVGElement).viewBox.baseVal.width;
                const named = [
                    ...document.querySelectorAll<HTMLElement>('#labels:not([hidden]) span:not([hidden])'),
                    ...(scale < 0.6
                        ? []
                        : document.querySelectorAll<SVGTextElement>('#stage g.zone > .zt:first-of-type')),
                ].map(each => ({
                    size: parseFloat(getComputedStyle(each).fontSize) * (each instanceof HTMLElement ? 1 : scale),
                    cut: each.scrollWidth > each.clientWidth && each instanceof HTMLElement ? each.textContent : null,
                }));
                return {
                    left: svg.left - frame.left,
                    right: frame.right - svg.right,
                    top: svg.top - frame.top,
                    cut: named.flatMap(each => (each.cut === null ? [] : [each.cut])),
                    print: Math.min(...named.map(each => each.size)),
                    names: named.length,
                    zones: document.querySelectorAll('#stage g.zone').length,
                };
            });
            const what = `${name}, ${width} pixels wide`;
            assert.ok(seen.left >= 0 && seen.right >= 0 && seen.top >= 0, `${what}: ${JSON.stringify(seen)}`);
            assert.deepEqual(seen.cut, [], what);
            assert.ok(seen.print >= 7, `${what}: names of zones in ${seen.print} pixels`);
            assert.ok(seen.names >= seen.zones, `${what}: ${seen.names} names for ${seen.zones} zones`);
            await page.click('#fit');
            assert.equal(await whole(page), true);
            await preview.close();
        }
    });

    it('breaks names of zones that are far away between words, and shows a line whole or not at all', async () => {
        const kinds = ['control', 'operations', 'dmz', 'safety'];
        const zones = Array.from({ length: 20 }, (_, at) => {
            const assets = Array.from({ length: 50 }, (_asset, number) => `asset A${number} : plc`).join('\n');
            const kind = kinds[at % 4]!;
            return `zone Z${at} "Unit ${at} ${kind} network" { kind ${kind}\nSL-T 2\n${assets} }\n`;
        });
        const links = zones.slice(1).map((_, at) => `conduit C${at} between Z${at} and Z${at + 1} { }\n`);
        for (const width of [500, 640, 900]) {
            const text = `system Big\n${zones.join('')}${links.join('')}`;
            const { page } = await opened(text, { size: { width, height: 760 } });
            const seen = await page.evaluate(() =>
                [...document.querySelectorAll<HTMLElement>('#labels span:not([hidden])')].map(label => {
                    const box = label.getBoundingClientRect();
                    const node = label.firstChild as Text;
                    const words = [...node.data.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
                        const range = document.createRange();
                        range.setStart(node, index);
                        range.setEnd(node, index + word.length);
                        const rects = [...range.getClientRects()];
                        const middle = (rects[0]!.top + rects[0]!.bottom) / 2;
                        const half = parseFloat(getComputedStyle(label).fontSize) / 2;
                        return {
                            word,
                            lines: rects.length,
                            fits: rects.reduce((sum, { width }) => sum + width, 0) <= box.width - 8,
                            seen: middle + half <= box.bottom + 1,
                            gone: middle - half >= box.bottom - 1,
                        };
                    });
                    return { name: node.data, print: parseFloat(getComputedStyle(label).fontSize), words };
                }),
            );
            assert.ok(seen.length >= 20, `${width} pixels: ${seen.length} names`);
            for (const { name, print, words } of seen) {
                assert.ok(print >= 11, `${name}: ${print} pixels`);
                for (const { word, lines, fits, ...shown } of words)
                    assert.ok(
                        !fits || (lines === 1 && shown.seen !== shown.gone),
                        `${width}: ${word} in ${name}, ${lines} lines`,
                    );
                assert.ok(words[1]!.seen, `${width} pixels: the number of ${name} is seen`);
            }
            await preview.close();
        }
    });

    it('fits itself to a pane of another shape until the reader goes elsewhere', async () => {
        const chain = Array.from(
            { length: 5 },
            (_, n) =>
                `zone Z${n} "Zone ${n}" { kind operations purdue ${4 - n}\nasset P : plc }\n` +
                (n === 0 ? '' : `conduit C${n} between Z${n - 1} and Z${n} { flow Z${n - 1}.P -> Z${n}.P : https }\n`),
        ).join('');
        const { page } = await opened(`system S "Chain"\n${chain}`, { size: { width: 500, height: 800 } });
        /** How far the last zone is from the first one, and how wide the first one is, on the screen. */
        const seen = (): Promise<{ right: number; down: number; wide: number }> =>
            page.evaluate(() => {
                const [first, last] = ['Z0', 'Z4'].map(id =>
                    document.querySelector(`g.zone[data-id="${id}"] > .body`)!.getBoundingClientRect(),
                ) as [DOMRect, DOMRect];
                return { right: last.left - first.left, down: last.top - first.top, wide: first.width };
            });
        const upright = await seen();
        assert.ok(upright.down > upright.right, JSON.stringify(upright));
        await page.setViewportSize({ width: 1500, height: 600 });
        await page.waitForFunction(() => {
            const [first, last] = ['Z0', 'Z4'].map(id =>
                document.querySelector(`g.zone[data-id="${id}"] > .body`)!.getBoundingClientRect(),
            ) as [DOMRect, DOMRect];
            const across = last.left - first.left;
            return across > last.top - first.top && across > 700 && last.right < 1500;
        });
        // All of it is larger in a larger pane, without a key; what the reader has chosen is not changed.
        const before = await seen();
        await page.setViewportSize({ width: 1500, height: 500 });
        await page.click('#in');
        const chosen = await seen();
        assert.ok(chosen.wide > before.wide, JSON.stringify([before, chosen]));
        await page.setViewportSize({ width: 1300, height: 500 });
        assert.equal(Math.round((await seen()).wide), Math.round(chosen.wide));
    });

    it('begins at the left edge of a picture that is much too large for its pane, in a size that can be read', async () => {
        const { page } = await opened(exampleText('substations'), { size: { width: 170, height: 900 } });
        // The place is chosen when the size of the pane is known, a moment after the picture is there.
        await page.waitForFunction(
            () =>
                document.querySelector('#stage svg')!.getBoundingClientRect().left >=
                document.querySelector('#frame')!.getBoundingClientRect().left,
        );
        const seen = await page.evaluate(() => {
            const [frame, svg] = ['#frame', '#stage svg'].map(each =>
                document.querySelector(each)!.getBoundingClientRect(),
            ) as [DOMRect, DOMRect];
            const within = [...document.querySelectorAll('#stage g.zone > .body')]
                .map(each => each.getBoundingClientRect())
                .filter(box => box.left >= frame.left && box.left < frame.right && box.top < frame.bottom);
            return { left: svg.left - frame.left, wide: svg.width / frame.width, zones: within.length };
        });
        assert.ok(seen.wide > 3, `as wide as ${seen.wide} panes`);
        assert.ok(seen.left >= 0 && seen.zones > 0, JSON.stringify(seen));
        assert.ok((await printOf(page)) >= 8);
    });

    it('has a map while most is out of sight, and goes where it is pressed', async () => {
        const { page } = await opened(exampleText('substations'));
        await page.click('#fit');
        assert.equal(await page.isHidden('#map'), true);
        for (let times = 0; times < 10; times++) await page.click('#in');
        assert.equal(await page.isVisible('#map'), true);
        const zones = await page.locator('#stage g.zone').count();
        assert.equal(await page.locator('#map rect.body').count(), zones);
        const box = await page.locator('#map svg').boundingBox();
        assert.ok(box);
        await page.mouse.click(box.x + 2, box.y + 2);
        const seen = async (): Promise<number> => Number(await page.getAttribute('#map .seen', 'x'));
        const left = await seen();
        await page.mouse.click(box.x + box.width - 2, box.y + box.height - 2);
        assert.ok((await seen()) > left + 100);
        // In a narrow pane it leaves most of the room to the picture.
        await page.setViewportSize({ width: 210, height: 640 });
        await page.waitForFunction(() => {
            const map = document.querySelector('#map')!.getBoundingClientRect();
            return map.width > 0 && map.width < 84;
        });
    });

    it('finds by name and by what a card says, one after the other', async () => {
        const { page } = await opened(terminal);
        await page.keyboard.press('Tab');
        await page.focus('#frame');
        await page.keyboard.press('/');
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
        await page.keyboard.type('modbus');
        const all = Number(/of (\d+)$/u.exec(await page.innerText('#count'))?.[1]);
        assert.ok(all >= 2);
        await page.keyboard.press('Enter');
        assert.equal(await page.innerText('#count'), `2 of ${all}`);
        await page.fill('#search', 'no such thing');
        assert.equal(await page.innerText('#count'), 'none here');
        await page.press('#search', 'Escape');
        assert.equal(await page.innerText('#count'), '');
    });

    it('is walked with the keyboard, and opens the text', async () => {
        const { page, said } = await opened(terminal);
        const focused = (): Promise<string | null | undefined> =>
            page.evaluate(() => document.activeElement?.getAttribute('data-id'));
        await page.focus('#frame');
        await page.keyboard.press('Enter');
        assert.equal(await focused(), 'Vendor');
        const visited = new Set<string>();
        for (let step = 0; step < 8; step++) {
            await page.keyboard.press('ArrowDown');
            visited.add((await focused()) ?? '');
        }
        assert.ok(visited.size > 4, [...visited].join());
        const at = await focused();
        await page.keyboard.press('Enter');
        await preview.host.heard(message => message.type === 'open');
        assert.deepEqual(
            said.findLast(message => message.type === 'open'),
            { type: 'open', id: at },
        );
    });

    it('draws conduits as tags with a list beside, and as cards again', async () => {
        const { page } = await opened(exampleText('truck-loading'));
        await has('g.conduit');
        await page.selectOption('#conduits', 'tags');
        await has('#side:not([hidden])');
        if (pictures) await page.screenshot({ path: `${pictures}/tags.png` });
        assert.match((await page.textContent('#facts')) ?? '', /Conduits[\s\S]*SL-T/u);
        assert.equal(preview.host.choice.conduits, 'tags');
        await page.selectOption('#conduits', 'cards');
        await page.waitForSelector('#side', { state: 'hidden' });
        assert.equal(preview.host.choice.conduits, 'cards');
    });

    it('opens the text at a click, and marks what the cursor stands on', async () => {
        const { page, said } = await opened(terminal);
        await page.click('g.asset[data-id="Control.Plc1"] > .ic');
        await preview.host.heard(message => message.type === 'open');
        assert.deepEqual(
            said.findLast(message => message.type === 'open'),
            { type: 'open', id: 'Control.Plc1' },
        );
        const stroke = (): Promise<string> =>
            page.evaluate(
                () =>
                    getComputedStyle(document.querySelector('g.zone[data-id="Safety"] > .body') as Element).strokeWidth,
            );
        assert.equal(await stroke(), '1.25px');
        await preview.host.say({ type: 'select', ids: ['Safety'] });
        await page.waitForFunction(
            () =>
                getComputedStyle(document.querySelector('g.zone[data-id="Safety"] > .body') as Element).strokeWidth ===
                '3.5px',
        );
    });

    it('folds and unfolds a zone with a double click and with a key', async () => {
        const text =
            'system S\nzone P "Plant" {\n  zone A { asset X : plc }\n  zone B { asset Y : plc }\n}\nzone C { ' +
            'asset Z : plc }\nconduit Out between P.A and C\n';
        const { page } = await opened(text);
        await page.dblclick('g.zone[data-id="P"] > .top');
        await page.waitForSelector('g.zone[data-id="P.A"]', { state: 'detached' });
        assert.deepEqual(preview.host.choice.folded, ['P']);
        await page.focus('g.zone[data-id="P"]');
        await page.keyboard.press('f');
        await has('g.zone[data-id="P.A"]');
        assert.deepEqual(preview.host.choice.folded, []);
    });

    it('shows the state of one requirement over all zones, in words too', async () => {
        const { page } = await opened(exampleText('truck-loading'));
        await page.selectOption('#colour', 'SR 1.1');
        await has('#stage g.zone[class*="state-"]');
        const zones = await page
            .locator('#stage g.zone')
            .evaluateAll(groups =>
                groups.map(group => [
                    /state-([a-z-]+)/u.exec(group.getAttribute('class') ?? '')?.[1],
                    group.querySelector('.chip')?.textContent,
                ]),
            );
        const words: Record<string, string> = { 'not-assessed': 'not assessed', unasked: 'not required' };
        for (const [state = '', chip] of zones) assert.equal(chip, words[state] ?? state);
        assert.ok(new Set(zones.map(([state]) => state)).size > 1);
        await page.selectOption('#colour', 'gap');
        await has('#stage g.zone[class*="gap-"]');
        if (pictures) await page.screenshot({ path: `${pictures}/preview-gap.png` });
    });

    it('shows the plant as found where there is evidence, and offers it nowhere else', async () => {
        const plain = await opened(exampleText('truck-loading'));
        assert.ok(await plain.page.locator('#found-label').isHidden());
        await plain.close();
        const { page } = await opened(exampleText('as-found'));
        await page.check('#found');
        await has('#stage path.wire.declared');
        assert.equal(preview.host.choice.asFound, true);
        await page.click('#show-legend');
        assert.match((await page.locator('#legend').textContent()) ?? '', /seen only[^]*permitted only/u);
        if (pictures) await page.screenshot({ path: `${pictures}/preview-as-found.png` });
        await page.uncheck('#found');
        await page.waitForSelector('#stage path.wire.declared', { state: 'detached' });
    });

    it('makes pale what an asset neither reaches nor is reached by, until all is asked for', async () => {
        const { page } = await opened(terminal);
        await page.focus('g.asset[data-id="Dmz.Jump"]');
        await page.keyboard.press('r');
        await has('#stage .pale');
        const pale = await page
            .locator('#stage g.zone.pale')
            .evaluateAll(groups => groups.map(group => group.getAttribute('data-id')));
        assert.ok(!pale.includes('Dmz') && !pale.includes('Control'), pale.join());
        const conduits = await page
            .locator('#stage g.conduit:not(.pale)')
            .evaluateAll(groups => groups.map(group => group.getAttribute('data-id')));
        assert.deepEqual(conduits.slice(0, 2), ['Remote', 'Operate']);
        assert.match(await page.innerText('#note-text'), /Dmz\.Jump reaches/u);
        if (pictures) await page.screenshot({ path: `${pictures}/preview-reach.png` });
        await page.click('#note-clear');
        await page.waitForSelector('#stage .pale', { state: 'detached' });
        assert.equal(await page.isHidden('#note'), true);
    });

    it('keeps its place and its choice over edits and a reload', async () => {
        const { page, editor } = await opened(terminal);
        await page.selectOption('#colour', 'kind');
        await has('#stage g.zone.kind-dmz');
        for (let times = 0; times < 4; times++) await page.click('#in');
        const before = await preview.host.state();
        assert.equal(before?.place?.fitted, false);
        await editor.type('asset Jump : jump-host', 'asset Jump : jump-host\n  asset Logs "Log server" : server');
        await preview.host.draw();
        await has('g.asset[data-id="Dmz.Logs"]');
        assert.equal((await preview.host.state())?.place?.scale, before?.place?.scale);
        const kept = await preview.host.state();
        await page.reload();
        await has('#stage g.zone.kind-dmz');
        assert.deepEqual(await preview.host.state(), kept);
    });

    it('changes only what differs', async () => {
        const { page, editor } = await opened(terminal);
        await page.evaluate(() =>
            document.querySelectorAll('#stage g[data-key]').forEach(group => Object.assign(group, { was: true })),
        );
        await editor.type('"Operator station"', '"Operator panel"');
        await preview.host.draw();
        await page.waitForFunction(() =>
            document.querySelector('g.asset[data-id="Control.Hmi1"]')?.textContent.includes('panel'),
        );
        assert.deepEqual(
            await page.evaluate(() =>
                [...document.querySelectorAll('#stage g[data-key]')]
                    .filter(group => !('was' in group))
                    .map(group => group.getAttribute('data-key')),
            ),
            [],
        );
    });

    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
        it(`lets things glide unless reduced motion is asked for: ${reducedMotion}`, async () => {
            const { page, editor } = await opened(terminal, { reducedMotion });
            preview.host.animate = true;
            await editor.type(
                'asset Jump : jump-host',
                'asset Jump : jump-host\n  asset Logs "Log server" : server\n asset More : server\n asset Again ' +
                    ': server',
            );
            const moving = page.evaluate(
                () =>
                    new Promise<number>(resolve => {
                        const look = (): void =>
                            document.querySelector('g.asset[data-id="Dmz.Again"]')
                                ? resolve(document.getAnimations().length)
                                : void requestAnimationFrame(look);
                        look();
                    }),
            );
            await preview.host.draw();
            assert.equal((await moving) > 0, reducedMotion === 'no-preference');
        });
    }

    it('becomes an image of the whole picture', async () => {
        const { page, said } = await opened(terminal);
        await preview.host.render();
        await preview.host.heard(({ type }) => type === 'image' || type === 'failed');
        const image = said.find(message => message.type === 'image');
        assert.ok(image, JSON.stringify(said.at(-1)));
        const bytes = Buffer.from(image.url.slice(image.url.indexOf(',') + 1), 'base64');
        const width = await page.evaluate(
            () => document.querySelector<SVGSVGElement>('#stage svg')?.viewBox.baseVal.width,
        );
        assert.ok(width && bytes.readUInt32BE(16) >= width);
    });

    it('says why there is nothing to draw, and what a broken text leaves out', async () => {
        const { page, editor } = await opened(terminal);
        await editor.type('conduit Operate', 'conduit }{ Operate');
        await preview.host.draw();
        await page.waitForSelector('#note.warn:not([hidden])');
        const conduits = await page
            .locator('#stage g.conduit:not(.pale)')
            .evaluateAll(groups => groups.map(group => group.getAttribute('data-id')));
        assert.deepEqual(conduits.slice(0, 2), ['Remote', 'Operate']);
        assert.match(await page.innerText('#note-text'), /last good picture/u);
        await preview.host.say({ type: 'nothing', message: 'This file belongs to no model.' });
        await page.waitForSelector('#empty:not([hidden])');
        assert.equal(await page.locator('#stage svg').count(), 0);
    });
});
