import assert from 'node:assert/strict';
import { Editor, fullClient } from '../support/server.ts';

const two = `//- main.iacs
import "parts/control.iacs"
system Plant
zone Dmz { kind dmz asset Mirror : historian }
conduit Link between Control and Dmz {
  asset Fw : firewall
  via Fw
  flow Hmi -> Mirror : https
}
//- parts/control.iacs
zone Control "Basic control" {
  kind control
  SL-T 2
  asset Hmi : hmi
}
`;

describe('A workspace in the editor', () => {
    let editor: Editor;
    afterEach(() => editor.stop());

    it('shows the findings of files that are not open', async () => {
        editor = await Editor.start(two);
        assert.ok(editor.codes('parts/control.iacs').length > 0, 'the part has findings');
        assert.ok(editor.codes('main.iacs').includes('zone-without-target'));
    });

    it('leaves room for the message beside what a finding rests on', async () => {
        editor = await Editor.start(two.replace('asset Hmi', 'misses SR 1.5 because "No way"\n  asset Hmi'));
        const shown = [...editor.diagnostics('parts/control.iacs'), ...editor.diagnostics('main.iacs')];
        const sources = new Map(shown.map(({ code, source }) => [code, source]));
        assert.match(sources.get('gap-below-target')!, /^iacs SR 1\.1, SR 1\.3, SR 1\.4 and \d\d more$/);
        assert.equal(sources.get('zone-without-target'), 'iacs ZCR 5.6, ZCR 6.4');
        assert.ok([...sources.values()].every(source => source!.length < 45));
    });

    it('lets an unsaved buffer win over the disk, and the disk again when it is closed', async () => {
        editor = await Editor.start(two);
        await editor.open('parts/control.iacs', 'zone Control { kind control SL-T 2 asset Panel : hmi }\n');
        assert.deepEqual(
            editor.codes('main.iacs').filter(code => code === 'unresolved'),
            ['unresolved'],
        );
        await editor.close('parts/control.iacs');
        assert.deepEqual(
            editor.codes('main.iacs').filter(code => code === 'unresolved'),
            [],
        );
    });

    it('says the version of the buffer with its findings', async () => {
        editor = await Editor.start(two);
        await editor.open();
        await editor.type('zone Dmz', 'zone  Dmz');
        await editor.settled();
        assert.equal(editor.shown.get(editor.uri())?.version, 2);
    });

    it('shows findings by one spelling of a name at a time: that of the editor while it has the file open', async () => {
        editor = await Editor.start('//- süd 1/main.iacs\nsystem Plant\nzone Dmz { kind dmz }\n');
        const found = editor.uri('süd 1/main.iacs');
        const written = decodeURI(found);
        assert.notEqual(written, found);
        const shownBy = (uri: string): number => editor.shown.get(uri)?.diagnostics.length ?? 0;
        assert.ok(shownBy(found) > 0);
        const text = `${editor.textOf('süd 1/main.iacs')}zone Odd { SL-T 9 }\n`;
        const textDocument = { uri: written, languageId: 'iacs', version: 1, text };
        await editor.notify('textDocument/didOpen', { textDocument });
        await editor.settled();
        assert.equal(shownBy(found), 0);
        assert.ok(editor.shown.get(written)!.diagnostics.some(({ code }) => code === 'invalid-value'));
        await editor.notify('textDocument/didClose', { textDocument });
        await editor.settled();
        assert.equal(shownBy(written), 0);
        assert.ok(shownBy(found) > 0);
    });

    it('leaves no finding behind after a file is deleted, comes back or is renamed on disk', async () => {
        editor = await Editor.start(two);
        const control = editor.textOf('parts/control.iacs');
        await editor.change({ 'parts/control.iacs': null });
        assert.deepEqual(editor.codes('parts/control.iacs'), []);
        assert.ok(editor.codes('main.iacs').includes('unresolved'));
        await editor.change({ 'parts/control.iacs': control });
        assert.ok(!editor.codes('main.iacs').includes('unresolved'));
        await editor.change({ 'main.iacs': null, 'plant.iacs': editor.textOf('main.iacs') });
        assert.deepEqual(editor.codes('main.iacs'), []);
        assert.ok(editor.codes('plant.iacs').includes('zone-without-target'));
    });

    it('notices what changes on disk when the editor does not report it', async () => {
        editor = await Editor.start(two, { lookEvery: 5 });
        assert.ok(editor.codes('parts/control.iacs').length > 0);
        // A folder that goes as a whole: editors report the folder, and none of its files.
        editor.disk.delete(editor.uri('parts/control.iacs'));
        await editor.until(() => editor.codes('main.iacs').includes('unresolved'));
        assert.deepEqual(editor.codes('parts/control.iacs'), []);
    });

    it('finds new models for an editor that does not watch files', async () => {
        const client = { ...fullClient, workspace: { workspaceFolders: true } };
        editor = await Editor.start(two, { client, lookEvery: 5 });
        editor.disk.write(editor.uri('second.iacs'), 'system Second\nzone Lonely { kind control }\n');
        await editor.until(() => editor.codes('second.iacs').includes('zone-without-target'));
    });

    it('follows a checkout of another branch: files that come, go and change at once', async () => {
        editor = await Editor.start(two);
        await editor.open('main.iacs');
        await editor.change({
            'parts/control.iacs': null,
            'zones/control.iacs': 'zone Control { kind control SL-T 3 asset Hmi : hmi }\n',
            'main.iacs': editor.textOf('main.iacs').replace('parts/', 'zones/'),
        });
        // The buffer is older than the checkout, and wins as long as it is open.
        assert.ok(editor.codes('main.iacs').includes('unresolved'));
        await editor.close('main.iacs');
        assert.ok(!editor.codes('main.iacs').includes('unresolved'));
        assert.deepEqual(editor.codes('parts/control.iacs'), []);
        assert.ok(editor.codes('zones/control.iacs').length > 0);
    });

    it('checks a part inside every root that imports it, and for its syntax alone where none does', async () => {
        editor = await Editor.start(`//- a.iacs
import "part.iacs"
system A
//- b.iacs
import "part.iacs"
system B
zone Other { kind control }
//- part.iacs
zone Shared { kind control SL-T 1 asset P : plc flow P -> Other : https }
//- stray.iacs
zone Stray { asset X : plc
flow X -> Nowhere
`);
        const unresolved = editor.diagnostics('part.iacs').filter(({ code }) => code === 'unresolved');
        assert.equal(unresolved.length, 1);
        assert.match(String(unresolved[0]!.message), /In the model A\./);
        await editor.open('stray.iacs');
        const [first, ...others] = editor.diagnostics('stray.iacs');
        assert.equal(
            first!.message,
            'No model imports this file, so only its syntax is checked. Write `import "stray.iacs"` in a file of the ' +
                'model beside it, or begin a model here with `system`.',
        );
        assert.equal(editor.written(first!.range, 'stray.iacs'), 'zone');
        assert.deepEqual([...new Set(others.map(({ code }) => code))], ['syntax']);
    });

    it('says that nothing imports a part, until something does, and not of what the settings leave out', async () => {
        editor = await Editor.start(`${two}//- parts/pump.iacs\nzone Pump { kind control SL-T 1 }\n//- empty.iacs\n\n`);
        const told = (file: string): number =>
            editor.diagnostics(file).filter(({ message }) => String(message).startsWith('No model imports')).length;
        await editor.open('parts/pump.iacs');
        await editor.open('empty.iacs');
        assert.deepEqual([told('parts/pump.iacs'), told('empty.iacs')], [1, 0]);
        await editor.change({ 'iacs.config.json': '{ "exclude": ["parts"] }' });
        assert.equal(told('parts/pump.iacs'), 0);
        await editor.change({ 'iacs.config.json': '{}' });
        assert.equal(told('parts/pump.iacs'), 1);
        await editor.change({ 'main.iacs': 'import "parts/pump.iacs"\nsystem Plant\n' });
        assert.equal(told('parts/pump.iacs'), 0);
    });

    it('follows the settings file, and shows what it cannot follow there', async () => {
        editor = await Editor.start(two);
        assert.ok(editor.codes('main.iacs').includes('zone-without-target'));
        await editor.change({
            'iacs.config.json': '{ "rules": { "zone-without-target": "off", "zone-without-goal": "off" } }',
        });
        assert.ok(!editor.codes('main.iacs').includes('zone-without-target'));
        assert.deepEqual(editor.codes('iacs.config.json'), ['settings']);
        assert.equal(
            editor.written(editor.diagnostics('iacs.config.json')[0]!.range, 'iacs.config.json'),
            '"zone-without-goal"',
        );
        await editor.change({ 'iacs.config.json': null });
        assert.ok(editor.codes('main.iacs').includes('zone-without-target'));
        assert.deepEqual(editor.codes('iacs.config.json'), []);
    });

    it('leaves out what the settings leave out, from the moment on at which they do', async () => {
        const archive = 'system Old\nzone X { asset Y : nosuch }\n';
        editor = await Editor.start(`${two}//- archive/old.iacs\n${archive}`);
        assert.ok(editor.codes('archive/old.iacs').includes('unresolved'));
        await editor.change({ 'iacs.config.json': '{ "exclude": ["archive/**"] }' });
        assert.deepEqual(editor.codes('archive/old.iacs'), []);
        await editor.open('archive/old.iacs');
        assert.ok(editor.codes('archive/old.iacs').includes('unresolved'), 'whoever opens a file asks for it');
        await editor.close('archive/old.iacs');
        assert.deepEqual(editor.codes('archive/old.iacs'), []);
        await editor.change({ 'iacs.config.json': '{}' });
        assert.ok(editor.codes('archive/old.iacs').includes('unresolved'));
    });

    it('searches again where the settings have left out more than they do now', async () => {
        editor = await Editor.start(
            `${two}//- archive/old.iacs\nsystem Old\nzone X { asset Y : nosuch }\n//- iacs.config.json\n{ ` +
                '"exclude": ["archive"] }\n',
        );
        assert.deepEqual(editor.codes('archive/old.iacs'), []);
        await editor.change({ 'iacs.config.json': '{}' });
        assert.ok(editor.codes('archive/old.iacs').includes('unresolved'));
    });

    for (const folder of [
        'file:///c%3A/Plant%201/',
        'file:///C:/Plant%201/',
        'file:///home/%C3%A4nne/100%25%20%23plant/',
    ]) {
        it(`finds the imports in ${folder}`, async () => {
            editor = await Editor.start(two, { folder });
            await editor.open('main.iacs');
            assert.ok(!editor.codes('main.iacs').includes('unresolved'));
            assert.ok(editor.codes('main.iacs').includes('zone-without-target'));
        });
    }
});
