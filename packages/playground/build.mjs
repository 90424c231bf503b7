/**
 * Writes the playground, one HTML file that works from a disk: `npm run playground`, or `node build.mjs --to FILE`.
 * Offline.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { examplesLeftOut } from '../cli/build-texts.mjs';
import { pageBody } from '../extension/src/preview/page-html.ts';
import { forBrowser } from '../language/src/browser/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const read = file => readFileSync(join(root, file), 'utf8');
const { values } = parseArgs({ options: { to: { type: 'string', default: join(here, 'dist/playground.html') } } });

async function bundle(entry, options = {}) {
    const { outputFiles } = await build({
        ...forBrowser,
        plugins: [examplesLeftOut],
        entryPoints: [join(here, 'src', entry)],
        outdir: join(here, 'dist'),
        write: false,
        ...options,
    });
    return outputFiles[0].text;
}

const css = async file => (await build({ entryPoints: [file], minify: true, write: false })).outputFiles[0].text;

/** A script inside of a page may not have what ends it; inside of a string or an expression this means the same. */
const inPage = script => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--');
const hashOf = script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** The files of an example with what they import, the root first; paths from the folder that all of them are in. */
function modelAt(folder, title = null) {
    const found = new Map();
    const visit = path => {
        if (found.has(path) || !existsSync(join(root, path))) return;
        const text = read(path);
        found.set(path, text);
        for (const [, imported] of text.matchAll(/^\s*import\s+"([^"]+)"/gm))
            visit(posix.normalize(posix.join(posix.dirname(path), imported)));
    };
    visit(`${folder}/main.iacs`);
    const inside = [...found.keys()].every(path => path.startsWith(`${folder}/`));
    const base = inside ? folder : posix.dirname(folder);
    const [, text] = [...found][0];
    return {
        title: title ?? /^\s*system\s+\S+\s+"([^"]+)"/m.exec(text)[1],
        files: [...found].map(([path, content]) => [path.slice(base.length + 1), content]),
    };
}

const shown = ['truck-loading', 'swat', 'refinery', 'substations', 'ship', 'grfics', 'as-found', 'broken-plant'];
const others = globSync('examples/*/main.iacs', { cwd: root })
    .map(file => posix.basename(posix.dirname(file.replaceAll('\\', '/'))))
    .filter(name => !shown.includes(name))
    .sort();

const preview = inPage(await bundle('preview.ts'));
const frame = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Zones and conduits</title>
<style>${await css(join(root, 'packages/extension/src/webview/style.css'))}${await css(join(here, 'src/preview.css'))}</style>
</head>
<body class="vscode-light">
${pageBody}
<script>${preview}</script>
</body>
</html>`;

const script = inPage(await bundle('main.ts', { format: 'esm', splitting: false }));
const data = {
    server: await bundle('server.ts'),
    elk: readFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), 'utf8'),
    grammar: JSON.stringify(JSON.parse(read('packages/extension/syntaxes/iacs.tmLanguage.json'))),
    preview: frame,
    examples: [...shown, ...others].map(name => modelAt(`examples/${name}`)),
    templates: [
        modelAt('examples/templates/empty', 'Empty'),
        modelAt('examples/templates/single-site'),
        modelAt('examples/templates/water-plant'),
        modelAt('examples/templates/substation'),
    ],
    version: JSON.parse(read('packages/playground/package.json')).version,
};
// Nothing may be asked for: no connection, no form, no other page, and only these two scripts.
const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} ${hashOf(preview)}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
].join('; ');
const icon = `data:image/svg+xml;base64,${Buffer.from(read('packages/extension/media/icon.svg')).toString('base64')}`;
const parts = {
    policy,
    icon,
    style: await css(join(here, 'src/style.css')),
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
    script,
};
const page = readFileSync(join(here, 'src/index.html'), 'utf8').replace(/\{(\w+)\}/g, (_, name) => parts[name]);
const target = resolve(values.to);
mkdirSync(dirname(target), { recursive: true });
// Written aside and then renamed, so that nobody opens half a page.
writeFileSync(`${target}.new`, page);
renameSync(`${target}.new`, target);
console.log(`${target}: ${(Buffer.byteLength(page) / 1e6).toFixed(2)} MB`);
