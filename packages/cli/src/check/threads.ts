import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { beforeMany, keepYoungRoom } from '../heap.ts';
import type { Io } from '../io.ts';
import type { Asked, CheckRequest } from './job.ts';
import type { Outcome } from './outcome.ts';
import { worthAThread } from './worth.ts';

/** What a thread is started with. */
export interface ThreadSetting {
    readonly request: CheckRequest;
    readonly io: Pick<Io, 'cwd' | 'version' | 'env' | 'today' | 'colours'>;
}

/** What a thread says of one file. */
export interface ThreadAnswer {
    readonly result: Outcome | null;
    /** What goes to standard error. */
    readonly complaints: readonly string[];
}

/** The answers to a batch of files. */
interface BatchAnswer {
    readonly results: readonly (Outcome | null)[];
    readonly complaints: readonly string[];
}

/** Files that a thread gets at once: they are side by side in their folders, and share what they import. */
const batchSize = 16;
/** So many batches a thread may be ahead of what is printed: their text waits in memory. */
const mostAhead = 3;
/** Room for young objects in a thread, in MB, of three parts. V8 by itself would take twice as much in each. */
const youngRoom = 48;
/** Each thread needs the memory of a process; more of them wait for the disk. */
const mostThreads = 8;

function workerFile(): URL {
    return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : '../bin/thread.js', import.meta.url);
}

/** A thread, and the batch that it is at. */
class Thread {
    /** Fulfilled when its code is loaded, and when that fails. */
    readonly loaded: Promise<void>;
    private readonly worker: Worker;
    private settle: { take: (answer: ThreadAnswer) => void; reject: (error: Error) => void } | undefined;
    private failed: Error | undefined;

    constructor(setting: ThreadSetting) {
        this.worker = new Worker(workerFile(), {
            workerData: setting,
            resourceLimits: { maxYoungGenerationSizeMb: youngRoom },
        });
        this.loaded = new Promise(resolve => {
            // Nothing has been asked when the first message comes.
            this.worker.on('message', (answer: ThreadAnswer) => (this.settle ? this.settle.take(answer) : resolve()));
            const fail = (error: Error): void => {
                this.failed ??= error;
                this.settle?.reject(error);
                resolve();
            };
            this.worker.on('error', fail);
            this.worker.on('exit', () => fail(new Error('a thread ended')));
        });
    }

    ask(batch: readonly Asked[]): Promise<BatchAnswer> {
        if (this.failed) return Promise.reject(this.failed);
        return new Promise((resolve, reject) => {
            const answers: ThreadAnswer[] = [];
            const take = (answer: ThreadAnswer): void => {
                if (answers.push(answer) < batch.length) return;
                resolve({
                    results: answers.map(({ result }) => result),
                    complaints: answers.flatMap(({ complaints }) => complaints),
                });
            };
            this.settle = { take, reject };
            this.worker.postMessage(batch);
        });
    }

    async end(): Promise<void> {
        await this.worker.terminate();
    }
}

/**
 * Checks many files in several threads.
 * @param otherwise checks one file here, for what a thread could not do
 * @returns the answers in the order of the files; `null` where it does not pay
 */
export function inThreads(
    asked: readonly Asked[],
    request: CheckRequest,
    io: Io,
    otherwise: (asked: Asked) => Outcome | null,
): AsyncGenerator<Outcome | null> | null {
    const limit = Number(io.env['IACS_THREADS'] ?? mostThreads) || 1;
    const worth = Math.min(limit, Math.floor(asked.length / worthAThread));
    // How many the machine has takes a look at files of the system.
    const count = worth > 1 ? Math.min(availableParallelism(), worth) : 1;
    if (count <= 1) return null;
    return spread(asked, request, io, count, otherwise);
}

async function* spread(
    asked: readonly Asked[],
    request: CheckRequest,
    io: Io,
    count: number,
    otherwise: (asked: Asked) => Outcome | null,
): AsyncGenerator<Outcome | null> {
    const { cwd, version, env, today, colours } = io;
    const setting: ThreadSetting = { request, io: { cwd, version, env: { ...env }, today, colours } };
    const [first, ...others] = asked;
    const batches = Array.from({ length: Math.ceil(others.length / batchSize) }, (_, index) =>
        others.slice(index * batchSize, (index + 1) * batchSize),
    );
    const start = async (): Promise<{ threads: readonly Thread[]; outcome: Outcome | null }> => {
        const started = Array.from({ length: count }, () => new Thread(setting));
        // Meanwhile this thread has nothing to do; and what it runs is kept as compiled code for the next time.
        const outcome = otherwise(first!);
        await Promise.all(started.map(({ loaded }) => loaded));
        return { threads: started, outcome };
    };
    const { threads, outcome } = await (io.asFirst ? io.asFirst(start) : start());
    // What they read is much.
    io.hasRead?.(Infinity);
    beforeMany();
    const idle = [...threads];
    const answers: Promise<BatchAnswer>[] = [];
    let next = 0;
    let printed = 0;
    const handOut = (): void => {
        while (idle.length > 0 && next < Math.min(batches.length, printed + mostAhead * count)) {
            const batch = batches[next++]!;
            const thread = idle.pop()!;
            answers.push(
                thread.ask(batch).then(
                    answer => {
                        idle.push(thread);
                        handOut();
                        return answer;
                    },
                    // A thread that has no memory left takes its batch with it: here there is more.
                    () => ({ results: batch.map(otherwise), complaints: [] }),
                ),
            );
        }
    };
    try {
        handOut();
        yield outcome;
        for (let index = 0; index < batches.length; index++) {
            handOut();
            const pending = answers[index];
            if (!pending) {
                // No thread is left.
                for (const each of batches.slice(index).flat()) yield otherwise(each);
                return;
            }
            const { results, complaints } = await pending;
            delete answers[index];
            if (index === 0) keepYoungRoom();
            for (const complaint of complaints) io.err(complaint);
            yield* results;
            printed = index + 1;
        }
    } finally {
        await Promise.all(threads.map(thread => thread.end()));
    }
}
