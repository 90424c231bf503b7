import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Parsed, Settings, Source } from 'iacs-language';
import { defaultSettings, mayBeRoot, parse, readSettings, rules } from 'iacs-language';
import { settingsFor } from './config.ts';
import { decode } from 'iacs-language/read-text';
import { Disk, modelFiles } from './files.ts';
import type { Repository, TreeFile } from './git.ts';

/** Where the models of one side of a comparison come from: files by URI, nothing else. */
export interface Texts extends Source {
    /** How the side is called, as the user named it. */
    readonly name: string;
    /** URIs of the `.iacs` files in which a root may stand, in the order of their names. */
    readonly candidates: readonly string[];
    textOf(uri: string): string | undefined;
    /** The settings that hold for a root on this side, and the file that they stand in; the file that there could be where there is none. */
    settingsFor(root: string): { readonly settings: Settings; readonly file: string };
}

const settingsFile = 'iacs.config.json';
const wanted = (file: string): boolean => file.endsWith('.iacs') && !file.split('/').some(part => part.startsWith('.') || part === 'node_modules');

/** True for a file that is one of some paths, or lies below one. */
function below(file: string, paths: readonly string[]): boolean {
    return paths.some(given => given === '' || file === given || file.startsWith(`${given}/`));
}

/** Where the symbolic links of a commit lead, from the top of the repository; those that lead out of it, or in a circle, are left out. */
async function targetsOf(repository: Repository, links: readonly TreeFile[]): Promise<ReadonlyMap<string, string>> {
    const written = await repository.read(links);
    const inside = (link: string, target: string): string | null => {
        const place = path.posix.normalize(path.posix.join(path.posix.dirname(link), target)).replace(/\/$/, '');
        return path.posix.isAbsolute(target) || place === '.' || place === '..' || place.startsWith('../') ? null : place;
    };
    const direct = new Map([...written].flatMap(([link, target]) => {
        const place = inside(link, target.toString('utf8'));
        return place === null ? [] : [[link, place] as const];
    }));
    const found = new Map<string, string>();
    for (const [link, first] of direct) {
        let place: string | undefined = first;
        for (let steps = 0; place !== undefined && direct.has(place); steps++) place = steps < direct.size ? direct.get(place) : undefined;
        if (place !== undefined) found.set(link, place);
    }
    return found;
}

/** The files of a revision, under the URIs that they would have in the working tree; what lies outside of the repository is not there. */
export class RevisionTexts implements Texts {
    readonly name: string;
    readonly candidates: readonly string[];
    private readonly blobs: ReadonlyMap<string, Buffer>;
    private readonly parsed = new Map<string, Parsed | { readonly unreadable: string } | undefined>();
    private readonly texts = new Map<string, string>();

    private constructor(name: string, blobs: ReadonlyMap<string, Buffer>, candidates: readonly string[]) {
        this.name = name;
        this.blobs = blobs;
        this.candidates = candidates;
    }

    /** The side of a repository without a commit: it has no files. */
    static nothing(name: string): RevisionTexts {
        return new RevisionTexts(name, new Map(), []);
    }

    /**
     * Reads the model files of a commit; imports may name any of them, also through a symbolic link that stays inside the commit.
     * @param paths from the top of the repository, with `/`: where roots are looked for
     */
    static async read(name: string, repository: Repository, commit: string, paths: readonly string[]): Promise<RevisionTexts> {
        const { files, links } = await repository.files(commit, file => file.endsWith('.iacs') || path.posix.basename(file) === settingsFile);
        const uriOf = (file: string): string => pathToFileURL(path.join(repository.top, file)).href;
        const contents = await repository.read(files);
        const found = new Map(contents);
        const linked: string[] = [];
        for (const [link, target] of await targetsOf(repository, links)) {
            if (contents.has(target)) linked.push(link);
            for (const [file, content] of contents) if (below(file, [target])) found.set(link + file.slice(target.length), content);
        }
        return new RevisionTexts(
            name,
            new Map([...found].map(([file, content]) => [uriOf(file), content])),
            [...files.map(file => file.path), ...linked].filter(file => wanted(file) && below(file, paths)).sort().map(uriOf),
        );
    }

    parse(uri: string): Parsed | { readonly unreadable: string } | undefined {
        if (this.parsed.has(uri)) return this.parsed.get(uri);
        const blob = this.blobs.get(uri);
        const text = blob === undefined ? undefined : decode(blob);
        if (typeof text === 'string') this.texts.set(uri, text);
        const parsed = typeof text === 'string' ? parse(uri, text) : text;
        this.parsed.set(uri, parsed);
        return parsed;
    }

    textOf(uri: string): string | undefined {
        if (!this.parsed.has(uri)) this.parse(uri);
        return this.texts.get(uri);
    }

    resolve(from: string, importPath: string): string | null {
        return pathToFileURL(path.resolve(path.dirname(fileURLToPath(from)), importPath)).href;
    }

    settingsFor(root: string): { readonly settings: Settings; readonly file: string } {
        for (let folder = new URL('.', root); ; folder = new URL('..', folder)) {
            const file = new URL(settingsFile, folder).href;
            const blob = this.blobs.get(file);
            if (blob !== undefined) return { settings: settingsIn(blob), file };
            if (new URL('..', folder).href === folder.href) return { settings: defaultSettings, file: new URL(settingsFile, root).href };
        }
    }
}

/** Settings of an old revision; what cannot be followed in them is left out. */
function settingsIn(blob: Buffer): Settings {
    try {
        return readSettings(JSON.parse(blob.toString('utf8')), rules.map(rule => rule.id)).settings;
    } catch {
        return defaultSettings;
    }
}

/** Files on disk: the working tree, or a file or folder that was named. */
export class DiskTexts implements Texts {
    readonly name: string;
    readonly candidates: readonly string[];
    private readonly disk: Disk;

    /** @param paths absolute files and folders */
    constructor(name: string, paths: readonly string[], isFolder: (file: string) => boolean, disk = new Disk()) {
        this.name = name;
        this.disk = disk;
        const found = paths.flatMap(given => (isFolder(given) ? modelFiles(given) : [given]));
        this.candidates = [...new Set(found.map(file => pathToFileURL(file).href))];
    }

    parse(uri: string): Parsed | { readonly unreadable: string } | undefined {
        return this.disk.parse(uri);
    }

    textOf(uri: string): string | undefined {
        const text = this.disk.textOf(uri);
        return typeof text === 'string' ? text : undefined;
    }

    resolve(from: string, importPath: string): string | null {
        return this.disk.resolve(from, importPath);
    }

    settingsFor(root: string): { readonly settings: Settings; readonly file: string } {
        const { settings, file } = settingsFor(path.dirname(fileURLToPath(root)));
        return { settings, file: file === null ? new URL(settingsFile, root).href : pathToFileURL(file).href };
    }
}

/** The same texts with one file put in the place of another; `null` takes it away. */
export function withFile(texts: Texts, uri: string, text: string | null): Texts {
    const put = text === null ? undefined : parse(uri, text);
    return {
        name: texts.name,
        candidates: text === null ? texts.candidates.filter(candidate => candidate !== uri) : [...new Set([...texts.candidates, uri])],
        parse: asked => (asked === uri ? put : texts.parse(asked)),
        textOf: asked => (asked === uri ? text ?? undefined : texts.textOf(asked)),
        resolve: (from, importPath) => texts.resolve(from, importPath),
        settingsFor: root => texts.settingsFor(root),
    };
}

/** The roots among the candidates: files with a system. */
export function rootsOf(texts: Texts, isRoot: (parsed: Parsed) => boolean): readonly Parsed[] {
    return texts.candidates.flatMap(uri => {
        const text = texts.textOf(uri);
        if (text === undefined || !mayBeRoot(text)) return [];
        const parsed = texts.parse(uri);
        return parsed !== undefined && !('unreadable' in parsed) && isRoot(parsed) ? [parsed] : [];
    });
}

/** The candidates that nobody could read, each with the reason: there may be a model in them. */
export function unreadOf(texts: Texts): readonly { readonly uri: string; readonly reason: string }[] {
    return texts.candidates.flatMap(uri => {
        const parsed = texts.textOf(uri) === undefined ? texts.parse(uri) : undefined;
        return parsed !== undefined && 'unreadable' in parsed ? [{ uri, reason: parsed.unreadable }] : [];
    });
}
