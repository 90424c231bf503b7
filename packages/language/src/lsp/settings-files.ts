import { rules } from '../rules/index.ts';
import { readSettings, defaultSettings, type Settings, type SettingsError } from '../settings/index.ts';
import type { Files } from './files.ts';
import { resolvePath } from './uri.ts';

const fileName = 'iacs.config.json';

/** The settings of one file, and what could not be followed in it. */
export interface SettingsFile {
    readonly uri: string;
    readonly text: string;
    readonly settings: Settings;
    readonly errors: readonly SettingsError[];
}

/** The settings files of a workspace, each read once as long as its text stays. */
export class SettingsFiles {
    private readonly files: Files;
    private readonly known = new Map<string, SettingsFile>();

    constructor(files: Files) {
        this.files = files;
    }

    /** The nearest settings file beside or above a root; `null` where there is none. */
    of(root: string): SettingsFile | null {
        if (!root.startsWith('file:')) return null;
        for (let from = root; ;) {
            const uri = resolvePath(from, fileName);
            const state = this.files.state(uri);
            if (state) return this.read(uri, state.text);
            const above = resolvePath(from, '../x');
            if (above === resolvePath(from, 'x')) return null;
            from = above;
        }
    }

    private read(uri: string, text: string): SettingsFile {
        const known = this.known.get(uri);
        if (known?.text === text) return known;
        const made = { uri, text, ...parseSettings(text) };
        this.known.set(uri, made);
        return made;
    }
}

function parseSettings(text: string): { readonly settings: Settings; readonly errors: readonly SettingsError[] } {
    try {
        return readSettings(JSON.parse(text), rules.map(rule => rule.id));
    } catch (error) {
        return { settings: defaultSettings, errors: [{ path: [], message: `This is no JSON: ${(error as Error).message}.` }] };
    }
}

/** Where a setting stands in its text, as well as can be told without a tree: the last key of its path. */
export function placeOfSetting(text: string, path: readonly string[]): { readonly start: number; readonly end: number } {
    let from = 0;
    let found = { start: 0, end: Math.min(1, text.length) };
    for (const key of path) {
        const literal = JSON.stringify(key);
        const start = text.indexOf(literal, from);
        if (start < 0) break;
        found = { start, end: start + literal.length };
        from = found.end;
    }
    return found;
}
