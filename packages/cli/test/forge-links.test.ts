import assert from 'node:assert/strict';
import path from 'node:path';
import { forgeOf } from '../src/compare/forge.ts';
import type { Repository } from '../src/git.ts';
import type { Io } from '../src/io.ts';
import type { Side } from '../src/sides.ts';

describe('The links of a comparison to a forge', () => {
    const top = path.resolve('/plants');
    const side = (commit: string): Side => ({ commit }) as Side;
    const links = (env: Io['env']): ((file: string) => string | null | undefined) => {
        const io = { cwd: top, env } as Io;
        const { link } = forgeOf(side('aaa'), side('bbb'), { top } as Repository, [], io);
        return file => link?.('head', file, 3);
    };

    it('end no link of Markdown, whatever a file is called', () => {
        const github = links({ GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'ot/plants' });
        assert.equal(
            github("line (old)/it's *all* #1!.iacs"),
            'https://git.example/ot/plants/blob/bbb/line%20%28old%29/it%27s%20%2Aall%2A%20%231%21.iacs#L3',
        );
        const gitlab = links({ CI_PROJECT_URL: 'https://git.example/ot/plants' });
        assert.equal(gitlab('a(1).iacs'), 'https://git.example/ot/plants/-/blob/bbb/a%281%29.iacs#L3');
        assert.equal(gitlab('sites/ä.iacs'), 'https://git.example/ot/plants/-/blob/bbb/sites/%C3%A4.iacs#L3');
    });
});
