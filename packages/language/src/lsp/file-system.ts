/** What the server may know of disks. Given by the shell; everything that is open in an editor wins over it. */
export interface FileSystem {
    /** @returns the text without a byte order mark, why it cannot be read, or `undefined` where there is no file */
    read(uri: string): string | { readonly unreadable: string } | undefined;
    /** True when a file or folder stands there. */
    exists(uri: string): boolean;
    /** Something that differs when the content of the file may differ; `null` where there is no file. */
    stamp(uri: string): string | null;
    /** The `.iacs` files below a folder, without `node_modules` and folders that begin with a dot. Never rejects. */
    find(folder: string): Promise<readonly string[]>;
}

/** A disk on which there is nothing. */
export const noFiles: FileSystem = { read: () => undefined, exists: () => false, stamp: () => null, find: () => Promise.resolve([]) };
