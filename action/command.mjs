import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Runs the command line of this action; what it prints goes to the log. */
function iacs(bin, args, input = '') {
    const { status, error } = spawnSync(process.execPath, [bin, ...args], {
        input,
        stdio: ['pipe', 'inherit', 'inherit'],
    });
    if (error) throw error;
    return status ?? 2;
}

/**
 * Checks the models in one run: annotations into the log, SARIF into a file.
 * @param base only what this state did not have; `null` for all
 */
export function check(bin, { folder, inputs, base }) {
    const sarif = path.join(folder, 'findings.sarif');
    const since = base === null ? [] : ['--base', base];
    const out = ['-o', sarif, '--format', 'github', '--fail-on', inputs.failOn];
    const status = iacs(bin, ['check', '--within', '.', ...out, ...since, '--', inputs.path]);
    if (!existsSync(sarif)) throw new Error(`iacs check could not be done (exit code ${status}).`);
    return { sarif, status };
}

/**
 * Compares two states in one run, in every format. Exit code 2 with a result means that a side was not understood: the
 * result says so.
 */
export function compare(bin, { folder, inputs, base, head }) {
    const [json, markdown] = [path.join(folder, 'diff.json'), path.join(folder, 'diff.md')];
    const agreements = inputs.agreements === '' ? [] : ['--agreements', '-'];
    const out = ['-o', json, '-o', markdown, '--fail-on', inputs.diffFailOn, ...agreements];
    const status = iacs(bin, ['diff', ...out, '--path', inputs.path, '--', base, head], inputs.agreements);
    if (!existsSync(json) || !existsSync(markdown))
        throw new Error(`iacs diff could not be done (exit code ${status}).`);
    return { ...readComparison(json, markdown), json, markdown, status };
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
