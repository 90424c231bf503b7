/** A thread of `check`: files in, answers out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Io } from '../io.ts';
import type { Asked } from './job.ts';
import { CheckJob } from './job.ts';
import type { ThreadAnswer, ThreadSetting } from './threads.ts';

const setting = workerData as ThreadSetting;
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

parentPort!.on('message', (batch: readonly Asked[]) => {
    const results = batch.map(each => job.check(each, false));
    parentPort!.postMessage({ results, complaints } satisfies ThreadAnswer);
    complaints = [];
});
