import { resolvedModel } from 'iacs-language/resolved';
import type { Io } from '../io.ts';
import { exit } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { dayOption, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { loadAll, reportProblems } from '../problems.ts';
import { shownModel } from '../shown.ts';

function resolved(loaded: LoadedModel, today: string, io: Io) {
    const { model, lookup, assessment } = loaded.analysis;
    const shown = shownModel(loaded, io);
    return resolvedModel({
        model,
        lookup,
        assessment,
        today,
        file: loaded.file,
        notUnderstood: loaded.analysis.problems.length,
        where: ({ file, start }) => ({ file: shown.nameOf(file), line: shown.linesOf(file)?.at(start).line ?? 0 }),
    });
}

/** `iacs export model`: models with what follows from them filled in, as JSON. */
export async function exportModel(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { output: 'string', today: 'string', force: 'flag' });
    const today = dayOption('today', values.today, io.today);
    const loaded = await loadAll(words.slice(1), io, { today, withoutRules: true });
    const models = loaded.models.map(model => resolved(model, today, io));
    const text = `${JSON.stringify({ schemaVersion: 1, date: today, models }, null, 2)}\n`;
    if (values.output === undefined) io.out(text);
    else writeOutput(values.output, text, io, values.force);
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}
