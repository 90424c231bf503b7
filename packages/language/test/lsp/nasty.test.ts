import assert from 'node:assert/strict';
import type { CompletionList, DocumentSymbol, Hover } from 'vscode-languageserver';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "control.iacs"
system Plant
zone Dmz { kind dmz asset Mirror : historian }
flow Plc -> Dmz.Mirror : opc-ua
//- control.iacs
zone Control { kind control SL-T 1 asset Plc : plc }
`;
const alone = 'system Alone\nzone A { kind control asset P : plx }\n';

/** Every request about a place that the server answers. */
const placed = [
    'hover',
    'completion',
    'definition',
    'references',
    'documentHighlight',
    'prepareRename',
    'prepareCallHierarchy',
].map(name => `textDocument/${name}`);
const whole = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full', 'formatting'].map(
    name => `textDocument/${name}`,
);

describe('An editor that behaves badly', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open();
    });
    afterEach(() => editor.stop());

    /** Asks everything about a place, and fails where an answer is an error. */
    async function askAll(uri: string, line: number, character: number): Promise<void> {
        const textDocument = { uri };
        const position = { line, character };
        const range = { start: position, end: position };
        for (const method of placed)
            await editor.request(method, {
                textDocument,
                position,
                context: { includeDeclaration: true, triggerKind: 1 },
            });
        for (const method of whole)
            await editor.request(method, { textDocument, options: { tabSize: 2, insertSpaces: true } });
        for (const method of ['inlayHint', 'rangeFormatting', 'semanticTokens/range'])
            await editor.request(`textDocument/${method}`, {
                textDocument,
                range,
                options: { tabSize: 2, insertSpaces: true },
            });
        await editor.request('textDocument/selectionRange', { textDocument, positions: [position] });
        await editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
        for (const method of [
            'iacs/diagram',
            'iacs/status',
            'iacs/elements',
            'iacs/gaps',
            'iacs/at',
            'iacs/locate',
            'iacs/reach',
            'iacs/path',
            'iacs/report',
        ]) {
            await editor.request(method, { uri, position, id: 'Nobody' });
        }
    }

    it('gets an answer about places that do not exist', async () => {
        for (const [line, character] of [
            [0, 100_000],
            [100_000, 0],
            [2, 2 ** 31 - 1],
        ] as const)
            await askAll(editor.uri(), line, character);
    });

    it('gets an answer about files that do not exist, and about what is no file', async () => {
        for (const uri of [
            'file:///nowhere/at/all.iacs',
            'untitled:Untitled-9',
            'https://example.org/a.iacs',
            'no uri',
            '',
            'file:///plant/%zz.iacs',
        ])
            await askAll(uri, 0, 0);
    });

    it('may close a file while it changes', async () => {
        const uri = editor.uri();
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 2 },
            contentChanges: [{ text: 'system Other\n' }],
        });
        const asked = editor.request<Hover | null>('textDocument/hover', {
            textDocument: { uri },
            position: { line: 2, character: 6 },
        });
        await editor.notify('textDocument/didClose', { textDocument: { uri } });
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 3 },
            contentChanges: [{ text: 'zone' }],
        });
        await asked;
        await editor.settled();
        assert.ok(editor.codes().includes('zone-without-target'), 'what is on disk counts again');
    });

    it('may send changes that are none, and ranges that lie outside or the wrong way round', async () => {
        const uri = editor.uri();
        await editor.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [] });
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 3 },
            contentChanges: [
                {
                    range: { start: { line: 999, character: 9 }, end: { line: 1999, character: 0 } },
                    text: '\nzone Late { kind dmz }\n',
                },
            ],
        });
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 4 },
            contentChanges: [
                { range: { start: { line: 1, character: 6 }, end: { line: 1, character: 0 } }, text: 'system' },
            ],
        });
        await editor.settled();
        const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
            textDocument: { uri },
        });
        assert.ok(symbols.some(({ name }) => name === 'Late'));
        assert.equal(editor.shown.get(uri)?.version, 4);
    });

    it('may open a file twice, and an older version after a newer one', async () => {
        const uri = editor.uri();
        await editor.notify('textDocument/didOpen', {
            textDocument: { uri, languageId: 'iacs', version: 7, text: alone },
        });
        await editor.notify('textDocument/didOpen', {
            textDocument: { uri, languageId: 'iacs', version: 1, text: alone.replace('plx', 'plc') },
        });
        await editor.settled();
        assert.ok(!editor.codes().includes('unresolved'));
    });

    it('may paste a hundred thousand lines and take them away again', async () => {
        const uri = editor.uri();
        const text = editor.textOf();
        const zones = Array.from(
            { length: 2000 },
            (_, zone) =>
                `zone Z${zone} ` +
                `{\n${Array.from({ length: 48 }, (_each, asset) => `  asset A${asset} : plc\n`).join('')}}\n`,
        ).join('');
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 2 },
            contentChanges: [{ text: text + zones }],
        });
        await editor.notify('textDocument/didChange', {
            textDocument: { uri, version: 3 },
            contentChanges: [{ text }],
        });
        const list = await editor.request<CompletionList>('textDocument/completion', {
            textDocument: { uri },
            position: { line: 2, character: 11 },
        });
        assert.ok(list.items.length > 0);
        await editor.settled();
        assert.equal(editor.shown.get(uri)?.version, 3);
        assert.ok(editor.codes().includes('zone-without-target'));
    });

    it('may work on a file outside of its folders, whose findings go when it is closed', async () => {
        const uri = 'file:///elsewhere/alone.iacs';
        await editor.notify('textDocument/didOpen', {
            textDocument: { uri, languageId: 'iacs', version: 1, text: alone },
        });
        await editor.settled();
        assert.ok(editor.shown.get(uri)!.diagnostics.some(({ code }) => code === 'unresolved'));
        await askAll(uri, 1, 25);
        await editor.notify('textDocument/didClose', { textDocument: { uri } });
        await editor.settled();
        assert.deepEqual(editor.shown.get(uri)!.diagnostics, []);
    });

    it('may work on a text that was never saved', async () => {
        const uri = 'untitled:Untitled-1';
        await editor.notify('textDocument/didOpen', {
            textDocument: { uri, languageId: 'iacs', version: 1, text: `import "control.iacs"\n${alone}` },
        });
        await editor.settled();
        const { diagnostics } = editor.shown.get(uri)!;
        assert.deepEqual(
            diagnostics
                .filter(({ code }) => code === 'unresolved')
                .map(({ range }) => range.start.line)
                .sort(),
            [0, 2],
        );
        await askAll(uri, 2, 25);
        assert.match((await editor.request<{ svg: string }>('iacs/diagram', { uri })).svg, /data-id="A"/);
        await editor.notify('textDocument/didClose', { textDocument: { uri } });
        await editor.settled();
        assert.deepEqual(editor.shown.get(uri)!.diagnostics, []);
    });

    it('may open what has no text, no URI or no version, and is answered about the rest', async () => {
        const uri = editor.uri('without.iacs');
        for (const params of [
            null,
            {},
            { textDocument: { uri, version: 1, text: null } },
            { textDocument: { uri, languageId: 'iacs', text: 'system S' } },
            { textDocument: { uri: null, version: 1, text: 'system S' } },
        ])
            await editor.notify('textDocument/didOpen', params as object);
        await editor.settled();
        assert.deepEqual(await editor.request('textDocument/documentSymbol', { textDocument: { uri } }), null);
        const about = { textDocument: { uri: editor.uri() } };
        assert.ok(await editor.request('textDocument/documentSymbol', about));
    });

    it('is heard after a request that it took back, and after one that nobody knows', async () => {
        await assert.rejects(editor.request('iacs/nothing', {}));
        await editor.notify('$/cancelRequest', { id: 4711 });
        await editor.notify('workspace/didChangeWatchedFiles', {
            changes: [
                { uri: 'no uri', type: 2 },
                { uri: '', type: 3 },
            ],
        });
        await editor.notify('workspace/didChangeConfiguration', { settings: null });
        await editor.settled();
        assert.ok(editor.codes().includes('zone-without-target'));
    });
});
