import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from './support/iacs.ts';

describe('The documentation as a site', function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'iacs-site-'));
    const target = path.join(folder, 'site');
    const make = (to: string): { status: number | null; stderr: string } =>
        spawnSync(process.execPath, [path.join(repository, 'scripts/site.mjs'), '--to', to], { encoding: 'utf8' });

    before(() => assert.equal(make(target).status, 0));
    after(() => rmSync(folder, { recursive: true }));

    it('has links that lead to pages and headings of it, and heads of tables with a name', () => {
        const pages = new Map(
            globSync('**/*.html', { cwd: target })
                .filter(page => page !== 'playground.html')
                .map(page => [page.replaceAll('\\', '/'), readFileSync(path.join(target, page), 'utf8')]),
        );
        assert.ok(pages.size > 100, String(pages.size));
        for (const [page, html] of pages) {
            assert.ok(!html.includes('<th></th>'), page);
            for (const [, href] of html.matchAll(/ href="([^"]+)"/g)) {
                if (/^[a-z]+:/.test(href!)) continue;
                const [file, anchor] = href!.split('#') as [string, string | undefined];
                const full = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
                assert.ok(existsSync(path.join(target, full)), `${page}: ${href}`);
                if (anchor !== undefined) assert.ok(pages.get(full)?.includes(` id="${anchor}"`), `${page}: ${href}`);
            }
        }
    });

    it('is written again over itself, and over nothing else', () => {
        assert.equal(make(target).status, 0);
        writeFileSync(path.join(folder, 'work.txt'), 'Of somebody');
        const { status, stderr } = make(folder);
        assert.equal(status, 2);
        assert.match(stderr, /has other files, which would be deleted: name a folder that is new or empty\.\n$/);
        assert.ok(existsSync(path.join(folder, 'work.txt')));
    });
});
