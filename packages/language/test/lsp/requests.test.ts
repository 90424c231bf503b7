import assert from 'node:assert/strict';
import type { DiagramResult, LocateResult, StatusResult } from '../../src/lsp/index.ts';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "control.iacs"
system Plant "Filling line"
zone Dmz { kind dmz SL-T 1 asset Mirror : historian }
conduit Link between Control and Dmz {
  flow Control.Plc -> Dmz.Mirror : opc-ua
}
invariant Closed { deny path from Control to Dmz }
view Small { include Dmz }
//- control.iacs
zone Control { kind control SL-T { IAC 2 } asset Plc : plc asset Hmi : hmi }
`;

describe('What the extension asks beyond the protocol', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open();
    });
    afterEach(() => editor.stop());
    const ask = async <R>(method: string, more: object = {}): Promise<R> =>
        editor.request(`iacs/${method}`, { uri: editor.uri(), ...more });

    it('draws the model of any of its files, in a view where one is chosen', async () => {
        const whole = await ask<DiagramResult>('diagram');
        assert.equal(whole.stale, false);
        assert.match(whole.svg!, /data-id="Control"[\s\S]*data-id="Link"/);
        assert.deepEqual(whole.views, [{ id: 'Small', title: 'Small', description: null }]);
        assert.equal(
            (await editor.request<DiagramResult>('iacs/diagram', { uri: editor.uri('control.iacs') })).svg,
            whole.svg,
        );
        assert.doesNotMatch((await ask<DiagramResult>('diagram', { view: 'Small' })).svg!, /data-id="Control"/);
    });

    it('draws conduits as tags where it is asked to, with their facts in a list beside', async () => {
        const pane = { width: 900, height: 700 };
        const cards = await ask<DiagramResult>('diagram', { pane, options: { conduits: 'cards' } });
        const tags = await ask<DiagramResult>('diagram', { pane, options: { conduits: 'tags' } });
        assert.deepEqual(cards.facts, []);
        assert.notEqual(tags.svg, cards.svg);
        const [list] = tags.facts;
        assert.equal(list?.title, 'Conduits');
        const drawn = new Set(
            [...tags.svg!.matchAll(/class="conduit[^"]*"[^>]*data-id="([^"]*)"/gu)].map(found => found[1]),
        );
        assert.ok(drawn.size > 0);
        assert.deepEqual(new Set(list.rows.flatMap(row => row.ids)), drawn);
        assert.ok(
            list.rows.every(row => / · .*SL-T/u.test(row.text)),
            JSON.stringify(list.rows),
        );
        const again = await ask<DiagramResult>('diagram', { pane, options: { conduits: 'cards' } });
        const drawing = (svg: string): string => svg.replace(/ data-engine="\w+"/u, '');
        assert.equal(drawing(again.svg!), drawing(cards.svg!));
    });

    it('keeps the last good picture of a broken text, and says so', async () => {
        const good = await ask<DiagramResult>('diagram');
        await editor.type('zone Dmz {', 'zone Dmz { kind');
        const kept = await ask<DiagramResult>('diagram');
        assert.deepEqual([kept.svg, kept.stale], [good.svg, true]);
        assert.match(kept.message!, /mistake/);
        await editor.type('zone Dmz { kind', 'zone Dmz { asset New : server');
        const now = await ask<DiagramResult>('diagram');
        assert.match(now.svg!, /data-id="Dmz\.New"/);
        assert.equal(now.message, null);
    });

    it('says that models have changed after every edit', async () => {
        const before = editor.notifications.filter(method => method === 'iacs/changed').length;
        await editor.type('SL-T 1', 'SL-T 2');
        await editor.settled();
        assert.equal(editor.notifications.filter(method => method === 'iacs/changed').length, before + 1);
    });

    it('finds the place of an element in another file, and the element at a place', async () => {
        const place = await ask<LocateResult>('locate', { id: 'Control.Plc' });
        assert.equal(place.uri, editor.uri('control.iacs'));
        assert.equal(editor.written(place.range, 'control.iacs'), 'Plc');
        assert.equal(await ask('locate', { id: 'Nobody' }), null);
        assert.deepEqual(await ask('at', { position: editor.position('Mir<|>ror : historian') }), [
            'Dmz.Mirror',
            'Dmz',
        ]);
    });

    it('draws a text that is no file, and nothing for one without a zone', async () => {
        const draw = (text: string): Promise<string | null> =>
            editor.request('iacs/drawText', { text, theme: 'light' });
        assert.match((await draw('zone A { asset P : plc }\nzone B\nconduit C between A and B\n'))!, /data-id="A"/);
        assert.equal(await draw('misses SR 2.8 because "x"\n'), null);
        assert.match((await draw('zone A {\n  asset\n'))!, /data-id="A"/);
    });

    it('answers who reaches whom, and by which path an invariant is broken', async () => {
        assert.deepEqual(await ask('reach', { id: 'Dmz.Mirror' }), {
            reaches: [],
            reachedBy: ['Control.Plc'],
            flows: ['Control.Plc -> Dmz.Mirror : opc-ua'],
        });
        assert.deepEqual((await ask<{ ids: string[] }>('path', { id: 'Closed' })).ids.slice(0, 2), [
            'Control.Plc',
            'Dmz.Mirror',
        ]);
        assert.deepEqual(await ask('pathBetween', { from: 'Dmz.Mirror', to: 'Control.Plc' }), {
            none: 'No path over the declared flows leads from Dmz.Mirror to Control.Plc.',
        });
    });

    it('names the worst gap, and how much has no target', async () => {
        const status = await ask<StatusResult>('status');
        assert.equal(status.worst, null, 'nothing is known to be missed');
        assert.equal(status.notAssessed, 3);
        assert.equal(status.assessed, true);
        assert.deepEqual(status.targets, { all: 21, unstated: 6 });
        assert.equal(status.system, 'Filling line');
    });
});
