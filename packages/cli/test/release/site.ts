import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';

/**
 * What the documentation as a site does.
 * @param siteOf its folder
 */
export function testsSite(siteOf: () => string): void {
    it('has no link that leads nowhere', () => {
        const ids = new Map<string, Set<string>>();
        // One window for all pages: to make one costs more than to read a page.
        const parser = new new JSDOM('').window.DOMParser();
        const documents = new Map(
            globSync('**/*.html', { cwd: siteOf() }).map(file => [
                file.replaceAll('\\', '/'),
                parser.parseFromString(readFileSync(path.join(siteOf(), file), 'utf8'), 'text/html'),
            ]),
        );
        assert.ok(documents.size > 100);
        for (const [file, document] of documents)
            ids.set(file, new Set([...document.getElementsByTagName('*')].flatMap(each => each.id || [])));
        for (const [file, document] of documents)
            for (const element of document.querySelectorAll('main [href], main [src], aside [href], head [href]')) {
                const href = element.getAttribute('href') ?? element.getAttribute('src')!;
                if (/^(https?|mailto|data):/.test(href)) continue;
                const [page, anchor] = href.split('#') as [string, string?];
                const target = page === '' ? file : path.posix.join(path.posix.dirname(file), page);
                assert.ok(existsSync(path.join(siteOf(), target)), `${file}: ${href}`);
                if (anchor !== undefined)
                    assert.ok(ids.get(target)!.has(decodeURIComponent(anchor)), `${file}: ${href}`);
            }
    });

    it('is searched without a server', () => {
        const dom = new JSDOM(readFileSync(path.join(siteOf(), 'rules/flow-without-conduit.html'), 'utf8'), {
            runScripts: 'outside-only',
        });
        for (const file of ['search-index.js', 'search.js'])
            dom.window.eval(readFileSync(path.join(siteOf(), file), 'utf8'));
        const { document } = dom.window;
        const box = document.getElementById('search') as HTMLInputElement;
        const ask = (words: string): string[] => {
            box.value = words;
            box.dispatchEvent(new dom.window.Event('input'));
            return [...document.querySelectorAll('#found a')].map(each => each.getAttribute('href')!);
        };
        assert.equal(ask('flow-without-conduit')[0], '../rules/flow-without-conduit.html');
        assert.ok(ask('DIODE firewall').length > 3);
        assert.deepEqual(ask('no such words anywhere'), []);
        const found = document.getElementById('found')!;
        assert.equal(found.textContent, 'No section has all of these words.');
        assert.deepEqual(ask(''), []);
        assert.equal(found.textContent, '');
        for (const target of ask('merge shard'))
            assert.ok(existsSync(path.join(siteOf(), 'rules', target.split('#')[0]!)), target);
    });
}
