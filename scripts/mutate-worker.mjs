/**
 * Tries mutants in one process, for scripts/mutate.mjs: the sources are loaded once, with a switch for each mutant, and
 * of the tests only those run that reach it. Without a mutant first, to see which test reaches what.
 *
 * From the driver: `{ id, killers }`. To it: `{ reach }`, then for each mutant `{ id, killedBy, dirty }`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const Mocha = createRequire(import.meta.url)('mocha');
const { tests, effort, reachFile, always } = JSON.parse(process.env.IACS_MUTATE);
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);

/** Neither prints nor keeps anything. */
class Silent {}

const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Silent });
mocha.cleanReferencesAfterRun(false);
for (const file of tests) mocha.addFile(file);
// A mutant of what is computed when a module is loaded is on from the start, in a process of its own.
if (always !== undefined) $mutant.active = always;
await mocha.loadFilesAsync();

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
            const hit = [];
            $mutant.hit.forEach((one, id) => one && hit.push(id));
            const { user, system } = process.cpuUsage(test.began);
            reach[test.fullTitle()] = { took: Math.round((user + system) / 1000), hit };
        },
        false,
    );
    return reach;
}

const loadedWith = [];
$mutant.hit.forEach((one, id) => one && loadedWith.push(id));
const reach = reachFile === undefined ? await reached() : JSON.parse(readFileSync(reachFile, 'utf8')).reach;
if (reachFile === undefined) process.send({ reach, loadedWith });

/** The quickest tests first, in rounds that grow: most mutants fall in the first. */
async function killer(id, killers) {
    let spent = 0;
    const titles = Object.keys(reach)
        .filter(title => always !== undefined || reach[title].hit.includes(id))
        .sort((a, b) => reach[a].took - reach[b].took)
        .filter(title => (spent += reach[title].took) <= effort);
    const known = killers.filter(title => titles.includes(title));
    const order = [...known, ...titles.filter(title => !known.includes(title))];
    for (let from = 0, size = 10; from < order.length; from += size, size *= 4) {
        const failed = await run(new Set(order.slice(from, from + size)));
        if (failed !== undefined) return failed;
    }
    return undefined;
}

process.on('message', async ({ id, killers }) => {
    $mutant.active = id;
    const killedBy = await killer(id, killers);
    let dirty = false;
    if (always === undefined) {
        $mutant.active = -1;
        // What the mutant left in a cache would fall to the next one's account.
        if (killedBy !== undefined) dirty = (await run(new Set([killedBy]))) !== undefined;
    }
    process.send({ id, killedBy, dirty });
});
process.send({ ready: true });
