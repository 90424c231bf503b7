/**
 * Packs what build.mjs has built as a VSIX; `npm run package` does both.
 *
 *   node packages/extension/vsix.mjs                    writes packages/extension/iacs-vscode.vsix
 *   node packages/extension/vsix.mjs --out FILE         writes it there
 *   node packages/extension/vsix.mjs --repository URL   the project's address on the web, where no pipeline and no
 *                                                       remote of the clone says it, or says another one
 *
 * Two builds of one commit with the same address give the same bytes, on whichever system.
 */
import '../../scripts/pinned-node.mjs';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withSameModes } from '../../scripts/archive/zip-modes.mjs';
import { tighter } from '../../scripts/archive/zip-tight.mjs';
import { projectAddress } from '../../scripts/project-address.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const at = (...parts) => join(here, ...parts);

/** What is in the VSIX, apart from its manifest. */
const packed = [
    ...['package.nls.json', 'package.nls.de.json', 'language-configuration.json'],
    ...['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'],
    ...['dist', 'docs', 'media', 'schema', 'syntaxes', 'templates', 'walkthrough'],
];

/** Seconds of the commit that is packed; a tree without git takes the year 2026. */
function packedAt() {
    if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
    try {
        const stdio = ['ignore', 'pipe', 'ignore'];
        return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio }).trim();
    } catch {
        return '1767225600';
    }
}

/**
 * The manifest as it is packed: without what only the build needs. Where it has `"type": "module"`, a web extension
 * host takes a file that ends in `.js` for a module, and refuses it.
 */
function manifest(address) {
    const kept = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    for (const name of ['type', 'scripts', 'dependencies', 'devDependencies']) delete kept[name];
    const known = address && {
        repository: { type: 'git', url: address.repository, directory: 'packages/extension' },
        bugs: { url: address.bugs },
        homepage: address.homepage,
    };
    return `${JSON.stringify({ ...kept, ...known, files: ['**'] }, null, 2)}\n`;
}

/**
 * A page as it is packed. A store shows pictures and links of web addresses only: without the project's address
 * pictures are left out, and links become their words.
 * @param {string} folder of the page, in the repository
 */
function page(name, folder, address) {
    return readFileSync(at(name), 'utf8')
        .replace(/^!\[([^\]]*)\]\((?!https:)([^)]*)\)\n+/gm, (_, text, path) =>
            address ? `![${text}](${address.files}${folder}${path})\n\n` : '',
        )
        .replace(/(?<!!)\[([^\]]*)\]\((?!https:|#)([^)]*)\)/g, (_, text, path) =>
            address ? `[${text}](${address.pages}${folder}${path})` : text,
        );
}

/** Puts what is packed into a folder of its own. */
function stage(staged, address) {
    for (const name of packed)
        cpSync(at(name), join(staged, name), { recursive: true, filter: file => !file.endsWith('.map') });
    writeFileSync(join(staged, 'package.json'), manifest(address));
    writeFileSync(join(staged, 'README.md'), page('README.md', 'packages/extension/', address));
    writeFileSync(join(staged, 'CHANGELOG.md'), page('CHANGELOG.md', '', address));
}

/** Packs what was built. Throws where the VSIX could not be made or is too large. */
export function packVsix() {
    const { values } = parseArgs({
        options: {
            out: { type: 'string', default: at('iacs-vscode.vsix') },
            repository: { type: 'string' },
            package: { type: 'boolean' },
        },
    });
    const address = projectAddress({ option: values.repository });
    const vsix = resolve(values.out);
    rmSync(vsix, { force: true });
    const staged = mkdtempSync(join(tmpdir(), 'iacs-vsix-'));
    try {
        stage(staged, address);
        const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
        execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '-o', vsix], {
            cwd: staged,
            stdio: ['ignore', 'ignore', 'inherit'],
            env: { ...process.env, SOURCE_DATE_EPOCH: packedAt() },
        });
    } finally {
        rmSync(staged, { recursive: true, force: true });
    }
    writeFileSync(vsix, tighter(withSameModes(readFileSync(vsix))));
    const bytes = statSync(vsix).size;
    console.log(`${relative(root, vsix)}: ${(bytes / 1024 / 1024).toFixed(2)} MB`);
    if (address === null)
        console.error(
            'For a store it lacks the address of the project: no remote `origin`, no pipeline and no ' +
                '`--repository https://…` names one.',
        );
    if (bytes > 2.5 * 1024 * 1024) throw new Error('The VSIX is larger than 2.5 MB.');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) packVsix();
