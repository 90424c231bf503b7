// Built into `dist/start.cjs`: each file that Node loads by itself takes a hundredth of a short check.
'use strict';
exports.alone = args => require('./alone.js').alone(args);
exports.cacheFolder = () => require('./cache-folder.js').cacheFolder();
exports.load = (file, folder) => require('./kept-code.js').load(file, folder);
