/**
 * Loads sources with a switch for each mutant, while the files themselves stay as they are. `globalThis.$mutant` has
 * the switches: `active` is the number of the mutant that is on (-1: none), `hit` which were asked since it was
 * emptied: 1 where the mutant would have given what the source gives, 2 where it may have given something else.
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
const none = Symbol('not asked');

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
        this.hit[id] ||= 1;
        return active[0] === id + 1;
    },
    /** A condition, or what is put for it. */
    is(id, put, value) {
        if (Boolean(value) !== put) this.hit[id] = 2;
        return value;
    },
    of(id, name, put, a, b) {
        if (this.on(id)) return operations[put](a, b);
        if (name !== '&&' && name !== '||') {
            const value = operations[name](a, b);
            if (this.hit[id] === 1 && !Object.is(value, operations[put](a, b))) this.hit[id] = 2;
            return value;
        }
        const first = a();
        const second = (name === '&&') === Boolean(first) ? b() : none;
        // What is not asked by the source might be anything.
        if (!Object.is(first, second)) this.hit[id] = 2;
        return second === none ? first : second;
    },
    /** A method, or what is put for it: what it would give is not asked. */
    method(id, name, put) {
        this.hit[id] = 2;
        return this.on(id) ? put : name;
    },
    not(id, value) {
        this.hit[id] = 2;
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
