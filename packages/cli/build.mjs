// Bundles the command line: one entry that loads each command when it is called, the thread that runs ELK, and what
// pictures need.
import '../../scripts/pinned-node.mjs';
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildAlone } from './build-alone.mjs';

const here = relative => fileURLToPath(new URL(relative, import.meta.url));
// Built aside and then swapped, so that nobody meets half a bundle.
const finished = here('./dist');
const dist = here('./dist.new');
const require = createRequire(import.meta.url);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const common = {
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    conditions: ['iacs-source'],
    logLevel: 'warning',
    legalComments: 'none',
};
// Bundled CommonJS packages ask for `require`, which an ES module lacks.
const banner = {
    js: "import { createRequire as __iacsRequire } from 'node:module'; const require = __iacsRequire(import.meta.url);",
};

await build({
    ...common,
    entryPoints: { iacs: here('./src/main.ts') },
    outdir: dist,
    splitting: true,
    chunkNames: 'part-[hash]',
    banner,
});
await build({
    ...common,
    entryPoints: { 'elk-worker': here('../language/src/node/elk-worker.ts') },
    outdir: dist,
    banner,
});
await build({
    ...common,
    entryPoints: { start: here('./start/index.js') },
    outdir: dist,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
});

await buildAlone(dist, common);

// Compiled by the worker itself, which keeps the compiled code.
copyFileSync(require.resolve('elkjs/lib/elk-worker.min.js'), `${dist}/elk.min.js`);
copyFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'), `${dist}/resvg.wasm`);
copyFileSync(require.resolve('highs/runtime'), `${dist}/highs.wasm`);
copyFileSync(require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'), `${dist}/Arimo-Regular.ttf`);
copyFileSync(require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'), `${dist}/Arimo-Bold.ttf`);

rmSync(finished, { recursive: true, force: true });
renameSync(dist, finished);
