import { protocols, types } from './sources.ts';

/** A file of the built-in library. */
export interface LibrarySource {
    /** `iacs-library:/types.iacs`: not a file on disk, and read-only in an editor. */
    readonly uri: string;
    /** The whole text, with `\n` between lines. */
    readonly text: string;
}

class Source implements LibrarySource {
    readonly uri: string;
    private readonly read: () => string;

    constructor(name: string, read: () => string) {
        this.uri = `iacs-library:/${name}.iacs`;
        this.read = read;
    }

    get text(): string {
        return this.read();
    }
}

/** The built-in library: asset types and protocols, in the language itself, always in scope. */
export const librarySources: readonly LibrarySource[] = [
    new Source('types', types),
    new Source('protocols', protocols),
];

export * from './templates.ts';
