import assert from 'node:assert/strict';
import { Project, Texts } from 'iacs-language';
import { Workspace } from '../src/lsp/workspace.ts';
import { FoldingDisk, LimitedDisk, StrictDisk } from './support/disks.ts';
import { random } from './support/random-plant.ts';
import type { MemoryDisk } from './support/server.ts';

const root = 'file:///plant/main.iacs';
/** How many files come, change or go. */
const changes = Number(process.env['IACS_EDITS'] ?? 100);

const names = ['parts/cells.iacs', 'Parts/cells.iacs', 'parts/Cells.iacs', 'other.iacs', '../secrets/other.iacs'];
const uriOf = (name: string): string => new URL(name, root).href;

interface Bench {
    readonly workspace: Workspace;
    /** How often a model was taken in, or judged. */
    readonly analysed: readonly string[];
    write(name: string, text: string | null): Promise<void>;
}

function bench(disk: MemoryDisk): Bench {
    const analysed: string[] = [];
    const workspace = new Workspace(disk, () => '2026-06-01', {
        analysed: uri => analysed.push(uri),
        settled: () => undefined,
        uncovered: () => undefined,
        failed: error => {
            throw error;
        },
    });
    return {
        workspace,
        analysed,
        async write(name, text) {
            const before = [...disk.texts.keys()];
            if (text === null) disk.delete(uriOf(name));
            else disk.write(uriOf(name), text);
            workspace.changedOnDisk([uriOf(name), ...before.filter(uri => !disk.texts.has(uri))]);
            await workspace.settled();
        },
    };
}

describe('The imports of a model that is kept up to date', () => {
    for (const [system, disk] of [
        ['finds files by names in other letters', () => new FoldingDisk()],
        ['finds them by their own names alone', () => new StrictDisk()],
        ['refuses some of them', () => new LimitedDisk()],
    ] as const) {
        it(`are those of a fresh look while ${changes} files come and go on a disk that ${system}`, async () => {
            const next = random(Number(process.env['IACS_SEED'] ?? 4));
            const there = disk();
            const { workspace, write } = bench(there);
            const imports = (): string =>
                names.map(name => (next(2) === 0 ? `import "${name}"\n` : '')).join('') + 'system S\n';
            await write('main.iacs', imports());
            for (let change = 0; change < changes; change++) {
                if (next(5) === 0) await write('main.iacs', imports());
                else {
                    const text = next(3) === 0 ? `import "${names[next(3)]!}"\n` : `zone Z${next(2)}\n`;
                    await write(names[next(names.length)]!, next(3) === 0 ? null : text);
                }
                const live = workspace.analysesWith(root)[0]!;
                const fresh = new Project(new Texts(there)).understand(root)!;
                assert.deepEqual(
                    live.problems.map(({ message }) => message).sort(),
                    fresh.problems.map(({ message }) => message).sort(),
                    `change ${change}`,
                );
                assert.deepEqual(
                    live.model.zones.map(({ id }) => id),
                    fresh.model.zones.map(({ id }) => id),
                );
            }
        });
    }

    for (const [what, disk, path, file] of [
        ['is refused', new LimitedDisk(), '../secrets/other.iacs', '../secrets/other.iacs'],
        ['is written in other letters', new FoldingDisk(), 'Other.iacs', 'other.iacs'],
    ] as const) {
        it(`are not taken in again at each edit of another file where one ${what}`, async () => {
            const { analysed, write } = bench(disk);
            await write(file, 'zone Cell\n');
            await write('main.iacs', `import "${path}"\nsystem S\n`);
            const before = analysed.length;
            await write('unrelated.iacs', 'zone Elsewhere\n');
            assert.deepEqual(analysed.slice(before), []);
        });
    }

    it('are of one model after its root is written in other letters where these find it too', async () => {
        const { workspace, write } = bench(new FoldingDisk());
        await write('main.iacs', 'system S\n');
        await write('Main.iacs', 'system S\n');
        assert.deepEqual(
            workspace.analyses().map(({ root }) => root),
            ['file:///plant/Main.iacs'],
        );
    });
});
