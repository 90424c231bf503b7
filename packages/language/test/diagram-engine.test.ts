import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { elkGraph } from '../src/views/diagram/layout/elk-graph.ts';
import { elkEngine } from '../src/node/elk-host.ts';
import { loadElk } from '../src/node/elk-script.ts';
import { warmUpGraph } from '../src/node/elk-warm-up.ts';
import { atPlaces, layout, place, toGraph, toSvg } from '../src/views/diagram/index.ts';
import { toFrame } from '../src/views/diagram/layout/to-frame.ts';
import { load } from './support/load.ts';
import { plant } from './support/plants.ts';

describe('diagram: the engine', function () {
    const engine = elkEngine({ warmUp: false });
    after(() => engine.close());
    const script = createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');

    it('lays out the same whatever is found in the model', async () => {
        for (const seed of [4, 5]) {
            const loaded = load(plant(seed, { zones: 14, conduits: 18, nested: seed === 5 }));
            ok(loaded.findings.length > 0);
            const [bare, full] = [toGraph({ ...loaded, findings: [] }), toGraph(loaded)];
            for (const direction of ['down', 'right'] as const)
                deepEqual(elkGraph(toFrame(full), direction), elkGraph(toFrame(bare), direction));
            equal(toSvg(await atPlaces(full, place(bare, engine))), toSvg(await layout(full, engine)));
        }
    });

    describe('keeps the code that V8 made of ELK', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-code-'));
        after(() => rmSync(folder, { recursive: true }));
        // V8 keeps code in a process as well: each try is a process of its own.
        const program = `
            import Elk from 'elkjs/lib/elk-api.js';
            import { loadElk } from './src/node/elk-script.ts';
            import { warmUpGraph } from './src/node/elk-warm-up.ts';
            const [script, folder] = process.argv.slice(1);
            const elk = loadElk(script, folder);
            const { children } = await new Elk({ algorithms: ['layered'], workerFactory: () => new elk.Worker() }).layout(warmUpGraph(0));
            elk.keepCode();
            console.log(JSON.stringify(children.map(({ id, x, y }) => [id, x, y])));`;
        const laidOut = (): string =>
            execFileSync(process.execPath, ['--input-type=module', '--eval', program, script, folder], {
                cwd: fileURLToPath(new URL('..', import.meta.url)),
                encoding: 'utf8',
            });
        const kept = (): string => path.join(folder, readdirSync(folder)[0] ?? '');

        it('once, and lays out with it as without it', () => {
            const first = laidOut();
            const { mtimeMs, size } = statSync(kept());
            ok(size > 100_000);
            equal(laidOut(), first);
            deepEqual([readdirSync(folder).length, statSync(kept()).mtimeMs], [1, mtimeMs]);
        });

        it('anew when what was kept is damaged', () => {
            const first = laidOut();
            const whole = readFileSync(kept()).length;
            writeFileSync(kept(), 'no code');
            equal(laidOut(), first);
            ok(readFileSync(kept()).length > whole / 2);
        });

        it('nowhere where it may not write', () => {
            const elk = loadElk(script, path.join(script, 'no-folder'));
            elk.keepCode();
            ok(new elk.Worker());
        });
    });

    it('holds no process that has forgotten to close it', () => {
        const program =
            "import { elkEngine } from './src/node/elk-host.ts'; elkEngine(); setTimeout(() => " +
            "console.log('done'), 500);";
        const said = execFileSync(
            process.execPath,
            ['--conditions=iacs-source', '--input-type=module', '--eval', program],
            { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8', timeout: 240_000 },
        );
        equal(said, 'done\n');
    });

    it('leaves its thread to the next one, and not while that lays out', async () => {
        // ELK numbers its objects ($H), and goes on counting.
        const placesOf = (answer: object): string =>
            JSON.stringify(answer, (key, value: unknown) => (key === '$H' ? undefined : value));
        const answers: string[] = [];
        for (const round of [0, 1, 2]) {
            const one = elkEngine();
            answers.push(placesOf(await one.layout(warmUpGraph(0), 20_000)));
            const left = round === 1 ? one.layout(warmUpGraph(1), 20_000) : null;
            await one.close();
            if (left) deepEqual(await left, { kind: 'given-up', reason: 'The layout was ended.' });
        }
        ok(answers[0]?.includes('"kind":"done"'));
        deepEqual(answers.slice(1), [answers[0], answers[0]]);
    });

    it('warms up with graphs that ELK can lay out', async () => {
        for (const round of [0, 1, 2]) equal((await engine.layout(warmUpGraph(round), 20_000)).kind, 'done');
    });
});
