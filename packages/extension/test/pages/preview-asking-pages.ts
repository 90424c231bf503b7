import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { exampleText } from '../../../language/test/support/examples.ts';
import { terminal } from '../../../language/test/support/terminal.ts';
import { keyHelp } from '../../src/webview/keys.ts';
import { previews } from './preview-host.ts';

const pictures = process.env['PREVIEW_PICTURES'];

/** A plant with two functions, a nested zone, views and a plan. */
const plant = `system Plant "Bottling plant"
zone Office "Office" { kind enterprise
  purdue 4
  asset Erp "Order system" : server
}
zone Site "Site" { kind operations
  purdue 3
  zone Control "Control" { kind control
    purdue 2
    asset Scada "SCADA server" : scada-server
    asset Plc "Controller" : plc
  }
}
zone Cloud "Cloud" { kind external
  planned for 2099-03-01
  asset Api : server
}
conduit Orders "Orders" between Office and Site.Control {
  via Fw
  asset Fw : firewall
  flow Office.Erp -> Site.Control.Scada : https
}
zone Line "Line" { kind control
  purdue 1
  asset Robot : plc
}
conduit Link "Line link" between Site.Control and Line {
  flow Site.Control.Scada -> Line.Robot : modbus-tcp
}
function Fill "Filling" { needs Line.Robot, Site.Control.Scada }
function Ship "Shipping" { needs Site.Control.Plc }
view Control "Control only" { description "What the control room sees"
  include Site
}
`;

describe('The preview, asked', function () {
    const preview = previews();
    const { opened } = preview;
    const has = (page: Page, selector: string): Promise<unknown> =>
        page.waitForSelector(selector, { state: 'attached' });
    const hasNo = (page: Page, selector: string): Promise<unknown> =>
        page.waitForSelector(selector, { state: 'detached' });
    const press = async (page: Page, selector: string, key: string): Promise<void> => {
        await page.focus(selector);
        await page.keyboard.press(key);
    };
    const places = (page: Page): Promise<readonly (string | null)[]> =>
        page
            .locator('#stage g.zone > .body')
            .evaluateAll(all => all.map(each => `${each.getAttribute('x')} ${each.getAttribute('y')}`));

    it('cuts with X and assumes with A, on the same picture, until Escape', async () => {
        const { page } = await opened(plant);
        const before = await places(page);
        await press(page, 'g.conduit[data-id="Link"]', 'x');
        await has(page, '#stage .wires[data-id="Link"] .cutdisc');
        await press(page, 'g.conduit[data-id="Orders"]', 'x');
        await has(page, '#stage .wires[data-id="Orders"] .cutdisc');
        assert.deepEqual(preview.host.choice.cut, ['Link', 'Orders']);
        assert.deepEqual(await places(page), before);
        const functions = (): Promise<string[]> => page.locator('#facts section:nth-of-type(2) li').allInnerTexts();
        assert.match((await functions()).join('\n'), /lost[^]*Filling[^]*kept[^]*Shipping/u);
        await press(page, 'g.conduit[data-id="Orders"]', 'x');
        await hasNo(page, '#stage .wires[data-id="Orders"] .cutdisc');
        await press(page, 'g.asset[data-id="Office.Erp"]', 'a');
        await has(page, 'g.asset[data-id="Office.Erp"] .struck');
        const hops = await page
            .locator('#stage g.asset:has(> circle.error)')
            .evaluateAll(all =>
                all.map(each => `${each.getAttribute('data-id')} ${each.querySelector('.on')?.textContent}`),
            );
        assert.deepEqual(hops.sort(), ['Office.Erp 0', 'Site.Control.Scada 1'], 'Link is cut: Line is not reached');
        assert.match(await page.innerText('#note-text'), /Cut: Link · Compromised: Office\.Erp/u);
        if (pictures) await page.screenshot({ path: `${pictures}/preview-what-if.png` });
        await page.keyboard.press('Escape');
        await hasNo(page, '#stage .cutdisc');
        assert.deepEqual([preview.host.choice.cut, preview.host.choice.assumed], [[], []]);
        assert.deepEqual(await places(page), before);
        assert.equal(await page.isHidden('#side'), true);
    });

    it('asks for a view that holds the case, and the server writes it', async () => {
        const { page, editor } = await opened(plant);
        await press(page, 'g.conduit[data-id="Link"]', 'x');
        await page.click('#note-write');
        await preview.host.heard(({ type }) => type === 'writeCase');
        const answer = await editor.request<{ edit: unknown }>('iacs/writeCase', {
            uri: editor.uri('main.iacs'),
            name: 'WhatIf',
            cut: ['Link'],
            assumed: ['Office.Erp'],
        });
        assert.match(JSON.stringify(answer.edit), /view WhatIf \{\\n {2}cut Link\\n {2}assume Office\.Erp\\n\}/u);
        const refused = await editor.request<{ refused: string }>('iacs/writeCase', {
            uri: editor.uri('main.iacs'),
            name: 'Control',
            cut: ['Link'],
            assumed: [],
        });
        assert.match(refused.refused, /There is a view Control already/u);
    });

    it('shows reach both ways apart, then one way, by depth', async () => {
        const { page } = await opened(terminal);
        await press(page, 'g.asset[data-id="Dmz.Jump"]', 'r');
        await page.waitForSelector('#facts section:nth-of-type(2)');
        const titles = (): Promise<string[]> => page.locator('#facts h2').allInnerTexts();
        const [out = '', into = ''] = await titles();
        assert.match(out, /^Dmz\.Jump reaches \d+$/u);
        assert.match(into, /^Dmz\.Jump is reached from \d+$/u);
        await page.keyboard.press('[');
        await page.waitForFunction(() => /at most/u.test(document.querySelector('#facts h2')?.textContent ?? ''));
        await page.keyboard.press('r');
        await page.waitForFunction(() => document.querySelectorAll('#facts h2').length === 1);
        assert.equal(preview.host.choice.reach?.side, 'out');
        await page.keyboard.press('r');
        await page.waitForFunction(() => /is reached/u.test(document.querySelector('#facts h2')?.textContent ?? ''));
        await page.keyboard.press('r');
        await hasNo(page, '#stage .pale');
        assert.equal(preview.host.choice.reach, null);
    });

    it('shows the path between two picked elements, with its hops, by key and by Shift and click', async () => {
        const { page } = await opened(plant);
        await press(page, 'g.asset[data-id="Office.Erp"]', 'p');
        assert.match(await page.innerText('#note-text'), /Path from Office\.Erp/u);
        await press(page, 'g.asset[data-id="Line.Robot"]', 'p');
        await page.waitForSelector('#facts li:nth-of-type(2)');
        const hops = await page.locator('#facts li').allInnerTexts();
        assert.deepEqual(hops.length, 2);
        assert.match(hops[0] ?? '', /1\s*Office\.Erp → Site\.Control\.Scada · https · Orders via Orders\.Fw/u);
        await page.keyboard.press('Escape');
        await page.waitForSelector('#side', { state: 'hidden' });
        await page.click('g.asset[data-id="Line.Robot"] > .ic', { modifiers: ['Shift'] });
        await page.click('g.asset[data-id="Office.Erp"] > .ic', { modifiers: ['Shift'] });
        await page.waitForFunction(() => /No path/u.test(document.querySelector('#legend')?.textContent ?? ''));
    });

    it('goes into a zone and out of it, with the zones around it named', async () => {
        const { page } = await opened(plant);
        await press(page, 'g.zone[data-id="Site.Control"]', 'd');
        await page.waitForSelector('#crumbs:not([hidden])');
        assert.equal(await page.innerText('#crumbs'), 'Bottling plant › Site › Control');
        assert.equal(await page.locator('g.zone[data-id="Cloud"]').count(), 0);
        await page.click('#crumbs button:nth-of-type(2)');
        await page.waitForFunction(() => document.querySelector('#crumbs b')?.textContent === 'Site');
        await page.keyboard.press('Backspace');
        await has(page, 'g.zone[data-id="Cloud"]');
        assert.equal(preview.host.choice.inside, null);
    });

    it('switches layers off and keeps them off', async () => {
        const { page } = await opened(plant);
        await page.click('#show-layers');
        await page.click('#layers label:has-text("Planned and retired") input');
        const visibility = (): Promise<string> =>
            page.evaluate(
                () => getComputedStyle(document.querySelector('g.zone[data-id="Cloud"]') as Element).visibility,
            );
        assert.equal(await visibility(), 'hidden');
        assert.deepEqual((await preview.host.state())?.hidden, ['planned']);
        await page.reload();
        await has(page, '#stage svg');
        assert.equal(await visibility(), 'hidden');
    });

    it('has a legend in print of full size, whole in each pane, also one that has become narrow', async () => {
        const host = await opened(exampleText('truck-loading'), { size: { width: 700, height: 700 } });
        const { page } = host;
        await page.click('#show-legend');
        for (const width of [700, 290, 210]) {
            await page.setViewportSize({ width, height: 700 });
            await host.settled();
            const seen = await page.evaluate(() => {
                const panel = document.querySelector('#legend')!.getBoundingClientRect();
                return [...document.querySelectorAll<SVGSVGElement>('#legend svg')].map(svg => {
                    const [box, words] = [svg, svg.querySelector('.lt')!].map(each => each.getBoundingClientRect());
                    return {
                        words: svg.textContent,
                        scale: box!.width / svg.viewBox.baseVal.width,
                        whole: words!.right <= box!.right + 0.5 && box!.right <= panel.right + 0.5,
                    };
                });
            });
            assert.ok(seen.length > 10, `${width}: ${seen.length} signs`);
            for (const { words, scale, whole } of seen)
                assert.ok(whole && scale > 0.99, `${width} pixels: ${words} at ${scale.toFixed(2)}`);
        }
    });

    it('has legend, notes and keys beside the picture, and no frame of paper in it', async () => {
        const { page } = await opened(plant);
        assert.equal(await page.locator('#stage :is(.headline, .foot, .rim, .legend)').count(), 0);
        await page.click('#show-legend');
        assert.match((await page.locator('#legend').textContent()) ?? '', /planned: not there yet/u);
        await page.keyboard.press('Escape');
        assert.equal(await page.isHidden('#legend'), true);
        await page.focus('#frame');
        await page.keyboard.press('?');
        const keys = await page.locator('#help kbd').allInnerTexts();
        assert.deepEqual(
            keys,
            keyHelp.map(each => each.keys),
        );
        for (const key of ['X', 'A', 'Esc']) assert.ok(keys.includes(key), key);
    });

    it('finds an asset that is drawn as one with others of its type, and marks those', async () => {
        const assets = Array.from({ length: 30 }, (_, at) => `asset P${at} "Drive of pump ${at}" : plc`);
        const { page } = await opened(`system S\nzone A { asset Hmi : hmi\n${assets.join('\n')} }\nzone B { }\n`);
        const outlines = (): Promise<Record<string, string>> =>
            page.evaluate(() =>
                Object.fromEntries(
                    [...document.querySelectorAll('g.asset')].map(asset => [
                        asset.getAttribute('data-id'),
                        getComputedStyle(asset.querySelector('.ic')!).outlineStyle,
                    ]),
                ),
            );
        assert.deepEqual(await outlines(), { 'A.Hmi': 'none', 'A.P0': 'none' });
        await page.fill('#search', 'pump 17');
        await page.keyboard.press('Enter');
        await page.waitForFunction(
            () => getComputedStyle(document.querySelector('g.asset[data-id="A.P0"] .ic')!).outlineStyle === 'solid',
        );
        assert.deepEqual(await outlines(), { 'A.Hmi': 'none', 'A.P0': 'solid' });
    });

    it('frames the current hit, opens what is said of it, and finds what the picture hides', async () => {
        const { page } = await opened(plant);
        await page.fill('#search', 'scada');
        await page.waitForSelector('#card:not([hidden])');
        assert.match(await page.innerText('#card'), /Scada/u);
        const outline = (id: string): Promise<string> =>
            page.evaluate(
                name =>
                    getComputedStyle(document.querySelector(`g.asset[data-id="${name}"] > .ic`) as Element)
                        .outlineStyle,
                id,
            );
        assert.equal(await outline('Site.Control.Scada'), 'solid');
        await press(page, 'g.zone[data-id="Site"]', 'f');
        await hasNo(page, 'g.asset[data-id="Site.Control.Scada"]');
        await page.fill('#search', 'scada server');
        await page.keyboard.press('Enter');
        await has(page, 'g.asset[data-id="Site.Control.Scada"]');
    });

    it('keeps the place to which a box was moved, writes it beside the model, and moves it back', async () => {
        const opening = await opened(plant);
        const { page } = opening;
        await page.click('#fit');
        const line = page.locator('g.zone[data-id="Line"] > .body');
        const at = async (): Promise<number> => Number(await line.getAttribute('x'));
        const before = await at();
        const box = await line.boundingBox();
        assert.ok(box);
        await page.keyboard.down('Alt');
        await page.mouse.move(box.x + 20, box.y + 12);
        await page.mouse.down();
        await page.mouse.move(box.x + 120, box.y + 12, { steps: 4 });
        await page.mouse.move(box.x + 220, box.y + 12, { steps: 4 });
        await page.mouse.up();
        await page.keyboard.up('Alt');
        await page.waitForFunction(
            was => Number(document.querySelector('g.zone[data-id="Line"] > .body')?.getAttribute('x')) > was + 100,
            before,
        );
        const [[file = '', text = ''] = []] = [...opening.written];
        assert.match(file, /main\.places$/u);
        assert.match(text, /^zone Line /mu);
        const moved = await at();
        await opening.editor.type('asset Robot : plc', 'asset Robot : plc\n  asset Panel : hmi');
        await opening.draw();
        await has(page, 'g.asset[data-id="Line.Panel"]');
        assert.ok(Math.abs((await at()) - moved) < 60, 'an edit leaves it there');
        await page.click('#note-back');
        await page.waitForFunction(
            was =>
                Math.abs(Number(document.querySelector('g.zone[data-id="Line"] > .body')?.getAttribute('x')) - was) <
                60,
            before,
        );
        await press(page, 'g.zone[data-id="Line"]', 'Alt+ArrowRight');
        await page.waitForSelector('#note-back:not([hidden])');
    });

    it('shows another day, says so, and goes back to today', async () => {
        const { page, editor } = await opened(plant);
        await has(page, 'g.zone.planned[data-id="Cloud"]');
        assert.equal(await editor.request('iacs/day', { day: '2099-02-30' }), null);
        await editor.request('iacs/day', { day: '2099-04-01' });
        await preview.host.draw();
        await page.waitForSelector('#note-today:not([hidden])');
        assert.match(await page.innerText('#note-text'), /As on 2099-04-01/u);
        await hasNo(page, 'g.zone.planned[data-id="Cloud"]');
        await page.click('#note-today');
        await has(page, 'g.zone.planned[data-id="Cloud"]');
        assert.equal(await page.isHidden('#note-today'), true);
        const days = await editor.request<{ day: string; what: string[] }[]>('iacs/days', {
            uri: editor.uri('main.iacs'),
        });
        assert.deepEqual(
            days.filter(({ day }) => day > '2098'),
            [],
            'ten years ahead',
        );
    });

    it('presents the views, one after the other, with what is said of each', async () => {
        const { page } = await opened(plant);
        await page.click('#present');
        assert.equal(await page.isHidden('.ui-bar'), true);
        assert.match(await page.innerText('#caption'), /Bottling plant\s*1 of 2/u);
        await page.keyboard.press('PageDown');
        await page.waitForFunction(() => /Control only/u.test(document.querySelector('#caption')?.textContent ?? ''));
        assert.match(await page.innerText('#caption'), /What the control room sees/u);
        await page.keyboard.press('Escape');
        assert.equal(await page.isVisible('.ui-bar'), true);
    });

    it('names zones in print that can be read, however small the picture is', async () => {
        const { page } = await opened(exampleText('substations'), { size: { width: 500, height: 400 } });
        await page.click('#fit');
        const labels = await page
            .locator('#labels span:not([hidden])')
            .evaluateAll(all => all.map(each => parseFloat(getComputedStyle(each).fontSize)));
        assert.ok(labels.length > 3);
        assert.ok(labels.every(size => size >= 11));
        await page.keyboard.press('1');
        assert.equal(await page.isHidden('#labels'), true);
        if (pictures) await page.screenshot({ path: `${pictures}/preview-small.png` });
    });

    it('names zones by their whole titles in it, whatever lines cross and words are parted', async () => {
        const word = 'Verwaltungsnetzwerksegmentierungsgrundschutzbereich';
        const depths = [1, 2, 3];
        const inside = depths.map(depth => `zone L${depth} "Level ${depth} of ${word}" {\nasset A : plc\n`).join('');
        const { page } = await opened(
            `system S\n${inside}${'}\n'.repeat(depths.length)}zone Office { asset Pc "${word}" : office-computer }\n` +
                'conduit C between Office and L1.L2.L3 { flow Office.Pc -> L1.L2.L3.A : https }\n' +
                'conduit D between L1 and L1.L2 { flow L1.A -> L1.L2.A : https }\n',
            { size: { width: 500, height: 400 } },
        );
        await page.click('#fit');
        const names = await page.locator('#labels span').evaluateAll(all => all.map(each => each.textContent));
        assert.ok(names.length > 1 && names.includes('Office'));
        for (const name of names) assert.match(name ?? '', new RegExp(`^(?:Office|Level [123] of ${word})$`, 'u'));
        const named = await page.locator('g.asset[data-id="Office.Pc"]').getAttribute('aria-label');
        assert.ok(named?.startsWith(`${word} Pc`), named ?? '');
    });

    it('writes the name of a safety zone beside its stripe, however small the picture is', async () => {
        const { page } = await opened(exampleText('truck-loading'), { size: { width: 700, height: 560 } });
        await page.click('#fit');
        const label = page.locator('#labels span', { hasText: 'Safety instrumented system' });
        await label.waitFor();
        const stripe = await page.locator('g.zone > [fill="url(#iacs-hazard)"]').boundingBox();
        const name = await label.boundingBox();
        assert.ok(stripe && name && name.x >= stripe.x + stripe.width - 0.5, JSON.stringify([stripe, name]));
    });

    it('loses nothing in a pane of 210 pixels', async () => {
        const { page } = await opened(exampleText('truck-loading'), { size: { width: 210, height: 640 } });
        await page.click('#more');
        const beyond = (): Promise<string[]> =>
            page.evaluate(() =>
                [
                    ...document.querySelectorAll(
                        'header :is(select, input, button), .ui-popup:not([hidden]), #side:not([hidden])',
                    ),
                ]
                    .filter(each => each.getClientRects().length > 0)
                    .filter(each => {
                        const { left, right } = each.getBoundingClientRect();
                        return left < -1 || right > innerWidth + 1;
                    })
                    .map(each => each.id || each.className),
            );
        assert.deepEqual(await beyond(), []);
        for (const id of ['view', 'colour', 'detail', 'direction', 'show-layers', 'show-legend', 'present', 'export'])
            assert.equal(await page.isVisible(`#${id}`), true, id);
        await page.click('#show-legend');
        assert.deepEqual(await beyond(), []);
        await page.keyboard.press('Escape');
        await page.click('#more');
        await press(page, 'g.asset[data-id="Dmz.Jump"]', 'r');
        await page.waitForSelector('#side:not([hidden])');
        assert.deepEqual(await beyond(), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 210);
        if (pictures) await page.screenshot({ path: `${pictures}/preview-narrow.png` });
    });
});
