// `iacs check`, `iacs diff` and `iacs diagram`, each by itself: a short check or comparison is over before V8's
// compilers give anything back, and each takes a tenth of its processor time. So its code is interpreted, and they wait
// until there is much to do. A layout is enough to do for all but the last compiler.
'use strict';
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { version } = require('../package.json');
const { cacheFolder } = require('./cache-folder.js');
const { load } = require('./kept-code.js');

/** From so many characters of text on a compiler of V8 gives back what it takes: some 250 and 1,000 assets. */
const waiting = { sparkplug: 50_000, maglev: 200_000 };

/** @param args the words after `iacs`, the command the first one */
exports.alone = function alone(args) {
    const folder = cacheFolder();
    const draws = args[0] === 'diagram';
    // The last compiler takes a quarter of the processor time of a long run too, and gives no less back.
    setFlagsFromString('--no-turbofan');
    // Flags are of the whole process, and the thread that runs ELK needs the other compilers.
    const worth = draws ? {} : waiting;
    // Where that thread keeps the code of ELK.
    if (draws && folder !== undefined) enableCompileCache?.(folder);
    const without = Object.keys(worth).map(compiler => `--no-${compiler}`);
    for (const flag of without) setFlagsFromString(flag);
    const used = new Set();
    // Code belongs to the flags with which it was loaded; what is loaded later, or by a thread, is kept with the rest.
    const asFirst = make => {
        if (used.size > 0) for (const flag of without) setFlagsFromString(flag);
        const back = () => {
            for (const compiler of used) setFlagsFromString(`--${compiler}`);
        };
        const made = make();
        if (typeof made?.then === 'function') return made.finally(back);
        back();
        return made;
    };
    const { exports: bundle, keep } = load(join(__dirname, `${args[0]}.cjs`), folder, asFirst);
    const hasRead = characters => {
        for (const [compiler, least] of Object.entries(worth)) {
            if (characters < least || used.has(compiler)) continue;
            setFlagsFromString(`--${compiler}`);
            used.add(compiler);
        }
    };
    bundle.main(args, version, hasRead, asFirst).then(({ hasRun, isDone }) => {
        setFlagsFromString('--semi-space-growth-factor=2');
        setFlagsFromString('--heap-growing-percent=0');
        setFlagsFromString('--allocation-site-pretenuring');
        // Compilers make code for speed, and how much is new besides cannot be told: of a long run some functions more
        // are no matter, and each picture would write all of its code again.
        if (hasRun) asFirst(() => keep(draws ? 'daily' : used.size > 0 ? 'never' : 'whenMore'));
        // Node would take the model apart first, object by object.
        if (isDone) process.exit();
    });
};
