import path from 'node:path';
import type { Settings } from 'iacs-language';
import { ChangedTexts, filePath, fileUri, folderOf, Project, settingsFileName, Texts, TextState } from 'iacs-language';
import { NodeDisk } from 'iacs-language/disk';
import { isIn } from './compare/places-in.ts';
import { folderUri, settingsOf } from './files.ts';
import { GitFiles } from './git-files.ts';
import type { Repository } from './git.ts';

/** One side of a comparison. */
export interface Side {
    /** How the side is called, as the user named it. */
    readonly name: string;
    readonly project: Project;
    /**
     * Absolute files and folders in which roots are looked for. A file is one of the candidates whatever the settings
     * leave out.
     */
    readonly places: readonly string[];
    /**
     * True where faults of the settings end the comparison. Those of a commit can no longer be mended: what cannot be
     * followed is left out.
     */
    readonly strict: boolean;
    /** The full hash of the commit; `undefined` for what is no commit. */
    readonly commit?: string;
    /** The same for two sides of which no text and no settings differ; `undefined` where that is not known. */
    readonly fingerprint?: string;
    /** Submodules in the places whose commits are not here; each by a URI and its commit. */
    readonly unread?: readonly { readonly uri: string; readonly oid: string }[];
    /** The same side, looked at in all of the repository, for a model that was elsewhere. */
    readonly everywhere?: Side;
}

/** The side of a repository without a commit: it has no files. */
export function noCommit(name: string): Side {
    return { name, project: new Project(new Texts(GitFiles.nothing())), places: [], strict: false };
}

/**
 * The side of a commit.
 * @param twin the other side, with which it shares what is equal
 */
export async function revisionSide(
    name: string,
    repository: Repository,
    commit: string,
    places: readonly string[],
    twin?: Side,
): Promise<Side> {
    const files = await GitFiles.of(repository, commit);
    const below = (file: string): boolean => places.some(place => isIn(place, file));
    const unread = files.unread
        .map(({ path: inside, oid }) => ({ file: path.join(repository.top, inside), oid }))
        .filter(({ file }) => below(file));
    const side: Side = {
        name,
        project: new Project(new Texts(files, twin?.project.texts)),
        places,
        strict: false,
        commit,
        fingerprint: JSON.stringify([files.fingerprint, places]),
        unread: unread.map(({ file, oid }) => ({ uri: fileUri(file), oid })),
    };
    return { ...side, everywhere: { ...side, places: [repository.top] } };
}

/**
 * The side of files on disk: the working tree, or a file or folder that was named.
 * @param within a folder outside of which nothing is read
 * @param twin the other side, where that is a commit: what is equal is shared with it
 */
export function diskSide(name: string, places: readonly string[], within?: string, twin?: Side): Side {
    const disk = new NodeDisk(within === undefined ? {} : { within });
    return {
        name,
        project: new Project(new Texts(disk, twin?.commit === undefined ? undefined : twin.project.texts)),
        places,
        strict: true,
    };
}

/** The same side with one file in the place of another; `null` takes it away. */
export function withFile(side: Side, uri: string, text: string | null): Side {
    const { fingerprint: _fingerprint, ...rest } = side;
    return {
        ...rest,
        project: new Project(new ChangedTexts(side.project.texts, uri, text)),
        places: [...side.places, filePath(uri)!],
    };
}

/**
 * The files of a side in which there may be roots, in the order of their names.
 * @param excludes what is left out; that of the older side for both, so that a change of the settings hides nothing
 * @param unread is called with folders that are there and cannot be looked into
 */
export async function candidatesOf(
    { project, places }: Side,
    excludes: (uri: string) => boolean,
    unread: (folder: string, reason: string) => void = () => {},
): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const place of places) {
        const file = fileUri(place);
        const content = project.texts.get(file);
        const unreadable = (folder: string, reason: string): void => {
            if (folder === file && content !== undefined) found.add(file);
            else if (project.texts.exists(folder)) unread(folder, reason);
        };
        if (content instanceof TextState) found.add(file);
        else for (const uri of await project.modelFiles(folderUri(place), unreadable, excludes)) found.add(uri);
    }
    return [...found];
}

/** The settings that hold for a root on a side. */
export interface SettingsAt {
    readonly settings: Settings;
    /** The file that they are in; the file that there could be where there is none. */
    readonly file: string;
    /** What of them could not be followed; `null` where all of it was. */
    readonly problem: string | null;
}

/** @param cwd the working directory, by which a file is named that cannot be followed */
export function settingsAt({ project, strict }: Side, root: string, cwd: string): SettingsAt {
    const settings = strict ? settingsOf(project, root, cwd) : project.settingsFor(root);
    const file = project.settings.of(root);
    const errors = file?.errors ?? [];
    return {
        settings,
        file: file?.uri ?? `${folderOf(root)}/${settingsFileName}`,
        problem: errors.length > 0 ? errors.map(({ message }) => message).join(' ') : null,
    };
}
