import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { modelTemplates } from 'iacs-language';
import { setUpGit } from '../git-setup.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { oneOf, readOptions } from '../options.ts';
import { writeWhole } from '../write-whole.ts';

const width = Math.max(...modelTemplates.map(({ name }) => name.length));

const usage = `Usage: iacs init [folder]

Starts a model: main.iacs, the settings file iacs.config.json, and a workflow for pull requests. Without a folder: the working
directory. Files that are there already are left alone; a folder that has a model is refused.

      --template NAME  what to start from, ${modelTemplates[0]?.name} by default
${modelTemplates.map(({ name, summary }) => `                         ${name.padEnd(width)}  ${summary}`).join('\n')}
      --git            makes git diff tell changes in meaning: .gitattributes, and the settings of this clone`;

const settings = `${JSON.stringify({ failOn: 'error', rules: {}, exclude: [] }, null, 2)}\n`;

/** The workflow for pull requests; docs/review.md says the same. */
function workflow(model: string): string {
    return `# Checks the model in every pull request, and says what a change does to security.
# Replace OWNER/REPOSITORY@COMMIT by the place of the iacs action, pinned to a commit.
name: IEC 62443 model
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment
  security-events: write # for the findings
jobs:
  iacs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: OWNER/REPOSITORY@COMMIT
        with:
          path: ${JSON.stringify(model)}
          fail-on: error
          diff-fail-on: worse
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
        mkdirSync(path.dirname(file), { recursive: true });
    } catch (error) {
        throw new Failure(`${name} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
    }
    writeWhole(file, text, name);
    io.out(`${name}\n`);
}

function refuseModels(folder: string, given: string): void {
    let names: string[];
    try {
        names = readdirSync(folder);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT') return;
        throw new Failure(
            code === 'ENOTDIR'
                ? `${given} is a file: name a folder.`
                : `${given} cannot be read: ${code ?? 'unknown error'}.`,
        );
    }
    const present = names.sort().find(name => name.endsWith('.iacs'));
    if (present) throw new Failure(`${given} has a model already (${present}): name another folder.`);
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { template: 'string', git: 'flag' });
    if (words.length > 1) throw new Failure(`One folder at a time: iacs init ${words[0]}`);
    const given = words[0] ?? '.';
    const folder = path.resolve(io.cwd, given);
    const name = oneOf(
        'template',
        values.template,
        modelTemplates.map(template => template.name),
    );
    const template = modelTemplates.find(each => each.name === name)!;
    refuseModels(folder, given);
    const top = topOf(folder);
    if (values.git && !existsSync(path.join(top, '.git')))
        throw new Failure(`${given} is not in a git repository: run git init first.`);
    const model = path.relative(top, folder).split(path.sep).join('/') || '.';
    place(path.join(folder, 'main.iacs'), template.text, io);
    place(path.join(folder, 'iacs.config.json'), settings, io);
    place(path.join(top, '.github', 'workflows', 'iacs.yml'), workflow(model), io);
    if (values.git) for (const line of await setUpGit(folder)) io.out(`${line}\n`);
    if (io.progress) {
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
