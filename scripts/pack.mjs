/**
 * Packs the command line and the library as npm packages: `npm run pack`, after `npm run build`.
 *
 *   node scripts/pack.mjs              writes build/packages/iacs-cli-VERSION.tgz and iacs-language-VERSION.tgz
 *   node scripts/pack.mjs --to FOLDER  writes them there
 *   node scripts/pack.mjs --repository URL   the project's address, where neither pipeline nor clone says it
 *
 * The command line brings all that it runs in its bundle and depends on nothing, so that it installs without a network.
 * The library declares its dependencies. npm gives every file in a package the same time, so two builds of one commit
 * with the same address have the same bytes: modes are set here, since a clone has those of its umask, and npm lets
 * programs run.
 */
import { execFileSync } from 'node:child_process';
import {
    chmodSync,
    cpSync,
    existsSync,
    globSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFault } from './fresh-build.mjs';
import { projectAddress } from './project-address.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = file => JSON.parse(readFileSync(join(root, file), 'utf8'));

function fail(message) {
    console.error(message);
    process.exit(2);
}

const { values } = parseArgs({
    options: { to: { type: 'string', default: join(root, 'build/packages') }, repository: { type: 'string' } },
});
const address = projectAddress({ option: values.repository });

/** The part of a package.json that both packages have. */
function manifest(folder, more) {
    const { name, version, description, license, type, engines } = read(`${folder}/package.json`);
    return {
        name,
        version,
        description,
        license,
        type,
        engines,
        keywords: ['iec-62443', 'ot-security', 'ics', 'zones-and-conduits'],
        ...(address && {
            repository: { type: 'git', url: `git+${address.repository}`, directory: folder },
            bugs: { url: address.bugs },
            homepage: address.homepage,
        }),
        ...more,
    };
}

/** An export without the condition for our own tests, which run the sources. */
function published(exports) {
    return Object.fromEntries(
        Object.entries(exports).map(([door, { types, default: file }]) => [door, { types, default: file }]),
    );
}

function copy(from, to) {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, from), to, { recursive: true });
}

function stage(folder, target, packageJson) {
    copy(`${folder}/README.md`, join(target, 'README.md'));
    for (const name of ['LICENSE', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.md']) copy(name, join(target, name));
    writeFileSync(join(target, 'package.json'), `${JSON.stringify(packageJson, null, 2)}\n`);
}

function stageCommandLine(target) {
    const fault = buildFault('npm run build');
    if (fault) fail(fault.message);
    for (const folder of ['bin', 'dist']) copy(`packages/cli/${folder}`, join(target, folder));
    stage('packages/cli', target, manifest('packages/cli', { bin: read('packages/cli/package.json').bin }));
}

function stageLibrary(target) {
    const { exports, dependencies, sideEffects } = read('packages/language/package.json');
    // Only what has a source: the compiler leaves what earlier sources became.
    const sources = globSync('**/*.ts', { cwd: join(root, 'packages/language/src') });
    for (const source of sources) {
        for (const ending of ['.js', '.d.ts']) {
            const file = source.replace(/\.ts$/, ending);
            if (!existsSync(join(root, 'packages/language/out', file)))
                fail('The library is not compiled. Run: npm run build');
            copy(`packages/language/out/${file}`, join(target, 'out', file));
        }
    }
    copy('packages/language/schema', join(target, 'schema'));
    stage(
        'packages/language',
        target,
        manifest('packages/language', { sideEffects, exports: published(exports), dependencies }),
    );
}

/**
 * Packs folders with the npm that started this, or the one on the path: all at once, since to start npm takes longer
 * than to pack.
 * @returns the names of the files, in the order of the folders
 */
function npmPack(names, cwd, destination) {
    const words = ['pack', '--silent', '--ignore-scripts', ...names.map(name => `./${name}`), '--pack-destination'];
    const npm = process.env.npm_execpath ?? '';
    const options = { cwd, encoding: 'utf8' };
    // On Windows npm is a script of its shell, which divides words at spaces.
    const shell = process.platform === 'win32';
    const printed = /\.c?js$/.test(npm)
        ? execFileSync(process.execPath, [npm, ...words, destination], options)
        : execFileSync('npm', [...words, shell ? `"${destination}"` : destination], { ...options, shell });
    return printed.trim().split(/\r?\n/);
}

const destination = resolve(values.to);
mkdirSync(destination, { recursive: true });
const staged = mkdtempSync(join(tmpdir(), 'iacs-pack-'));
try {
    const packages = { cli: stageCommandLine, language: stageLibrary };
    for (const [name, fill] of Object.entries(packages)) {
        const folder = join(staged, name);
        mkdirSync(folder);
        fill(folder);
        for (const file of globSync('**/*', { cwd: folder }).map(each => join(folder, each)))
            if (statSync(file).isFile()) chmodSync(file, 0o644);
    }
    for (const file of npmPack(Object.keys(packages), staged, destination)) console.log(join(destination, file));
} finally {
    rmSync(staged, { recursive: true, force: true });
}
