import path from 'node:path';
import type { Settings } from 'iacs-language';
import { defaultSettings, readSettings, rules } from 'iacs-language';
import { readText } from 'iacs-language/read-text';
import { Failure } from './io.ts';

const fileName = 'iacs.config.json';

/**
 * The settings that hold for a folder: those of the nearest `iacs.config.json` in it or above it.
 * @throws {@link Failure} for a file that cannot be read or followed
 */
export function settingsFor(folder: string): { readonly settings: Settings; readonly file: string | null } {
    for (let current = folder; ; current = path.dirname(current)) {
        const file = path.join(current, fileName);
        const text = readText(file);
        if (typeof text === 'string') return { settings: parseSettings(text, file), file };
        if (text !== undefined) throw new Failure(`${file} cannot be read: ${text.unreadable}`);
        if (path.dirname(current) === current) return { settings: defaultSettings, file: null };
    }
}

function parseSettings(text: string, file: string): Settings {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        throw new Failure(`${file} is no JSON: ${(error as Error).message}.`);
    }
    const { settings, errors } = readSettings(value, rules.map(rule => rule.id));
    if (errors.length > 0) throw new Failure(`${file}: ${errors.map(({ path: keys, message }) => `${keys.length > 0 ? `${keys.join('.')}: ` : ''}${message}`).join(' ')}`);
    return settings;
}
