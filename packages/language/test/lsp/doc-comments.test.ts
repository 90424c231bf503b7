import assert from 'node:assert/strict';
import { marked } from 'marked';
import { doc } from '../../src/lsp/markdown.ts';

/** The addresses that a reader of Markdown would follow who trusts every one of them. */
function addresses(comment: string): readonly string[] {
    return [...marked.parse(doc(comment), { gfm: false, async: false }).matchAll(/(?:href|src)="([^"]*)"/g)].map(
        ([, address]) => address!,
    );
}

describe('A documentation comment in the editor', () => {
    it('has no address but of the web, however it is written', () => {
        for (const comment of [
            '[run](command:x)',
            '[run]( command:x)',
            '[run][y]\n\n[y]: command:x',
            '[run][y]\n\n[y]:\n  command:x',
            '[y]\n\n> [y]: command:x',
            '[y]\n\n- [y]: <command:x>',
            '[y][]\n\n   [y]: file:///etc/passwd "title"',
            '![picture](https://example.org/a.png)',
            '![picture][y]\n\n[y]: data:image/png;base64,AAAA',
            '<a href="command:x">run</a>',
            '<command:x>',
        ])
            assert.deepEqual(
                addresses(comment).filter(address => !/^https?:/.test(address)),
                [],
                comment,
            );
    });

    it('keeps links of the web', () => {
        assert.deepEqual(addresses('[a](https://example.org/a) and [b][y]\n\n[y]: https://example.org/b'), [
            'https://example.org/a',
            'https://example.org/b',
        ]);
    });
});
