import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fragmentIn, fromFragment, LinkError, longestLink, toFragment } from '../src/share.ts';

const model = {
    title: 'Prüfstand',
    files: [
        ['main.iacs', 'import "parts/lib.iacs"\nsystem S "Prüfstand → 1"\n'],
        ['parts/lib.iacs', ''],
    ] as const,
};

/** A fragment with any content. */
async function packed(content: unknown): Promise<string> {
    const bytes = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream('deflate'));
    return `m=${Buffer.from(await new Response(bytes).arrayBuffer()).toString('base64url')}`;
}

describe('A model in a link', () => {
    it('comes back as it was', async () => {
        const fragment = await toFragment(model);
        assert.deepEqual(await fromFragment(fragment), model);
        assert.equal(fragmentIn(`file:///C:/tools/playground.html#${fragment}`), fragment);
        assert.equal(fragmentIn(`Look: <https://plant.test/p.html#${fragment}>.`), fragment);
        assert.equal(fragmentIn('https://plant.test/p.html'), null);
    });

    it('says that it is too large', async () => {
        const noise = Array.from({ length: 60_000 }, (_, index) => ((index * 2654435761) >>> 7).toString(36)).join(' ');
        await assert.rejects(toFragment({ title: 'T', files: [['main.iacs', noise]] }), {
            message: /needs a link of [\d,]+ characters, and 30,000 is the limit/u,
        });
        assert.equal(longestLink, 30_000);
    });

    it('refuses what is cut, changed, too large, newer, or leads out of the model', async () => {
        const fragment = await toFragment(model);
        const file = (path: string) => packed({ version: 1, title: 'T', files: [[path, '']] });
        const bad = [
            fragment.slice(0, -8),
            fragment.slice(0, 30) + (fragment[30] === 'A' ? 'B' : 'A') + fragment.slice(31),
            'm=',
            'm=A',
            await packed(null),
            await packed({ version: 1, title: 'T', files: [] }),
            await packed({ version: 1, title: 'T', files: [['main.iacs']] }),
            await packed({ version: 2, title: 'T', files: [['main.iacs', '']] }),
            await packed({ version: 1, title: 'T', files: [['main.iacs', ' '.repeat(3_000_000)]] }),
            // Of two texts of one file, what is shown would not be what is checked.
            await packed({
                version: 1,
                title: 'T',
                files: [
                    ['main.iacs', ''],
                    ['main.iacs', 'system S'],
                ],
            }),
            await file('../main.iacs'),
            await file('/etc/main.iacs'),
            await file('a\\main.iacs'),
            await file('main.js'),
        ];
        for (const each of bad) await assert.rejects(fromFragment(each), LinkError, each.slice(0, 60));
    });
});

describe('The page of the playground', () => {
    it('has the same version as the command line', () => {
        const version = (name: string): string =>
            JSON.parse(readFileSync(new URL(`../../${name}/package.json`, import.meta.url), 'utf8')).version;
        assert.equal(version('playground'), version('cli'));
    });
});
