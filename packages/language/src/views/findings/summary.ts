import { forTerminal } from '../text/escape.ts';
import type { LocatedFinding } from './located.ts';

/** How many findings there are, by severity. */
export interface Summary {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly accepted: number;
    readonly models: number;
    readonly files: number;
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
 * where findings are left out that an earlier state had. Rules that are off are named: they found nothing.
 */
export function summaryLine(summary: Summary, off: number): string {
    return (
        `${plural(summary.error, 'error')}, ${plural(summary.warning, 'warning')}, ` +
        `${plural(summary.info, 'info')}, ${summary.accepted} accepted` +
        ` in ${plural(summary.models, 'model')} (${plural(summary.files, 'file')})` +
        (summary.base === undefined ? '' : `, new since ${forTerminal(summary.base)}`) +
        (off === 0 ? '' : `; ${plural(off, 'rule')} off`)
    );
}
