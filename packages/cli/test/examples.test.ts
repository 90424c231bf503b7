import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { iacs, repository } from './support/iacs.ts';

const examples = path.join(repository, 'examples');
const today = '2026-06-01';

/** What each example is expected to give, by the name of the file under `expected/`. */
const outputs: Readonly<Record<string, readonly string[]>> = {
    'findings.json': ['check', '--format', 'json', '--fail-on', 'never', '--today', today],
    'assessment.txt': ['assess', '--today', today],
    'diagram.svg': ['diagram', '--date', today, '--today', today],
    'diagram-dark.svg': ['diagram', '--theme', 'dark', '--colour', 'gap', '--date', today, '--today', today],
    'diagram.mmd': ['diagram', '--format', 'mmd', '--today', today],
};

const names = readdirSync(examples).filter(name => existsSync(path.join(examples, name, 'main.iacs')));

describe('Examples', () => {
    for (const name of names) {
        describe(name, () => {
            for (const [file, args] of Object.entries(outputs)) {
                it(`gives the expected ${file}`, () => {
                    const { code, stdout, stderr } = iacs([...args, '.'], { cwd: path.join(examples, name) });
                    assert.equal(stderr, '');
                    assert.equal(code, 0);
                    const golden = path.join(examples, name, 'expected', file);
                    if (process.env['IACS_RENEW'] === '1') {
                        mkdirSync(path.dirname(golden), { recursive: true });
                        writeFileSync(golden, stdout);
                    }
                    assert.equal(stdout, readFileSync(golden, 'utf8'), 'renew with npm run expected');
                });
            }
        });
    }

    const templates = path.join(examples, 'templates');
    for (const name of readdirSync(templates, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
        it(`the template ${name.name} has no errors, and shows what a risk and a plan look like`, () => {
            const { code, stdout } = iacs(['check', '--format', 'json', '--fail-on', 'error', '--today', today, '.'], {
                cwd: path.join(templates, name.name),
            });
            assert.equal(code, 0, stdout);
            const { findings } = JSON.parse(stdout) as {
                readonly findings: readonly { readonly rule: string; readonly severity: string }[];
            };
            const warned = findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
            const expected = { empty: [], 'single-site': ['gap-below-target', 'residual-risk-above-tolerable'] };
            assert.deepEqual(warned, expected[name.name as keyof typeof expected] ?? ['residual-risk-above-tolerable']);
        });
    }
});
