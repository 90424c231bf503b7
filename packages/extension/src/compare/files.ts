/** The files of a model somewhere else: in a folder, or around a file. */
import { FileType, Uri, workspace } from 'vscode';
import type { SideFiles } from 'iacs-language/lsp';

/** More is no model, but a disk. */
const mostFolders = 500;

/** A text, without a byte order mark; `null` for what is not there or is not UTF-8. */
async function readText(uri: Uri): Promise<string | null> {
    try {
        const bytes = await workspace.fs.readFile(uri);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return null;
    }
}

/** All models in a folder and below it. */
async function modelsIn(top: Uri): Promise<readonly Uri[]> {
    const found: Uri[] = [];
    const waiting = [top];
    for (let folder = waiting.shift(), count = 0; folder && count < mostFolders; folder = waiting.shift(), count++) {
        for (const [name, type] of await workspace.fs.readDirectory(folder)) {
            if (name.startsWith('.') || name === 'node_modules') continue;
            if (type === FileType.Directory) waiting.push(Uri.joinPath(folder, name));
            else if (name.endsWith('.iacs')) found.push(Uri.joinPath(folder, name));
        }
    }
    return found;
}

const gap = '(?:\\s|//[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/))*\\*/)*';
const importOf = new RegExp(`^${gap}import${gap}"([^"\\\\]+)"`, 'gmu');
const systemOf = new RegExp(`^${gap}system(?![\\p{L}\\p{N}_-])`, 'mu');

/** Files, and what they import, wherever that is. */
async function withImports(files: readonly Uri[]): Promise<SideFiles> {
    const found: Record<string, string> = {};
    const waiting = [...files];
    for (let uri = waiting.shift(); uri; uri = waiting.shift()) {
        if (uri.toString() in found) continue;
        const text = await readText(uri);
        if (text === null) continue;
        found[uri.toString()] = text;
        for (const [, path = ''] of text.matchAll(importOf)) waiting.push(Uri.joinPath(uri, '..', path));
    }
    return found;
}

export interface OtherFiles {
    readonly files: SideFiles;
    /** The only file among those that were chosen that has a system; `null` where there are none, or several. */
    readonly root: string | null;
}

/** The models of a folder, or of a file, with what they import. */
export async function otherFiles(chosen: Uri, isFolder: boolean): Promise<OtherFiles> {
    const own = isFolder ? await modelsIn(chosen) : [chosen];
    const files = await withImports(own);
    const roots = own.map(uri => uri.toString()).filter(uri => systemOf.test(files[uri] ?? ''));
    return { files, root: roots.length === 1 ? roots[0]! : null };
}
