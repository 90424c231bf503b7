import { locate, type LocatedFinding } from 'iacs-language/findings';
import { problemFindings } from 'iacs-language';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import type { LoadedModel, LoadOptions } from './models.ts';
import { loadModels } from './models.ts';
import { shownModel } from './shown.ts';
import type { Unread } from './unread.ts';

const mostShown = 10;

/** The models that paths name, and what could not be read beside them. */
export interface Loaded {
    readonly models: readonly LoadedModel[];
    readonly unread: readonly Unread[];
}

/** All models that paths name at once; see {@link loadModels}. One file that cannot be read hides no other. */
export async function loadAll(paths: readonly string[], io: Io, options: Omit<LoadOptions, 'unread'>): Promise<Loaded> {
    const models: LoadedModel[] = [];
    const unread: Unread[] = [];
    for await (const model of loadModels(paths, io, { ...options, unread: each => void unread.push(each) }))
        models.push(model);
    const [first] = unread;
    // Where there is nothing to show, one line says all.
    if (models.length === 0 && first) throw new Failure(first.message);
    return { models, unread };
}

/**
 * Tells on standard error what of the models could not be read or understood, a line each.
 * @returns true when there was anything, which means exit code 2
 */
export function reportProblems({ models, unread }: Loaded, io: Io): boolean {
    const faults = new Faults(io);
    for (const each of unread) faults.unread(each);
    for (const model of models) faults.add(model);
    return faults.report();
}

/** What of some models could not be read or understood, as far as it is printed. */
export class Faults {
    private readonly io: Io;
    private readonly messages: string[] = [];
    private readonly problems: string[] = [];
    private readonly without: string[] = [];
    /** How many problems there are beside those that are printed. */
    private more = 0;

    constructor(io: Io) {
        this.io = io;
    }

    /** The first thing that could not be read. */
    get first(): string | undefined {
        return this.messages[0];
    }

    unread({ message }: Unread): void {
        this.messages.push(message);
    }

    add(model: LoadedModel): void {
        const { problems, model: read } = model.analysis;
        const shown = problems.length === 0 ? [] : locate(problemFindings(problems), shownModel(model, this.io));
        const room = mostShown - this.problems.length;
        this.problems.push(...shown.slice(0, room).map(lineOf));
        this.more += Math.max(0, shown.length - room);
        if (read.system === null) this.without.push(model.file);
    }

    /**
     * Tells it on standard error, a line each.
     * @returns true when there was anything, which means exit code 2
     */
    report(): boolean {
        const { io, messages, problems, without, more } = this;
        for (const message of messages) io.err(`iacs: ${message}\n`);
        for (const line of problems) io.err(`iacs: ${line}\n`);
        if (more > 0) io.err(`iacs: and ${more} more: see iacs check\n`);
        for (const file of without)
            io.err(`iacs: There is no system in ${file}: name the root file that imports it.\n`);
        return messages.length > 0 || problems.length > 0 || without.length > 0;
    }
}

function lineOf({ file, line, column, finding }: LocatedFinding): string {
    return `${file}:${line}:${column} ${finding.message}`;
}

/**
 * Looks at the models that paths name, one after the other, and lets each go: a thousand need the memory of one. One
 * file that cannot be read hides no other.
 * @param take is called with each model, and keeps nothing of it but text
 * @throws {@link Failure} where nothing at all could be read; see also {@link loadModels}
 */
export async function takeEach(
    paths: readonly string[],
    io: Io,
    options: Omit<LoadOptions, 'unread'>,
    take: (model: LoadedModel) => void,
): Promise<Faults> {
    const faults = new Faults(io);
    const models = loadModels(paths, io, { ...options, unread: each => faults.unread(each) });
    // In a function of its own: a variable of a loop would hold the last model while the next one is read.
    const takeNext = async (): Promise<boolean> => {
        const { value: model } = (await models.next()) as IteratorResult<LoadedModel, undefined>;
        if (!model) return false;
        take(model);
        faults.add(model);
        return true;
    };
    let any = false;
    try {
        while (await takeNext()) any = true;
    } finally {
        await models.return(undefined);
    }
    if (!any && faults.first !== undefined) throw new Failure(faults.first);
    return faults;
}
