import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver';
import { Editor } from '../support/server.ts';

const plant = `//- main.iacs
import "parts/cell.iacs"
system Plant
zone Control {
  meets SR 1.1 evidence "docs/accounts.md"
  meets SR 7.3 evidence ""
}
//- parts/cell.iacs
zone Cell {
  meets SR 7.3 evidence "", ""
  description ""
}
//- docs/accounts.md
//- docs/backup drill.pdf
//- docs/photo.JPG
//- walkdown.pdf
//- program.exe
`;

describe('Evidence while it is typed', () => {
    const offered = async (editor: Editor, needle: string, name = 'main.iacs'): Promise<readonly string[]> =>
        ((await editor.at<CompletionList | null>('textDocument/completion', needle, name))?.items ?? []).map(
            ({ label }) => label,
        );

    it('is offered from what the model names, and from the documents in the folder, the nearest first', async () => {
        const editor = await Editor.start(plant);
        await editor.open();
        await editor.open('parts/cell.iacs');
        assert.deepEqual(await offered(editor, '7.3 evidence "<|>'), [
            'docs/accounts.md',
            'walkdown.pdf',
            'docs/backup drill.pdf',
            'docs/photo.JPG',
        ]);
        assert.deepEqual(await offered(editor, 'evidence "", "<|>', 'parts/cell.iacs'), [
            'docs/accounts.md',
            '../walkdown.pdf',
            '../docs/accounts.md',
            '../docs/backup drill.pdf',
            '../docs/photo.JPG',
        ]);
        assert.deepEqual(await offered(editor, 'description "<|>', 'parts/cell.iacs'), []);
        await editor.stop();
    });

    it('finds a document that has come, at the next question', async () => {
        const editor = await Editor.start(plant);
        await editor.open();
        await editor.change({ 'docs/new.md': '' });
        await offered(editor, '7.3 evidence "<|>');
        await editor.settled();
        assert.ok((await offered(editor, '7.3 evidence "<|>')).includes('docs/new.md'));
        await editor.stop();
    });
});
