import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { properties as ofLanguage } from '../../../language/test/fuzz/properties.ts';
import type { FoundFailure } from '../../../language/test/fuzz/property.ts';
import { failureOf, tried } from '../../../language/test/fuzz/try.ts';
import { properties as ofImports } from './properties.ts';

const properties = [...ofLanguage, ...ofImports];
const found = fileURLToPath(new URL('./found/', import.meta.url));

/** Few runs of a fixed seed: `npm run fuzz` tries others for as long as one likes, and keeps what it finds. */
const seed = 62443;
const runs = 25;

describe('Any input', function () {
    this.timeout(0);

    for (const property of properties)
        it(`keeps ${property.name} true: ${runs} of seed ${seed}`, async () => {
            const failure = await tried(property, seed, runs);
            assert.equal(failure && JSON.stringify(failure, null, 2), null);
        });

    for (const file of globSync('*.json', { cwd: found }).sort())
        it(`keeps true what failed once: ${file}`, async () => {
            const { property: name, texts } = JSON.parse(readFileSync(path.join(found, file), 'utf8')) as FoundFailure;
            const property = properties.find(each => each.name === name);
            assert.ok(property, `${name} is not a property any more`);
            assert.equal(await failureOf(property, texts), null);
        });

    it('is tried in earnest: a property that does not hold fails, with the smallest input', async () => {
        const [judge] = properties;
        const failure = await tried(
            {
                ...judge!,
                holds: ([text = '']) => assert.ok(!text.includes('zone')),
            },
            1,
            500,
        );
        assert.deepEqual(failure?.texts, ['zone']);
    });
});
