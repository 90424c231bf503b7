import { existsSync } from 'node:fs';
import { createRequire, getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ElkNode } from '../views/diagram/layout/elk-node.ts';
import type { ElkReply, ElkRequest, ElkSetting } from './elk-worker.ts';
import type { LayoutAnswer, LayoutEngine } from '../views/diagram/layout/engine.ts';

/** ELK recurses as deep as the graph has boxes: with the usual stack it fails at about a thousand. */
const stackSizeMb = 200;
/** Half a second of trying, where another processor is free for it. */
const warmUps = 12;

/** How the thread of ELK is started. */
export interface ElkHostOptions {
    /** Path of the worker's file; by default `elk-worker.ts` or `elk-worker.js` beside this one. */
    readonly file?: string;
    /**
     * False where one picture is drawn and no more: to make ELK fast costs it more processor time than it saves. By
     * default ELK is tried on a small graph while nothing is asked, so that the first answer comes sooner.
     */
    readonly warmUp?: boolean;
}

function besides(): URL {
    return new URL(import.meta.url.endsWith('.ts') ? './elk-worker.ts' : './elk-worker.js', import.meta.url);
}

/** A bundle has ELK beside the worker; otherwise it is where the package is installed. */
function scriptFor(worker: URL): string {
    const bundled = fileURLToPath(new URL('./elk.min.js', worker));
    return existsSync(bundled) ? bundled : createRequire(worker).resolve('elkjs/lib/elk-worker.min.js');
}

/**
 * A thread that an engine was ended with, for the next one of this process: to start one, to load ELK and to use it
 * until it is fast costs more than most layouts.
 */
let spare: { readonly worker: Worker; readonly file: string } | null = null;

function lend(worker: Worker, file: string): void {
    const gone = (): void => {
        if (spare?.worker === worker) spare = null;
    };
    worker.on('error', gone);
    worker.on('exit', gone);
    spare = { worker, file };
}

function borrowed(file: string): Worker | null {
    if (spare?.file !== file) return null;
    const { worker } = spare;
    spare = null;
    return worker;
}

/**
 * Runs ELK in a worker thread of Node. The thread starts at once, so that it is ready when the text has been read,
 * and keeps no process alive by itself. A layout that passes its deadline ends the thread; the next one starts another.
 * An engine that is closed while nothing is laid out leaves its thread to the next one.
 */
export function elkEngine(options: ElkHostOptions = {}): LayoutEngine {
    const pending = new Map<number, (answer: LayoutAnswer) => void>();
    let count = 0;
    let worker: Worker | null = null;

    function giveUp(reason: string): void {
        worker = null;
        const waiting = [...pending.values()];
        pending.clear();
        for (const settle of waiting) settle({ kind: 'given-up', reason });
    }

    const file = options.file === undefined ? besides() : pathToFileURL(options.file);
    const setting: ElkSetting = {
        script: scriptFor(file),
        codeFolder: getCompileCacheDir() ?? null,
        warmUps: options.warmUp !== false && availableParallelism() > 1 ? warmUps : 0,
    };

    function start(): Worker {
        const started =
            borrowed(file.href) ?? new Worker(file, { resourceLimits: { stackSizeMb }, workerData: setting });
        for (const event of ['message', 'error', 'exit']) started.removeAllListeners(event);
        started.on('message', (reply: ElkReply) => {
            const settle = pending.get(reply.id);
            pending.delete(reply.id);
            settle?.(
                'graph' in reply
                    ? { kind: 'done', graph: reply.graph }
                    : { kind: 'given-up', reason: `The layout failed (${reply.error}).` },
            );
        });
        started.on('error', error => {
            if (worker === started) giveUp(`The layout stopped (${error.message}).`);
        });
        started.on('exit', () => {
            if (worker === started) giveUp('The layout stopped.');
        });
        // Last: a listener for messages holds the process again.
        started.unref();
        return started;
    }

    worker = start();
    return {
        layout(graph: ElkNode, deadline: number | null): Promise<LayoutAnswer> {
            const used = (worker ??= start());
            const id = ++count;
            return new Promise(resolve => {
                const passed = (): void => {
                    if (!pending.has(id)) return;
                    giveUp(`The layout took longer than ${(deadline ?? 0) / 1000} s.`);
                    void used.terminate();
                };
                // An answer that came in time may still wait to be heard, when this thread was busy.
                const timer = deadline === null ? undefined : setTimeout(() => void setImmediate(passed), deadline);
                used.ref();
                pending.set(id, answer => {
                    clearTimeout(timer);
                    if (pending.size === 0) used.unref();
                    resolve(answer);
                });
                used.postMessage({ id, graph } satisfies ElkRequest);
            });
        },
        async close() {
            const [ended, isIdle] = [worker, pending.size === 0];
            giveUp('The layout was ended.');
            if (ended && isIdle && spare === null) lend(ended, file.href);
            else await ended?.terminate();
        },
    };
}
