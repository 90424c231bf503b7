// Builds the extension into dist/, and with --package the VSIX beside it. Offline.
import '../../scripts/pinned-node.mjs';
import { execFileSync } from 'node:child_process';
import {
    copyFileSync,
    cpSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forBrowser } from '../language/src/browser/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const dist = join(here, 'dist');
const at = (...parts) => join(here, ...parts);

rmSync(dist, { recursive: true, force: true });
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
};
await build({
    ...common,
    entryPoints: [at('src/extension.ts'), at('src/server.ts')],
    outdir: dist,
    external: ['vscode'],
    // Imports are those of the command line; they are loaded when somebody imports.
    alias: { 'iacs-import': join(root, 'packages/cli/src/import-door.ts') },
});
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
await build({
    ...forBrowser,
    sourcemap: 'external',
    entryPoints: { 'server-browser': at('src/browser/server.ts') },
    outdir: dist,
});
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
// A plant has no Internet: the pages that links of findings lead to are packed.
for (const name of readdirSync(join(root, 'docs')).filter(each => each === 'rules' || each.endsWith('.md')))
    cpSync(join(root, 'docs', name), at('docs', name), { recursive: true });
mkdirSync(at('schema'), { recursive: true });
copyFileSync(join(root, 'packages/language/schema/iacs.config.schema.json'), at('schema/iacs.config.schema.json'));
for (const name of ['LICENSE', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.md', 'THIRD-PARTY-NOTICES.txt']) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), at(name));
}

/**
 * Seconds of the commit that is packed: two builds of one commit give the same bytes. A tree without git takes the year
 * 2026.
 */
function packedAt() {
    if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
    try {
        return execFileSync('git', ['log', '-1', '--format=%ct'], {
            cwd: root,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
        }).trim();
    } catch {
        return '1767225600';
    }
}

/** The project's address on the web, `https://…`, from `repository` of the manifest of the workspace; none is invented. */
const { repository = null } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What is in the VSIX, apart from its manifest. */
const packed = [
    ...['package.nls.json', 'package.nls.de.json', 'language-configuration.json'],
    ...['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'],
    ...['dist', 'docs', 'media', 'schema', 'syntaxes', 'templates', 'walkthrough'],
];

/**
 * The manifest as it is packed: without what only the build needs. Where it has `"type": "module"`, a web extension
 * host takes a file that ends in `.js` for a module, and refuses it.
 */
function manifest() {
    const kept = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    for (const name of ['type', 'scripts', 'dependencies', 'devDependencies']) delete kept[name];
    const address = repository && {
        repository: { type: 'git', url: `${repository}.git`, directory: 'packages/extension' },
        bugs: { url: `${repository}/issues` },
        homepage: `${repository}#readme`,
    };
    return `${JSON.stringify({ ...kept, ...address, files: ['**'] }, null, 2)}\n`;
}

/**
 * A page as it is packed. A store shows pictures and links of web addresses only: without the project's address
 * pictures are left out, and links become their words.
 * @param folder of the page, in the repository
 */
function page(name, folder) {
    const base = repository && `${repository}/raw/HEAD/${folder}`;
    return readFileSync(at(name), 'utf8')
        .replace(/^!\[([^\]]*)\]\((?!https:)([^)]*)\)\n+/gm, (_, text, path) =>
            base ? `![${text}](${base}${path})\n\n` : '',
        )
        .replace(/(?<!!)\[([^\]]*)\]\((?!https:|#)([^)]*)\)/g, (_, text, path) =>
            base ? `[${text}](${base.replace('/raw/', '/blob/')}${path})` : text,
        );
}

/** Puts what is packed into a folder of its own. */
function stage() {
    const staged = at('build');
    rmSync(staged, { recursive: true, force: true });
    for (const name of packed)
        cpSync(at(name), join(staged, name), { recursive: true, filter: file => !file.endsWith('.map') });
    writeFileSync(join(staged, 'package.json'), manifest());
    writeFileSync(join(staged, 'README.md'), page('README.md', 'packages/extension/'));
    writeFileSync(join(staged, 'CHANGELOG.md'), page('CHANGELOG.md', ''));
    return staged;
}

if (process.argv.includes('--package')) {
    for (const name of readdirSync(here)) if (name.endsWith('.vsix')) rmSync(at(name));
    const vsix = at('iacs-vscode.vsix');
    const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
    execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '-o', vsix], {
        cwd: stage(),
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, SOURCE_DATE_EPOCH: packedAt() },
    });
    const bytes = statSync(vsix).size;
    console.log(`packages/extension/iacs-vscode.vsix: ${(bytes / 1024 / 1024).toFixed(2)} MB`);
    if (bytes > 2.5 * 1024 * 1024) throw new Error('The VSIX is larger than 2.5 MB.');
}
