import { URI } from 'vscode-uri';

/**
 * One spelling for every URI: editors write `file:///c%3A/a b`, `file:///C:/a%20b` and others for one file. Applied to
 * whatever comes in. What is not a URI stays as it is.
 */
export function normalUri(uri: string): string {
    try {
        return URI.parse(uri).toString();
    } catch {
        return uri;
    }
}

/**
 * A path without the long form of Windows: `\\?\C:\a` and `\\?\UNC\server\share` are the same files as `C:\a` and
 * `\\server\share`. No path of another system begins so.
 */
export function shortPath(path: string): string {
    return path.replace(/^\\\\[?.]\\(?:UNC(?=\\)|(?=[A-Za-z]:\\))/i, prefix => (/UNC$/i.test(prefix) ? '\\' : ''));
}

/** The URI of a file or folder on a disk, by its absolute path, also in the long form of Windows. */
export function fileUri(path: string): string {
    return URI.file(shortPath(path)).toString();
}

/** The path of a file on a disk; `null` for a URI of anything else. */
export function filePath(uri: string): string | null {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'file') return null;
    // A drive without a separator is not its top, but the folder of it that a process is in.
    return /^[A-Za-z]:$/.test(parsed.fsPath) ? `${parsed.fsPath}\\` : parsed.fsPath;
}

/**
 * The URI of a relative path, seen from a file. `#`, `%`, `?` and spaces in the path are ordinary characters.
 * @param path with `/` between its parts
 */
export function resolvePath(from: string, path: string): string {
    const base = URI.parse(from);
    const parts = base.path.split('/').slice(0, -1);
    for (const part of path.split('/')) {
        if (part === '..' && parts.length > 1) parts.pop();
        else if (part !== '.' && part !== '..' && part !== '') parts.push(part);
    }
    return base.with({ path: parts.join('/'), query: null, fragment: null }).toString();
}

/** The folder that a file or folder is in; `null` for the topmost one. */
export function folderOf(uri: string): string | null {
    const end = uri.lastIndexOf('/');
    return end < 0 || uri[end - 1] === '/' ? null : uri.slice(0, end);
}

/**
 * The path from a folder down to something in it, with `/` between its parts; `null` for what is not in it, the folder
 * itself too.
 */
export function pathFrom(folder: string, uri: string): string | null {
    if (!uri.startsWith(`${folder}/`)) return null;
    return URI.parse(uri).path.slice(URI.parse(folder).path.length).replace(/^\//, '');
}
