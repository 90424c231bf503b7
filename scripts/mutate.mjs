/**
 * `npm run mutate`: makes small changes in assessment and rules, one at a time, and lists those that no test notices.
 *
 *   npm run mutate -- --sample 50                                50 of them, drawn by --seed (1 without it)
 *   npm run mutate -- --in packages/language/src/rules/risk      all in a folder or file
 *
 * No file is changed: the mutant is put in its place while the tests load it. Exit code 1 below --least percent (90).
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
    options: {
        in: { type: 'string', multiple: true },
        sample: { type: 'string' },
        seed: { type: 'string', default: '1' },
        least: { type: 'string', default: '90' },
    },
});

const folders = values.in ?? ['packages/language/src/assessment', 'packages/language/src/rules'];
const files = folders
    .flatMap(folder =>
        statSync(resolve(root, folder)).isDirectory() ? globSync(`${folder}/**/*.ts`, { cwd: root }) : [folder],
    )
    .filter(file => !/generated|index\.ts$/.test(file))
    .sort();
const sources = new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]));
let mutants = [...sources].flatMap(([file, text]) => mutantsOf(text).map(mutant => ({ file, ...mutant })));

/** Tests of the language core; the quickest that ask assessment and rules first. */
const first = [
    'rules',
    'assess',
    'crossing',
    'risk',
    'flow-rules',
    'claims',
    'bypass',
    'messages',
    'risk-matrix',
    'reach',
];
const tests = first
    .map(name => `packages/language/test/${name}.test.ts`)
    .filter(file => globSync(file, { cwd: root }).length > 0);

let state = Number(values.seed);
const random = below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
};
if (values.sample !== undefined) {
    const wanted = Math.min(Number(values.sample), mutants.length);
    const drawn = [];
    while (drawn.length < wanted) drawn.push(...mutants.splice(random(mutants.length), 1));
    mutants = drawn;
}

/** A mutant may run for ever: the tests of the core take seconds. */
const patience = 180_000;

function killed(mutant) {
    return new Promise(settled => {
        const child = spawn('mocha', ['--bail', '--reporter', 'min', ...tests], {
            cwd: root,
            stdio: 'ignore',
            shell: process.platform === 'win32',
            env: {
                ...process.env,
                NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'scripts/mutate-hook.mjs')).href}`,
                IACS_MUTANT: JSON.stringify({ ...mutant, url: pathToFileURL(join(root, mutant.file)).href }),
            },
        });
        const timer = setTimeout(() => child.kill('SIGKILL'), patience);
        child.on('close', code => {
            clearTimeout(timer);
            settled(code !== 0);
        });
    });
}

const survivors = [];
let next = 0;
const worker = async () => {
    while (next < mutants.length) {
        const mutant = mutants[next++];
        if (await killed(mutant)) continue;
        const text = sources.get(mutant.file);
        const line = text.slice(0, mutant.start).split('\n').length;
        survivors.push(mutant);
        console.log(
            `${mutant.file}:${line} ${text.slice(mutant.start, mutant.end).replace(/\s+/g, ' ')} → ${mutant.put || '(gone)'}`,
        );
    }
};
await Promise.all(Array.from({ length: Math.max(1, Math.floor(availableParallelism() / 2)) }, worker));
const percent = mutants.length === 0 ? 100 : (100 * (mutants.length - survivors.length)) / mutants.length;
console.log(`${mutants.length - survivors.length} of ${mutants.length} mutants killed (${percent.toFixed(1)} %)`);
process.exit(percent >= Number(values.least) ? 0 : 1);
