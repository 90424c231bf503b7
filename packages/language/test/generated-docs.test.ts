import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

describe('The generated pages', () => {
    it('are those of the rules and the catalogue', function () {
        const script = fileURLToPath(new URL('../../../scripts/generate-docs.mjs', import.meta.url));
        const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
        assert.equal(stderr, '');
        assert.equal(status, 0);
    });
});
