/** A thread that runs the command line from its sources, call after call, for tests that wait for each answer. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { today } from 'iacs-language/clock';
import { decode } from 'iacs-language/read-text';
import type { Io } from '../../src/io.ts';
import { Failure } from '../../src/io.ts';
import { call } from '../../src/main.ts';

/** What a test asks for. */
export interface Call {
    readonly args: readonly string[];
    readonly cwd: string;
    readonly input: string | Uint8Array;
    readonly env: Readonly<Record<string, string>>;
}

/** What the thread is started with: the way back, and where the test waits for it. */
export interface Line {
    readonly port: MessagePort;
    readonly answered: Int32Array;
}

const { port, answered } = workerData as Line;
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
};

async function outcomeOf({ args, cwd, input, env }: Call): Promise<{ code: number; stdout: Buffer; stderr: string }> {
    const printed: Buffer[] = [];
    const complained: string[] = [];
    const io: Io = {
        cwd,
        version,
        env: { ...process.env, ...env },
        today: today(),
        colours: false,
        progress: false,
        out: content => void printed.push(Buffer.from(content)),
        err: text => void complained.push(text),
        status: text => void complained.push(text),
        stdin: async () => {
            const text = decode(Buffer.from(input));
            if (typeof text !== 'string') throw new Failure(`Standard input cannot be read: ${text.unreadable}`);
            return text;
        },
    };
    const code = await call(args, io);
    return { code, stdout: Buffer.concat(printed), stderr: complained.join('') };
}

port.on('message', async (asked: Call) => {
    port.postMessage(await outcomeOf(asked));
    Atomics.store(answered, 0, 1);
    Atomics.notify(answered, 0);
});
