import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "more.iacs"
system Plant { owner "Ops" }
zone Control {
  kind control
  SL-T 1
  asset Hmi : hmi
  asset Plc : plc { SL-C 2 }
}
//- more.iacs
within Control {
  asset Extra : rtu
}
`;

/** The rules that blame something in a file beside the place where it is said, with the lines that they blame. */
const hintsIn = (editor: Editor, name: string): readonly string[] =>
    (editor.shown.get(editor.uri(name))?.diagnostics ?? [])
        .filter(({ severity }) => severity === DiagnosticSeverity.Hint)
        .map(({ code, range }) => `${code} ${range.start.line + 1}`);

const unknown = /^capability-unknown/u;

describe('What a finding of another file blames too', () => {
    let editor: Editor;
    const shown = (name = 'more.iacs'): readonly string[] => hintsIn(editor, name).filter(each => unknown.test(each));

    afterEach(() => editor.stop());

    it('is shown in a part that has no finding of its own, whether it is open or not', async () => {
        editor = await Editor.start(plant);
        assert.deepEqual(shown(), ['capability-unknown 2'], 'not open');
        await editor.open('main.iacs');
        await editor.open('more.iacs');
        assert.deepEqual(shown(), ['capability-unknown 2'], 'open');
    });

    it('goes and comes with an edit of the other file', async () => {
        editor = await Editor.start(plant);
        await editor.open('more.iacs');
        await editor.open('main.iacs');
        const said = (): string => {
            const { diagnostics } = editor.shown.get(editor.uri('more.iacs'))!;
            return JSON.stringify(diagnostics.filter(({ code }) => code === 'capability-unknown'));
        };
        const settled = (): Promise<void> => editor.until(() => true);
        await editor.type('asset Hmi : hmi', 'asset Hmi : hmi { SL-C 1 }');
        await settled();
        assert.deepEqual(shown(), [], 'it is said of Extra alone, so it is a finding there');
        assert.ok(editor.codes('more.iacs').includes('capability-unknown'));
        await editor.type('asset Hmi : hmi { SL-C 1 }', 'asset Hmi : hmi asset Other : hmi');
        await settled();
        assert.deepEqual(shown(), ['capability-unknown 2']);
        assert.match(said(), /because Hmi, Other and Extra have none/u);
        await editor.type('asset Other : hmi', 'asset Third : hmi');
        await settled();
        assert.match(said(), /because Hmi, Third and Extra have none/u, 'nothing of before is left');
        await editor.type('asset Extra : rtu', '\n  asset Extra : rtu', 'more.iacs');
        await settled();
        assert.deepEqual(shown(), ['capability-unknown 3'], 'where it is now');
        await editor.type('asset Extra : rtu', 'asset Extra : rtu { SL-C 1 }', 'more.iacs');
        await settled();
        assert.deepEqual(shown(), [], 'it is said');
    });
});
