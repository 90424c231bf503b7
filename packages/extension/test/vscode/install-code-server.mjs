// Puts a real VS Code (code-server) into build/code-server, once. Outside the workspace packages, so that `npm ci`
// stays small.
// Its native parts are compiled for the Node that runs this script: the headers come from the npm package of that very
// Node.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '4.139.1';
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
export const home = join(root, 'build/code-server');
export const entry = join(home, 'node_modules/code-server/out/node/entry.js');
const mark = join(home, 'installed.json');

/** Installs code-server unless this version is there already. Throws an error that says what failed. */
export function installCodeServer() {
    const wanted = JSON.stringify({ version, node: process.version });
    if (existsSync(mark) && existsSync(entry) && readFileSync(mark, 'utf8') === wanted) return;
    console.log(
        `Installing code-server ${version} for Node ${process.version} into build/code-server (about two minutes) …`,
    );
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const headers = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    npm(['install', `${headers}@${process.versions.node}`, '--ignore-scripts']);
    npm(['install', `code-server@${version}`], {
        npm_config_nodedir: join(home, 'node_modules', headers),
        npm_config_jobs: 'max',
    });
    if (!existsSync(entry)) throw new Error(`code-server was installed, but ${entry} is not there.`);
    writeFileSync(mark, wanted);
}

function npm(args, more = {}) {
    const inherited = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)),
    );
    const path = `${dirname(process.execPath)}:${process.env.PATH}`;
    const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error', '--prefix', home], {
        cwd: home,
        stdio: 'inherit',
        env: { ...inherited, PATH: path, ...more },
    });
    if (done.status !== 0)
        throw new Error(`npm ${args.slice(0, 2).join(' ')} failed. It needs build-essential and libkrb5-dev (Debian).`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installCodeServer();
