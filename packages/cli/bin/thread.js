// A thread of `iacs check`: the same code as in the main thread, with the compiled code that is kept of it.
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { cacheFolder, load } = require('../dist/start.cjs');

load(require.resolve('../dist/check.cjs'), cacheFolder()).exports.work(workerData, parentPort);
