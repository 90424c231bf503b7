import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis, AnalysisOptions, Settings, Understood } from 'iacs-language';
import { isRoot, judge, mayBeRoot, understand } from 'iacs-language';
import { settingsFor } from './config.ts';
import { Disk, modelFiles, printedName } from './files.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { Progress } from './progress.ts';

/** One analysed model of those that a command line names. */
export interface LoadedModel {
    readonly analysis: Analysis;
    /** The root file as it is printed. */
    readonly file: string;
    readonly settings: Settings;
    readonly disk: Disk;
}

export interface LoadOptions {
    readonly today: string;
    readonly withoutRules?: boolean;
    /** Changes the settings of each model, as options of a command line do. */
    readonly adjust?: (settings: Settings) => Settings;
    /** Of the roots found, only those at positions `index`, `index + count`, … counted from 0. */
    readonly shard?: { readonly index: number; readonly count: number };
    /** A folder outside of which nothing is read. */
    readonly within?: string;
    readonly profile?: Pick<AnalysisOptions, 'clock' | 'spent'>;
}

interface Root {
    readonly uri: string;
    readonly settings: Settings;
}

/**
 * The models that paths name: a root file, or a folder, which means every root below it. `-` reads a root from standard input.
 * Each model is analysed when it is asked for, so that a large folder does not lie in memory at once.
 * @throws {@link Failure} for what is missing or cannot be read, and where there is no system
 */
export async function* loadModels(paths: readonly string[], io: Io, options: LoadOptions): AsyncGenerator<LoadedModel> {
    const progress = new Progress(io);
    try {
        yield* analysed(paths, io, options, progress);
    } finally {
        progress.end();
    }
}

async function* analysed(paths: readonly string[], io: Io, options: LoadOptions, progress: Progress): AsyncGenerator<LoadedModel> {
    const disk = new Disk(options.within ?? null, uri => progress.step(`Reading ${printedName(uri, io.cwd)}`));
    const adjust = options.adjust ?? ((settings: Settings) => settings);
    const roots = new Map<string, Settings>();
    for (const given of paths.length > 0 ? paths : ['.']) {
        for (const root of given === '-' ? [await fromStdin(disk, io)] : await rootsAt(given, disk, io)) {
            if (!roots.has(root.uri)) roots.set(root.uri, root.settings);
        }
    }
    let position = 0;
    for (const [uri, found] of roots) {
        const { shard } = options;
        position++;
        if (shard && (position - 1) % shard.count !== shard.index) continue;
        const settings = adjust(found);
        progress.step(`Model ${position} of ${roots.size}: ${printedName(uri, io.cwd)}`);
        const understood = understoodFrom(disk, uri);
        // Trees are as large as the model; what is left to do needs none.
        if (position === roots.size) disk.forgetTrees();
        const analysis = judge(understood, {
            today: options.today, settings, ...options.profile, ...(options.withoutRules ? { withoutRules: true } : {}),
        });
        progress.end();
        yield { analysis, file: printedName(uri, io.cwd), settings, disk };
    }
}

function understoodFrom(disk: Disk, uri: string): Understood {
    const parsed = disk.parse(uri);
    if (parsed === undefined || 'unreadable' in parsed) throw new Failure(`${uri} is there no more.`);
    return understand(parsed, disk);
}

/** The one model that paths name. */
export async function loadOneModel(paths: readonly string[], io: Io, options: LoadOptions): Promise<LoadedModel> {
    const models: LoadedModel[] = [];
    for await (const model of loadModels(paths, io, options)) models.push(model);
    const [first, second] = models;
    if (!first) throw new Failure('No model is left to look at.');
    if (second) throw new Failure(`There are several models here (${models.map(model => model.file).join(', ')}): name one of them.`);
    return first;
}

async function fromStdin(disk: Disk, io: Io): Promise<Root> {
    const uri = pathToFileURL(path.join(io.cwd, 'stdin.iacs')).href;
    disk.add(uri, await io.stdin());
    return { uri, settings: settingsFor(io.cwd).settings };
}

async function rootsAt(given: string, disk: Disk, io: Io): Promise<Root[]> {
    const full = path.resolve(io.cwd, given);
    let isFolder: boolean;
    try {
        isFolder = statSync(full).isDirectory();
    } catch {
        throw new Failure(`There is no file or folder ${given}.`);
    }
    if (!isFolder) {
        const { href } = pathToFileURL(full);
        const parsed = disk.parse(href);
        if (parsed === undefined) throw new Failure(`There is no file ${given}.`);
        if ('unreadable' in parsed) throw new Failure(`${given} cannot be read: ${parsed.unreadable}`);
        return [{ uri: href, settings: settingsFor(path.dirname(full)).settings }];
    }
    const { settings, file } = settingsFor(full);
    const excludes = settings.exclude.length === 0 ? [] : await matchers(settings.exclude);
    const base = file === null ? '' : path.relative(path.dirname(file), full).split(path.sep).join('/');
    const files = modelFiles(full, relative => excludes.some(matches => matches(base === '' ? relative : `${base}/${relative}`)));
    const roots = files.flatMap(each => rootAt(each, disk, io));
    if (roots.length === 0) throw new Failure(`There is no model in ${given}: no .iacs file there has a system.`);
    return roots.map(uri => ({ uri, settings: settingsFor(path.dirname(fileURLToPath(uri))).settings }));
}

/** Turns the `exclude` patterns of the settings into questions about a path, relative to the settings file. */
export async function matchers(patterns: readonly string[]): Promise<((relative: string) => boolean)[]> {
    const { matchesGlob } = path.posix;
    return patterns.map(pattern => relative => matchesGlob(relative, pattern) || matchesGlob(relative, `${pattern}/**`));
}

function rootAt(file: string, disk: Disk, io: Io): string[] {
    const uri = pathToFileURL(file).href;
    if (disk.isOutside(uri)) {
        io.err(`iacs: ${printedName(uri, io.cwd)} is passed over: it leads out of the folder that may be read.\n`);
        return [];
    }
    const text = disk.textOf(uri);
    // A file that nobody could look into may have been a model: to pass over it would be to say that all is well.
    if (text !== undefined && typeof text !== 'string') throw new Failure(`${printedName(uri, io.cwd)} cannot be read: ${text.unreadable}`);
    if (typeof text !== 'string' || !mayBeRoot(text)) return [];
    const parsed = disk.parse(uri);
    return parsed !== undefined && !('unreadable' in parsed) && isRoot(parsed) ? [uri] : [];
}
