import ElkApi from 'elkjs/lib/elk-api.js';
import type { ElkNode } from '../views/diagram/layout/elk-node.ts';
import type { LayoutAnswer, LayoutEngine } from '../views/diagram/layout/engine.ts';

/** A worker of a browser, as far as it is used here. */
interface BrowserWorker {
    postMessage(message: unknown): void;
    terminate(): void;
    onerror: ((event: { readonly message?: string }) => void) | null;
}

declare const Worker: new (url: string) => BrowserWorker;

interface Elk {
    layout(graph: ElkNode): Promise<ElkNode>;
}

// The file is CommonJS with a `default` of its own, which bundlers unwrap differently.
const unwrap = <T>(module: T | { default: T }): T =>
    typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
const ElkConstructor = unwrap(ElkApi as unknown as new (options: object) => Elk);

interface Running {
    readonly worker: BrowserWorker;
    readonly elk: Elk;
    /** Ends all layouts that run. */
    readonly giveUps: Set<(reason: string) => void>;
}

/**
 * Runs ELK in a worker of a browser. A layout that passes its deadline ends the worker; the next one starts another.
 * The stack of such a worker is small, and ELK recurses: with about a thousand boxes a layout fails, and the diagram
 * becomes its plain grid.
 * @param script the text of elkjs's `elk-worker.min.js`: a worker is made of it, so that nothing is fetched
 */
export function browserElk(script: string): LayoutEngine {
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    let running: Running | null = null;

    function giveUp(reason: string): void {
        const ended = running;
        running = null;
        ended?.worker.terminate();
        for (const settle of ended?.giveUps ?? []) settle(reason);
    }

    function start(): Running {
        const worker = new Worker(url);
        worker.onerror = event => giveUp(`The layout stopped (${event.message ?? 'no reason was given'}).`);
        const elk = new ElkConstructor({ algorithms: ['layered'], workerFactory: () => worker });
        return { worker, elk, giveUps: new Set() };
    }

    return {
        layout(graph, deadline) {
            const used = (running ??= start());
            return new Promise<LayoutAnswer>(resolve => {
                const settle = (answer: LayoutAnswer): void => {
                    clearTimeout(timer);
                    used.giveUps.delete(stop);
                    resolve(answer);
                };
                const stop = (reason: string): void => settle({ kind: 'given-up', reason });
                const passed = (): void => giveUp(`The layout took longer than ${(deadline ?? 0) / 1000} s.`);
                const timer = deadline === null ? undefined : setTimeout(passed, deadline);
                used.giveUps.add(stop);
                used.elk.layout(graph).then(
                    done => settle({ kind: 'done', graph: done }),
                    (error: unknown) =>
                        stop(`The layout failed (${error instanceof Error ? error.message : String(error)}).`),
                );
            });
        },
        close() {
            giveUp('The layout was ended.');
            return Promise.resolve();
        },
    };
}
