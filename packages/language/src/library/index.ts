import { protocols, types } from './sources.ts';

/** A file of the built-in library. */
export interface LibrarySource {
    /** `iacs-library:/types.iacs`: not a file on disk, and read-only in an editor. */
    readonly uri: string;
    /** The whole text, with `\n` between lines. */
    readonly text: string;
}

const source = (name: string, text: () => string): LibrarySource => ({
    uri: `iacs-library:/${name}.iacs`,
    get text() {
        return text();
    },
});

/** The built-in library: asset types and protocols, in the language itself, always in scope. */
export const librarySources: readonly LibrarySource[] = [source('types', types), source('protocols', protocols)];

export * from './templates.ts';
