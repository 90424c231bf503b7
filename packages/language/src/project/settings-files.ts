import { rules } from '../rules/index.ts';
import {
    defaultSettings,
    readSettings,
    type Settings,
    type SettingsError,
    type SettingsReading,
} from '../settings/index.ts';
import type { Unreadable } from './file-system.ts';
import { jsonFault } from './json-fault.ts';
import { leavesOut } from './pattern.ts';
import type { Texts } from './texts.ts';
import { folderOf, pathFrom } from './uri.ts';

/** The name of a settings file. */
export const settingsFileName = 'iacs.config.json';

/** What lies in no folder. Any other scheme may be a place with files: an editor in a browser has its own. */
const noPlace = /^(iacs-library|untitled):|^(?![\w+.-]+:)/;

/** The settings of one file, and what could not be followed in it. */
export class SettingsFile {
    readonly uri: string;
    /** Empty for a file that cannot be read. */
    readonly text: string;
    readonly settings: Settings;
    readonly errors: readonly SettingsError[];
    private readonly folder: string;

    constructor(uri: string, content: string | Unreadable) {
        this.uri = uri;
        this.folder = folderOf(uri) ?? uri;
        this.text = typeof content === 'string' ? content : '';
        const { settings, errors } = readingOf(content);
        this.settings = settings;
        this.errors = errors;
    }

    /**
     * True for a file or folder that its patterns leave out; they are relative to the folder that the settings are in.
     */
    excludes(uri: string): boolean {
        const { exclude } = this.settings;
        if (exclude.length === 0) return false;
        const path = pathFrom(this.folder, uri);
        return path !== null && exclude.some(pattern => leavesOut(pattern, path));
    }
}

function readingOf(content: string | Unreadable): SettingsReading {
    const nothing = (message: string): SettingsReading => ({
        settings: defaultSettings,
        errors: [{ path: [], message }],
    });
    if (typeof content !== 'string') return nothing(`This cannot be read: ${content.unreadable}`);
    try {
        return readSettings(
            JSON.parse(content),
            rules.map(rule => rule.id),
        );
    } catch (error) {
        const { at, message } = jsonFault(content, error as Error);
        return { settings: defaultSettings, errors: [{ path: [], message, ...(at === null ? {} : { at }) }] };
    }
}

/** The settings files of a project, each read once as long as its text stays. */
export class SettingsFiles {
    private readonly texts: Texts;
    private readonly known = new Map<string, { readonly content: object; readonly file: SettingsFile }>();
    private readonly chains = new Map<string, readonly string[]>();

    constructor(texts: Texts) {
        this.texts = texts;
    }

    /** The settings that hold for a root: the nearest file beside or above it; `null` where there is none. */
    of(root: string): SettingsFile | null {
        return this.above(root).next().value ?? null;
    }

    /**
     * True for a file or folder that a search for models leaves out, because any settings beside or above it say so.
     */
    excludes(uri: string): boolean {
        return this.leavingOut(uri) !== null;
    }

    /** The settings by which a search for models leaves out a file or folder; `null` where none do. */
    leavingOut(uri: string): SettingsFile | null {
        for (const file of this.above(uri)) if (file.excludes(uri)) return file;
        return null;
    }

    /** The settings files beside and above a file, the nearest first. */
    private *above(uri: string): Generator<SettingsFile, undefined> {
        for (const place of this.placesFor(folderOf(uri))) {
            const content = this.texts.get(place);
            // A folder outside of which nothing may be read is where the search for settings ends.
            if (content !== undefined && 'outside' in content) return undefined;
            if (content !== undefined) yield this.read(place, content);
        }
        return undefined;
    }

    /** Where settings for a folder may be. */
    private placesFor(folder: string | null): readonly string[] {
        if (folder === null || noPlace.test(folder)) return [];
        const known = this.chains.get(folder);
        if (known) return known;
        const chain = [`${folder}/${settingsFileName}`, ...this.placesFor(folderOf(folder))];
        this.chains.set(folder, chain);
        return chain;
    }

    private read(uri: string, content: { readonly text: string } | Unreadable): SettingsFile {
        const known = this.known.get(uri);
        if (known?.content === content) return known.file;
        const file = new SettingsFile(uri, 'text' in content ? content.text : content);
        // The same text keeps the same settings, so that an open or a closed buffer makes nothing stale.
        const kept =
            known &&
            'text' in content &&
            known.file.text === file.text &&
            known.file.errors.length === file.errors.length
                ? known.file
                : file;
        this.known.set(uri, { content, file: kept });
        return kept;
    }
}

/** Where an error is in its text, as well as can be said without a tree: the last key of its path. */
export function placeOfSetting(
    text: string,
    { path, at = 0 }: Pick<SettingsError, 'path' | 'at'>,
): { readonly start: number; readonly end: number } {
    let from = 0;
    let found = { start: Math.min(at, text.length), end: Math.min(at + 1, text.length) };
    for (const key of path) {
        const literal = JSON.stringify(key);
        const start = text.indexOf(literal, from);
        if (start < 0) break;
        found = { start, end: start + literal.length };
        from = found.end;
    }
    return found;
}
