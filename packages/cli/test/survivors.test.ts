import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withFiles } from './support/iacs.ts';

const child = fileURLToPath(new URL('./support/survivors.ts', import.meta.url));
const plant = readFileSync(new URL('../../../examples/truck-loading/main.iacs', import.meta.url), 'utf8');
const models = 80;

/** Nothing looks through all of the memory meanwhile, so that what survives is seen. */
const flags = ['--conditions=iacs-source', '--no-turbofan', '--initial-heap-size=1000'];

describe('Many models one after the other', function () {
    for (const how of ['check', 'take'])
        it(`leave next to nothing to the next one (${how})`, () =>
            withFiles(
                Object.fromEntries(Array.from({ length: models }, (_, index) => [`s${index}/main.iacs`, plant])),
                cwd => {
                    const bytes = Number(execFileSync(process.execPath, [...flags, child, how, cwd]).toString());
                    // 190 to 440 kB where a getter or an old object holds the model.
                    assert.ok(bytes < 40_000, `${bytes} bytes survive of each model`);
                },
            ));
});
