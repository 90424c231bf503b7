import assert from 'node:assert/strict';
import type {
    CodeLens,
    CompletionList,
    DocumentSymbol,
    FoldingRange,
    Hover,
    InlayHint,
    MarkupContent,
    SelectionRange,
    SemanticTokens,
    TextEdit,
} from 'vscode-languageserver';
import type { CompareParams, CompareResult } from '../../src/lsp/compare.ts';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "control.iacs"
system Plant
zone Dmz {
  kind dmz
  SL-T 1
  asset Mirror : historian
}
conduit Link between Control and Dmz {
  flow Mirror -> Plc : opc-ua
}
//- control.iacs
/** Where the tank stands. */
zone Control {
  kind control
  SL-T 2
  misses SR 2.8 because "No trail"
  asset Plc : plc
}
//- products.iacs
type special-plc "Special" : plc
`;

describe('An editor over the protocol', () => {
    let editor: Editor;
    beforeEach(async () => {
        editor = await Editor.start(plant);
        await editor.open();
        await editor.open('control.iacs');
    });
    afterEach(() => editor.stop());

    const labels = (list: CompletionList | null): string[] => (list?.items ?? []).map(item => item.label);

    it('is told what the server can do', () => {
        const { capabilities } = editor;
        assert.ok(
            capabilities.hoverProvider &&
                capabilities.documentFormattingProvider &&
                capabilities.documentRangeFormattingProvider,
        );
        assert.ok(
            capabilities.inlayHintProvider && capabilities.codeLensProvider && capabilities.semanticTokensProvider,
        );
        assert.ok(
            capabilities.foldingRangeProvider &&
                capabilities.selectionRangeProvider &&
                capabilities.documentSymbolProvider,
        );
        assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('.'));
    });

    it('completes while a statement is half written, with names of other files', async () => {
        await editor.type('  flow Mirror', '  flow \n  flow Mirror');
        assert.deepEqual(labels(await editor.at('textDocument/completion', '  flow <|>\n')), [
            'Plc',
            'Mirror',
            'Dmz',
            'Control',
        ]);
        await editor.type('kind dmz', 'kind ');
        assert.ok(labels(await editor.at('textDocument/completion', 'kind <|>\n')).includes('safety'));
    });

    it('completes a name of a file that is not imported, and imports it', async () => {
        await editor.type(': historian', ': special');
        const list = await editor.at<CompletionList>('textDocument/completion', ': special<|>');
        const item = list.items.find(each => each.label === 'special-plc')!;
        assert.deepEqual(
            item.additionalTextEdits?.map(edit => edit.newText),
            ['\nimport "products.iacs"'],
        );
    });

    it('hovers over names of other files, and follows what is typed', async () => {
        const text = async (): Promise<string> =>
            ((await editor.at<Hover>('textDocument/hover', 'Con<|>trol and')).contents as MarkupContent).value;
        assert.match(await text(), /Where the tank stands\.[\s\S]*\| SL-T \| 2 \|/);
        await editor.type('SL-T 2', 'SL-T 3', 'control.iacs');
        assert.match(await text(), /\| SL-T \| 3 \|/);
    });

    it('gets hints, lenses, outline, folds, selections and tokens', async () => {
        const document = { textDocument: { uri: editor.uri() } };
        const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
        const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', { ...document, range });
        assert.deepEqual(
            hints.map(hint => hint.label),
            ['SL-T 2 (derived)'],
        );
        const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', document);
        assert.deepEqual(
            lenses.map(lens => lens.command!.command),
            ['iacs.openDiagram', 'iacs.showInDiagram', 'iacs.showInDiagram'],
        );
        const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', document);
        assert.deepEqual(
            symbols.map(symbol => symbol.name),
            ['Plant', 'Dmz', 'Link'],
        );
        assert.equal((await editor.request<FoldingRange[]>('textDocument/foldingRange', document)).length, 2);
        const selections = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
            ...document,
            positions: [editor.position('Mirror -> ')],
        });
        assert.equal(editor.written(selections[0]!.range), 'Mirror');
        const tokens = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', document);
        assert.ok(tokens.data.length > 50 && tokens.data.length % 5 === 0);
    });

    it('formats, also what is broken', async () => {
        await editor.type('  kind dmz\n', 'kind   dmz\nasset :\n');
        const edits = await editor.request<TextEdit[]>('textDocument/formatting', {
            textDocument: { uri: editor.uri() },
            options: { tabSize: 4, insertSpaces: true },
        });
        assert.match(
            editor.after({ changes: { [editor.uri()]: edits } })['main.iacs']!,
            /zone Dmz \{\n {2}kind dmz\n {2}asset :\n {2}SL-T 1\n/,
        );
    });
});

describe('A clock that was never set', () => {
    for (const [day, says] of [
        ['1970-01-01', true],
        ['2026-06-01', false],
        ['9999-12-31', true],
    ] as const)
        it(`${says ? 'is reported' : 'is another one'}: ${day}`, async () => {
            const editor = await Editor.start('//- main.iacs\nsystem S\n', { today: () => day });
            await editor.open();
            assert.equal(editor.notifications.includes('window/showMessage'), says);
            await editor.stop();
        });
});

describe('A comparison over the protocol', () => {
    const compare = (
        editor: Editor,
        files: Record<string, string>,
        more: Partial<CompareParams> = {},
    ): Promise<CompareResult | null> =>
        editor.request('iacs/compare', { uri: editor.uri(), files, base: 'HEAD', ...more });
    const older = `system Plant
zone Office { asset Erp : server }
zone Control { asset Plc : plc
  asset Panel : hmi }
`;

    it('lists the gravest findings first, of each kind', async () => {
        const editor = await Editor.start(
            '//- main.iacs\nsystem Plant\nzone Idle { asset Spare : plc }\nzone Office { asset Erp : server }\n' +
                'zone Control { asset Plc : plc\n  asset Panel : hmi }\nflow Office.Erp -> Control.Plc : s7comm\n',
        );
        await editor.open();
        const { findings } = (await compare(editor, { [editor.uri()]: older }))!;
        const added = findings.filter(({ state }) => state === 'added').map(({ severity }) => severity);
        assert.ok(added.includes('error') && added.includes('info'), added.join(' '));
        assert.deepEqual(
            added,
            ['error', 'warning', 'info'].flatMap(each => added.filter(severity => severity === each)),
        );
    });

    it('says what follows, and where each change stands on both sides', async () => {
        const editor = await Editor.start(
            '//- main.iacs\n// a line more\nsystem Plant\nzone Office { asset Erp : server }\nzone Control { ' +
                'asset Plc : rtu }\nflow Office.Erp -> Control.Plc : s7comm\n',
        );
        await editor.open();
        const found = await compare(editor, { [editor.uri()]: older });
        assert.match(found!.svg, /class="mark-added"/);
        assert.ok(
            found!.reasons.some(
                ({ direction, text }) =>
                    direction === 'worse' &&
                    text === 'assets of Office can now reach assets of Control: Office.Erp → Control.Plc',
            ),
        );
        assert.deepEqual(
            found!.changes.map(({ what, now, older: was }) => [what, now?.line ?? null, was?.line ?? null]),
            [
                ['asset Control.Plc: type: plc → rtu', 3, 2],
                ['flow Office.Erp -> Control.Plc : s7comm added in no conduit', 4, null],
                ['asset Control.Panel removed type hmi', null, 3],
            ],
        );
        await editor.stop();
    });

    it('says what was not understood, and on which side', async () => {
        const editor = await Editor.start('//- main.iacs\nsystem Plant\nzone Office { asset Erp : sevrer }\n');
        await editor.open();
        const found = await compare(editor, { [editor.uri()]: `${older}\nzone Last { kind control control }\n` });
        assert.match(found!.verdict, /^No verdict/u);
        assert.deepEqual(
            found!.doubts.map(({ message, now, older: was }) => [message.split('.')[0], now?.line, was?.line]),
            [
                ['Expected a statement or `}`, but found `control`; write `kind control`', undefined, 5],
                ['There is no asset type sevrer; did you mean server?', 1, undefined],
            ],
        );
        await editor.stop();
    });

    it('leads to the statement that came, changed or went, on its own side', async () => {
        const was = `system Plant {
  owner "Works"
}
zone Control {
  kind control
  SL-T 2
  meets SR 1.1, SR 2.3 because "as built"
  meets SR 2.3 RE 1 because "badges"
  misses SR 2.8 because "no log"
  asset Plc : plc {
    // a part
    address 10.0.0.1,
            10.0.0.2
  }
  flow Plc -> Plc : s7comm { access write }
}
`;
        const is = `system Plant {
}
zone Control {
  SL-T 3
  meets SR 1.1, SR 2.3 because "as built"
  asset Plc : rtu {
    address 10.0.0.1
    criticality high
  }
  misses SR 2.8 because "no log"
  flow Plc -> Plc : s7comm { access read }
}
within Control {
  location "Hall 3"
}
`;
        const editor = await Editor.start(`//- main.iacs\n${is}`);
        await editor.open();
        const lines = (text: string, at: { readonly line: number } | null): string | null =>
            at && text.split('\n')[at.line]!.trim();
        const found = await compare(editor, { [editor.uri()]: was });
        assert.deepEqual(
            found!.changes.map(({ what, gone, now, older: before }) => [
                what,
                gone,
                lines(is, now),
                lines(was, before),
            ]),
            [
                ['system Plant: owner "Works" removed', true, 'system Plant {', 'owner "Works"'],
                ['zone Control: location "Hall 3" added', false, 'location "Hall 3"', 'zone Control {'],
                ['zone Control: SL-T: 2 → 3', false, 'SL-T 3', 'SL-T 2'],
                [
                    'zone Control: meets SR 2.3 RE 1 because "badges" removed',
                    true,
                    'zone Control {',
                    'meets SR 2.3 RE 1 because "badges"',
                ],
                ['zone Control: kind control removed', true, 'zone Control {', 'kind control'],
                ['asset Control.Plc: type: plc → rtu', false, 'asset Plc : rtu {', 'asset Plc : plc {'],
                ['asset Control.Plc: criticality high added', false, 'criticality high', 'asset Plc : plc {'],
                ['asset Control.Plc: address 10.0.0.2 removed', false, 'address 10.0.0.1', 'address 10.0.0.1,'],
                [
                    'flow Control.Plc -> Control.Plc : s7comm: access: write → read',
                    false,
                    'flow Plc -> Plc : s7comm { access read }',
                    'flow Plc -> Plc : s7comm { access write }',
                ],
            ],
        );
        await editor.stop();
    });

    it('compares two older sides, in the colours of a theme, and says where each finding is', async () => {
        const editor = await Editor.start('//- main.iacs\nsystem Plant\n');
        await editor.open();
        const uri = editor.uri();
        const newer = { [uri]: `${older.replace(' }\n', ' flow Erp -> Erp : http }\n')}` };
        const found = await compare(editor, { [uri]: older }, { newer, theme: 'dark' });
        assert.deepEqual(
            found!.changes.map(({ what, now }) => [what, now?.line]),
            [['flow Office.Erp -> Office.Erp : http added in Office', 1]],
        );
        const itself = found!.findings.find(({ rule }) => rule === 'flow-to-itself');
        assert.deepEqual([itself?.state, itself?.now, itself?.older], ['added', { uri, line: 1 }, null]);
        assert.match(found!.svg, /#4ac26b/);
        const back = await compare(editor, newer, { newer: { [uri]: older } });
        const gone = back!.findings.find(({ rule }) => rule === 'flow-to-itself');
        assert.deepEqual([gone?.state, gone?.now, gone?.older], ['gone', null, { uri, line: 1 }]);
        await editor.stop();
    });

    it('finds the model whose file was moved, and says so where there is none', async () => {
        const editor = await Editor.start(`//- main.iacs\n${older}`);
        await editor.open();
        const elsewhere = editor.uri().replace('main.iacs', 'old/place.iacs');
        assert.deepEqual((await compare(editor, { [elsewhere]: older }))?.changes, []);
        assert.equal(await compare(editor, { [elsewhere]: older.replace('Plant', 'Other') }), null);
        assert.equal(await compare(editor, {}), null);
        // A root that was chosen may have another name.
        const chosen = await compare(editor, { [elsewhere]: older.replace('Plant', 'Other') }, { root: elsewhere });
        assert.deepEqual(
            chosen?.changes.map(({ what }) => what),
            ['system Plant renamed from Other'],
        );
        await editor.stop();
    });
});
