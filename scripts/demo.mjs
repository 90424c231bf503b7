/**
 * The main job on a real example, from a fresh clone: installs, builds, checks and assesses the chemical truck loading
 * terminal, draws it,
 * and says where the results are. Runs on the Node that npm has; the product itself runs on the one that the project
 * pins.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join('build', 'demo');
const windows = process.platform === 'win32';
const model = 'examples/truck-loading';

function run(title, command, args, accepted = [0]) {
    process.stdout.write(`\n== ${title}\n`);
    const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows });
    if (error || !accepted.includes(status)) {
        process.stderr.write(
            `demo: "${command} ${args.join(' ')}" ` +
                `failed${error ? `: ${error.message}` : ` with exit code ${status}`}.\n`,
        );
        process.exit(1);
    }
}

function iacs(args, file) {
    const node = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
    const { status, stdout, stderr, error } = spawnSync(
        existsSync(node) ? node : process.execPath,
        ['packages/cli/bin/iacs.js', ...args],
        { cwd: root, encoding: 'utf8', shell: windows, maxBuffer: 1 << 28 },
    );
    if (error || status === 2) {
        process.stderr.write(`demo: iacs ${args.join(' ')} failed: ${error?.message ?? stderr}\n`);
        process.exit(1);
    }
    if (file) writeFileSync(join(root, results, file), stdout);
    else process.stdout.write(stdout);
}

if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) run('Installing', 'npm', ['ci']);
run('Building', 'npm', ['run', '--silent', 'build']);
mkdirSync(join(root, results), { recursive: true });

process.stdout.write(`\n== iacs check ${model}\n\n`);
iacs(['check', model]);
process.stdout.write(`\n== iacs assess ${model} --subject Control\n\n`);
iacs(['assess', model, '--subject', 'Control']);
iacs(['check', model, '--format', 'json'], 'findings.json');
iacs(['assess', model, '--format', 'html'], 'assessment.html');
for (const theme of ['light', 'dark'])
    iacs(['diagram', model, '--theme', theme, '-o', join(results, `diagram-${theme}.svg`)]);
iacs(['diagram', model, '-o', join(results, 'diagram.png')]);
iacs(['report', model, '-o', join(results, 'specification.html')]);

process.stdout.write(`
== Results
The model            ${model}/main.iacs
The zone diagram     ${join(results, 'diagram-light.svg')}, ${join(results, 'diagram-dark.svg')}, ${join(results, 'diagram.png')}
The assessment       ${join(results, 'assessment.html')}
The specification    ${join(results, 'specification.html')}
The findings         ${join(results, 'findings.json')}
`);
