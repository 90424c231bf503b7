/**
 * Loads sources with a switch for each mutant, while the files themselves stay as they are. `globalThis.$mutant` has
 * the switches: `active` is the number of the mutant that is on (-1: none), `hit` which were asked since it was
 * emptied.
 * IACS_MUTATED names the files with the number of their first mutant: `[["packages/…/levels.ts", 0], …]`, and
 * IACS_MUTANTS how many there are.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { mutantsOf } from './mutants.mjs';

const root = new URL('../', import.meta.url);
const firsts = new Map(JSON.parse(process.env.IACS_MUTATED).map(([file, first]) => [new URL(file, root).href, first]));

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
        const first = firsts.get(loaded);
        if (first === undefined) return result;
        const text = Buffer.from(result.source).toString('utf8');
        try {
            return { ...result, source: mutantsOf(text, first).switched };
        } catch (error) {
            throw new Error(`${fileURLToPath(loaded)} cannot be mutated`, { cause: error });
        }
    },
});
