import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileUri } from 'iacs-language';
import type { DiagramGraph, Memory, PlacesFile, Positioned } from 'iacs-language/diagram';
import { placesOfJson, placesOfSvg, placesText, readPlaces, remember } from 'iacs-language/diagram';
import { readText } from 'iacs-language/read-text';
import type { Io } from '../io.ts';
import { Failure } from '../io.ts';
import { writeOutput } from '../output.ts';
import { placesOfDrawio } from './read-drawio.ts';

/**
 * The file of places of a view, beside the root of the model: `main.places` for the whole picture,
 * `main.Overview.places` for a view.
 */
export function placesFileOf(root: string, view: string | null): string {
    const file = fileURLToPath(root);
    return path.join(path.dirname(file), `${path.basename(file, '.iacs')}${view === null ? '' : `.${view}`}.places`);
}

function textOf(file: string, io: Io): string {
    const full = path.resolve(io.cwd, file);
    io.reading?.(fileUri(full));
    const text = readText(full);
    if (typeof text === 'string') return text;
    throw new Failure(`${file} cannot be read${text ? `: ${text.unreadable}` : '.'}`);
}

function readPlacesFile(file: string, io: Io): PlacesFile {
    const { problems, ...places } = readPlaces(textOf(file, io));
    const shown = path.relative(io.cwd, path.resolve(io.cwd, file)).split(path.sep).join('/');
    for (const { line, message } of problems.slice(0, 5)) io.err(`iacs: ${shown}:${line}:1 ${message}\n`);
    if (problems.length > 5)
        io.err(`iacs: and ${problems.length - 5} more lines of ${shown} that are not understood\n`);
    return places;
}

/**
 * The places of an earlier picture that somebody names.
 * @param view the id of the view whose page it is, in a file with several
 * @throws {@link Failure} for a file that holds none
 */
export function placesLike(file: string, io: Io, view: string | null = null): Memory {
    const ending = path.extname(file).toLowerCase();
    if (ending === '.places') return readPlacesFile(file, io).memory;
    const fromPage = (text: string): Memory | null => placesOfDrawio(text, view === null ? 'zones' : `view ${view}`);
    const readers: Readonly<Record<string, (text: string) => Memory | null>> = {
        '.svg': placesOfSvg,
        '.json': placesOfJson,
        '.drawio': fromPage,
        '.xml': fromPage,
    };
    const read = readers[ending];
    if (!read)
        throw new Failure(
            `--like expects a diagram of ours that ends with .svg, .json, .drawio or .places, and ${file} does not.`,
        );
    const memory = read(textOf(file, io));
    if (!memory) throw new Failure(`${file} is not a diagram that iacs has drawn: it has no places of zones.`);
    return memory;
}

/**
 * The places that are kept beside a model for a picture; `null` where there are none, or they are for another kind of
 * picture.
 */
export function keptPlaces(file: string | null, { direction, detail }: DiagramGraph, io: Io): Memory | null {
    if (file === null) return null;
    io.reading?.(fileUri(file));
    if (!existsSync(file)) return null;
    const places = readPlacesFile(file, io);
    return places.memory.direction === direction && places.detail === detail ? places.memory : null;
}

/**
 * The places for a picture on sheets: those of a picture that is named, else those beside the model.
 * @param detail of the picture that is asked for; a named picture does not say which it has
 */
export function sheetPlaces(
    like: string | undefined,
    fresh: boolean,
    file: string | null,
    detail: PlacesFile['detail'] | null,
    io: Io,
): PlacesFile | null {
    if (fresh) return null;
    if (like !== undefined && !like.endsWith('.places'))
        return { memory: placesLike(like, io), detail: detail ?? 'assets' };
    const named = like ?? file;
    return named === null || (like === undefined && !existsSync(named)) ? null : readPlacesFile(named, io);
}

/** How far something has to go to be counted as moved, in pixels. */
const moved = 1;

/** So many moved zones are named. */
const mostNamed = 3;

/** What has become of the zones of an earlier picture, in words: `29 kept, 1 added, 1 moved (Dmz), 0 gone`. */
export function placesChange(before: Memory | null, after: Memory): string {
    const zones = (memory: Memory): Map<string, { x: number; y: number }> =>
        new Map([...memory.boxes].filter(([key]) => key.startsWith('zone:')));
    const [old, now] = [before ? zones(before) : new Map<string, { x: number; y: number }>(), zones(after)];
    let [kept, added, gone] = [0, 0, 0];
    const shifted: string[] = [];
    for (const [key, { x, y }] of now) {
        const was = old.get(key);
        if (!was) added++;
        else if (Math.hypot(x - was.x, y - was.y) <= moved) kept++;
        else shifted.push(key.slice('zone:'.length));
    }
    for (const key of old.keys()) if (!now.has(key)) gone++;
    const names = shifted.length > 0 && shifted.length <= mostNamed ? ` (${shifted.join(', ')})` : '';
    return `${kept} kept, ${added} added, ${shifted.length} moved${names}, ${gone} gone`;
}

/**
 * Writes the places of a picture beside its model, and reports what has changed in them.
 * @param force replaces a file that was not written here
 */
export function keepPlaces(
    file: string | null,
    positioned: Positioned,
    before: Memory | null,
    io: Io,
    force: boolean,
): void {
    if (file === null) throw new Failure('--remember writes next to the model: name its file.');
    const memory = remember(positioned);
    const shown = path.relative(io.cwd, file);
    writeOutput(shown, placesText({ memory, detail: positioned.graph.detail }), io, force);
    io.err(`iacs: ${shown.split(path.sep).join('/')}: zones: ${placesChange(before, memory)}\n`);
}
