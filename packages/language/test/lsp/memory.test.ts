import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Workspace } from '../../src/lsp/workspace.ts';
import { MemoryDisk } from '../support/server.ts';

const example = new URL('../../../../examples/swat/main.iacs', import.meta.url);

/** How many different objects are still there. */
const alive = (refs: readonly WeakRef<object>[]): number =>
    new Set(refs.map(ref => ref.deref()).filter(each => each !== undefined)).size;

/**
 * Collects garbage until `enough` says so, or a hundred times. What a compiler thread of V8 or an unfinished marking
 * holds goes with a later round; what the workspace holds never goes.
 */
async function collect(enough: () => boolean): Promise<void> {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    for (let round = 0; round < 100; round++) {
        // A weak reference that was asked holds its object until the end of the turn.
        await pause(10);
        gc();
        if (enough()) return;
    }
}

describe('The memory of a workspace', () => {
    for (const [pace, settles] of [
        ['after each edit', true],
        ['in the middle of each analysis', false],
    ] as const) {
        it(`lets go of the trees and models of a file when the next edit comes ${pace}`, async () => {
            const text = readFileSync(example, 'utf8');
            const disk = new MemoryDisk();
            disk.write(example.href, text);
            const workspace = new Workspace(disk, () => '2026-06-01', {
                analysed: () => undefined,
                settled: () => undefined,
                uncovered: () => undefined,
                failed: error => {
                    throw error as Error;
                },
            });
            const trees: WeakRef<object>[] = [];
            const analyses: WeakRef<object>[] = [];
            for (let version = 1; version <= 30; version++) {
                workspace.open(
                    example.href,
                    `${text}${version % 2 === 0 ? `// ${version}` : `zone Z${version} { kind control }`}\n`,
                    version,
                );
                if (settles) await workspace.settled();
                else await pause(0);
                const view = workspace.view(example.href)!;
                trees.push(new WeakRef(view.parsed));
                for (const analysis of view.analyses) analyses.push(new WeakRef(analysis));
            }
            await workspace.settled();
            workspace.view(example.href);
            await collect(() => alive(trees) <= 2 && alive(analyses) <= 1);
            assert.ok(analyses.length > 0 && alive(trees) > 0);
            assert.ok(alive(trees) <= 2, `${alive(trees)} trees are kept`);
            assert.ok(alive(analyses) <= 1, `${alive(analyses)} analyses are kept`);
        });
    }
});
