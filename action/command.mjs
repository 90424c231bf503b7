import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts into the log what names of files and of settings can be in. The runner obeys `::error::` at the beginning of a
 * line and `##[error]` anywhere, so it obeys nothing until a word that nothing here can know.
 */
function report(text) {
    if (text.trim() === '') return;
    const end = randomUUID();
    process.stdout.write(`::stop-commands::${end}\n${text.trimEnd()}\n::${end}::\n`);
}

/**
 * Runs the command line of this action; what it prints goes to the log.
 * @returns its exit code, and what it complained of last
 */
function iacs(bin, args, input = '') {
    const { status, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
        input,
        stdio: ['pipe', 'inherit', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 1 << 28,
    });
    if (error) throw error;
    report(stderr);
    const last = stderr.trimEnd().split('\n').at(-1);
    return { status: status ?? 2, why: /^iacs: (.*)/.exec(last)?.[1] ?? '' };
}

/** What to say where nothing was written. */
const undone = (command, { status, why }) =>
    new Error(`iacs ${command} could not be done (exit code ${status})${why === '' ? '.' : `: ${why}`}`);

/**
 * Checks the models in one run: annotations into the log, SARIF into a file.
 * @param base only what this state did not have; `null` for all
 */
export function check(bin, { folder, inputs, base }) {
    const sarif = path.join(folder, 'findings.sarif');
    const since = base === null ? [] : ['--base', base];
    const out = ['-o', sarif, '--format', 'github', '--fail-on', inputs.failOn];
    const ran = iacs(bin, ['check', '--within', '.', ...out, ...since, '--', inputs.path]);
    if (!existsSync(sarif)) throw undone('check', ran);
    return { sarif, status: ran.status };
}

/**
 * Compares two states in one run, in every format. Exit code 2 with a result means that a side was not understood: the
 * result says so.
 */
export function compare(bin, { folder, inputs, base, head }) {
    const [json, markdown] = [path.join(folder, 'diff.json'), path.join(folder, 'diff.md')];
    const agreements = inputs.agreements === '' ? [] : ['--agreements', '-'];
    const out = ['-o', json, '-o', markdown, '--fail-on', inputs.diffFailOn, ...agreements];
    const ran = iacs(bin, ['diff', ...out, `--path=${inputs.path}`, '--', base, head], inputs.agreements);
    if (!existsSync(json) || !existsSync(markdown)) throw undone('diff', ran);
    return { ...readComparison(json, markdown), json, markdown, status: ran.status };
}

/** What is reported of a comparison that was written to two files. */
export function readComparison(json, markdown) {
    const { security, changes, owners, complete } = JSON.parse(readFileSync(json, 'utf8'));
    return {
        verdict: security.verdict,
        policy: { true: 'holds', false: 'fails', null: 'incomplete' }[security.policy.holds],
        touched: changes.length > 0 || security.reasons.length > 0 || !complete,
        owners,
        body: readFileSync(markdown, 'utf8'),
    };
}
