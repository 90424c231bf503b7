import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { modelTemplates } from 'iacs-language';
import { reasonOf } from 'iacs-language/read-text';
import { defaultBranches } from '../git.ts';
import { setUpGit } from '../git-setup.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { oneOf, readOptions } from '../options.ts';
import { assertNameable, unwritten, writeWhole } from '../write-whole.ts';

const width = Math.max(...modelTemplates.map(({ name }) => name.length));

const usage = `Usage: iacs init [folder]

Starts a model: main.iacs and the settings file iacs.config.json; with --action, a workflow for pull
requests too. Without a folder: the working directory. Files that are there already are left alone;
where there is a model, in the folder or below it, --action and --git add theirs alone. Without a
folder they look for one in the whole repository.

      --template NAME  what to start from, ${modelTemplates[0]?.name} by default
${modelTemplates.map(({ name, summary }) => `                         ${name.padEnd(width)}  ${summary}`).join('\n')}
      --action USES    writes a workflow for GitHub that uses this action, OWNER/REPOSITORY@COMMIT
                       with the full hash
      --git            makes git diff show changes in meaning: .gitattributes, and the settings of
                       this clone`;

const settings = `${JSON.stringify({ failOn: 'error', rules: {}, exclude: [] }, null, 2)}\n`;

/** An action by the full hash of a commit: anything else can become something else. */
const pinned = /^[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[0-9a-f]{40}$/;

/** Branches as a workflow names them: as themselves, also where their signs are those of a pattern. */
function branchList(branches: readonly string[]): string {
    return branches
        .map(name => name.replace(/[\\*+?![\]]/g, '\\$&'))
        .map(name => (/^[\w./-]+$/.test(name) ? name : JSON.stringify(name)))
        .join(', ');
}

/** The workflow for pull requests; docs/review.md says the same. */
function workflow(model: string, action: string, branches: readonly string[]): string {
    return `# Checks the model in every pull request, and says what a change does to security.
name: IEC 62443 model
on:
  pull_request:
  merge_group:
  push:
    branches: [${branchList(branches)}]
# One run at a time for a pull request, so that there is one comment.
concurrency:
  group: iacs-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
permissions:
  contents: read
  pull-requests: write # for the comment
  security-events: write # for the findings
jobs:
  iacs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${action}
        with:
          path: ${JSON.stringify(model)}
          fail-on: error
          diff-fail-on: policy
`;
}

/** The top of the repository around a folder; the folder itself where there is none yet. */
function topOf(folder: string): string {
    for (let current = folder; ; current = path.dirname(current)) {
        if (existsSync(path.join(current, '.git'))) return current;
        if (path.dirname(current) === current) return folder;
    }
}

/** Writes a file unless there is one. */
function place(file: string, text: string, io: Io): void {
    const name = path.relative(io.cwd, file).split(path.sep).join('/');
    if (existsSync(file)) {
        io.err(`iacs: ${name} is there already and was left alone.\n`);
        return;
    }
    try {
        assertNameable(file);
        mkdirSync(path.dirname(file), { recursive: true });
    } catch (error) {
        throw unwritten(name, error);
    }
    writeWhole(file, text, name);
    io.out(`${name}\n`);
}

/** The model that is in a folder already; `undefined` where there is none. */
function presentModel(folder: string, given: string): string | undefined {
    let names: string[];
    try {
        names = readdirSync(folder);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT') return undefined;
        throw new Failure(
            code === 'ENOTDIR' ? `${given} is a file: name a folder.` : `${given} cannot be read: ${reasonOf(error)}`,
        );
    }
    return names.sort().find(name => name.endsWith('.iacs'));
}

/** A model in a folder or below it; `undefined` where there is none, or nobody may look. */
function modelBelow(folder: string): string | undefined {
    let entries: Dirent[];
    try {
        entries = readdirSync(folder, { withFileTypes: true });
    } catch {
        return undefined;
    }
    const shown = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
    const own = shown.find(entry => entry.isFile() && entry.name.endsWith('.iacs'));
    if (own) return path.join(folder, own.name);
    for (const entry of shown) {
        const found = entry.isDirectory() ? modelBelow(path.join(folder, entry.name)) : undefined;
        if (found !== undefined) return found;
    }
    return undefined;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { template: 'string', action: 'string', git: 'flag' });
    if (words.length > 1) throw new Failure(`One folder at a time: iacs init ${words[0]}`);
    const { action } = values;
    if (action !== undefined && !pinned.test(action))
        throw new Failure(`--action expects OWNER/REPOSITORY@COMMIT with the full hash of a commit, not "${action}".`);
    const given = words[0] ?? '.';
    const folder = path.resolve(io.cwd, given);
    const name = oneOf(
        'template',
        values.template,
        modelTemplates.map(template => template.name),
    );
    const template = modelTemplates.find(each => each.name === name)!;
    const top = topOf(folder);
    const adds = action !== undefined || values.git;
    const own = presentModel(folder, given);
    if (own !== undefined && !adds) throw new Failure(`${given} has a model already (${own}): name another folder.`);
    const present = own ?? (adds ? modelBelow(words.length === 0 ? top : folder) : undefined);
    if (values.git && !existsSync(path.join(top, '.git')))
        throw new Failure(`${given} is not in a git repository: run git init first.`);
    // A model elsewhere in the repository is checked with all of it.
    const isHere = words.length > 0 || own !== undefined || present === undefined;
    const model = (isHere && path.relative(top, folder).split(path.sep).join('/')) || '.';
    if (present === undefined) {
        place(path.join(folder, 'main.iacs'), template.text, io);
        place(path.join(folder, 'iacs.config.json'), settings, io);
    }
    if (action !== undefined) {
        const text = workflow(model, action, await defaultBranches(top));
        place(path.join(top, '.github', 'workflows', 'iacs.yml'), text, io);
    }
    if (values.git) for (const line of await setUpGit(folder)) io.out(`${line}\n`);
    if (io.progress && action === undefined)
        io.err(
            'For a workflow on GitHub: iacs init FOLDER --action OWNER/REPOSITORY@COMMIT, see docs/review.md. It can ' +
                'be added later.\n',
        );
    if (io.progress && present === undefined) {
        io.err(
            'Names, owners, reasons and evidence are placeholders: replace them, and set SL-T after your risk ' +
                `assessment. Next: iacs check ${given}\n`,
        );
    }
    return exit.fine;
}

const command: Command = {
    name: 'init',
    summary: 'a small model to start from, with settings and a workflow',
    usage,
    run,
};
export default command;
