/**
 * The worker thread that runs ELK; a bundle has it as a file of its own, `elk-worker.js`. It takes `{ id, graph }` and
 * answers `{ id, graph }` or `{ id, error }`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import ElkApi from 'elkjs/lib/elk-api.js';
import type { ElkNode } from '../views/diagram/layout/elk-node.ts';
import { loadElk } from './elk-script.ts';
import { warmUpGraph } from './elk-warm-up.ts';

export interface ElkRequest {
    readonly id: number;
    readonly graph: ElkNode;
}

export type ElkReply =
    | { readonly id: number; readonly graph: ElkNode }
    | { readonly id: number; readonly error: string };

/** What the thread is started with. */
export interface ElkSetting {
    /** elkjs's `elk-worker.min.js`. */
    readonly script: string;
    /** Where compiled code is kept; `null` for nowhere. */
    readonly codeFolder: string | null;
    /** How often ELK may be tried on a small graph while nothing is asked yet. */
    readonly warmUps: number;
}

interface Elk {
    layout(graph: ElkNode): Promise<ElkNode>;
}

// The file is CommonJS with a `default` of its own, which bundlers and Node unwrap differently.
const unwrap = <T>(module: T | { default: T }): T =>
    typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
const ElkConstructor = unwrap(ElkApi as unknown as new (options: object) => Elk);

const setting = workerData as ElkSetting;
const script = loadElk(setting.script, setting.codeFolder);
const elk = new ElkConstructor({ algorithms: ['layered'], workerFactory: () => new script.Worker() });

let asked = false;

/** ELK gets faster by use: while the text is still being read, it lays out a small graph again and again. */
async function warmUp(): Promise<void> {
    for (let round = 0; round < setting.warmUps && !asked; round++) {
        await elk.layout(warmUpGraph(round));
        // Lets a question in.
        await new Promise(resolve => setImmediate(resolve));
    }
}

parentPort?.on('message', ({ id, graph }: ElkRequest) => {
    asked = true;
    elk.layout(graph).then(
        done => {
            script.keepCode();
            parentPort?.postMessage({ id, graph: done } satisfies ElkReply);
        },
        (error: unknown) =>
            parentPort?.postMessage({
                id,
                error: error instanceof Error ? error.message : String(error),
            } satisfies ElkReply),
    );
});
setImmediate(() => void warmUp());
