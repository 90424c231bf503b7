// `iacs check` by itself: a short one is over before V8's compilers give anything back, and each takes a tenth of its
// processor time. So its code is interpreted, and they wait until there is much to do.
'use strict';
const { setFlagsFromString } = require('node:v8');
const { load } = require('./kept-code.js');

/**
 * @param args the words after `iacs`, `check` the first one
 * @param version of this command line
 * @param folder where compiled code is kept; `undefined` for nowhere
 */
exports.check = function check(args, version, folder) {
    // The last compiler takes a quarter of the processor time of a long check too, and gives no less back.
    setFlagsFromString('--no-turbofan');
    const short = ['--no-maglev', '--no-sparkplug'];
    const long = ['--maglev', '--sparkplug'];
    for (const flag of short) setFlagsFromString(flag);
    const { exports: bundle, keep } = load(require.resolve('../dist/check.cjs'), folder);
    let compiles = false;
    const worksLong = () => {
        if (compiles) return;
        for (const flag of long) setFlagsFromString(flag);
        compiles = true;
    };
    bundle.main(args, version, worksLong).then(({ hasChecked, isDone }) => {
        // Code belongs to the flags with which it was loaded.
        if (compiles) for (const flag of short) setFlagsFromString(flag);
        setFlagsFromString('--semi-space-growth-factor=2');
        if (hasChecked) keep(compiles);
        // Node would take the model apart first, object by object.
        if (isDone) process.exit();
    });
};
