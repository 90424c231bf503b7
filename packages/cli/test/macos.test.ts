import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { iacsProcess, withFiles } from './support/iacs.ts';

const model = 'system S { owner "O" }\nzone A { kind control }\n';

describe('On macOS', () => {
    it('a path has the composed form of its accents, however it was completed', () =>
        withFiles(
            {
                'büro/Süd.iacs': model,
                'macos.mjs': "Object.defineProperty(process, 'platform', { value: 'darwin' });\n",
            },
            cwd => {
                const NODE_OPTIONS = `--import ${pathToFileURL(path.join(cwd, 'macos.mjs')).href}`;
                const composed = 'büro/Süd.iacs';
                for (const given of [composed, composed.normalize('NFD')]) {
                    const args = ['check', given, '--format', 'json', '--fail-on', 'never'];
                    const { stdout, stderr } = iacsProcess(args, { cwd, env: { NODE_OPTIONS } });
                    const { findings } = JSON.parse(stdout) as { findings: { file: string }[] };
                    assert.deepEqual([...new Set(findings.map(({ file }) => file))], [composed]);
                    assert.equal(stderr, '');
                }
            },
        ));
});
