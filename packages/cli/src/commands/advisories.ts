import { missingHere } from 'iacs-language';
import { advisoriesCsv, advisoriesMarkdown, advisoriesText, advisoryRows } from 'iacs-language/advisories';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['text', 'json', 'markdown', 'csv'] as const;

const usage = `Usage: iacs advisories [path…]

What the advisories of a model mean for its assets: affected, not affected or cannot tell, by
confirmed names and installed versions; when something has to be done (now, next stop, when
renewed), by who reaches the asset and the next window; the names that a person has to confirm; and
what was not looked up. "iacs import advisories" reads advisories.

  --all                lists also what is not affected (json and csv always do)
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         the day on which windows are ahead or over`;

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { all: 'flag', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const loaded = await loadAll(words, io, { today, withoutRules: true });
    const { models } = loaded;
    if (format === 'csv' && models.length > 1)
        throw new Failure(
            `csv shows one model, and there are several here (${models.map(model => model.file).join(', ')}): name ` +
                'one of them.',
        );
    const all = models.map(({ analysis: { assessment } }) => advisoryRows(assessment));
    const systemOf = (index: number): string | null => models[index]!.analysis.model.system?.id ?? null;
    const notUnderstood = models.map(({ analysis }) => analysis.problems.length);
    const missing = (index: number): string =>
        missingHere(notUnderstood[index]!)
            .map(text => `\n${text}\n`)
            .join('');
    switch (format) {
        case 'json': {
            const shown = all.map((rows, index) => ({
                system: systemOf(index),
                file: models[index]!.file,
                date: today,
                notUnderstood: notUnderstood[index]!,
                ...rows,
            }));
            io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
            break;
        }
        case 'csv':
            io.out(all.map((rows, index) => advisoriesCsv(rows, notUnderstood[index]!)).join(''));
            break;
        case 'markdown':
            io.out(
                all
                    .map((rows, index) => advisoriesMarkdown(rows, systemOf(index), today, values.all) + missing(index))
                    .join('\n'),
            );
            break;
        case 'text':
            io.out(
                all
                    .map(
                        (rows, index) =>
                            (models.length > 1 ? `${models[index]!.file}\n` : '') +
                            advisoriesText(rows, today, values.all) +
                            missing(index),
                    )
                    .join('\n'),
            );
    }
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = {
    name: 'advisories',
    summary: 'what security advisories mean for the assets, and how soon',
    usage,
    run,
};
export default command;
