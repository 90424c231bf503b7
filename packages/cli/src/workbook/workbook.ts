/** A file that cannot be read as a workbook: the end of a sentence that begins with its name, and what to do. */
export class WorkbookError extends Error {}

/** A rectangle of cells that a workbook shows as one; rows and columns from 0, the last ones included. */
export interface Area {
    readonly row: number;
    readonly column: number;
    readonly lastRow: number;
    readonly lastColumn: number;
}

/** A sheet of a workbook. */
export interface Sheet {
    readonly name: string;
    /** What a person sees in each cell; empty where nothing stands. Rows are as long as their last cell. */
    readonly rows: readonly (readonly string[])[];
    /** Merged areas that reach into the rows. */
    readonly merged: readonly Area[];
    readonly hidden: boolean;
    /** What has to be said of the cells, one line each; the first row it is about, from 1. */
    readonly notes: readonly { readonly row: number; readonly text: string }[];
}
