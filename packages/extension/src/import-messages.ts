/** `iacs/import`, to the server on a machine: runs `iacs import` with these words. */
export interface ImportParams {
    readonly args: readonly string[];
    readonly cwd: string;
}

export interface ImportAnswer {
    /** Why nothing was imported; `null` where something was. */
    readonly failed: string | null;
    /** How the columns were read, what needs a look, and what became of the rows. */
    readonly said: string;
    /** The lines of it that need a look, and how many remarks each stands for. */
    readonly remarks: readonly (readonly [line: string, count: number])[];
    /** Where no head of a table is known: its columns, and what each may be; `null` otherwise. */
    readonly unread: UnreadColumns | null;
}

export interface UnreadColumns {
    readonly columns: readonly {
        readonly number: number;
        readonly head: string;
        readonly samples: readonly string[];
    }[];
    readonly fields: readonly string[];
}
