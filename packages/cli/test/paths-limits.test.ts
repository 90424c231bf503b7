import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const chain =
    `system S\nzone Office { asset A0 : server }\nzone Far { asset Far : plc }\nzone Control {\n` +
    Array.from({ length: 9 }, (_, at) => `  asset A${at + 1} : server\n`).join('') +
    `}\n${Array.from({ length: 9 }, (_, at) => `flow ${at === 0 ? 'Office' : 'Control'}.A${at} -> Control.A${at + 1} : https\n`).join('')}`;

describe('iacs paths with a limit', () => {
    it('says of no pair of ends that nothing leads there where it stopped before', () =>
        withFiles({ 'main.iacs': chain }, cwd => {
            const ask = (to: string, ...more: string[]) =>
                iacs(['paths', '--from', 'Office', '--to', to, ...more], { cwd });
            assert.match(ask('Control.A9').stdout, /^Office\.A0 → Control\.A9, 9 hops\n/);
            for (const limit of [[], ['--max-length', '8']]) {
                const { stdout } = ask('Control.A9', '--all', ...limit);
                assert.equal(
                    stdout,
                    'No path is known from Office to Control.A9 over the declared flows.\n' +
                        'There are paths that are too long or too many to be looked at: raise --limit or --max-length.\n',
                );
                const json = JSON.parse(ask('Control.A9', '--all', ...limit, '--format', 'json').stdout);
                assert.deepEqual([json.paths, json.complete], [[], false]);
            }
            assert.match(ask('Control.A9', '--all', '--max-length', '9').stdout, /^Office\.A0 → Control\.A9, 9 hops\n/);
            assert.equal(ask('Far', '--all').stdout, 'No path leads from Office to Far over the declared flows.\n');
        }));

    it('takes no limit that has no effect', () =>
        withFiles({ 'main.iacs': chain }, cwd => {
            for (const limit of ['--max-length', '--limit']) {
                const { code, stderr } = iacs(['paths', '--from', 'Office', '--to', 'Control.A9', limit, '3'], { cwd });
                assert.equal(code, 2);
                assert.equal(
                    stderr,
                    'iacs: --max-length and --limit need --all: a shortest path is found at any length.\n',
                );
            }
        }));
});
