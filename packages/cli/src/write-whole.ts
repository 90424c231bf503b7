import { randomBytes } from 'node:crypto';
import {
    chmodSync,
    chownSync,
    closeSync,
    constants,
    fsyncSync,
    openSync,
    readlinkSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { Failure } from './io.ts';
import { isNoFileOfWindows } from './windows-names.ts';

/** What is written: text as UTF-8, bytes, or a file that would take much memory as a whole. */
export type Content = string | Uint8Array | Pieces;

/**
 * Bytes that are read piece by piece when they are written, and again where they are asked for again. A piece may be
 * overwritten by the next one.
 */
export interface Pieces {
    pieces(): Iterable<Uint8Array>;
}

/** The content piece by piece. */
export function piecesOf(content: Content): Iterable<string | Uint8Array> {
    return typeof content === 'string' || content instanceof Uint8Array ? [content] : content.pieces();
}

/** Links that lead to links that lead on: more than this is a circle. */
const mostLinks = 40;

/** The file that a name leads to, through links; the last name itself where the file does not exist yet. */
function targetOf(file: string): string {
    let target = file;
    for (let link = 0; link < mostLinks; link++) {
        let next: string;
        try {
            next = readlinkSync(target);
        } catch {
            return target;
        }
        target = path.resolve(path.dirname(target), next);
    }
    throw new Failure(`${file} cannot be written: its symbolic links lead in a circle.`);
}

function existing(file: string): Stats | undefined {
    return statSync(file, { throwIfNoEntry: false });
}

/**
 * A pipe or device takes what comes and keeps nothing, so there is nothing to lose. A pipe without a reader would never
 * take it.
 */
function pour(file: string, content: Content, isPipe: boolean): void {
    if (isPipe) closeSync(openSync(file, constants.O_WRONLY | constants.O_NONBLOCK));
    const handle = openSync(file, 'w');
    try {
        for (const piece of piecesOf(content)) writeFileSync(handle, piece);
    } finally {
        closeSync(handle);
    }
}

/** What a new file takes over from the one that it replaces. */
function keep(file: string, { mode, uid, gid }: Stats): void {
    chmodSync(file, mode & 0o7777);
    const own = existing(file)!;
    if (own.uid === uid && own.gid === gid) return;
    try {
        chownSync(file, uid, gid);
    } catch {
        // Only root can give a file to somebody else; the content is what matters.
    }
}

/** Makes the new name last even when the machine loses power. Not every file system lets a folder be synchronised. */
function settle(folder: string): void {
    try {
        const handle = openSync(folder, 'r');
        try {
            fsyncSync(handle);
        } finally {
            closeSync(handle);
        }
    } catch {
        // The file itself is on the disk.
    }
}

/** How long a scanner or an indexer of Windows may have a file open, in milliseconds: tries grow apart up to this. */
const longest = 400;

/**
 * Gives a file the name of another one. Windows does not let go a name while another program has the file open: a
 * scanner for a moment, an office program until it is closed.
 */
function takePlace(beside: string, target: string): void {
    for (let wait = 10; ; wait *= 2) {
        try {
            renameSync(beside, target);
            return;
        } catch (error) {
            const { code = '' } = error as NodeJS.ErrnoException;
            if (!['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
            if (wait > longest) throw Object.assign(new Error(), { code: 'EBUSY' });
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
        }
    }
}

function replace(target: string, content: Content, before: Stats | undefined): void {
    const folder = path.dirname(target);
    const beside = path.join(folder, `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
        const handle = openSync(beside, 'wx', 0o666);
        try {
            for (const piece of piecesOf(content)) writeFileSync(handle, piece);
            fsyncSync(handle);
        } finally {
            closeSync(handle);
        }
        if (before) keep(beside, before);
        takePlace(beside, target);
    } catch (error) {
        rmSync(beside, { force: true });
        throw error;
    }
    settle(folder);
}

const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder is not a folder',
    EISDIR: 'it is a folder',
    EACCES: 'there is no permission to write in its folder',
    EPERM: 'there is no permission to write in its folder',
    EBUSY: 'another program has it open, or it must not be replaced',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENXIO: 'it is a pipe that nothing reads',
    ENAMETOOLONG: 'its name is too long',
    NOTOFWINDOWS: 'Windows has no file of such a name',
};

/** Refuses a file, or a folder on the way to it, that this system cannot have. */
export function assertNameable(file: string): void {
    if (process.platform === 'win32' && isNoFileOfWindows(file))
        throw Object.assign(new Error(), { code: 'NOTOFWINDOWS' });
}

/** What to say of a file that could not be written, or whose folder could not be made. */
export function unwritten(name: string, error: unknown): Failure {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return new Failure(`${name} cannot be written: ${reasons[code] ?? code}. Nothing was changed.`);
}

/**
 * Writes a file whole or not at all: beside the old one, to the disk, then under its name. Whatever interrupts it, the
 * old content or the new one is there. The mode of an existing file is kept, and a symbolic link is followed and stays
 * a link.
 * @param file absolute path
 * @param name the file as messages call it
 * @throws {@link Failure} where the file cannot be written; it is as it was then
 */
export function writeWhole(file: string, content: Content, name = file): void {
    try {
        const target = targetOf(file);
        assertNameable(target);
        const before = existing(target);
        if (before?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
        if (before && !before.isFile()) pour(target, content, before.isFIFO());
        else replace(target, content, before);
    } catch (error) {
        throw error instanceof Failure ? error : unwritten(name, error);
    }
}
