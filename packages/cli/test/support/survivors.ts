/**
 * How much memory of one model survives until the next one. Arguments: `check`, `take` or `assess`, and a folder of
 * models. It prints the bytes that old objects, and bytes of files, take more with each model, as a mean over the
 * second half of them.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getHeapSpaceStatistics } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import { fileUri } from 'iacs-language';
import { levelsPrinter, modelLevels } from 'iacs-language/levels';
import type { Asked } from '../../src/check/job.ts';
import { work } from '../../src/check/work.ts';
import type { Io } from '../../src/io.ts';
import { takeEach } from '../../src/problems.ts';

const [how, folder = '.'] = process.argv.slice(2);
const names = readdirSync(folder).sort();
const half = names.length / 2;
const today = '2026-06-01';
const setting = { cwd: folder, version: '0', env: {}, today, colours: false };

const oldSize = (): number =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')!.space_used_size +
    process.memoryUsage().arrayBuffers;
let before = 0;
let models = 0;
function count(): void {
    models++;
    if (models === half) before = oldSize();
    if (models === names.length) console.log((oldSize() - before) / half);
}

if (how === 'check') {
    let ask: (batch: readonly Asked[]) => void = () => {};
    const port = {
        on: (_: string, listener: typeof ask) => void (ask = listener),
        postMessage: (message: unknown) => {
            if (typeof message === 'object') count();
        },
    };
    const request = { outputs: [{ format: 'pretty', file: null } as const], today, overrides: [] };
    work({ request, io: setting }, port as unknown as MessagePort);
    ask(names.map(name => ({ uri: fileUri(path.join(folder, name, 'main.iacs')), isFolder: true })));
} else {
    const io: Io = {
        ...setting,
        progress: false,
        out: () => {},
        err: () => {},
        status: () => {},
        stdin: () => Promise.reject(new Error('nothing is read from standard input')),
    };
    const printer = levelsPrinter('table', (_, text) => text);
    await takeEach([folder], io, { today, withoutRules: true }, ({ analysis }) => {
        if (how === 'assess') printer.add(modelLevels(analysis.assessment, 'S', '', null, 0));
        void analysis.assessment.subjects.map(({ requirements }) => requirements.length);
        void analysis.assessment.invariants;
        count();
    });
}
