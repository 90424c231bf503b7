// `iacs check` by itself: a short one is over before V8's second compiler gives anything back, and that takes a tenth
// of its processor time. So it waits until there is much to do.
'use strict';
const { setFlagsFromString } = require('node:v8');
const { load } = require('./kept-code.js');

/**
 * @param args the words after `iacs`, `check` the first one
 * @param version of this command line
 * @param folder where compiled code is kept; `undefined` for nowhere
 */
exports.check = function check(args, version, folder) {
    setFlagsFromString('--no-maglev');
    const { exports: bundle, keep } = load(require.resolve('../dist/check.cjs'), folder);
    let compiles = false;
    const worksLong = () => {
        if (!compiles) setFlagsFromString('--maglev');
        compiles = true;
    };
    bundle.main(args, version, worksLong).then(({ hasChecked, isDone }) => {
        // Code belongs to the flags with which it was loaded.
        if (compiles) setFlagsFromString('--no-maglev');
        setFlagsFromString('--semi-space-growth-factor=2');
        if (hasChecked) keep();
        // Node would take the model apart first, object by object.
        if (isDone) process.exit();
    });
};
