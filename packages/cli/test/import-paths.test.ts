import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

describe('An import of another file', () => {
    it('in another letter case is told with the path that there is', function () {
        withFiles(
            {
                'plant/main.iacs': 'import "../Parts/Zones.iacs"\nimport "./Büro.iacs"\nsystem S\n',
                'parts/zones.iacs': 'zone A\n',
                [`plant/${'büro'.normalize('NFD')}.iacs`]: 'zone B\n',
            },
            folder => {
                // Where letter case says nothing the files are found.
                if (existsSync(path.join(folder, 'Parts/Zones.iacs'))) this.skip();
                const { stdout } = iacs(['check', 'plant', '--format', 'json'], { cwd: folder });
                const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
                assert.deepEqual(
                    findings.filter(({ rule }) => rule === 'unresolved').map(({ message }) => message.normalize('NFC')),
                    [
                        'There is no file ../Parts/Zones.iacs; there is ../parts/zones.iacs: the letter case differs.',
                        'There is no file ./Büro.iacs; there is büro.iacs: the letter case differs.',
                    ],
                );
            },
        );
    });
});
