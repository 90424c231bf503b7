import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { colourings, details, nearest } from 'iacs-language';
import type { DiagramGraph, Positioned } from 'iacs-language/diagram';
import { defaultDeadline, inBundledFont, layout, layoutGraph, mermaidExcess, toDrawio, toGraph, toJson, toMermaid, toSvg } from 'iacs-language/diagram';
import { elkEngine } from 'iacs-language/node';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { reportProblems } from '../problems.ts';

const formats = ['svg', 'png', 'mmd', 'drawio', 'json'] as const;
type Format = (typeof formats)[number];
const themes = ['light', 'dark', 'contrast'] as const;

const usage = `Usage: iacs diagram [path]

Draws the zones and conduits of one model.

  -o, --output FILE    ${formats.map(format => `.${format}`).join(', ')} by its ending; without it, to standard output
  --format FORMAT      ${formats.join(', ')} (default: the ending of FILE, else svg)
  --view NAME          one view of the model
  --theme THEME        ${themes.join(', ')} (default light)
  --colour WHAT        ${colourings.join(', ')} (default target)
  --detail DETAIL      ${[...details].reverse().join(', ')} (default assets)
  --direction WAY      down, right (default down)
  --requirement ID     colours the zones by the state of one requirement
  --font FILE          for png: a font with a script that the bundled one lacks; may be given several times
  --date TEXT          for the title block
  --revision TEXT      for the title block
  --today DATE         judges due dates and expiries on this day
  --deadline SECONDS   gives up the layout after so long and draws a plain grid (default ${defaultDeadline / 1000})`;

function formatOf(file: string | undefined, given: string | undefined): Format {
    if (given !== undefined) return oneOf('format', given, formats);
    if (file === undefined) return 'svg';
    const ending = path.extname(file).slice(1).toLowerCase();
    const format = formats.find(candidate => candidate === ending);
    if (!format) throw new Failure(`${file} has none of the endings ${formats.map(each => `.${each}`).join(', ')}: give one, or --format.`);
    return format;
}

function viewOf(loaded: LoadedModel, name: string | undefined) {
    if (name === undefined) return null;
    const { views } = loaded.analysis.model;
    const view = views.find(candidate => candidate.id === name);
    if (view) return view;
    const near = nearest(name, views.map(candidate => candidate.id));
    throw new Failure(`There is no view ${name} in ${loaded.file}.${near ? ` Did you mean ${near}?` : views.length > 0 ? ` There are ${views.map(({ id }) => id).join(', ')}.` : ''}`);
}

async function contentOf(format: Format, graph: DiagramGraph, theme: (typeof themes)[number], fonts: readonly string[], positioned: () => Promise<Positioned>): Promise<string | Uint8Array> {
    switch (format) {
        case 'mmd': return toMermaid(graph);
        case 'svg': return toSvg(await positioned(), theme);
        case 'drawio': return toDrawio(await positioned());
        case 'json': return `${JSON.stringify(toJson(await positioned()), null, 2)}\n`;
        case 'png': {
            const { toPng } = await import('iacs-language/node');
            return toPng(toSvg(await positioned(), theme), { moreFonts: fonts });
        }
    }
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string', format: 'string', view: 'string', theme: 'string', colour: 'string', detail: 'string', direction: 'string',
        requirement: 'string', date: 'string', revision: 'string', today: 'string', deadline: 'string', font: 'list',
    });
    const format = formatOf(values.output, values.format);
    const theme = oneOf('theme', values.theme, themes);
    const deadline = values.deadline === undefined ? defaultDeadline : Number(values.deadline) * 1000;
    if (!(deadline > 0)) throw new Failure(`--deadline wants a number of seconds, not "${values.deadline}".`);
    const unread = values.font.find(file => !existsSync(file));
    if (unread !== undefined) throw new Failure(`${unread} is no file: --font wants a TrueType or OpenType font.`);
    if (values.font.length > 0 && format !== 'png') throw new Failure('--font is for PNG: other formats take the fonts of the machine that shows them.');
    if (format === 'png' && values.output === undefined && io.colours) throw new Failure('A PNG is no text: name a file with -o.');
    // The thread takes longer to start than a text takes to parse.
    const engine = format === 'mmd' ? null : elkEngine();
    try {
        const loaded = await loadOneModel(words, io, { today: dayOption('today', values.today, io.today) });
        const { model, lookup, assessment, findings } = loaded.analysis;
        const asked = toGraph({ model, lookup, assessment, findings }, {
            view: viewOf(loaded, values.view),
            colour: values.colour === undefined ? null : oneOf('colour', values.colour, colourings),
            detail: values.detail === undefined ? null : oneOf('detail', values.detail, details),
            direction: values.direction === undefined ? null : oneOf('direction', values.direction, ['down', 'right'] as const),
            requirement: values.requirement ?? null,
            date: values.date ?? null,
            revision: values.revision ?? null,
        });
        const graph = format === 'png' && values.font.length === 0 ? inBundledFont(asked) : asked;
        if (graph !== asked) io.err('iacs: some titles are in a script that the bundled font lacks and are shown by their names: add a font with --font FILE, or draw an SVG.\n');
        const wanted = io.env['IACS_ELK_GRAPH'];
        if (wanted) writeFileSync(wanted, JSON.stringify(layoutGraph(graph)));
        const content = await contentOf(format, graph, theme, values.font, () => layout(graph, engine, deadline));
        const excess = format === 'mmd' ? mermaidExcess(content as string) : null;
        if (excess !== null) io.err(`iacs: ${excess} Take a view of fewer zones, or --detail zones.\n`);
        if (values.output === undefined) {
            if (typeof content === 'string') io.out(content);
            else process.stdout.write(content);
        } else {
            writeOutput(values.output, content, io);
            if (io.progress) io.err(`${values.output}\n`);
        }
        return reportProblems([loaded], io) ? exit.failed : exit.fine;
    } finally {
        await engine?.close();
    }
}

const command: Command = { name: 'diagram', summary: 'draws zones and conduits as .svg, .png, .mmd, .drawio or .json', usage, run };
export default command;
