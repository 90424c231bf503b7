/** Something directly in a folder. */
export interface Entry {
    readonly name: string;
    readonly uri: string;
    /** A link is what it leads to; one that leads to a folder, or to nothing, is no entry: it may lead in a circle. */
    readonly kind: 'file' | 'folder';
}

/** Why something gives no text: the end of a sentence. */
export interface Unreadable {
    readonly unreadable: string;
    /** True where it lies outside of what may be read, whether or not anything is there. */
    readonly outside?: true;
}

/**
 * What may be known of a place where files are: a disk, a commit, the memory of a test. Given by the shell. Files and
 * folders are named by URIs as {@link normalUri} spells them, folders without a slash at the end.
 */
export interface FileSystem {
    /** @returns the text without a byte order mark, why it cannot be read, or `undefined` where there is no file */
    read(uri: string): string | Unreadable | undefined;
    /** True when a file or folder is there. */
    exists(uri: string): boolean;
    /** Something that differs when the content of the file may differ; `null` where there is no file. */
    stamp(uri: string): string | null;
    /**
     * A file whose path differs in letter case alone, or in how its accents are written; `null` where there is none.
     */
    alike?(uri: string): string | null;
    /** True where a name may find a file whose name is written in other letters: then `alike` tells of these too. */
    readonly foldsCase?: boolean;
    /** Why a file must not be read for another one: the end of a sentence; `null` where it may. */
    refuses?(from: string, uri: string): string | null;
    /** Lets files in a folder be read for files elsewhere. */
    allow?(folder: string): void;
    /** What is in a folder, in any order. Never rejects. */
    entries(folder: string): Promise<readonly Entry[] | Unreadable>;
}

/** A place without any file. */
export const noFiles: FileSystem = {
    read: () => undefined,
    exists: () => false,
    stamp: () => null,
    entries: () => Promise.resolve([]),
};

/** The entries of a folder in which these files are, at any depth: for places that know files only. */
export function entriesAmong(files: Iterable<string>, folder: string): readonly Entry[] {
    const found = new Map<string, Entry>();
    for (const file of files) {
        if (!file.startsWith(`${folder}/`)) continue;
        const end = file.indexOf('/', folder.length + 1);
        const uri = end < 0 ? file : file.slice(0, end);
        found.set(uri, {
            name: decodeURIComponent(uri.slice(folder.length + 1)),
            uri,
            kind: end < 0 ? 'file' : 'folder',
        });
    }
    return [...found.values()];
}

/** A file under the letters of the disk, where that finds it under others too: one file has one name. */
export function writtenUri(disk: Pick<FileSystem, 'alike' | 'foldsCase'>, uri: string): string {
    return (disk.foldsCase === true ? disk.alike?.(uri) : null) ?? uri;
}
