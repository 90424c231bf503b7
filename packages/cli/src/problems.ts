import { locate } from 'iacs-language/findings';
import { problemFindings } from 'iacs-language';
import type { Io } from './io.ts';
import type { LoadedModel } from './models.ts';
import { shownModel } from './shown.ts';

const mostShown = 10;

/**
 * Tells on standard error what of the models could not be understood, a line each.
 * @returns true when there was anything, which means exit code 2
 */
export function reportProblems(models: readonly LoadedModel[], io: Io): boolean {
    const located = models.flatMap(model => locate(problemFindings(model.analysis.problems), shownModel(model, io)));
    for (const { file, line, column, finding } of located.slice(0, mostShown))
        io.err(`iacs: ${file}:${line}:${column} ${finding.message}\n`);
    if (located.length > mostShown) io.err(`iacs: and ${located.length - mostShown} more: see iacs check\n`);
    const without = models.filter(model => model.analysis.model.system === null);
    for (const model of without)
        io.err(`iacs: There is no system in ${model.file}: name the root file that imports it.\n`);
    return located.length > 0 || without.length > 0;
}
