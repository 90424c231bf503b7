import type { Finding, Place, Project, SettingsFile } from 'iacs-language';
import { Lines, placeOfSetting, unreadableFinding } from 'iacs-language';
import { printedName } from './files.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';

/** What was to be looked at and could not be: it may hold models, and none of them was judged. */
export interface Unread {
    /** The file or folder, as it is printed. */
    readonly file: string;
    readonly at: Place;
    /** A sentence that says which file, and why. */
    readonly message: string;
    /** Its text, where there is one that could not be followed. */
    readonly lines: Lines | undefined;
}

/** Hears of what could not be read; what is beside it is looked at all the same. */
export type Unreads = (unread: Unread) => void;

/** For commands that show one model: without a file nobody knows whether it would have been another one. */
export const refused: Unreads = ({ message }) => {
    throw new Failure(message);
};

/** A file or folder that could not be read. */
export function unreadAt(uri: string, message: string, io: Io): Unread {
    return { file: printedName(uri, io.cwd) || '.', at: { file: uri, start: 0, end: 0 }, message, lines: undefined };
}

/** Settings that cannot be followed: what holds for the models below them is not known. */
export function unreadSettings({ uri, text, errors }: SettingsFile, io: Io): Unread {
    const file = printedName(uri, io.cwd);
    const faults = errors.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
    const { start, end } = placeOfSetting(text, errors[0] ?? { path: [] });
    return { file, at: { file: uri, start, end }, message: `${file}: ${faults.join(' ')}`, lines: new Lines(text) };
}

/** The settings file that holds for a root, if something in it cannot be followed. */
export function brokenSettings(project: Project, root: string): SettingsFile | null {
    const file = project.settings.of(root);
    return file && file.errors.length > 0 ? file : null;
}

/** What could not be read as a finding of its file. */
export function findingOf({ at, message }: Unread): Finding {
    return unreadableFinding(at, message);
}
