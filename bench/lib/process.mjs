import { spawn } from 'node:child_process';

/**
 * Runs a whole process and takes its time from start to exit.
 * @param {string[]} command the program and its arguments
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] variables added to the environment
 * @param {string} [options.cwd] working directory
 * @param {boolean} [options.quiet] standard output is thrown away instead of collected
 * @returns {Promise<{ ms: number, code: number | null, stdout: string, stderr: string }>} `code` is null when the
 *    program could not be started
 */
export function run(command, { env = {}, cwd, quiet = false } = {}) {
    return new Promise(resolve => {
        const start = performance.now();
        const child = spawn(command[0], command.slice(1), {
            cwd,
            env: { ...process.env, NO_COLOR: '1', ...env },
            stdio: ['ignore', quiet ? 'ignore' : 'pipe', 'pipe'],
        });
        let [stdout, stderr, ms] = ['', '', 0];
        child.stdout?.on('data', data => {
            stdout += data;
        });
        child.stderr.on('data', data => {
            stderr += data;
        });
        child.on('exit', () => {
            ms = performance.now() - start;
        });
        child.on('error', error => resolve({ ms: 0, code: null, stdout: '', stderr: error.message }));
        child.on('close', code => resolve({ ms, code, stdout, stderr }));
    });
}

/** Runs a process; throws what it said when it could not do its work (exit codes other than 0 and 1). */
export async function mustRun(command, options) {
    const result = await run(command, options);
    if (result.code !== 0 && result.code !== 1) {
        throw new Error(`exit ${result.code}: ${result.stderr.trim().split('\n')[0] || command.join(' ')}`);
    }
    return result;
}
