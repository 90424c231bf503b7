// Bundles `iacs check`, `iacs diff` and `iacs diagram`, each by itself, into one CommonJS file: see
// src/check-alone.ts.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildLater, calledLater, laterFiles } from './build-later.mjs';
import { libraryLookedUp, textsApart, writeTexts } from './build-texts.mjs';

const here = relative => fileURLToPath(new URL(relative, import.meta.url));

const missing = name => `export const ${name} = () => { throw new Error('${name} is not part of this file'); };`;

/** What a command by itself never reaches: `bin/iacs.js` calls the whole command line for it. */
const elsewhere = modules => ({
    name: 'elsewhere',
    setup({ onLoad }) {
        for (const [filter, ...names] of modules)
            onLoad({ filter }, () => ({ contents: names.map(missing).join('\n'), loader: 'ts' }));
    },
});

const notInCheck = elsewhere([
    [/check[\\/]since\.ts$/, 'checkedSince'],
    [/compare[\\/]trend\.ts$/, 'showTrend'],
    [/src[\\/]git-driver\.ts$/, 'driverText'],
    [/print[\\/]to-svg\.ts$/, 'diffSvg'],
    [/src[\\/]node[\\/]index\.ts$/, 'elkEngine'],
]);

const notInDiagram = elsewhere([
    [/cli[\\/]src[\\/]watch\.ts$/, 'watch'],
    [/diagram[\\/]zip\.ts$/, 'zipped'],
    [/node[\\/]png-host\.ts$/, 'toPng'],
    [/node[\\/]machine-fonts\.ts$/, 'covered', 'fontsFor', 'machineFonts'],
]);

/**
 * Modules of Node that a usual run does not need, with the functions that it may call: each is loaded with the first
 * call.
 */
const onCall = {
    'node:crypto': ['createHash', 'randomBytes'],
    'node:fs/promises': ['readdir'],
    'node:os': ['availableParallelism', 'tmpdir'],
    'node:timers/promises': ['setTimeout'],
    'node:util': ['parseArgs'],
    'node:worker_threads': ['Worker'],
};

const builtIns = {
    name: 'built-ins',
    setup({ onLoad, onResolve }) {
        onResolve({ filter: new RegExp(`^(${Object.keys(onCall).join('|')})$`) }, ({ path, kind }) =>
            kind === 'import-statement' ? { path, namespace: 'on-call' } : undefined,
        );
        onLoad({ filter: /.*/, namespace: 'on-call' }, ({ path }) => ({
            // Called with `new`, a function that returns an object makes that object.
            contents: onCall[path]
                .map(
                    name => `export function ${name}(...args) {
                    const { ${name}: real } = require('${path}');
                    return new.target ? new real(...args) : real(...args);
                }`,
                )
                .join('\n'),
            loader: 'js',
        }));
    },
};

/**
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions} common what all bundles have
 */
export async function buildAlone(dist, common) {
    const bundles = [
        { name: 'check', first: [libraryLookedUp] },
        { name: 'diff', first: [] },
    ].map(({ name, first }) => ({ entry: here(`./src/${name}-alone.ts`), outfile: `${dist}/${name}.cjs`, first }));
    const options = {
        ...common,
        format: 'cjs',
        charset: 'ascii',
        define: { 'import.meta.url': '__iacsUrl' },
        banner: { js: "const __iacsUrl = require('node:url').pathToFileURL(__filename).href;" },
    };
    const plugins = [notInCheck, textsApart, builtIns];
    for (const { entry, outfile, first } of bundles)
        await build({ ...options, entryPoints: [entry], outfile, plugins: [...first, calledLater, ...plugins] });
    // A picture may have the titles that a check leaves out.
    const diagram = `${dist}/diagram.cjs`;
    await build({
        ...options,
        entryPoints: [here('./src/diagram-alone.ts')],
        outfile: diagram,
        plugins: [notInDiagram, textsApart, builtIns],
    });
    await buildLater(dist, { ...options, plugins });
    await writeTexts(dist);
    const files = [...bundles.map(({ outfile }) => outfile), diagram, ...laterFiles.map(name => `${dist}/${name}`)];
    for (const each of files) seal(each);
}

/** Makes a file one whose compiled code can be kept: see start/kept-code.js. */
function seal(file) {
    // The file is loaded as Latin-1, and esbuild leaves other signs as they are in regular expressions.
    const text = readFileSync(file, 'utf8').replace(
        /[^\x00-\x7f]/g,
        unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const head = `// ${digest}\n(function (exports, require, module, __filename, __dirname) {`;
    writeFileSync(file, `${head}${text}\n})`, 'latin1');
}
