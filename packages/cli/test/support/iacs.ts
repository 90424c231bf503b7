import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { assertFreshBuild } from '../../../../scripts/fresh-build.mjs';
import type { Call, Line } from './command-line.ts';

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

const bin = path.join(repository, 'packages/cli/bin/iacs.js');

export interface Outcome {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface CallOptions {
    readonly cwd?: string;
    readonly input?: string | Uint8Array;
    readonly env?: Readonly<Record<string, string>>;
}

/** A command that runs for so many milliseconds does not end. */
const endless = 240_000;

let line: { readonly port: MessagePort; readonly answered: Int32Array } | undefined;

function opened(): NonNullable<typeof line> {
    if (line) return line;
    const { port1, port2 } = new MessageChannel();
    const answered = new Int32Array(new SharedArrayBuffer(4));
    const workerData: Line = { port: port2, answered };
    new Worker(new URL('./command-line.ts', import.meta.url), { workerData, transferList: [port2] }).unref();
    port1.unref();
    return (line = { port: port1, answered });
}

/**
 * Runs the command line from its sources, in a thread of this process: starting a process for each call is most of its
 * time.
 */
export function iacs(args: readonly string[], { cwd = repository, input = '', env = {} }: CallOptions = {}): Outcome {
    const { port, answered } = opened();
    Atomics.store(answered, 0, 0);
    port.postMessage({ args, cwd, input, env } satisfies Call);
    if (Atomics.wait(answered, 0, 0, endless) === 'timed-out') throw new Error(`iacs ${args.join(' ')} does not end`);
    const { code, stdout, stderr } = receiveMessageOnPort(port)!.message as {
        code: number;
        stdout: Uint8Array;
        stderr: string;
    };
    return { code, stdout: Buffer.from(stdout).toString('utf8'), stderr };
}

let isFresh = false;

/**
 * Runs the built command line as a process: for what only a process has, such as its streams, and for trying the build
 * itself.
 */
export function iacsProcess(args: readonly string[], options: CallOptions = {}): Outcome {
    if (!isFresh) assertFreshBuild();
    isFresh = true;
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd: options.cwd ?? repository,
        encoding: 'utf8',
        input: options.input ?? '',
        env: { ...process.env, NODE_OPTIONS: '', ...options.env },
        maxBuffer: 1 << 28,
    });
    return { code: status, stdout, stderr };
}

/** Makes a folder of files for the time of a test. */
export function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
    const folder = mkdtempSync(path.join(tmpdir(), 'iacs test # %41 ä '));
    try {
        for (const [name, content] of Object.entries(files)) {
            const file = path.join(folder, name);
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, content);
        }
        return use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
