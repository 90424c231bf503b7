import path from 'node:path';
import { folderUri, printedName } from '../files.ts';
import type { Io } from '../io.ts';
import { Failure } from '../io.ts';
import { withoutModel } from '../models.ts';
import { Progress } from '../progress.ts';
import type { Unread } from '../unread.ts';
import { unreadAt } from '../unread.ts';
import type { Outcome } from './outcome.ts';
import type { Asked, CheckRequest } from './job.ts';
import { CheckJob } from './job.ts';
import { leftOutText } from './left-out.ts';
import { inThreads } from './threads.ts';
import { Total } from './total.ts';
import { worthThreads } from './worth.ts';

/** The I-th of N parts, counted from 0. */
export interface Shard {
    readonly index: number;
    readonly count: number;
}

/** All files that paths name, each once, and where each begins. */
interface Search {
    readonly asked: readonly Asked[];
    /** For each folder in which a model must be found: the positions of its files. */
    readonly folders: readonly { readonly given: string; readonly positions: readonly number[] }[];
    readonly unread: readonly Unread[];
}

async function searched(paths: readonly string[], job: CheckJob, shard: Shard | undefined): Promise<Search> {
    const unread: Unread[] = [];
    const asked: Asked[] = [];
    const folders: Search['folders'][number][] = [];
    const positions = new Map<string, number>();
    let candidates = 0;
    for (const { given, isFolder, files } of await job.reader.placesAt(paths, each => unread.push(each))) {
        for (const uri of files) {
            if (positions.has(uri)) continue;
            positions.set(uri, -1);
            if (shard) {
                // Only what may be a root counts, so that the parts are alike in their number of models.
                const own = candidates % shard.count === shard.index;
                if (!isFolder || job.reader.candidate(uri) !== null) candidates++;
                else continue;
                job.reader.forget(uri);
                if (!own) continue;
            }
            positions.set(uri, asked.length);
            asked.push({ uri, isFolder });
        }
        if (isFolder && files.length > 0 && !shard)
            folders.push({ given, positions: files.map(uri => positions.get(uri)!) });
    }
    return { asked, folders, unread };
}

/** What is printed of one run, in its order. */
class Printing {
    private readonly total: Total;
    private readonly forPeople: boolean;
    private readonly io: Io;
    private readonly complaints = new Set<string>();
    /** What could not be read, as long as nothing else was found. */
    private held: Outcome[] | null = [];

    constructor({ outputs, shard }: CheckRequest, io: Io) {
        this.total = new Total(outputs, shard, io);
        this.forPeople = outputs.every(({ format }) => format === 'pretty');
        this.io = io;
    }

    /** To be called where other threads check the models. */
    onlyPrints(): void {
        this.total.onlyPrints();
    }

    add(outcome: Outcome): void {
        const { notices, isModel } = outcome;
        // The same settings may hold for several models.
        if (!isModel && notices.every(notice => this.complaints.has(notice))) return;
        for (const notice of notices) this.complaints.add(notice);
        if (isModel || !this.forPeople) for (const notice of notices) this.io.err(`iacs: ${notice}\n`);
        if (this.held && !isModel) {
            this.held.push(outcome);
            return;
        }
        this.release();
        this.total.add(outcome);
    }

    /** @returns the exit code */
    end(base: string | undefined, leftOut: readonly string[] | null, force: boolean): number {
        // People see one line; a program gets its format in any case.
        if (this.forPeople && this.held?.length === 1) throw new Failure(this.held[0]!.notices[0]!);
        this.release();
        return this.total.end(base, leftOut, force);
    }

    private release(): void {
        for (const each of this.held ?? []) this.total.add(each);
        this.held = null;
    }
}

/** What of a run is not the same for every thread. */
export interface RunOptions {
    readonly shard?: Shard;
    /** The earlier state whose findings are left out. */
    readonly base?: string;
    /** Replaces files that were not written here. */
    readonly force: boolean;
    /** Receives the time that each rule took; one thread does all then. */
    readonly profile?: Map<string, number>;
}

/**
 * Checks all models that paths name, and prints what is found as it comes.
 * @returns the exit code
 * @throws {@link Failure} where people look on and nothing at all could be read
 */
export async function checkAll(
    paths: readonly string[],
    request: CheckRequest,
    options: RunOptions,
    io: Io,
): Promise<number> {
    const { shard, base, force, profile } = options;
    const progress = new Progress(io);
    const reading = (uri: string): void => progress.step(`Reading ${uri.slice(uri.lastIndexOf('/') + 1)}`);
    const job = new CheckJob(request, io, profile, reading);
    const printing = new Printing(request, io);
    let leftOut: readonly string[] | null = null;
    try {
        if (base !== undefined) {
            // Git is loaded for whoever asks for it.
            const { checkedSince } = await import('./since.ts');
            const loading = { ...job.loading, base, ...(shard ? { shard } : {}) };
            for await (const [model, turn] of checkedSince(paths, io, loading))
                printing.add({ ...('message' in model ? job.unread(model) : job.outcome(model)), ...turn });
            return printing.end(base, null, force);
        }
        const { asked, folders, unread } = await searched(paths, job, shard);
        for (const each of unread) printing.add(job.unread(each));
        const found = new Set<number>();
        const held = new Set<string>();
        let position = 0;
        const alone = profile !== undefined || paths.includes('-');
        for await (const outcome of resultsOf(asked, job, request, io, alone ? null : () => printing.onlyPrints())) {
            progress.step(`Checked ${position + 1} of ${asked.length} files`);
            if (outcome !== null) {
                found.add(position);
                for (const uri of outcome.files) held.add(uri);
                if (shard) outcome.turn = position;
                progress.end();
                printing.add(outcome);
            }
            position++;
        }
        for (const { given, positions } of folders)
            if (!positions.some(each => found.has(each)))
                printing.add(job.unread(unreadAt(folderUri(path.resolve(io.cwd, given)), withoutModel(given), io)));
        // What is in no model has no finding, and a forgotten import looks like a file without a fault.
        if (!shard) {
            leftOut = asked.flatMap(({ uri, isFolder }, index) =>
                !isFolder || found.has(index) || held.has(uri) ? [] : [printedName(uri, io.cwd)],
            );
            if (found.size > 0 && leftOut.length > 0) io.err(`iacs: ${leftOutText(leftOut)}\n`);
        }
    } finally {
        progress.end();
    }
    return printing.end(undefined, leftOut, force);
}

/** @param shared is called where other threads check the models; `null` where none may */
async function* resultsOf(
    asked: readonly Asked[],
    job: CheckJob,
    request: CheckRequest,
    io: Io,
    shared: (() => void) | null,
): AsyncGenerator<Outcome | null> {
    const mayBeModel = ({ uri, isFolder }: Asked): boolean => !isFolder || job.reader.mayBeRoot(uri);
    const threads =
        shared === null || !hasMany(asked, mayBeModel)
            ? null
            : inThreads(asked, request, io, each => job.check(each, false));
    if (threads) {
        shared?.();
        for (const { uri } of asked) job.reader.forget(uri);
        yield* threads;
        return;
    }
    // The parts of a model often come after it in their folder: they have been read for it.
    const last = asked.findLastIndex(mayBeModel);
    for (const [index, each] of asked.entries()) yield job.check(each, index >= last);
}

/** True where so many models are asked for that threads may pay; a model of many files is one. */
function hasMany(asked: readonly Asked[], mayBeModel: (asked: Asked) => boolean): boolean {
    if (asked.length < worthThreads) return false;
    let models = 0;
    return asked.some(each => mayBeModel(each) && ++models >= worthThreads);
}
