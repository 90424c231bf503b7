// `npm run test:vscode`: installs a real VS Code once, then drives the packed extension in it. Fails when it cannot
// run. With `--web` the extension runs in the worker of the browser, as on vscode.dev; with `--authoring` a plant of
// eight zones is written key by key.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installCodeServer } from './install-code-server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../../..');
const run = (file, ...args) =>
    spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;

try {
    installCodeServer();
} catch (error) {
    console.error(error.message);
    process.exit(1);
}
const vsix = join(root, 'packages/extension/iacs-vscode.vsix');
if (!existsSync(vsix) || !process.argv.includes('--packed')) {
    const built = run(join(root, 'packages/extension/build.mjs'), '--package');
    if (built !== 0) process.exit(built);
}
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
/** The windows that are driven beside each other, each in a process of its own, with the parts that it goes through. */
const windows = process.argv.includes('--web')
    ? [['web.spec.ts']]
    : process.argv.includes('--authoring')
      ? [['authoring/authoring.spec.ts']]
      : [['vscode.spec.ts'], ['compare.spec.ts', 'folders.spec.ts']];

/**
 * Drives a window until its first failure.
 * @param alone whether nothing is driven beside it: then it prints at once
 * @returns its exit code, and what it has printed where it is not alone
 */
function drive(specs, alone) {
    const args = [mocha, '--no-config', '--bail', '--reporter', 'spec', ...specs.map(spec => join(here, spec))];
    const child = spawn(process.execPath, args, { cwd: root, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout?.on('data', data => printed.push(data));
    child.stderr?.on('data', data => printed.push(data));
    return new Promise(resolve =>
        child.once('close', code => resolve({ specs, code: code ?? 1, printed: Buffer.concat(printed).toString() })),
    );
}

let worst = 0;
const driven = await Promise.all(windows.map(specs => drive(specs, windows.length === 1)));
for (const { specs, code, printed } of driven) {
    if (code === 0 || windows.length === 1) {
        process.stdout.write(printed);
        worst = Math.max(worst, code);
        continue;
    }
    // A window that another one keeps waiting loses keys: what it shows without the other one counts. What was
    // lost is printed, each line behind a bar, since who counts results counts those of the second time.
    process.stdout.write(printed.replace(/^/gmu, '| '));
    console.log(`\nOnce more, without another window: ${specs.join(', ')}`);
    worst = Math.max(worst, (await drive(specs, true)).code);
}
process.exitCode = worst;
