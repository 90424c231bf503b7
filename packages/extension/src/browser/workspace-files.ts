/** The files of a workspace in a browser, through VS Code: a server in a worker reads none by itself. */
import { FileType, Uri, workspace, type LogOutputChannel } from 'vscode';
import type { FileChange } from 'iacs-language/browser';

/** A repository may be larger than anybody waits for: so many folders are looked into. */
const mostFolders = 2000;
/** Larger files are no models. */
const largestFile = 16 * 1024 * 1024;

const isOurs = (name: string): boolean => name.endsWith('.iacs') || name === 'iacs.config.json';

/** A file as the server takes it: without its text where it cannot be read. */
export async function readFile(uri: Uri): Promise<FileChange> {
    try {
        const { size, type } = await workspace.fs.stat(uri);
        if ((type & FileType.File) === 0 || size > largestFile) return [uri.toString(), null];
        const bytes = await workspace.fs.readFile(uri);
        return [uri.toString(), new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
    } catch {
        return [uri.toString(), null];
    }
}

/** All models and settings in the folders of the workspace. Folders that begin with a dot are left out. */
export async function filesOfWorkspace(log: LogOutputChannel): Promise<readonly FileChange[]> {
    const found: Uri[] = [];
    const waiting = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    let count = 0;
    for (let folder = waiting.shift(); folder && count < mostFolders; folder = waiting.shift(), count++) {
        const entries = await workspace.fs.readDirectory(folder).then(
            read => read,
            () => [],
        );
        for (const [name, type] of entries) {
            if (name.startsWith('.') || name === 'node_modules') continue;
            if (type === FileType.Directory) waiting.push(Uri.joinPath(folder, name));
            else if (isOurs(name)) found.push(Uri.joinPath(folder, name));
        }
    }
    if (waiting.length > 0)
        log.warn(
            `The workspace has more than ${mostFolders} folders. Models in ${waiting.length} of them are known only ` +
                'when they are opened or imported.',
        );
    return Promise.all(found.map(readFile));
}
