import type { Assessment, Plan } from '../../assessment/index.ts';
import type { Lookup, Model, Place } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Drawing, ModelFile } from './data.ts';

/** What a report is written from. Nothing of it is read from a clock, a disk or a network. */
export interface ReportInput {
    readonly model: Model;
    /** With what is planned for a later day, and what is retired. */
    readonly whole: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    readonly findings: readonly Finding[];
    /** Which rules are off, and after which days something was never seen, where that is known. */
    readonly settings?: Pick<Settings, 'rules' | 'asFound'> | undefined;
    /** The day of the report, `YYYY-MM-DD`. */
    readonly today: string;
    readonly drawings: readonly Drawing[];
    /** What to do next, from a solver; `null` where nothing is planned or proposed, or none was asked. */
    readonly plan?: Plan | null;
    /** The files of the model with their hashes, root first. */
    readonly files: readonly ModelFile[];
    /** SHA-256 over the list of files. */
    readonly sha256: string;
    /** A revision of the version control, or whatever the site calls this state; `null` where unknown. */
    readonly revision: string | null;
    /** Where a place is, for people: a path and a line from 1; `null` where that is unknown. */
    readonly where: (at: Place) => { readonly file: string; readonly line: number } | null;
}
