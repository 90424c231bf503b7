// `npm run test:vscode`: installs a real VS Code once, then drives the packed extension in it. Fails when it cannot
// run. With `--web` the extension runs in the worker of the browser, as on vscode.dev; with `--authoring` a plant of
// eight zones is written key by key.
import { spawnSync } from 'node:child_process';
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
const specs = process.argv.includes('--web')
    ? ['web.spec.ts']
    : process.argv.includes('--authoring')
      ? ['authoring/authoring.spec.ts']
      : ['vscode.spec.ts', 'compare.spec.ts'];
process.exit(run(mocha, '--no-config', '--bail', '--reporter', 'spec', ...specs.map(spec => join(here, spec))));
