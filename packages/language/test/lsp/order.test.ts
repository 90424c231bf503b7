import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { CodeAction } from 'vscode-languageserver';
import { createConnection, createProtocolConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter, type ProtocolConnection } from 'vscode-languageserver/node';
import { startServer } from '../../src/lsp/server.ts';
import { Editor, everyNotification, MemoryDisk } from '../support/server.ts';

const notInitialized = -32002;
const invalidRequest = -32600;

describe('The order of the protocol', () => {
    let client: ProtocolConnection;
    let notifications: string[];

    beforeEach(() => {
        const [toServer, toClient] = [new PassThrough(), new PassThrough()];
        startServer(options => createConnection(ProposedFeatures.all, toServer, toClient, options), {
            files: new MemoryDisk(),
            today: () => '2026-06-01',
            engine: () => null as never,
        });
        client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
        notifications = [];
        everyNotification(client, method => notifications.push(method));
        client.listen();
    });
    afterEach(() => client.dispose());

    const initialize = (): Promise<unknown> =>
        client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    const codeOf = (request: Promise<unknown>): Promise<unknown> =>
        request.then(
            () => 'an answer',
            (error: { code: number }) => error.code,
        );

    it('refuses what comes before "initialize", known or not, and then serves', async () => {
        const hover = { textDocument: { uri: 'file:///plant/main.iacs' }, position: { line: 0, character: 0 } };
        assert.equal(await codeOf(client.sendRequest('textDocument/hover', hover)), notInitialized);
        assert.equal(await codeOf(client.sendRequest('workspace/symbol', { query: '' })), notInitialized);
        assert.equal(await codeOf(client.sendRequest('iacs/days', {})), notInitialized);
        assert.equal(await codeOf(client.sendRequest('nobody/knows', {})), notInitialized);
        assert.equal(await codeOf(client.sendRequest('shutdown')), notInitialized);
        assert.equal(await codeOf(initialize()), 'an answer');
        assert.equal(await codeOf(client.sendRequest('workspace/symbol', { query: '' })), 'an answer');
    });

    it('takes no document before "initialize"', async () => {
        const textDocument = { uri: 'file:///plant/main.iacs', languageId: 'iacs', version: 1, text: 'zone Early' };
        await client.sendNotification('textDocument/didOpen', { textDocument });
        await initialize();
        await client.sendNotification('initialized', {});
        assert.deepEqual(await client.sendRequest('workspace/symbol', { query: 'Early' }), []);
        assert.ok(!notifications.includes('textDocument/publishDiagnostics'));
    });

    it('initializes once', async () => {
        await initialize();
        assert.equal(await codeOf(initialize()), invalidRequest);
        assert.equal(await codeOf(client.sendRequest('workspace/symbol', { query: '' })), 'an answer');
    });

    it('refuses what comes after "shutdown"', async () => {
        await initialize();
        await client.sendNotification('initialized', {});
        assert.equal(await codeOf(client.sendRequest('shutdown')), 'an answer');
        assert.equal(await codeOf(client.sendRequest('workspace/symbol', { query: '' })), invalidRequest);
        assert.equal(await codeOf(initialize()), invalidRequest);
        assert.equal(await codeOf(client.sendRequest('shutdown')), invalidRequest);
    });
});

describe('Quick fixes that somebody asks for right after typing', () => {
    const plant = 'system S { owner "O" }\nzone Control {\n  kind control\n  SL-T 1\n  asset Plc : plc\n}\n';
    const invoked = 1;
    let editor: Editor;

    beforeEach(async () => {
        editor = await Editor.start(`//- main.iacs\n${plant}`);
        await editor.open();
    });
    afterEach(() => editor.stop());

    const ask = (needle: string, triggerKind: number): Promise<CodeAction[]> =>
        editor.request('textDocument/codeAction', {
            textDocument: { uri: editor.uri() },
            range: editor.range(needle),
            context: { diagnostics: [], triggerKind },
        });
    const version = (): unknown => editor.shown.get(editor.uri())?.version;

    it('are those of the text as it is now', async () => {
        for (const wrong of ['plcc', 'histrian', 'hmii', 'servr']) {
            await editor.type(/asset Plc : \S+/.exec(editor.textOf())![0], `asset Plc : ${wrong}`);
            const titles = (await ask(wrong, invoked)).map(({ title }) => title);
            assert.ok(
                titles.some(title => /plc|hmi|historian|server/.test(title)),
                `${wrong}: ${titles.join(', ')}`,
            );
        }
    });

    // VS Code forgets the question when it hears of findings meanwhile.
    it('come before the findings that the question itself uncovers', async () => {
        await editor.type('zone Control', 'zone Foo {\n\n}\nzone Control');
        await editor.settled();
        const isShown = (): boolean => editor.codes().includes('zone-without-assets');
        assert.ok(!isShown());
        assert.notDeepEqual(await ask('Plc', invoked), []);
        assert.ok(!isShown());
        await editor.settled();
        assert.ok(isShown());
    });

    it('hold nothing back that another question waits with', async () => {
        await editor.type(': plc', ': plcc');
        const both = [ask('plcc', invoked), ask('plcc', invoked)];
        await Promise.all(both);
        await editor.settled();
        assert.equal(version(), 2);
    });
});
