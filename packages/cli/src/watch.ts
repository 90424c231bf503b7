import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filePath } from 'iacs-language';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { statOf } from './stat-of.ts';

/** How often is looked, in milliseconds. Notices of file systems are lost on network drives; a look never is. */
const rhythm = 300;

/** A folder is what is in it: its own time changes with each file that a run writes there. */
function stampOf(file: string): string {
    const stats = statOf(file);
    if (!stats) return '';
    return stats.isDirectory() ? 'folder' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

/** The models, settings and folders in a folder, as a search for models meets them. */
function* below(folder: string): Generator<string> {
    yield folder;
    let entries;
    try {
        entries = readdirSync(folder, { withFileTypes: true });
    } catch {
        return;
    }
    for (const entry of entries) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const full = path.join(folder, entry.name);
        if (entry.isDirectory()) yield* below(full);
        else if (/\.iacs$|^iacs\.config\.json$/.test(entry.name)) yield full;
    }
}

/** Something that differs when a file that was read, or one that may be read now, has changed. */
function stateOf(places: readonly string[], read: ReadonlySet<string>): string {
    const files = new Set(read);
    for (const place of places)
        if (statOf(place)?.isDirectory()) for (const file of below(place)) files.add(file);
        else files.add(place);
    return [...files].map(file => `${file} ${stampOf(file)}`).join('\n');
}

/**
 * Runs a command again whenever a file that it reads has changed. What fails is said, and the next change is waited
 * for.
 * @param words the paths that the command was given
 * @param once runs it
 * @returns never: the user ends it
 */
export async function watch(words: readonly string[], io: Io, once: (io: Io) => Promise<number>): Promise<number> {
    if (words.includes('-')) throw new Failure('--watch looks at files: standard input has no other state.');
    const places = (words.length > 0 ? words : ['.']).map(word => path.resolve(io.cwd, word));
    for (;;) {
        const stamps = new Map<string, string>();
        const before = stateOf(places, new Set());
        try {
            await once({
                ...io,
                env: { ...io.env, IACS_THREADS: '1' },
                reading: uri => {
                    const file = filePath(uri);
                    if (file !== null && !stamps.has(file)) stamps.set(file, stampOf(file));
                },
                // What a run reads and writes itself, such as places beside the model, is no change.
                wrote: uri => {
                    const file = filePath(uri);
                    if (file !== null && stamps.has(file)) stamps.set(file, stampOf(file));
                },
            });
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            io.err(`iacs: ${error.message}\n`);
        }
        // What has changed during the run is run again at once: in the folder, and what was read elsewhere.
        const isOld = [...stamps].some(([file, stamp]) => stampOf(file) !== stamp);
        if (isOld || stateOf(places, new Set()) !== before) continue;
        const read = new Set(stamps.keys());
        const known = stateOf(places, read);
        io.err('Waiting for a change. Ctrl+C ends.\n');
        while (stateOf(places, read) === known) await pause(rhythm);
        if (io.progress && io.colours) io.status('\u001b[2J\u001b[H');
    }
}
