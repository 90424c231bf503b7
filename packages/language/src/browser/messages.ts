/** What a client says to the server in its worker beyond the Language Server Protocol. */

/**
 * The URI of a file, and its text; `null` where there is no file (any more). Without a text it is a file that is there
 * and was not read: a document that may be evidence.
 */
export type FileChange = readonly [uri: string, text?: string | null];

/** The first message to the worker; the protocol of editors follows on the same port. */
export interface StartMessage {
    readonly iacs: 'start';
    /** The text of elkjs's `elk-worker.min.js`, from which the worker for layouts is made. */
    readonly elk: string;
    /** The files that are known at the start: models, settings and documents of the workspace. */
    readonly files: readonly FileChange[];
}

/** `iacs/files`, to the server: files that came, changed or went, as {@link FileChange}s. */
export type FilesNotification = 'iacs/files';

/** `iacs/wanted`, to the client: the URI of a file that is asked for and unknown; answered by `iacs/files`. */
export type WantedNotification = 'iacs/wanted';
