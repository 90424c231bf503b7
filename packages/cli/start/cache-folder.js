// Where compiled code is kept. V8 runs what it finds there without looking at the content, so the folder has to be the
// user's own:
// not the shared folder for temporary files, where anybody may have put something.
'use strict';
const { lstatSync, mkdirSync } = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');

/** The user's folder for caches; `undefined` where there is none. */
function caches(env, home) {
    // A relative one would be in the folder of the model.
    if (process.platform === 'win32')
        return env.LOCALAPPDATA && isAbsolute(env.LOCALAPPDATA) ? env.LOCALAPPDATA : undefined;
    if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
    return isAbsolute(home) ? join(home, '.cache') : undefined;
}

/**
 * Makes a folder with those around it. Node's own `recursive` never ends where a system says of a folder that is there
 * that a new one in it has no parent, as `/proc` does, and a folder of homes that are mounted when they are asked for.
 */
function make(folder) {
    try {
        mkdirSync(folder, { mode: 0o700 });
    } catch ({ code }) {
        if (code === 'EEXIST') return;
        const around = dirname(folder);
        if (code !== 'ENOENT' || around === folder) throw new Error(code);
        make(around);
        mkdirSync(folder, { mode: 0o700 });
    }
}

/** The folder, made when it is missing; `undefined` where it cannot be made or others may write in it. Never throws. */
exports.cacheFolder = function cacheFolder(env = process.env) {
    try {
        const base = caches(env, process.env.HOME || require('node:os').homedir());
        if (base === undefined) return undefined;
        const folder = join(base, 'iacs');
        make(folder);
        const { mode, uid } = lstatSync(folder);
        const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
        return own && lstatSync(folder).isDirectory() ? folder : undefined;
    } catch {
        return undefined;
    }
};
