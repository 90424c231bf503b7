import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { colourings, counted, judged } from 'iacs-language';
import type { BinderChanges, BinderPage } from 'iacs-language/diagram';
import { binderOf } from 'iacs-language/diagram';
import { elkEngine } from 'iacs-language/node';
import { compare } from '../compare.ts';
import { namedSide } from '../compare/named-sides.ts';
import { placesIn } from '../compare/places-in.ts';
import { placesFileOf, sheetPlaces } from '../diagram/places.ts';
import { paperOption, printOption } from '../diagram/sheets.ts';
import { fieldOptions, fieldsOf } from '../diagram/title-fields.ts';
import { viewOf } from '../diagram/view.ts';
import { Repository } from '../git.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { reportProblems } from '../problems.ts';
import { filesOf } from '../report/model-files.ts';
import { revisionOf, taggedRevisions } from '../report/revision.ts';
import { diskSide } from '../sides.ts';

const usage = `Usage: iacs binder [path] -o FILE.pdf

Makes the drawing set of one model as a PDF: cover, overview, a sheet for each area and zone,
registers.

  -o, --output FILE    the PDF
  --force              overwrites a FILE that iacs did not write
  --sheet PAPER        a3, a4, 16:9 (default a3)
  --min-text POINTS    the smallest print (default 6)
  --view NAME          one view of the model
  --colour WHAT        ${colourings.join(', ')} (default target)
  --since BASE         marks what has changed since a git revision, or an earlier file or folder,
                       and lists it
  --like FILE          the overview keeps the positions of this earlier diagram (.svg, .json,
                       .drawio, .places); without it those saved next to the model
  --fresh              ignores saved positions
  --number TEXT        the drawing number, for the title block; so are --drawn, --checked,
                       --approved, --classification, --status, --revision and --date
  --as-found           lines show what was seen and what is permitted; the status is "as found"
  --font FILE          a font for a script that the bundled font lacks; repeatable
  --today DATE         evaluates due and expiry dates as of DATE; --at is the same (default: today,
                       UTC)`;

/** Elements of the language that stand on a sheet, or on a line of one. */
const drawn = new Set(['zone', 'conduit', 'asset']);

/** What has changed since an earlier state of the model. */
async function changesSince(base: string, loaded: LoadedModel, io: Io, today: string): Promise<BinderChanges> {
    const [file] = placesIn(await Repository.around(io.cwd), [fileURLToPath(loaded.analysis.root)]) as [string];
    const before = await namedSide(base, [file], io);
    const diffs = await compare(before, diskSide(loaded.file, [file]), { cwd: io.cwd, today, whole: true });
    const { lookup, model } = loaded.analysis;
    const rows: BinderChanges['rows'][number][] = [];
    const ids = new Set<string>();
    for (const { changes } of diffs) {
        for (const { kind, element, id, before: old, what, file: name, line } of changes) {
            const said = what === '' && old !== null && old !== id ? `was ${old}` : what;
            rows.push({ id, cells: [id, element, kind, said, `${name}:${line}`] });
            if (kind === 'removed') continue;
            if (drawn.has(element)) ids.add(id);
            const flow = element === 'flow' ? model.flows.find(each => each.id === id) : undefined;
            if (flow?.container != null && (lookup.conduit(flow.container) ?? lookup.zone(flow.container)))
                ids.add(flow.container);
        }
    }
    return { since: base, rows, ids };
}

const pdfPage = ({ svg, width, height, number, title, part }: BinderPage) => ({
    number,
    svg,
    width,
    height,
    bookmark: `${number}  ${title}`,
    under: part,
});

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        force: 'flag',
        sheet: 'string',
        'min-text': 'string',
        view: 'string',
        colour: 'string',
        since: 'string',
        'as-found': 'flag',
        like: 'string',
        fresh: 'flag',
        font: 'list',
        date: 'string',
        revision: 'string',
        today: 'string',
        ...fieldOptions,
    });
    const { output } = values;
    if (output === undefined) throw new Failure('Name the PDF: iacs binder -o FILE.pdf.');
    if (path.extname(output).toLowerCase() !== '.pdf') throw new Failure(`A binder is a PDF, and ${output} is not.`);
    const paper = paperOption(values.sheet) ?? 'a3';
    const least = printOption(values['min-text']);
    const today = dayOption('today', values.today, io.today);
    if (values.like !== undefined && values.fresh)
        throw new Failure('--like keeps places and --fresh gives new ones: leave one of them out.');
    const engine = elkEngine();
    try {
        const loaded = await loadOneModel(words, io, { today, withoutRules: true });
        const { model, whole, lookup, assessment, root } = loaded.analysis;
        const { findings } = judged(loaded.analysis, { today, settings: loaded.settings });
        const onDisk = words.includes('-') ? null : path.dirname(fileURLToPath(root));
        const commit = onDisk === null ? null : await revisionOf(onDisk, filesOf(loaded));
        const tagged = onDisk === null ? null : await taggedRevisions(onDisk, filesOf(loaded));
        if (tagged?.shallow) io.err('iacs: the clone is shallow: the revision table has only the tags that it has.\n');
        const view = viewOf(loaded, values.view);
        const saved = onDisk === null ? null : placesFileOf(root, view?.id ?? null);
        const asFound = values['as-found'];
        const fields = fieldsOf(
            { ...values, date: values.date ?? today, status: values.status ?? (asFound ? 'as found' : undefined) },
            commit,
        );
        const binder = await binderOf(
            { model, whole, lookup, assessment, findings },
            {
                view,
                colour: values.colour === undefined ? null : oneOf('colour', values.colour, colourings),
                asFound,
            },
            engine,
            {
                paper,
                least,
                fields,
                changes: values.since === undefined ? null : await changesSince(values.since, loaded, io, today),
                earlier: tagged?.revisions ?? [],
                places: sheetPlaces(values.like, values.fresh, saved, view?.detail ?? null, io),
            },
        );
        for (const problem of [...binder.remarks, ...binder.problems]) io.err(`iacs: ${problem}\n`);
        const { toPdf } = await import('../pdf/to-pdf.ts');
        const title = `${model.system?.title ?? model.system?.name ?? 'Zones and conduits'}: drawing set`;
        const { bytes, uncovered } = await toPdf(binder.pages.map(pdfPage), {
            title,
            author: model.system?.owner ?? null,
            subject: 'Zones and conduits (IEC 62443)',
            day: today,
            fonts: values.font,
        });
        if (uncovered > 0)
            io.err(
                `iacs: ${counted(uncovered, 'text has', 'texts have')} letters that no font has, and ` +
                    'show as boxes: add a font with --font FILE.\n',
            );
        writeOutput(output, bytes, io, values.force);
        io.err(`iacs: ${output}: ${counted(binder.pages.length, 'sheet')}\n`);
        const short = binder.problems.length > 0 || uncovered > 0;
        return reportProblems({ models: [loaded], unread: [] }, io) || short ? exit.failed : exit.fine;
    } finally {
        await engine.close();
    }
}

const command: Command = {
    name: 'binder',
    summary: 'makes the drawing set of a model as a PDF: sheets, registers, changes',
    usage,
    run,
};
export default command;
