import assert from 'node:assert/strict';
import { Project, Texts, understandBoth, type ModelState } from '../src/project/index.ts';
import { cut } from '../src/syntax/index.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { exampleFolders, exampleText } from './support/examples.ts';
import { sections } from './support/marks.ts';
import { random } from './support/random-plant.ts';
import { MemoryDisk } from './support/server.ts';

type Files = ReadonlyMap<string, string>;

/** The state of a model whose first file is its root. */
function state(files: Files, folder: string): ModelState {
    const disk = new MemoryDisk();
    for (const [name, text] of files) disk.write(folder + name, text);
    const project = new Project(new Texts(disk));
    const root = project.head(folder + [...files.keys()][0]!);
    assert.ok(root && 'file' in root);
    return { root, project };
}

/** A careless plant in three files, its statements dealt out. */
function plant(next: (below: number) => number): Files {
    const whole = carelessPlant(next);
    const pieces = cut(whole).map((start, index, starts) => whole.slice(start, starts[index + 1]));
    const deal = pieces.map(piece => (piece.includes('system') ? 0 : next(3)));
    const part = (file: number): string => pieces.filter((_, index) => deal[index] === file).join('');
    return new Map([
        ['main.iacs', `import "one.iacs"\nimport "parts/two.iacs"\n${part(0)}`],
        ['one.iacs', part(1)],
        ['parts/two.iacs', part(2)],
    ]);
}

/** Some files with a line or a statement elsewhere, gone, written twice, or in the words of another one. */
function edited(files: Files, next: (below: number) => number): Files {
    const names = [...files.keys()];
    const copy = new Map(files);
    const file = names[next(names.length)]!;
    const text = copy.get(file)!;
    const pieces = cut(text).map((start, index, starts) => text.slice(start, starts[index + 1]));
    const lines = text.split('\n');
    const at = next(lines.length);
    const piece = next(pieces.length);
    switch (next(7)) {
        case 0:
            return copy.set(file, lines.toSpliced(at, 1).join('\n'));
        case 1:
            return copy.set(file, lines.with(at, `${lines[at]!} // Said later.`).join('\n'));
        case 2:
            return copy.set(file, pieces.toSpliced(piece, 1).join(''));
        case 3: {
            const other = names[next(names.length)]!;
            copy.set(file, pieces.toSpliced(piece, 1).join(''));
            return copy.set(other, `${copy.get(other)!}\n${pieces[piece]!}`);
        }
        case 4:
            return copy.set(file, pieces.toSpliced(piece, 0, '\n/** Why. */').join(''));
        default: {
            const beginning = /^\s*\w*/.exec(lines[at]!)![0];
            const alike = lines.filter(each => each.startsWith(beginning));
            return copy.set(file, lines.with(at, alike[next(alike.length)]!).join('\n'));
        }
    }
}

describe('Two states that are read together', function () {
    this.timeout(0);
    const next = random(Number(process.env['IACS_SEED'] ?? 3));
    const edits = Number(process.env['IACS_EDITS'] ?? 100);

    /** Compares with each state read by itself; true where both are understood as a whole. */
    function same(before: Files, after: Files): boolean {
        const folders = next(2) === 0 ? ['file:///a/', 'file:///a/'] : ['file:///a/', 'file:///b/c/'];
        const [old, now] = [state(before, folders[0]!), state(after, folders[1]!)];
        const both = understandBoth(old, now);
        const alone = [old, now].map(({ root, project }) => project.understand(root.uri)!);
        assert.equal(
            both !== null,
            alone.every(({ problems }) => problems.length === 0),
        );
        if (both) assert.deepEqual(both, alone);
        return both !== null;
    }

    it(`are what each is by itself: ${edits} random changes of careless plants`, () => {
        let understood = 0;
        for (let edit = 0; edit < edits; edit++) {
            const before = plant(next);
            let after = before;
            for (let more = next(3); more >= 0; more--) after = edited(after, next);
            if (same(before, after)) understood++;
        }
        assert.ok(understood > edits / 4, `${understood} were understood`);
    });

    for (const folder of exampleFolders)
        it(`are what each is by itself: the example ${folder}`, () => {
            const files = new Map(
                sections(exampleText(folder)).map(({ name, text }) => [name ?? 'main.iacs', text] as const),
            );
            same(files, files);
            for (let edit = 0; edit < edits / 40; edit++) same(files, edited(edited(files, next), next));
        });
});
