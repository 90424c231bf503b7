/** Runs the tests and writes what they find as what is expected: review the difference before you commit it. */
import { spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';
const { status } = spawnSync('npm', ['run', '--silent', 'mocha'], {
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, IACS_RENEW: '1' },
});
process.exit(status ?? 1);
