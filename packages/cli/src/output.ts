import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { fileUri } from 'iacs-language';
import { readText } from 'iacs-language/read-text';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { type Content, piecesOf, writeWhole } from './write-whole.ts';
import { kindOf } from './written-kind.ts';
import { statOf } from './stat-of.ts';

/** So much of a file says what it is. */
const headLength = 2000;

/**
 * The beginning of an ordinary file; `undefined` where there is none, or where nothing can be lost: an empty file, a
 * device.
 */
function headOf(file: string): Uint8Array | undefined {
    if (!statOf(file)?.isFile()) return undefined;
    const handle = openSync(file, 'r');
    try {
        const head = Buffer.alloc(headLength);
        const length = readSync(handle, head);
        return length === 0 ? undefined : head.subarray(0, length);
    } finally {
        closeSync(handle);
    }
}

function beginningOf(content: Content): Uint8Array {
    const head: Uint8Array[] = [];
    let length = 0;
    for (const piece of piecesOf(content)) {
        const bytes = Buffer.from(piece.slice(0, headLength));
        head.push(bytes);
        length += bytes.length;
        if (length >= headLength) break;
    }
    return Buffer.concat(head).subarray(0, headLength);
}

/** What is printed never gets the name of a model. */
export function assertNoModel(file: string): void {
    if (/\.iacs$/i.test(file))
        throw new Failure(`${file} would be taken for a model: choose another name for what is written.`);
}

/**
 * Refuses to put a picture, a report or a comparison in the place of something else: a model never, what this
 * program did not write only when told.
 * @throws {@link Failure} that says so
 */
function assertReplaceable(full: string, file: string, content: Content, force: boolean): void {
    assertNoModel(file);
    if (force) return;
    let head: Uint8Array | undefined;
    try {
        head = headOf(full);
    } catch {
        // Whoever may not read it gets to know when it is written.
    }
    if (!head) return;
    const [there, comes] = [kindOf(head), kindOf(beginningOf(content))];
    if (there.kind !== comes.kind)
        throw new Failure(
            `${file} exists and has other content (${there.kind}, not ${comes.kind}). --force overwrites it.`,
        );
    // Where it cannot be told what is written here, it cannot be told of what is there.
    if (comes.isOwn && !there.isOwn)
        throw new Failure(`${file} exists and was not written by iacs. --force overwrites it.`);
}

/**
 * Refuses to put what a template gives in the place of something that the same template did not give: how such a file
 * begins is up to the template.
 * @throws {@link Failure} that says so
 */
export function assertFilled(file: string, template: string, io: Pick<Io, 'cwd'>, force: boolean): void {
    const there = force ? undefined : readText(path.resolve(io.cwd, file));
    if (typeof there !== 'string' || there === '') return;
    const [first = '', ...rest] = template.split(/\{\{[^{}]*\}\}/u);
    let at = there.startsWith(first) ? first.length : -1;
    for (const piece of at < 0 ? [] : rest) {
        const found = there.indexOf(piece, at);
        at = found < 0 ? -1 : found + piece.length;
        if (at < 0) break;
    }
    if (at < 0) throw new Failure(`${file} exists and is not a report of this template. --force overwrites it.`);
}

/** Refuses what {@link writeOutput} would refuse, before anything is written. */
export function assertWritable(file: string, content: Content, io: Pick<Io, 'cwd'>, force: boolean): void {
    assertReplaceable(path.resolve(io.cwd, file), file, content, force);
}

/**
 * Writes what was made of a model to a file that a user named, whole or not at all.
 * @param force overwrites a file that was not written here too, but never a model
 * @throws {@link Failure} where that cannot be done
 */
export function writeOutput(file: string, content: Content, io: Io, force: boolean): void {
    const full = path.resolve(io.cwd, file);
    assertReplaceable(full, file, content, force);
    writeWhole(full, content, file);
    io.wrote?.(fileUri(full));
}
