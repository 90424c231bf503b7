#!/usr/bin/env node
// Plain CommonJS, so that `--version` answers without loading the language.
'use strict';
const version = () => require('../package.json').version;
const [major] = process.versions.node.split('.').map(Number);

function hasFolder() {
    try {
        return process.cwd() !== '';
    } catch {
        return false;
    }
}

// Exit code 1 says that a check has failed; what goes wrong in here is none.
process.on('uncaughtException', error => {
    console.error(`iacs: Internal error: ${String(error?.message ?? error).split('\n')[0]} (please report it)`);
    if (process.env.IACS_DEBUG === '1') console.error(error);
    process.exit(2);
});
if (major < 22) {
    process.stderr.write(`iacs needs Node.js 22 or newer; this is ${process.versions.node}.\n`);
    process.exitCode = 2;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
    // A reader that is gone before the answer is there needs none.
    process.stdout.on('error', () => {});
    process.stdout.write(`${version()}\n`);
} else if (!hasFolder()) {
    process.stderr.write('iacs: The working directory does not exist any more: change to one that does.\n');
    process.exitCode = 2;
} else {
    const start = require('../dist/start.cjs');
    const args = process.argv.slice(2);
    // What draws or compares more is in the whole command line.
    const isAlone = {
        check: /^--base(=|$)/,
        diff: /svg$|^--(since|driver)(=|$)/i,
        diagram: /(png|vsdx)$|^--(sheet|watch|font)(=|$)/i,
    }[args[0]];
    if (isAlone && !args.some(word => isAlone.test(word))) {
        start.alone(args);
    } else {
        // What reads, judges, prints and ends costs V8's last compiler more than it gives back: a quarter of the
        // processor time, and no less of it on the main thread. Drawing and searching are other work.
        if (['check', 'assess', 'diff'].includes(args[0]) && !args.some(word => word.endsWith('svg')))
            require('node:v8').setFlagsFromString('--no-turbofan');
        // An import reads each cell once. V8 would take twice the room for young objects again and again, and give none
        // of it back: a third of the memory, for a few hundredths of the time.
        if (args[0] === 'import') require('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
        const folder = start.cacheFolder();
        if (folder !== undefined) require('node:module').enableCompileCache?.(folder);
        import('../dist/iacs.js').then(({ main }) => main(args, version()));
    }
}
