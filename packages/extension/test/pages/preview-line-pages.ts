import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ToHost } from '../../src/preview/messages.ts';
import { editorThemes, previews } from './preview-host.ts';

const pictures = process.env['PREVIEW_PICTURES'];

/** A plant whose office must not reach its cell, and a conduit for what may. */
const plant = `system Plant "Bottling plant" { owner "O" }
zone Office "Office" { kind enterprise
  asset Erp "Order system" : server
}
zone Dmz "Plant DMZ" { kind dmz
  asset Mirror "Historian mirror" : historian
}
zone Cell "Cell" { kind control
  SL-T 2
  asset Plc "Controller" : plc
  asset Hmi "Panel" : hmi
}
conduit Orders between Office and Dmz {
  via Fw
  asset Fw : firewall { serves Office, Dmz }
  flow Office.Erp -> Dmz.Mirror : https { port tcp 443 access read }
}
conduit Values between Dmz and Cell {
  via CellFw
  asset CellFw : firewall { serves Dmz, Cell }
}
invariant OfficeStaysOut { deny path from Office to Cell }
`;

describe('A line drawn in the picture', function () {
    const preview = previews();
    const asset = (id: string): string => `#stage g.asset[data-id="${id}"]`;
    /** What the page has said of lines by now: what it says takes a moment to get here. */
    const drawn = async (): Promise<readonly ToHost[]> => {
        await preview.host.settled();
        return preview.host.said.filter(({ type }) => type === 'draw');
    };
    const middle = async (page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> => {
        const box = (await page.locator(`${asset(id)} > .ic`).boundingBox())!;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    /** What it would do, once the server has said so. */
    const would = async (page: Page, words: RegExp): Promise<string> => {
        await page.waitForFunction(
            ([source]) => new RegExp(source!, 'u').test(document.querySelector('.ui-would')?.textContent ?? ''),
            [words.source],
        );
        return page.innerText('.ui-would');
    };

    it('shows what it would do while it hangs, and becomes a flow where it is let go', async () => {
        const { page } = await preview.opened(plant);
        const from = await middle(page, 'Office.Erp');
        const before = await middle(page, 'Cell.Plc');
        await page.mouse.move(from.x, from.y);
        await page.keyboard.down('Control');
        await page.mouse.down();
        await page.mouse.move(from.x + 30, from.y + 30);
        await page.waitForSelector('.ui-line');
        const to = await middle(page, 'Cell.Plc');
        assert.deepEqual(to, before, 'what says what to do does not move the picture');
        assert.match(await page.innerText('#note-text'), /A flow from Office\.Erp/u);
        await page.mouse.move(to.x, to.y, { steps: 4 });
        const text = await would(page, /OfficeStaysOut/u);
        assert.match(text, /^Office\.Erp → Cell\.Plc : https, read\n/u);
        assert.match(text, /worse: .*OfficeStaysOut/u);
        assert.deepEqual(await drawn(), []);
        await page.mouse.up();
        await page.keyboard.up('Control');
        await page.waitForSelector('.ui-line', { state: 'detached' });
        assert.deepEqual(await drawn(), [{ type: 'draw', from: 'Office.Erp', to: 'Cell.Plc' }]);
        assert.equal(await page.locator('.ui-would').count(), 0);
    });

    it('says what is fine too, goes with the keyboard, and changes nothing until it is let go', async () => {
        const { page } = await preview.opened(plant);
        await page.focus(asset('Cell.Hmi'));
        await page.keyboard.press('c');
        await page.waitForSelector('.ui-frame.hanging .ui-line');
        // As Tab or an arrow does.
        await page.keyboard.press('Tab');
        await page.focus(asset('Dmz.Mirror'));
        assert.match(await would(page, /opc-ua/u), /^Cell\.Hmi → Dmz\.Mirror : opc-ua, write\n/u);
        assert.deepEqual(await drawn(), []);
        await page.keyboard.press('Enter');
        assert.deepEqual(await drawn(), [{ type: 'draw', from: 'Cell.Hmi', to: 'Dmz.Mirror' }]);
        assert.ok(!preview.host.said.some(({ type }) => type === 'open'), 'Enter ends the line, and opens no text');
    });

    it('is taken away by Escape and beside an asset, and begins at assets alone', async () => {
        const { page } = await preview.opened(plant);
        await page.focus(asset('Office.Erp'));
        await page.keyboard.press('c');
        await page.waitForSelector('.ui-line');
        await page.keyboard.press('Escape');
        await page.waitForSelector('.ui-line', { state: 'detached' });
        await page.keyboard.press('c');
        await page.keyboard.press('c');
        await page.waitForSelector('.ui-line', { state: 'detached' });
        await page.focus('#stage g.zone[data-id="Cell"]');
        await page.keyboard.press('c');
        assert.match(await page.innerText('#note-text'), /begins and ends at an asset/u);
        assert.deepEqual(await drawn(), []);
        assert.equal(await page.locator('.ui-frame.hanging').count(), 0);
    });

    it('hangs from the asset that the menu was opened on', async () => {
        const { page } = await preview.opened(plant);
        await preview.host.say({ type: 'hang', from: 'Dmz.Mirror' });
        await page.waitForSelector('.ui-line');
        const { x, y } = await middle(page, 'Office.Erp');
        await page.mouse.move(x, y);
        await would(page, /Dmz\.Mirror → Office\.Erp : /u);
        await page.mouse.click(x, y);
        assert.deepEqual(await drawn(), [{ type: 'draw', from: 'Dmz.Mirror', to: 'Office.Erp' }]);
    });

    for (const theme of Object.keys(editorThemes) as (keyof typeof editorThemes)[]) {
        it(`can be read in a ${theme} theme`, async () => {
            const { page } = await preview.opened(plant, { theme });
            await preview.host.say({ type: 'hang', from: 'Office.Erp' });
            const { x, y } = await middle(page, 'Cell.Plc');
            await page.mouse.move(x, y);
            await would(page, /OfficeStaysOut/u);
            const box = (await page.locator('.ui-would').boundingBox())!;
            const frame = (await page.locator('#frame').boundingBox())!;
            assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width);
            assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height);
            if (pictures) await page.screenshot({ path: `${pictures}/preview-line-${theme}.png` });
        });
    }
});
