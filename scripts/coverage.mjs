/**
 * `npm run coverage`: which lines and branches the tests reach, as a table and as pages in build/coverage.
 *
 *   npm run coverage                                              all tests
 *   npm run coverage -- packages/language/test/risk.test.ts      these
 */
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const tests = given.length > 0 ? given : ['packages/*/test/**/*.test.ts'];
const { status } = spawnSync(
    'c8',
    [
        '--all=false',
        '--include=packages/*/src/**/*.ts',
        '--exclude=**/generated/**',
        '--reporter=text',
        '--reporter=html',
        '--reports-dir=build/coverage',
        '--temp-directory=build/coverage/tmp',
        'mocha',
        '--reporter',
        'dot',
        ...tests,
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exit(status ?? 1);
