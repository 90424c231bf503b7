import path from 'node:path';
import type { Analysis, AnalysisOptions, Project, Settings } from 'iacs-language';
import { fileUri, judge, writtenUri } from 'iacs-language';
import { NodeDisk } from 'iacs-language/disk';
import { printedName, projectOnDisk } from './files.ts';
import { afterMany, beforeParsing, betweenModels, collectGarbage } from './heap.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { Progress } from './progress.ts';
import type { Unreads, Unread } from './unread.ts';
import { brokenSettings, refused, unreadAt, unreadSettings } from './unread.ts';
import { statOf } from './stat-of.ts';

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
    /** A folder outside of which nothing is read. */
    readonly within?: string;
    readonly profile?: Pick<AnalysisOptions, 'clock' | 'spent'>;
    /** Hears of what cannot be read; without it, that ends the command. */
    readonly unread?: Unreads;
}

/**
 * The models that paths name: a root file, or a folder, which means every root below it. `-` reads a root from standard
 * input. Each model is read and analysed when it is asked for, and what was read for it alone is let go before the next
 * one, so that a large folder does not lie in memory at once.
 * @throws {@link Failure} for what is missing, and where there is no system; and for what cannot be read, unless
 *   somebody hears of it
 */
export async function* loadModels(paths: readonly string[], io: Io, options: LoadOptions): AsyncGenerator<LoadedModel> {
    const progress = new Progress(io);
    const unread = options.unread ?? refused;
    const reader = new ModelReader(io, options, uri => progress.step(`Reading ${printedName(uri, io.cwd)}`));
    try {
        const places = await reader.placesAt(paths, unread);
        const all = places.reduce((sum, { files }) => sum + files.length, 0);
        // The parts of a model often come after it in their folder: they have been read for it.
        const uris = [...new Map(places.flatMap(({ files, isFolder }) => files.map(uri => [uri, isFolder] as const)))];
        const last = uris.findLastIndex(([uri, isFolder]) => !isFolder || reader.mayBeRoot(uri));
        const met = new Set<string>();
        const complained = new Set<string>();
        for (const { given, isFolder, files } of places) {
            let found = files.length === 0;
            for (const uri of files) {
                const first = !met.has(uri);
                met.add(uri);
                progress.step(`File ${met.size} of ${all}: ${printedName(uri, io.cwd)}`);
                let there = first ? reader.at(uri, isFolder, met.size > last) : null;
                found ||= !first || there !== null;
                if (there === null) continue;
                progress.end();
                if ('analysis' in there) yield there;
                else if (!complained.has(there.at.file)) unread(there);
                if ('message' in there) complained.add(there.at.file);
                else reader.keepParts(uri, there.analysis.model.files);
                // What a variable holds is in use, also while the next model is read.
                there = null;
            }
            if (!found) throw new Failure(withoutModel(given));
        }
    } finally {
        progress.end();
        afterMany();
    }
}

/** What is said of a folder without a model. */
export function withoutModel(given: string): string {
    return `There is no model in ${given}: no .iacs file there has a system.`;
}

/** Where models may be: a file that was named, or all `.iacs` files of a folder. */
export interface Place {
    readonly given: string;
    readonly isFolder: boolean;
    /** URIs, in the order of their names. */
    readonly files: readonly string[];
}

/** Finds models on the disks of this machine, and reads one after the other. */
export class ModelReader {
    private readonly project: Project;
    private readonly io: Io;
    private readonly options: Omit<LoadOptions, 'unread'>;
    /** In characters: what was read for the model at hand. */
    private length = 0;
    private hasModel = false;

    /** @param reading is called with each file before it is read */
    constructor(io: Io, options: Omit<LoadOptions, 'unread'>, reading: (uri: string) => void = () => {}) {
        this.io = io;
        this.options = options;
        const within = options.within ?? io.within;
        let read = 0;
        this.project = projectOnDisk({
            ...(within === undefined ? {} : { within }),
            reading: uri => {
                io.reading?.(uri);
                reading(uri);
            },
            hasRead: length => {
                read += length;
                this.length += length;
                beforeParsing(this.length);
                io.hasRead?.(read);
            },
        });
    }

    /**
     * Where models may be; of folders nothing is read but their names.
     * @param unread hears of what is not there or cannot be read
     */
    async placesAt(paths: readonly string[], unread: Unreads): Promise<readonly Place[]> {
        const places: Place[] = [];
        for (const given of paths.length > 0 ? paths : ['.'])
            places.push(await (given === '-' ? this.standardInput(unread) : this.placeAt(given, unread)));
        return places;
    }

    /**
     * The model whose root a file is.
     * @param isFolder true for a file that was found in a folder; one that was named is always taken for a root
     * @param last true where no further file is asked for
     * @returns `null` for a file that is not a root; what to report where it, or its settings, cannot be read: it may
     *   be a model, and to pass over it would be to say that all is well
     */
    at(uri: string, isFolder: boolean, last: boolean): LoadedModel | Unread | null {
        const { project, io, options } = this;
        if (isFolder) {
            const candidate = this.candidate(uri);
            if (candidate !== 'maybe') return candidate;
        }
        if (this.hasModel) betweenModels();
        if (isFolder && !project.isRoot(uri)) return null;
        const broken = brokenSettings(project, uri);
        if (broken) return unreadSettings(broken, io);
        const settings = (options.adjust ?? (given => given))(project.settingsFor(uri));
        this.hasModel = true;
        const understood = project.understandOnce(uri, last);
        this.length = 0;
        if (!understood) return unreadAt(uri, `${printedName(uri, io.cwd)} is there no more.`, io);
        collectGarbage();
        const analysis = judge(understood, {
            today: options.today,
            settings,
            ...options.profile,
            ...(options.withoutRules ? { withoutRules: true } : {}),
        });
        return { analysis, file: printedName(uri, io.cwd), settings, project };
    }

    /** True for a file that may be a root, as far as a look says that costs no parsing and reports nothing. */
    mayBeRoot(uri: string): boolean {
        const { texts } = this.project;
        if (texts.disk instanceof NodeDisk && texts.disk.isOutside(uri)) return false;
        return texts.state(uri)?.mayBeRoot === true;
    }

    /**
     * Lets go what was read for a model, and before it for others, but the files that it imports: the next one may
     * import them too. The text of the root would be in use until there is another, and be taken for what stays. What
     * is asked for again is read again.
     */
    keepParts(root: string, files: readonly string[]): void {
        this.project.keepOnly(files.filter(uri => uri !== root));
    }

    /** Lets go what was read of a file. */
    forget(uri: string): void {
        this.project.texts.forget(uri);
    }

    /**
     * A look at a file of a folder that costs no parsing.
     * @returns `null` for one that has no system for sure, or lies outside of what may be read
     */
    candidate(uri: string): 'maybe' | Unread | null {
        const { project, io } = this;
        const { disk } = project.texts;
        const file = printedName(uri, io.cwd);
        if (disk instanceof NodeDisk && disk.isOutside(uri)) {
            io.err(`iacs: ${file} is passed over: it leads out of the folder that may be read.\n`);
            return null;
        }
        const content = project.texts.get(uri);
        if (content === undefined) {
            const reason = disk instanceof NodeDisk ? disk.lostReason(uri) : null;
            return reason === null ? null : unreadAt(uri, `${file} cannot be read: ${reason}`, io);
        }
        if ('unreadable' in content) return unreadAt(uri, `${file} cannot be read: ${content.unreadable}`, io);
        return content.mayBeRoot ? 'maybe' : null;
    }

    private async standardInput(unread: Unreads): Promise<Place> {
        const uri = fileUri(path.join(this.io.cwd, 'stdin.iacs'));
        try {
            this.project.texts.open(uri, await this.io.stdin(), 0);
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            unread(unreadAt(uri, error.message, this.io));
            return { given: '-', isFolder: false, files: [] };
        }
        return { given: '-', isFolder: false, files: [uri] };
    }

    private async placeAt(given: string, unread: Unreads): Promise<Place> {
        const { project, io } = this;
        const full = path.resolve(io.cwd, given);
        const without = (message: string): Place => {
            unread(unreadAt(fileUri(full), message, io));
            return { given, isFolder: false, files: [] };
        };
        const stats = statOf(full);
        if (!stats) return without(`There is no file or folder ${given}.`);
        const uri = writtenUri(project.texts.disk, fileUri(full));
        if (!stats.isDirectory()) {
            const content = project.texts.get(uri);
            if (content === undefined) return without(`There is no file ${given}.`);
            return 'unreadable' in content
                ? without(`${given} cannot be read: ${content.unreadable}`)
                : { given, isFolder: false, files: [uri] };
        }
        const folder = uri.replace(/\/$/, '');
        const broken = brokenSettings(project, `${folder}/any.iacs`);
        if (broken) {
            unread(unreadSettings(broken, io));
            return { given, isFolder: true, files: [] };
        }
        let complete = true;
        const files = await project.modelFiles(folder, (unreadFolder, reason) => {
            complete = false;
            unread(unreadAt(unreadFolder, `${printedName(unreadFolder, io.cwd) || '.'} cannot be read: ${reason}`, io));
        });
        return files.length > 0 || !complete ? { given, isFolder: true, files } : without(withoutModel(given));
    }
}

/** The one model that paths name. */
export async function loadOneModel(
    paths: readonly string[],
    io: Io,
    options: Omit<LoadOptions, 'unread'>,
): Promise<LoadedModel> {
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
