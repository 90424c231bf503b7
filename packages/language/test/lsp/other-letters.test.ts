import assert from 'node:assert/strict';
import { Project, Texts, writtenUri } from 'iacs-language';
import { FoldingDisk, LimitedDisk, StrictDisk } from '../support/disks.ts';
import { Editor, type MemoryDisk } from '../support/server.ts';

/** The same file under two names would be two zones. */
const files = {
    'main.iacs': 'import "Parts/Cells.iacs"\nimport "parts/other.iacs"\nsystem S\n',
    'parts/cells.iacs': 'zone Cell\n',
    'parts/other.iacs': 'import "cells.iacs"\n',
};
const said = 'There is no file Parts/Cells.iacs; there is parts/cells.iacs: the letter case differs.';

function unresolvedIn(disk: MemoryDisk, root: string): readonly string[] {
    const understood = new Project(new Texts(disk)).understand(root)!;
    return understood.problems.filter(({ kind }) => kind === 'unresolved').map(({ message }) => message);
}

describe('An import in other letters than those of the file', () => {
    for (const [system, disk] of [
        ['Windows and macOS, which find the file', () => new FoldingDisk()],
        ['Linux, which does not', () => new StrictDisk()],
    ] as const) {
        it(`is told on ${system}, and its file is read once`, async () => {
            const there = disk();
            for (const [name, text] of Object.entries(files)) there.write(`file:///plant/${name}`, text);
            assert.deepEqual(unresolvedIn(there, 'file:///plant/main.iacs'), [said]);
            const annotated = Object.entries(files).map(([name, text]) => `//- ${name}\n${text}`);
            const editor = await Editor.start(annotated.join(''), { disk: disk() });
            const messages = editor.shown.get(editor.uri())!.diagnostics.filter(({ code }) => code === 'unresolved');
            editor.stop();
            assert.deepEqual(
                messages.map(({ message }) => message),
                [said],
            );
        });
    }

    it('is no fault where the folders above are written in any letters, as shells leave them', () => {
        const disk = new FoldingDisk();
        disk.write('file:///c%3A/Users/Me/plant/main.iacs', 'import "parts/cells.iacs"\nsystem S\n');
        disk.write('file:///c%3A/Users/Me/plant/parts/cells.iacs', 'zone Cell\n');
        assert.deepEqual(unresolvedIn(disk, 'file:///c%3A/users/me/PLANT/main.iacs'), []);
    });

    it('may have its accents in either form on macOS, and is told on Linux which form it has', () => {
        const name = 'Büro.iacs';
        for (const [disk, expected] of [
            [new FoldingDisk(), []],
            [new StrictDisk(), [`There is no file ${name}; there is ${name}: its accents are stored in another form.`]],
        ] as const) {
            disk.write('file:///plant/main.iacs', `import "${name.normalize('NFC')}"\nsystem S\n`);
            disk.write(`file:///plant/${name.normalize('NFD')}`, 'zone Office\n');
            const messages = unresolvedIn(disk, 'file:///plant/main.iacs');
            assert.deepEqual(
                messages.map(each => each.normalize('NFC')),
                expected,
            );
        }
    });
});

describe('A file that is named in two letter cases', () => {
    it('has one name where both find it, and two where they do not', () => {
        const written = ['file:///plant/Main.iacs', 'file:///plant/main.iacs', 'file:///PLANT/MAIN.IACS'];
        for (const [disk, names] of [
            [new FoldingDisk(), ['file:///plant/main.iacs']],
            [new StrictDisk(), written],
        ] as const) {
            disk.write('file:///plant/main.iacs', 'system S\n');
            assert.deepEqual([...new Set(written.map(uri => writtenUri(disk, uri)))], names);
        }
    });
});

describe('An import of what must not be read', () => {
    it('is told in the editor as it is by a check, and nothing of the file is used', async () => {
        const disk = new LimitedDisk();
        disk.write('file:///secrets/other.iacs', 'zone Secret\n');
        const editor = await Editor.start('import "../secrets/other.iacs"\nsystem S\n', { disk });
        const diagnostics = editor.shown.get(editor.uri())!.diagnostics;
        editor.stop();
        assert.deepEqual(
            diagnostics.filter(({ code }) => code === 'unresolved').map(({ message }) => message),
            ['../secrets/other.iacs cannot be read: it lies outside of the repository plant.'],
        );
        assert.ok(!diagnostics.some(({ message }) => String(message).includes('Secret')));
        assert.ok(!disk.wasRead.has('file:///secrets/other.iacs'));
    });
});
