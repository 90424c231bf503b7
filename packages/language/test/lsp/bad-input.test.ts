import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { Editor } from '../support/server.ts';

const good = 'system S { owner "O" }\nzone Good { SL-T 1 asset Y : plc }\n';
const chain = Array.from(
    { length: 1000 },
    (_, index) =>
        '//- ' +
        `f${index}.iacs\n${index < 999 ? `import "f${index + 1}.iacs"\n` : 'import "f0.iacs"\nzone Last { asset P : plcc }\n'}`,
).join('');

/** A text in an editor, and what is told of it: `line:character code`, counted from 0. */
const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['nothing', '', []],
    ['only comments', '// nothing\n/* at all */\n', []],
    ['an unclosed string', `${good}zone B "half\n`, ['2:7 syntax']],
    ['an unclosed comment', `${good}/* half\nzone B`, ['2:0 syntax']],
    ['NUL', `${good}zone B\u0000 { asset Q : plc }\n`, ['2:6 syntax']],
    [
        'a byte order mark, CRLF and CR',
        `\ufeff${good.replaceAll('\n', '\r\n')}zone B { asset Q : plcc }\rzone C { asset Q : plcd }\n`,
        ['2:19 unresolved', '3:19 unresolved'],
    ],
    [
        'half a pair of surrogates',
        `${good}zone B "\ud800" { asset Q : plcc }\nzone \udc00\n`,
        ['2:23 unresolved', '3:0 syntax', '3:5 syntax'],
    ],
    ['deep nesting', `${good}${'zone N { '.repeat(20_000)}${'}'.repeat(20_000)}\n`, ['2:583 syntax']],
    ['two systems', `${good}system T\n`, ['2:7 duplicate-name']],
    ['duplicate names', `${good}zone Good\ntype plc : ied\n`, ['2:5 duplicate-name', '3:5 duplicate-name']],
    [
        'imports of itself, a missing file and a folder',
        `import "main.iacs"\nimport "none.iacs"\nimport "parts/"\n${good}`,
        ['1:7 unresolved', '2:7 unresolved'],
    ],
    [
        'what cannot be',
        `${good}zone B {\n  SL-T 9\n  SL-A {1 2 3 4 1 2}\n  meets SR 9.9\n  asset Q : plc { SL-C {1 2 3 4 1 2 3 ` +
            '4} address 999.1.1.1 }\n  flow Q -> Q : https { port tcp 70000 until 2027-02-30 }\n}\n',
        [
            '3:7 invalid-value',
            '4:7 invalid-value',
            '5:8 invalid-value',
            '6:23 invalid-value',
            '6:49 invalid-value',
            '7:33 invalid-value',
            '7:45 invalid-value',
        ],
    ],
    [
        'names of object properties',
        `${good}zone __proto__ { kind constructor asset toString : valueOf }\n`,
        ['2:22 invalid-value', '2:51 unresolved'],
    ],
];
const problems = new Set(['syntax', 'unresolved', 'invalid-value', 'duplicate-name']);

describe('Bad input in an editor', () => {
    for (const [name, text, expected] of cases) {
        it(`${name} is told at its place, and everything is answered`, async () => {
            const editor = await Editor.start('//- main.iacs\nsystem S\n');
            try {
                await editor.open('main.iacs', text);
                const diagnostics = editor.shown.get(editor.uri())?.diagnostics ?? [];
                const told = diagnostics
                    .filter(({ code }) => problems.has(String(code)))
                    .map(({ range, code }) => `${range.start.line}:${range.start.character} ${code}`);
                assert.deepEqual(told.sort(), [...expected].sort());
                const textDocument = { uri: editor.uri() };
                for (const method of ['hover', 'completion', 'definition'])
                    await editor.request(`textDocument/${method}`, {
                        textDocument,
                        position: { line: 2, character: 8 },
                    });
                for (const method of ['formatting', 'codeLens', 'semanticTokens/full', 'foldingRange'])
                    await editor.request(`textDocument/${method}`, {
                        textDocument,
                        options: { tabSize: 2, insertSpaces: true },
                    });
                const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
                if (text.includes(good))
                    assert.ok(
                        symbols.some(symbol => symbol.name === 'Good'),
                        'the rest was understood',
                    );
                await editor.request('iacs/diagram', { uri: editor.uri() });
            } finally {
                await editor.stop();
            }
        });
    }

    it('a chain of a thousand files is followed to its end', async () => {
        const editor = await Editor.start(`//- main.iacs\nimport "f0.iacs"\n${good}${chain}`);
        try {
            await editor.open();
            await editor.until(() => editor.shown.has(editor.uri('f999.iacs')));
            const last = editor.shown.get(editor.uri('f999.iacs'))?.diagnostics ?? [];
            assert.ok(
                last.some(({ code, range }) => code === 'unresolved' && range.start.line === 1),
                JSON.stringify([...editor.shown.keys()].slice(0, 3)),
            );
        } finally {
            await editor.stop();
        }
    });
});
