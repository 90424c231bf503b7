import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Parsed, Source } from 'iacs-language';
import { parse } from 'iacs-language';
import { isFile, readText, reasonOf } from 'iacs-language/read-text';
import { Failure } from './io.ts';

/** Files on disk, each read and parsed once. Remembers texts, so that places can be shown. */
export class Disk implements Source {
    readonly texts = new Map<string, string>();
    private readonly parsed = new Map<string, Parsed | { readonly unreadable: string } | undefined>();
    private readonly within: string | null;
    private readonly reading: (uri: string) => void;

    /**
     * @param within a folder outside of which nothing is read, whatever imports and links say; `null` for no such limit
     * @param reading is told of each file before it is read
     */
    constructor(within: string | null = null, reading: (uri: string) => void = () => {}) {
        this.within = within === null ? null : realpathSync(within);
        this.reading = reading;
    }

    parse(uri: string): Parsed | { readonly unreadable: string } | undefined {
        if (this.parsed.has(uri)) return this.parsed.get(uri);
        const text = this.textOf(uri);
        const parsed = typeof text === 'string' ? this.add(uri, text) : text;
        this.parsed.set(uri, parsed);
        return parsed;
    }

    /** True for a file, or a link to one, outside of the folder that may be read. */
    isOutside(uri: string): boolean {
        return this.within !== null && liesOutside(fileURLToPath(uri), this.within);
    }

    /** The text of a file, read once; see {@link readText}. */
    textOf(uri: string): string | { readonly unreadable: string } | undefined {
        const known = this.texts.get(uri);
        if (known !== undefined) return known;
        const file = fileURLToPath(uri);
        if (this.isOutside(uri)) return { unreadable: 'it lies outside of the folder that may be read.' };
        this.reading(uri);
        const text = readText(file);
        if (typeof text === 'string') this.texts.set(uri, text);
        return text;
    }

    /** Puts a text in the place of a file. */
    add(uri: string, text: string): Parsed {
        this.texts.set(uri, text);
        const parsed = parse(uri, text);
        this.parsed.set(uri, parsed);
        return parsed;
    }

    /** Lets the trees go and keeps the texts. A file that is asked for again is parsed again. */
    forgetTrees(): void {
        this.parsed.clear();
    }

    resolve(from: string, importPath: string): string | null {
        return pathToFileURL(path.resolve(path.dirname(fileURLToPath(from)), importPath)).href;
    }
}

/** True where a file, its links followed, does not lie in a folder. A file that does not exist is judged by its name. */
function liesOutside(file: string, folder: string): boolean {
    let real = path.resolve(file);
    try {
        real = realpathSync(file);
    } catch {
        // Nothing is there that could be read.
    }
    const relative = path.relative(folder, real);
    return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** A file name as it is printed: relative to the working directory, with `/`. */
export function printedName(uri: string, cwd: string): string {
    if (!uri.startsWith('file:')) return uri;
    return path.relative(cwd, fileURLToPath(uri)).split(path.sep).join('/');
}

/** All `.iacs` files below a folder, in the order of their names; `node_modules` and dot folders left out. */
export function modelFiles(folder: string, excluded: (relative: string) => boolean = () => false): string[] {
    const found: string[] = [];
    const visit = (current: string, relative: string): void => {
        const entries = readdirSync(current, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        for (const entry of entries) {
            const inner = relative === '' ? entry.name : `${relative}/${entry.name}`;
            if (entry.name.startsWith('.') || entry.name === 'node_modules' || excluded(inner)) continue;
            const full = path.join(current, entry.name);
            if (entry.isDirectory()) visit(full, inner);
            else if (entry.name.endsWith('.iacs') && isFile(entry, full)) found.push(full);
        }
    };
    try {
        visit(folder, '');
    } catch (error) {
        throw new Failure(`${folder} cannot be read: ${reasonOf(error)}`);
    }
    return found;
}
