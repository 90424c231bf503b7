import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { aside } from '../src/check/aside.ts';
import { withFiles } from './support/iacs.ts';

const child = fileURLToPath(new URL('./support/survivors.ts', import.meta.url));
const plant = readFileSync(new URL('../../../examples/truck-loading/main.iacs', import.meta.url), 'utf8');
const models = 80;
const megabyte = 1e6;

/** Nothing looks through all of the memory meanwhile, so that what survives is seen. */
const flags = ['--conditions=iacs-source', '--no-turbofan', '--initial-heap-size=1000'];

describe('Many models one after the other', function () {
    for (const how of ['check', 'take'])
        it(`leave next to nothing to the next one (${how})`, () =>
            withFiles(
                Object.fromEntries(Array.from({ length: models }, (_, index) => [`s${index}/main.iacs`, plant])),
                cwd => {
                    const bytes = Number(execFileSync(process.execPath, [...flags, child, how, cwd]).toString());
                    // 190 to 440 kB where a getter or an old object holds the model; 30 kB where its text is held until
                    // there is another one.
                    assert.ok(bytes < 15_000, `${bytes} bytes survive of each model`);
                },
            ));
});

describe('Text that waits in a temporary file', () => {
    it('is not in memory as well', () => {
        setFlagsFromString('--expose-gc');
        const collect = runInNewContext('globalThis.gc') as () => void;
        collect();
        const before = process.memoryUsage().arrayBuffers;
        const hold = aside()!;
        const held = Array.from({ length: 40 }, (_, index) => hold(new Uint8Array(megabyte).fill(index)));
        collect();
        assert.ok(process.memoryUsage().arrayBuffers - before < 4 * megabyte);
        const read = held.map(each => each());
        assert.deepEqual(
            read.map(bytes => [bytes.length, bytes[0], bytes.at(-1)]),
            held.map((_, index) => [megabyte, index, index]),
        );
    });
});
