/**
 * Tries mutants in one process, for scripts/mutate.mjs: the sources are loaded once, with a switch for each mutant, and
 * of the tests only those run that reach it. Without a mutant first, to see which test reaches what.
 *
 * From the driver: `{ id, killers }`. To it: `{ reach, loadedWith, atLoad }`, then for each mutant
 * `{ id, killedBy, dirty }`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const Mocha = createRequire(import.meta.url)('mocha');
const { tests, effort, reachFile, sources, always } = JSON.parse(process.env.IACS_MUTATE);
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);

/** Neither prints nor keeps anything. */
class Silent {}

/** The mutants that were asked for since the last call: all, and those that may have given something else. */
function asked() {
    const [hit, differs] = [[], []];
    $mutant.hit.forEach((one, id) => {
        if (one > 0) hit.push(id);
        if (one > 1) differs.push(id);
    });
    $mutant.hit.fill(0);
    return { hit, differs };
}
const hits = () => asked().hit;

function milliseconds(since) {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
}

/**
 * Ends this process when a test takes far more of the processor than without a mutant, which is one that runs for ever.
 * Not of the clock: a busy machine would kill mutants that no test notices.
 */
const limit = new Float64Array(new SharedArrayBuffer(8));
new Worker(
    `const { workerData: limit } = require('node:worker_threads');
    setInterval(() => {
        const { user, system } = process.cpuUsage();
        if (limit[0] > 0 && (user + system) / 1000 > limit[0]) process.kill(process.pid, 'SIGKILL');
    }, 200);`,
    { eval: true, workerData: limit },
).unref();

// A mutant of what is computed when a module is loaded is on from the start, in a process of its own.
if (always !== undefined) {
    $mutant.active = always;
    limit[0] = 120_000;
}
if (always === undefined && reachFile === undefined) for (const source of sources) await import(source);
const loadedWith = hits();

/** What is known of the tests, where they ran without a mutant before. */
const before = reachFile === undefined ? undefined : JSON.parse(readFileSync(reachFile, 'utf8')).reach;
const reaching = before && new Set(Object.values(before).flatMap(({ hit, file }) => (hit.length > 0 ? [file] : [])));

const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Silent });
mocha.cleanReferencesAfterRun(false);
for (const file of tests)
    if (!reaching || always !== undefined || reaching.has(relative(root, file))) mocha.addFile(file);
await mocha.loadFilesAsync();
const described = hits();

/**
 * Runs the tests with these titles until one fails; `each` is called after a test.
 * @returns the title of the one that failed
 */
function run(titles, each = () => {}, stop = true) {
    return new Promise(settled => {
        let failed;
        mocha.grep({ test: title => titles === undefined || titles.has(title) });
        const runner = mocha.run(() => settled(failed));
        runner.on('test', test => {
            $mutant.hit.fill(0);
            test.began = process.cpuUsage();
        });
        runner.on('test end', test => each(test));
        runner.on('fail', test => {
            failed ??= test.fullTitle();
            if (stop) runner.abort();
        });
    });
}

/** Title of a test to its milliseconds of the processor and the mutants that it reaches. */
async function reached() {
    const reach = {};
    await run(
        undefined,
        test => {
            if (test.state !== 'passed') return;
            const took = Math.round(milliseconds(test.began));
            const file = relative(root, test.file);
            reach[test.fullTitle()] = { file, suite: test.parent.fullTitle(), took, ...asked() };
        },
        false,
    );
    return reach;
}

const reach = before ?? (await reached());
if (reachFile === undefined) process.send({ reach, loadedWith, described });

/** Tests that need nothing around them are called without the runner, which costs more than most of them. */
const alone = new Map();
(function collect(suite, hooks) {
    const own = ['_beforeEach', '_beforeAll', '_afterEach', '_afterAll'].some(name => suite[name].length > 0);
    for (const test of suite.tests)
        if (!hooks && !own && test.fn.length === 0) alone.set(test.fullTitle(), alone.has(test.fullTitle()) || test);
    for (const each of suite.suites) collect(each, hooks || own);
})(mocha.suite, false);
const context = { timeout: () => context, slow: () => context };

/** How long tests may take with a mutant, which without it take so long, in milliseconds of the processor. */
const patience = took => 3000 + Math.min(20 * took, 20_000 + 2 * took);

/** The first of these titles that fails, if any. */
async function failing(titles) {
    const rest = [];
    for (const title of titles) {
        const test = alone.get(title);
        if (typeof test !== 'object') {
            rest.push(title);
            continue;
        }
        limit[0] = milliseconds() + patience(reach[title].took);
        try {
            await test.fn.call(context);
        } catch {
            return title;
        }
    }
    if (rest.length === 0) return undefined;
    limit[0] = milliseconds() + patience(rest.reduce((sum, title) => sum + reach[title].took, 0));
    return run(new Set(rest));
}

/** The tests that a mutant may fail: those in which it gave something else, and not all that reach it. */
const titlesById = new Map();
for (const [title, { differs }] of Object.entries(reach))
    for (const id of differs)
        titlesById
            .set(id, titlesById.get(id) ?? [])
            .get(id)
            .push(title);

/** How much of a file a test sees otherwise than most tests do, for its time; what is near a mutant counts more. */
function depth({ differs, took }, id, [first, end]) {
    let seen = 0;
    for (const other of differs)
        if (first <= other && other < end)
            seen += (Math.abs(other - id) <= near ? 5 : 1) / titlesById.get(other).length;
    return seen / (5 + took);
}

/** So many mutants before and after one are those of the lines around it. */
const near = 10;

/** The tests of the rule first, then of each suite the one that goes deepest into its file, then the second ones. */
function inOrder(titles, id, about, within) {
    const deep = new Map(titles.map(title => [title, depth(reach[title], id, within)]));
    const ranks = new Map();
    for (const suite of Map.groupBy(titles, title => reach[title].suite).values())
        suite.sort((a, b) => deep.get(b) - deep.get(a)).forEach((title, rank) => ranks.set(title, rank));
    const rank = title => (title.includes(` ${about} `) ? -1 : ranks.get(title));
    return [...titles].sort((a, b) => rank(a) - rank(b) || deep.get(b) - deep.get(a));
}

/** In rounds that grow: most fall in the first. */
async function killer(id, killers, about, within) {
    let spent = 0;
    const all = always === undefined ? (titlesById.get(id) ?? []) : Object.keys(reach);
    const titles = inOrder(all, id, about, within).filter(title => {
        // A long one that does not fit keeps out no shorter one behind it.
        const fits = spent + reach[title].took <= effort;
        if (fits) spent += reach[title].took;
        return fits;
    });
    const known = killers.filter(title => titles.includes(title));
    const order = [...known, ...titles.filter(title => !known.includes(title))];
    for (let from = 0, size = 10; from < order.length; from += size, size *= 4) {
        const failed = await failing(order.slice(from, from + size));
        if (failed !== undefined) return failed;
    }
    return undefined;
}

process.on('message', async ({ id, killers, about, within }) => {
    $mutant.active = id;
    const killedBy = await killer(id, killers, about, within);
    let dirty = false;
    if (always === undefined) {
        $mutant.active = -1;
        // What the mutant left in a cache would fall to the next one's account.
        if (killedBy !== undefined) dirty = (await failing([killedBy])) !== undefined;
    }
    limit[0] = 0;
    process.send({ id, killedBy, dirty });
});
process.send({ ready: true });
