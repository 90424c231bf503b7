import type { MessagePort } from 'node:worker_threads';
import type { Io } from '../io.ts';
import type { Asked } from './job.ts';
import { CheckJob } from './job.ts';
import type { ThreadAnswer, ThreadSetting } from './threads.ts';

/** What a thread says when its code is loaded. */
export const loaded = 'loaded';

/**
 * A thread of `check`: files in, answers out.
 * @param port to the thread that asks; it gets {@link loaded} first
 */
export function work(setting: ThreadSetting, port: MessagePort): void {
    let complaints: string[] = [];
    const io: Io = {
        ...setting.io,
        progress: false,
        out: () => {
            throw new Error('a thread prints nothing');
        },
        err: text => void complaints.push(text),
        status: () => undefined,
        stdin: () => Promise.reject(new Error('a thread reads no standard input')),
    };
    const job = new CheckJob(setting.request, io);
    port.on('message', (batch: readonly Asked[]) => {
        for (const each of batch) {
            // One by one: what waits for the rest of a batch would be taken for what stays.
            port.postMessage({ result: job.check(each, false), complaints } satisfies ThreadAnswer);
            complaints = [];
        }
    });
    port.postMessage(loaded);
}
