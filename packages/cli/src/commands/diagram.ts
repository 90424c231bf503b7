import { writeFileSync } from 'node:fs';
import { colourings, counted, details, type Finding, judged } from 'iacs-language';
import type { DiagramGraph, DiagramOptions, Positioned } from 'iacs-language/diagram';
import {
    atPlaces,
    conduitSigns,
    layout,
    layoutGraph,
    mermaidExcess,
    place,
    toGraph,
    toMermaid,
} from 'iacs-language/diagram';
import { elkEngine } from 'iacs-language/node';
import { fieldOptions, fieldsOf } from '../diagram/title-fields.ts';
import { lettersFor, reportLetters, type Letters } from '../diagram/lettering.ts';
import { paperOption, printOption, refuseWithoutSheet, writeSheets } from '../diagram/sheets.ts';
import { keepPlaces, keptPlaces, placesFileOf, placesLike, sheetPlaces } from '../diagram/places.ts';
import { viewOf } from '../diagram/view.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { Progress } from '../progress.ts';
import { reportProblems } from '../problems.ts';
import { watch } from '../watch.ts';
import { contentOf, formatOf, formats, themes } from '../diagram/formats.ts';
import { statOf } from '../stat-of.ts';

const usage = `Usage: iacs diagram [path]

Draws the zones and conduits of one model.

  -o, --output FILE    ${formats.map(format => `.${format}`).join(', ')} by its ending; without it, to
                       standard output
  --force              overwrites a FILE that iacs did not write
  --format FORMAT      ${formats.join(', ')} (default: the ending of FILE, else svg)
  --view NAME          one view of the model
  --theme THEME        ${themes.join(', ')} (default light)
  --colour WHAT        ${colourings.join(', ')} (default target)
  --detail DETAIL      ${[...details].reverse().join(', ')} (default assets)
  --direction HOW      down, right (default down)
  --conduits HOW       cards, or tags: names alone, of which a sheet has a register (default cards;
                       with --sheet what can be read)
  --sheet PAPER        a4, a3, 16:9: fits it on one sheet, or on an overview and sheets of detail,
                       FILE-1, FILE-2 …
  --min-text POINTS    the smallest print on a sheet (default 6)
  --like FILE          keeps the positions of this earlier diagram (.svg, .json, .drawio, .places)
  --remember           saves the positions next to the model, where later diagrams find them
  --fresh              ignores saved positions and computes a new layout
  --watch              draws again whenever a file changes; with -o
  --as-found           lines say what was seen and what is permitted, beside what is declared
  --requirement ID     colours the zones by the state of one requirement
  --font FILE          for png: a font for a script that the bundled font lacks; repeatable
  --date TEXT          for the title block
  --revision TEXT      for the title block
  --number TEXT        the drawing number, for the title block of a sheet; so are --drawn,
                       --checked, --approved, --classification and --status
  --today DATE         evaluates due and expiry dates as of DATE; --at is the same (default: today,
                       UTC)
  --deadline SECONDS   stops the layout after this time and draws a plain grid

A plain grid instead of a layout exits with 2.`;

/** What the command line says of the picture; `null` where it says nothing. */
function optionsOf(
    values: Partial<Record<string, string | boolean | readonly string[]>>,
    loaded: LoadedModel,
): DiagramOptions {
    const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
    const chosen = <T extends string>(name: string, from: readonly T[]): T | null =>
        text(name) === undefined ? null : oneOf(name, text(name), from);
    return {
        view: viewOf(loaded, text('view')),
        colour: chosen('colour', colourings),
        detail: chosen('detail', details),
        direction: chosen('direction', ['down', 'right'] as const),
        requirement: text('requirement') ?? null,
        asFound: values['as-found'] === true,
        conduits: chosen('conduits', conduitSigns) ?? 'cards',
        date: text('date') ?? null,
        revision: text('revision') ?? null,
    };
}

/** Says on a terminal that ELK is still at it. */
async function watched<T>(work: Promise<T>, graph: DiagramGraph, io: Io): Promise<T> {
    if (!io.progress) return work;
    const progress = new Progress(io);
    const start = performance.now();
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - start) / 1000);
        progress.step(`Laying out ${counted(graph.conduits.length, 'conduit')} between zones: ${seconds} s`);
    }, 500);
    try {
        return await work;
    } finally {
        clearInterval(timer);
        progress.end();
    }
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        force: 'flag',
        format: 'string',
        view: 'string',
        theme: 'string',
        colour: 'string',
        detail: 'string',
        direction: 'string',
        requirement: 'string',
        'as-found': 'flag',
        date: 'string',
        revision: 'string',
        today: 'string',
        deadline: 'string',
        font: 'list',
        like: 'string',
        remember: 'flag',
        fresh: 'flag',
        watch: 'flag',
        conduits: 'string',
        sheet: 'string',
        'min-text': 'string',
        ...fieldOptions,
    });
    if (values.watch && values.output === undefined)
        throw new Failure('--watch draws again and again: name a file with -o.');
    if (values.watch)
        return watch(words, io, each =>
            run(
                args.filter(word => word !== '--watch'),
                each,
            ),
        );
    const format = formatOf(values.output, values.format);
    const theme = oneOf('theme', values.theme, themes);
    const paper = paperOption(values.sheet);
    const least = printOption(values['min-text']);
    const conduits = values.conduits === undefined ? null : oneOf('conduits', values.conduits, conduitSigns);
    refuseWithoutSheet(values, paper);
    if (conduits === 'tags' && (format === 'json' || format === 'mmd'))
        throw new Failure(`--conduits tags is for pictures: ${format} has every conduit with all its facts.`);
    const deadline = values.deadline === undefined ? null : Number(values.deadline) * 1000;
    if (deadline !== null && !(deadline > 0))
        throw new Failure(`--deadline expects a number of seconds, not "${values.deadline}".`);
    const unread = values.font.find(file => !statOf(file)?.isFile());
    if (unread !== undefined) throw new Failure(`${unread} is not a file: --font expects a TrueType or OpenType font.`);
    if (values.like !== undefined && values.fresh)
        throw new Failure('--like keeps places and --fresh gives new ones: leave one of them out.');
    if (values.font.length > 0 && format !== 'png')
        throw new Failure('--font is for PNG: other formats take the fonts of the machine that shows them.');
    if ((format === 'png' || format === 'vsdx') && values.output === undefined && io.colours)
        throw new Failure(`A ${format.toUpperCase()} is not text: name a file with -o.`);
    // The thread takes longer to start than a text takes to parse.
    const engine = format === 'mmd' ? null : elkEngine({ warmUp: false });
    try {
        const today = dayOption('today', values.today, io.today);
        const loaded = await loadOneModel(words, io, { today, withoutRules: true });
        const { model, whole, lookup, assessment } = loaded.analysis;
        const options = optionsOf(values, loaded);
        const placesFile = words.includes('-') ? null : placesFileOf(loaded.analysis.root, options.view?.id ?? null);
        if (paper !== null && engine !== null) {
            const { findings } = judged(loaded.analysis, { today, settings: loaded.settings });
            const tooSmall = await writeSheets(
                { model, whole, lookup, assessment, findings },
                options,
                engine,
                {
                    paper,
                    least,
                    conduits,
                    places: sheetPlaces(values.like, values.fresh, placesFile, options.detail ?? null, io),
                },
                {
                    format,
                    theme,
                    fonts: values.font,
                    output: values.output ?? null,
                    force: values.force,
                    fields: fieldsOf(values),
                },
                io,
            );
            return reportProblems({ models: [loaded], unread: [] }, io) || tooSmall ? exit.failed : exit.fine;
        }
        let letters: Letters | null = null;
        const graphWith = (findings: readonly Finding[]): DiagramGraph => {
            const graph = toGraph({ model, whole, lookup, assessment, findings }, options);
            if (format !== 'png') return graph;
            letters ??= lettersFor(graph, values.font, [], io);
            return letters.lettering.graph(graph);
        };
        // Badges take no part in the layout: the rules are asked while the other thread is at it.
        const bare = graphWith([]);
        if (options.asFound && !bare.asFound)
            throw new Failure(
                `${loaded.file} has no ruleset and no observation: import them first (iacs import rules, iacs import ` +
                    'traffic), or leave --as-found out.',
            );
        const like =
            values.fresh || engine === null
                ? null
                : values.like === undefined
                  ? keptPlaces(placesFile, bare, io)
                  : placesLike(values.like, io, options.view?.id ?? null);
        const placing = engine === null ? null : place(bare, engine, { deadline, like });
        const { findings } = judged(loaded.analysis, { today, settings: loaded.settings });
        const graph = graphWith(findings);
        if (letters !== null) reportLetters(letters, io);
        const fonts = (letters as Letters | null)?.fonts ?? values.font;
        /** The views of the model, which are pages of a drawing for diagrams.net. */
        const viewPages = async (): Promise<Positioned[]> => {
            const pages: Positioned[] = [];
            if (format !== 'drawio' || options.view || engine === null) return pages;
            for (const view of model.views) {
                const asked = toGraph({ model, whole, lookup, assessment, findings }, { ...options, view });
                const beside = words.includes('-') ? null : placesFileOf(loaded.analysis.root, view.id);
                const memory = values.fresh
                    ? null
                    : values.like?.endsWith('.drawio')
                      ? placesLike(values.like, io, view.id)
                      : keptPlaces(beside, asked, io);
                pages.push(await layout(asked, engine, { deadline, like: memory }));
            }
            return pages;
        };
        const wanted = io.env['IACS_ELK_GRAPH'];
        if (wanted) writeFileSync(wanted, JSON.stringify(layoutGraph(graph)));
        const positioned = placing === null ? null : await watched(atPlaces(graph, placing), graph, io);
        const content =
            positioned === null || format === 'mmd'
                ? toMermaid(graph)
                : await contentOf(format, positioned, await viewPages(), theme, fonts);
        if (like && positioned?.engine === 'elk')
            io.err('iacs: The saved positions fit too little of this diagram: a new layout is computed.\n');
        const gaveUp = positioned?.reason ?? null;
        if (gaveUp !== null)
            io.err(`iacs: ${gaveUp} The picture is a plain grid; a view of fewer zones gives a better one.\n`);
        const excess = format === 'mmd' ? mermaidExcess(content as string) : null;
        if (excess !== null) io.err(`iacs: ${excess} Take a view of fewer zones, or --detail zones.\n`);
        if (values.output === undefined) {
            io.out(content);
        } else {
            writeOutput(values.output, content, io, values.force);
            if (io.progress) io.err(`${values.output}\n`);
        }
        if (values.remember && positioned !== null && gaveUp === null)
            keepPlaces(placesFile, positioned, like, io, values.force);
        return reportProblems({ models: [loaded], unread: [] }, io) || gaveUp !== null ? exit.failed : exit.fine;
    } finally {
        await engine?.close();
    }
}

const command: Command = {
    name: 'diagram',
    summary: 'draws zones and conduits as .svg, .png, .mmd, .drawio, .vsdx or .json',
    usage,
    run,
};
export default command;
