/** What the server may ask of the disk; given by the shell, so that the services stay free of input and output. */
export interface FileSystem {
    /** The text of a file; why it cannot be read; `undefined` where there is none. */
    read(uri: string): string | { readonly unreadable: string } | undefined;
    /** The URIs of all `.iacs` files below a folder, `node_modules` and dot folders left out. */
    list(folder: string): readonly string[];
    /** True when something stands there. */
    exists(uri: string): boolean;
}
