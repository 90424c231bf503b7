// Loads a script with the code that V8 made of it the last time. Node's own cache keeps the code of functions that ran
// while a file was loaded, and of none that ran later: of a check that is a tenth.
'use strict';
const { readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { getHeapSpaceStatistics, setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const day = 24 * 3600 * 1000;
/** Files that are kept besides those that are used: of other versions, or other flags. */
const most = 20;
/**
 * So many bytes of new code are worth writing all of it again. In each run of some formats up to 90,000 are Node's own.
 */
const worthKeeping = 120_000;

/**
 * The code of a file of this folder, with its age. V8 looks itself whether it belongs to this V8, how long it is, and,
 * with the flag that {@link load} sets, whether it is whole: a process that runs damaged code ends without a word, and
 * so does each one after it.
 */
function read(file) {
    try {
        return { data: readFileSync(file), age: Date.now() - statSync(file).mtimeMs };
    } catch {
        return undefined;
    }
}

/** Removes code of builds that nobody has for long, and of more builds than anybody has. */
function tidy(folder, names) {
    const others = readdirSync(folder)
        .filter(other => other.startsWith('iacs-code-') && !names.includes(other))
        .map(other => join(folder, other))
        // What a clock that was wrong says is from the future is as good as old.
        .map(file => ({ file, age: Math.abs(Date.now() - statSync(file).mtimeMs) }))
        .sort((a, b) => a.age - b.age);
    for (const [index, { file, age }] of others.entries())
        if (index >= most || age > 30 * day) rmSync(file, { force: true });
}

/**
 * How much code V8 has, in bytes, with what belongs to it: the space of its heap that holds both. To ask for the code
 * alone is to walk through the whole heap.
 */
const code = () =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'trusted_space')?.space_used_size ?? 0;

/** True where V8 refuses damaged code: it is tried with a text in which damage does no harm. */
function refusesDamage() {
    const text = "'any letter of this may change'";
    const data = new Script(text, { filename: 'whole' }).createCachedData();
    data[data.indexOf('any letter')] ^= 1;
    return new Script(text, { filename: 'damaged', cachedData: data }).cachedDataRejected === true;
}

/** A script with its code; `name` is that of the file in which its code is kept, `undefined` for none. */
function compiled(file, folder) {
    const text = readFileSync(file, 'latin1');
    const digest = /^\/\/ ([0-9a-f]{16})\n/.exec(text)?.[1];
    // V8 takes no code that was made with other flags.
    const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').replace(/[^\w=-]+/g, '_');
    const name =
        folder === undefined || digest === undefined
            ? undefined
            : `iacs-code-${digest}-${process.version}-${process.arch}${flags.slice(0, 100)}`;
    const known = name === undefined ? undefined : read(join(folder, name));
    const script = new Script(text, { filename: file, cachedData: known?.data });
    return { name, script, age: known?.age, isNew: known === undefined || script.cachedDataRejected };
}

/** Writes the code of a script, and never half of it; of one that cannot be written nothing is left. */
function write(folder, { name, script }) {
    const aside = join(folder, `${name}.${process.pid}`);
    try {
        writeFileSync(aside, script.createCachedData(), { mode: 0o600 });
        renameSync(aside, join(folder, name));
    } catch (error) {
        rmSync(aside, { force: true });
        throw error;
    }
}

/**
 * Loads a CommonJS script, and what it requires of the files beside it in the same way.
 * @param file of plain ASCII: a comment with the digest of the rest, since V8 compares no more than the length, and the
 *    function that Node would put around a module, since to put it around here would copy the text
 * @param folder where code is kept, which nobody else can write; `undefined` keeps none
 * @param asFirst calls a function with the flags of V8 that are set now, whichever are set by then: of other flags V8
 *    takes no code
 * @returns what the script exports, and `keep`, to be called when what is worth keeping has run; it takes when code
 *    that is kept may be written again, `whenMore`, `daily` or `never`, and never throws
 */
exports.load = function load(file, folder, asFirst = make => make()) {
    setFlagsFromString('--verify-snapshot-checksum');
    const beside = dirname(file);
    const modules = new Map();
    const scripts = [];
    // All code that V8 makes from now on, but for that of the scripts as they are loaded.
    let before = code();
    const loaded = wanted => {
        if (dirname(wanted) !== beside || !wanted.endsWith('.cjs')) return require(wanted);
        const known = modules.get(wanted);
        if (known) return known.exports;
        const module = { exports: {} };
        modules.set(wanted, module);
        const had = code();
        const made = asFirst(() => compiled(wanted, folder));
        before += code() - had;
        scripts.push(made);
        made.script.runInThisContext()(module.exports, loaded, module, wanted, beside);
        return module.exports;
    };
    return {
        exports: loaded(file),
        keep(again) {
            const own = scripts.filter(({ name }) => name !== undefined);
            try {
                // Another run may be of another kind, and use what the first one did not.
                const may = again === 'whenMore' || (again === 'daily' && own.every(({ age }) => age > day));
                const hasMore = may && code() > before + worthKeeping;
                if (hasMore || own.some(({ isNew }) => isNew)) {
                    if (!refusesDamage()) return;
                    for (const each of own) write(folder, each);
                    tidy(
                        folder,
                        own.map(({ name }) => name),
                    );
                } else {
                    for (const { name, age } of own)
                        if (age > day) utimesSync(join(folder, name), new Date(), new Date());
                }
            } catch {
                // A full or locked disk: the next start compiles again.
            }
        },
    };
};
