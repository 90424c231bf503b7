import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings, SettingsFile } from 'iacs-language';
import { defaultSettings, fileUri, normalUri, Project, settingsFileName, Texts } from 'iacs-language';
import { NodeDisk, type NodeDiskOptions } from 'iacs-language/disk';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { statOf } from './stat-of.ts';

/** A file name as it is printed: relative to the working directory, with `/`. */
export function printedName(uri: string, cwd: string): string {
    if (!uri.startsWith('file:')) return uri;
    return path.relative(cwd, fileURLToPath(uri)).split(path.sep).join('/');
}

/** The files of this machine, for one command. */
export function projectOnDisk(options: NodeDiskOptions = {}): Project {
    return new Project(new Texts(new NodeDisk({ once: true, ...options })));
}

/**
 * The settings that hold for a file, or for one that there could be.
 * @param cwd the working directory, by which a file is named
 * @throws {@link Failure} for settings that cannot be read or followed
 */
export function settingsOf(project: Project, uri: string, cwd: string): Settings {
    const file = project.settings.of(uri);
    if (file && file.errors.length > 0) throw new Failure(`${printedName(file.uri, cwd)}: ${faultsOf(file)}`);
    return file?.settings ?? defaultSettings;
}

/** The settings that hold for what is directly in a folder; see {@link settingsOf}. */
export function settingsIn(project: Project, folder: string, cwd: string): Settings {
    return settingsOf(project, fileUri(path.join(folder, settingsFileName)), cwd);
}

function faultsOf({ errors }: SettingsFile): string {
    return errors
        .map(({ path: keys, message }) => `${keys.length > 0 ? `${keys.join('.')}: ` : ''}${message}`)
        .join(' ');
}

/**
 * The `.iacs` files in a folder, in the order of their names, without what the settings leave out.
 * @param folder absolute
 * @throws {@link Failure} for a folder that cannot be read, and settings that cannot be followed
 */
export async function modelFilesIn(project: Project, folder: string, io: Io): Promise<readonly string[]> {
    settingsIn(project, folder, io.cwd);
    return project.modelFiles(folderUri(folder), (unread, reason) => {
        throw new Failure(`${printedName(unread, io.cwd) || '.'} cannot be read: ${reason}`);
    });
}

/** The URI of a folder, by its absolute path. */
export function folderUri(folder: string): string {
    return normalUri(fileUri(path.resolve(folder))).replace(/\/$/, '');
}

/**
 * A folder that was named.
 * @throws {@link Failure} where there is none
 */
export function folderOf(given: string, io: Io): string {
    const folder = path.resolve(io.cwd, given);
    if (!statOf(folder)?.isDirectory()) throw new Failure(`There is no folder ${given}.`);
    return folder;
}
