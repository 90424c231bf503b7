import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { isFile, readText } from '../node/read-text.ts';
import type { FileSystem } from './file-system.ts';

function pathOf(uri: string): string | null {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : null;
}

function read(uri: string): ReturnType<FileSystem['read']> {
    const file = pathOf(uri);
    return file === null ? undefined : readText(file);
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
            else if (entry.name.endsWith('.iacs') && isFile(entry, full)) found.push(URI.file(full).toString());
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
