import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { FileSystem } from './file-system.ts';

/** A model is some megabytes at most; a larger file was named by mistake. */
const largestFile = 256 * 1024 * 1024;

function pathOf(uri: string): string | null {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : null;
}

function decode(bytes: Uint8Array): string | { readonly unreadable: string } {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return { unreadable: `it is no ${encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'} text. Save it as UTF-8.` };
    }
}

function read(uri: string): ReturnType<FileSystem['read']> {
    const file = pathOf(uri);
    if (file === null) return undefined;
    try {
        const stats = statSync(file);
        if (stats.isDirectory()) return { unreadable: 'it is a folder.' };
        if (stats.size > largestFile) return { unreadable: 'it is larger than 256 MB.' };
        return decode(readFileSync(file));
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        return { unreadable: code === 'EACCES' || code === 'EPERM' ? 'permission is denied.' : `${code ?? 'unknown error'}.` };
    }
}

async function find(folder: string): Promise<readonly string[]> {
    const root = pathOf(folder);
    if (root === null) return [];
    const found: string[] = [];
    const visit = async (current: string): Promise<void> => {
        const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
            const full = path.join(current, entry.name);
            if (entry.isDirectory()) await visit(full);
            else if (entry.isFile() && entry.name.endsWith('.iacs')) found.push(URI.file(full).toString());
        }
    };
    await visit(root);
    return found;
}

/** The disks of the machine, through Node. */
export const nodeFiles = (): FileSystem => ({
    read,
    exists: uri => {
        const file = pathOf(uri);
        return file !== null && existsSync(file);
    },
    stamp: uri => {
        const file = pathOf(uri);
        if (file === null) return null;
        try {
            const { mtimeMs, size, ino } = statSync(file);
            return `${mtimeMs} ${size} ${ino}`;
        } catch {
            return null;
        }
    },
    find,
});
