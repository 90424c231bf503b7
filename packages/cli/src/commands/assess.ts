import {
    daysToJson,
    daysToMarkdown,
    daysToTable,
    levelsFormats as formats,
    levelsPrinter,
    modelLevels,
    onlyRequirements,
} from 'iacs-language/levels';
import type { LevelsFormat, LevelsOnDay } from 'iacs-language/levels';
import { dayAfter, judge, nearest, partIds } from 'iacs-language';
import type { RegulationId } from 'iacs-language/catalogue/regulations';
import { runPart } from '../assess/part.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import type { LoadedModel } from '../models.ts';
import { painter } from '../paint.ts';
import { loadAll, reportProblems, takeEach } from '../problems.ts';

const usage = `Usage: iacs assess [path…]

Prints SL-T, SL-C, SL-A and gap of every zone and conduit, and the state of each requirement.
With --part: the state of each requirement on an organisation, and whether rules or a person say so.

  --format FORMAT    ${formats.join(', ')} (default table)
  --subject NAME     one zone or conduit, by its qualified name; with --part one party
  --part PART        a part on organisations instead: 2-1 (programme of the owner), 2-4 (service
                     providers), 4-1 (suppliers); formats table, json, csv, markdown
  --regulation NAME  only the requirements that are related to nis2, nerc-cip or csf; iacs explain
                     says where and how sure
  --at DAYS          several days side by side: dates, or days from the first one, as in
                     2026-12-01,+90,+365 (table, json, markdown)
  --today DATE       the day of the assessment`;

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
    format: LevelsFormat,
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
            return modelLevels(assessment, model.system?.id ?? '', file, subject, problems.length);
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

/** The failure of a zone or conduit that no model has. */
function withoutSubject(subject: string, known: readonly string[]): Failure {
    const near = nearest(subject, known);
    return new Failure(`There is no zone or conduit ${subject}.${near ? ` Did you mean ${near}?` : ''}`);
}

/** Prints the levels on one day, model by model. */
async function runOnDay(
    words: readonly string[],
    today: string,
    subject: string | null,
    format: LevelsFormat,
    isAsked: ((id: string) => boolean) | null,
    io: Io,
): Promise<number> {
    const printer = levelsPrinter(format, painter(io));
    /** Where no model has the subject yet: the names that may have been meant. */
    let others: string[] | null = subject === null ? null : [];
    let begun = false;
    const take = ({ analysis, file }: LoadedModel): void => {
        const { assessment, model, problems } = analysis;
        const all = modelLevels(assessment, model.system?.id ?? '', file, subject, problems.length);
        const levels = isAsked === null ? all : onlyRequirements(all, isAsked);
        if (levels.subjects.length > 0) others = null;
        else if (subject !== null) {
            others?.push(...assessment.subjects.map(({ id }) => id));
            return;
        }
        io.out(printer.add(levels));
        begun = true;
    };
    const faults = await takeEach(words, io, { today, withoutRules: true }, take).catch((error: unknown) => {
        // A folder further on has no model: what was printed of the others is to be whole.
        if (begun) io.out(printer.end());
        throw error;
    });
    if (subject !== null && others !== null) throw withoutSubject(subject, others);
    io.out(printer.end());
    return faults.report() ? exit.failed : exit.fine;
}

/** Prints the levels on several days side by side, of all models at once. */
async function runOnDays(
    words: readonly string[],
    days: readonly string[],
    subject: string | null,
    format: LevelsFormat,
    io: Io,
): Promise<number> {
    const loaded = await loadAll(words, io, { today: days[0]!, withoutRules: true });
    const subjects = loaded.models.flatMap(({ analysis }) => analysis.assessment.subjects.map(({ id }) => id));
    if (subject !== null && !subjects.includes(subject)) throw withoutSubject(subject, subjects);
    io.out(writeDays(loaded.models, days, subject, format, io));
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

/** The law or framework that was asked for. */
async function regulationOf(name: string | undefined): Promise<RegulationId | null> {
    if (name === undefined) return null;
    const { regulationIds } = await import('iacs-language/catalogue/regulations');
    return oneOf('regulation', name, regulationIds);
}

/** Which system requirements a law or framework is related to; `null` for all. What is left out is said. */
async function relatedTo(regulation: RegulationId | null, io: Io): Promise<((id: string) => boolean) | null> {
    if (regulation === null) return null;
    const { regulationNames, regulationsOf } = await import('iacs-language/catalogue/regulations');
    const { requirements } = await import('iacs-language');
    const isAsked = (id: string): boolean => regulationsOf(id).some(each => each.regulation === regulation);
    const related = requirements.filter(({ id }) => isAsked(id)).length;
    io.err(
        `iacs: ${related} of ${requirements.length} requirements are related to ${regulationNames[regulation]}, ` +
            'the others are not shown, and levels are those of all. iacs explain says where and how sure.\n',
    );
    return isAsked;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        subject: 'string',
        part: 'string',
        regulation: 'string',
        at: 'string',
        today: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const subject = values.subject ?? null;
    if (values.part !== undefined) {
        if (values.at !== undefined) throw new Failure('--at is for levels: with --part give one day with --today.');
        const part = oneOf('part', values.part, partIds);
        return runPart(part, { words, format, subject, today, regulation: await regulationOf(values.regulation) }, io);
    }
    if (values.at === undefined)
        return runOnDay(words, today, subject, format, await relatedTo(await regulationOf(values.regulation), io), io);
    if (values.regulation !== undefined) throw new Failure('--at shows levels, and --regulation requirements.');
    return runOnDays(words, daysIn(values.at, today), subject, format, io);
}

const command: Command = { name: 'assess', summary: 'SL-T, SL-C, SL-A and gap of every zone and conduit', usage, run };
export default command;
