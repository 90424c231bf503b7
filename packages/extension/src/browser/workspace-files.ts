/** The files of a workspace in a browser, through VS Code: a server in a worker reads none by itself. */
import { FileType, Uri, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import { isDocument, mostDocuments, type FileChange } from 'iacs-language/browser';

/** A repository may be larger than anybody waits for: so many folders are looked into. */
const mostFolders = 2000;
/** Larger files are no models. */
const largestFile = 16 * 1024 * 1024;

const isOurs = (name: string): boolean => name.endsWith('.iacs') || name.endsWith('iacs.config.json');

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

/**
 * All models and settings in folders of the workspace, and the names of documents that may be evidence. Folders that
 * begin with a dot are left out.
 */
export async function filesIn(folders: readonly Uri[], log: LogOutputChannel): Promise<readonly FileChange[]> {
    const found: Uri[] = [];
    const documents: FileChange[] = [];
    const waiting = [...folders];
    let count = 0;
    for (let folder = waiting.shift(); folder && count < mostFolders; folder = waiting.shift(), count++) {
        const entries = await workspace.fs.readDirectory(folder).then(
            read => read,
            () => [],
        );
        for (const [name, type] of entries) {
            if (name.startsWith('.') || name === 'node_modules') continue;
            const uri = Uri.joinPath(folder, name);
            if (type === FileType.Directory) waiting.push(uri);
            else if (isOurs(name)) found.push(uri);
            else if (isDocument(name) && documents.length < mostDocuments) documents.push([uri.toString()]);
        }
    }
    if (waiting.length > 0)
        log.warn(
            `The workspace has more than ${mostFolders} folders. Models in ${waiting.length} of them are known only ` +
                'when they are opened or imported.',
        );
    return [...(await Promise.all(found.map(readFile))), ...documents];
}

/** Reports documents that come and go. The server has models and settings watched itself. */
export function followDocuments(report: (changes: readonly FileChange[]) => Promise<void>): Disposable {
    const watcher = workspace.createFileSystemWatcher('**/*', false, true, false);
    watcher.onDidCreate(uri => isDocument(uri.path) && report([[uri.toString()]]));
    // What went may have been a folder.
    watcher.onDidDelete(uri => isOurs(uri.path) || report([[uri.toString(), null]]));
    return watcher;
}
