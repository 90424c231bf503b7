/**
 * Loads sources with a switch for each mutant, while the files themselves stay as they are. `globalThis.$mutant` has
 * the switches: `active` is the number of the mutant that is on (-1: none), `hit` which were asked since it was
 * emptied.
 * IACS_MUTATED names the files, the number of their first mutant and where the source with the switches is:
 * `[["packages/…/levels.ts", 0, "/tmp/…/0.ts"], …]`, and IACS_MUTANTS how many mutants there are.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const root = new URL('../', import.meta.url);
const switched = new Map(
    JSON.parse(process.env.IACS_MUTATED).map(([file, , source]) => [new URL(file, root).href, source]),
);

const operations = {
    '===': (a, b) => a === b,
    '!==': (a, b) => a !== b,
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '&&': (a, b) => a() && b(),
    '||': (a, b) => a() || b(),
};

// Tests of the command line run it in a thread, which has to know the same mutant.
const name = 'iacs-mutant';
const memory = getEnvironmentData(name) ?? new SharedArrayBuffer(4 + Number(process.env.IACS_MUTANTS));
setEnvironmentData(name, memory);
// One more than the number of the mutant; 0 for none.
const active = new Int32Array(memory, 0, 1);

globalThis.$mutant = {
    get active() {
        return active[0] - 1;
    },
    set active(id) {
        active[0] = id + 1;
    },
    hit: new Uint8Array(memory, 4),
    on(id) {
        this.hit[id] = 1;
        return active[0] === id + 1;
    },
    of(id, name, put, a, b) {
        return operations[this.on(id) ? put : name](a, b);
    },
    not(id, value) {
        return this.on(id) ? value : !value;
    },
};

registerHooks({
    load(loaded, context, next) {
        const result = next(loaded, context);
        const source = switched.get(loaded);
        return source === undefined ? result : { ...result, source: readFileSync(source, 'utf8') };
    },
});
