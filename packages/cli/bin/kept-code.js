// Loads a script with the code that V8 made of it the last time. Node's own cache keeps the code of functions that ran
// while a file was loaded, and of none that ran later: of a check that is a tenth.
'use strict';
const { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const day = 24 * 3600 * 1000;

/** The code of a file of this folder, with its age; V8 looks itself whether it belongs to this V8. */
function read(file) {
    try {
        return { data: readFileSync(file), age: Date.now() - statSync(file).mtimeMs };
    } catch {
        return undefined;
    }
}

/** Code of builds that nobody has for long. */
function tidy(folder, name) {
    for (const other of readdirSync(folder)) {
        if (!other.startsWith('iacs-code-') || other === name) continue;
        const file = join(folder, other);
        if (Date.now() - statSync(file).mtimeMs > 30 * day) rmSync(file, { force: true });
    }
}

/**
 * Loads a CommonJS script.
 * @param file of plain ASCII, whose first line is a comment with the digest of the rest: V8 compares no more than the
 *    length
 * @param folder where code is kept, which nobody else can write; `undefined` keeps none
 * @returns what the script exports, and `keep`, to be called when what is worth keeping has run; it never throws
 */
exports.load = function load(file, folder) {
    const text = readFileSync(file, 'latin1');
    const digest = /^\/\/ ([0-9a-f]{16})\n/.exec(text)?.[1];
    // V8 takes no code that was made with other flags.
    const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').replace(/[^\w=-]+/g, '_');
    const name = `iacs-code-${digest}-${process.version}-${process.arch}${flags.slice(0, 100)}`;
    const known = folder === undefined || digest === undefined ? undefined : read(join(folder, name));
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
        filename: file,
        cachedData: known?.data,
    });
    const module = { exports: {} };
    script.runInThisContext()(module.exports, require, module, file, dirname(file));
    return {
        exports: module.exports,
        keep() {
            // Once a day what has run since is added.
            if (folder === undefined || digest === undefined) return;
            if (known !== undefined && !script.cachedDataRejected && known.age < day) return;
            try {
                const aside = join(folder, `${name}.${process.pid}`);
                writeFileSync(aside, script.createCachedData(), { mode: 0o600 });
                renameSync(aside, join(folder, name));
                tidy(folder, name);
            } catch {
                // A full or locked disk: the next start compiles again.
            }
        },
    };
};
