/**
 * Makes the archive of a platform and tries it: `node scripts/try-archive.mjs linux-arm64`, after `npm run build`. What
 * each command prints and writes there has to be what the archive of this platform prints and writes here.
 *
 *   node scripts/try-archive.mjs linux-arm64   under QEMU (Debian: qemu-user-static, libc6-arm64-cross,
 *                                              libstdc++6-arm64-cross; binfmt_misc has to know it)
 *   node scripts/try-archive.mjs win-x64       under Wine (Debian: wine64), set to Windows 10; with the Node of here
 *                                              from Wine 10 on (Debian 13)
 *
 * Everything is in iacs-try in the folder for temporary files, outside of any repository, and stays there: each side
 * leaves what it found as results.json.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';

const root = fileURLToPath(new URL('../', import.meta.url));
const top = join(tmpdir(), 'iacs-try');
const own = `${process.platform}-${process.arch}`;

/** The Node for Wine. Wine 8 cannot reserve memory as V8 of Node 24 does: the newest Node 22. */
function nodeForWine() {
    const [, major] = /^wine-(\d+)/.exec(run(['wine', '--version'])) ?? [];
    return Number(major) >= 10 ? process.versions.node : '22.23.3';
}

/** How a program of a platform runs here. */
const counterparts = {
    'linux-arm64': { run: [], env: { QEMU_LD_PREFIX: '/usr/aarch64-linux-gnu' } },
    'win-x64': {
        run: ['wine'],
        nodeVersion: nodeForWine,
        // A file by its name on this machine, which Windows has not.
        env: { WINEPREFIX: join(top, 'wine'), WINEDEBUG: '-all', NODE_EXTRA_CA_CERTS: '' },
        prepare: ['wine', 'winecfg', '-v', 'win10'],
        pathOf: file => `Z:${file.replaceAll('/', '\\')}`,
    },
    [own]: { run: [] },
};

function run([program, ...args], options = {}) {
    return execFileSync(program, args, { encoding: 'utf8', ...options });
}

/** The package of npm that has a Node, unpacked; it is fetched once. */
function nodeOf(platform, version) {
    const folder = join(top, `node-${platform}-${version}`);
    if (existsSync(folder)) return folder;
    mkdirSync(folder, { recursive: true });
    const file = run(['npm', 'pack', '--silent', `node-${platform}@${version}`], { cwd: top }).trim();
    run(['tar', '-xzf', join(top, file), '-C', folder, '--strip-components', '1']);
    rmSync(join(top, file));
    return folder;
}

function unzip(zip, folder) {
    for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
    }
}

/** Makes and unpacks the archive, lets its own Node go through it, and gives back what that wrote. */
function tour(platform) {
    const counterpart = counterparts[platform];
    const { nodeVersion = () => process.versions.node, env = {}, prepare, pathOf = file => file } = counterpart;
    const folder = join(top, `try ${platform}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'a plant'), { recursive: true });
    const archive = (...args) => run([process.execPath, join(root, 'scripts/archive.mjs'), ...args]);
    const key = archive('--new-key', join(folder, 'key.pem')).trim();
    const trial = ['--quick', '--node-licence', join(root, 'LICENSE')];
    const other = platform === own ? [] : ['--node', nodeOf(platform, nodeVersion())];
    archive(...trial, '--key', join(folder, 'key.pem'), '--to', join(folder, 'release'), ...other);
    const [name] = globSync('*.tar.gz', { cwd: join(folder, 'release') });
    run(['tar', '-xzf', join(folder, 'release', name), '-C', folder]);
    const home = join(folder, name.replace('.tar.gz', ''));
    unzip(join(home, 'iacs-vscode.vsix'), join(folder, 'vsix'));
    for (const example of ['truck-loading', 'as-found', 'library'])
        cpSync(join(root, 'examples', example), join(folder, 'examples', example), { recursive: true });
    const options = { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] };
    if (prepare) run(prepare, options);
    const [binary] = globSync('node/bin/node*', { cwd: home });
    const places = [join(root, 'scripts/archive/tour.mjs'), home, join(folder, 'a plant')].map(pathOf);
    const results = join(folder, 'results.json');
    run([...counterpart.run, join(home, binary), ...places, key, pathOf(results)], options);
    return JSON.parse(readFileSync(results, 'utf8'));
}

const [platform] = process.argv.slice(2);
if (!Object.hasOwn(counterparts, platform)) {
    console.error(`Name one of ${Object.keys(counterparts).join(', ')}.`);
    process.exit(2);
}
const [here, there] = [own, platform].map(tour);
const steps = Object.keys(here).filter(step => step in there);
// A server may say of its files what it likes first.
const differing = steps.filter(step => !isDeepStrictEqual(here[step], there[step]));
for (const step of differing)
    console.log(`${step}\n  ${own}: ${JSON.stringify(here[step])}\n  ${platform}: ${JSON.stringify(there[step])}`);
console.log(`${platform}: ${steps.length - differing.length} of ${steps.length} steps are as on ${own}.`);
process.exitCode = differing.length > 0 ? 1 : 0;
