import type { Dirent } from 'node:fs';
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Entry, FileSystem, Unreadable } from '../project/file-system.ts';
import { settingsFileName } from '../project/settings-files.ts';
import { filePath, fileUri } from '../project/uri.ts';
import { isFile, readText, reasonOf } from './read-text.ts';

/** How a disk is read. */
export interface NodeDiskOptions {
    /**
     * A folder outside of which nothing is read, whatever imports and links say. Without it that is the repository of
     * the file in which an import or a link is.
     */
    readonly within?: string;
    /** Is called with each file before it is read. */
    readonly reading?: (uri: string) => void;
    /** Is called with the length of each text that was read, in characters. */
    readonly hasRead?: (length: number) => void;
    /**
     * For a command that reads and ends: folders are listed without leaving the thread, which is faster than while the
     * program does something else, as a server has to; and nobody asks what has changed since, so no stamps are taken.
     */
    readonly once?: boolean;
}

const inDetail = { withFileTypes: true } as const;

/** The disks of the machine, through Node. */
export class NodeDisk implements FileSystem {
    readonly foldsCase = process.platform === 'win32' || process.platform === 'darwin';
    private readonly within: string | null;
    private readonly reading: (uri: string) => void;
    private readonly hasRead: (length: number) => void;
    private readonly once: boolean;
    private readonly list: (folder: string) => Dirent[] | Promise<Dirent[]>;
    private readonly allowed: string[] = [];
    /** The repository of each folder that was asked for. */
    private readonly repositories = new Map<string, string | null>();

    constructor({ within, reading, hasRead, once = false }: NodeDiskOptions = {}) {
        this.within = within === undefined ? null : realpathSync.native(within);
        this.reading = reading ?? (() => {});
        this.hasRead = hasRead ?? (() => {});
        this.once = once;
        this.list = folder => (once ? readdirSync(folder, inDetail) : readdir(folder, inDetail));
    }

    read(uri: string): string | Unreadable | undefined {
        const file = filePath(uri);
        if (file === null) return undefined;
        if (this.isOutside(uri))
            return { unreadable: 'it lies outside of the folder that may be read.', outside: true };
        const isLinked = isLink(file);
        if (isLinked && leadsAway(file)) return { unreadable: awayReason };
        const refused = isLinked ? this.refuses(uri, uri) : null;
        if (refused !== null) return { unreadable: refused };
        this.reading(uri);
        const text = readText(file);
        if (typeof text === 'string') this.hasRead(text.length);
        // Settings behind such a link are not the same as none; a model behind it is missing where it is looked for.
        const isLost = text === undefined && isLinked && path.basename(file) === settingsFileName;
        return isLost ? { unreadable: deadLink } : text;
    }

    /** Lets files in a folder be read for files elsewhere: both are open in an editor. */
    allow(folder: string): void {
        const named = filePath(folder);
        if (named !== null) this.allowed.push(realPath(named));
    }

    refuses(from: string, uri: string): string | null {
        const [source, target] = [filePath(from), filePath(uri)];
        if (this.within !== null || source === null || target === null) return null;
        const repository = this.repositoryOf(path.dirname(source));
        if (repository === null) return null;
        const real = realPath(target);
        if ([repository, ...this.allowed].some(folder => !isBeyond(folder, real))) return null;
        return `it lies outside of the repository ${path.basename(repository)}. ${allowing}`;
    }

    /** The folder of the repository that a folder is in. */
    private repositoryOf(folder: string): string | null {
        const known = this.repositories.get(folder);
        if (known !== undefined) return known;
        const above = path.dirname(folder);
        const found = existsSync(path.join(folder, '.git'))
            ? realPath(folder)
            : above === folder
              ? null
              : this.repositoryOf(above);
        this.repositories.set(folder, found);
        return found;
    }

    exists(uri: string): boolean {
        const file = filePath(uri);
        return file !== null && existsSync(file);
    }

    alike(uri: string): string | null {
        const file = filePath(uri);
        if (file === null || this.isOutside(uri)) return null;
        const missing: string[] = [];
        let folder = file;
        for (; !existsSync(folder) && folder !== path.dirname(folder); folder = path.dirname(folder))
            missing.unshift(path.basename(folder));
        if (missing.length === 0 && this.foldsCase) return writtenOtherwise(file);
        for (const name of missing) {
            const found = namesIn(folder).find(each => alikeName(each) === alikeName(name));
            if (found === undefined) return null;
            folder = path.join(folder, found);
        }
        const found = fileUri(folder);
        return missing.length > 0 && !this.isOutside(found) ? found : null;
    }

    stamp(uri: string): string | null {
        const file = this.once ? null : filePath(uri);
        const stats = file === null ? undefined : statOf(file);
        return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : null;
    }

    async entries(folder: string): Promise<readonly Entry[] | Unreadable> {
        const root = filePath(folder);
        if (root === null) return [];
        try {
            return (await this.list(root)).flatMap((entry): Entry[] => {
                const name = composed(entry.name);
                const full = path.join(root, name);
                if (entry.isDirectory()) return [{ name, uri: fileUri(full), kind: 'folder' }];
                // A pipe that is called like a model is listed, so that reading says why it is none.
                const isThere =
                    isFile(entry, full) ||
                    (entry.isSymbolicLink() && statOf(full) === undefined) ||
                    (name.endsWith('.iacs') && statOf(full)?.isDirectory() === false);
                return isThere ? [{ name, uri: fileUri(full), kind: 'file' }] : [];
            });
        } catch (error) {
            return { unreadable: reasonOf(error) };
        }
    }

    /**
     * Why a file that a folder lists cannot be found: the end of a sentence. `null` for one that is there no more.
     */
    lostReason(uri: string): string | null {
        const file = filePath(uri);
        if (file === null) return null;
        if (isLink(file)) return deadLink;
        return file.includes('\uFFFD') ? 'its name is not UTF-8. Rename it.' : null;
    }

    /**
     * True for a file, or a link to one, outside of the folder that may be read. A file that does not exist is judged
     * by its name.
     */
    isOutside(uri: string): boolean {
        const file = filePath(uri);
        if (this.within === null || file === null) return false;
        return isBeyond(this.within, realPath(file));
    }
}

const deadLink = 'it is a link that leads nowhere.';

const allowing = 'Give `--within` with a folder that has both, or open that folder in the editor.';

/** True for a path that is not in a folder. */
function isBeyond(folder: string, file: string): boolean {
    const relative = path.relative(folder, file);
    return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** Why such a link is not followed: the end of a sentence. */
export const awayReason = 'it is a link to a file elsewhere that is not part of a model.';

/**
 * True for a symbolic link out of its folder, to something that has not the name of a model or of settings. What is
 * read is quoted in findings, so a link must not turn any file of the user into a model. See {@link realPath}.
 */
export function leadsAway(file: string): boolean {
    // What is not a link itself is in the folder in which it is named, wherever that is.
    if (!isLink(file)) return false;
    const real = realPath(file);
    if (real === file || real.endsWith('.iacs') || path.basename(real) === settingsFileName) return false;
    return !real.startsWith(path.join(realPath(path.dirname(file)), path.sep));
}

function isLink(file: string): boolean {
    try {
        return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    } catch {
        return false;
    }
}

/**
 * The name of an entry. macOS finds a file by both forms of its accents, and gives back the one that it was made with:
 * as everywhere else an import has the composed one.
 */
function composed(name: string): string {
    return process.platform === 'darwin' ? name.normalize('NFC') : name;
}

/** A file that is found, under the letters of the disk; `null` where they are the same, or a link leads elsewhere. */
function writtenOtherwise(file: string): string | null {
    try {
        const real = composed(realpathSync.native(file));
        return real !== file && alikeName(real) === alikeName(file) ? fileUri(real) : null;
    } catch {
        return null;
    }
}

function alikeName(name: string): string {
    return name.normalize('NFC').toLowerCase();
}

function namesIn(folder: string): readonly string[] {
    try {
        return readdirSync(folder);
    } catch {
        return [];
    }
}

function statOf(file: string): ReturnType<typeof statSync> {
    try {
        return statSync(file, { throwIfNoEntry: false });
    } catch {
        return undefined;
    }
}

/** A path without links, in the letters of the disk: by the system, in a fifth of the time that Node takes. */
function realPath(file: string): string {
    try {
        return realpathSync.native(file);
    } catch {
        return path.resolve(file);
    }
}
