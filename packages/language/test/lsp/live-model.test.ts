import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../src/analysis.ts';
import { Workspace } from '../../src/lsp/workspace.ts';
import { applyEdits, parse, renderEdits } from '../../src/syntax/index.ts';
import { MemoryDisk } from '../support/server.ts';

const today = '2026-06-01';
const folder = new URL('../../../../examples/', import.meta.url);

/** What is found when nothing is remembered from before. */
function fresh(root: string, disk: MemoryDisk): unknown {
    const source = {
        parse: (uri: string) => parse(uri, disk.read(uri) ?? ''),
        resolve: (from: string, path: string): string => new URL(path, from).href,
    };
    return analyse(parse(root, disk.read(root)!), source, { today }).findings;
}

describe('A model that is kept up to date', () => {
    for (const name of ['truck-loading', 'broken-plant']) {
        it(`finds after every edit of a text in ${name} what a fresh look finds`, async () => {
            const root = new URL(`${name}/main.iacs`, folder).href;
            const disk = new MemoryDisk();
            for (const part of ['library/', `${name}/`]) {
                for (const file of readdirSync(new URL(part, folder)).filter(each => each.endsWith('.iacs'))) {
                    const uri = new URL(part + file, folder);
                    disk.write(uri.href, readFileSync(uri, 'utf8'));
                }
            }
            const original = readFileSync(new URL(root), 'utf8');
            disk.write(root, original);
            const failures: unknown[] = [];
            const workspace = new Workspace(disk, () => today, {
                analysed: () => undefined,
                settled: () => undefined,
                uncovered: () => undefined,
                failed: error => failures.push(error),
            });
            workspace.open(root, original, 1);
            await workspace.settled();
            const places = [...original.matchAll(/"([^"\n]{3,})"|\/\/ \w+|\/\*\* \w+|^view \w+/gm)];
            const step = Math.max(1, Math.floor(places.length / 40));
            let version = 1;
            for (let index = 0; index < places.length; index += step) {
                const at = places[index]!.index + places[index]![0].length - 1;
                const text = `${original.slice(0, at)}y${original.slice(at)}`;
                disk.write(root, text);
                workspace.open(root, text, ++version);
                await workspace.settled();
                const [analysis] = workspace.analysesWith(root);
                assert.deepEqual(analysis!.findings, fresh(root, disk), places[index]![0]);
            }
            assert.deepEqual(failures, []);
            assert.ok(places.length > 20);
        });
    }

    it('offers fixes that carry the words of the present text', async () => {
        const plant = (doc: string, purpose: string): string => `system P { owner "O" }
zone B { kind dmz SL-T 1 asset Y : server }
zone A {
  kind control
  SL-T 1
  asset X : plc
  /** One
   * two ${doc}. */
  flow X -> B.Y : opc-ua "a\\n${purpose}" { description "one\\t${purpose}" }
}
`;
        const root = 'file:///plant/main.iacs';
        const disk = new MemoryDisk();
        const workspace = new Workspace(disk, () => today, {
            analysed: () => undefined,
            settled: () => undefined,
            uncovered: () => undefined,
            failed: error => {
                throw error;
            },
        });
        const states = [plant('three', 'b'), plant('FOUR', 'b'), plant('FOUR', 'c')];
        for (const [version, text] of states.entries()) {
            disk.write(root, text);
            workspace.open(root, text, version + 1);
            await workspace.settled();
            const [analysis] = workspace.analysesWith(root);
            assert.deepEqual(analysis!.findings, fresh(root, disk));
            const [fix] = analysis!.findings.find(({ rule }) => rule === 'flow-without-conduit')!.fixes;
            const after = applyEdits(
                text,
                renderEdits(fix!.edits, () => text),
            );
            assert.ok(
                after.includes(text.slice(text.indexOf('/** One'), text.indexOf('\n}\n', text.indexOf('/** One')))),
                after,
            );
        }
    });

    it('remembers no acceptance of a part', async () => {
        const plant = (title: string): string => `system P {
  owner "O"
}
threat T "${title}" { against A.P likelihood 2 }
zone A {
  kind control
  SL-T 1
  asset P : plc
  asset Laptop1 : laptop { accept temporary-device-among-others because "On loan" until 2099-01-01 }
  asset Laptop2 : laptop
  owner "A"
}
`;
        const root = 'file:///plant/main.iacs';
        const disk = new MemoryDisk();
        const workspace = new Workspace(disk, () => today, {
            analysed: () => undefined,
            settled: () => undefined,
            uncovered: () => undefined,
            failed: error => {
                throw error;
            },
        });
        for (const [version, title] of ['Loss of view', 'Loss of control', 'Damage'].entries()) {
            disk.write(root, plant(title));
            workspace.open(root, plant(title), version + 1);
            await workspace.settled();
            assert.deepEqual(workspace.analysesWith(root)[0]!.findings, fresh(root, disk), title);
        }
    });
});
