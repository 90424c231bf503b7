import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { inOrder } from '../../src/lsp/phase.ts';
import { Traffic } from '../../src/lsp/traffic.ts';
import { matcher, matches } from '../../src/lsp/completion/match.ts';
import { Editor } from '../support/server.ts';

/** A message as it goes over the wire. */
function framed(message: object): string {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe('Whoever asks while the server works', () => {
    let toServer: PassThrough;
    let toClient: PassThrough;
    let traffic: Traffic;

    beforeEach(() => {
        [toServer, toClient, traffic] = [new PassThrough(), new PassThrough(), new Traffic()];
        const connection = inOrder(
            options => createConnection(ProposedFeatures.all, toServer, toClient, options),
            traffic,
        );
        connection.onInitialize(() => ({ capabilities: {} }));
        connection.onRequest('ask', (number: number) => number);
        connection.listen();
        toServer.write(framed({ id: 0, method: 'initialize', params: {} }));
    });

    const answers = (): readonly number[] =>
        [...String(toClient.read() ?? '').matchAll(/"id":(\d+)/gu)].map(([, id]) => Number(id));

    it('is answered between two steps of the work, however many ask', async () => {
        await traffic.turn();
        assert.deepEqual(answers(), [0]);
        toServer.write(framed({ id: 1, method: 'ask', params: 1 }));
        await traffic.turn();
        assert.deepEqual(answers(), [1]);
        for (const id of [2, 3, 4, 5]) toServer.write(framed({ id, method: 'ask', params: id }));
        await traffic.turn();
        assert.deepEqual(answers(), [2, 3, 4, 5]);
    });

    it('does not keep the work from going on', async () => {
        let isWorking = true;
        const ask = (): void => {
            if (!isWorking) return;
            traffic.arrived();
            setImmediate(ask);
        };
        ask();
        await traffic.turn();
        isWorking = false;
    });
});

describe('Findings of a model of many files', () => {
    const many = 100;
    const part = (index: number): string =>
        `//- part${index}.iacs\nzone Z${index} {\n  asset A${index} : plc\n  owner "TBD"\n}\n`;
    const plant = `//- main.iacs\n${Array.from({ length: many }, (_, index) => `import "part${index}.iacs"\n`).join('')}
system Plant
zone Main {
  owner "TBD"
  asset Plc : plc
}
${Array.from({ length: many }, (_, index) => part(index)).join('')}`;

    it('come for the open file first, and questions are answered between the others', async () => {
        const editor = await Editor.start(plant);
        try {
            await editor.until(() => editor.shown.size > many);
            await editor.open();
            // Another severity: all files are published again.
            editor.shown.clear();
            const change = editor.change({ 'iacs.config.json': '{ "rules": { "placeholder-left": "error" } }' });
            while (editor.shown.size === 0) await editor.request('iacs/shownDay', {});
            assert.ok(editor.shown.has(editor.uri()), 'the open file is among the first');
            const before = editor.shown.size;
            await editor.at('textDocument/completion', 'asset Plc');
            assert.ok(editor.shown.size < many, `answered after ${editor.shown.size} files, asked after ${before}`);
            await change;
            await editor.until(() => editor.shown.size > many);
        } finally {
            await editor.stop();
        }
    });
});

describe('Letters that are typed', () => {
    it('match where they occur in their order, in all parts together', () => {
        const cases: readonly (readonly [typed: string, parts: readonly string[], expected: boolean])[] = [
            ['', ['anything'], true],
            ['plc', ['Control.Plc1'], true],
            ['cp', ['Control.Plc1'], true],
            ['pc2', ['Control.Plc1', '', 'Second'], false],
            ['pcs', ['Control.Plc1', '', 'Second'], true],
            ['1 s', ['Plc1', 'Second'], true],
            ['1s', ['Plc1', 'Second'], true],
            ['ö', ['KÖLN'], true],
            ['koln', ['KÖLN'], false],
            ['kln', ['KÖLN'], true],
            // The sign for Kelvin is a capital k.
            ['k', ['\u212A'], true],
            ['ß', ['Straße'], true],
        ];
        for (const [typed, parts, expected] of cases) {
            assert.equal(matcher(typed)(...parts), expected, `${typed} in ${parts.join('|')}`);
            assert.equal(matches(typed, parts.join(' ')), expected, `${typed} in ${parts.join(' ')}`);
        }
    });
});
