/**
 * `npm run mutate`: makes small changes in assessment and rules, one at a time, and lists those that no test notices.
 * With `--in`, also in what else decides: the reconciliation and the comparison.
 *
 *   npm run mutate -- --sample 50                                50 of them, drawn by --seed (1 without it)
 *   npm run mutate -- --in packages/language/src/rules/risk      those in a folder or file
 *   npm run mutate -- --effort 2                                 tests of so many processor seconds for each (6)
 *   npm run mutate -- --jobs 2                                   so many at once (1)
 *   npm run mutate -- --tests packages/cli/test/plan.test.ts     these tests alone
 *   npm run mutate -- --reach build/reach.json                   keeps which test reaches what, for the next part
 *   npm run mutate -- --again survivors.txt                      those that an earlier run printed
 *   npm run mutate -- --thorough                                 what survives meets all other tests too
 *
 * No file is changed. The sources that are asked about are loaded with a switch for each mutant
 * (scripts/mutate-hook.mjs), the tests run once without a mutant to see in which test which mutant would give
 * something else than the source, and then each mutant meets these; test files that reach nothing are not loaded again.
 * One process for each job; a mutant that runs for ever is stopped and counts as killed. Exit code 1 below --least
 * percent (90).
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';
import { otherTests, testsOf } from './mutate-tests.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
    options: {
        in: { type: 'string', multiple: true },
        sample: { type: 'string' },
        seed: { type: 'string', default: '1' },
        least: { type: 'string', default: '90' },
        effort: { type: 'string', default: '6' },
        jobs: { type: 'string', default: '1' },
        reach: { type: 'string' },
        again: { type: 'string' },
        tests: { type: 'string', multiple: true },
        thorough: { type: 'boolean', default: false },
    },
});

/** The folders that can be asked about: those of one line have their switches together. */
const all = ['packages/language/src/assessment', 'packages/language/src/rules'];
const rooms = [all, ['packages/language/src/reconcile'], ['packages/language/src/views/diff']];
const parts = (values.in ?? all).map(part => relative(root, resolve(root, part)).replaceAll('\\', '/'));
const isIn = (file, part) => file === part || file.startsWith(`${part}/`);
const isAsked = file => parts.some(part => isIn(file, part));
const switched = rooms.filter(folders =>
    folders.some(room => parts.some(part => isIn(part, room) || isIn(room, part))),
);
const files = globSync(
    switched.flat().map(folder => `${folder}/**/*.ts`),
    { cwd: root },
)
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !/generated|index\.ts$/.test(file))
    .sort();

const tests = values.tests
    ? globSync(values.tests, { cwd: root })
          .map(file => join(root, file))
          .sort()
    : testsOf(parts);

const folder = mkdtempSync(join(tmpdir(), 'iacs-mutate-'));
/** The processes that try mutants; none is left when this one is stopped. */
const running = new Set();
process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
/** Each file with the number of its first mutant, and where its source with the switches is. */
const firsts = [];
const hash = createHash('sha256');
let mutants = [];
/** How many mutants are left out because they only take more time. */
let savingTime = 0;
for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    hash.update(text);
    const { mutants: found, kept, switched } = mutantsOf(text, mutants.length);
    if (isAsked(file)) savingTime += kept;
    const source = join(folder, `${firsts.length}.ts`);
    writeFileSync(source, switched);
    firsts.push([file, mutants.length, source]);
    mutants.push(...found.map(mutant => ({ file, ...mutant })));
}
const sources = files.map(file => pathToFileURL(join(root, file)).href);
const count = mutants.length;
const sum = hash.digest('hex');

/** The file of a mutant, by its number. */
const fileById = mutants.map(({ file }) => file);
mutants = mutants.filter(({ file }) => isAsked(file));

/** A mutant as it is printed. An earlier run is continued by it: where lines have moved, at the nearest one. */
function shown({ file, start, end, put }) {
    const text = readFileSync(join(root, file), 'utf8');
    const line = text.slice(0, start).split('\n').length;
    return `${file}:${line} ${text.slice(start, end).replace(/\s+/g, ' ')} → ${put || '(gone)'}`;
}
if (values.again !== undefined) {
    const parsed = line => /^(.+):(\d+) (.+?)(?:, not reached|, without effect)?$/.exec(line)?.slice(1) ?? [];
    const left = new Map(mutants.map(mutant => [mutant, parsed(shown(mutant))]));
    const wanted = readFileSync(values.again, 'utf8').split('\n').map(parsed);
    mutants = wanted.flatMap(([file, line, change]) => {
        const same = [...left].filter(([, [ownFile, , own]]) => ownFile === file && own === change);
        const nearest = same.toSorted(([, [, a]], [, [, b]]) => Math.abs(a - line) - Math.abs(b - line))[0];
        if (nearest) left.delete(nearest[0]);
        return nearest ? [nearest[0]] : [];
    });
}

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

const reachFile = values.reach === undefined ? join(folder, 'reach.json') : resolve(values.reach);
const first = { tests, effort: Number(values.effort), reachFile };
/** What survives these meets the slow ones, each of which takes seconds. */
const thorough = { tests: otherTests(tests), effort: 4 * first.effort, reachFile: `${reachFile}.slow` };

/** A process that has loaded everything. `next` waits for its next message, and gives undefined when it has ended. */
function worker({ tests, effort, ...options }) {
    const child = fork(join(root, 'scripts/mutate-worker.mjs'), {
        cwd: root,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        // What fills a list for ever ends before the machine is full.
        execArgv: [
            '--conditions=iacs-source',
            '--max-old-space-size=1500',
            '--import',
            pathToFileURL(join(root, 'scripts/mutate-hook.mjs')).href,
        ],
        env: {
            ...process.env,
            // A process is begun anew after each mutant that leaves something in it.
            NODE_COMPILE_CACHE: join(folder, 'compiled'),
            IACS_MUTATE: JSON.stringify({ tests, sources, effort: effort * 1000, ...options }),
            IACS_MUTATED: JSON.stringify(firsts),
            IACS_MUTANTS: String(count),
        },
    });
    running.add(child);
    const waiting = [];
    const come = [];
    let ended = false;
    child.on('message', message => (waiting.length > 0 ? waiting.shift()(message) : come.push(message)));
    child.on('exit', () => {
        running.delete(child);
        ended = true;
        for (const one of waiting) one(undefined);
    });
    const next = () =>
        new Promise(settled => {
            if (come.length > 0 || ended) return settled(come.shift());
            waiting.push(settled);
        });
    return { child, next };
}

async function ready(options) {
    const one = worker(options);
    while (true) {
        const message = await one.next();
        if (message === undefined || message.ready) return one;
    }
}

/**
 * Lets mutants meet tests.
 * @param settle what is called with each mutant, and whether it is alive: false, true, `not reached` or
 * `without effect`
 */
async function meet(mutants, { reachFile, ...by }, settle) {
    if (!existsSync(reachFile)) {
        const without = worker(by);
        const reached = await without.next();
        without.child.kill('SIGKILL');
        if (reached === undefined) throw new Error('The tests cannot be loaded.');
        writeFileSync(reachFile, JSON.stringify({ of: sum, ...reached }));
    }
    const { reach, loadedWith, described, of } = JSON.parse(readFileSync(reachFile, 'utf8'));
    if (of !== sum) throw new Error(`${reachFile} is of other sources: delete it.`);
    console.log(
        `${Object.keys(reach).length} tests pass without a mutant; ${mutants.length} mutants of ${count} meet them`,
    );
    const [reachedIds, differingIds] = ['hit', 'differs'].map(
        what => new Set(Object.values(reach).flatMap(each => each[what])),
    );
    /** How many tests reach each mutant, and each file. */
    const reachedBy = new Map();
    const increase = key => reachedBy.set(key, (reachedBy.get(key) ?? 0) + 1);
    for (const { hit } of Object.values(reach)) {
        for (const id of hit) increase(id);
        for (const file of new Set(hit.map(id => fileById[id]))) increase(file);
    }
    // What tests compute before they run meets their mutant only in a process of its own, which is slow: it is made
    // where no test reaches the mutant while it runs.
    const atLoad = new Set(loadedWith);
    // So does what is made once for all models: a single test reaches it, whichever asks first, and many its file.
    const isMadeOnce = id => atLoad.has(id) || (reachedBy.get(id) === 1 && reachedBy.get(fileById[id]) >= 20);
    const beforeRun = new Set([...loadedWith, ...described]);
    const killers = new Map();
    /** What a process gets of a mutant. */
    const asked = mutant => {
        const at = firsts.findIndex(([file]) => file === mutant.file);
        return {
            id: mutant.id,
            killers: killers.get(mutant.file) ?? [],
            about: basename(mutant.file, '.ts'),
            within: [firsts[at][1], firsts[at + 1]?.[1] ?? count],
        };
    };

    /** In a process of its own, where it is on from the start. */
    const alone = async mutant => {
        const one = await ready({ ...by, reachFile, always: mutant.id });
        if (one.child.exitCode !== null) return false;
        one.child.send(asked(mutant));
        const answer = await one.next();
        one.child.kill('SIGKILL');
        return answer !== undefined && answer.killedBy === undefined;
    };

    /** Takes mutants from those that are left, one after the other, in a process of its own. */
    const job = async left => {
        let current = await ready({ ...by, reachFile });
        for (const mutant of left) {
            if (!reachedIds.has(mutant.id)) {
                settle(mutant, beforeRun.has(mutant.id) ? await alone(mutant) : 'not reached');
                continue;
            }
            if (!differingIds.has(mutant.id)) {
                settle(mutant, isMadeOnce(mutant.id) ? await alone(mutant) : 'without effect');
                continue;
            }
            current.child.send(asked(mutant));
            const answer = await current.next();
            if (answer?.killedBy !== undefined && !answer.dirty) {
                const known = killers.get(mutant.file) ?? [];
                killers.set(mutant.file, [...new Set([answer.killedBy, ...known])].slice(0, 10));
            }
            if (answer === undefined || answer.dirty) {
                current.child.kill('SIGKILL');
                current = await ready({ ...by, reachFile });
            }
            const alive = answer !== undefined && answer.killedBy === undefined;
            settle(mutant, alive && isMadeOnce(mutant.id) ? await alone(mutant) : alive);
        }
        current.child.kill('SIGKILL');
    };
    const left = mutants.values();
    await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, () => job(left)));
}

/** Those of some mutants that these tests leave alive, each with what `settle` gets, in the order of the tries. */
async function survivorsOf(mutants, by) {
    const alive = new Map();
    let settled = 0;
    await meet(mutants, by, (mutant, state) => {
        if (state) alive.set(mutant, state);
        if (state) console.log(`${shown(mutant)}${state === true ? '' : `, ${state}`}`);
        if (++settled % 50 === 0) console.error(`${settled} of ${mutants.length}, ${alive.size} alive`);
    });
    return alive;
}
let survivors = await survivorsOf(mutants, first);
if (values.thorough && survivors.size > 0) {
    const both = await survivorsOf([...survivors.keys()], thorough);
    const states = [true, 'without effect', 'not reached'];
    survivors = new Map(
        [...both].map(([mutant, state]) => [
            mutant,
            states.find(each => [state, survivors.get(mutant)].includes(each)),
        ]),
    );
}

for (const [file, all] of Map.groupBy(mutants, mutant => mutant.file)) {
    const alive = all.filter(mutant => survivors.has(mutant)).length;
    console.log(`${String(all.length - alive).padStart(5)} of ${String(all.length).padStart(4)}  ${file}`);
}
const killed = mutants.length - survivors.size;
const percent = mutants.length === 0 ? 100 : (100 * killed) / mutants.length;
const numberOf = state => [...survivors.values()].filter(each => each === state).length;
console.log(
    `${killed} of ${mutants.length} mutants killed (${percent.toFixed(1)} %). Of the others ` +
        `${numberOf('not reached')} are reached by no test of these, and ${numberOf('without effect')} give in all ` +
        `of them what the source gives. Left out: ${savingTime} that make again what is kept in a map`,
);
process.exit(percent >= Number(values.least) ? 0 : 1);
