import path from 'node:path';
import { roadmapFor } from '../plan/roadmap.ts';
import { fileURLToPath } from 'node:url';
import type { Place } from 'iacs-language';
import { elkEngine, toPng } from 'iacs-language/node';
import { sheetFor, sizeOn, svgSize } from 'iacs-language/report';
import { readText } from 'iacs-language/read-text';
import { printedName } from '../files.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { assertFilled, writeOutput } from '../output.ts';
import type { Pixels } from '../report/docx.ts';
import { drawingsOf } from '../report/drawings.ts';
import { filesOf } from '../report/model-files.ts';
import { revisionOf } from '../report/revision.ts';
import type { ReportFormat, ReportRequest } from '../report/write-report.ts';
import { formatOf, renderParty, renderReport, reportData, ReportError, reportFormats } from '../report/write-report.ts';
import { shownModel } from '../shown.ts';

const usage = `Usage: iacs report [path] [-o FILE]

The cyber security requirements specification of IEC 62443-3-2, ZCR 6: the document that is reviewed
and signed.

  -o, --output FILE     the file; its extension gives the format: .html .md .docx .xlsx .csv .json
                        .oscal.json
      --force           overwrites a FILE that iacs did not write
      --format FORMAT   html (the default), md, csv, json or oscal on standard output
      --table NAME      which table a CSV holds; requirements by default
      --template FILE   your own HTML page, with {{title}}, {{body}}, {{section:zones}} and the like
      --revision TEXT   the revision named in the document; default: from git
      --party NAME      the duties of one party instead, as a document of its own (html, md, docx)
      --no-drawings     leaves the drawings out
      --today DATE      evaluates due and expiry dates as of DATE; --at is the same (default: today,
                        UTC)`;

/** The lines of places, for people. */
function placer(loaded: LoadedModel, folder: string, io: Io): ReportRequest['where'] {
    const shown = shownModel(loaded, io);
    return (at: Place) => {
        const lines = shown.linesOf(at.file);
        return { file: printedName(at.file, folder), line: lines ? lines.at(at.start).line : 1 };
    };
}

/**
 * A drawing as pixels for print, 300 to an inch of the sheet that it is on: more would take gigabytes, and no printer
 * shows it.
 */
async function pixelsOf(svg: string): Promise<Pixels | null> {
    const size = svgSize(svg);
    if (!size) return null;
    const printed = sizeOn(sheetFor(svg), size).width / 96;
    return { png: await toPng(svg, { scale: Math.min(2, (printed * 300) / size.width) }), ...size };
}

function chosenFormat(output: string | undefined, format: string | undefined): ReportFormat {
    if (format !== undefined) return oneOf('format', format, reportFormats);
    if (output === undefined) return 'html';
    const found = formatOf(output);
    if (!found)
        throw new Failure(
            `${output} has no ending that says what it is: .html, .md, .docx, .xlsx, .csv, .json or .oscal.json.`,
        );
    return found;
}

async function requestFor(
    loaded: LoadedModel,
    io: Io,
    today: string,
    revision: string | undefined,
    drawn: boolean,
    pixels: boolean,
    gaveUp: (reason: string) => void,
): Promise<ReportRequest> {
    const { analysis } = loaded;
    const folder = path.dirname(fileURLToPath(analysis.root));
    const disk = filesOf(loaded);
    const files = disk.map(({ bytes }, index) => ({
        path: printedName(analysis.model.files[index] ?? '', folder),
        bytes,
    }));
    const named = revision ?? (await revisionOf(folder, disk));
    const engine = drawn ? elkEngine() : null;
    const drawings =
        engine === null
            ? []
            : await drawingsOf(analysis, engine, today, named, pixels, gaveUp).finally(() => engine.close());
    return {
        analysis,
        settings: loaded.settings,
        today,
        files,
        revision: named,
        drawings,
        plan: await roadmapFor(analysis),
        where: placer(loaded, folder, io),
    };
}

const command: Command = {
    name: 'report',
    summary: 'the cyber security requirements specification, to read and sign',
    usage,
    async run(args, io) {
        const { values, words } = readOptions(args, {
            output: 'string',
            force: 'flag',
            format: 'string',
            table: 'string',
            template: 'string',
            revision: 'string',
            party: 'string',
            'no-drawings': 'flag',
            today: 'string',
            help: 'flag',
        });
        const format = chosenFormat(values.output, values.format);
        if (values.output === undefined && (format === 'xlsx' || format === 'docx'))
            throw new Failure(`A report in ${format} needs a file: -o FILE.${format}.`);
        if (values.template !== undefined && format !== 'html')
            throw new Failure('--template is for HTML: give -o FILE.html.');
        const full = (file: string): string => path.resolve(io.cwd, file);
        if (
            values.template !== undefined &&
            values.output !== undefined &&
            full(values.template) === full(values.output)
        )
            throw new Failure(`${values.output} is the template: choose another name for the report.`);
        if (values.table !== undefined && format !== 'csv') throw new Failure('--table is for CSV: give -o FILE.csv.');
        const template = values.template === undefined ? null : readText(full(values.template));
        if (template === undefined) throw new Failure(`There is no file ${values.template}.`);
        if (template !== null && typeof template !== 'string')
            throw new Failure(`${values.template} cannot be read: ${template.unreadable}`);
        const today = dayOption('today', values.today, io.today);
        const loaded = await loadOneModel(words, io, { today });
        const drawn =
            !values['no-drawings'] && values.party === undefined && ['html', 'md', 'json', 'docx'].includes(format);
        const grids: string[] = [];
        const request = await requestFor(loaded, io, today, values.revision, drawn, format === 'docx', reason =>
            grids.push(reason),
        );
        let content: string | Uint8Array;
        try {
            content =
                values.party === undefined
                    ? await renderReport(reportData(request), format, {
                          table: values.table ?? 'requirements',
                          template,
                          notUnderstood: loaded.analysis.problems.length,
                          pixels: pixelsOf,
                      })
                    : await renderParty(request, values.party, format);
        } catch (error) {
            if (error instanceof ReportError) throw new Failure(error.message);
            throw error;
        }
        if (values.output !== undefined) {
            if (template !== null) assertFilled(values.output, template, io, values.force);
            writeOutput(values.output, content, io, values.force);
        } else io.out(content as string);
        const problems = loaded.analysis.problems.length;
        for (const reason of grids) io.err(`iacs: ${reason} The picture is a plain grid.\n`);
        if (problems === 0) return grids.length === 0 ? exit.fine : exit.failed;
        io.err(
            `iacs: ${problems} place${problems === 1 ? '' : 's'} of the model could not be understood and ` +
                `${problems === 1 ? 'is' : 'are'} missing in the report: run iacs check.\n`,
        );
        return exit.failed;
    },
};

export default command;
