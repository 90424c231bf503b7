/**
 * `npm test`: builds, and checks types and lint beside it; then runs the tests. Stops at the first step that fails.
 */
import { spawn } from 'node:child_process';

const windows = process.platform === 'win32';

/** Runs a script of package.json; its output comes as it is printed. */
function script(name) {
    return new Promise(resolve => {
        const child = spawn('npm', ['run', '--silent', name], { stdio: 'inherit', shell: windows });
        child.on('error', error => {
            console.error(`npm run ${name}: ${error.message}`);
            resolve(1);
        });
        child.on('close', code => resolve(code ?? 1));
    });
}

const steps = [['bundle', 'types', 'lint'], ['mocha']];
for (const names of steps) {
    const codes = await Promise.all(names.map(script));
    const failed = names.filter((_, index) => codes[index] !== 0);
    if (failed.length > 0) {
        console.error(`Failed: ${failed.map(name => `npm run ${name}`).join(', ')}`);
        process.exit(1);
    }
}
