/**
 * The worker thread that runs ELK; a bundle has it as a file of its own, `elk-worker.js`.
 * It takes `{ id, graph }` and answers `{ id, graph }` or `{ id, error }`.
 */
import { parentPort } from 'node:worker_threads';
import ElkApi from 'elkjs/lib/elk-api.js';
import ElkWorkerModule from 'elkjs/lib/elk-worker.min.js';
import type { ElkNode } from './elk-graph.ts';

export interface ElkRequest {
    readonly id: number;
    readonly graph: ElkNode;
}

export type ElkReply =
    | { readonly id: number; readonly graph: ElkNode }
    | { readonly id: number; readonly error: string };

interface Elk {
    layout(graph: ElkNode): Promise<ElkNode>;
}

// Both files are CommonJS with a `default` of their own, which bundlers and Node unwrap differently.
const unwrap = <T>(module: T | { default: T }): T => (typeof module === 'object' && module !== null && 'default' in module ? module.default : module);
const ElkConstructor = unwrap(ElkApi as unknown as new (options: object) => Elk);
const { Worker } = ElkWorkerModule as unknown as { Worker: new () => object };

const elk = new ElkConstructor({ algorithms: ['layered'], workerFactory: () => new Worker() });

/** The first layout compiles most of ELK: done on a small graph while nothing is asked yet. */
const small: ElkNode = {
    id: 'small',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.layered.layering.strategy': 'INTERACTIVE' },
    children: [
        { id: 'a', x: 0, y: 0, width: 10, height: 10, children: [{ id: 'b', x: 0, y: 0, width: 10, height: 10 }] },
        { id: 'c', x: 0, y: 1000, width: 10, height: 10 },
    ],
    edges: [{ id: 'e', sources: ['b'], targets: ['c'] }],
};

/** How long nothing is asked before the warming begins, in milliseconds. */
const idle = 40;
let asked = false;
setTimeout(() => {
    if (!asked) void elk.layout(small);
}, idle).unref();

parentPort?.on('message', ({ id, graph }: ElkRequest) => {
    asked = true;
    elk.layout(graph).then(
        done => parentPort?.postMessage({ id, graph: done } satisfies ElkReply),
        (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies ElkReply),
    );
});
