import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { FileSystem } from './files.ts';
import { normalUri } from './uri.ts';

function pathOf(uri: string): string | null {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : null;
}

function read(uri: string): string | { readonly unreadable: string } | undefined {
    const file = pathOf(uri);
    if (file === null) return undefined;
    try {
        if (statSync(file).isDirectory()) return { unreadable: 'it is a folder.' };
        const bytes = readFileSync(file);
        const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        return { unreadable: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is no UTF-8 text. Save it as UTF-8.' : `${code ?? 'unknown error'}.` };
    }
}

function list(folder: string): readonly string[] {
    const found: string[] = [];
    const visit = (current: string): void => {
        let entries;
        try {
            entries = readdirSync(current, { withFileTypes: true });
        } catch {
            return;
        }
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
            const full = path.join(current, entry.name);
            if (entry.isDirectory()) visit(full);
            else if (entry.isFile() && entry.name.endsWith('.iacs')) found.push(normalUri(URI.file(full).toString()));
        }
    };
    const top = pathOf(folder);
    if (top !== null) visit(top);
    return found;
}

/** The files of the machine, for a server that runs in Node. */
export const nodeFiles: FileSystem = {
    read,
    list,
    exists: uri => {
        const file = pathOf(uri);
        return file !== null && existsSync(file);
    },
};
