/** A model as the page keeps it: its files, and which of them is in front. */
export interface ModelFiles {
    readonly title: string;
    /** Paths with `/` between their parts, and texts. The first one is in front. */
    readonly files: readonly (readonly [path: string, text: string])[];
}

/** What the build puts into the page. */
export interface PageData {
    /** The language server, and ELK: scripts for workers. */
    readonly server: string;
    readonly elk: string;
    /** The TextMate grammar, as JSON. */
    readonly grammar: string;
    /** The page of the preview. */
    readonly preview: string;
    readonly examples: readonly ModelFiles[];
    readonly templates: readonly ModelFiles[];
    readonly version: string;
}

const root = 'file:///model/';

/** Where a path is for the server. It never leaves the page: nothing is read from a disk. */
export function uriOf(path: string): string {
    return root + path.split('/').map(encodeURIComponent).join('/');
}

export function pathOf(uri: string): string {
    return uri.startsWith(root) ? uri.slice(root.length).split('/').map(decodeURIComponent).join('/') : uri;
}

/** A path that can be one of a model: relative, and without steps upwards. */
export function isPath(path: unknown): path is string {
    return (
        typeof path === 'string' &&
        path.length < 300 &&
        /\.iacs$|(^|\/)iacs\.config\.json$/u.test(path) &&
        !/^\/|(^|\/)\.\.?(\/|$)|\\|\0|\/\//u.test(path)
    );
}

/** How one file of a model is called in an import of another one. */
export function importPath(from: string, to: string): string {
    const [folders, steps] = [from.split('/').slice(0, -1), to.split('/')];
    while (folders.length > 0 && steps.length > 1 && folders[0] === steps[0]) {
        folders.shift();
        steps.shift();
    }
    return '../'.repeat(folders.length) + steps.join('/');
}
