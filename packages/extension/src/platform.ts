import type { ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export interface Revision {
    readonly name: string;
    readonly about: string;
}

/** The models of one state of the files, by the URI that each file has now. */
export type OlderFiles = Readonly<Record<string, string>>;

/** A repository with earlier states of the files. */
export interface Revisions {
    /** The last commit, branches and tags (the latest first), and the last commits. */
    revisions(): Promise<readonly Revision[]>;
    /** All models and parts of a revision; `null` where there is no such revision. */
    modelFiles(revision: string): Promise<OlderFiles | null>;
}

/** What the machine of the extension gives it: a process with a disk, or a worker of a browser. */
export interface Platform {
    /** The client of the bundled server; not started yet. */
    makeClient(context: ExtensionContext, log: LogOutputChannel): BaseLanguageClient;
    /** True where the server can run imports. */
    readonly canImport?: boolean;
    /**
     * The repository that a file is in; `null` where there is none.
     * A platform without this cannot ask git.
     */
    readonly repositoryOf?: (file: Uri) => Promise<Revisions | null>;
}
