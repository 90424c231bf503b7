import { statSync } from 'node:fs';
import path from 'node:path';
import type { Analysis, AnalysisOptions, Project, Settings, Understood } from 'iacs-language';
import { fileUri, judge } from 'iacs-language';
import { NodeDisk } from 'iacs-language/disk';
import { modelFilesIn, printedName, projectOnDisk, settingsOf } from './files.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { Progress } from './progress.ts';

/** One analysed model of those that a command line names. */
export interface LoadedModel {
    readonly analysis: Analysis;
    /** The root file as it is printed. */
    readonly file: string;
    readonly settings: Settings;
    readonly project: Project;
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

/**
 * The models that paths name: a root file, or a folder, which means every root below it. `-` reads a root from standard
 * input.
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

async function* analysed(
    paths: readonly string[],
    io: Io,
    options: LoadOptions,
    progress: Progress,
): AsyncGenerator<LoadedModel> {
    const project = projectOnDisk({
        ...(options.within === undefined ? {} : { within: options.within }),
        reading: uri => progress.step(`Reading ${printedName(uri, io.cwd)}`),
    });
    const adjust = options.adjust ?? ((settings: Settings) => settings);
    const roots = new Set<string>();
    for (const given of paths.length > 0 ? paths : ['.']) {
        for (const root of given === '-' ? [await fromStdin(project, io)] : await rootsAt(given, project, io))
            roots.add(root);
    }
    let position = 0;
    for (const uri of roots) {
        const { shard } = options;
        position++;
        if (shard && (position - 1) % shard.count !== shard.index) continue;
        const settings = adjust(settingsOf(project, uri));
        progress.step(`Model ${position} of ${roots.size}: ${printedName(uri, io.cwd)}`);
        const understood = understoodFrom(project, uri);
        // Trees are as large as the model; what is left to do needs none.
        if (position === roots.size) project.texts.forgetTrees();
        const analysis = judge(understood, {
            today: options.today,
            settings,
            ...options.profile,
            ...(options.withoutRules ? { withoutRules: true } : {}),
        });
        progress.end();
        yield { analysis, file: printedName(uri, io.cwd), settings, project };
    }
}

function understoodFrom(project: Project, uri: string): Understood {
    const understood = project.understand(uri);
    if (!understood) throw new Failure(`${uri} is there no more.`);
    return understood;
}

/** The one model that paths name. */
export async function loadOneModel(paths: readonly string[], io: Io, options: LoadOptions): Promise<LoadedModel> {
    const models: LoadedModel[] = [];
    for await (const model of loadModels(paths, io, options)) models.push(model);
    const [first, second] = models;
    if (!first) throw new Failure('No model is left to look at.');
    if (second)
        throw new Failure(
            `There are several models here (${models.map(model => model.file).join(', ')}): name one of them.`,
        );
    return first;
}

async function fromStdin(project: Project, io: Io): Promise<string> {
    const uri = fileUri(path.join(io.cwd, 'stdin.iacs'));
    project.texts.open(uri, await io.stdin(), 0);
    return uri;
}

async function rootsAt(given: string, project: Project, io: Io): Promise<string[]> {
    const full = path.resolve(io.cwd, given);
    let isFolder: boolean;
    try {
        isFolder = statSync(full).isDirectory();
    } catch {
        throw new Failure(`There is no file or folder ${given}.`);
    }
    if (!isFolder) {
        const uri = fileUri(full);
        const content = project.texts.get(uri);
        if (content === undefined) throw new Failure(`There is no file ${given}.`);
        if ('unreadable' in content) throw new Failure(`${given} cannot be read: ${content.unreadable}`);
        return [uri];
    }
    const roots = (await modelFilesIn(project, full, io)).filter(uri => isReadableRoot(uri, project, io));
    if (roots.length === 0) throw new Failure(`There is no model in ${given}: no .iacs file there has a system.`);
    return roots;
}

function isReadableRoot(uri: string, project: Project, io: Io): boolean {
    const { disk } = project.texts;
    if (disk instanceof NodeDisk && disk.isOutside(uri)) {
        io.err(`iacs: ${printedName(uri, io.cwd)} is passed over: it leads out of the folder that may be read.\n`);
        return false;
    }
    const content = project.texts.get(uri);
    // A file that nobody could look into may have been a model: to pass over it would be to say that all is well.
    if (content !== undefined && 'unreadable' in content)
        throw new Failure(`${printedName(uri, io.cwd)} cannot be read: ${content.unreadable}`);
    return project.isRoot(uri);
}
