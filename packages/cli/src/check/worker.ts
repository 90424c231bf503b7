/** A thread of `check` from the sources; what is built has `bin/thread.js` in its place. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadSetting } from './threads.ts';
import { work } from './work.ts';

work(workerData as ThreadSetting, parentPort!);
