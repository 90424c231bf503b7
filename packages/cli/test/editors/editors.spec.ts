import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const page = readFileSync(path.join(repository, 'docs/editors.md'), 'utf8');

/** The settings that docs/editors.md gives for an editor, and says to be run. */
function settingsOf(editor: string): string {
    const found = new RegExp(`<!-- run: ${editor} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
    assert.ok(found, `docs/editors.md has settings for ${editor}`);
    return found;
}

const main = `import "parts/control room.iacs"
system Plant "Filling line" {
  owner "Plant"
}

zone Dmz "Plant DMZ" {
  kind dmz
  SL-T 1
  asset Mirror : historian
}

flow Control.Plc1 -> Dmz.Mirror : opc-ua "Tags"
`;
const part = 'zone Control "Filling" {\n  kind control\n  SL-T 1\n  asset Plc1 : plc\n}\n';

interface Run {
    /** The program, and what it is started with. */
    readonly command: readonly string[];
    /** The name of the file that the settings are written to. */
    readonly settings: string;
    readonly install: string;
    /** How the folder that it works in is called. */
    readonly folder: string;
}

const editors: Readonly<Record<string, Run>> = {
    neovim: {
        command: ['nvim', '--headless', '-u', 'settings.lua', '-c', `luafile ${path.join(here, 'neovim.lua')}`],
        settings: 'settings.lua',
        install: 'neovim',
        folder: 'iacs # %41 ä ',
    },
    // Eglot 1.9 takes % and letters beyond ASCII in a path for something else.
    emacs: {
        command: ['emacs', '--batch', '-l', path.join(here, 'emacs.el')],
        settings: 'settings.el',
        install: 'emacs-nox elpa-eglot',
        folder: 'iacs # ',
    },
};

/**
 * Runs an editor over `iacs lsp` in a folder whose path has signs that URIs escape, and returns the lines that it
 * prints.
 */
function drive(editor: string, { command, settings, install, folder: name }: Run): readonly string[] {
    const folder = mkdtempSync(path.join(tmpdir(), name));
    try {
        const [home, bin] = [path.join(folder, 'home'), path.join(folder, 'bin')];
        const plant = path.join(folder, 'plant');
        for (const each of [home, bin, path.join(plant, 'parts')]) mkdirSync(each, { recursive: true });
        writeFileSync(path.join(plant, 'main.iacs'), main);
        writeFileSync(path.join(plant, 'parts/control room.iacs'), part);
        writeFileSync(path.join(plant, settings), settingsOf(editor));
        // What belongs together, editors tell by the repository.
        assert.equal(spawnSync('git', ['init', '-q'], { cwd: plant }).status, 0);
        const iacs = path.join(bin, 'iacs');
        writeFileSync(
            iacs,
            `#!/bin/sh\nexec '${process.execPath}' '${path.join(repository, 'packages/cli/bin/iacs.js')}' "$@"\n`,
        );
        chmodSync(iacs, 0o755);
        const env = {
            ...process.env,
            HOME: home,
            XDG_CONFIG_HOME: home,
            XDG_STATE_HOME: home,
            XDG_DATA_HOME: home,
            PATH: `${bin}:${process.env['PATH']}`,
            NODE_OPTIONS: '',
            LC_ALL: 'C.UTF-8',
        };
        const { error, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
            cwd: plant,
            env,
            encoding: 'utf8',
            timeout: 180_000,
            killSignal: 'SIGKILL',
        });
        if (error && 'code' in error && error.code === 'ENOENT')
            assert.fail(`${command[0]} is missing: apt-get install ${install}`);
        return `${stdout}\n${stderr}`.split(/\r?\n/).filter(line => line.trim() !== '');
    } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
}

/** What a script tries: the names of its steps, in their order. */
function stepsOf(script: string): readonly string[] {
    return [...readFileSync(path.join(here, script), 'utf8').matchAll(/^\(?tried[ (]['"](.+?)['"]/gm)].map(
        match => match[1]!,
    );
}

describe('Other editors over `iacs lsp`, with the settings of docs/editors.md', function () {
    for (const [editor, script] of [
        ['neovim', 'neovim.lua'],
        ['emacs', 'emacs.el'],
    ] as const) {
        describe(editor, () => {
            let lines: readonly string[] = [];
            before(() => {
                lines = drive(editor, editors[editor]!);
            });
            for (const step of stepsOf(script)) {
                it(step, () => assert.ok(lines.includes(`ok ${step}`), lines.join('\n')));
            }
        });
    }
});
