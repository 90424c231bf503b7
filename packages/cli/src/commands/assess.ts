import {
    levelsToCsv,
    levelsToHtml,
    levelsToJson,
    levelsToMarkdown,
    levelsToTable,
    modelLevels,
} from 'iacs-language/levels';
import type { ModelLevels } from 'iacs-language/levels';
import { nearest } from 'iacs-language';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { painter } from '../paint.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['table', 'json', 'csv', 'markdown', 'html'] as const;

const usage = `Usage: iacs assess [path…]

Prints SL-T, SL-C, SL-A and gap of every zone and conduit, and the state of each requirement.

  --format FORMAT    ${formats.join(', ')} (default table)
  --subject NAME     one zone or conduit, by its qualified name
  --today DATE       the day of the assessment`;

function write(models: readonly ModelLevels[], format: (typeof formats)[number], io: Io): string {
    switch (format) {
        case 'table':
            return levelsToTable(models, painter(io));
        case 'json':
            return `${JSON.stringify(levelsToJson(models), null, 2)}\n`;
        case 'csv':
            return levelsToCsv(models);
        case 'markdown':
            return levelsToMarkdown(models);
        case 'html':
            return levelsToHtml(models);
    }
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { format: 'string', subject: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const loaded = await loadAll(words, io, {
        today: dayOption('today', values.today, io.today),
        withoutRules: true,
    });
    const levels = loaded.models.map(({ analysis, file }) =>
        modelLevels(analysis.assessment, analysis.model.system?.id ?? '', file, values.subject ?? null),
    );
    if (values.subject !== undefined && levels.every(({ subjects }) => subjects.length === 0)) {
        const near = nearest(
            values.subject,
            loaded.models.flatMap(({ analysis }) => analysis.assessment.subjects.map(({ id }) => id)),
        );
        throw new Failure(`There is no zone or conduit ${values.subject}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    io.out(
        write(
            levels.filter(({ subjects }) => values.subject === undefined || subjects.length > 0),
            format,
            io,
        ),
    );
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = { name: 'assess', summary: 'SL-T, SL-C, SL-A and gap of every zone and conduit', usage, run };
export default command;
