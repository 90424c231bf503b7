import type { Understood } from '../analysis.ts';
import { understand } from '../analysis.ts';
import { defaultSettings, type Settings } from '../settings/index.ts';
import type { Importing, Parsed, Source } from '../syntax/index.ts';
import type { Unreadable } from './file-system.ts';
import type { ModelSearch } from './search.ts';
import { findModelFiles } from './search.ts';
import { SettingsFiles } from './settings-files.ts';
import { TextState, type Texts } from './texts.ts';
import { resolvePath } from './uri.ts';

/**
 * The files in one place, and what they mean together: which of them are models, which settings hold for each, and what
 * its imports bring in.
 */
export class Project implements Source {
    readonly texts: Texts;
    readonly settings: SettingsFiles;
    private readonly resolved = new Map<string, string>();

    constructor(texts: Texts) {
        this.texts = texts;
        this.settings = new SettingsFiles(texts);
    }

    /** The `.iacs` files in a folder that a search for models finds. */
    modelFiles(
        folder: string,
        unreadable?: ModelSearch['unreadable'],
        excludes = (uri: string): boolean => this.settings.excludes(uri),
        beside?: ModelSearch['beside'],
    ): Promise<readonly string[]> {
        return findModelFiles(this.texts.disk, folder, {
            excludes,
            ...(unreadable ? { unreadable } : {}),
            ...(beside ? { beside } : {}),
        });
    }

    /** True for a file that declares a system, and so is the root of a model. */
    isRoot(uri: string): boolean {
        return this.texts.state(uri)?.isRoot === true;
    }

    /** As much of a file as says whether it is a root, and what it imports; see {@link TextState.head}. */
    head(uri: string): Importing | Unreadable | undefined {
        const content = this.texts.get(uri);
        return content instanceof TextState ? content.head : content;
    }

    /** Where heads of files come from. */
    get heads(): Source<Importing> {
        return {
            parse: uri => this.head(uri),
            refuses: (from, uri) => this.refuses(from, uri),
            resolve: (from, path) => this.resolve(from, path),
            inOtherCase: (from, path) => this.inOtherCase(from, path),
            foldsCase: this.foldsCase,
        };
    }

    /** The settings that hold for a root. */
    settingsFor(root: string): Settings {
        return this.settings.of(root)?.settings ?? defaultSettings;
    }

    /** The model of a root as its text says it; `null` where the root cannot be read. */
    understand(root: string): Understood | null {
        const state = this.texts.state(root);
        return state ? understand(state.parsed, this) : null;
    }

    /**
     * The same for whoever needs no trees afterwards: they are as large as the model, and are let go while it is made.
     * @param last true where no other model is read that may import the same files
     */
    understandOnce(root: string, last: boolean): Understood | null {
        const state = this.texts.state(root);
        if (!state) return null;
        try {
            return understand(state.parsed, this, ({ uri }) => last || uri === state.uri);
        } finally {
            if (last) this.texts.forgetTrees();
            else state.forgetTree();
        }
    }

    /** Keeps the files of one model, and forgets what was read for others: a folder may hold more than the memory. */
    keepOnly(files: readonly string[]): void {
        this.texts.keepOnly(new Set(files));
        this.resolved.clear();
    }

    parse(uri: string): Parsed | Unreadable | undefined {
        const content = this.texts.get(uri);
        return content !== undefined && 'parsed' in content ? content.parsed : content;
    }

    expect(uris: readonly string[]): void {
        for (const uri of uris) this.texts.get(uri);
    }

    refuses(from: string, uri: string): string | null {
        return this.texts.disk.refuses?.(from, uri) ?? null;
    }

    get foldsCase(): boolean {
        return this.texts.disk.foldsCase === true;
    }

    inOtherCase(from: string, path: string): string | null {
        const found = this.texts.disk.alike?.(this.resolve(from, path));
        if (!found) return null;
        const parts = path.split('/').filter(part => part !== '' && part !== '.');
        const down = parts.filter(part => part !== '..').length;
        const names = found.split('/').slice(-down).map(decodeURIComponent);
        const there = [...parts.filter(part => part === '..'), ...names].join('/');
        // Where case is folded both forms of an accent are one name, and folders above may be written in any letters.
        return this.foldsCase && there.normalize('NFC') === parts.join('/').normalize('NFC') ? null : there;
    }

    resolve(from: string, path: string): string {
        const key = `${from} ${path}`;
        const known = this.resolved.get(key);
        if (known !== undefined) return known;
        const uri = resolvePath(from, path);
        this.resolved.set(key, uri);
        return uri;
    }
}
