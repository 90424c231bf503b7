import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { buildFault } from '../../../scripts/fresh-build.mjs';
import { withFiles } from './support/iacs.ts';

describe('The guard of the built command line', () => {
    const source = 'packages/language/src/library/types.iacs';
    const built = 'packages/cli/dist/iacs.js';

    /** Files with the hours at which they were written. */
    const faultOf = (hours: Readonly<Record<string, number>>): ReturnType<typeof buildFault> =>
        withFiles(Object.fromEntries(Object.keys(hours).map(name => [name, ''])), folder => {
            for (const [name, hour] of Object.entries(hours)) {
                const time = new Date(Date.UTC(2026, 0, 1, hour));
                utimesSync(path.join(folder, name), time, time);
            }
            return buildFault('npm run build', folder);
        });

    it('lets a build pass that is as new as its sources', () => {
        assert.equal(faultOf({ [source]: 2, [built]: 2 }), null);
    });

    it('names the first source that is newer, and ends with the command to run', () => {
        assert.deepEqual(
            faultOf({ 'packages/cli/src/main.ts': 1, [source]: 3, 'packages/cli/build.mjs': 4, [built]: 2 }),
            {
                built: true,
                message: 'The built command line is older than packages/cli/build.mjs. Run: npm run build',
            },
        );
    });

    it('says where there is no build', () => {
        assert.deepEqual(faultOf({ [source]: 1 }), {
            built: false,
            message: 'The command line is not built. Run: npm run build',
        });
    });
});
