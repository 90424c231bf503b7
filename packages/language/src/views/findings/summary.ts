import { forTerminal } from '../text/escape.ts';
import type { LocatedFinding } from './located.ts';

/** How many findings there are, by severity. */
export interface Summary {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly accepted: number;
    /** Findings that are left out because a baseline has them. */
    readonly baselined: number;
    /** The rules that are switched off in some model, by their ids: they found nothing because nobody asked them. */
    readonly off: readonly string[];
    /** Files of the folders that are in none of the models; `null` where nobody looked for them. */
    readonly leftOut: readonly string[] | null;
    readonly models: number;
    readonly files: number;
    /**
     * Of a shard: the place of each model among those that it looks at, from 0, followed by the number of its findings.
     * What has no place could not be read, and comes first.
     */
    readonly turns?: readonly number[];
    /** The state that did not have these findings; missing where all of them are counted. */
    readonly base?: string;
}

/** Counts findings by severity; accepted ones count apart. */
export function summarise(findings: readonly LocatedFinding[], models: number, files: number, base?: string): Summary {
    const count = (severity: string): number =>
        findings.filter(({ finding }) => finding.accepted === null && finding.severity === severity).length;
    return {
        error: count('error'),
        warning: count('warning'),
        info: count('info'),
        accepted: findings.filter(({ finding }) => finding.accepted !== null).length,
        baselined: 0,
        off: [],
        leftOut: null,
        models,
        files,
        ...(base === undefined ? {} : { base }),
    };
}

function plural(count: number, word: string): string {
    return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/**
 * The counts in a line: "2 errors, 1 warning, 0 infos, 3 accepted in 1 model (2 files)"; "… (2 files), new since main"
 * where findings are left out that an earlier state had. Rules that are off, findings of a baseline and files that are
 * in no model are counted: nothing was found there because nobody asked.
 */
export function summaryLine(summary: Summary): string {
    const { off, baselined, leftOut } = summary;
    return (
        `${plural(summary.error, 'error')}, ${plural(summary.warning, 'warning')}, ` +
        `${plural(summary.info, 'info')}, ${summary.accepted} accepted` +
        ` in ${plural(summary.models, 'model')} (${plural(summary.files, 'file')})` +
        (summary.base === undefined ? '' : `, new since ${forTerminal(summary.base)}`) +
        (off.length === 0 ? '' : `; ${plural(off.length, 'rule')} off`) +
        (baselined === 0 ? '' : `; ${baselined} in the baseline, left out`) +
        (leftOut === null || leftOut.length === 0 ? '' : `; ${plural(leftOut.length, 'file')} in no model`)
    );
}
