import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository, withFiles } from './support/iacs.ts';
import { settings } from './support/page-settings.ts';

/** Pages whose own tests execute them and hold what is printed. */
const executed: Readonly<Record<string, string>> = {
    'docs/advisories.md': 'advisories.test.ts',
    'docs/life-cycle.md': 'life-cycle-page.test.ts',
    'docs/scripts.md': 'export-model.test.ts',
    'docs/time.md': 'time.test.ts',
    'docs/what-if.md': 'what-if.test.ts',
};

const pages = globSync(['*.md', 'llms.txt', 'docs/*.md', 'packages/*/README.md', 'examples/*/README.md'], {
    cwd: repository,
}).sort();

/** The lines of a page that are typed in a shell and call the program, by block. */
function blocksOf(page: string): readonly (readonly string[])[] {
    return [...page.matchAll(/^```sh\n([^]*?)^```$/gmu)]
        .map(([, block]) => block!.split('\n').filter(line => /(^|\| )(npx )?iacs /u.test(line)))
        .filter(lines => lines.length > 0);
}

function sentencesOf(page: string): readonly string[] {
    return [...page.replace(/^```[^]*?^```$/gmu, '').matchAll(/`(iacs [^`]+)`/gu)].map(([, command]) => command!);
}

const textOf = (page: string): string => readFileSync(path.join(repository, page), 'utf8').replaceAll('\r\n', '\n');

/** A folder with the program in it, for the path of a shell. */
function programIn(folder: string): string {
    const bin = path.join(folder, '.bin');
    mkdirSync(bin);
    const program = path.join(repository, 'packages/cli/bin/iacs.js');
    for (const [name, words] of [
        ['iacs', '"$@"'],
        ['npx', '"${@:2}"'],
    ] as const) {
        writeFileSync(path.join(bin, name), `#!/bin/bash\nexec '${process.execPath}' '${program}' ${words}\n`);
        chmodSync(path.join(bin, name), 0o755);
    }
    return bin;
}

/** Types a line; what it answers may be "no", and nothing else than an answer. */
function type(line: string, cwd: string, bin: string): void {
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', PATH: `${bin}:${process.env['PATH']}` },
    });
    assert.ok(status === 0 || status === 1, `${line}: ${status}\n${stdout}${stderr}`);
    const written = [...line.matchAll(/ -o (\S+)/gu)].map(([, file]) => file!);
    for (const file of written) assert.ok(statSync(path.join(cwd, file)).size > 0, `${line}: ${file} is empty`);
    if (written.length === 0) assert.notEqual(stdout + stderr, '', line);
}

describe('What the pages tell to type', function () {
    before(function () {
        if (process.platform === 'win32') this.skip();
    });

    it('is executed, each page here or by a test of its own', () => {
        const withCommands = pages.filter(page => blocksOf(textOf(page)).length > 0);
        assert.deepEqual([...Object.keys(settings), ...Object.keys(executed)].sort(), withCommands);
        for (const [page, test] of Object.entries(executed))
            assert.ok(
                readFileSync(new URL(test, import.meta.url), 'utf8').includes(path.basename(page)),
                `${test} does not read ${page}`,
            );
    });

    for (const [name, { files, prepare, inSentences, isChain, elsewhere }] of Object.entries(settings)) {
        const page = textOf(name);
        const blocks = blocksOf(page).map(lines => lines.filter(line => !elsewhere?.test(line)));
        const typed = isChain ? [blocks.flat().concat(inSentences ? sentencesOf(page) : [])] : blocks;
        for (const lines of typed)
            it(`${name}: ${lines[0]!.trim()}`, () =>
                withFiles(files(lines.join('\n')), folder => {
                    prepare?.(folder);
                    const bin = programIn(folder);
                    for (const line of lines) type(line, folder, bin);
                }));
    }
});
