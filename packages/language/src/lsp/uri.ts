import { URI } from 'vscode-uri';

/**
 * One spelling for every URI: editors write `file:///c%3A/a b`, `file:///C:/a%20b` and others for one file. Applied to whatever comes in.
 * What is no URI stays as it is.
 */
export function normalUri(uri: string): string {
    try {
        return URI.parse(uri).toString();
    } catch {
        return uri;
    }
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
