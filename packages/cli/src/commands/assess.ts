import {
    daysToJson,
    daysToMarkdown,
    daysToTable,
    levelsToCsv,
    levelsToHtml,
    levelsToJson,
    levelsToMarkdown,
    levelsToTable,
    modelLevels,
} from 'iacs-language/levels';
import type { LevelsOnDay, ModelLevels } from 'iacs-language/levels';
import { dayAfter, judge, nearest, partIds } from 'iacs-language';
import { runPart } from '../assess/part.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import type { LoadedModel } from '../models.ts';
import { painter } from '../paint.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['table', 'json', 'csv', 'markdown', 'html'] as const;

const usage = `Usage: iacs assess [path…]

Prints SL-T, SL-C, SL-A and gap of every zone and conduit, and the state of each requirement.
With --part: the state of each requirement on an organisation, and whether rules or a person say so.

  --format FORMAT    ${formats.join(', ')} (default table)
  --subject NAME     one zone or conduit, by its qualified name; with --part one party
  --part PART        a part on organisations instead: 2-1 (programme of the owner), 2-4 (service providers), 4-1 (suppliers);
                     formats table, json, csv, markdown
  --at DAYS          several days side by side: dates, or days from the first one, as in 2026-12-01,+90,+365 (table, json, markdown)
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

/** Days that are written side by side: dates, and `+90` for so many days after the first of them. */
function daysIn(given: string, today: string): readonly string[] {
    const days: string[] = [];
    for (const part of given.split(',').map(each => each.trim())) {
        const later = /^\+(\d{1,5})$/.exec(part);
        days.push(
            later
                ? dayAfter(days[0] ?? today, { amount: Number(later[1]), unit: 'days' })
                : dayOption('at', part, today),
        );
    }
    return [...new Set(days)];
}

function writeDays(
    models: readonly LoadedModel[],
    days: readonly string[],
    subject: string | null,
    format: (typeof formats)[number],
    io: Io,
): string {
    const levels = days.map((date): LevelsOnDay => ({
        date,
        models: models.map(({ analysis, file, settings }) => {
            const { root, whole, problems } = analysis;
            const { assessment, model } = judge(
                { root, model: whole, problems },
                { today: date, settings, withoutRules: true },
            );
            return modelLevels(assessment, model.system?.id ?? '', file, subject);
        }),
    }));
    switch (format) {
        case 'table':
            return daysToTable(levels, painter(io));
        case 'json':
            return `${JSON.stringify(daysToJson(levels), null, 2)}\n`;
        case 'markdown':
            return daysToMarkdown(levels);
        default:
            throw new Failure(`--at is for table, json and markdown; ${format} shows one day.`);
    }
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        subject: 'string',
        part: 'string',
        at: 'string',
        today: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    if (values.part !== undefined) {
        if (values.at !== undefined) throw new Failure('--at is for levels: with --part give one day with --today.');
        const part = oneOf('part', values.part, partIds);
        return runPart(part, { words, format, subject: values.subject ?? null, today }, io);
    }
    const days = values.at === undefined ? null : daysIn(values.at, today);
    const loaded = await loadAll(words, io, { today: days?.[0] ?? today, withoutRules: true });
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
    if (days) {
        io.out(writeDays(loaded.models, days, values.subject ?? null, format, io));
        return reportProblems(loaded, io) ? exit.failed : exit.fine;
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
