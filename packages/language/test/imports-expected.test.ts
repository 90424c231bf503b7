import assert from 'node:assert/strict';
import { gather, parse } from '../src/syntax/index.ts';
import type { Parsed, Source } from '../src/syntax/index.ts';

describe('The imports of a file', () => {
    it('are all expected before the first of them is parsed, but for those that must not be read', () => {
        const texts: Readonly<Record<string, string>> = {
            'main.iacs': 'import "a.iacs"\nimport "secret.iacs"\nimport "b.iacs"\nimport "c.txt"\nsystem S\n',
            'a.iacs': 'import "b.iacs"\nimport "c.iacs"\nzone A\n',
            'b.iacs': 'zone B\n',
            'c.iacs': 'import "main.iacs"\nzone C\n',
            'secret.iacs': 'zone Secret\n',
        };
        const heard: string[] = [];
        const parsed = (uri: string): Parsed => parse(uri, texts[uri]!);
        const source: Source = {
            expect: uris => heard.push(`expects ${uris.join(' ')}`.trim()),
            parse: uri => {
                heard.push(`parses ${uri}`);
                return parsed(uri);
            },
            refuses: (_, uri) => (uri === 'secret.iacs' ? 'it is secret.' : null),
            resolve: (_, path) => path,
        };
        const { files, problems } = gather(parsed('main.iacs'), source);
        assert.deepEqual(heard, [
            'expects a.iacs b.iacs',
            'parses a.iacs',
            'parses b.iacs',
            'expects c.iacs',
            'parses c.iacs',
            'expects',
            'expects',
        ]);
        assert.deepEqual(
            files.map(({ uri }) => uri),
            ['main.iacs', 'a.iacs', 'b.iacs', 'c.iacs'],
        );
        assert.deepEqual(
            problems.map(({ message }) => message),
            ['secret.iacs cannot be read: it is secret.', 'An import names a file that ends in .iacs.'],
        );
    });
});
