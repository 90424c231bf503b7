// Puts a real VS Code (code-server) into build/code-server, once. Outside the workspace packages, so that `npm ci`
// stays small.
// The native parts that a window needs are compiled for the Node that the project pins, which runs code-server: its
// headers come from the npm package of that Node, and so does the Node that compiles. So any Node can run this script,
// also beside an `npm ci` that has not brought the pinned one yet.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '4.139.1';
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const node = devDependencies.node;
export const home = join(root, 'build/code-server');
export const entry = join(home, 'node_modules/code-server/out/node/entry.js');
const mark = join(home, 'installed.json');

/** Installs code-server unless this version is there already. Throws an error that says what failed. */
export function installCodeServer() {
    const wanted = JSON.stringify({ version, node: `v${node}` });
    if (existsSync(mark) && existsSync(entry) && readFileSync(mark, 'utf8') === wanted) return;
    console.log(`Installing code-server ${version} for Node ${node} into build/code-server …`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const headers = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    npm(home, ['install', `${headers}@${node}`, `code-server@${version}`, '--ignore-scripts']);
    // What the installation of code-server does, but that it compiles all native parts: a database, Kerberos and parts
    // for Windows, which no test uses, took two minutes of processor time.
    const code = join(home, 'node_modules/code-server/lib/vscode');
    for (const folder of [code, join(code, 'extensions')]) npm(folder, ['install', '--omit=dev', '--ignore-scripts']);
    const pinned = join(home, 'node_modules', headers);
    npm(code, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
        PATH: `${join(pinned, process.platform === 'win32' ? '' : 'bin')}${delimiter}${process.env.PATH}`,
        npm_config_nodedir: pinned,
        npm_config_jobs: 'max',
        CFLAGS: '-O0',
        CXXFLAGS: '-O0',
    });
    if (!existsSync(entry)) throw new Error(`code-server was installed, but ${entry} is not there.`);
    writeFileSync(mark, wanted);
}

function npm(folder, args, more = {}) {
    const inherited = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)),
    );
    const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder], {
        cwd: folder,
        stdio: 'inherit',
        env: { ...inherited, ...more },
    });
    if (done.status !== 0)
        throw new Error(`npm ${args.slice(0, 2).join(' ')} failed. It needs build-essential (Debian).`);
}

if (import.meta.main) installCodeServer();
