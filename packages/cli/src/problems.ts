import { locate } from 'iacs-language/findings';
import { problemFindings } from 'iacs-language';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import type { LoadedModel, LoadOptions } from './models.ts';
import { loadModels } from './models.ts';
import { shownModel } from './shown.ts';
import type { Unread } from './unread.ts';

const mostShown = 10;

/** The models that paths name, and what could not be read beside them. */
export interface Loaded {
    readonly models: readonly LoadedModel[];
    readonly unread: readonly Unread[];
}

/** All models that paths name at once; see {@link loadModels}. One file that cannot be read hides no other. */
export async function loadAll(paths: readonly string[], io: Io, options: Omit<LoadOptions, 'unread'>): Promise<Loaded> {
    const models: LoadedModel[] = [];
    const unread: Unread[] = [];
    for await (const model of loadModels(paths, io, { ...options, unread: each => void unread.push(each) }))
        models.push(model);
    const [first] = unread;
    // Where there is nothing to show, one line says all.
    if (models.length === 0 && first) throw new Failure(first.message);
    return { models, unread };
}

/**
 * Tells on standard error what of the models could not be read or understood, a line each.
 * @returns true when there was anything, which means exit code 2
 */
export function reportProblems({ models, unread }: Loaded, io: Io): boolean {
    for (const { message } of unread) io.err(`iacs: ${message}\n`);
    const located = models.flatMap(model => locate(problemFindings(model.analysis.problems), shownModel(model, io)));
    for (const { file, line, column, finding } of located.slice(0, mostShown))
        io.err(`iacs: ${file}:${line}:${column} ${finding.message}\n`);
    if (located.length > mostShown) io.err(`iacs: and ${located.length - mostShown} more: see iacs check\n`);
    const without = models.filter(model => model.analysis.model.system === null);
    for (const model of without)
        io.err(`iacs: There is no system in ${model.file}: name the root file that imports it.\n`);
    return located.length > 0 || without.length > 0 || unread.length > 0;
}
