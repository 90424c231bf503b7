import { spawn } from 'node:child_process';

/** What takes the processor time of a command: bash says it in milliseconds, with all threads and children. */
const timed = command => ['bash', '-c', 'TIMEFORMAT="bench %3U %3S"; time "$@"', 'bash', ...command];
let byProcessor = false;

/** From now on `ms` is the processor time of a run: for a machine that others use too. */
export function measureProcessorTime() {
    byProcessor = true;
}

/**
 * Runs a whole process and takes its time from start to exit, or its processor time; see {@link measureProcessorTime}.
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
        const [program, ...args] = byProcessor ? timed(command) : command;
        const child = spawn(program, args, {
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
        child.on('close', code => {
            const processor = byProcessor ? /bench ([\d.]+) ([\d.]+)\n$/.exec(stderr) : null;
            if (processor) {
                ms = 1000 * (Number(processor[1]) + Number(processor[2]));
                stderr = stderr.slice(0, processor.index);
            }
            resolve({ ms, code, stdout, stderr });
        });
    });
}

/**
 * Runs a process; throws what it said when it could not do its work.
 * @param {number[]} [options.codes] the exit codes with which it has done it
 */
export async function mustRun(command, { codes = [0, 1], ...options } = {}) {
    const result = await run(command, options);
    if (!codes.includes(result.code)) {
        throw new Error(`exit ${result.code}: ${result.stderr.trim().split('\n')[0] || command.join(' ')}`);
    }
    return result;
}
