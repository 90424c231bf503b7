import { protocols, types } from './sources.ts';

/** A file of the built-in library. */
export interface LibrarySource {
    /** `iacs-library:/types.iacs`: not a file on disk, and read-only in an editor. */
    readonly uri: string;
    /** The whole text, with `\n` between lines. */
    readonly text: string;
}

/** The built-in library: asset types and protocols, in the language itself, always in scope. */
export const librarySources: readonly LibrarySource[] = [
    { uri: 'iacs-library:/types.iacs', text: types },
    { uri: 'iacs-library:/protocols.iacs', text: protocols },
];

export * from './templates.ts';
