import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const vsix = fileURLToPath(new URL('../iacs-vscode.vsix', import.meta.url));
const model =
    'system S { owner "O" }\nzone A {\n  kind control\n  SL-T 1\n  asset X : plc\n}\nzone B {\n  kind dmz\n  ' +
    'SL-T 1\n  asset Y : server\n}\nflow A.X -> B.Y : modbus-tcp\n';

interface Diagnostics {
    readonly uri: string;
    readonly diagnostics: { code: string; range: object; message: string }[];
}

describe('The packed VSIX', function () {
    let folder: string;

    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs vsix '));
        for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
            if (name.endsWith('/')) continue;
            mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            writeFileSync(path.join(folder, name), content);
        }
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('is smaller than 2.2 MB', () => assert.ok(statSync(vsix).size < 2_200_000));

    it('holds every file that its manifest names', () => {
        const extension = path.join(folder, 'extension');
        const manifest = readFileSync(path.join(extension, 'package.json'), 'utf8');
        const named = [
            ...manifest.matchAll(
                /"\.?\/?((?:media|syntaxes|schema|walkthrough|dist)\/[^"]+|language-configuration\.json)"/g,
            ),
        ].map(match => match[1]!);
        assert.ok(named.length > 8);
        for (const name of named) assert.ok(statSync(path.join(extension, name)).size > 0, name);
    });

    it('serves an editor over standard input and output', async () => {
        const workspace = path.join(folder, 'work');
        const file = path.join(workspace, 'main.iacs');
        mkdirSync(workspace);
        writeFileSync(file, model);
        const uri = pathToFileURL(file).href;
        const server = spawn(process.execPath, [path.join(folder, 'extension/dist/server.cjs'), '--stdio'], {
            stdio: ['pipe', 'pipe', 'inherit'],
        });
        const connection = createMessageConnection(
            new StreamMessageReader(server.stdout),
            new StreamMessageWriter(server.stdin),
        );
        const waiting: ((found: Diagnostics) => void)[] = [];
        connection.onNotification('textDocument/publishDiagnostics', (params: Diagnostics) => {
            if (params.diagnostics.length > 0) for (const tell of waiting.splice(0)) tell(params);
        });
        connection.onRequest('client/registerCapability', () => null);
        connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
        connection.listen();
        try {
            const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>(
                'initialize',
                {
                    processId: process.pid,
                    rootUri: pathToFileURL(workspace).href,
                    workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'work' }],
                    capabilities: {},
                },
            );
            for (const provider of [
                'completionProvider',
                'hoverProvider',
                'definitionProvider',
                'referencesProvider',
                'renameProvider',
                'codeActionProvider',
                'documentSymbolProvider',
                'documentFormattingProvider',
            ]) {
                assert.ok(capabilities[provider], provider);
            }
            const published = new Promise<Diagnostics>(resolve => waiting.push(resolve));
            await connection.sendNotification('initialized', {});
            await connection.sendNotification('textDocument/didOpen', {
                textDocument: { uri, languageId: 'iacs', version: 1, text: model },
            });
            const { diagnostics } = await published;
            const finding = diagnostics.find(({ code }) => code === 'flow-without-conduit');
            assert.ok(finding, diagnostics.map(({ code }) => code).join(', '));

            const textDocument = { uri };
            const actions = await connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
                textDocument,
                range: finding.range,
                context: { diagnostics: [finding] },
            });
            assert.ok(
                actions.some(({ title }) => /conduit/i.test(title)),
                actions.map(({ title }) => title).join(', '),
            );

            const completion = await connection.sendRequest<{ items?: { label: string }[] } | { label: string }[]>(
                'textDocument/completion',
                { textDocument, position: { line: 4, character: 12 } },
            );
            const items = Array.isArray(completion) ? completion : (completion.items ?? []);
            assert.ok(items.some(({ label }) => label === 'plc'));

            const hover = await connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
                textDocument,
                position: { line: 1, character: 5 },
            });
            assert.match(hover!.contents.value, /SL-T/);

            const picture = await connection.sendRequest<{ svg: string; stale: boolean }>('iacs/diagram', { uri });
            assert.match(picture.svg, /role="img"[\s\S]*data-id="A\.X"/);

            const edit = await connection.sendRequest<{
                changes?: Record<string, unknown[]>;
                documentChanges?: { edits: unknown[] }[];
            }>('textDocument/rename', { textDocument, position: { line: 1, character: 5 }, newName: 'Area' });
            const edits =
                Object.values(edit.changes ?? {}).flat().length +
                (edit.documentChanges ?? []).flatMap(change => change.edits).length;
            assert.equal(edits, 2);
        } finally {
            connection.dispose();
            server.kill();
        }
    });
});
