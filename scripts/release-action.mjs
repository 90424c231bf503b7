/**
 * Makes the commit that a workflow uses: the action with the built command line, so that it starts without installing
 * anything.
 *
 *     node scripts/release-action.mjs [--branch action-build] [--to FOLDER [--whole]]     (after npm run bundle)
 *
 * The commit goes on top of the branch; the working tree, the index and the branch that is checked out stay as they
 * are. The same source makes the same tree, and then no further commit. With --to, the files are written to a folder;
 * with --whole too, all that the command line needs, for an image in which people run other commands than the action.
 * Push the branch afterwards, and name the commit in the workflow by its full hash.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { assertFreshBuild } from './fresh-build.mjs';

const top = fileURLToPath(new URL('../', import.meta.url));
const read = file => readFileSync(join(top, file));

/** What pictures and documents need; a check and a comparison do not. */
const unused = /\/(elk\.min\.js|elk-worker\.js|resvg\.wasm|highs\.wasm|Arimo-\w+\.ttf)$/;

function filesOf() {
    assertFreshBuild('npm run bundle');
    const names = [
        'action.yml',
        'LICENSE',
        'THIRD-PARTY-NOTICES.md',
        'packages/cli/package.json',
        ...globSync(['action/*.mjs', 'packages/cli/bin/*', 'packages/cli/dist/*'], { cwd: top }),
    ].map(name => name.replaceAll('\\', '/'));
    return new Map(
        names
            .filter(name => values.whole || !unused.test(name))
            .sort()
            .map(name => [name, read(name)]),
    );
}

const { values } = parseArgs({
    options: {
        branch: { type: 'string', default: 'action-build' },
        to: { type: 'string' },
        whole: { type: 'boolean', default: false },
    },
});
if (values.whole && !values.to) throw new Error('--whole is for a folder: name it with --to.');
const source = git('rev-parse', 'HEAD');
const files = filesOf();

function git(...args) {
    return execFileSync('git', args, { cwd: top, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] }).trim();
}

if (values.to) {
    for (const [name, content] of files) {
        mkdirSync(dirname(join(values.to, name)), { recursive: true });
        writeFileSync(join(values.to, name), content);
    }
} else {
    if (git('status', '--porcelain') !== '') throw new Error('There are changes that are not committed.');
    const folder = mkdtempSync(join(tmpdir(), 'iacs-release-'));
    try {
        // An index of its own: that of the working tree is not touched.
        const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
        const entries = [...files].map(([name, content]) => {
            const oid = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: top, input: content });
            return `100644 ${oid.toString('utf8').trim()}\t${name}\n`;
        });
        execFileSync('git', ['update-index', '--index-info'], { cwd: top, env, input: entries.join('') });
        const tree = execFileSync('git', ['write-tree'], { cwd: top, env, encoding: 'utf8' }).trim();
        const tip = parentOf(`refs/heads/${values.branch}`);
        const known = tip !== null && git('rev-parse', `${tip}^{tree}`) === tree;
        const commit = known ? tip : commitOf(tree, tip);
        if (!known) git('update-ref', `refs/heads/${values.branch}`, commit, tip ?? '');
        console.log(`${commit} on the branch ${values.branch}${known ? ', as it was' : ''}, built from ${source}`);
        console.log(`Push it, and use it: OWNER/REPOSITORY@${commit}`);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function parentOf(branch) {
    try {
        return execFileSync('git', ['rev-parse', '--verify', '--quiet', branch], { cwd: top, encoding: 'utf8' }).trim();
    } catch {
        return null;
    }
}

/** With the day of the source, so that the same source makes the same commit. */
function commitOf(tree, parent) {
    const date = git('log', '-1', '--format=%cI', source);
    const args = ['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-m', `Build of ${source}`];
    return execFileSync('git', args, {
        cwd: top,
        encoding: 'utf8',
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    }).trim();
}
