import assert from 'node:assert/strict';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
system Plant { owner "O" assumption "A" }

zone Control {
  kind control
  asset Plc : plc
}

// here

zone Office {
  kind enterprise
  asset Erp : server
}
`;

describe('Findings about what is being typed', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open();
    });
    afterEach(() => editor.stop());

    /** The codes of what is shown at a name. */
    const at = (name: string): readonly unknown[] => {
        const { line } = editor.position(name);
        return editor
            .diagnostics()
            .filter(({ range }) => range.start.line === line)
            .map(({ code }) => code);
    };
    const cursor = (needle: string): Promise<unknown> => editor.at('textDocument/documentHighlight', needle);

    it('wait as long as a zone has no content, and the cursor is in it', async () => {
        await editor.type('// here', 'zone Foo');
        await editor.settled();
        assert.deepEqual(at('zone Foo'), []);
        await editor.type('zone Foo', 'zone Foo {}');
        await cursor('zone Foo {<|>}');
        await editor.settled();
        assert.deepEqual(at('zone Foo'), []);
        await editor.type('zone Foo {}', 'zone Foo {\n  // later\n  \n}');
        await editor.settled();
        assert.deepEqual(at('zone Foo'), []);
    });

    it('are shown when the cursor has left it', async () => {
        await editor.type('// here', 'zone Foo {\n  \n}');
        await editor.settled();
        assert.deepEqual(at('zone Foo'), []);
        await cursor('zone Office');
        await editor.settled();
        assert.ok(at('zone Foo').includes('zone-without-assets'));
        // Whoever comes back sees that it is empty.
        await cursor('zone Foo {<|>');
        await editor.settled();
        assert.ok(at('zone Foo').includes('zone-without-assets'));
    });

    it('are shown when something is written elsewhere, or the file is saved', async () => {
        await editor.type('// here', 'zone Foo');
        await editor.type('asset Erp', 'asset Erp2');
        await editor.settled();
        assert.ok(at('zone Foo').includes('zone-without-assets'));
        await editor.type('zone Foo', 'zone Food');
        await editor.settled();
        assert.deepEqual(at('zone Food'), []);
        await editor.notify('textDocument/didSave', { textDocument: { uri: editor.uri() } });
        await editor.settled();
        assert.ok(at('zone Food').includes('zone-without-assets'));
    });

    it('are shown when it has content', async () => {
        await editor.type('// here', 'zone Foo {\n  kind control\n}');
        await editor.settled();
        assert.ok(at('zone Foo').includes('zone-without-assets'));
    });

    it('wait for a conduit without a block too', async () => {
        await editor.type('// here', 'conduit Link between Control and Office');
        await editor.settled();
        assert.deepEqual(at('conduit Link'), []);
        await cursor('zone Office');
        await editor.settled();
        assert.ok(at('conduit Link').length > 0);
    });

    it('do not wait where the text has a mistake or names nothing', async () => {
        await editor.type('// here', 'conduit Link between Control and Nowhere');
        await editor.settled();
        assert.deepEqual(at('conduit Link'), ['unresolved']);
    });

    it('are those of the elements around it as before', async () => {
        const before = editor.codes();
        await editor.type('// here', 'zone Foo');
        await editor.settled();
        for (const code of new Set(before)) assert.ok(editor.codes().includes(code), code);
    });

    it('wait with their part of a finding that blames others too', async () => {
        await editor.stop();
        editor = await Editor.start(plant.replace('kind enterprise', 'kind control'));
        await editor.open();
        await editor.settled();
        const messages = (): readonly string[] =>
            editor
                .diagnostics()
                .filter(({ message }) => /\bControl and|Control, /u.test(String(message)))
                .map(({ code, message }) => `${code}: ${message}`);
        const before = messages();
        assert.ok(
            before.includes(
                'zone-access-undocumented: Control and Office list no physical access points. Add `physical-access`.',
            ),
        );
        for (const [old, typed] of [
            ['// here', 'zone Foo'],
            ['zone Foo', 'zone Food'],
            ['zone Food', 'zone Food {}'],
        ] as const) {
            await editor.type(old, typed);
            await editor.settled();
            assert.deepEqual(messages(), before, typed);
        }
        await cursor('zone Office');
        await editor.settled();
        assert.ok(messages().some(each => each.startsWith('zone-access-undocumented: Control, Food and Office ')));
    });
});
