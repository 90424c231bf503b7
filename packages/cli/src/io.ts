/** What a command may touch of the world. */
export interface Io {
    readonly cwd: string;
    readonly version: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** A folder outside of which no model is read, whatever imports and links say. */
    readonly within?: string;
    /** Hears of each file that an answer depends on, before it is read; its URI. */
    readonly reading?: (uri: string) => void;
    /** Hears of each file that was written; its URI. */
    readonly wrote?: (uri: string) => void;
    /** Hears of a line of standard error that says what an import did not understand, and of how many remarks it is. */
    readonly remarked?: (line: string, count: number) => void;
    /** Hears again and again of how many characters have been read: how long the work will take. */
    readonly hasRead?: (characters: number) => void;
    /**
     * Does something with the settings of V8 with which this process began: with others, V8 takes no compiled code that
     * was kept. Nothing else may go on meanwhile.
     */
    readonly asFirst?: <T>(make: () => Promise<T>) => Promise<T>;
    /** The clock: today, `YYYY-MM-DD`, in UTC. */
    readonly today: string;
    /** True when standard output is a terminal that wants colours. */
    readonly colours: boolean;
    /** True when standard error is a terminal, where progress may be shown. */
    readonly progress: boolean;
    /** Writes to standard output: text as UTF-8, or the bytes of a picture. */
    out(content: string | Uint8Array): void;
    /** Writes lines to standard error. What a terminal would obey is taken out on the way. */
    err(text: string): void;
    /** Writes to the terminal on standard error as it is: for progress, which moves the cursor. */
    status(text: string): void;
    /** @throws {@link Failure} for bytes that are no text */
    stdin(): Promise<string>;
}

/** Something that could not be done: one line for the user, which says what to do. Exit code 2. */
export class Failure extends Error {}

/** Exit codes: fine, the answer is "no", it could not be done. */
export const exit = { fine: 0, no: 1, failed: 2 } as const;

/** A command: its words, and what it does. */
export interface Command {
    readonly name: string;
    /** The line under `iacs --help`. */
    readonly summary: string;
    /** What `iacs NAME --help` prints. */
    readonly usage: string;
    /** @returns an exit code; throws {@link Failure} for what could not be done */
    run(args: readonly string[], io: Io): Promise<number>;
}
