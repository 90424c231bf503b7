// Builds the extension into dist/, and with --package the VSIX beside it (vsix.mjs, which says what else may be given).
// Offline.
import '../../scripts/pinned-node.mjs';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { examplesLeftOut } from '../cli/build-texts.mjs';
import { forBrowser } from '../language/src/browser/bundle.mjs';
import { sharedFile, writeSharedCode } from './shared-code.mjs';
import { packVsix } from './vsix.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const dist = join(here, 'dist');
const at = (...parts) => join(here, ...parts);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const common = {
    bundle: true,
    minify: true,
    sourcemap: 'external',
    target: 'node22',
    platform: 'node',
    format: 'cjs',
    conditions: ['iacs-source'],
    logLevel: 'warning',
    legalComments: 'none',
    outExtension: { '.js': '.cjs' },
    // The worker's file is always given, so the place of the module is never asked for.
    define: { 'import.meta.url': '""' },
    // jsonc and others point `main` to a UMD file that hides its imports from a bundler.
    mainFields: ['module', 'main'],
    plugins: [examplesLeftOut],
};
const onMachine = {
    ...common,
    outdir: dist,
    external: ['vscode', sharedFile],
    // Imports are those of the command line; they are loaded when somebody imports.
    alias: { 'iacs-import': join(root, 'packages/cli/src/import-door.ts') },
};
const server = { ...onMachine, entryPoints: [at('src/server.ts')] };
const browserServer = {
    ...forBrowser,
    sourcemap: 'external',
    entryPoints: { 'server-browser': at('src/browser/server.ts') },
    plugins: [examplesLeftOut],
    outdir: dist,
};
const sharedApart = await writeSharedCode(dist, [server, browserServer], [examplesLeftOut]);
await build({ ...onMachine, entryPoints: [at('src/extension.ts')] });
await build({ ...server, plugins: [sharedApart(true), examplesLeftOut] });
await build({
    ...common,
    entryPoints: { 'elk-worker': join(root, 'packages/language/src/node/elk-worker.ts') },
    outdir: dist,
});
copyFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), join(dist, 'elk.min.js'));
// The same for a browser: its server runs in a worker, and is given ELK by the client.
await build({
    ...forBrowser,
    sourcemap: 'external',
    format: 'cjs',
    entryPoints: { 'extension-browser': at('src/browser/extension.ts') },
    outdir: dist,
    external: ['vscode'],
});
await build({ ...browserServer, plugins: [sharedApart(false), examplesLeftOut] });
await build({
    bundle: true,
    minify: true,
    sourcemap: 'external',
    target: 'es2022',
    platform: 'browser',
    format: 'iife',
    conditions: ['iacs-source'],
    logLevel: 'warning',
    legalComments: 'none',
    outdir: dist,
    entryPoints: { webview: at('src/webview/main.ts'), compare: at('src/webview/compare.ts') },
});
await build({
    minify: true,
    logLevel: 'warning',
    entryPoints: { webview: at('src/webview/style.css'), compare: at('src/webview/compare.css') },
    outdir: dist,
});

// Copies of what stands once in the repository.
for (const folder of ['templates', 'schema', 'docs']) rmSync(at(folder), { recursive: true, force: true });
for (const name of ['empty', 'single-site', 'substation', 'water-plant'])
    cpSync(join(root, 'examples/templates', name, 'main.iacs'), at('templates', name, 'main.iacs'));
// A plant has no Internet: the pages that links of findings lead to are packed, without those on making the project.
const notPacked = ['performance.md', 'release.md'];
for (const name of readdirSync(join(root, 'docs')))
    if (name === 'rules' || (name.endsWith('.md') && !notPacked.includes(name)))
        cpSync(join(root, 'docs', name), at('docs', name), { recursive: true });
mkdirSync(at('schema'), { recursive: true });
copyFileSync(join(root, 'packages/language/schema/iacs.config.schema.json'), at('schema/iacs.config.schema.json'));
for (const name of ['LICENSE', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.md', 'THIRD-PARTY-NOTICES.txt']) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), at(name));
}

if (process.argv.includes('--package')) packVsix();
